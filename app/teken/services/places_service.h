// Where files can go and come from, in words of the person: sticks first, then the usual folders.
#pragma once

#include "app/teken/services/finish.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

namespace teken::app {

struct PlaceRow {
    Q_GADGET
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString folder MEMBER folder)
    Q_PROPERTY(qint64 freeBytes MEMBER freeBytes)
    Q_PROPERTY(bool removable MEMBER removable)
    Q_PROPERTY(bool writable MEMBER writable)

public:
    QString title;
    QString folder; ///< absolute path
    qint64 freeBytes = 0;
    bool removable = false;
    bool writable = true;
};

struct FileRow {
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString path MEMBER path)
    Q_PROPERTY(QString placeTitle MEMBER placeTitle)
    Q_PROPERTY(QDateTime changedAt MEMBER changedAt)
    Q_PROPERTY(qint64 bytes MEMBER bytes)

public:
    QString name;
    QString path;
    QString placeTitle;
    QDateTime changedAt;
    qint64 bytes = 0;
};

/// What lies in a folder: another folder, or a file.
struct FolderRow {
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString path MEMBER path)
    Q_PROPERTY(bool isFolder MEMBER isFolder)
    Q_PROPERTY(QDateTime changedAt MEMBER changedAt)
    Q_PROPERTY(qint64 bytes MEMBER bytes)

public:
    QString name;
    QString path;
    bool isFolder = false;
    QDateTime changedAt;
    qint64 bytes = 0;
};

struct FolderView {
    QString folder; ///< absolute, links followed
    QString parent; ///< empty at the top
    qint64 freeBytes = 0;
    bool writable = false;
    int hidden = 0; ///< so many more lie there than `rows` tells
    QList<FolderRow> rows;
};

class PlacesService : public QObject {
    Q_OBJECT

public:
    virtual void listPlaces(Finish<QList<PlaceRow>> finish) = 0;
    /// Files of Teken (*.teken) at the top of those places, newest first.
    virtual void listFiles(Finish<QList<FileRow>> finish) = 0;
    /// Books (*.book) at the top of those places, newest first: for whoever has a key in one.
    virtual void listBooks(Finish<QList<FileRow>> finish) = 0;
    /// Papers that were scanned or photographed (PDF, JPEG, PNG), at the top of those places, newest first.
    virtual void listScans(Finish<QList<FileRow>> finish) = 0;
    /// Any folder of this machine; empty: the person's own. Folders in it first, then files named like one of
    /// `patterns` ("*.teken"), both by name. NotFound ("files.missing"); Unauthorized
    /// ("places.closed-folder").
    virtual void lookInto(const QString& folder, const QStringList& patterns, Finish<FolderView> finish) = 0;

signals:
    /// A stick came or went.
    void placesChanged();
};

} // namespace teken::app
