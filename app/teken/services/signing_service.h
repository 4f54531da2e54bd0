// Finding a person and putting down what happened with them.
#pragma once

#include "app/teken/ink/ink_drawing.h"
#include "app/teken/services/finish.h"
#include "app/teken/services/people.h"
#include "app/teken/services/session_service.h"

#include <QtQml/qqmlregistration.h>

#include <optional>

namespace teken::app {

class RosterSearchService {
public:
    virtual ~RosterSearchService() = default;
    /// By part of a name (folded spellings) or by digits of the number; rows in the order to be shown. An
    /// empty question gives the session's own list in its order.
    virtual void search(const SessionId& session, const QString& question, int limit,
                        Finish<QList<PersonRow>> finish) = 0;
    virtual void find(const SessionId& session, const PersonId& person, Finish<PersonRow> finish) = 0;
    /// First person in list order who is still Belum, after `after` when given; none when all are done.
    virtual void nextInList(const SessionId& session, std::optional<PersonId> after,
                            Finish<std::optional<PersonRow>> finish) = 0;
    virtual void count(const SessionId& session, Finish<SessionCounts> finish) = 0;
};

/// How a signature is given, decided before the sheet lies before the signer.
struct SigningWishes {
    bool despiteElsewhere = false; ///< the officer was told where this person has signed, and goes on
    SignForm::Value form = SignForm::Ink;
    bool symbolic = false;      ///< "mewakili unit": one person's signature all the same
    QString secondWitness = {}; ///< needed for Assisted and Thumb
};

/// What lies before the signer.
struct SigningSheet {
    PersonRow person;
    PledgeText text;
    QDateTime readJointlyAt; ///< invalid: not read jointly
    InkStrokes recovered;    ///< strokes kept before a crash; usually empty
};

struct SignedSlip {
    Q_GADGET
    QML_VALUE_TYPE(signedSlip)
    Q_PROPERTY(int numberInSession MEMBER numberInSession)
    Q_PROPERTY(QString code MEMBER code)
    Q_PROPERTY(QDateTime signedAt MEMBER signedAt)
    Q_PROPERTY(QString text MEMBER text)

public:
    int numberInSession = 0;
    QString code; ///< what the signer may keep and type, "7KQ2-M0V9-TXAB-CDEFG"; names nobody
    QDateTime signedAt;
    QString text{}; ///< of the QR: the signed record itself; empty if it is too long for one
};

/// What this laptop knows of a slip that somebody brought.
struct SlipVerdict {
    Q_GADGET
    QML_VALUE_TYPE(slipVerdict)
    Q_PROPERTY(int state MEMBER state)
    Q_PROPERTY(QString code MEMBER code)
    Q_PROPERTY(QString unit MEMBER unit)
    Q_PROPERTY(QString device MEMBER device)
    Q_PROPERTY(QDateTime signedAt MEMBER signedAt)
    Q_PROPERTY(bool inLog MEMBER inLog)

public:
    int state = SlipState::Nothing; ///< a SlipState
    QString code;
    QString unit;   ///< at whose table it was: its name, or its code where the name is not here
    QString device; ///< of the certificate; empty: none
    QDateTime signedAt;
    bool inLog = false; ///< its place in the centre's log was verified here
};

struct VoidRequest {
    VoidKind::Value reason = VoidKind::Other;
    QString words;        ///< beside the reason; may be empty
    QString secondPerson; ///< who else saw that the entry is void
};

class SigningService {
public:
    virtual ~SigningService() = default;
    /// The text of a slip's QR, as scanned or pasted, or its code. InvalidInput "slip.…"; NotFound
    /// "slip.unknown" for a code whose record is not here; VerificationFailed "entry.signature": altered.
    virtual void checkSlip(const QString& text, Finish<SlipVerdict> finish) = 0;
    /// Errors: Conflict "signing.already-signed" (elsewhere; with the wish despiteElsewhere both are kept
    /// as Ganda and an admin decides), InvalidInput "signing.second-needed", "signing.already-signed-here",
    /// "signing.off-roster"; Locked "session.paused".
    virtual void begin(const SessionId& session, const PersonId& person, const SigningWishes& wishes,
                       Finish<SigningSheet> finish) = 0;
    /// Journal: at most the stroke in progress may be lost in a power cut. Replaces what was kept for the
    /// person.
    virtual void keepStrokes(const SessionId& session, const PersonId& person, const InkStrokes& strokes,
                             Finish<> finish) = 0;
    /// Finishes only after the signature is durable and was read back.
    virtual void sign(const SessionId& session, const PersonId& person, const InkStrokes& ink,
                      Finish<SignedSlip> finish) = 0;
    virtual void excuse(const SessionId& session, const PersonId& person, ExcuseKind::Value kind,
                        Finish<> finish) = 0;
    virtual void refuse(const SessionId& session, const PersonId& person, Finish<> finish) = 0;
    virtual void markAbsent(const SessionId& session, const PersonId& person, Finish<> finish) = 0;
    virtual void addPerson(const SessionId& session, const NewPerson& person, Finish<PersonId> finish) = 0;
    virtual void voidSignature(const SessionId& session, const PersonId& person, const VoidRequest& request,
                               Finish<> finish) = 0;
    /// Takes back what this desk noted in this session and what is shown of the person now: Berhalangan,
    /// Tidak hadir or Menolak. NotFound "signing.no-own-note": it was noted elsewhere.
    virtual void voidNote(const SessionId& session, const PersonId& person, const VoidRequest& request,
                          Finish<> finish) = 0;
};

} // namespace teken::app
