#include "core/store/acks.h"
#include "core/store/entries.h"
#include "sync/client/round_messages.h"
#include "sync/protocol/feed_report.h"
#include "sync/protocol/server_life.h"

#include <algorithm>

namespace teken::sync::client {

namespace {

/// Certificates first, or the server would not know the keys of what follows.
int rankOf(const ledger::Ledger& ledger, const FeedId& feed) {
    const auto state = ledger.feed(feed);
    if (!state || !*state || !(*state)->role)
        return 2;
    return *(*state)->role == entry::Role::Root ? 0 : *(*state)->role == entry::Role::Admin ? 1 : 2;
}

} // namespace

Round::Sent Round::askHeads(const Local& local) {
    if (!m_loaded) {
        m_loaded = true;
        m_toPush.clear();
        m_toPushById.clear();
        m_diverged.clear();
        TEKEN_TRY(const auto feeds, local.book.entries().feeds());
        std::vector<std::pair<int, KnownHead>> known;
        for (const auto& feed : feeds)
            if (feed.count > 0)
                known.emplace_back(rankOf(local.ledger, feed.feed), KnownHead{feed.feed, feed.head});
        std::ranges::stable_sort(known, {}, &std::pair<int, KnownHead>::first);
        m_unasked.clear();
        for (auto& [rank, head] : known)
            m_unasked.push_back(head);
    }
    if (m_unasked.empty())
        return std::nullopt;
    m_asked.clear();
    while (!m_unasked.empty() && m_asked.size() < kMostHeads) {
        m_asked.push_back(m_unasked.front());
        m_unasked.pop_front();
    }
    return plain(path::kHeads, HeadsRequest{m_asked, false, {}}).map(kSome);
}

Result<> Round::takeHeads(const Local& local, const Now& now, const Response& response) {
    TEKEN_TRY(const auto answer, read<HeadsAnswer>(response));
    if (answer.feeds.size() != m_asked.size())
        return fail(ErrorCode::InvalidInput, "sync.answer-other", "expected one report for each feed asked");
    for (std::size_t i = 0; i < m_asked.size(); ++i) {
        if (answer.feeds[i].feed != m_asked[i].feed)
            return fail(ErrorCode::InvalidInput, "sync.answer-other",
                        "expected the feeds in the order asked");
        TEKEN_CHECK(compare(local, now, answer.feeds[i]));
    }
    return {};
}

Result<> Round::compare(const Local& local, const Now& now, const FeedReport& theirs) {
    const auto& entries = local.book.entries();
    TEKEN_TRY(const auto summary, entries.feed(theirs.feed));
    if (!summary)
        return {};
    TEKEN_TRY(const auto mine, reportOf(entries, *summary));
    bool iHoldTheirs = !theirs.head.id.has_value();
    if (theirs.head.id) {
        TEKEN_TRY(iHoldTheirs, entries.has(*theirs.head.id));
    }
    TEKEN_CHECK(compareAcks(local, now, theirs, iHoldTheirs));
    if (mine.head == theirs.head) {
        if (mine.loose != theirs.loose)
            m_diverged.push_back({theirs.feed, mine.head.seq + 1, mine.head.seq + 1, {}});
        return {};
    }
    if (theirs.holds && !mine.loose) {
        m_toPull.push_back({theirs.feed, mine.head.seq + 1, std::max(theirs.last, mine.head.seq + 1)});
        return {};
    }
    if (iHoldTheirs && !theirs.loose) {
        m_toPush.push_back({theirs.feed, theirs.head.seq + 1, mine.last});
        return {};
    }
    const bool sameStart = theirs.holds || iHoldTheirs;
    const auto from = sameStart ? std::min(mine.head.seq, theirs.head.seq) + 1 : 1;
    m_diverged.push_back({theirs.feed, from, from, {}});
    return {};
}

/// Of own feeds: is what the server has now covered by a kept acknowledgement, and is none of them too high?
Result<> Round::compareAcks(const Local& local, const Now& now, const FeedReport& theirs, bool iHoldTheirs) {
    TEKEN_TRY(const auto holders, local.book.keyring().holders());
    const bool own =
        std::ranges::any_of(holders, [&](const auto& holder) { return holder.feed == theirs.feed; });
    if (!own)
        return {};
    if (!iHoldTheirs)
        m_report.ownFeedAhead = true;
    TEKEN_TRY(const auto latest, local.book.acks().latest(theirs.feed, m_server));
    if (latest && latest->seq > theirs.head.seq) {
        if (!theirs.forkedAt)
            m_report.serverRestored = true;
        const auto withdrawn = local.book.write([&](store::Transaction& transaction) -> Result<> {
            // A forked feed has no end to acknowledge: that is no doubt about the server.
            if (!theirs.forkedAt)
                TEKEN_CHECK(doubtUntil(local.book, transaction, m_server, m_serverTime));
            return local.book.acks().withdrawAbove(transaction, m_server, theirs.feed, theirs.head.seq,
                                                   now.wall);
        });
        TEKEN_CHECK(withdrawn);
    }
    if (theirs.head.seq > 0 && iHoldTheirs && (!latest || latest->seq < theirs.head.seq))
        m_wantAck.insert(theirs.feed);
    return {};
}

Round::Sent Round::askIds(const Local& local) {
    if (m_diverged.empty())
        return std::nullopt;
    if (!m_canRead) { // everything behind the parting, then; what is there already is answered as duplicate
        while (!m_diverged.empty())
            TEKEN_CHECK(settleIds(local));
        return std::nullopt;
    }
    const auto& feed = m_diverged.front();
    return proven(local, path::kIds, IdsRequest{feed.feed, feed.next}).map(kSome);
}

Result<> Round::takeIds(const Local& local, const Response& response) {
    TEKEN_TRY(const auto answer, read<IdsAnswer>(response));
    auto& feed = m_diverged.front();
    feed.theirs.insert(answer.ids.begin(), answer.ids.end());
    if (answer.next && *answer.next > feed.next) {
        feed.next = *answer.next;
        return {};
    }
    return settleIds(local);
}

/// Both sides' ids are known: what one side lacks travels by name.
Result<> Round::settleIds(const Local& local) {
    const auto feed = std::move(m_diverged.front());
    m_diverged.pop_front();
    TEKEN_TRY(const auto mine,
              local.book.entries().idsOf(feed.feed, feed.from, static_cast<entry::Seq>(entry::kMostInteger)));
    std::unordered_set<EntryId> own(mine.begin(), mine.end());
    for (const auto& id : mine)
        if (!feed.theirs.contains(id))
            m_toPushById.push_back(id);
    for (const auto& id : feed.theirs)
        if (!own.contains(id))
            m_toPullById.push_back(id);
    return {};
}

Round::Sent Round::askList(const Local& local) {
    if (m_listed || !m_canRead)
        return std::nullopt;
    if (local.book.keyring().signingKey() == nullptr) {
        m_canRead = false;
        m_report.readingError =
            Error{ErrorCode::Locked, "store.locked", "no unlocked signing key to ask with", {}};
        return std::nullopt;
    }
    return proven(local, path::kHeads, HeadsRequest{{}, true, m_listAfter}).map(kSome);
}

Result<> Round::takeList(const Local& local, const Response& response) {
    TEKEN_TRY(const auto answer, read<HeadsAnswer>(response));
    auto before = m_listAfter; // each feed once, in order: a feed named twice would be asked for twice
    for (const auto& report : answer.feeds) {
        if (before && report.feed <= *before)
            return fail(ErrorCode::InvalidInput, "sync.answer-other",
                        "expected each feed once and in order, found one again");
        before = report.feed;
        TEKEN_TRY(const auto mine, local.book.entries().feed(report.feed));
        if (!mine && report.last > 0)
            m_toPull.push_back({report.feed, 1, report.last});
    }
    m_listed = !answer.more || answer.feeds.empty();
    if (!m_listed)
        m_listAfter = before;
    return {};
}

} // namespace teken::sync::client
