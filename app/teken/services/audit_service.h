// The auditor's desk: evidence is opened, checked and looked at. No laptop book, no passphrase.
#pragma once

#include "app/teken/ink/ink_drawing.h"
#include "app/teken/services/finish.h"
#include "core/base/bytes.h"
#include "core/crypto/secret.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace teken::app {

/// How grave something is; also the tone of a verdict.
namespace AuditTone {
Q_NAMESPACE
QML_NAMED_ELEMENT(AuditTone)
enum Value { Good, Look, Missing, Bad };
Q_ENUM_NS(Value)
} // namespace AuditTone

struct AuditQuestion {
    QString file;
    QString fingerprint;
    QStringList held;       ///< files with checkpoints, receipts, proofs kept elsewhere
    QStringList closeCodes; ///< from minutes on paper
    QString language;       ///< "id" or "en"
    QString keyBook;        ///< book of the recipient, for a sealed file
    QString holder;         ///< whose passphrase it is
};

/// What it takes to open a file.
struct AuditSeal {
    bool sealed = false;
    bool ownPassphrase = false; ///< a sealed book: a passphrase of its own opens it, no other book is needed
    QString recipient;          ///< whose key opens a sealed file: its first digits
    QStringList holders;        ///< whose passphrase opens the key; empty: not known yet, or none is needed
};

struct AuditStep {
    int stage = 0; ///< 0 opening, 1 seals, 2 log, 3 judging
    qint64 done = 0;
    qint64 total = 0; ///< 0: nobody knows yet
};

struct AuditFindingRow {
    Q_GADGET
    QML_VALUE_TYPE(auditFindingRow)
    Q_PROPERTY(int tone MEMBER tone)
    Q_PROPERTY(QString severity MEMBER severity)
    Q_PROPERTY(QString sentence MEMBER sentence)
    Q_PROPERTY(QString place MEMBER place)
    Q_PROPERTY(QString rule MEMBER rule)
    Q_PROPERTY(bool hasEntry READ hasEntry CONSTANT)

public:
    int tone = AuditTone::Bad;
    QString severity; ///< "tidak cocok"
    QString sentence;
    QString place;
    QString rule;
    EntryId entry; ///< zero: about no single entry

    [[nodiscard]] bool hasEntry() const { return !entry.isZero(); }
};

struct AuditResult {
    QString word;     ///< "UTUH"
    QString sentence; ///< under it
    AuditTone::Value tone = AuditTone::Good;
    QStringList checked;
    QStringList notChecked;
    QList<AuditFindingRow> findings; ///< the first ones, the gravest first
    qint64 findingsTotal = 0;
    bool canSample = false; ///< a certified checkpoint is here to draw with
};

/// One line of an entry's description.
struct AuditFactRow {
    Q_GADGET
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QString value MEMBER value)
    Q_PROPERTY(bool fixedWidth MEMBER fixedWidth)

public:
    QString label;
    QString value;
    bool fixedWidth = false;
};

/// An entry before or after in the feed.
struct AuditNeighbourRow {
    Q_GADGET
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(bool self MEMBER self)
    Q_PROPERTY(bool linked MEMBER linked)

public:
    QString title;
    EntryId entry;
    bool self = false;
    bool linked = true; ///< names the entry before it
};

/// One level of the path from a leaf to the root, from below.
struct AuditPathRow {
    Q_GADGET
    Q_PROPERTY(QString hash MEMBER hash)
    Q_PROPERTY(QString sibling MEMBER sibling)
    Q_PROPERTY(bool siblingLeft MEMBER siblingLeft)

public:
    QString hash;    ///< of the node on the path, first digits
    QString sibling; ///< empty at the top
    bool siblingLeft = false;
};

struct AuditEntryView {
    QString title; ///< "Tanda tangan"
    QList<AuditFactRow> facts;
    QList<AuditNeighbourRow> neighbours;
    QList<AuditPathRow> path; ///< empty: no proven place
    QString placeText;        ///< "Daun 17 dari 52"
    InkStrokes ink;           ///< empty: none here
};

struct AuditSampleRow {
    Q_GADGET
    Q_PROPERTY(int number MEMBER number)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString unit MEMBER unit)
    Q_PROPERTY(QString session MEMBER session)
    Q_PROPERTY(QString numberLabel MEMBER numberLabel)

public:
    int number = 0;
    QString name;
    QString unit;
    QString session;
    QString numberLabel; ///< masked
    EntryId entry;
};

struct AuditSample {
    QString seed;
    QString basis; ///< origin and size of the checkpoint
    qint64 population = 0;
    QList<AuditSampleRow> rows;
};

class AuditService : public QObject {
    Q_OBJECT

public:
    /// What it takes to open `file`, with the recipient's book as far as it is known: nothing is unlocked.
    /// NotFound; InvalidInput ("bundle.…"); Corrupt ("audit.not-evidence"); Unauthorized
    /// ("audit.other-recipient": another's book).
    virtual void look(const QString& file, const QString& keyBook, Finish<AuditSeal> finish) = 0;
    /// Cancelled ("audit.cancelled") after cancel(). The evidence stays open for what follows. Sealed: Locked
    /// ("bundle.sealed"), Unauthorized ("store.wrong-passphrase", "audit.other-recipient").
    virtual void audit(const AuditQuestion& question, crypto::SecretBytes passphrase,
                       Finish<AuditResult> finish) = 0;
    virtual void cancel() = 0;
    [[nodiscard]] virtual AuditStep step() const = 0;
    /// The same result in another language.
    virtual void describe(const QString& language, Finish<AuditResult> finish) = 0;
    virtual void showEntry(const EntryId& entry, const QString& language, Finish<AuditEntryView> finish) = 0;
    virtual void draw(int size, Finish<AuditSample> finish) = 0;
    /// The report as PDF, HTML and JSON beside each other, under a name that is not taken; what was written.
    /// All of them or none: NoSpace ("audit.place-full"), ReadOnly ("audit.place-closed"), NotFound
    /// ("audit.place-gone").
    virtual void exportReport(const QString& folder, const QString& language, Finish<QStringList> finish) = 0;
    /// The drawn sample as a checklist with ink, PDF and HTML. NotFound ("audit.no-sample").
    virtual void exportSample(const QString& folder, const QString& language, Finish<QStringList> finish) = 0;
    /// The evidence is closed and everything unpacked is removed.
    virtual void close() = 0;

signals:
    void stepChanged();
};

} // namespace teken::app
