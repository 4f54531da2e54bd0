// The officer's day: sessions on one laptop, with the rules that protect signers enforced where no screen can
// forget them. Every function that returns an EntryId returns it only after the entry is durable, read back
// and noted in the anchor.
//
// Common errors: Unauthorized "desk.not-certified" (no counting certificate), Conflict
// "desk.restored-database", Unauthorized "desk.revoked" (nothing is written that could not count), Locked
// "store.locked", "session.paused"; Conflict "session.closed", NotFound "session.unknown", "session.no-desk"
// (this laptop has not opened it), and those of the store (NoSpace, ReadOnly).
#pragma once

#include "core/desk/feed_writer.h"
#include "core/desk/people_board.h"
#include "core/desk/queue.h"
#include "core/desk/stroke_journal.h"
#include "core/domain/ink.h"
#include "core/domain/pledge_text.h"

#include <memory>
#include <unordered_map>

namespace teken::desk {

/// A session as the home page lists it: planned for this officer, or opened here.
struct SessionCard {
    ledger::SessionState state;
    std::optional<ledger::DeskState> own; ///< this feed's desk; nullopt: not opened here
    bool openHere = false;                ///< opened here and not closed
    std::string unitName;                 ///< names of its units, joined by comma; for screens
    StatusCounts counts;                  ///< of the people of its units, as known on this laptop
    std::uint64_t waiting = 0;            ///< own entries of it that the centre has not acknowledged
};

struct OpenRequest {
    std::optional<SessionId> session; ///< planned, or from the first laptop (QR); nullopt: a new session
    std::optional<SessionId> parent;  ///< Sesi susulan of
    std::string title, place, desk;   ///< empty title or place: as planned
    entry::Units units;               ///< empty: as planned
    std::vector<BlobId> texts;        ///< empty: as planned, else every text locked in the drive
    entry::Party head;
    std::vector<entry::Party> witnesses; ///< 1..3, at least one of them not the officer
};

/// What lies before the signer.
struct SigningSheet {
    PersonCard person;
    ledger::TextState text;
    domain::PledgeText content;
    std::optional<std::int64_t> jointReadingMs; ///< "dibacakan bersama pukul …"
    domain::InkStrokes recovered;               ///< kept before a crash; usually empty
};

struct SignRequest {
    SessionId session;
    PersonId person;
    BlobId text; ///< the sheet's text: exactly what was shown
    domain::InkStrokes ink;
    std::optional<BlobId> scan; ///< only for Wet: the scanned paper stands for the ink
    entry::SignForm form = entry::SignForm::Ink;
    entry::Identified identified = entry::Identified::Roster;
    std::vector<entry::Present> present{entry::Present::Officer, entry::Present::Witness1};
    entry::Reading reading = entry::Reading::Self;
    entry::Mark mark = entry::Mark::None; ///< Symbolic: one person's signature all the same
    std::optional<entry::Party> second;   ///< needed for Thumb and Assisted; not the officer, not the signer
    bool knowsSignedElsewhere = false;    ///< the officer saw the warning and goes on
};

struct SignedSlip {
    EntryId entry;
    std::uint64_t numberInSession = 0; ///< of this desk
    std::int64_t wallMs = 0;
    std::string code; ///< of the slip, for people (core/entry/SLIP.md)
    std::string text; ///< of the slip's QR: the signed record; empty if it is too long for one
    bool signedElsewhereToo = false;
};

/// A signature that was given on paper, entered later.
struct PaperRequest {
    SessionId session;
    PersonId person;
    Bytes scan;        ///< PDF, JPEG or PNG (scan_file.h)
    std::string title; ///< of the scan, for whoever looks through the papers
    std::optional<entry::Party> second;
    bool knowsSignedElsewhere = false;
};

struct AddRequest {
    SessionId session;
    std::string name, number, unit, post;
    domain::SignerKind kind = domain::SignerKind::Pns;
};

struct ClosedSession {
    EntryId closing;
    std::string code; ///< close code printed in the minutes
    std::int64_t entries = 0;
    entry::CloseSession::Counts counts;
};

/// Clocks that are set by the network jump a little; more than this is a hand or an empty battery.
inline constexpr Milliseconds kClockSetBack{120'000};

/// What an officer finds after unlocking.
struct Resumption {
    std::optional<SessionId> active;        ///< opened here and not closed; the newest if several
    bool afterCrash = false;                ///< the last run did not say goodbye
    std::optional<std::int64_t> lastSignMs; ///< last sign of life of that run
    std::uint64_t safeSignatures = 0;       ///< durable in the active session
    std::vector<UnfinishedInk> unfinished;  ///< strokes kept without being saved
};

class OfficerDesk {
public:
    /// For the unlocked holder. Reads roster and states into memory; a roster that is not here yet is no
    /// reason to stay out (PeopleBoard::lack): news can be fetched only from inside. A first entry `succeed`
    /// is written when the certificate names a feed to succeed. Unauthorized "desk.not-certified",
    /// "desk.wrong-role".
    [[nodiscard]] static Result<std::unique_ptr<OfficerDesk>> open(const DeskSeams& seams);

    [[nodiscard]] const ledger::FeedState& feedState() const { return m_feed; }
    [[nodiscard]] const EntryId& drive() const { return m_drive; }
    /// Reads everything anew: after a sync or an import.
    [[nodiscard]] Result<> refresh();
    [[nodiscard]] PeopleBoard& people() { return m_people; }
    /// Who has signed by the centre's list of `asOf`, by this laptop's clock. What this desk has voided
    /// since, or voided without the centre knowing it yet, is taken out: the list still holds that signature.
    [[nodiscard]] Result<> setElsewhere(const std::vector<PersonId>& persons, WallTime asOf);
    [[nodiscard]] const StrokeJournal& strokes() const { return m_strokes; }

    /// Marks this run as alive; endRun() says goodbye. What was found is the last run's.
    [[nodiscard]] Result<Resumption> beginRun();
    [[nodiscard]] Result<> endRun();

    [[nodiscard]] Result<std::vector<SessionCard>> sessions() const;
    [[nodiscard]] Result<SessionCard> session(const SessionId& session) const;
    /// What an own desk's opening (DeskState::opening) says: who leads, who watches, for which units.
    /// NotFound; Corrupt ("session.opening-withheld", "session.opening-kind").
    [[nodiscard]] Result<entry::OpenSession> openingOf(const EntryId& opening) const;
    [[nodiscard]] Result<ledger::DriveState> driveState() const;
    [[nodiscard]] Result<domain::PledgeText> text(const BlobId& text) const;

    /// NotFound "desk.roster-not-here", "desk.roster-incomplete": nobody could be called in it yet.
    [[nodiscard]] Result<SessionId> openSession(const OpenRequest& request);
    [[nodiscard]] Result<EntryId> pause(const SessionId& session, entry::PauseReason reason);
    [[nodiscard]] Result<EntryId> resume(const SessionId& session);

    /// The text for this person's kind, and whether they may sign. Conflict "signing.already-signed"
    /// (elsewhere: a warning, sign() goes on with knowsSignedElsewhere), "signing.already-signed-here",
    /// "signing.off-roster"; NotFound "signing.no-text" when no locked text is for this kind of signer.
    /// `despiteElsewhere` passes the warning.
    [[nodiscard]] Result<SigningSheet> begin(const SessionId& session, const PersonId& person,
                                             bool despiteElsewhere = false) const;
    /// InvalidInput "signing.second-self": the second witness is the officer or the signer, by name.
    [[nodiscard]] Result<> checkSecond(const PersonId& signer, const std::string& second) const;
    /// InvalidInput "ink.…" (too little), "signing.second-needed", "signing.second-self",
    /// "signing.officer-only-witness", "signing.text-not-locked", "signing.text-not-for-kind"; Conflict as
    /// begin(). Clears the person's strokes.
    [[nodiscard]] Result<SignedSlip> sign(const SignRequest& request);
    /// Tanda tangan basah: the scan is attached, and the signature names it. As sign(), and InvalidInput
    /// "scan.kind", "scan.too-large", "scan.broken-off", "scan.empty".
    [[nodiscard]] Result<SignedSlip> signFromPaper(const PaperRequest& request);
    [[nodiscard]] Result<EntryId> excuse(const SessionId& session, const PersonId& person,
                                         entry::ExcuseReason reason);
    [[nodiscard]] Result<EntryId> refuse(const SessionId& session, const PersonId& person);
    /// One entry for each 200 persons.
    [[nodiscard]] Result<std::vector<EntryId>> markAbsent(const SessionId& session,
                                                          const std::vector<PersonId>& persons);
    /// Conflict "desk.person-on-roster", "desk.person-added-before": the number is somebody's already.
    /// InvalidInput "desk.number-wrong": a civil servant's kind, and no civil servant's number.
    [[nodiscard]] Result<PersonId> addPerson(const AddRequest& request);
    [[nodiscard]] Result<EntryId> proposeCorrection(const SessionId& session, const PersonId& person,
                                                    entry::CorrectionField field, const std::string& value);
    /// `target`: an own entry of this session. `second`: who else saw it; not the officer.
    [[nodiscard]] Result<EntryId> voidEntry(const SessionId& session, const EntryId& target,
                                            entry::VoidReason reason, const entry::Party& second);
    /// Voids the signature this feed made for the person in this session.
    [[nodiscard]] Result<EntryId> voidSignature(const SessionId& session, const PersonId& person,
                                                entry::VoidReason reason, const entry::Party& second);
    /// Voids what this feed noted in this session and what is shown of the person now: refused, excused or
    /// absent. What was noted below it shows again; others of the same entry of absence stay absent. The
    /// newest voiding entry. NotFound "signing.no-own-note"; as voidEntry().
    [[nodiscard]] Result<EntryId> voidNote(const SessionId& session, const PersonId& person,
                                           entry::VoidReason reason, const entry::Party& second);
    [[nodiscard]] Result<EntryId> note(const SessionId& session, entry::NoteTopic topic,
                                       const std::string& text,
                                       std::optional<std::int64_t> atMs = std::nullopt);
    /// These texts were read aloud to everyone present, now; none named: all of the session's. NotFound
    /// "session.no-text" for one that is not the session's.
    [[nodiscard]] Result<EntryId> jointReading(const SessionId& session,
                                               const std::vector<BlobId>& texts = {});
    /// When this desk noted last that this text was read; nullopt: it was not read jointly.
    [[nodiscard]] std::optional<std::int64_t> readJointlyMs(const SessionId& session,
                                                            const BlobId& text) const;
    /// Kejadian khusus noted at this desk, oldest first, each with its time.
    [[nodiscard]] Result<std::vector<entry::Note>> specialEvents(const SessionId& session) const;
    /// How far the clock stands behind the newest own entry; nullopt: less than kClockSetBack. Signing goes
    /// on: the chain keeps the order, and the audit shows the jump.
    [[nodiscard]] Result<std::optional<Milliseconds>> clockSetBack() const;
    /// A scan or photo: the blob and the entry that names it.
    [[nodiscard]] Result<EntryId> attach(const SessionId& session, std::optional<EntryId> about,
                                         ByteView content, const std::string& media,
                                         const std::string& title);

    /// Counts are computed from the entries again. Conflict "session.ink-unfinished" while strokes wait.
    [[nodiscard]] Result<ClosedSession> closeSession(const SessionId& session);
    /// After closing. `role`: Head, Witness1.. or Officer; each once ("session.minutes-signed").
    [[nodiscard]] Result<EntryId> signMinutes(const SessionId& session, entry::Present role,
                                              const std::string& name, const domain::InkStrokes& ink);

    /// Journal of the pad: replaces what was kept for the person; empty strokes clear it.
    [[nodiscard]] Result<> keepStrokes(const SessionId& session, const PersonId& person,
                                       const domain::InkStrokes& strokes);

    /// As listQueue().
    [[nodiscard]] Result<std::vector<QueueItem>> queue(const std::vector<QueueState>& only,
                                                       std::size_t limit) const;
    [[nodiscard]] Result<QueueCounts> queueCounts() const;

private:
    explicit OfficerDesk(const DeskSeams& seams);
    [[nodiscard]] Result<> succeedIfNeeded();
    [[nodiscard]] Result<entry::VerifiedEntry> add(entry::Body body, Bytes ink = {},
                                                   const ledger::Ledger::Also& also = {});
    [[nodiscard]] Result<> checkVoidWitness(const entry::Party& second) const;
    [[nodiscard]] Result<EntryId> addAbout(const PersonId& person, entry::Body body);
    /// This laptop's open part in the session.
    [[nodiscard]] Result<ledger::DeskState> ownDesk(const SessionId& session, bool mayBePaused = false) const;
    /// The same, before something is written there: what is known of people is brought up to date first.
    [[nodiscard]] Result<ledger::DeskState> deskToWrite(const SessionId& session, bool mayBePaused = false);
    [[nodiscard]] Result<SessionCard> cardOf(ledger::SessionState state) const;
    [[nodiscard]] Result<std::uint64_t> waitingOf(const SessionId& session, entry::Seq acknowledged) const;
    [[nodiscard]] Result<ledger::TextState> lockedText(const SessionId& session, domain::SignerKind kind,
                                                       std::optional<BlobId> shown) const;
    [[nodiscard]] Result<EntryId> rosterFor(const entry::Units& units) const;
    [[nodiscard]] static std::string tableUnit(const entry::OpenSession& opening, const std::string& own);
    [[nodiscard]] Result<entry::CloseSession> countOwn(const SessionId& session,
                                                       const EntryId& opening) const;
    [[nodiscard]] Result<std::optional<EntryId>> ownSignature(const SessionId& session,
                                                              const PersonId& person) const;
    struct OwnNote {
        EntryId entry;
        entry::Body body;
    };
    /// Those that stand and show the person's status.
    [[nodiscard]] Result<std::vector<OwnNote>> ownNotes(const SessionId& session,
                                                        const PersonId& person) const;
    [[nodiscard]] Result<> keepOthersAbsent(const SessionId& session, const entry::Absent& absent,
                                            const PersonId& person);
    [[nodiscard]] Result<bool> alreadyVoided(const EntryId& target) const;
    void afterVoid(const entry::Body& body);

    DeskSeams m_seams;
    FeedWriter m_writer;
    PeopleBoard m_people;
    StrokeJournal m_strokes;
    ledger::FeedState m_feed;
    EntryId m_drive;
    /// Own notes of joint readings, oldest first, each with its time.
    std::unordered_map<SessionId, std::vector<entry::Note>> m_readings;
};

} // namespace teken::desk
