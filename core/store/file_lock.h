// One program a book: an advisory lock on a file beside it, released by the kernel when its owner ends,
// however it ends. The lock file stays; removing it would let two owners hold two files of one name.
#pragma once

#include "core/base/result.h"
#include "core/store/descriptor.h"

#include <filesystem>

namespace teken::store {

class FileLock {
public:
    /// Locks `<file>.lock`, made if it is missing. Locked ("store.in-use"), NotFound ("store.missing": no
    /// such folder), ReadOnly ("store.read-only"), NoSpace.
    [[nodiscard]] static Result<FileLock> acquire(const std::filesystem::path& file);

private:
    explicit FileLock(Descriptor descriptor) : m_descriptor(std::move(descriptor)) {}
    Descriptor m_descriptor;
};

} // namespace teken::store
