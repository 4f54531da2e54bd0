#include "core/store/file_lock.h"

#include "core/store/sqlite_errors.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>

namespace teken::store {

Result<FileLock> FileLock::acquire(const std::filesystem::path& file) {
    const std::string path = file.string() + ".lock";
    FileLock lock(Descriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600)));
    if (!lock.m_descriptor.valid())
        return fail(fileError(errno, "lock the book", file));
    while (::flock(lock.m_descriptor.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return fail(ErrorCode::Locked, "store.in-use", "another program uses this book", file.string());
        if (errno != EINTR)
            return fail(fileError(errno, "lock the book", file));
    }
    return lock;
}

} // namespace teken::store
