#include "core/crypto/hash.h"
#include "core/store/entries.h"
#include "sync/server/intake.h"
#include "sync/server/service.h"
#include "sync/server/turn.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace teken::sync::server {

namespace {

constexpr const char* kUnknownKey = "sync.unknown-key";

Milliseconds since(const Clock& clock, Milliseconds start) {
    return clock.monotonic() - start;
}

} // namespace

/// A batch on its way: `fates` in the order it came; whole and withheld records with their places there.
struct Service::Batch {
    std::vector<EntryFate> fates;
    std::vector<entry::Entry> whole;
    std::vector<std::size_t> places; ///< of `whole`
    std::vector<std::pair<std::size_t, entry::WithheldEntry>> withheld;
    std::vector<FeedId> feeds; ///< touched, sorted, each once

    explicit Batch(std::vector<entry::Record> records) : fates(records.size()) {
        for (std::size_t i = 0; i < records.size(); ++i) {
            if (auto* raw = std::get_if<entry::Entry>(&records[i])) {
                whole.push_back(std::move(*raw));
                places.push_back(i);
                continue;
            }
            auto& one = std::get<entry::WithheldEntry>(records[i]);
            fates[i].id = one.id;
            withheld.emplace_back(i, one);
        }
    }

    void refuse(std::size_t place, std::string reason) {
        fates[place].fate = Fate::Refused;
        fates[place].reason = std::move(reason);
    }
};

/// Stores and folds in one durable transaction while the rest of the batch is still verified.
Result<> Service::storeWhole(Batch& batch, Intake& intake) {
    TEKEN_TRY(const auto* first, intake.next());
    if (first == nullptr)
        return {};
    const auto next = [&]() -> Result<const entry::VerifiedEntry*> {
        return first != nullptr ? std::exchange(first, nullptr) : intake.next();
    };
    TEKEN_TRY(const auto fates, m_ledger.record(next));
    const auto& handed = intake.handed();
    for (std::size_t i = 0; i < fates.size(); ++i) {
        auto& fate = batch.fates[handed[i].place];
        batch.feeds.push_back(handed[i].feed);
        fate.fate = fates[i] == ledger::Fate::Duplicate ? Fate::Duplicate : Fate::Stored;
        if (fates[i] == ledger::Fate::Unknown)
            fate.fate = Fate::UnknownKind;
    }
    return noteStored();
}

Result<> Service::storeBatch(const Caller& caller, Batch& batch, Verification& verification) {
    Intake intake(verification, batch.places, batch.fates,
                  [this](const PublicKey& key) { return m_ledger.isKnownKey(key); });
    TEKEN_CHECK(storeWhole(batch, intake));
    TEKEN_CHECK(storeWithheld(caller, batch));
    std::ranges::sort(batch.feeds);
    batch.feeds.erase(std::unique(batch.feeds.begin(), batch.feeds.end()), batch.feeds.end());
    return setAside(batch, intake);
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
Result<> Service::setAside(Batch& batch, const Intake& intake) const {
    std::unordered_map<FeedId, ledger::FeedState> suspects;
    for (const auto& feed : batch.feeds) {
        TEKEN_TRY(auto state, m_ledger.feed(feed));
        if (state && (state->forkedAt || state->revokedAfter))
            suspects.emplace(feed, *std::move(state));
    }
    if (suspects.empty())
        return {};
    for (const auto& one : intake.handed()) {
        const auto suspect = suspects.find(one.feed);
        if (suspect == suspects.end())
            continue;
        const bool forked = suspect->second.forkedAt && one.seq >= *suspect->second.forkedAt;
        const bool late = suspect->second.revokedAfter && one.seq > *suspect->second.revokedAfter;
        if (!forked && !late)
            continue;
        TEKEN_TRY(const bool counts, m_ledger.counts(one.id));
        if (counts)
            continue;
        auto& fate = batch.fates[one.place];
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
    Batch batch(std::move(request.records));
    auto verification = m_pool.start(std::move(batch.whole));
    std::vector<AckFacts> facts;
    {
        auto start = m_clock.monotonic();
        // Whoever waits leaves the cores to the one who stores: the helpers verify meanwhile, and what they
        // have not done by then is verified in this thread's own turn.
        TEKEN_TRY(const auto turn, takeTurn());
        count.waiting = since(m_clock, start);
        start = m_clock.monotonic();
        TEKEN_CHECK(storeBatch(caller, batch, verification));
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
