// One Teken a data folder: the first copy holds a lock that the kernel releases however it ends; a second one
// calls it to the front and leaves. GUI thread.
#pragma once

#include "app/teken/desk_services/book_home.h"
#include "core/base/seams.h"
#include "core/store/file_lock.h"

#include <QFileSystemWatcher>
#include <QObject>

#include <functional>
#include <memory>

namespace teken::app {

class SingleCopy : public QObject {
    Q_OBJECT

public:
    /// Locked "window.second-copy" when a copy runs on this folder; it has then been called. A folder that
    /// cannot be written is no reason to end: the pages say what is wrong with it, and nothing is locked.
    [[nodiscard]] static Result<std::unique_ptr<SingleCopy>> claim(const BookHome& home, FileSystem& files);

signals:
    /// Somebody started Teken once more.
    void called();

private:
    SingleCopy(std::optional<store::FileLock> lock, const QString& bell);

    std::optional<store::FileLock> m_lock;
    QFileSystemWatcher m_watcher;
};

} // namespace teken::app
