#include "app/teken/desk_services/mounted_places.h"

#include "app/teken/desk_services/removable.h"
#include "core/base/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QStorageInfo>

#include <algorithm>

namespace teken::app {

namespace {

constexpr int kLookMilliseconds = 2'000;

QString shown(const char* text) {
    return QCoreApplication::translate("Places", text);
}

/// -1 if the system does not say. Asked of the folder itself: the mounts that QStorageInfo reads do not name
/// every place.
qint64 freeIn(const QString& folder) {
    const auto bytes = PosixFileSystem().freeBytes(folder.toStdString());
    return bytes ? static_cast<qint64>(*bytes) : -1;
}

QList<PlaceRow> sticks() {
    QList<PlaceRow> rows;
    for (const auto& volume : QStorageInfo::mountedVolumes()) {
        const QString root = volume.rootPath();
        // A laptop started from a stick has its own data there, under no name people would know.
        const bool system = volume.isRoot() || root.startsWith(QLatin1String("/boot"));
        if (system || !volume.isValid() || !volume.isReady() ||
            !isRemovable(QString::fromUtf8(volume.device())))
            continue;
        rows.append(
            {shown(QT_TRANSLATE_NOOP("Places", "Flashdisk %1"))
                 .arg(volume.displayName() == root ? QFileInfo(root).fileName() : volume.displayName()),
             root, volume.bytesAvailable(), true, !volume.isReadOnly() && QFileInfo(root).isWritable()});
    }
    return rows;
}

QList<PlaceRow> places() {
    QList<PlaceRow> rows = sticks();
    const auto folder = [&](QStandardPaths::StandardLocation location, const QString& title) {
        const QString path = QStandardPaths::writableLocation(location);
        if (!path.isEmpty() && QFileInfo(path).isDir())
            rows.append({title, path, freeIn(path), false, QFileInfo(path).isWritable()});
    };
    folder(QStandardPaths::DocumentsLocation, shown(QT_TRANSLATE_NOOP("Places", "Folder Dokumen")));
    folder(QStandardPaths::DownloadLocation, shown(QT_TRANSLATE_NOOP("Places", "Folder Unduhan")));
    return rows;
}

/// A folder of a telephone holds thousands; the paper of a moment ago is among the newest.
constexpr qsizetype kMostScans = 40;

QList<FileRow> filesOf(const QList<PlaceRow>& among, const QStringList& patterns) {
    QList<FileRow> rows;
    for (const auto& place : among)
        for (const auto& file : QDir(place.folder).entryInfoList(patterns, QDir::Files | QDir::Readable))
            rows.append(
                {file.fileName(), file.absoluteFilePath(), place.title, file.lastModified(), file.size()});
    std::stable_sort(rows.begin(), rows.end(),
                     [](const FileRow& a, const FileRow& b) { return a.changedAt > b.changedAt; });
    return rows;
}

/// More than people scroll through; a field beside the list takes any path.
constexpr qsizetype kMostInFolder = 500;

FolderRow folderRow(const QFileInfo& file) {
    return {file.fileName(), file.absoluteFilePath(), file.isDir(), file.lastModified(),
            file.isDir() ? 0 : file.size()};
}

Result<FolderView> viewOf(const QString& wanted, const QStringList& patterns) {
    const bool own =
        wanted.isEmpty() || wanted == QLatin1String("~") || wanted.startsWith(QLatin1String("~/"));
    const QFileInfo named(own ? QDir::homePath() + wanted.mid(1) : wanted);
    const QString path = named.canonicalFilePath();
    if (path.isEmpty() || !named.isDir())
        return fail(ErrorCode::NotFound, "files.missing", "expected a folder, found none");
    QDir dir(path);
    if (!named.isReadable() || !named.isExecutable())
        return fail(ErrorCode::Unauthorized, "places.closed-folder",
                    "expected a folder that may be read, found one that may not");
    FolderView view;
    view.folder = path;
    if (dir.cdUp())
        view.parent = dir.absolutePath();
    dir.setPath(path);
    view.freeBytes = freeIn(path);
    view.writable = QFileInfo(path).isWritable();
    constexpr auto kOrder = QDir::Name | QDir::IgnoreCase | QDir::LocaleAware;
    auto inside = dir.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, kOrder);
    if (!patterns.isEmpty())
        inside += dir.entryInfoList(patterns, QDir::Files | QDir::Readable, kOrder);
    view.hidden = int(std::max<qsizetype>(0, inside.size() - kMostInFolder));
    inside.resize(std::min(inside.size(), kMostInFolder));
    for (const auto& file : inside)
        view.rows.append(folderRow(file));
    return view;
}

} // namespace

MountedPlaces::MountedPlaces() {
    m_look.setInterval(kLookMilliseconds);
    connect(&m_look, &QTimer::timeout, this, [this] { lookForSticks(); });
    lookForSticks();
    m_look.start();
}

// The kernel's own list: reading it touches no stick.
void MountedPlaces::lookForSticks() {
    QFile file(QStringLiteral("/proc/self/mounts"));
    if (!file.open(QIODevice::ReadOnly))
        return;
    const QByteArray mounts = file.readAll();
    const bool changed = !m_mounts.isEmpty() && mounts != m_mounts;
    m_mounts = mounts;
    if (changed)
        emit placesChanged();
}

void MountedPlaces::listPlaces(Finish<QList<PlaceRow>> finish) {
    m_thread.run<QList<PlaceRow>>(std::move(finish), [] { return Result<QList<PlaceRow>>(places()); });
}

void MountedPlaces::listFiles(Finish<QList<FileRow>> finish) {
    m_thread.run<QList<FileRow>>(std::move(finish), [] {
        return Result<QList<FileRow>>(filesOf(places(), {QStringLiteral("*.teken")}));
    });
}

void MountedPlaces::listBooks(Finish<QList<FileRow>> finish) {
    m_thread.run<QList<FileRow>>(std::move(finish), [] {
        return Result<QList<FileRow>>(filesOf(places(), {QStringLiteral("*.book")}));
    });
}

void MountedPlaces::listScans(Finish<QList<FileRow>> finish) {
    m_thread.run<QList<FileRow>>(std::move(finish), [] {
        // The filter of QDir does not mind capitals: cameras write IMG_0042.JPG.
        auto files = filesOf(places(), {QStringLiteral("*.pdf"), QStringLiteral("*.jpg"),
                                        QStringLiteral("*.jpeg"), QStringLiteral("*.png")});
        files.resize(std::min(files.size(), kMostScans));
        return Result<QList<FileRow>>(std::move(files));
    });
}

void MountedPlaces::lookInto(const QString& folder, const QStringList& patterns, Finish<FolderView> finish) {
    m_thread.run<FolderView>(std::move(finish), [folder, patterns] { return viewOf(folder, patterns); });
}

} // namespace teken::app
