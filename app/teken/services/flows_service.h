// What else happens at a table beside finding people and signing: the card for signers, the order in which
// people are called, corrections, papers, special events, and those who did not come.
#pragma once

#include "app/teken/services/finish.h"
#include "app/teken/services/people.h"
#include "app/teken/services/session_service.h"
#include "app/teken/services/signing_service.h"

namespace teken::app {

/// What a signer is told before anything is asked of them (UU 27/2022): as the drive says it.
struct DriveCard {
    Q_GADGET
    QML_VALUE_TYPE(driveCard)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString organisation MEMBER organisation)
    Q_PROPERTY(QString order MEMBER order)
    Q_PROPERTY(QString purpose MEMBER purpose)
    Q_PROPERTY(QString contact MEMBER contact)
    Q_PROPERTY(int retentionDays MEMBER retentionDays)

public:
    QString title;
    QString organisation;
    QString order; ///< the decree
    QString purpose;
    QString contact;       ///< whom to ask; may be empty
    int retentionDays = 0; ///< 0: belum ditetapkan
};

/// Somebody who is going to be called, as a hall may see them: nothing else is in the row.
struct CallRow {
    Q_GADGET
    QML_VALUE_TYPE(callRow)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString unit MEMBER unit)
    Q_PROPERTY(QString numberTail MEMBER numberTail)

public:
    QString name;
    QString unit;
    QString numberTail; ///< last three digits
};

struct EventRow {
    Q_GADGET
    QML_VALUE_TYPE(eventRow)
    Q_PROPERTY(QString words MEMBER words)
    Q_PROPERTY(QDateTime at MEMBER at)

public:
    QString words;
    QDateTime at;
};

/// A text as it is read aloud to all.
struct SpokenText {
    PledgeText text;
    QDateTime readAt; ///< invalid: not read at this desk
};

class FlowsService {
public:
    virtual ~FlowsService() = default;
    virtual void describeDrive(Finish<DriveCard> finish) = 0;
    /// The texts of the session in its order, as they are read aloud (kami); as they are signed where they
    /// have no spoken form.
    virtual void spokenTexts(const SessionId& session, Finish<QList<SpokenText>> finish) = 0;
    /// The text with this fingerprint was read aloud to everyone present, now.
    virtual void noteJointReading(const SessionId& session, const QString& fingerprint, Finish<> finish) = 0;

    /// Those who are still Belum, in list order, after `after` when given; then from the top.
    virtual void upcoming(const SessionId& session, std::optional<PersonId> after, int limit,
                          Finish<QList<CallRow>> finish) = 0;
    /// The same people for the officer: who has not come.
    virtual void listMissing(const SessionId& session, int limit, Finish<QList<PersonRow>> finish) = 0;
    /// Everybody who is still Belum becomes Tidak hadir. Result: how many.
    virtual void markMissing(const SessionId& session, Finish<int> finish) = 0;

    virtual void proposeCorrection(const SessionId& session, const PersonId& person,
                                   CorrectionField::Value field, const QString& value, Finish<> finish) = 0;
    /// Tanda tangan basah, entered later. Errors as of signing, and InvalidInput "scan.…".
    virtual void signOnPaper(const SessionId& session, const PersonId& person, const QString& scanFile,
                             Finish<SignedSlip> finish) = 0;
    virtual void noteEvent(const SessionId& session, const QString& text, Finish<> finish) = 0;
    virtual void listEvents(const SessionId& session, Finish<QList<EventRow>> finish) = 0;
};

} // namespace teken::app
