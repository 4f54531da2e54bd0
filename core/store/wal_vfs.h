// A SQLite VFS over another one that hands a write-ahead log to the system in large pieces.
//
// SQLite writes each frame of the log with two calls, 24 bytes and a page, and a batch of entries changes
// pages of every index: push_bench made 170,000 such calls, and makes 38,000 through this. What is promised
// does not change: a log promises nothing before xSync, and xSync, like everything else that could see the
// difference, writes first. A write that fails late fails in the xSync of its own transaction.
//
// Threads: as the connection that uses it. SQLite's list of VFSs is locked by itself.
#pragma once

#include <memory>
#include <string>

namespace teken::store {

class WalVfs {
public:
    /// Registers a VFS over the one named `base` (empty: the system's). Null if there is none of that name.
    [[nodiscard]] static std::unique_ptr<WalVfs> over(const std::string& base);
    /// Outlives every connection that was opened with it.
    ~WalVfs();
    WalVfs(const WalVfs&) = delete;
    WalVfs& operator=(const WalVfs&) = delete;

    [[nodiscard]] const std::string& name() const;

private:
    struct Parts;
    explicit WalVfs(std::unique_ptr<Parts> parts);

    std::unique_ptr<Parts> m_parts;
};

} // namespace teken::store
