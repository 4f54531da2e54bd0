// Words of the screens that the models and QML share. Meanings: the project's domain rules (person, session
// and entry states). One namespace each, so that QML says PersonState.Signed.
//
// A value type (Q_GADGET) gives such a word as an int: Qt 6.4's compiled QML refuses an enumeration read from
// a value with a "TypeError: Type error", which only builds without QML debugging show.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace teken::app {

namespace PersonState {
Q_NAMESPACE
QML_ELEMENT
enum Value {
    NotYet,          ///< Belum
    Signed,          ///< Sudah, in this session
    SignedElsewhere, ///< Sudah, in another session or unit
    Excused,         ///< Berhalangan
    Absent,          ///< Tidak hadir
    Refused,         ///< Menolak
    OffRoster        ///< Keluar daftar
};
Q_ENUM_NS(Value)
} // namespace PersonState

namespace ExcuseKind {
Q_NAMESPACE
QML_ELEMENT
enum Value {
    Leave,
    Duty,
    Study,
    Other
}; ///< cuti, dinas luar, tugas belajar, lainnya: no diagnosis, no free text
Q_ENUM_NS(Value)
} // namespace ExcuseKind

/// Why an entry is void, as the format has it.
namespace VoidKind {
Q_NAMESPACE
QML_ELEMENT
enum Value { WrongPerson, Trial, Illegible, Double, Other };
Q_ENUM_NS(Value)
} // namespace VoidKind

namespace SessionState {
Q_NAMESPACE
QML_ELEMENT
enum Value { Planned, Open, Paused, Closed, MinutesSigned, Sent, Cancelled };
Q_ENUM_NS(Value)
} // namespace SessionState

namespace EntryState {
Q_NAMESPACE
QML_ELEMENT
enum Value { Waiting, Sending, Received, NeedsHelp };
Q_ENUM_NS(Value)
} // namespace EntryState

namespace SlipState {
Q_NAMESPACE
QML_ELEMENT
enum Value {
    Nothing,    ///< none was checked
    Good,       ///< certified, here, and it counts
    Elsewhere,  ///< certified; this laptop does not have the record
    Voided,     ///< here, and void
    NotCounted, ///< here, and the rules do not count it
    Unknown,    ///< sealed by a key that nobody certified
    OutOfScope, ///< sealed by an officer's key for another drive or unit
    Revoked     ///< sealed after the revocation of the key
};
Q_ENUM_NS(Value)
} // namespace SlipState

namespace SignerKind {
Q_NAMESPACE
QML_ELEMENT
enum Value { Pns, Cpns, Pppk, PppkPartTime, NonAsn, VillageHead, VillageStaff, Other };
Q_ENUM_NS(Value)
} // namespace SignerKind

/// How somebody signs on the pad. What was signed on paper comes later, with its scan.
namespace SignForm {
Q_NAMESPACE
QML_ELEMENT
enum Value { Ink, Assisted, Thumb };
Q_ENUM_NS(Value)
} // namespace SignForm

namespace PauseKind {
Q_NAMESPACE
QML_ELEMENT
enum Value { Power, Break, Weather, Other };
Q_ENUM_NS(Value)
} // namespace PauseKind

namespace CorrectionField {
Q_NAMESPACE
QML_ELEMENT
enum Value { Name, Number, Unit, Post, Kind, Other };
Q_ENUM_NS(Value)
} // namespace CorrectionField

namespace DeviceState {
Q_NAMESPACE
QML_ELEMENT
enum Value {
    Unknown,   ///< not asked yet
    New,       ///< this laptop has no data
    Requested, ///< an enrolment request was written; the answer is awaited
    Enrolled   ///< officers can unlock it
};
Q_ENUM_NS(Value)
} // namespace DeviceState

} // namespace teken::app
