// Files on their way between the laptop and a stick: in pieces, with progress, and stopped when somebody
// asks. A dying stick then holds up nothing but its own copy.
#pragma once

#include "sync/bundle/storage.h"

#include <atomic>
#include <functional>

namespace teken::app {

/// Another storage whose reads and writes end with Cancelled "bundle.cancelled" once `stop` is set. Both
/// outlive it; any thread.
class StoppableStorage final : public sync::BundleStorage {
public:
    StoppableStorage(sync::BundleStorage& storage, const std::atomic_bool& stop)
        : m_storage(storage), m_stop(stop) {}
    [[nodiscard]] Result<std::unique_ptr<sync::BundleSink>> create(const Path& path) override;
    [[nodiscard]] Result<std::unique_ptr<sync::BundleSource>> open(const Path& path) override;
    [[nodiscard]] Result<> rename(const Path& from, const Path& to) override {
        return m_storage.rename(from, to);
    }
    void remove(const Path& path) override { m_storage.remove(path); }

private:
    sync::BundleStorage& m_storage;
    const std::atomic_bool& m_stop;
};

using CarryProgress = std::function<void(double part)>; ///< 0 to 1

/// Copies beside `to` under another name, reads back what the other disk kept, then renames; what was at `to`
/// stays until then, and nothing is left behind when it fails. VerificationFailed "bundle.read-back" when the
/// other disk did not keep what was written; the errors of the storage.
[[nodiscard]] Result<> carry(sync::BundleStorage& storage, const sync::BundleStorage::Path& from,
                             const sync::BundleStorage::Path& to, const CarryProgress& progress);

} // namespace teken::app
