// SQLite's result codes as Errors: the one table.
#pragma once

#include "core/base/error.h"

#include <string>

namespace teken::store {

/// `code`: an extended result code; `text`: SQLite's words for it; `systemErrno`: 0 if unknown.
[[nodiscard]] Error sqliteError(int code, const std::string& text, int systemErrno);

} // namespace teken::store
