#include "core/store/book_file.h"

#include "core/base/bytes.h"
#include "core/store/descriptor.h"
#include "core/store/schema.h"
#include "core/store/sqlite_errors.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>

namespace teken::store {
namespace {

// https://www.sqlite.org/fileformat.html, section 1.3
constexpr std::size_t kHeaderBytes = 100;
constexpr std::string_view kMagic{"SQLite format 3\0", 16};
constexpr std::size_t kPageSizeAt = 16, kChangeCounterAt = 24, kPageCountAt = 28, kUserVersionAt = 60,
                      kApplicationIdAt = 68, kVersionValidForAt = 92;

using Header = std::array<std::uint8_t, kHeaderBytes>;

std::uint32_t number32(const Header& header, std::size_t at) {
    return static_cast<std::uint32_t>(header[at]) << 24 | static_cast<std::uint32_t>(header[at + 1]) << 16 |
           static_cast<std::uint32_t>(header[at + 2]) << 8 | header[at + 3];
}

std::uint64_t pageSize(const Header& header) {
    const auto size = static_cast<std::uint64_t>(header[kPageSizeAt]) << 8 | header[kPageSizeAt + 1];
    return size == 1 ? 65536 : size;
}

tl::unexpected<Error> notABook(const std::string& found, const std::filesystem::path& file) {
    return fail(ErrorCode::Corrupt, "store.not-a-book", "expected a book, found " + found, file.string());
}

bool hasWal(const std::filesystem::path& file) {
    std::error_code missing;
    const auto bytes = std::filesystem::file_size(file.string() + "-wal", missing);
    return !missing && bytes > 0;
}

// With a write-ahead log beside it, a book cut short by a crash is made whole again from the log.
Result<> checkLength(const Header& header, std::uint64_t fileBytes, const std::filesystem::path& file) {
    const bool countHolds = number32(header, kChangeCounterAt) == number32(header, kVersionValidForAt);
    const auto expected = pageSize(header) * number32(header, kPageCountAt);
    if (countHolds && fileBytes < expected && !hasWal(file))
        return notABook("a file cut short: " + std::to_string(fileBytes) + " of " + std::to_string(expected) +
                            " bytes",
                        file);
    return {};
}

} // namespace

Result<> inspectBookFile(const std::filesystem::path& file) {
    const Descriptor fd(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    if (!fd.valid())
        return fail(fileError(errno, "open the book", file));
    struct stat info {};
    if (::fstat(fd.get(), &info) != 0)
        return fail(fileError(errno, "open the book", file));
    if (!S_ISREG(info.st_mode))
        return notABook("something that is not a file", file);
    Header header{};
    if (::pread(fd.get(), header.data(), header.size(), 0) != static_cast<ssize_t>(header.size()))
        return notABook("a file of " + std::to_string(info.st_size) + " bytes", file);
    if (textOf(ByteView(header).first(kMagic.size())) != kMagic)
        return notABook("another kind of file", file);
    if (number32(header, kApplicationIdAt) != kApplicationId)
        return notABook("a database of another program", file);
    if (const auto version = number32(header, kUserVersionAt); version > kSchemaVersion)
        return fail(ErrorCode::Unsupported, "store.newer",
                    "expected a book of version " + std::to_string(kSchemaVersion) + " or older, found " +
                        std::to_string(version),
                    file.string());
    return checkLength(header, static_cast<std::uint64_t>(info.st_size), file);
}

Result<> createEmptyFile(const std::filesystem::path& file) {
    const Descriptor fd(::open(file.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (fd.valid())
        return {};
    if (errno == EEXIST)
        return fail(ErrorCode::Conflict, "store.exists", "expected a new name, found a file", file.string());
    return fail(fileError(errno, "create the book", file));
}

Result<> publishFile(const std::filesystem::path& finished, const std::filesystem::path& name) {
    if (::renameat2(AT_FDCWD, finished.c_str(), AT_FDCWD, name.c_str(), RENAME_NOREPLACE) != 0) {
        if (errno == EEXIST)
            return fail(ErrorCode::Conflict, "store.exists", "expected a new name, found a file",
                        name.string());
        // Some file systems of memory sticks cannot promise "only if new"; link() promises the same.
        if (errno != EINVAL || ::link(finished.c_str(), name.c_str()) != 0)
            return fail(fileError(errno, "name the book", name));
        ::unlink(finished.c_str());
    }
    const auto folder = name.parent_path();
    const Descriptor fd(::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!fd.valid() || ::fsync(fd.get()) != 0)
        return fail(fileError(errno, "sync the book's folder", name));
    return {};
}

void removeDatabaseFiles(const std::filesystem::path& file) {
    for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        ::unlink((file.string() + suffix).c_str());
}

} // namespace teken::store
