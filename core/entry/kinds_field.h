// Bodies of the kinds of field feeds (FORMAT.md section 5.3).
#pragma once

#include "core/entry/kinds_common.h"

namespace teken::entry {

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

} // namespace teken::entry
