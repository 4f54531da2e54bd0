// What the entries of a book mean: the state every node computes alike from the same set of entries.
#pragma once

#include "core/entry/kinds.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace teken::ledger {

using entry::Seq;

/// A key and what certificates say of it, after rules 3 to 7 of core/entry/FORMAT.md section 7.
struct FeedState {
    FeedId feed;
    std::optional<entry::Role> role; ///< nullopt: no counting certificate (or two roles)
    std::string name;                ///< of the certificate
    std::string device;
    entry::Units units;
    std::optional<EntryId> drive; ///< field: of the certificate
    std::optional<EntryId> certificate;
    std::int64_t fromMs = 0, untilMs = 0;
    std::optional<Seq> revokedAfter; ///< last number that counts without `admit`
    std::optional<Seq> forkedAt;     ///< undecided fork
    Seq countedTo = 0;               ///< end of the chain that counts (gaps, forks, revocation taken in)
    std::uint64_t stored = 0;        ///< entries here
    std::uint64_t waiting = 0;       ///< behind a gap
    std::uint64_t withheld = 0;      ///< payload erased, place in the chain kept
    std::uint64_t notCounted = 0; ///< here but without effect (no certificate, revoked, forked, out of scope)
};

/// Precedence from strongest to weakest, as DOMAIN.md writes it: a valid sign outranks refuse, which outranks
/// excuse, then absent, then nothing.
enum class PersonStatus : std::uint8_t { None, Absent, Excused, Refused, Signed };

/// One fact about a person that counts.
struct Fact {
    EntryId entry;
    FeedId feed;
    Seq seq = 0;
    SessionId session;
    std::int64_t wallMs = 0;
    friend bool operator==(const Fact&, const Fact&) = default;
};

struct PersonState {
    PersonId person; ///< the roster's id, where an added one has been matched
    PersonStatus status = PersonStatus::None;
    std::optional<Fact> signature; ///< the one that counts (decided, or the only one, or the smallest id)
    std::vector<Fact> signatures;  ///< all valid ones that are not void; two or more: Ganda
    std::optional<entry::ExcuseReason> excuse;
    bool refusedToo = false;                     ///< a note beside a signature, not a conflict
    bool duplicate = false;                      ///< several signatures and no decision that settles them
    bool decisionConflict = false;               ///< concurrent decisions that do not supersede each other
    bool added = false;                          ///< came from the table and is not matched
    std::optional<PersonId> matchedTo;           ///< only on the added id itself
    std::optional<entry::RosterChangeKind> left; ///< Keluar daftar, unless Restored
    bool restored = false;                       ///< an admin took a person back who had left
    bool matchConflict = false;                  ///< concurrent matches of this added person: none acts
    bool changeConflict = false;                 ///< concurrent roster changes: the smallest id acts
    friend bool operator==(const PersonState&, const PersonState&) = default;
};

enum class SessionPhase : std::uint8_t { Planned, Open, Paused, Closed, MinutesSigned };

/// One laptop's part in a session.
struct DeskState {
    FeedId feed;
    EntryId opening;
    std::optional<EntryId> closing;
    bool paused = false;
    bool countsMatch = true; ///< the closing's counts equal the recomputed ones (true while not closed, and
                             ///< while they cannot be compared)
    bool comparable = true;  ///< false: closed over entries whose content is withheld or not understood
    entry::CloseSession::Counts recomputed;
    std::vector<entry::Present> minutesSignedBy;
};

struct SessionState {
    SessionId session;
    EntryId drive;
    std::optional<EntryId> plan;
    std::optional<SessionId> parent;
    std::string title;
    std::string place;
    entry::Units units;
    std::int64_t startMs = 0;                   ///< the wall clock of the first opening; before it, planned
    SessionPhase phase = SessionPhase::Planned; ///< closed when all desks are
    std::vector<DeskState> desks;
    std::uint64_t signedCount = 0, excused = 0, absent = 0, refused = 0, added = 0, voided = 0;
};

struct TextState {
    EntryId lock;
    BlobId text;
    std::string code;
    std::int64_t version = 1;
    std::string title;
    std::vector<std::string> signerKinds;
};

struct DriveState {
    EntryId drive;
    entry::OpenDrive opening;
    bool closed = false;
    std::vector<TextState> texts;
    std::optional<EntryId> roster; ///< newest counting snapshot
    std::optional<BlobId> manifest;
    bool rosterConflict = false; ///< concurrent snapshots, neither follows the other
    std::uint64_t signedPersons = 0, refused = 0, excused = 0, absent = 0, addedUnmatched = 0;
    std::uint64_t duplicates = 0, decisionConflicts = 0, forks = 0;
    std::uint64_t unknownKinds = 0; ///< "incomplete, made by ruleset N" if not zero
};

enum class ConflictKind : std::uint8_t {
    Duplicate,
    ConcurrentDecisions,
    Fork,
    ConcurrentRosters,
    ConcurrentMatches,
    ConcurrentRosterChanges
};

/// Something an admin has to decide.
struct Conflict {
    ConflictKind kind = ConflictKind::Duplicate;
    std::optional<PersonId> person;
    std::optional<FeedId> feed;
    Seq seq = 0;
    std::vector<EntryId> entries; ///< sorted
    friend bool operator==(const Conflict&, const Conflict&) = default;
};

/// Raised when the rules change, and when rows of the tables are written differently: a book folded under
/// another number is folded anew when it is opened.
inline constexpr int kRuleset = 3;

} // namespace teken::ledger
