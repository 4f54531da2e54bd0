// SQLite's result codes and this room's own system calls as Errors: the one table.
#pragma once

#include "core/base/error.h"

#include <filesystem>
#include <string>

namespace teken::store {

/// `code`: an extended result code; `text`: SQLite's words for it; `systemErrno`: 0 if unknown.
[[nodiscard]] Error sqliteError(int code, const std::string& text, int systemErrno);

/// A failed system call on a file of this room: "store.disk-full", "store.read-only", "store.missing",
/// "store.device-error", else "store.failed".
[[nodiscard]] Error fileError(int systemErrno, const std::string& action, const std::filesystem::path& path);

} // namespace teken::store
