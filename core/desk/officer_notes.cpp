// Taking back what was noted of one person without a signature: excused, absent, refused.
#include "core/desk/officer_desk.h"

#include "core/desk/queue.h"
#include "core/store/entries.h"

#include <algorithm>
#include <set>

namespace teken::desk {

namespace {

// Several of one kind may stand: people are asked twice.
bool showsAs(const entry::Body& body, const PersonId& person, ledger::PersonStatus status) {
    switch (status) {
    case ledger::PersonStatus::Refused:
        return std::holds_alternative<entry::Refuse>(body) && personOf(body) == person;
    case ledger::PersonStatus::Excused:
        return std::holds_alternative<entry::Excuse>(body) && personOf(body) == person;
    case ledger::PersonStatus::Absent:
        if (const auto* absent = std::get_if<entry::Absent>(&body))
            return std::find(absent->persons.begin(), absent->persons.end(), person) != absent->persons.end();
        return false;
    case ledger::PersonStatus::Signed:
    case ledger::PersonStatus::None:
        break;
    }
    return false;
}

} // namespace

Result<std::vector<OfficerDesk::OwnNote>> OfficerDesk::ownNotes(const SessionId& session,
                                                                const PersonId& person) const {
    const auto status = m_people.stateOf(person).status;
    std::vector<OwnNote> notes;
    std::set<EntryId> voided;
    TEKEN_CHECK(m_seams.book.entries().scanFeed(
        m_feed.feed, 1, entry::kMostInteger, [&](const store::StoredEntry& stored) -> Result<> {
            const auto* whole = std::get_if<entry::Entry>(&stored.record);
            if (whole == nullptr)
                return {};
            TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
            if (entry::sessionOf(payload.body) != session)
                return {};
            if (const auto* one = std::get_if<entry::Void>(&payload.body))
                voided.insert(one->target);
            else if (showsAs(payload.body, person, status))
                notes.push_back({stored.id, payload.body});
            return {};
        }));
    std::erase_if(notes, [&](const OwnNote& note) { return voided.contains(note.entry); });
    return notes;
}

// An entry of absence names up to 200 people, and a void takes all of it away. The others are noted anew
// first: if the power goes in between, nobody's absence is lost.
Result<> OfficerDesk::keepOthersAbsent(const SessionId& session, const entry::Absent& absent,
                                       const PersonId& person) {
    std::vector<PersonId> others;
    for (const auto& one : absent.persons)
        if (one != person && m_people.stateOf(one).status != ledger::PersonStatus::Signed &&
            m_people.card(one, session))
            others.push_back(one);
    if (others.empty())
        return {};
    return markAbsent(session, others).map([](const auto&) {});
}

Result<EntryId> OfficerDesk::voidNote(const SessionId& session, const PersonId& person,
                                      entry::VoidReason reason, const entry::Party& second) {
    TEKEN_TRY(const auto desk, deskToWrite(session, true));
    static_cast<void>(desk);
    TEKEN_CHECK(checkVoidWitness(second)); // voidEntry() asks too, but when something may be written already
    TEKEN_TRY(const auto notes, ownNotes(session, person));
    if (notes.empty())
        return fail(ErrorCode::NotFound, "signing.no-own-note",
                    "expected what is shown of this person to be noted at this desk, found another's");
    EntryId last;
    for (const auto& note : notes) {
        if (const auto* absent = std::get_if<entry::Absent>(&note.body))
            TEKEN_CHECK(keepOthersAbsent(session, *absent, person));
        TEKEN_TRY(last, voidEntry(session, note.entry, reason, second));
    }
    return last;
}

} // namespace teken::desk
