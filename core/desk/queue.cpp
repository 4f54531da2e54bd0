#include "core/desk/queue.h"

#include "core/entry/payload.h"
#include "core/ledger/ledger.h"
#include "core/store/acks.h"
#include "core/store/entries.h"
#include "core/store/journal.h"
#include "core/store/keyring.h"
#include "core/store/receipts.h"

#include <algorithm>
#include <functional>
#include <unordered_map>

namespace teken::desk {

namespace {

constexpr entry::Seq kWindow = 100; // entries read at a time, backwards from the head

/// What decides the state of a feed's entries.
struct Standing {
    FeedId feed;
    entry::Seq last = 0;
    std::optional<store::Ack> ack;
    bool hasServer = false;
    std::vector<FeedId> logs; ///< that count
};

/// Where an entry stands in a log that counts.
struct Place {
    bool inLog = false, witnessed = false;
};

QueueState stateOf(const Standing& standing, entry::Seq seq, const Place& place, bool troubled) {
    const bool acknowledged = standing.ack && seq <= standing.ack->seq;
    if (acknowledged && place.inLog)
        return place.witnessed ? QueueState::Witnessed : QueueState::Received;
    if (troubled && !acknowledged)
        return QueueState::Trouble;
    return standing.hasServer ? QueueState::Waiting : QueueState::Saved;
}

QueueItem itemOf(const store::StoredEntry& stored, const Standing& standing, const Place& place,
                 const std::unordered_map<EntryId, std::string>& troubles) {
    QueueItem item;
    item.entry = stored.id;
    item.feed = stored.feed;
    item.seq = stored.seq;
    item.order = stored.order;
    if (const auto* whole = std::get_if<entry::Entry>(&stored.record)) {
        if (const auto payload = entry::decodePayload(whole->payload)) {
            item.kind = entry::kindName(payload->body);
            item.session = entry::sessionOf(payload->body);
            item.person = personOf(payload->body);
            item.wallMs = payload->header.wallMs;
        }
    }
    const auto trouble = troubles.find(stored.id);
    item.state = stateOf(standing, stored.seq, place, trouble != troubles.end());
    if (item.state == QueueState::Trouble)
        item.reason = trouble->second;
    if (item.state == QueueState::Received || item.state == QueueState::Witnessed)
        item.receivedMs = standing.ack->received.time_since_epoch().count();
    return item;
}

/// The newest `limit` of one feed.
Result<> listFeed(store::Book& book, const Standing& standing,
                  const std::unordered_map<EntryId, std::string>& troubles,
                  const std::vector<QueueState>& only, std::size_t limit, std::vector<QueueItem>& into) {
    const auto full = into.size() + limit;
    for (entry::Seq end = standing.last; end > 0 && into.size() < full;) {
        // Of all states the newest is what it takes; of one, who knows how far back they lie.
        const auto wanted = only.empty() ? std::min<entry::Seq>(full - into.size(), kWindow) : kWindow;
        const entry::Seq begin = end > wanted ? end - wanted + 1 : 1;
        std::vector<QueueItem> window;
        TEKEN_CHECK(book.entries().scanFeed(
            standing.feed, begin, end, [&](const store::StoredEntry& stored) -> Result<> {
                Place place;
                TEKEN_TRY(place.inLog, isInLog(book, stored.id, standing.logs));
                if (place.inLog) {
                    TEKEN_TRY(place.witnessed, book.receipts().isWitnessed(stored.id, standing.logs));
                }
                window.push_back(itemOf(stored, standing, place, troubles));
                return {};
            }));
        for (auto item = window.rbegin(); item != window.rend() && into.size() < full; ++item)
            if (only.empty() || std::find(only.begin(), only.end(), item->state) != only.end())
                into.push_back(std::move(*item));
        end = begin - 1;
    }
    return {};
}

} // namespace

std::optional<PersonId> personOf(const entry::Body& body) {
    return std::visit(
        [](const auto& one) -> std::optional<PersonId> {
            using Kind = std::decay_t<decltype(one)>;
            if constexpr (std::is_same_v<Kind, entry::Sign> || std::is_same_v<Kind, entry::Excuse> ||
                          std::is_same_v<Kind, entry::Refuse> || std::is_same_v<Kind, entry::AddPerson> ||
                          std::is_same_v<Kind, entry::ProposeCorrection>)
                return one.person;
            else
                return std::nullopt;
        },
        body);
}

Result<bool> isInLog(store::Book& book, const EntryId& entry, std::span<const FeedId> logs) {
    return logs.empty() ? Result<bool>(true) : book.receipts().has(entry, logs);
}

std::string_view slug(QueueState state) {
    switch (state) {
    case QueueState::Saved:
        return "saved";
    case QueueState::Waiting:
        return "waiting";
    case QueueState::Received:
        return "received";
    case QueueState::Witnessed:
        return "witnessed";
    case QueueState::Trouble:
        return "trouble";
    }
    return "saved";
}

Result<std::vector<FeedId>> ownFeeds(store::Book& book) {
    TEKEN_TRY(const auto holders, book.keyring().holders());
    std::vector<FeedId> feeds;
    for (const auto& holder : holders)
        feeds.push_back(holder.feed);
    return feeds;
}

Result<QueueCounts> queueCounts(store::Book& book) {
    TEKEN_TRY(const auto feeds, ownFeeds(book));
    TEKEN_TRY(const auto logs, ledger::logsOf(book));
    TEKEN_TRY(const auto counts, book.acks().counts(feeds, logs));
    QueueCounts found{counts.saved, counts.received, counts.waiting, counts.troubled, counts.witnessed, {}};
    TEKEN_TRY(found.alarm, logAlarm(book));
    return found;
}

Result<std::vector<QueueItem>> listQueue(store::Book& book, const std::vector<QueueState>& only,
                                         std::size_t limit) {
    TEKEN_TRY(const auto feeds, ownFeeds(book));
    TEKEN_TRY(const auto troubles, book.acks().troubles());
    TEKEN_TRY(const auto server, book.settings().get(setting::kServerUrl));
    TEKEN_TRY(const auto logs, ledger::logsOf(book));
    std::unordered_map<EntryId, std::string> reasons;
    for (const auto& trouble : troubles)
        reasons.emplace(trouble.id, trouble.reason);
    std::vector<QueueItem> items;
    for (const auto& feed : feeds) {
        TEKEN_TRY(const auto summary, book.entries().feed(feed));
        if (!summary)
            continue;
        TEKEN_TRY(auto ack, book.acks().latest(feed));
        const Standing standing{feed, summary->last, std::move(ack), server && !server->empty(), logs};
        TEKEN_CHECK(listFeed(book, standing, reasons, only, limit, items));
    }
    std::ranges::sort(items, std::ranges::greater{}, &QueueItem::order);
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(std::min(limit, items.size())), items.end());
    return items;
}

} // namespace teken::desk
