// The book as a file: what can be told without SQLite, and moves that survive a power cut.
#pragma once

#include "core/base/result.h"

#include <filesystem>

namespace teken::store {

/// Looks at the first bytes only and changes nothing. NotFound ("store.missing"), Corrupt
/// ("store.not-a-book": empty, foreign or cut short), Unsupported ("store.newer"), ReadOnly (no right to
/// read).
[[nodiscard]] Result<> inspectBookFile(const std::filesystem::path& file);

/// An empty file for its owner's eyes only (0600). Conflict ("store.exists"), NotFound (no such folder),
/// ReadOnly, NoSpace.
[[nodiscard]] Result<> createEmptyFile(const std::filesystem::path& file);

/// Gives a finished file its name for good: rename, then sync of the folder. Conflict ("store.exists") if the
/// name is taken.
[[nodiscard]] Result<> publishFile(const std::filesystem::path& finished, const std::filesystem::path& name);

/// Removes a file and what SQLite left beside it. A file that is not there is in order.
void removeDatabaseFiles(const std::filesystem::path& file);

} // namespace teken::store
