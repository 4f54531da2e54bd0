// What the fold needs of one entry: ids, numbers and enums, no text.
#pragma once

#include "core/entry/entry.h"
#include "core/entry/record.h"
#include "core/ledger/scope.h"
#include "core/ledger/verdict.h"

#include <array>
#include <optional>
#include <vector>

namespace teken::ledger {

using entry::Seq;

/// In the order of entry::Body; stored in the tables.
enum class Kind : std::uint8_t {
    Unknown,
    Certify,
    Revoke,
    OpenDrive,
    LockText,
    RosterSnapshot,
    RosterChange,
    PlanSession,
    CertifyOfficer,
    RevokeOfficer,
    Match,
    Decide,
    Admit,
    CloseDrive,
    Succeed,
    OpenSession,
    Pause,
    Resume,
    Sign,
    Excuse,
    Absent,
    Refuse,
    AddPerson,
    ProposeCorrection,
    Void,
    Note,
    Attach,
    CloseSession,
    SignMinutes,
    Withheld = 255 ///< the place of an entry whose payload is gone
};

struct EntryFact {
    EntryId id;
    FeedId feed;
    Seq seq = 0;
    std::optional<EntryId> prev;
    Kind kind = Kind::Unknown;
    /// Of the header; open-drive: its own id; certify: the drive it restricts the key to.
    std::optional<EntryId> drive;
    std::optional<SessionId> session;
    /// certify, revoke, certify-officer, revoke-officer, admit, decide (fork): the feed. void: its target.
    std::optional<Digest> subject;
    std::int64_t wallMs = 0; ///< shown, never used to decide

    /// sign, excuse, refuse, add-person, roster-change, decide (duplicate): one. absent: all.
    /// match: the added one, then the person it is (if any).
    std::vector<PersonId> persons;
    Scope units;
    std::vector<EntryId> entries;    ///< decide, admit
    std::vector<EntryId> supersedes; ///< roster-snapshot: `previous`
    std::optional<EntryId> chosen;   ///< decide; close-session: its opening; sign-minutes: the closing
    /// certify, revoke: role. decide: topic. excuse: reason. roster-change: change. sign-minutes: role.
    std::uint8_t word = 0;
    /// revoke, revoke-officer: last number. decide (fork): number. close-session: entries.
    std::uint64_t number = 0;
    bool withRoster = false;           ///< sign
    std::vector<std::int64_t> tallies; ///< close-session: signed, voided, excused, absent, refused, added

    Ruling ruling; ///< derived
    std::int64_t row = 0;

    [[nodiscard]] bool counts() const { return ruling.verdict == Verdict::Counts; }
};

[[nodiscard]] Digest subjectOf(const FeedId& feed);
[[nodiscard]] Digest subjectOf(const EntryId& entry);
[[nodiscard]] FeedId feedOf(const Digest& subject);
[[nodiscard]] EntryId entryOf(const Digest& subject);

[[nodiscard]] EntryFact factOf(const EntryId& id, const entry::Payload& payload);
[[nodiscard]] EntryFact factOf(const entry::WithheldEntry& entry);

/// sign, excuse, absent, refuse, add-person: what a void may name.
[[nodiscard]] bool isPersonKind(Kind kind);

} // namespace teken::ledger
