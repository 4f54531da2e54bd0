// The operating system behind interfaces. Real ones are made in main() (system.h, files.h); tests bring their
// own. Objects are handed down by reference and outlive whoever uses them.
#pragma once

#include "core/base/bytes.h"
#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace teken {

using WallTime = std::chrono::sys_time<std::chrono::milliseconds>; ///< UTC; a claim, never an order
using Milliseconds = std::chrono::milliseconds;

class Clock {
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual WallTime now() const = 0;
    /// Never runs backwards within one boot; its zero means nothing.
    [[nodiscard]] virtual Milliseconds monotonic() const = 0;
    /// Equal as long as monotonic() values may be compared.
    [[nodiscard]] virtual BootId bootId() const = 0;
};

class RandomSource {
public:
    virtual ~RandomSource() = default;
    /// Cryptographic strength; cannot fail (a machine without randomness aborts). Thread-safe.
    virtual void fill(std::span<std::uint8_t> into) = 0;

    template <class Fixed>
    [[nodiscard]] Fixed make() {
        Fixed value;
        fill(value.bytes);
        return value;
    }
};

/// Whole small files. Big ones (databases, bundles) have seams of their own.
class FileSystem {
public:
    using Path = std::filesystem::path;
    virtual ~FileSystem() = default;

    /// Refuses files longer than `limit` bytes before reading them.
    [[nodiscard]] virtual Result<Bytes> read(const Path& path, std::uint64_t limit) const = 0;
    /// All or nothing and durable: temporary file, write, fsync, rename, fsync of the folder. Mode 0600.
    [[nodiscard]] virtual Result<> writeAtomic(const Path& path, ByteView bytes) = 0;
    [[nodiscard]] virtual bool exists(const Path& path) const = 0;
    [[nodiscard]] virtual Result<> remove(const Path& path) = 0;
    [[nodiscard]] virtual Result<> createFolders(const Path& path) = 0;
    /// Names in the folder, sorted, without "." and "..".
    [[nodiscard]] virtual Result<std::vector<std::string>> list(const Path& folder) const = 0;
    [[nodiscard]] virtual Result<std::uint64_t> freeBytes(const Path& path) const = 0;
};

} // namespace teken
