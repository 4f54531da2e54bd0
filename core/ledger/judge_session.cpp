#include "core/ledger/judge_session.h"

#include <algorithm>

namespace teken::ledger {
namespace {

using Counts = entry::CloseSession::Counts;

void tally(SessionNumbers& session, const EntryFact& fact, bool isVoid) {
    if (isVoid) {
        ++session.voided;
        return;
    }
    Counts counts;
    tally(counts, fact);
    session.signedCount += counts.signedCount;
    session.excused += counts.excused;
    session.absent += counts.absent;
    session.refused += counts.refused;
    session.added += counts.added;
}

/// Smallest id of the plans that stand.
std::optional<EntryId> planOf(const FactRefs& facts) {
    FactRefs plans;
    std::copy_if(facts.begin(), facts.end(), std::back_inserter(plans),
                 [](const EntryFact* fact) { return fact->kind == Kind::PlanSession && fact->counts(); });
    const auto left = standing(plans);
    return left.empty() ? std::nullopt : std::optional(left.front()->id);
}

/// This feed's facts of the session, in the chain, by number.
FactRefs chainOf(const FactRefs& facts, const FeedId& feed) {
    FactRefs chain;
    std::copy_if(facts.begin(), facts.end(), std::back_inserter(chain), [&](const EntryFact* fact) {
        return fact->feed == feed && isInChain(fact->ruling.verdict);
    });
    std::sort(chain.begin(), chain.end(),
              [](const EntryFact* a, const EntryFact* b) { return a->seq < b->seq; });
    return chain;
}

/// The desk's part of a feed's chain: from the opening up to, and without, its closing.
struct DeskRange {
    FactRefs facts;
    const EntryFact* closing = nullptr;
};

DeskRange rangeOf(const FactRefs& chain, const EntryFact& opening) {
    DeskRange range;
    for (const auto* fact : chain) {
        if (fact->seq < opening.seq)
            continue;
        if (fact->kind == Kind::CloseSession && fact->counts() && fact->chosen == opening.id) {
            range.closing = fact;
            break;
        }
        range.facts.push_back(fact);
    }
    return range;
}

void recount(DeskNumbers& desk, const FactRefs& facts) {
    std::set<Digest> voided;
    for (const auto* fact : facts)
        if (fact->kind == Kind::Void && fact->subject)
            voided.insert(*fact->subject);
    for (const auto* fact : facts) {
        ++desk.entries;
        if (fact->kind == Kind::Void)
            ++desk.recomputed.voided;
        else if (!voided.contains(subjectOf(fact->id)))
            tally(desk.recomputed, *fact);
        if (fact->counts() && (fact->kind == Kind::Pause || fact->kind == Kind::Resume))
            desk.paused = fact->kind == Kind::Pause;
    }
}

bool holdsOpaque(const OpaqueNumbers& opaque, const FeedId& feed, Seq from, Seq to) {
    const auto numbers = opaque.find(feed);
    if (numbers == opaque.end())
        return false;
    const auto first = numbers->second.lower_bound(from);
    return first != numbers->second.end() && *first < to;
}

bool agrees(const DeskNumbers& desk, const EntryFact& closing) {
    const auto& counts = desk.recomputed;
    return closing.number == desk.entries &&
           closing.tallies == std::vector<std::int64_t>{counts.signedCount, counts.voided,  counts.excused,
                                                        counts.absent,      counts.refused, counts.added};
}

std::vector<entry::Present> minutesSigners(const FactRefs& facts, const EntryId& closing) {
    std::set<entry::Present> roles;
    for (const auto* fact : facts)
        if (fact->kind == Kind::SignMinutes && fact->counts() && fact->chosen == closing)
            roles.insert(static_cast<entry::Present>(fact->word));
    return {roles.begin(), roles.end()};
}

DeskNumbers judgeDesk(const FactRefs& facts, const EntryFact& opening, const OpaqueNumbers& opaque) {
    const auto range = rangeOf(chainOf(facts, opening.feed), opening);
    DeskNumbers desk;
    desk.feed = opening.feed;
    desk.opening = opening.id;
    desk.openedAt = opening.seq;
    recount(desk, range.facts);
    if (range.closing != nullptr) {
        desk.closing = range.closing->id;
        desk.paused = false;
        const bool equal = agrees(desk, *range.closing);
        desk.comparable = equal || !holdsOpaque(opaque, desk.feed, opening.seq, range.closing->seq);
        desk.countsMatch = equal || !desk.comparable;
        desk.minutesSignedBy = minutesSigners(facts, range.closing->id);
    }
    return desk;
}

/// The first counting opening of each feed.
std::map<FeedId, const EntryFact*> openingsOf(const FactRefs& facts) {
    std::map<FeedId, const EntryFact*> openings;
    for (const auto* fact : facts) {
        if (fact->kind != Kind::OpenSession || !fact->counts())
            continue;
        auto& opening = openings[fact->feed];
        if (opening == nullptr || fact->seq < opening->seq)
            opening = fact;
    }
    return openings;
}

std::map<Digest, FactRefs> voidsByTarget(const FactRefs& facts) {
    std::map<Digest, FactRefs> voids;
    for (const auto* fact : facts)
        if (fact->kind == Kind::Void && fact->counts() && fact->subject)
            voids[*fact->subject].push_back(fact);
    return voids;
}

} // namespace

void tally(Counts& counts, const EntryFact& fact) {
    switch (fact.kind) {
    case Kind::Sign:
        ++counts.signedCount;
        break;
    case Kind::Excuse:
        ++counts.excused;
        break;
    case Kind::Absent:
        counts.absent += static_cast<std::int64_t>(fact.persons.size());
        break;
    case Kind::Refuse:
        ++counts.refused;
        break;
    case Kind::AddPerson:
        ++counts.added;
        break;
    default:
        break;
    }
}

SessionNumbers judgeSession(const FactRefs& facts, const OpaqueNumbers& opaque) {
    SessionNumbers session;
    session.plan = planOf(facts);
    const auto openings = openingsOf(facts);
    const auto voids = voidsByTarget(facts);
    for (const auto* fact : facts) {
        if (!fact->counts() || !isPersonKind(fact->kind))
            continue;
        const auto on = voids.find(subjectOf(fact->id));
        tally(session, *fact, on != voids.end() && isVoided(*fact, on->second));
    }
    for (const auto& [feed, opening] : openings)
        session.desks.push_back(judgeDesk(facts, *opening, opaque));
    return session;
}

bool addToSession(SessionNumbers& session, const EntryFact& fact) {
    const bool adds = isPersonKind(fact.kind) || fact.kind == Kind::Note || fact.kind == Kind::Attach ||
                      fact.kind == Kind::ProposeCorrection;
    if (!adds || !fact.counts())
        return false;
    const auto desk = std::find_if(session.desks.begin(), session.desks.end(),
                                   [&](const DeskNumbers& one) { return one.feed == fact.feed; });
    if (desk != session.desks.end()) {
        if (desk->closing || fact.seq < desk->openedAt)
            return false;
        ++desk->entries;
        tally(desk->recomputed, fact);
    }
    tally(session, fact, false);
    return true;
}

SessionPhase phaseOf(const SessionNumbers& session) {
    if (session.desks.empty())
        return SessionPhase::Planned;
    bool allClosed = true, allPaused = true, allHeads = true;
    for (const auto& desk : session.desks) {
        allClosed = allClosed && desk.closing.has_value();
        allPaused = allPaused && (desk.closing.has_value() || desk.paused);
        allHeads = allHeads && std::find(desk.minutesSignedBy.begin(), desk.minutesSignedBy.end(),
                                         entry::Present::Head) != desk.minutesSignedBy.end();
    }
    if (allClosed)
        return allHeads ? SessionPhase::MinutesSigned : SessionPhase::Closed;
    return allPaused ? SessionPhase::Paused : SessionPhase::Open;
}

} // namespace teken::ledger
