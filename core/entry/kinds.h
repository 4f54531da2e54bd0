// The kinds of entries and their bodies, field by field as in FORMAT.md section 5.
#pragma once

#include "core/entry/ids.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace teken::entry {

/// Roles a key may have. One key, one role.
enum class Role : std::uint8_t { Root, Admin, Field, Server, Log, Cosigner, Recipient };

/// A person named in a record who is not a signer: head, witness.
struct Party {
    std::string name;
    std::string number;
    std::string post;
    friend bool operator==(const Party&, const Party&) = default;
};

using Units = std::vector<std::string>; ///< unit codes; {"*"} means all

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

// --- field feed --------------------------------------------------------------------------------------------

enum class SucceedReason : std::uint8_t { Restored, Cloned, Lost, Replaced };

struct Succeed {
    FeedId feed;
    Seq seq = 0;
    std::optional<EntryId> head;
    SucceedReason reason = SucceedReason::Replaced;
    friend bool operator==(const Succeed&, const Succeed&) = default;
};

struct OpenSession {
    SessionId session;
    std::optional<EntryId> plan;
    std::optional<SessionId> parent;
    std::string title;
    Units units;
    std::string place;
    EntryId roster;
    std::vector<BlobId> texts;
    Party head;
    std::vector<Party> witnesses;
    std::string desk;
    friend bool operator==(const OpenSession&, const OpenSession&) = default;
};

enum class PauseReason : std::uint8_t { Power, Break, Weather, Other };

struct Pause {
    SessionId session;
    PauseReason reason = PauseReason::Other;
    friend bool operator==(const Pause&, const Pause&) = default;
};

struct Resume {
    SessionId session;
    friend bool operator==(const Resume&, const Resume&) = default;
};

enum class SignForm : std::uint8_t { Ink, Thumb, Assisted, Wet };
enum class Identified : std::uint8_t { Known, Card, Roster, Colleague };
enum class Present : std::uint8_t { Officer, Head, Witness1, Witness2, Witness3 };
enum class Reading : std::uint8_t { Self, Joint };
enum class Mark : std::uint8_t { None, Symbolic };

struct Sign {
    SessionId session;
    PersonId person;
    std::optional<EntryId> roster;
    std::string unit;
    BlobId text;
    Digest ink;
    SignForm form = SignForm::Ink;
    Identified identified = Identified::Known;
    std::vector<Present> present;
    Reading reading = Reading::Self;
    Mark mark = Mark::None;
    std::optional<Party> second;
    friend bool operator==(const Sign&, const Sign&) = default;
};

enum class ExcuseReason : std::uint8_t { Leave, Duty, Study, Other };

struct Excuse {
    SessionId session;
    PersonId person;
    ExcuseReason reason = ExcuseReason::Other;
    friend bool operator==(const Excuse&, const Excuse&) = default;
};

struct Absent {
    SessionId session;
    std::vector<PersonId> persons;
    friend bool operator==(const Absent&, const Absent&) = default;
};

struct Refuse {
    SessionId session;
    PersonId person;
    friend bool operator==(const Refuse&, const Refuse&) = default;
};

struct AddPerson {
    SessionId session;
    PersonId person;
    std::string name, number, unit, signerKind, post;
    friend bool operator==(const AddPerson&, const AddPerson&) = default;
};

enum class CorrectionField : std::uint8_t { Name, Number, Unit, Post, Kind, Other };

struct ProposeCorrection {
    SessionId session;
    PersonId person;
    CorrectionField field = CorrectionField::Other;
    std::string value;
    friend bool operator==(const ProposeCorrection&, const ProposeCorrection&) = default;
};

enum class VoidReason : std::uint8_t { WrongPerson, Trial, Illegible, Double, Other };

struct Void {
    SessionId session;
    EntryId target;
    VoidReason reason = VoidReason::Other;
    Party second;
    friend bool operator==(const Void&, const Void&) = default;
};

enum class NoteTopic : std::uint8_t { JointReading, SpecialEvent, Other };

struct Note {
    SessionId session;
    NoteTopic topic = NoteTopic::Other;
    std::string text;
    std::optional<std::int64_t> atMs;
    friend bool operator==(const Note&, const Note&) = default;
};

struct Attach {
    SessionId session;
    std::optional<EntryId> about;
    BlobId blob;
    std::string media;
    std::int64_t bytes = 0;
    std::string title;
    friend bool operator==(const Attach&, const Attach&) = default;
};

struct CloseSession {
    struct Counts {
        std::int64_t signedCount = 0; ///< "signed" in JSON; the word is taken in C++
        std::int64_t voided = 0, excused = 0, absent = 0, refused = 0, added = 0;
        friend bool operator==(const Counts&, const Counts&) = default;
    };
    SessionId session;
    EntryId opening;
    std::int64_t entries = 0;
    Counts counts;
    friend bool operator==(const CloseSession&, const CloseSession&) = default;
};

struct SignMinutes {
    SessionId session;
    EntryId closing;
    Present role = Present::Head;
    std::string name;
    Digest ink;
    friend bool operator==(const SignMinutes&, const SignMinutes&) = default;
};

/// A kind this version does not know: kept and passed on, never folded.
struct UnknownKind {
    std::string kind;
    friend bool operator==(const UnknownKind&, const UnknownKind&) = default;
};

using Body = std::variant<UnknownKind, Certify, Revoke, OpenDrive, LockText, RosterSnapshot, RosterChange, PlanSession,
                          CertifyOfficer, RevokeOfficer, Match, Decide, Admit, CloseDrive, Succeed, OpenSession,
                          Pause, Resume, Sign, Excuse, Absent, Refuse, AddPerson, ProposeCorrection, Void, Note,
                          Attach, CloseSession, SignMinutes>;

/// "sign", "open-session" …; for UnknownKind the kind it came with.
[[nodiscard]] std::string_view kindName(const Body& body);

/// Roles whose feeds may hold this kind (Void: admin and field); empty for UnknownKind.
[[nodiscard]] std::vector<Role> rolesFor(const Body& body);

/// The session a body belongs to; nullopt for kinds without one.
[[nodiscard]] std::optional<SessionId> sessionOf(const Body& body);

/// The hash of the ink a body binds; nullopt for kinds without ink.
[[nodiscard]] std::optional<Digest> inkOf(const Body& body);

[[nodiscard]] std::string_view roleName(Role role); ///< "root", "admin" …

} // namespace teken::entry
