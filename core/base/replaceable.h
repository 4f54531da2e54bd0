// What may be written anew under a name that a person typed.
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace teken {

/// The file that writing `path` anew would replace: a link stays one, its target changes. Refuses a folder
/// ("files.is-folder"), a device or a pipe ("files.not-a-file": as root, `--out /dev/null` would leave a file
/// in its place) and a database ("files.is-book": a mistyped `--html admin.book` would cost every key and
/// signature in it).
[[nodiscard]] Result<std::filesystem::path> replaceable(const std::filesystem::path& path);

} // namespace teken
