// What waits, what arrived, and how it travels: by internet or on a stick.
#pragma once

#include "app/teken/services/finish.h"
#include "app/teken/services/states.h"
#include "core/base/bytes.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace teken::app {

/// Always read from the store, never from what the screen believes.
struct SendStatus {
    int saved = 0;     ///< all signatures and notes on this laptop
    int received = 0;  ///< acknowledged by a statement of the centre that was verified here
    int witnessed = 0; ///< of the received, under a checkpoint that a quorum of independent witnesses signed
    int waiting = 0;
    int needHelp = 0;
    Error alarm;            ///< the centre's log has contradicted itself; empty reason: it has not
    QString evidenceFolder; ///< with `alarm`: where its files are
    bool sending = false;
    int sendingDone = 0;
    int sendingTotal = 0;
    bool offline = false;    ///< the last try found no way to the centre
    int retryInSeconds = -1; ///< of a retry that is really scheduled; -1: none
    Error trouble;           ///< why the last try failed; empty reason: nothing wrong
    QDateTime lastContact;   ///< invalid: never

    friend bool operator==(const SendStatus&, const SendStatus&) = default;
};

struct QueueRow {
    Q_GADGET
    QML_VALUE_TYPE(queueRow)
    Q_PROPERTY(QString entryKey READ entryKey CONSTANT)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString what MEMBER what)
    Q_PROPERTY(QString sessionUnit MEMBER sessionUnit)
    Q_PROPERTY(QDateTime madeAt MEMBER madeAt)
    Q_PROPERTY(QDateTime lastTry MEMBER lastTry)
    Q_PROPERTY(QDateTime receivedAt MEMBER receivedAt)
    Q_PROPERTY(int entryState READ entryState CONSTANT) // EntryState, see states.h
    Q_PROPERTY(QString reason READ reasonSlug CONSTANT)
    Q_PROPERTY(bool witnessed MEMBER witnessed)

public:
    EntryId entry;
    QString name; ///< the person, or the session for its own entries
    QString what; ///< kind of the entry as its format names it: "sign", "excuse"
    QString sessionUnit;
    QDateTime madeAt;
    QDateTime lastTry;    ///< invalid: not tried yet
    QDateTime receivedAt; ///< invalid unless Received
    EntryState::Value state = EntryState::Waiting;
    bool witnessed = false; ///< Received, and Disaksikan
    Error refusal;          ///< when NeedsHelp

    [[nodiscard]] QString entryKey() const { return QString::fromStdString(entry.hex()); }
    [[nodiscard]] int entryState() const { return state; }
    [[nodiscard]] QString reasonSlug() const { return QString::fromStdString(refusal.reason); }

    friend bool operator==(const QueueRow&, const QueueRow&) = default;
};

struct SavedBundle {
    QString path;
    int entries = 0;
};

/// What a file from the centre brought.
struct TakenFile {
    int received = 0;            ///< entries of this laptop that are now known to be received
    int news = 0;                ///< entries that were not here
    int refused = 0;             ///< of keys nobody certified, or broken
    int unproven = 0;            ///< answers of the centre's log whose proofs do not hold
    int former = 0;              ///< receipts from before the centre's book was restored
    bool centreRestored = false; ///< what was received waits again, and is sent again
};

class SendService : public QObject {
    Q_OBJECT

public:
    [[nodiscard]] virtual SendStatus status() const = 0;
    /// Ends when this round is over, well or not; what happened is in the status.
    virtual void sendNow(Finish<> finish) = 0;
    virtual void cancelSending() = 0;
    /// Everything that the centre has not acknowledged, sealed to the centre, as one .teken file in the
    /// folder.
    virtual void saveToFolder(const QString& folder, Finish<SavedBundle> finish) = 0;
    /// Receipts or news from the centre that came back on a stick.
    virtual void loadFile(const QString& file, Finish<TakenFile> finish) = 0;
    /// How much of saveToFolder or loadFile is done, 0 to 1; -1: no file is under way.
    [[nodiscard]] virtual double carried() const = 0;
    /// The file under way ends with Cancelled "bundle.cancelled"; nothing is left of it on the stick.
    virtual void cancelCarrying() = 0;

signals:
    void statusChanged();
    void carriedChanged();
};

class QueueService : public QObject {
    Q_OBJECT

public:
    /// Newest first; at most `limit`.
    virtual void list(EntryState::Value state, int limit, Finish<QList<QueueRow>> finish) = 0;

signals:
    void queueChanged();
};

} // namespace teken::app
