// Sessions of this laptop: listing, opening, pausing, closing, and the laptop's own health.
#pragma once

#include "app/teken/ink/ink_drawing.h"
#include "app/teken/services/finish.h"
#include "app/teken/services/people.h"
#include "app/teken/services/states.h"
#include "core/base/bytes.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace teken::app {

struct SessionRow {
    Q_GADGET
    QML_VALUE_TYPE(sessionRow)
    Q_PROPERTY(QString sessionKey READ sessionKey CONSTANT)
    Q_PROPERTY(QString unit MEMBER unit)
    Q_PROPERTY(QString place MEMBER place)
    Q_PROPERTY(QDateTime startsAt MEMBER startsAt)
    Q_PROPERTY(int signedCount MEMBER signedCount)
    Q_PROPERTY(int expectedCount MEMBER expectedCount)
    Q_PROPERTY(int waitingCount MEMBER waitingCount)
    Q_PROPERTY(int sessionState READ sessionState CONSTANT) // SessionState, see states.h
    Q_PROPERTY(bool followUp MEMBER followUp)
    Q_PROPERTY(bool minutesMissing MEMBER minutesMissing)

public:
    SessionId session;
    QString unit;
    QString place;
    QDateTime startsAt; ///< local time
    int signedCount = 0;
    int expectedCount = 0;
    int waitingCount = 0; ///< entries of this session that the centre has not acknowledged
    SessionState::Value state = SessionState::Planned;
    bool followUp = false;       ///< Sesi susulan
    bool minutesMissing = false; ///< closed here, and somebody's ink for the minutes is not

    [[nodiscard]] QString sessionKey() const { return QString::fromStdString(session.hex()); }
    [[nodiscard]] int sessionState() const { return state; }

    friend bool operator==(const SessionRow&, const SessionRow&) = default;
};

struct LaptopHealth {
    bool clockCompared = false; ///< whether the centre's time was ever seen
    int clockOffsetSeconds = 0; ///< laptop minus centre
    qint64 diskFreeBytes = -1;  ///< -1 unknown
    int batteryPercent = -1;    ///< -1 no battery
    bool charging = false;
    QDateTime now;         ///< the laptop's own clock, local time
    QDateTime lastContact; ///< invalid: never
    Error rosterTrouble{}; ///< the newest roster is not whole here; empty: it is, or the desk is locked
};

struct UnitRow {
    Q_GADGET
    Q_PROPERTY(QString code MEMBER code)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString parentUnit MEMBER parentUnit)
    Q_PROPERTY(int people MEMBER people)
    Q_PROPERTY(int notYet MEMBER notYet)

public:
    QString code;
    QString name;
    QString parentUnit;
    int people = 0;
    int notYet = 0;
};

/// A locked pledge text.
struct PledgeText {
    Q_GADGET
    QML_VALUE_TYPE(pledgeText)
    Q_PROPERTY(QString code MEMBER code)
    Q_PROPERTY(int version MEMBER version)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString opening MEMBER opening)
    Q_PROPERTY(QStringList points MEMBER points)
    Q_PROPERTY(QString closing MEMBER closing)
    Q_PROPERTY(QString fingerprint MEMBER fingerprint)
    Q_PROPERTY(QString fingerprintLabel READ fingerprintLabel CONSTANT)
    Q_PROPERTY(QStringList kinds MEMBER kinds)
    Q_PROPERTY(bool planned MEMBER planned)

public:
    QString code;
    int version = 0;
    QString title;
    QString opening;
    QStringList points;
    QString closing;
    QString fingerprint;  ///< 64 lowercase hex digits
    QStringList kinds;    ///< of signers, slugs: each signer is given the one text for their kind
    bool planned = false; ///< the plan of the session names it

    /// The first 8 digits, in two groups: enough to tell texts apart at a glance, never to prove anything.
    [[nodiscard]] QString fingerprintLabel() const {
        return fingerprint.left(4) + QLatin1Char(' ') + fingerprint.mid(4, 4);
    }
};

struct SessionPlan {
    std::optional<SessionId> planned; ///< set when a planned session is being opened
    QString unitCode;
    QString place;
    QString head;
    QString witnessOne;
    QString witnessTwo;
    QStringList texts;               ///< their fingerprints: one text for each kind of signer, at most 8
    QString joinCode;                ///< of the first laptop's session; empty: a session of one's own
    std::optional<SessionId> parent; ///< Sesi susulan of
};

struct ClosingSummary {
    Q_GADGET
    QML_VALUE_TYPE(closingSummary)
    Q_PROPERTY(int expected MEMBER expected)
    Q_PROPERTY(int signedHere MEMBER signedHere)
    Q_PROPERTY(int signedElsewhere MEMBER signedElsewhere)
    Q_PROPERTY(int excused MEMBER excused)
    Q_PROPERTY(int absent MEMBER absent)
    Q_PROPERTY(int refused MEMBER refused)
    Q_PROPERTY(int notYet MEMBER notYet)
    Q_PROPERTY(int added MEMBER added)
    Q_PROPERTY(int duplicates MEMBER duplicates)
    Q_PROPERTY(int voided MEMBER voided)
    Q_PROPERTY(int waiting MEMBER waiting)
    Q_PROPERTY(int unfinishedInk MEMBER unfinishedInk)
    Q_PROPERTY(QStringList unfinishedPeople MEMBER unfinishedPeople)
    Q_PROPERTY(QStringList signers MEMBER signers)
    Q_PROPERTY(QList<bool> inkStands MEMBER inkStands)
    Q_PROPERTY(int events MEMBER events)
    Q_PROPERTY(bool closedBefore MEMBER closedBefore)

public:
    int expected = 0;
    int signedHere = 0;
    int signedElsewhere = 0;
    int excused = 0;
    int absent = 0;
    int refused = 0;
    int notYet = 0;
    int added = 0;
    int duplicates = 0;
    int voided = 0;
    int waiting = 0;       ///< entries not yet acknowledged by the centre
    int unfinishedInk = 0; ///< strokes in the journal that were never saved: closing is refused
    QStringList signers;   ///< of the minutes: the head, then one to three witnesses, by name
    QList<bool> inkStands; ///< whose ink for the minutes is stored, in that order
    int events = 0;        ///< Kejadian khusus noted at this desk
    /// The closing stands, whatever became of the ink for the minutes: an interruption may come in between.
    bool closedBefore = false;
    Error rosterTrouble{}; ///< people of the session's units are missing here: the counts cannot be whole
    QStringList unfinishedPeople; ///< whose strokes these are, as far as the list still knows them
};

/// In the order of ClosingSummary::signers; nothing where the ink stands already.
using ClosingInk = QList<InkStrokes>;

struct RunningSession {
    SessionRow row;
    QString head;
    QDateTime readJointlyAt;     ///< the last of its texts that was read aloud together; invalid: none was
    QString code;                ///< for a second laptop
    int clockSetBackSeconds = 0; ///< how far the clock stands behind the newest entry; 0: it does not
    int textsUnread = 0;         ///< how many of its texts were not read aloud together at this desk
    Error rosterTrouble{};       ///< as ClosingSummary::rosterTrouble

    friend bool operator==(const RunningSession&, const RunningSession&) = default;
};

class SessionService : public QObject {
    Q_OBJECT

public:
    virtual void listSessions(Finish<QList<SessionRow>> finish) = 0;
    virtual void checkHealth(Finish<LaptopHealth> finish) = 0;
    virtual void listUnits(Finish<QList<UnitRow>> finish) = 0;
    /// Those locked in the drive; the ones that this planned session names are marked.
    virtual void listTexts(std::optional<SessionId> session, Finish<QList<PledgeText>> finish) = 0;
    /// Errors: InvalidInput "session.code" for a wrong join code, "session.…" for the rest.
    virtual void open(const SessionPlan& plan, Finish<SessionId> finish) = 0;
    virtual void describe(const SessionId& session, Finish<RunningSession> finish) = 0;
    virtual void pause(const SessionId& session, PauseKind::Value kind, Finish<> finish) = 0;
    virtual void resume(const SessionId& session, Finish<> finish) = 0;
    virtual void summarize(const SessionId& session, Finish<ClosingSummary> finish) = 0;
    /// Closes, and writes the ink for the minutes; of a session that is closed already only the ink that is
    /// missing, whoever has signed is not asked for again.
    /// With `minutesMayFollow` nobody's ink is asked for: who gave none signs later, or the minutes say so.
    /// Errors: Conflict "session.ink-unfinished" while strokes wait; InvalidInput "ink.…" for too little ink.
    virtual void close(const SessionId& session, const ClosingInk& ink, bool minutesMayFollow,
                       Finish<> finish) = 0;
    /// Throws away the strokes that were never saved in this session: those people have not signed.
    virtual void dropUnfinishedInk(const SessionId& session, Finish<> finish) = 0;

signals:
    /// Something in the list or its counters changed, by this screen, by another laptop's data or by time.
    void sessionsChanged();
};

} // namespace teken::app
