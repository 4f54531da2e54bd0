#include "core/store/sqlite_errors.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstring>

namespace teken::store {
namespace {

struct Row {
    ErrorCode code;
    const char* reason;
    const char* words;
};

constexpr Row kFull{ErrorCode::NoSpace, "store.disk-full", "the disk is full"};
constexpr Row kReadOnly{ErrorCode::ReadOnly, "store.read-only", "no right to write the book or its folder"};
constexpr Row kMissing{ErrorCode::NotFound, "store.missing", "the book's file or folder does not exist"};
constexpr Row kInUse{ErrorCode::Locked, "store.in-use", "another program uses this book"};
constexpr Row kDevice{ErrorCode::Corrupt, "store.device-error", "the disk failed to read or write"};

bool isFull(int systemErrno) {
    return systemErrno == ENOSPC || systemErrno == EDQUOT;
}

bool isForbidden(int systemErrno) {
    return systemErrno == EACCES || systemErrno == EPERM || systemErrno == EROFS;
}

// SQLite says only "cannot open" or "I/O error" for what the system told it more exactly.
Row fileRow(int systemErrno, const Row& otherwise) {
    if (isFull(systemErrno))
        return kFull;
    if (isForbidden(systemErrno))
        return kReadOnly;
    return otherwise;
}

Row rowOf(int code, int systemErrno) {
    switch (code & 0xff) {
    case SQLITE_FULL:
        return kFull;
    case SQLITE_IOERR:
        return fileRow(systemErrno, kDevice);
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return kReadOnly;
    case SQLITE_CANTOPEN:
        return fileRow(systemErrno, kMissing);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return kInUse;
    case SQLITE_NOTADB:
        return {ErrorCode::Corrupt, "store.not-a-book", "not a book"};
    case SQLITE_CORRUPT:
        return {ErrorCode::Corrupt, "store.damaged", "the book's file is damaged"};
    case SQLITE_TOOBIG:
        return {ErrorCode::InvalidInput, "store.too-large", "a value is too large"};
    case SQLITE_NOMEM:
        return {ErrorCode::Internal, "store.no-memory", "out of memory"};
    case SQLITE_CONSTRAINT:
        return {ErrorCode::Conflict, "store.constraint", "a rule of the tables is broken"};
    default:
        return {ErrorCode::Internal, "store.failed", "the database failed"};
    }
}

} // namespace

Error sqliteError(int code, const std::string& text, int systemErrno) {
    const Row row = rowOf(code, systemErrno);
    return {row.code,
            row.reason,
            std::string(row.words) + " (SQLite " + std::to_string(code) + ": " + text + ")",
            {}};
}

Error fileError(int systemErrno, const std::string& action, const std::filesystem::path& path) {
    Row row = fileRow(systemErrno, {ErrorCode::Internal, "store.failed", ""});
    if (systemErrno == ENOENT || systemErrno == ENOTDIR)
        row = kMissing;
    if (systemErrno == EIO)
        row = kDevice;
    return {row.code, row.reason, "cannot " + action + ": " + std::strerror(systemErrno), path.string()};
}

} // namespace teken::store
