// Who has signed, as known on this machine: the roster and the ledger's states side by side in memory, so
// that counters and search answer within a keystroke.
#pragma once

#include "core/desk/desk_seams.h"
#include "core/desk/roster_choice.h"
#include "core/domain/status.h"

#include <unordered_map>
#include <unordered_set>

namespace teken::desk {

/// A person as a screen shows them.
struct PersonCard {
    PersonId person;
    std::string name;
    std::string number; ///< the current one, 18 digits or as typed; may be empty
    std::string post;   ///< with Plt. and the like in front
    std::string unit;   ///< code
    std::string unitName;
    std::string parentUnitName; ///< empty at the top
    domain::SignerKind kind = domain::SignerKind::Other;
    /// As the ledger has it, but `status` (and `excuse`) as papers count it: a roster's note of absence is an
    /// excuse, and the centre's list counts as signed.
    ledger::PersonState state;
    bool offRoster = false;       ///< left, by roster or by an admin's entry; some had signed before
    bool addedAtTable = false;    ///< Tambahan, not on the roster
    bool signedInSession = false; ///< relative to the session asked about
    std::string signedPlace;      ///< title and place of the other session; empty unless signed elsewhere
};

/// Each person of some units is in exactly one of the first six.
struct StatusCounts {
    std::uint64_t notYet = 0, signedHere = 0, signedElsewhere = 0, excused = 0, absent = 0, refused = 0;
    std::uint64_t offRoster = 0;   ///< left without having signed: outside expected()
    std::uint64_t added = 0;       ///< at the table, not matched: outside expected()
    std::uint64_t addedSigned = 0; ///< of them, those who signed
    std::uint64_t duplicates = 0;
    [[nodiscard]] std::uint64_t expected() const {
        return notYet + signedHere + signedElsewhere + excused + absent + refused;
    }
    [[nodiscard]] std::uint64_t signedAll() const { return signedHere + signedElsewhere; }
};

class PeopleBoard {
public:
    explicit PeopleBoard(const DeskSeams& seams);

    /// Roster of the drive within `scope` (chooseRoster), states, people added at tables. A drive without
    /// roster is empty. Nothing is changed when it fails.
    [[nodiscard]] Result<> load(const EntryId& drive, const entry::Units& scope);
    /// One person anew, after an entry about them.
    [[nodiscard]] Result<> update(const PersonId& person);
    /// After an entry about the person became durable: as update(), but what cannot be read now is left for
    /// catchUp(), because nobody may be told "not saved" of what was.
    void changed(const PersonId& person);
    /// Reads what changed() had to leave. Before anything new is written.
    [[nodiscard]] Result<> catchUp();
    /// Someone new at a table, not matched yet; once is enough.
    void addAtTable(const entry::AddPerson& added);
    void dropAdded(const PersonId& person); ///< after a void or a match
    /// Who has signed elsewhere by the centre's own list: taken as signed until an entry says more. Kept by
    /// load().
    void setElsewhere(const std::vector<PersonId>& persons);
    [[nodiscard]] const std::unordered_set<PersonId>& signedElsewhere() const { return m_elsewhere; }
    void dropElsewhere(const PersonId& person); ///< the list spoke of a signature that is void now
    void noteSession(const SessionId& session, const std::string& title, const std::string& place);

    [[nodiscard]] const RosterView& roster() const { return m_known.roster; }
    /// The snapshot roster() is of.
    [[nodiscard]] std::optional<EntryId> rosterEntry() const { return m_known.rosterEntry; }
    /// What is wanting of the newest list for people of `units`; nullopt: nothing.
    [[nodiscard]] std::optional<RosterLack> lack(const entry::Units& units) const;

    /// `session` decides what "here" means; nullopt: everything is elsewhere. NotFound
    /// ("desk.person-unknown").
    [[nodiscard]] Result<PersonCard> card(const PersonId& person,
                                          const std::optional<SessionId>& session) const;
    /// Best first; added people too. An empty query gives the people of `units` in list order.
    [[nodiscard]] std::vector<PersonCard> search(std::string_view query, const entry::Units& units,
                                                 const std::optional<SessionId>& session,
                                                 std::size_t limit) const;
    /// First in list order, after `after` when given, who is still Belum.
    [[nodiscard]] std::optional<PersonCard> next(const entry::Units& units,
                                                 const std::optional<SessionId>& session,
                                                 const std::optional<PersonId>& after) const;
    /// The next `limit` of them, each once: what a hall may see of the order.
    [[nodiscard]] std::vector<PersonCard> upcoming(const entry::Units& units,
                                                   const std::optional<SessionId>& session,
                                                   const std::optional<PersonId>& after,
                                                   std::size_t limit) const;
    [[nodiscard]] StatusCounts counts(const entry::Units& units,
                                      const std::optional<SessionId>& session) const;
    [[nodiscard]] const ledger::PersonState& stateOf(const PersonId& person) const;
    [[nodiscard]] const entry::AddPerson* added(const PersonId& person) const;
    /// Somebody added at a table who waits to be matched, by a number as cleanNumber() writes it; nullptr for
    /// an empty one.
    [[nodiscard]] const entry::AddPerson* addedWithNumber(std::string_view number) const;
    [[nodiscard]] std::vector<PersonCard> addedPeople() const; ///< Tambahan that wait to be matched

private:
    /// What counting and calling need to know of a person; a whole card copies every text of theirs.
    struct Standing {
        ledger::PersonStatus status = ledger::PersonStatus::None;
        bool offRoster = false;
        bool duplicate = false;
        bool signedInSession = false;
        [[nodiscard]] bool isOpen() const { return !offRoster && status == ledger::PersonStatus::None; }
    };
    [[nodiscard]] Standing standingOf(const domain::Person& person,
                                      const std::optional<SessionId>& session) const;
    [[nodiscard]] Standing standingOf(const PersonId& person, const std::optional<SessionId>& session) const;
    static void countOne(StatusCounts& counts, const Standing& standing);
    /// What load() reads: whole, or not at all.
    struct Known {
        EntryId drive;
        RosterView roster;
        std::optional<EntryId> rosterEntry;
        std::optional<RosterLack> lack;
        std::unordered_map<PersonId, ledger::PersonState> states;
        std::unordered_map<PersonId, std::vector<SessionId>> awayIn;
        std::vector<entry::AddPerson> added;
        std::unordered_map<SessionId, std::string> places; ///< "title · place" for signedPlace
    };
    [[nodiscard]] Result<> readAdded(Known& known) const;
    /// Sessions in which the person is noted excused or absent: nothing to read for most people.
    [[nodiscard]] Result<> readNotes(Known& known, const ledger::PersonState& person) const;
    /// Somebody excused or absent in another session only: this one is their next chance.
    [[nodiscard]] bool awayElsewhereOnly(const PersonId& person, const SessionId& session) const;
    /// The facts papers count by.
    [[nodiscard]] domain::PersonFacts factsOf(const domain::Person& person,
                                              const std::optional<SessionId>& session) const;
    [[nodiscard]] PersonCard cardOf(const domain::Person& person,
                                    const std::optional<SessionId>& session) const;
    [[nodiscard]] PersonCard cardOf(const entry::AddPerson& person,
                                    const std::optional<SessionId>& session) const;
    void fillState(PersonCard& card, const std::optional<SessionId>& session) const;

    DeskSeams m_seams;
    Known m_known;
    std::unordered_set<PersonId> m_elsewhere;
    std::unordered_set<PersonId> m_behind; ///< left by changed()
};

} // namespace teken::desk
