// Bodies of the kinds of the root and admin feeds (FORMAT.md sections 5.1 and 5.2).
#pragma once

#include "core/entry/kinds_common.h"

namespace teken::entry {

// --- root feed ---------------------------------------------------------------------------------------------

enum class RevokeReason : std::uint8_t { Lost, Stolen, Left, Ended, Replaced, Misuse };

struct Certify {
    Role role = Role::Admin;
    PublicKey key; ///< for Role::Recipient the bytes of an X25519 key
    std::string name;
    Units units;
    std::optional<EntryId> drive;
    std::int64_t fromMs = 0;
    std::int64_t untilMs = 0;
    std::vector<Digest> pins;
    friend bool operator==(const Certify&, const Certify&) = default;
};

struct Revoke {
    Role role = Role::Admin;
    PublicKey key;
    Seq lastSeq = 0;
    RevokeReason reason = RevokeReason::Ended;
    friend bool operator==(const Revoke&, const Revoke&) = default;
};

// --- admin feed --------------------------------------------------------------------------------------------

enum class Zone : std::uint8_t { Wib, Wita, Wit };

struct OpenDrive {
    std::string code, title, organisation, area;
    Zone zone = Zone::Wib;
    std::string order, purpose, contact;
    std::vector<std::string> signerKinds; ///< slugs of core/domain
    std::optional<std::int64_t> deadlineMs;
    std::optional<std::int64_t> retentionDays;
    friend bool operator==(const OpenDrive&, const OpenDrive&) = default;
};

struct LockText {
    std::string code;
    std::int64_t version = 1;
    std::string title;
    BlobId text;
    std::vector<std::string> signerKinds;
    friend bool operator==(const LockText&, const LockText&) = default;
};

struct RosterSnapshot {
    struct Rows {
        std::int64_t read = 0, accepted = 0, warned = 0, refused = 0, skipped = 0;
        friend bool operator==(const Rows&, const Rows&) = default;
    };
    struct Changes {
        std::int64_t joined = 0, left = 0, moved = 0, changed = 0;
        friend bool operator==(const Changes&, const Changes&) = default;
    };
    std::string date;
    BlobId manifest;
    Digest source;
    Rows rows;
    std::int64_t persons = 0, units = 0;
    std::optional<EntryId> previous;
    Changes changes;
    friend bool operator==(const RosterSnapshot&, const RosterSnapshot&) = default;
};

enum class RosterChangeKind : std::uint8_t { Retired, Transferred, Deceased, Resigned, WrongData, Restored };

struct RosterChange {
    PersonId person;
    RosterChangeKind change = RosterChangeKind::Retired;
    std::string effective;
    std::vector<EntryId> supersedes;
    friend bool operator==(const RosterChange&, const RosterChange&) = default;
};

struct PlanSession {
    SessionId session;
    std::string title;
    Units units;
    std::string place;
    std::int64_t startMs = 0;
    std::vector<BlobId> texts;
    std::vector<FeedId> officers;
    std::optional<SessionId> parent;
    friend bool operator==(const PlanSession&, const PlanSession&) = default;
};

struct CertifyOfficer {
    PublicKey key;
    std::string name;
    std::string device;
    Units units;
    std::int64_t fromMs = 0;
    std::int64_t untilMs = 0;
    std::optional<RecipientKey> recipient;
    std::optional<FeedId> succeeds;
    friend bool operator==(const CertifyOfficer&, const CertifyOfficer&) = default;
};

struct RevokeOfficer {
    FeedId feed;
    Seq lastSeq = 0;
    RevokeReason reason = RevokeReason::Ended;
    friend bool operator==(const RevokeOfficer&, const RevokeOfficer&) = default;
};

struct Match {
    PersonId added;
    std::optional<PersonId> person;
    std::vector<EntryId> supersedes;
    friend bool operator==(const Match&, const Match&) = default;
};

enum class DecideTopic : std::uint8_t { Duplicate, Fork };

struct Decide {
    DecideTopic topic = DecideTopic::Duplicate;
    std::optional<FeedId> feed;
    Seq seq = 0;
    std::optional<PersonId> person;
    std::vector<EntryId> entries;
    EntryId chosen;
    std::vector<EntryId> supersedes;
    std::string reason;
    friend bool operator==(const Decide&, const Decide&) = default;
};

struct Admit {
    FeedId feed;
    std::vector<EntryId> entries;
    std::string reason;
    friend bool operator==(const Admit&, const Admit&) = default;
};

struct CloseDrive {
    std::string note;
    friend bool operator==(const CloseDrive&, const CloseDrive&) = default;
};

} // namespace teken::entry
