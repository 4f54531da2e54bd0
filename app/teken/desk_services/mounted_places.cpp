#include "app/teken/desk_services/mounted_places.h"

#include "app/teken/desk_services/removable.h"

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
            rows.append(
                {title, path, QStorageInfo(path).bytesAvailable(), false, QFileInfo(path).isWritable()});
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

} // namespace teken::app
