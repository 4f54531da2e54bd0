// What papers say, gathered from a book: one laptop's own, or the centre's with every desk of a session in
// it. Drawing (papers.h) needs nothing else.
#pragma once

#include "core/domain/indonesian.h"
#include "core/domain/ink.h"
#include "core/domain/people.h"
#include "core/domain/pledge_text.h"
#include "core/domain/status.h"
#include "core/ledger/coverage.h"

#include <optional>
#include <string>
#include <vector>

namespace teken::papers {

struct PledgeOnPaper {
    BlobId id;
    domain::PledgeText text;
};

/// Somebody's ink under the minutes.
struct MinutesInk {
    entry::Present role = entry::Present::Head;
    std::string name;
    std::int64_t wallMs = 0;
    domain::InkStrokes ink;
};

struct JointReadingOnPaper {
    std::int64_t atMs = 0;
    std::vector<BlobId> texts; ///< empty: every text of the session
};

struct PauseOnPaper {
    std::int64_t fromMs = 0;
    std::optional<std::int64_t> untilMs;
    entry::PauseReason reason = entry::PauseReason::Other;
};

/// One laptop's part in the session.
struct DeskOnPaper {
    std::string name;    ///< "Meja A"
    std::string officer; ///< of the certificate
    std::string device;
    std::int64_t openedMs = 0;
    std::optional<std::int64_t> closedMs;
    std::optional<EntryId> closing;
    std::string code; ///< close code; empty while open
    entry::Party head;
    std::vector<entry::Party> witnesses;
    std::vector<JointReadingOnPaper> readings; ///< oldest first
    std::vector<PauseOnPaper> pauses;
    std::vector<MinutesInk> inks;
    bool countsMatch = true;

    /// When this text was read here last; nullopt: it was not.
    [[nodiscard]] std::optional<std::int64_t> readJointlyMs(const BlobId& text) const;
};

struct SignatureOnPaper {
    EntryId entry;
    std::string code;     ///< ten characters, as on the slip
    std::size_t desk = 0; ///< of PaperData::desks
    std::int64_t wallMs = 0;
    BlobId text;
    entry::SignForm form = entry::SignForm::Ink;
    entry::Mark mark = entry::Mark::None;
    entry::Reading reading = entry::Reading::Self;
    std::vector<entry::Present> present;
    std::optional<entry::Party> second;
    domain::InkStrokes ink; ///< empty for wet ink: the scanned paper is the signature
};

/// In the order of the roster; people added at tables last.
struct PersonOnPaper {
    PersonId id;
    std::string name;
    std::string number;
    std::string rank;
    std::string post;
    std::string unit; ///< code
    std::string unitName;
    domain::SignerKind kind = domain::SignerKind::Other;
    domain::PersonState state = domain::PersonState::NotYet;
    std::optional<domain::ExcuseKind> excuse;
    bool guest = false;           ///< on the roster of another unit
    bool added = false;           ///< at the table, not matched
    bool signedElsewhere = false; ///< Sudah, in another session
    bool signedSince = false;     ///< the same, after this session was closed: `state` is of then
    std::optional<SignatureOnPaper> signature; ///< made in this session
};

struct EventOnPaper {
    std::int64_t wallMs = 0;
    std::string text;
    std::size_t desk = 0;
};
struct VoidOnPaper {
    std::int64_t wallMs = 0;
    entry::VoidReason reason = entry::VoidReason::Other;
    std::string second;
    std::size_t desk = 0;
};

/// Counts of the people of the session's units, each person once. Guests and added people stand beside it.
struct CountsOnPaper {
    std::uint64_t listed = 0; ///< on the roster of these units, without those who left
    std::uint64_t signedHere = 0, signedElsewhere = 0, excused = 0, absent = 0, refused = 0, notYet = 0;
    std::uint64_t guestsSigned = 0, addedSigned = 0;
    std::uint64_t signedSince = 0; ///< of them, counted above as they stood when the session was closed
    [[nodiscard]] std::uint64_t signedAll() const { return signedHere + signedElsewhere; }
};

struct UnitOnPaper {
    std::string code, name, parent;
    domain::Coverage counts;
};

struct DriveOnPaper {
    EntryId id;
    entry::OpenDrive opening;
    domain::Zone zone = domain::Zone::Wib;
    domain::Date rosterDate{};
};

struct PaperData {
    DriveOnPaper drive;
    SessionId session;
    std::string title, place;
    std::vector<std::string> unitNames;
    std::optional<std::string> parentTitle; ///< Sesi susulan of
    bool closed = false;                    ///< every desk known here is
    std::vector<DeskOnPaper> desks;         ///< by the hour they opened
    std::vector<PledgeOnPaper> texts;
    std::vector<PersonOnPaper> people;
    std::vector<EventOnPaper> events;
    std::vector<VoidOnPaper> voids;
    CountsOnPaper counts;
    /// Some of those who signed elsewhere are known by the centre's list of this hour only, not by records.
    std::optional<std::int64_t> centreListMs;
    std::vector<UnitOnPaper> units; ///< of the session, those below them too

    [[nodiscard]] const PledgeOnPaper* text(const BlobId& id) const;
};

/// A signer's receipt. It names nobody (core/entry/SLIP.md).
struct SlipOnPaper {
    DriveOnPaper drive;
    std::string session, place;
    std::int64_t wallMs = 0;
    std::string code;   ///< "7KQ2-M0V9-TXAB-CDEFG"
    std::string record; ///< for the QR; empty when the record is too large for one
};

/// Recap over the whole drive.
struct RecapData {
    DriveOnPaper drive;
    std::vector<UnitOnPaper> units;
    domain::Coverage all;
    std::uint64_t signedOffList = 0; ///< signed, on no present list and not added
};

} // namespace teken::papers
