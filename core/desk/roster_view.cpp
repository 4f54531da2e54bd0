#include "core/desk/roster_view.h"

#include "core/store/blobs.h"

#include <algorithm>

namespace teken::desk {

Result<RosterView> RosterView::load(store::Book& book, const BlobId& manifestId, const entry::Units& scope) {
    TEKEN_TRY(const auto present, book.blobs().has(manifestId));
    if (!present)
        return fail(ErrorCode::NotFound, "desk.roster-not-here",
                    "expected the roster's manifest, found no blob");
    TEKEN_TRY(const auto bytes, book.blobs().get(manifestId));
    TEKEN_TRY(const auto manifest, domain::decodeRosterManifest(bytes));

    RosterView view;
    view.m_snapshot.date = manifest.date;
    for (const auto& unit : manifest.units) {
        view.m_units.emplace(unit.unit.code, view.m_snapshot.units.size());
        view.m_snapshot.units.push_back(unit.unit);
    }
    for (const auto& unit : manifest.units) {
        if (!view.covers(scope, unit.unit.code))
            continue;
        TEKEN_TRY(const auto here, book.blobs().has(unit.people));
        if (!here) {
            view.m_missing.push_back(unit.unit.code);
            continue;
        }
        TEKEN_TRY(const auto blob, book.blobs().get(unit.people));
        TEKEN_TRY(auto people, domain::decodeUnitPeople(blob, unit));
        for (auto& person : people) {
            view.m_byId.emplace(person.id, view.m_snapshot.people.size());
            view.m_snapshot.people.push_back(std::move(person));
        }
    }
    view.m_search =
        std::make_shared<const domain::PersonSearch>(view.m_snapshot.people, view.m_snapshot.units);
    return view;
}

const domain::Person* RosterView::person(const PersonId& id) const {
    const auto found = m_byId.find(id);
    return found == m_byId.end() ? nullptr : &m_snapshot.people[found->second];
}

const domain::Unit* RosterView::unit(std::string_view code) const {
    const auto found = m_units.find(std::string(code));
    return found == m_units.end() ? nullptr : &m_snapshot.units[found->second];
}

bool RosterView::covers(const entry::Units& units, std::string_view code) const {
    if (units.size() == 1 && units.front() == "*")
        return true;
    // A manifest is checked when it is decoded; the bound is for one that was not.
    std::string_view at = code;
    for (std::size_t steps = 0; !at.empty() && steps <= m_snapshot.units.size(); ++steps) {
        if (std::find(units.begin(), units.end(), at) != units.end())
            return true;
        const auto* found = unit(at);
        if (found == nullptr)
            return false;
        at = found->parent;
    }
    return false;
}

bool RosterView::belongsTo(const domain::Person& person, const entry::Units& units) const {
    return covers(units, person.post.unit);
}

std::vector<const domain::Person*> RosterView::peopleOf(const entry::Units& units) const {
    std::vector<const domain::Person*> people;
    eachOf(units, [&](const domain::Person& person) { people.push_back(&person); });
    return people;
}

std::vector<const domain::Person*> RosterView::find(std::string_view query, std::size_t limit) const {
    std::vector<const domain::Person*> people;
    if (m_search == nullptr)
        return people;
    for (const auto& hit : m_search->find(query, limit))
        people.push_back(&m_snapshot.people[hit.index]);
    return people;
}

} // namespace teken::desk
