// People as the officer's screens show them. Rows are values: a controller keeps ids, never rows, across
// calls.
#pragma once

#include "app/teken/services/states.h"
#include "core/base/bytes.h"

#include <QDateTime>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace teken::app {

struct PersonRow {
    Q_GADGET
    QML_VALUE_TYPE(personRow)
    Q_PROPERTY(QString personKey READ personKey CONSTANT)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString numberLabel MEMBER numberLabel)
    Q_PROPERTY(QString number MEMBER number)
    Q_PROPERTY(QString numberTail READ numberTail CONSTANT)
    Q_PROPERTY(QString post MEMBER post)
    Q_PROPERTY(QString unit MEMBER unit)
    Q_PROPERTY(QString parentUnit MEMBER parentUnit)
    Q_PROPERTY(int personState READ personState CONSTANT) // PersonState, see states.h
    Q_PROPERTY(int excuse READ excuseKind CONSTANT)       // ExcuseKind
    Q_PROPERTY(QString signedAtPlace MEMBER signedAtPlace)
    Q_PROPERTY(QDateTime stateSince MEMBER stateSince)
    Q_PROPERTY(bool addedHere MEMBER addedHere)

public:
    PersonId person;
    QString name;        ///< with degrees, as on the roster
    QString numberLabel; ///< "NIP", "NI PPPK"; empty without a number
    QString number;      ///< in groups, "19850611 200901 1 901"
    QString post;
    QString unit;
    QString parentUnit; ///< empty when the unit has no parent that matters
    PersonState::Value state = PersonState::NotYet;
    ExcuseKind::Value excuse = ExcuseKind::Leave; ///< meaningful when state is Excused
    QString signedAtPlace;                        ///< session and place; empty unless signed elsewhere
    QDateTime stateSince;                         ///< local time; invalid when unknown
    bool addedHere = false;                       ///< Tambahan: waits to be matched

    [[nodiscard]] QString personKey() const { return QString::fromStdString(person.hex()); }
    [[nodiscard]] int personState() const { return state; }
    [[nodiscard]] int excuseKind() const { return excuse; }
    /// The last three digits, the only part for screens that others can see.
    [[nodiscard]] QString numberTail() const { return number.right(3); }

    friend bool operator==(const PersonRow&, const PersonRow&) = default;
};

struct SessionCounts {
    Q_GADGET
    QML_VALUE_TYPE(sessionCounts)
    Q_PROPERTY(int notYet MEMBER notYet)
    Q_PROPERTY(int signedHere MEMBER signedHere)
    Q_PROPERTY(int other MEMBER other)
    Q_PROPERTY(int expected MEMBER expected)

public:
    int notYet = 0;
    int signedHere = 0; ///< includes those who signed elsewhere
    int other = 0;      ///< excused, absent, refused
    int expected = 0;   ///< on the roster of the unit, without Keluar daftar

    friend bool operator==(const SessionCounts&, const SessionCounts&) = default;
};

/// Someone who is not on the list, as written down at the table.
struct NewPerson {
    QString name;
    QString number; ///< as typed; may be empty
    QString post;
    QString unit;
    SignerKind::Value kind = SignerKind::Pns;
};

} // namespace teken::app
