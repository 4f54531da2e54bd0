// Big files on sticks and disks behind an interface, so that tests can have a stick that lies.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <filesystem>
#include <memory>

namespace teken::sync {

class BundleSink {
public:
    virtual ~BundleSink() = default;
    [[nodiscard]] virtual Result<> write(ByteView bytes) = 0;
    /// Durable when it returns.
    [[nodiscard]] virtual Result<> sync() = 0;
};

class BundleSource {
public:
    virtual ~BundleSource() = default;
    /// As many bytes as `into` holds, fewer only at the end of the file.
    [[nodiscard]] virtual Result<std::size_t> read(std::span<std::uint8_t> into) = 0;
    [[nodiscard]] virtual std::uint64_t size() const = 0;
};

class BundleStorage {
public:
    using Path = std::filesystem::path;
    virtual ~BundleStorage() = default;
    /// Replaces what is there. ReadOnly, NoSpace, NotFound (no such folder).
    [[nodiscard]] virtual Result<std::unique_ptr<BundleSink>> create(const Path& path) = 0;
    [[nodiscard]] virtual Result<std::unique_ptr<BundleSource>> open(const Path& path) = 0;
    [[nodiscard]] virtual Result<> rename(const Path& from, const Path& to) = 0;
    virtual void remove(const Path& path) = 0;
};

/// POSIX files, mode 0600. Reading back drops the page cache first where the system lets it.
class PosixBundleStorage final : public BundleStorage {
public:
    [[nodiscard]] Result<std::unique_ptr<BundleSink>> create(const Path& path) override;
    [[nodiscard]] Result<std::unique_ptr<BundleSource>> open(const Path& path) override;
    [[nodiscard]] Result<> rename(const Path& from, const Path& to) override;
    void remove(const Path& path) override;
};

} // namespace teken::sync
