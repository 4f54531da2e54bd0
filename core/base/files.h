// The real file system (POSIX).
#pragma once

#include "core/base/seams.h"

namespace teken {

class PosixFileSystem final : public FileSystem {
public:
    [[nodiscard]] Result<Bytes> read(const Path& path, std::uint64_t limit) const override;
    [[nodiscard]] Result<> writeAtomic(const Path& path, ByteView bytes) override;
    [[nodiscard]] bool exists(const Path& path) const override;
    [[nodiscard]] Result<> remove(const Path& path) override;
    [[nodiscard]] Result<> createFolders(const Path& path) override;
    [[nodiscard]] Result<std::vector<std::string>> list(const Path& folder) const override;
    [[nodiscard]] Result<std::uint64_t> freeBytes(const Path& path) const override;
};

/// The Error for a failed system call: NoSpace, ReadOnly, NotFound, Locked or Internal, with errno's own
/// words.
[[nodiscard]] Error systemError(int errnoValue, const std::string& action, const std::filesystem::path& path);

} // namespace teken
