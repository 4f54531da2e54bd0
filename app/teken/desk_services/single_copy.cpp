#include "app/teken/desk_services/single_copy.h"

#include <QFile>

namespace teken::app {

namespace {

// A file that a second copy writes to: seen by the first one without a port or a socket.
QString bellOf(const BookHome& home) {
    return QString::fromStdString((home.folder / "teken.bell").string());
}

bool ring(const QString& bell) {
    QFile file(bell);
    return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write("1") == 1;
}

} // namespace

Result<std::unique_ptr<SingleCopy>> SingleCopy::claim(const BookHome& home, FileSystem& files) {
    static_cast<void>(files.createFolders(home.folder)); // a failure shows below
    auto lock = store::FileLock::acquire(home.folder / "teken");
    if (!lock && lock.error().code == ErrorCode::Locked) {
        static_cast<void>(ring(bellOf(home))); // without it the first copy only stays where it is
        return fail(ErrorCode::Locked, "window.second-copy",
                    "expected no other copy on this data folder, found one");
    }
    std::optional<store::FileLock> held;
    if (lock)
        held.emplace(std::move(*lock));
    return std::unique_ptr<SingleCopy>(new SingleCopy(std::move(held), bellOf(home)));
}

SingleCopy::SingleCopy(std::optional<store::FileLock> lock, const QString& bell) : m_lock(std::move(lock)) {
    if (!m_lock || !ring(bell))
        return;
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, [this] { emit called(); });
    m_watcher.addPath(bell);
}

} // namespace teken::app
