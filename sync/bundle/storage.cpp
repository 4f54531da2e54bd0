#include "sync/bundle/storage.h"

#include "core/base/files.h"
#include "core/base/replaceable.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace teken::sync {

namespace {

class Descriptor {
public:
    explicit Descriptor(int value) : m_value(value) {}
    ~Descriptor() {
        if (m_value >= 0)
            ::close(m_value);
    }
    Descriptor(Descriptor&& other) noexcept : m_value(std::exchange(other.m_value, -1)) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;
    [[nodiscard]] int get() const { return m_value; }

private:
    int m_value;
};

class PosixSink final : public BundleSink {
public:
    PosixSink(Descriptor file, std::filesystem::path path)
        : m_file(std::move(file)), m_path(std::move(path)) {}

    Result<> write(ByteView bytes) override {
        while (!bytes.empty()) {
            const auto written = ::write(m_file.get(), bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                return fail(systemError(errno, "write", m_path));
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
        return {};
    }

    Result<> sync() override {
        if (::fsync(m_file.get()) != 0)
            return fail(systemError(errno, "fsync", m_path));
        return {};
    }

private:
    Descriptor m_file;
    std::filesystem::path m_path;
};

class PosixSource final : public BundleSource {
public:
    PosixSource(Descriptor file, std::filesystem::path path, std::uint64_t size)
        : m_file(std::move(file)), m_path(std::move(path)), m_size(size) {}

    Result<std::size_t> read(std::span<std::uint8_t> into) override {
        std::size_t done = 0;
        while (done < into.size()) {
            const auto got = ::read(m_file.get(), into.data() + done, into.size() - done);
            if (got < 0 && errno == EINTR)
                continue;
            if (got < 0)
                return fail(systemError(errno, "read", m_path));
            if (got == 0)
                break;
            done += static_cast<std::size_t>(got);
        }
        return done;
    }
    std::uint64_t size() const override { return m_size; }

private:
    Descriptor m_file;
    std::filesystem::path m_path;
    std::uint64_t m_size;
};

} // namespace

Result<std::unique_ptr<BundleSink>> PosixBundleStorage::create(const Path& path) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (file.get() < 0)
        return fail(systemError(errno, "create", path));
    return std::make_unique<PosixSink>(std::move(file), path);
}

Result<std::unique_ptr<BundleSource>> PosixBundleStorage::open(const Path& path) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0)
        return fail(systemError(errno, "open", path));
    struct stat facts {};
    if (::fstat(file.get(), &facts) != 0)
        return fail(systemError(errno, "stat", path));
    if (!S_ISREG(facts.st_mode))
        return fail(ErrorCode::InvalidInput, "bundle.not-a-file", "expected a file, found something else");
    // So that what is read back comes from the stick and not from memory. Best effort: some systems ignore
    // it.
    static_cast<void>(::posix_fadvise(file.get(), 0, 0, POSIX_FADV_DONTNEED));
    return std::make_unique<PosixSource>(std::move(file), path, static_cast<std::uint64_t>(facts.st_size));
}

Result<> PosixBundleStorage::rename(const Path& from, const Path& to) {
    TEKEN_CHECK(replaceable(to).map([](const auto&) {}));
    if (::rename(from.c_str(), to.c_str()) != 0)
        return fail(systemError(errno, "rename", to));
    const auto folder = to.has_parent_path() ? to.parent_path() : Path(".");
    const Descriptor handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // FAT sticks refuse fsync of a folder: the file itself is durable already.
    if (handle.get() >= 0 && ::fsync(handle.get()) != 0 && errno != EINVAL && errno != ENOTSUP)
        return fail(systemError(errno, "fsync", folder));
    return {};
}

void PosixBundleStorage::remove(const Path& path) {
    static_cast<void>(::unlink(path.c_str()));
}

} // namespace teken::sync
