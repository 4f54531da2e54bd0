#include "core/domain/roster_diff.h"

#include "core/domain/names.h"
#include "core/domain/slugs.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace teken::domain {
namespace {

constexpr Slugs<2> kWhySlugs{"same-name-birth-date", "same-name-unit"};
constexpr Slugs<4> kWhatSlugs{"joined", "left", "moved", "changed"};

/// One carrying of ids from one snapshot into the next.
class Carrier {
public:
    Carrier(const RosterSnapshot& before, RosterSnapshot& after) : m_before(before), m_after(after) {
        for (std::size_t i = 0; i < before.people.size(); ++i) {
            const Person& person = before.people[i];
            m_byId.emplace(person.id, i);
            m_byName[foldName(person.name)].push_back(i);
            for (const std::string& number : person.numbers)
                m_byNumber[number].push_back(i);
        }
        m_done.resize(after.people.size());
    }

    CarriedIdentities run(const std::vector<IdentityProposal>& accepted) {
        for (const IdentityProposal& proposal : accepted)
            accept(proposal);
        // Current numbers first: an older number that now is someone else's must not win against its owner.
        carryNumbers(
            [](const Person& person, const std::string& number) { return person.numbers.front() == number; });
        carryNumbers([](const Person&, const std::string&) { return true; });
        for (std::size_t i = 0; i < m_after.people.size(); ++i)
            if (!m_done[i])
                propose(m_after.people[i]);
        return std::move(m_result);
    }

private:
    void accept(const IdentityProposal& proposal) {
        const auto old = m_byId.find(proposal.before);
        if (old == m_byId.end() || m_taken.contains(old->second))
            return;
        for (std::size_t i = 0; i < m_after.people.size(); ++i)
            if (!m_done[i] && m_after.people[i].id == proposal.after)
                return carry(old->second, i);
    }

    template <class Fits>
    void carryNumbers(Fits fits) {
        for (std::size_t i = 0; i < m_after.people.size(); ++i) {
            if (m_done[i] || m_after.people[i].numbers.empty())
                continue;
            const std::string& number = m_after.people[i].numbers.front();
            std::vector<std::size_t> owners;
            if (const auto known = m_byNumber.find(number); known != m_byNumber.end())
                for (const std::size_t old : known->second)
                    if (!m_taken.contains(old) && fits(m_before.people[old], number))
                        owners.push_back(old);
            if (owners.size() == 1)
                carry(owners.front(), i);
        }
    }

    void carry(std::size_t old, std::size_t now) {
        const Person& from = m_before.people[old];
        Person& to = m_after.people[now];
        to.id = from.id;
        for (const std::string& number : from.numbers)
            if (to.numbers.size() < kMaxNumbers &&
                std::find(to.numbers.begin(), to.numbers.end(), number) == to.numbers.end())
                to.numbers.push_back(number);
        m_taken.insert(old);
        m_done[now] = true;
        ++m_result.carried;
    }

    void propose(const Person& person) {
        const auto same = m_byName.find(foldName(person.name));
        if (same == m_byName.end())
            return;
        const auto birth = birthDateOf(person);
        for (const std::size_t old : same->second) {
            const Person& from = m_before.people[old];
            if (m_taken.contains(old))
                continue;
            const auto oldBirth = birthDateOf(from);
            if (birth && oldBirth) {
                if (*birth == *oldBirth)
                    m_result.proposals.push_back(
                        {from.id, person.id, IdentityProposal::Why::SameNameAndBirthDate});
            } else if (from.post.unit == person.post.unit) {
                m_result.proposals.push_back({from.id, person.id, IdentityProposal::Why::SameNameAndUnit});
            }
        }
    }

    const RosterSnapshot& m_before;
    RosterSnapshot& m_after;
    std::unordered_map<PersonId, std::size_t> m_byId;
    std::unordered_map<std::string, std::vector<std::size_t>> m_byNumber;
    std::unordered_map<std::string, std::vector<std::size_t>> m_byName;
    std::unordered_set<std::size_t> m_taken;
    std::vector<bool> m_done;
    CarriedIdentities m_result;
};

std::string_view currentNumber(const Person& person) {
    return person.numbers.empty() ? std::string_view() : std::string_view(person.numbers.front());
}

std::vector<std::string_view> changedFields(const Person& a, const Person& b) {
    std::vector<std::string_view> fields;
    const auto note = [&](bool differs, std::string_view field) {
        if (differs)
            fields.push_back(field);
    };
    note(a.name != b.name, "name");
    note(currentNumber(a) != currentNumber(b), "number");
    note(a.kind != b.kind, "kind");
    note(a.rank != b.rank, "rank");
    note(a.post.title != b.post.title || a.post.acting != b.post.acting, "post");
    note(a.extraPosts != b.extraPosts, "extra-posts");
    note(a.note != b.note, "note");
    return fields;
}

} // namespace

std::string_view slug(IdentityProposal::Why why) {
    return slugOf(kWhySlugs, why);
}
std::string_view slug(RosterChange::What what) {
    return slugOf(kWhatSlugs, what);
}

CarriedIdentities carryIdentities(const RosterSnapshot& before, RosterSnapshot& after,
                                  const std::vector<IdentityProposal>& accepted) {
    return Carrier(before, after).run(accepted);
}

std::size_t carryReturned(const RosterSnapshot& older, const RosterSnapshot& before, RosterSnapshot& after) {
    std::unordered_set<PersonId> inBefore;
    std::unordered_set<PersonId> inAfter;
    for (const Person& person : before.people)
        inBefore.insert(person.id);
    for (const Person& person : after.people)
        inAfter.insert(person.id);
    RosterSnapshot gone;
    for (const Person& person : older.people)
        if (!inBefore.contains(person.id) && !inAfter.contains(person.id))
            gone.people.push_back(person);
    RosterSnapshot fresh;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < after.people.size(); ++i)
        if (!inBefore.contains(after.people[i].id)) {
            fresh.people.push_back(after.people[i]);
            places.push_back(i);
        }
    const auto carried = carryIdentities(gone, fresh).carried;
    for (std::size_t i = 0; i < places.size(); ++i)
        after.people[places[i]] = std::move(fresh.people[i]);
    return carried;
}

std::size_t RosterDiff::count(RosterChange::What what) const {
    return static_cast<std::size_t>(std::count_if(
        changes.begin(), changes.end(), [what](const RosterChange& change) { return change.what == what; }));
}

RosterDiff diffRosters(const RosterSnapshot& before, const RosterSnapshot& after) {
    using What = RosterChange::What;
    std::map<PersonId, std::pair<const Person*, const Person*>> both;
    for (const Person& person : before.people)
        both[person.id].first = &person;
    for (const Person& person : after.people)
        both[person.id].second = &person;
    RosterDiff diff;
    for (const auto& [id, pair] : both) {
        const auto& [old, now] = pair;
        if (old == nullptr) {
            diff.changes.push_back({What::Joined, id, "", now->post.unit, {}});
        } else if (now == nullptr) {
            diff.changes.push_back({What::Left, id, old->post.unit, "", {}});
        } else {
            auto fields = changedFields(*old, *now);
            const bool moved = old->post.unit != now->post.unit;
            if (moved || !fields.empty())
                diff.changes.push_back({moved ? What::Moved : What::Changed, id, old->post.unit,
                                        now->post.unit, std::move(fields)});
            else
                ++diff.unchanged;
        }
    }
    return diff;
}

} // namespace teken::domain
