// The personnel office's work on a drive, and the root authority above it. Each function appends one entry to
// the feed of the unlocked holder and returns it only when durable (FeedWriter).
//
// Common errors: Unauthorized "desk.wrong-role" (the holder is not what this desk needs),
// "desk.not-certified"; Conflict "desk.restored-database", "drive.closed"; NotFound for what is not in this
// book.
#pragma once

#include "core/desk/enrolment.h"
#include "core/desk/feed_writer.h"
#include "core/domain/pledge_text.h"
#include "core/domain/roster_import.h"

#include <memory>

namespace teken::desk {

/// The root key: certifies admins, servers and recipients. Its book stays offline.
class AuthorityDesk {
public:
    /// A new book at `file` with one holder of role Root, pinned to itself. Slow (passphrase).
    [[nodiscard]] static Result<std::unique_ptr<store::Book>>
    create(const std::filesystem::path& file, const std::string& name, const crypto::SecretBytes& passphrase,
           const crypto::KdfParams& kdf, const store::BookSeams& seams);
    [[nodiscard]] static Result<AuthorityDesk> open(const DeskSeams& seams);

    struct Terms {
        entry::Units units{"*"};
        std::optional<EntryId> drive;
        std::int64_t fromMs = 0, untilMs = 0;
    };
    /// A request that proved possession. Refuses "desk.key-not-valid" (not of the prime-order group) and
    /// Conflict "desk.key-in-other-role".
    [[nodiscard]] Result<entry::VerifiedEntry> certify(const EnrolmentRequest& request, const Terms& terms);
    /// A key without request: an X25519 recipient, the next root.
    [[nodiscard]] Result<entry::VerifiedEntry> certifyKey(entry::Role role, const PublicKey& key,
                                                          const std::string& name, const Terms& terms,
                                                          std::vector<Digest> pins = {});
    [[nodiscard]] Result<entry::VerifiedEntry> revoke(entry::Role role, const PublicKey& key,
                                                      entry::Seq lastSeq, entry::RevokeReason reason);

private:
    explicit AuthorityDesk(const DeskSeams& seams) : m_seams(seams), m_writer(seams) {}
    DeskSeams m_seams;
    FeedWriter m_writer;
};

struct RosterImportRequest {
    domain::ImportOptions options; ///< `previous` and ids are filled in by the desk
    const domain::UnitList* units = nullptr;
};

/// The outcome of reading a file, before anything is written: an admin looks at it first.
struct RosterProposal {
    domain::ImportReport report;
    domain::RosterSnapshot snapshot;
    domain::RosterSnapshot before; ///< the present roster; empty if there is none
    domain::RosterDiff diff;       ///< against `before`
    std::optional<EntryId> previous;
};

class AdminDesk {
public:
    /// `drive`: nullopt before the first drive is opened, or to take the book's only open one.
    [[nodiscard]] static Result<AdminDesk> open(const DeskSeams& seams,
                                                std::optional<EntryId> drive = std::nullopt);

    [[nodiscard]] std::optional<EntryId> drive() const { return m_drive; }
    [[nodiscard]] Result<ledger::DriveState> state() const;
    /// Within the admin's units.
    [[nodiscard]] const ledger::FeedState& feedState() const { return m_feed; }

    [[nodiscard]] Result<EntryId> openDrive(const entry::OpenDrive& opening);
    [[nodiscard]] Result<EntryId> closeDrive(const std::string& note);
    /// Stores the blob and locks it. Conflict "text.version-locked" if this code and version are locked with
    /// other bytes.
    [[nodiscard]] Result<entry::LockText> lockText(const domain::PledgeText& text);

    [[nodiscard]] Result<RosterProposal> readRoster(ByteView csv, const RosterImportRequest& request) const;
    struct ImportedRoster {
        EntryId entry;
        BlobId manifest;
        entry::RosterSnapshot body;
    };
    /// Blobs and entry in one transaction. Conflict "roster.changed-meanwhile" if the present roster is no
    /// longer the one the proposal was made against.
    [[nodiscard]] Result<ImportedRoster> acceptRoster(const RosterProposal& proposal);
    [[nodiscard]] Result<domain::RosterSnapshot> presentRoster() const; ///< NotFound "drive.no-roster"
    /// Supersedes the changes of this person that this book knows.
    [[nodiscard]] Result<EntryId> changeRoster(const PersonId& person, entry::RosterChangeKind change,
                                               const std::string& effective);

    /// A zero `session` gets a new id.
    [[nodiscard]] Result<SessionId> planSession(entry::PlanSession plan);

    struct OfficerTerms {
        entry::Units units;
        std::int64_t fromMs = 0, untilMs = 0;
    };
    [[nodiscard]] Result<EntryId> certifyOfficer(const EnrolmentRequest& request, const OfficerTerms& terms);
    [[nodiscard]] Result<EntryId> revokeOfficer(const FeedId& feed, entry::Seq lastSeq,
                                                entry::RevokeReason reason);

    /// `person` nullopt: the added person stands for itself. Supersedes earlier matches of `added`.
    [[nodiscard]] Result<EntryId> match(const PersonId& added, const std::optional<PersonId>& person);
    /// On a conflict the ledger lists. `chosen` is one of its entries. Supersedes earlier decisions on it.
    [[nodiscard]] Result<EntryId> decide(const ledger::Conflict& conflict, const EntryId& chosen,
                                         const std::string& reason);
    [[nodiscard]] Result<EntryId> admit(const FeedId& feed, const std::vector<EntryId>& entries,
                                        const std::string& reason);
    [[nodiscard]] Result<EntryId> voidEntry(const EntryId& target, entry::VoidReason reason,
                                            const entry::Party& second);

private:
    AdminDesk(const DeskSeams& seams, ledger::FeedState feed, std::optional<EntryId> drive);
    [[nodiscard]] Result<EntryId> add(entry::Body body, const ledger::Ledger::Also& also = {});
    [[nodiscard]] Result<ledger::DriveState> openState() const;
    [[nodiscard]] Result<> checkPerson(const PersonId& person) const;
    void carryReturned(const EntryId& present, RosterProposal& proposal) const;
    [[nodiscard]] Result<> checkUnits(const ledger::DriveState& drive, const entry::Units& units) const;
    /// Ids of admin entries of the drive that `wanted` accepts: what a new decision supersedes.
    [[nodiscard]] Result<std::vector<EntryId>>
    earlier(const std::function<bool(const entry::Body&)>& wanted) const;

    DeskSeams m_seams;
    FeedWriter m_writer;
    ledger::FeedState m_feed;
    std::optional<EntryId> m_drive;
};

} // namespace teken::desk
