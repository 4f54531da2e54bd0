#include "core/store/wal_vfs.h"

#include <sqlite3.h>

#include <cstddef>
#include <cstring>
#include <new>
#include <vector>

namespace teken::store {

struct WalVfs::Parts {
    sqlite3_vfs vfs{};
    sqlite3_vfs* base = nullptr;
    std::string name;
};

namespace {

// SQLite's own files look at 17 bits of a length only: more than this at once would be cut off unnoticed.
constexpr std::size_t kMostPending = 0x1FFFF;

/// What is written but not handed on yet: one run of bytes without a gap.
struct Pending {
    std::vector<std::byte> bytes;
    sqlite3_int64 at = 0;

    [[nodiscard]] bool continuedAt(sqlite3_int64 offset) const {
        return offset == at + static_cast<sqlite3_int64>(bytes.size());
    }
};

/// SQLite gives the memory: this, and behind it the base's own file.
struct WalFile {
    sqlite3_file file;
    Pending* pending;
};
static_assert(sizeof(WalFile) % alignof(std::max_align_t) == 0, "the base's file would not be aligned");

WalFile& walOf(sqlite3_file* file) {
    return *reinterpret_cast<WalFile*>(file);
}

sqlite3_file* baseFile(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<std::byte*>(file) + sizeof(WalFile));
}

/// What cannot be written is dropped: its transaction fails, and SQLite writes that part of the log anew.
int handOn(sqlite3_file* file) {
    auto& pending = *walOf(file).pending;
    if (pending.bytes.empty())
        return SQLITE_OK;
    auto* base = baseFile(file);
    const int code = base->pMethods->xWrite(base, pending.bytes.data(),
                                            static_cast<int>(pending.bytes.size()), pending.at);
    pending.bytes.clear();
    return code;
}

/// Calls the base's method of the same name after everything is written.
template <auto Method, class... Values>
int afterWriting(sqlite3_file* file, Values... values) {
    if (const int code = handOn(file); code != SQLITE_OK)
        return code;
    auto* base = baseFile(file);
    return (base->pMethods->*Method)(base, values...);
}

/// For methods that have nothing to do with contents.
template <auto Method, class... Values>
int straight(sqlite3_file* file, Values... values) {
    auto* base = baseFile(file);
    return (base->pMethods->*Method)(base, values...);
}

int closeWal(sqlite3_file* file) {
    const int written = handOn(file);
    auto* base = baseFile(file);
    const int closed = base->pMethods->xClose(base);
    delete walOf(file).pending;
    walOf(file).pending = nullptr;
    return written != SQLITE_OK ? written : closed;
}

int writeWal(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
    auto& pending = *walOf(file).pending;
    const auto size = static_cast<std::size_t>(count);
    if (!pending.bytes.empty() && (!pending.continuedAt(at) || pending.bytes.size() + size > kMostPending))
        if (const int code = handOn(file); code != SQLITE_OK)
            return code;
    if (pending.bytes.empty())
        pending.at = at;
    try {
        const auto* from = static_cast<const std::byte*>(bytes);
        pending.bytes.insert(pending.bytes.end(), from, from + size);
    } catch (const std::bad_alloc&) {
        return SQLITE_IOERR_NOMEM;
    }
    return SQLITE_OK;
}

const sqlite3_io_methods& walMethods() {
    using Io = sqlite3_io_methods;
    static const Io kMethods = [] {
        Io io{};
        io.iVersion = 1; // shared memory and mapped pages belong to the database's file, not to its log
        io.xClose = closeWal;
        io.xRead = afterWriting<&Io::xRead, void*, int, sqlite3_int64>;
        io.xWrite = writeWal;
        io.xTruncate = afterWriting<&Io::xTruncate, sqlite3_int64>;
        io.xSync = afterWriting<&Io::xSync, int>;
        io.xFileSize = afterWriting<&Io::xFileSize, sqlite3_int64*>;
        io.xLock = straight<&Io::xLock, int>;
        io.xUnlock = straight<&Io::xUnlock, int>;
        io.xCheckReservedLock = straight<&Io::xCheckReservedLock, int*>;
        io.xFileControl = afterWriting<&Io::xFileControl, int, void*>;
        io.xSectorSize = straight<&Io::xSectorSize>;
        io.xDeviceCharacteristics = straight<&Io::xDeviceCharacteristics>;
        return io;
    }();
    return kMethods;
}

sqlite3_vfs* baseOf(sqlite3_vfs* vfs) {
    return static_cast<sqlite3_vfs*>(vfs->pAppData);
}

int openAny(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* given) {
    if ((flags & SQLITE_OPEN_WAL) == 0)
        return baseOf(vfs)->xOpen(baseOf(vfs), name, file, flags, given);
    file->pMethods = nullptr; // nothing to close, should it end here
    const int code = baseOf(vfs)->xOpen(baseOf(vfs), name, baseFile(file), flags, given);
    if (code != SQLITE_OK) {
        if (baseFile(file)->pMethods != nullptr)
            baseFile(file)->pMethods->xClose(baseFile(file));
        return code;
    }
    auto* pending = new (std::nothrow) Pending;
    if (pending == nullptr) {
        baseFile(file)->pMethods->xClose(baseFile(file));
        return SQLITE_NOMEM;
    }
    walOf(file).pending = pending;
    file->pMethods = &walMethods();
    return SQLITE_OK;
}

/// Calls the base's method of the same name with the base itself.
template <auto Method, class Result, class... Values>
Result onBase(sqlite3_vfs* vfs, Values... values) {
    return (baseOf(vfs)->*Method)(baseOf(vfs), values...);
}

} // namespace

WalVfs::WalVfs(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

WalVfs::~WalVfs() {
    sqlite3_vfs_unregister(&m_parts->vfs);
}

const std::string& WalVfs::name() const {
    return m_parts->name;
}

std::unique_ptr<WalVfs> WalVfs::over(const std::string& base) {
    using Vfs = sqlite3_vfs;
    auto parts = std::make_unique<Parts>();
    parts->base = sqlite3_vfs_find(base.empty() ? nullptr : base.c_str());
    if (parts->base == nullptr)
        return nullptr;
    // Its own name for each, so that one that goes never takes another's place away.
    parts->name = "teken-wal-" + std::to_string(reinterpret_cast<std::uintptr_t>(parts.get()));
    auto& vfs = parts->vfs;
    vfs.iVersion = 2;
    vfs.szOsFile = static_cast<int>(sizeof(WalFile)) + parts->base->szOsFile;
    vfs.mxPathname = parts->base->mxPathname;
    vfs.zName = parts->name.c_str();
    vfs.pAppData = parts->base;
    vfs.xOpen = openAny;
    vfs.xDelete = onBase<&Vfs::xDelete, int, const char*, int>;
    vfs.xAccess = onBase<&Vfs::xAccess, int, const char*, int, int*>;
    vfs.xFullPathname = onBase<&Vfs::xFullPathname, int, const char*, int, char*>;
    vfs.xRandomness = onBase<&Vfs::xRandomness, int, int, char*>;
    vfs.xSleep = onBase<&Vfs::xSleep, int, int>;
    vfs.xCurrentTime = onBase<&Vfs::xCurrentTime, int, double*>;
    vfs.xGetLastError = onBase<&Vfs::xGetLastError, int, int, char*>;
    if (parts->base->iVersion >= 2 && parts->base->xCurrentTimeInt64 != nullptr)
        vfs.xCurrentTimeInt64 = onBase<&Vfs::xCurrentTimeInt64, int, sqlite3_int64*>;
    else
        vfs.iVersion = 1;
    if (sqlite3_vfs_register(&vfs, 0) != SQLITE_OK)
        return nullptr;
    return std::unique_ptr<WalVfs>(new WalVfs(std::move(parts)));
}

} // namespace teken::store
