// States of drives, sessions, people and entries, what may follow what, and how many have signed. Words for
// people live in the word catalogue, not here.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace teken::domain {

// ---- Kegiatan

enum class DriveState : std::uint8_t { Prepared, TextLocked, Running, Closed, Archived };
[[nodiscard]] std::string_view slug(DriveState state); ///< "prepared", "text-locked", "running", ...
[[nodiscard]] Result<DriveState> driveStateFromSlug(std::string_view text);
/// One step forward only; reason "drive.transition".
[[nodiscard]] Result<> checkTransition(DriveState from, DriveState to);

// ---- Sesi

enum class SessionState : std::uint8_t { Draft, Ready, Open, Paused, Closed, MinutesSigned, Sent, Cancelled };
[[nodiscard]] std::string_view slug(SessionState state); ///< "draft", ..., "minutes-signed", ...
[[nodiscard]] Result<SessionState> sessionStateFromSlug(std::string_view text);
/// A closed session is never opened again (reason "session.transition"); cancelling needs a session without
/// signatures ("session.has-signatures").
[[nodiscard]] Result<> checkTransition(SessionState from, SessionState to, std::uint64_t signatures);

// ---- Orang

enum class ExcuseKind : std::uint8_t { Leave, OfficialTrip, StudyLeave, Other };
[[nodiscard]] std::string_view slug(ExcuseKind kind); ///< "leave", "official-trip", "study-leave", "other"
[[nodiscard]] Result<ExcuseKind> excuseKindFromSlug(std::string_view text);

enum class LeftKind : std::uint8_t { Retired, Transferred, Deceased, Resigned, WrongData };
[[nodiscard]] std::string_view slug(LeftKind kind); ///< "retired", ..., "wrong-data"
[[nodiscard]] Result<LeftKind> leftKindFromSlug(std::string_view text);

/// What is known of one person in one drive: a set of facts, so that the order in which they arrive cannot
/// matter. A void signature is not a fact: whoever builds this leaves it out.
struct PersonFacts {
    bool onRoster = false; ///< false: added at a table and not matched yet
    bool hasSigned = false;
    bool refused = false;
    bool absent = false;
    std::uint8_t excuses = 0; ///< one bit for each ExcuseKind
    std::uint8_t left = 0;    ///< one bit for each LeftKind

    void add(ExcuseKind kind) {
        excuses = static_cast<std::uint8_t>(excuses | 1U << static_cast<unsigned>(kind));
    }
    void add(LeftKind kind) { left = static_cast<std::uint8_t>(left | 1U << static_cast<unsigned>(kind)); }
    friend bool operator==(const PersonFacts&, const PersonFacts&) = default;
};
/// Union: commutative, associative, idempotent. Joining an added person with the roster's makes one of two.
[[nodiscard]] PersonFacts join(const PersonFacts& a, const PersonFacts& b);

/// Precedence, strongest first: Added (not on the roster), Signed, OffRoster, Refused, Excused, Absent,
/// NotYet. Someone who signed and left later stays Signed; coverage() counts them apart.
enum class PersonState : std::uint8_t { NotYet, Signed, Excused, Absent, Refused, OffRoster, Added };
[[nodiscard]] std::string_view slug(PersonState state); ///< "not-yet", "signed", "excused", ...
[[nodiscard]] Result<PersonState> personStateFromSlug(std::string_view text);
[[nodiscard]] PersonState stateOf(const PersonFacts& facts);
/// The first of several, in the enum's order; nothing without one.
[[nodiscard]] std::optional<ExcuseKind> excuseOf(const PersonFacts& facts);
[[nodiscard]] std::optional<LeftKind> leftOf(const PersonFacts& facts);

// ---- Cakupan

/// Each person is in exactly one of the first seven. Excused and refused stay in the denominator.
struct Coverage {
    std::uint64_t signedPeople = 0; ///< on the roster, signed, not left: the numerator
    std::uint64_t excused = 0;
    std::uint64_t absent = 0;
    std::uint64_t refused = 0;
    std::uint64_t notYet = 0;
    std::uint64_t offRoster = 0;      ///< out of the denominator
    std::uint64_t added = 0;          ///< counts nowhere until matched
    std::uint64_t signedThenLeft = 0; ///< of offRoster: signed before leaving

    /// Persons on the roster without those who left.
    [[nodiscard]] std::uint64_t denominator() const {
        return signedPeople + excused + absent + refused + notYet;
    }
    friend bool operator==(const Coverage&, const Coverage&) = default;
};
void count(Coverage& coverage, const PersonFacts& facts);
[[nodiscard]] Coverage coverageOf(std::span<const PersonFacts> people);
[[nodiscard]] Coverage operator+(const Coverage& a, const Coverage& b);

// ---- Catatan (entries on their way)

enum class EntryProgress : std::uint8_t { Saved, Waiting, Sending, Received, Witnessed };
[[nodiscard]] std::string_view slug(EntryProgress progress); ///< "saved", "waiting", "sending", ...
/// Forward by any number of steps; sending falls back to waiting; received never goes back. Reason
/// "entry.transition".
[[nodiscard]] Result<> checkTransition(EntryProgress from, EntryProgress to);

/// Beside the progress, any of them together.
enum class EntryMark : std::uint8_t { Duplicate, NeedsHelp, Void, WetInk };
[[nodiscard]] std::string_view slug(EntryMark mark); ///< "duplicate", "needs-help", "void", "wet-ink"

} // namespace teken::domain
