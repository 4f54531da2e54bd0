#include "core/ledger/oracle.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace teken::ledger {
namespace {

using Facts = std::vector<EntryFact>;

/// Each id once; a whole entry instead of a withheld record, of two records the smaller claim.
Facts distinct(Facts facts) {
    std::sort(facts.begin(), facts.end(), [](const EntryFact& a, const EntryFact& b) {
        const bool aWithheld = a.kind == Kind::Withheld, bWithheld = b.kind == Kind::Withheld;
        return std::tie(a.id, aWithheld, a.feed, a.seq, a.prev) <
               std::tie(b.id, bWithheld, b.feed, b.seq, b.prev);
    });
    facts.erase(std::unique(facts.begin(), facts.end(),
                            [](const EntryFact& a, const EntryFact& b) { return a.id == b.id; }),
                facts.end());
    std::sort(facts.begin(), facts.end(), [](const EntryFact& a, const EntryFact& b) {
        return std::tie(a.feed, a.seq, a.id) < std::tie(b.feed, b.seq, b.id);
    });
    return facts;
}

class Authorities {
public:
    Authorities(WholeState& state, const FeedId& root) : m_state(state), m_root(root) {
        for (const auto& fact : state.facts) {
            m_feeds.insert(fact.feed);
            if (fact.subject && fact.kind != Kind::Void)
                m_feeds.insert(feedOf(*fact.subject));
        }
    }

    void judge() {
        judgeFeed(m_root, Level::Field);
        std::vector<FeedId> admins, others;
        for (const auto& feed : m_feeds)
            if (feed != m_root)
                (authority(feed, Level::Admin).role == entry::Role::Admin ? admins : others).push_back(feed);
        for (const auto& feed : admins)
            judgePlain(feed);
        for (const auto& feed : admins)
            judgeFeed(feed, Level::Admin);
        for (const auto& feed : others)
            judgeFeed(feed, Level::Field);
    }

private:
    [[nodiscard]] Authority authority(const FeedId& feed, Level level) const {
        Facts onFeed;
        for (const auto& fact : m_state.facts)
            if (fact.subject == subjectOf(feed))
                onFeed.push_back(fact);
        return authorityOf(feed, m_root, onFeed, level);
    }

    std::span<EntryFact> factsOf(const FeedId& feed) {
        const auto first = std::find_if(m_state.facts.begin(), m_state.facts.end(),
                                        [&](const EntryFact& fact) { return fact.feed == feed; });
        const auto last = std::find_if(first, m_state.facts.end(),
                                       [&](const EntryFact& fact) { return fact.feed != feed; });
        return {first, last};
    }

    void judgePlain(const FeedId& feed) {
        const auto facts = factsOf(feed);
        const auto chain = judgeChain(authority(feed, Level::PlainAdmin), facts);
        for (std::size_t i = 0; i < facts.size(); ++i)
            facts[i].ruling.plain = chain.rulings[i].reach;
    }

    void judgeFeed(const FeedId& feed, Level level) {
        const auto facts = factsOf(feed);
        const auto says = authority(feed, level);
        const auto chain = judgeChain(says, facts);
        FeedNumbers numbers;
        numbers.feed = feed;
        numbers.takeAuthority(says);
        numbers.takeChain(says, chain);
        for (std::size_t i = 0; i < facts.size(); ++i) {
            facts[i].ruling.verdict = chain.rulings[i].verdict;
            facts[i].ruling.reach = chain.rulings[i].reach;
            numbers.add(chain.rulings[i].verdict);
        }
        if (!numbers.isEmpty())
            m_state.feeds[feed] = numbers;
    }

    WholeState& m_state;
    FeedId m_root;
    std::set<FeedId> m_feeds;
};

/// Persons of one drive.
class Persons {
public:
    Persons(const WholeState& state, const EntryId& drive) {
        for (const auto& fact : state.facts) {
            if (fact.drive != drive || !fact.counts())
                continue;
            for (const auto& person : fact.persons)
                m_about[person].push_back(&fact);
            if (fact.kind == Kind::Void && fact.subject)
                m_voids[entryOf(*fact.subject)].push_back(&fact);
        }
        for (const auto& [id, facts] : m_about)
            if (const auto next = matchOf({id, facts}).person)
                m_next[id] = *next;
        for (const auto& fact : state.facts)
            if (fact.drive == drive && fact.counts() && acts(fact))
                m_voided.insert(fact.id);
    }

    [[nodiscard]] std::map<PersonId, PersonVerdict> judge() const {
        std::map<PersonId, std::vector<IdFacts>> clusters;
        std::map<PersonId, PersonVerdict> verdicts;
        for (const auto& [id, facts] : m_about) {
            const auto person = resolve(id);
            auto& cluster = clusters[person];
            if (person == id)
                cluster.insert(cluster.begin(), {id, facts});
            else
                cluster.push_back({id, facts});
            if (person != id)
                verdicts[id] = matchedAway(id, person);
        }
        for (const auto& [person, cluster] : clusters)
            verdicts[person] = judgePerson(cluster, m_voided);
        std::erase_if(verdicts, [](const auto& one) { return one.second.isEmpty(); });
        return verdicts;
    }

private:
    [[nodiscard]] bool acts(const EntryFact& target) const {
        const auto found = m_voids.find(target.id);
        if (found == m_voids.end())
            return false;
        return isVoided(target, found->second);
    }

    /// Where the matches lead; in a circle its smallest id.
    [[nodiscard]] PersonId resolve(PersonId id) const {
        std::vector<PersonId> path;
        while (std::find(path.begin(), path.end(), id) == path.end()) {
            path.push_back(id);
            const auto next = m_next.find(id);
            if (next == m_next.end())
                return id;
            id = next->second;
        }
        return *std::min_element(std::find(path.begin(), path.end(), id), path.end());
    }

    std::map<PersonId, FactRefs> m_about;
    std::map<PersonId, PersonId> m_next;
    std::map<EntryId, FactRefs> m_voids;
    std::set<EntryId> m_voided;
};

void judgePersons(WholeState& state, const EntryId& drive) {
    for (auto& [id, verdict] : Persons(state, drive).judge()) {
        const auto more = countersOf(verdict);
        for (std::size_t i = 0; i < more.size(); ++i)
            state.counters[drive][i] += more[i];
        state.persons[{drive, id}] = std::move(verdict);
    }
}

void judgeSessions(WholeState& state) {
    OpaqueNumbers opaque;
    std::map<std::pair<EntryId, SessionId>, FactRefs> bySession;
    for (const auto& fact : state.facts) {
        const bool isOpaque = fact.kind == Kind::Withheld || fact.kind == Kind::Unknown;
        if (isOpaque && isInChain(fact.ruling.verdict))
            opaque[fact.feed].insert(fact.seq);
        if (fact.session && fact.drive)
            bySession[{*fact.drive, *fact.session}].push_back(&fact);
    }
    for (const auto& [key, facts] : bySession)
        if (auto numbers = judgeSession(facts, opaque); !numbers.isEmpty())
            state.sessions[key] = std::move(numbers);
}

void judgeDrives(WholeState& state) {
    std::map<EntryId, FactRefs> byDrive;
    std::set<EntryId> drives;
    for (const auto& fact : state.facts) {
        if (!fact.drive)
            continue;
        drives.insert(*fact.drive);
        if (fact.counts() && isShelved(fact.kind))
            byDrive[*fact.drive].push_back(&fact);
        if (fact.ruling.verdict == Verdict::Unknown)
            ++state.counters[*fact.drive][7];
    }
    for (const auto& drive : drives)
        judgePersons(state, drive);
    for (const auto& [drive, facts] : byDrive)
        if (const auto verdict = judgeDrive(facts); !verdict.isEmpty())
            state.drives[drive] = verdict;
    std::erase_if(state.counters, [](const auto& one) { return one.second == Counters{}; });
}

} // namespace

WholeState refoldAll(std::vector<EntryFact> facts, const FeedId& root) {
    WholeState state;
    state.facts = distinct(std::move(facts));
    for (auto& fact : state.facts)
        fact.ruling = {};
    Authorities(state, root).judge();
    judgeSessions(state);
    judgeDrives(state);
    return state;
}

std::string dump(const WholeState& state) {
    std::vector<std::string> lines;
    for (const auto& fact : state.facts)
        lines.push_back(lineOf(fact));
    for (const auto& [feed, numbers] : state.feeds)
        lines.push_back(lineOf(numbers));
    for (const auto& [key, verdict] : state.persons)
        lines.push_back(lineOf(key.first, verdict));
    for (const auto& [key, numbers] : state.sessions)
        lines.push_back(lineOf(key.first, key.second, numbers));
    for (const auto& [drive, verdict] : state.drives)
        lines.push_back(lineOf(drive, verdict));
    for (const auto& [drive, counters] : state.counters)
        lines.push_back(lineOf(drive, counters));
    return joinLines(std::move(lines));
}

} // namespace teken::ledger
