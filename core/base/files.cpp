#include "core/base/files.h"

#include "core/base/replaceable.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <system_error>
#include <unistd.h>

namespace teken {
namespace {

// Owns one file descriptor.
class Descriptor {
public:
    explicit Descriptor(int fd) : m_fd(fd) {}
    ~Descriptor() {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool valid() const { return m_fd >= 0; }

private:
    int m_fd;
};

Result<> writeAll(int fd, ByteView bytes, const std::filesystem::path& path) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(fd, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail(systemError(errno, "write", path));
        bytes = bytes.subspan(static_cast<std::size_t>(count));
    }
    if (::fsync(fd) != 0)
        return fail(systemError(errno, "sync", path));
    return {};
}

// Every book is one. They are never written whole; who names one as the place of a report mistyped.
bool isDatabase(const std::filesystem::path& path) {
    constexpr std::string_view kMagic{"SQLite format 3", 16}; // with the zero behind it
    const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    char begin[kMagic.size()] = {};
    return fd.valid() && ::read(fd.get(), begin, sizeof begin) == static_cast<ssize_t>(sizeof begin) &&
           std::string_view(begin, sizeof begin) == kMagic;
}

// A rename is durable only once its folder is.
Result<> syncFolder(const std::filesystem::path& folder) {
    const Descriptor fd(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd.valid() || ::fsync(fd.get()) != 0)
        return fail(systemError(errno, "sync folder", folder));
    return {};
}

} // namespace

Error systemError(int errnoValue, const std::string& action, const std::filesystem::path& path) {
    ErrorCode code = ErrorCode::Internal;
    std::string reason = "files.failed";
    switch (errnoValue) {
    case ENOENT:
    case ENOTDIR:
        code = ErrorCode::NotFound;
        reason = "files.missing";
        break;
    case ENOSPC:
    case EDQUOT:
        code = ErrorCode::NoSpace;
        reason = "files.disk-full";
        break;
    case EACCES:
    case EPERM:
    case EROFS:
        code = ErrorCode::ReadOnly;
        reason = "files.read-only";
        break;
    case EBUSY:
    case EAGAIN:
        code = ErrorCode::Locked;
        reason = "files.in-use";
        break;
    case EISDIR:
        code = ErrorCode::InvalidInput;
        reason = "files.is-folder";
        break;
    case EIO:
        code = ErrorCode::Corrupt;
        reason = "files.device-error";
        break;
    default:
        break;
    }
    return {code, reason, "cannot " + action + ": " + std::strerror(errnoValue), path.string()};
}

Result<std::filesystem::path> replaceable(const std::filesystem::path& path) {
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0)
        return path;
    if (S_ISDIR(info.st_mode))
        return fail(systemError(EISDIR, "write", path));
    if (!S_ISREG(info.st_mode))
        return fail(ErrorCode::InvalidInput, "files.not-a-file",
                    "expected the name of a file, found a device or a pipe", path.string());
    if (isDatabase(path))
        return fail(ErrorCode::Conflict, "files.is-book", "expected another name, found a database there",
                    path.string());
    std::error_code error;
    auto target = std::filesystem::canonical(path, error);
    return error ? path : target;
}

Result<Bytes> PosixFileSystem::read(const Path& path, std::uint64_t limit) const {
    const Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd.valid())
        return fail(systemError(errno, "open", path));
    Bytes bytes;
    std::uint8_t chunk[65536];
    for (;;) {
        const ssize_t count = ::read(fd.get(), chunk, sizeof chunk);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return fail(systemError(errno, "read", path));
        if (count == 0)
            return bytes;
        if (bytes.size() + static_cast<std::size_t>(count) > limit)
            return fail(ErrorCode::InvalidInput, "files.too-large",
                        "expected at most " + std::to_string(limit) + " bytes", path.string());
        bytes.insert(bytes.end(), chunk, chunk + count);
    }
}

Result<> PosixFileSystem::writeAtomic(const Path& path, ByteView bytes) {
    TEKEN_TRY(const auto target, replaceable(path));
    // A name of its own for each writer, so that two writers never share a half-written file.
    std::string temporary = target.string() + ".XXXXXX";
    const Descriptor fd(::mkstemp(temporary.data()));
    if (!fd.valid())
        return fail(systemError(errno, "create", path));
    if (auto written = writeAll(fd.get(), bytes, path); !written) {
        ::unlink(temporary.c_str());
        return written;
    }
    if (::rename(temporary.c_str(), target.c_str()) != 0) {
        const int failure = errno;
        ::unlink(temporary.c_str());
        return fail(systemError(failure, "rename", path));
    }
    return syncFolder(target.parent_path());
}

bool PosixFileSystem::exists(const Path& path) const {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

Result<> PosixFileSystem::remove(const Path& path) {
    if (::unlink(path.c_str()) != 0)
        return fail(systemError(errno, "remove", path));
    return {};
}

Result<> PosixFileSystem::createFolders(const Path& path) {
    if (path.empty())
        return {}; // the parent of a bare file name: the folder one is in
    std::error_code error;
    std::filesystem::create_directories(path, error);
    if (error)
        return fail(systemError(error.value(), "create folder", path));
    return {};
}

Result<std::vector<std::string>> PosixFileSystem::list(const Path& folder) const {
    std::error_code error;
    std::vector<std::string> names;
    for (auto it = std::filesystem::directory_iterator(folder, error);
         !error && it != std::filesystem::end(it); it.increment(error))
        names.push_back(it->path().filename().string());
    if (error)
        return fail(systemError(error.value(), "list", folder));
    std::sort(names.begin(), names.end());
    return names;
}

Result<std::uint64_t> PosixFileSystem::freeBytes(const Path& path) const {
    struct statvfs info {};
    if (::statvfs(path.c_str(), &info) != 0)
        return fail(systemError(errno, "read free space of", path));
    return static_cast<std::uint64_t>(info.f_bavail) * info.f_frsize;
}

} // namespace teken
