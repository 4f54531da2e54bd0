#include "core/ledger/fold.h"
#include "core/ledger/rows.h"

#include <algorithm>

namespace teken::ledger {

std::vector<FeedId> Fold::touchedFeeds() const {
    std::vector<FeedId> feeds;
    for (const auto& [feed, work] : m_feeds)
        if (feed != m_root)
            feeds.push_back(feed);
    return feeds;
}

void Fold::touchAuthority(const Digest& subject) {
    auto& work = m_feeds[feedOf(subject)];
    work.whole = true;
    work.onFeed.reset();
}

Result<> Fold::settleFeeds() {
    if (const auto work = m_feeds.find(m_root); work != m_feeds.end()) {
        TEKEN_CHECK(load(m_root, work->second));
        TEKEN_CHECK(settleFeed(m_root, work->second, Level::Field));
    }
    // Feeds are touched while the lists are walked, but only for a later list (RULES.md section 1).
    for (const auto& feed : touchedFeeds())
        TEKEN_CHECK(settlePlain(feed, m_feeds[feed]));
    for (const auto& feed : touchedFeeds()) {
        auto& work = m_feeds[feed];
        TEKEN_CHECK(load(feed, work));
        if (work.isAdmin || work.wasAdmin)
            TEKEN_CHECK(settleFeed(feed, work, Level::Admin));
    }
    for (const auto& feed : touchedFeeds()) {
        auto& work = m_feeds[feed];
        TEKEN_CHECK(load(feed, work));
        if (!work.isAdmin)
            TEKEN_CHECK(settleFeed(feed, work, Level::Field));
    }
    return {};
}

Result<Fold::Facts> Fold::onFeed(const FeedId& feed, FeedWork& work) {
    if (!work.onFeed) {
        TEKEN_TRY(const auto rows, m_tables.factsOn(subjectOf(feed)));
        TEKEN_TRY(work.onFeed, toFacts(rows));
    }
    return *work.onFeed;
}

Result<> Fold::load(const FeedId& feed, FeedWork& work) {
    if (work.loaded)
        return {};
    work.numbers.feed = feed;
    TEKEN_TRY(const auto row, m_tables.feed(feed));
    if (row) {
        TEKEN_TRY(work.numbers, toFeed(*row));
    }
    TEKEN_TRY(const auto facts, onFeed(feed, work));
    // Only the root's certificates, which are settled, decide this.
    work.isAdmin = authorityOf(feed, m_root, facts, Level::Admin).role == entry::Role::Admin;
    work.wasAdmin = work.numbers.role == entry::Role::Admin;
    work.loaded = true;
    return {};
}

/// What counts of an admin's feed without anybody's help.
Result<> Fold::settlePlain(const FeedId& feed, FeedWork& work) {
    TEKEN_CHECK(load(feed, work));
    if (!work.isAdmin && !work.wasAdmin)
        return {};
    TEKEN_TRY(const auto says, onFeed(feed, work));
    const bool forward = !work.whole && work.numbers.straight && work.lowest > work.numbers.head.seq;
    const auto from = forward ? work.numbers.head : entry::FeedHead{};
    TEKEN_TRY(const auto rows, m_tables.factsOfFeed(feed, from.seq + 1));
    TEKEN_TRY(auto facts, toFacts(rows));
    const auto chain = judgeChain(authorityOf(feed, m_root, says, Level::PlainAdmin), facts, from);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        auto& fact = facts[i];
        if (fact.ruling.plain == chain.rulings[i].reach)
            continue;
        Ruling ruling = fact.ruling;
        ruling.plain = chain.rulings[i].reach;
        TEKEN_CHECK(setRuling(fact, ruling));
        if ((fact.kind == Kind::Admit || fact.kind == Kind::Decide) && fact.subject)
            touchAuthority(*fact.subject);
    }
    return {};
}

Result<> Fold::settleFeed(const FeedId& feed, FeedWork& work, Level level) {
    TEKEN_TRY(const auto says, onFeed(feed, work));
    const auto authority = authorityOf(feed, m_root, says, level);
    const auto before = pack(work.numbers);
    work.numbers.takeAuthority(authority);
    TEKEN_CHECK(settleFacts(feed, work, authority));
    work.whole = true; // should it be judged again: its new entries are no longer new to the numbers
    auto after = pack(work.numbers);
    if (after == before)
        return {};
    return m_tables.putFeed(m_transaction, {feed, work.numbers.forkedAt.has_value(), std::move(after)});
}

Result<> Fold::settleFacts(const FeedId& feed, FeedWork& work, const Authority& authority) {
    auto& numbers = work.numbers;
    const bool forward =
        !work.whole && numbers.straight && !authority.helped && work.lowest > numbers.head.seq;
    const auto from = forward ? numbers.head : entry::FeedHead{};
    TEKEN_TRY(const auto rows, m_tables.factsOfFeed(feed, from.seq + 1));
    TEKEN_TRY(auto facts, toFacts(rows));
    const auto chain = judgeChain(authority, facts, from);
    if (!forward)
        numbers.stored = numbers.waiting = numbers.withheld = numbers.notCounted = 0;
    numbers.takeChain(authority, chain);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        auto& fact = facts[i];
        if (forward && !m_new.contains(fact.id))
            numbers.remove(fact.ruling.verdict);
        Ruling ruling = chain.rulings[i];
        ruling.plain = fact.ruling.plain;
        numbers.add(ruling.verdict);
        if (ruling == fact.ruling)
            continue;
        const auto before = fact.ruling;
        TEKEN_CHECK(setRuling(fact, ruling));
        TEKEN_CHECK(spread(fact, before));
    }
    return {};
}

Result<> Fold::setRuling(EntryFact& fact, const Ruling& ruling) {
    fact.ruling = ruling;
    return m_tables.setVerdict(m_transaction, fact.row, static_cast<std::uint8_t>(ruling.verdict),
                               packReach(ruling));
}

} // namespace teken::ledger
