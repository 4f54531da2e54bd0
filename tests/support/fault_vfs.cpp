// The only test code that includes sqlite3.h: a VFS can be written in no other way.
#include "tests/support/fault_vfs.h"

#include "core/base/bytes.h"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <random>
#include <stdexcept>
#include <vector>

namespace teken::test {
namespace {

constexpr std::size_t kSectorBytes = 512; // a write may be torn between sectors

/// A write, or a truncation (no bytes), that no sync has confirmed.
struct Change {
    std::size_t offset = 0;
    std::optional<Bytes> bytes;
};

void apply(Bytes& content, const Change& change) {
    if (!change.bytes) {
        content.resize(std::min(content.size(), change.offset));
        return;
    }
    content.resize(std::max(content.size(), change.offset + change.bytes->size()));
    std::copy(change.bytes->begin(), change.bytes->end(),
              content.begin() + static_cast<std::ptrdiff_t>(change.offset));
}

/// One file as the platter knows it, and what is still on its way there.
struct Tracked {
    std::optional<Bytes> durable; ///< none: the name is not durable yet
    std::vector<Change> pending;
};

std::optional<Bytes> readWhole(const std::string& path) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file)
        return std::nullopt;
    Bytes content(static_cast<std::size_t>(file.tellg()));
    file.seekg(0);
    file.read(reinterpret_cast<char*>(content.data()), static_cast<std::streamsize>(content.size()));
    return content;
}

void writeWhole(const std::string& path, const Bytes& content) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
    if (!file)
        throw std::runtime_error("cannot write " + path);
}

/// Calls off everything from the `left`-th on.
struct Countdown {
    int left = 0; ///< 0: not set
    [[nodiscard]] bool reached() {
        if (left > 1) {
            --left;
            return false;
        }
        return left == 1;
    }
};

int codeOf(FaultVfs::Failure failure, int deviceError) {
    return failure == FaultVfs::Failure::DiskFull ? SQLITE_FULL : deviceError;
}

} // namespace

struct FaultVfs::Disk {
    sqlite3_vfs vfs{};
    sqlite3_vfs* real = nullptr;
    std::string name;
    std::map<std::string, Tracked> files;
    Countdown failWrites, failSyncs, cutWrites, cutSyncs;
    Failure failure = Failure::DiskFull;
    bool off = false;
    bool lies = false;
    int writes = 0, syncs = 0;

    /// SQLITE_OK, or why this write does not happen.
    [[nodiscard]] int beforeWrite() {
        ++writes;
        off = off || cutWrites.reached();
        if (off)
            return SQLITE_IOERR_WRITE;
        return failWrites.reached() ? codeOf(failure, SQLITE_IOERR_WRITE) : SQLITE_OK;
    }
    [[nodiscard]] int beforeSync() {
        ++syncs;
        off = off || cutSyncs.reached();
        if (off)
            return SQLITE_IOERR_FSYNC;
        return failSyncs.reached() ? codeOf(failure, SQLITE_IOERR_FSYNC) : SQLITE_OK;
    }
};

namespace {

/// What SQLite holds for an open file; the real one lies behind it in the same memory.
struct FaultFile {
    sqlite3_file base;
    FaultVfs::Disk* disk;
    Tracked* tracked; // null: a temporary file
};

FaultFile& faultFile(sqlite3_file* file) {
    return *reinterpret_cast<FaultFile*>(file);
}

sqlite3_file* realFile(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<std::byte*>(file) + sizeof(FaultFile));
}

FaultVfs::Disk& diskOf(sqlite3_vfs* vfs) {
    return *static_cast<FaultVfs::Disk*>(vfs->pAppData);
}

int closeFile(sqlite3_file* file) {
    return realFile(file)->pMethods->xClose(realFile(file));
}

int readFile(sqlite3_file* file, void* into, int bytes, sqlite3_int64 offset) {
    return realFile(file)->pMethods->xRead(realFile(file), into, bytes, offset);
}

int writeFile(sqlite3_file* file, const void* from, int bytes, sqlite3_int64 offset) {
    auto& fault = faultFile(file);
    if (const int code = fault.disk->beforeWrite(); code != SQLITE_OK)
        return code;
    const auto* data = static_cast<const std::uint8_t*>(from);
    if (fault.tracked != nullptr)
        fault.tracked->pending.push_back({static_cast<std::size_t>(offset), Bytes(data, data + bytes)});
    return realFile(file)->pMethods->xWrite(realFile(file), from, bytes, offset);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 bytes) {
    auto& fault = faultFile(file);
    if (const int code = fault.disk->beforeWrite(); code != SQLITE_OK)
        return code;
    if (fault.tracked != nullptr)
        fault.tracked->pending.push_back({static_cast<std::size_t>(bytes), std::nullopt});
    return realFile(file)->pMethods->xTruncate(realFile(file), bytes);
}

// The real file needs no sync: it is only the stage on which SQLite plays.
int syncFile(sqlite3_file* file, int) {
    auto& fault = faultFile(file);
    if (const int code = fault.disk->beforeSync(); code != SQLITE_OK)
        return code;
    if (fault.tracked == nullptr || fault.disk->lies)
        return SQLITE_OK;
    if (!fault.tracked->durable)
        fault.tracked->durable.emplace();
    for (const auto& change : fault.tracked->pending)
        apply(*fault.tracked->durable, change);
    fault.tracked->pending.clear();
    return SQLITE_OK;
}

int fileSize(sqlite3_file* file, sqlite3_int64* bytes) {
    return realFile(file)->pMethods->xFileSize(realFile(file), bytes);
}

int lockFile(sqlite3_file* file, int level) {
    return realFile(file)->pMethods->xLock(realFile(file), level);
}

int unlockFile(sqlite3_file* file, int level) {
    return realFile(file)->pMethods->xUnlock(realFile(file), level);
}

int checkReserved(sqlite3_file* file, int* result) {
    return realFile(file)->pMethods->xCheckReservedLock(realFile(file), result);
}

int controlFile(sqlite3_file* file, int operation, void* argument) {
    return realFile(file)->pMethods->xFileControl(realFile(file), operation, argument);
}

int sectorSize(sqlite3_file* file) {
    return realFile(file)->pMethods->xSectorSize(realFile(file));
}

int characteristics(sqlite3_file* file) {
    return realFile(file)->pMethods->xDeviceCharacteristics(realFile(file));
}

constexpr sqlite3_io_methods kMethods{1,           closeFile,  readFile,        writeFile,  truncateFile,
                                      syncFile,    fileSize,   lockFile,        unlockFile, checkReserved,
                                      controlFile, sectorSize, characteristics, nullptr,    nullptr,
                                      nullptr,     nullptr,    nullptr,         nullptr};

int openFile(sqlite3_vfs* vfs, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags) {
    auto& disk = diskOf(vfs);
    auto& fault = faultFile(file);
    fault.base.pMethods = nullptr;
    if (disk.off)
        return SQLITE_CANTOPEN;
    const auto before = name != nullptr ? readWhole(name) : std::nullopt;
    const int code = disk.real->xOpen(disk.real, name, realFile(file), flags, outFlags);
    if (code != SQLITE_OK)
        return code;
    fault.base.pMethods = &kMethods;
    fault.disk = &disk;
    fault.tracked = nullptr;
    if (name != nullptr) { // what was there before this disk began to watch counts as durable
        const auto [known, added] = disk.files.try_emplace(name);
        if (added)
            known->second.durable = before;
        fault.tracked = &known->second;
    }
    return SQLITE_OK;
}

// A removal that is not followed by a sync of its folder may be undone by the power cut.
int deleteFile(sqlite3_vfs* vfs, const char* name, int syncFolder) {
    auto& disk = diskOf(vfs);
    if (disk.off)
        return SQLITE_IOERR_DELETE;
    const int code = disk.real->xDelete(disk.real, name, 0);
    if (const auto known = disk.files.find(name); code == SQLITE_OK && known != disk.files.end()) {
        known->second.pending.clear();
        if (syncFolder != 0)
            known->second.durable.reset();
    }
    return code;
}

int access(sqlite3_vfs* vfs, const char* name, int flags, int* result) {
    auto* real = diskOf(vfs).real;
    return real->xAccess(real, name, flags, result);
}

int fullPath(sqlite3_vfs* vfs, const char* name, int bytes, char* into) {
    auto* real = diskOf(vfs).real;
    return real->xFullPathname(real, name, bytes, into);
}

int randomness(sqlite3_vfs* vfs, int bytes, char* into) {
    auto* real = diskOf(vfs).real;
    return real->xRandomness(real, bytes, into);
}

int pause(sqlite3_vfs*, int microseconds) {
    return microseconds;
}

int currentTime(sqlite3_vfs* vfs, double* into) {
    auto* real = diskOf(vfs).real;
    return real->xCurrentTime(real, into);
}

int lastError(sqlite3_vfs*, int, char*) {
    return 0;
}

/// Some sectors of each write, in the order of writing.
void applyTorn(Bytes& content, const Change& change, std::mt19937_64& random) {
    if (!change.bytes) {
        if (random() % 2 == 0)
            apply(content, change);
        return;
    }
    for (std::size_t at = 0; at < change.bytes->size();) {
        const auto sectorEnd = (change.offset + at) / kSectorBytes * kSectorBytes + kSectorBytes;
        const auto bytes = std::min(change.bytes->size() - at, sectorEnd - change.offset - at);
        const auto from = change.bytes->begin() + static_cast<std::ptrdiff_t>(at);
        if (random() % 2 == 0)
            apply(content, {change.offset + at, Bytes(from, from + static_cast<std::ptrdiff_t>(bytes))});
        at += bytes;
    }
}

} // namespace

FaultVfs::FaultVfs() : m_disk(std::make_unique<Disk>()) {
    auto& disk = *m_disk;
    disk.real = sqlite3_vfs_find(nullptr);
    disk.name = "teken-fault-" + std::to_string(reinterpret_cast<std::uintptr_t>(this));
    disk.vfs.iVersion = 1;
    disk.vfs.szOsFile = static_cast<int>(sizeof(FaultFile)) + disk.real->szOsFile;
    disk.vfs.mxPathname = disk.real->mxPathname;
    disk.vfs.zName = disk.name.c_str();
    disk.vfs.pAppData = &disk;
    disk.vfs.xOpen = openFile;
    disk.vfs.xDelete = deleteFile;
    disk.vfs.xAccess = access;
    disk.vfs.xFullPathname = fullPath;
    disk.vfs.xRandomness = randomness;
    disk.vfs.xSleep = pause;
    disk.vfs.xCurrentTime = currentTime;
    disk.vfs.xGetLastError = lastError;
    if (sqlite3_vfs_register(&disk.vfs, 0) != SQLITE_OK)
        throw std::runtime_error("cannot register a VFS");
}

FaultVfs::~FaultVfs() {
    sqlite3_vfs_unregister(&m_disk->vfs);
}

const std::string& FaultVfs::name() const {
    return m_disk->name;
}

void FaultVfs::failFromWrite(int number, Failure failure) {
    m_disk->failWrites.left = number;
    m_disk->failure = failure;
}

void FaultVfs::failFromSync(int number, Failure failure) {
    m_disk->failSyncs.left = number;
    m_disk->failure = failure;
}

void FaultVfs::lieAboutSyncs() {
    m_disk->lies = true;
}

void FaultVfs::heal() {
    m_disk->lies = false;
    m_disk->failWrites = {};
    m_disk->failSyncs = {};
}

void FaultVfs::cutPowerAtWrite(int number) {
    m_disk->cutWrites.left = number;
}

void FaultVfs::cutPowerAtSync(int number) {
    m_disk->cutSyncs.left = number;
}

bool FaultVfs::powerIsCut() const {
    return m_disk->off;
}

int FaultVfs::writes() const {
    return m_disk->writes;
}

int FaultVfs::syncs() const {
    return m_disk->syncs;
}

void FaultVfs::settle(Unsynced unsynced, std::uint64_t seed) {
    std::mt19937_64 random(seed);
    for (auto& [path, file] : m_disk->files) {
        auto content = file.durable;
        for (const auto& change : file.pending) {
            if (unsynced == Unsynced::Lost)
                break;
            if (!content)
                content.emplace();
            if (unsynced == Unsynced::Kept)
                apply(*content, change);
            else
                applyTorn(*content, change, random);
        }
        if (content)
            writeWhole(path, *content);
        else
            std::filesystem::remove(path);
    }
    m_disk->files.clear();
    m_disk->cutWrites = m_disk->cutSyncs = {};
    m_disk->off = false;
    heal();
}

} // namespace teken::test
