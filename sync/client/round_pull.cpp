#include "core/store/entries.h"
#include "sync/client/round_messages.h"

#include <algorithm>

namespace teken::sync::client {

Round::Sent Round::askPull(const Local& local) {
    if (!m_canRead) {
        m_toPull.clear();
        m_toPullById.clear();
    }
    if (m_toPull.empty() && m_toPullById.empty())
        return std::nullopt;
    if (local.book.keyring().signingKey() == nullptr) {
        m_canRead = false;
        m_report.readingError =
            Error{ErrorCode::Locked, "store.locked", "no unlocked signing key to ask with", {}};
        return std::nullopt;
    }
    const auto count = [](std::size_t waiting, std::size_t most) {
        return static_cast<std::ptrdiff_t>(std::min(waiting, most));
    };
    m_askedRanges.assign(m_toPull.begin(), m_toPull.begin() + count(m_toPull.size(), kMostPullRanges));
    m_askedIds.assign(m_toPullById.begin(), m_toPullById.begin() + count(m_toPullById.size(), kMostPullIds));
    return proven(local, path::kPull, PullRequest{m_askedRanges, m_askedIds}).map(kSome);
}

Result<> Round::takePull(const Local& local, const Response& response) {
    TEKEN_TRY(auto answer, read<PullAnswer>(response));
    dropPulled(answer);
    return keepPulled(local, std::move(answer.records));
}

namespace {

struct Place {
    FeedId feed;
    EntryId id;
    std::optional<entry::Seq> seq; ///< of whole entries it is known only after reading
};

Place placeOf(const entry::Record& record) {
    if (const auto* withheld = std::get_if<entry::WithheldEntry>(&record))
        return {crypto::feedIdOf(withheld->key), withheld->id, withheld->seq};
    const auto& whole = std::get<entry::Entry>(record);
    Place place{crypto::feedIdOf(whole.key), entry::entryIdOf(whole.payload), std::nullopt};
    if (const auto payload = entry::decodePayload(whole.payload))
        place.seq = payload->header.seq;
    return place;
}

} // namespace

/// Takes off the queues what this answer settles. A full batch settles what it got to; one that brings
/// nothing forward settles everything asked, so that a strange server cannot keep a round going for ever.
void Round::dropPulled(const PullAnswer& answer) {
    std::size_t rangesDone = m_askedRanges.size();
    std::size_t idsDone = m_askedIds.size();
    std::optional<entry::Seq> resume;
    if (answer.more && !answer.records.empty()) {
        const auto last = placeOf(answer.records.back());
        const auto range = std::ranges::find(m_askedRanges, last.feed, &FeedRange::feed);
        const auto id = std::ranges::find(m_askedIds, last.id);
        if (id != m_askedIds.end()) {
            idsDone = static_cast<std::size_t>(id - m_askedIds.begin()) + 1;
        } else if (range != m_askedRanges.end() && last.seq) {
            rangesDone = static_cast<std::size_t>(range - m_askedRanges.begin());
            idsDone = 0;
            // The next branch of a fork under the same number may not have fitted; the ids of the next pass
            // find it.
            resume = *last.seq + 1;
            if (*last.seq < range->from || *resume > range->to)
                ++rangesDone, resume.reset();
        }
    }
    m_toPull.erase(m_toPull.begin(), m_toPull.begin() + static_cast<std::ptrdiff_t>(rangesDone));
    m_toPullById.erase(m_toPullById.begin(), m_toPullById.begin() + static_cast<std::ptrdiff_t>(idsDone));
    if (resume)
        m_toPull.front().from = *resume;
}

Result<> Round::keepPulled(const Local& local, std::vector<entry::Record> records) {
    const auto asked = [&](const FeedId& feed, const EntryId& id) {
        return std::ranges::find(m_askedRanges, feed, &FeedRange::feed) != m_askedRanges.end() ||
               std::ranges::find(m_askedIds, id) != m_askedIds.end();
    };
    TEKEN_TRY(const auto holders, local.book.keyring().holders());
    const auto isOwn = [&](const PublicKey& key) {
        return std::ranges::find(holders, key, &store::Holder::key) != holders.end();
    };
    std::vector<entry::VerifiedEntry> whole;
    std::vector<entry::WithheldEntry> withheld;
    for (auto& record : records) {
        if (auto* place = std::get_if<entry::WithheldEntry>(&record)) {
            // What this machine signed it can show whole: nobody else says that a place of its own is empty.
            if (asked(crypto::feedIdOf(place->key), place->id) && !isOwn(place->key))
                withheld.push_back(*place);
            else
                ++m_report.spoiled;
            continue;
        }
        auto verified = entry::verifyEntry(std::move(std::get<entry::Entry>(record)));
        if (verified && asked(verified->payload.header.feed, verified->id))
            whole.push_back(*std::move(verified));
        else
            ++m_report.spoiled;
    }
    const auto before = m_report.received;
    if (!whole.empty()) {
        TEKEN_TRY(const auto fates, local.ledger.record(whole));
        for (const auto fate : fates)
            m_report.received += fate != ledger::Fate::Duplicate;
    }
    // The server is certified and spoke over a pinned channel: it may say that a place is withheld.
    for (const auto& place : withheld) {
        TEKEN_TRY(const auto fate, local.ledger.recordWithheld(place));
        m_report.received += fate != ledger::Fate::Duplicate;
    }
    m_changed = m_changed || m_report.received > before;
    return {};
}

} // namespace teken::sync::client
