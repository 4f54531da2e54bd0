#include "core/crypto/hash.h"
#include "core/store/entries.h"
#include "sync/server/service.h"
#include "sync/server/turn.h"

#include <algorithm>
#include <unordered_set>

namespace teken::sync::server {

namespace {

constexpr const char* kUnknownKey = "sync.unknown-key";

Milliseconds since(const Clock& clock, Milliseconds start) {
    return clock.monotonic() - start;
}

/// Keys that the entry's certificate names, if it is one.
std::optional<PublicKey> certifiedBy(const entry::Body& body) {
    if (const auto* certify = std::get_if<entry::Certify>(&body))
        return certify->key;
    if (const auto* officer = std::get_if<entry::CertifyOfficer>(&body))
        return officer->key;
    return std::nullopt;
}

} // namespace

/// A batch on its way: `fates` in the order it came; `entries` those still in the running, with their places.
struct Service::Batch {
    std::vector<EntryFate> fates;
    std::vector<entry::VerifiedEntry> entries;
    std::vector<std::size_t> places; ///< of `entries` in `fates`
    std::vector<std::pair<std::size_t, entry::WithheldEntry>> withheld;
    std::vector<FeedId> feeds; ///< touched, sorted, each once

    void refuse(std::size_t place, std::string reason) {
        fates[place].fate = Fate::Refused;
        fates[place].reason = std::move(reason);
    }
};

Service::Batch Service::verifyBatch(std::vector<entry::Record> records) {
    Batch batch;
    batch.fates.resize(records.size());
    std::vector<entry::Entry> whole;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (auto* raw = std::get_if<entry::Entry>(&records[i])) {
            whole.push_back(std::move(*raw));
            places.push_back(i);
        } else {
            auto& withheld = std::get<entry::WithheldEntry>(records[i]);
            batch.fates[i].id = withheld.id;
            batch.withheld.emplace_back(i, withheld);
        }
    }
    auto verified = m_pool.verifyAll(std::move(whole));
    for (std::size_t i = 0; i < verified.size(); ++i) {
        batch.fates[places[i]].id = verified[i].id;
        if (!verified[i].entry) {
            batch.refuse(places[i], verified[i].entry.error().reason);
            continue;
        }
        batch.entries.push_back(*std::move(verified[i].entry));
        batch.places.push_back(places[i]);
    }
    return batch;
}

Result<> Service::refuseStrangers(Batch& batch) const {
    std::unordered_set<PublicKey> known;
    std::unordered_set<PublicKey> strangers;
    for (const auto& entry : batch.entries)
        if (!known.contains(entry.raw.key) && !strangers.contains(entry.raw.key)) {
            TEKEN_TRY(const bool named, m_ledger.isKnownKey(entry.raw.key));
            (named ? known : strangers).insert(entry.raw.key);
        }
    // A certificate in this very batch makes its key known, and that one's certificates the next, in any
    // order.
    for (bool grown = !strangers.empty(); grown;) {
        grown = false;
        for (const auto& entry : batch.entries) {
            if (!known.contains(entry.raw.key))
                continue;
            if (const auto key = certifiedBy(entry.payload.body); key && strangers.erase(*key) > 0) {
                known.insert(*key);
                grown = true;
            }
        }
    }
    if (strangers.empty())
        return {};
    std::vector<entry::VerifiedEntry> entries;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < batch.entries.size(); ++i) {
        if (strangers.contains(batch.entries[i].raw.key)) {
            batch.refuse(batch.places[i], kUnknownKey);
            continue;
        }
        entries.push_back(std::move(batch.entries[i]));
        places.push_back(batch.places[i]);
    }
    batch.entries = std::move(entries);
    batch.places = std::move(places);
    return {};
}

Result<> Service::storeBatch(const Caller& caller, Batch& batch) {
    if (!batch.entries.empty()) {
        TEKEN_TRY(const auto fates, m_ledger.record(batch.entries));
        for (std::size_t i = 0; i < fates.size(); ++i) {
            auto& fate = batch.fates[batch.places[i]];
            batch.feeds.push_back(batch.entries[i].payload.header.feed);
            fate.fate = fates[i] == ledger::Fate::Duplicate ? Fate::Duplicate : Fate::Stored;
            if (fates[i] == ledger::Fate::Unknown)
                fate.fate = Fate::UnknownKind;
        }
        TEKEN_CHECK(noteStored());
    }
    TEKEN_CHECK(storeWithheld(caller, batch));
    std::ranges::sort(batch.feeds);
    batch.feeds.erase(std::unique(batch.feeds.begin(), batch.feeds.end()), batch.feeds.end());
    return setAside(batch);
}

/// Asked of the book, not counted: an entry that takes the place of its own withheld record keeps that place.
Result<> Service::noteStored() {
    TEKEN_TRY(const auto count, m_book.entries().count());
    if (count == m_lastOrder)
        return {};
    m_lastOrder = count;
    return m_epochs.noteNewest();
}

Result<> Service::storeWithheld(const Caller& caller, Batch& batch) {
    if (batch.withheld.empty())
        return {};
    const auto reader = requireReader(caller);
    for (const auto& [place, withheld] : batch.withheld) {
        if (!reader || !reader->everything) {
            batch.refuse(place, "sync.withheld-unproven");
            continue;
        }
        TEKEN_TRY(const bool known, m_ledger.isKnownKey(withheld.key));
        if (!known) {
            batch.refuse(place, kUnknownKey);
            continue;
        }
        TEKEN_TRY(const auto fate, m_ledger.recordWithheld(withheld));
        batch.fates[place].fate = fate == ledger::Fate::Duplicate ? Fate::Duplicate : Fate::Stored;
        batch.feeds.push_back(crypto::feedIdOf(withheld.key));
    }
    return noteStored();
}

/// Entries behind a fork or a revocation are kept, and their sender is told that a person has to look.
Result<> Service::setAside(Batch& batch) const {
    std::unordered_map<FeedId, ledger::FeedState> suspects;
    for (const auto& feed : batch.feeds) {
        TEKEN_TRY(auto state, m_ledger.feed(feed));
        if (state && (state->forkedAt || state->revokedAfter))
            suspects.emplace(feed, *std::move(state));
    }
    if (suspects.empty())
        return {};
    for (std::size_t i = 0; i < batch.entries.size(); ++i) {
        const auto& header = batch.entries[i].payload.header;
        const auto suspect = suspects.find(header.feed);
        if (suspect == suspects.end())
            continue;
        const bool forked = suspect->second.forkedAt && header.seq >= *suspect->second.forkedAt;
        const bool late = suspect->second.revokedAfter && header.seq > *suspect->second.revokedAfter;
        if (!forked && !late)
            continue;
        TEKEN_TRY(const bool counts, m_ledger.counts(batch.entries[i].id));
        if (counts)
            continue;
        auto& fate = batch.fates[batch.places[i]];
        fate.fate = Fate::Quarantined;
        fate.reason = forked ? "sync.fork" : "sync.after-revocation";
    }
    return {};
}

Result<PushAnswer> Service::push(const Caller& caller, PushRequest request) {
    if (request.records.size() > m_settings.limits.batchEntries)
        return fail(ErrorCode::InvalidInput, "sync.too-large",
                    "expected at most " + std::to_string(m_settings.limits.batchEntries) + " entries");
    // Told before any work is done: whoever would have to wait too long should not burn a core first.
    if (m_waiting.load() >= m_settings.mostWaiting)
        return fail(ErrorCode::Busy, "sync.busy", "too many requests are waiting; come back later");
    PushCount count;
    count.entries = request.records.size();
    auto start = m_clock.monotonic();
    auto batch = verifyBatch(std::move(request.records));
    count.verifying = since(m_clock, start);
    std::vector<AckFacts> facts;
    {
        start = m_clock.monotonic();
        TEKEN_TRY(const auto turn, takeTurn());
        count.waiting = since(m_clock, start);
        start = m_clock.monotonic();
        TEKEN_CHECK(refuseStrangers(batch));
        TEKEN_CHECK(storeBatch(caller, batch));
        TEKEN_TRY(facts, ackFacts(batch.feeds, request.nonce));
        count.storing = since(m_clock, start);
    }
    PushAnswer answer;
    answer.fates = std::move(batch.fates);
    for (const auto& fact : facts)
        answer.acks.push_back(signAck(m_key, fact));
    for (const auto& fate : answer.fates) {
        count.stored += fate.fate == Fate::Stored;
        count.duplicate += fate.fate == Fate::Duplicate;
        count.refused += fate.fate == Fate::Refused;
        count.quarantined += fate.fate == Fate::Quarantined;
        count.unknown += fate.fate == Fate::UnknownKind;
    }
    if (m_onPush)
        m_onPush(count);
    return answer;
}

} // namespace teken::sync::server
