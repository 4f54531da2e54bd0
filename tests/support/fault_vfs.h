// A disk that fails on purpose: a SQLite VFS over the real one, which forgets what was not synced when the
// power goes, and fails the n-th write or sync as a full or broken disk would.
//
//   FaultVfs disk;
//   auto book = open(file, disk.name());
//   disk.cutPowerAtSync(3);
//   … until something fails; close the book …
//   disk.settle(FaultVfs::Unsynced::Lost);          // the files are now what the machine finds afterwards
//
// It knows files by the names SQLite uses; renames and removals by others are not seen. It has no shared
// memory, so a book works only in exclusive mode. Outlives every connection that uses it. One thread.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

namespace teken::test {

class FaultVfs {
public:
    enum class Failure : std::uint8_t { DiskFull, DeviceError };
    /// What becomes of writes that were not synced when the power went: disks promise nothing.
    enum class Unsynced : std::uint8_t { Lost, Kept, Torn };

    FaultVfs();
    ~FaultVfs();
    FaultVfs(const FaultVfs&) = delete;
    FaultVfs& operator=(const FaultVfs&) = delete;

    [[nodiscard]] const std::string& name() const;

    // Counted from the call on; the first is 1. Each fails and so does every later one, until heal().
    void failFromWrite(int number, Failure failure);
    void failFromSync(int number, Failure failure);
    /// Every sync says that it went well and does nothing, until heal(): for showing that a test can fail.
    void lieAboutSyncs();
    void heal();

    // From that write or sync on (itself included) nothing reaches the disk any more.
    void cutPowerAtWrite(int number);
    void cutPowerAtSync(int number);
    [[nodiscard]] bool powerIsCut() const;
    /// Writes and syncs so far.
    [[nodiscard]] int writes() const;
    [[nodiscard]] int syncs() const;

    /// After every connection is closed: leaves on the real disk what a machine would find after the power
    /// came back, and starts anew. `seed` chooses the pieces of Torn.
    void settle(Unsynced unsynced, std::uint64_t seed = 1);

    struct Disk; // for the callbacks in fault_vfs.cpp

private:
    std::unique_ptr<Disk> m_disk;
};

} // namespace teken::test
