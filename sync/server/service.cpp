#include "sync/server/service.h"

#include "core/crypto/hash.h"
#include "core/store/entries.h"
#include "sync/protocol/feed_report.h"
#include "sync/server/checkpoint_history.h"
#include "sync/server/log_keeper.h"
#include "sync/server/turn.h"

#include <algorithm>

namespace teken::sync::server {

namespace {

constexpr std::size_t kPullPlainBytes = kMostBatchBytes - 4096; // fits even if nothing can be compressed
constexpr const char* kFull = "sync.full";

tl::unexpected<Error> outOfScope() {
    return fail(ErrorCode::Unauthorized, "sync.out-of-scope", "this key may not read that");
}

/// Sizes of records as they will travel.
class Room {
public:
    explicit Room(std::size_t mostEntries) : m_entriesLeft(mostEntries) {}
    [[nodiscard]] bool take(const entry::Record& record) {
        m_scratch.clear();
        entry::encodeRecord(record, m_scratch);
        if (m_entriesLeft == 0 || m_scratch.size() > m_bytesLeft)
            return false;
        --m_entriesLeft;
        m_bytesLeft -= m_scratch.size();
        return true;
    }

private:
    std::size_t m_entriesLeft;
    std::size_t m_bytesLeft = kPullPlainBytes;
    Bytes m_scratch;
};

} // namespace

Service::Service(store::Book& book, ledger::Ledger& ledger, const crypto::SigningKey& key, const Clock& clock,
                 RandomSource& random, const ServiceSettings& settings)
    : m_book(book), m_ledger(ledger), m_key(key), m_clock(clock), m_settings(settings),
      m_challenges(clock, random), m_epochs(book, key.feedId(), random), m_pool(settings.verifyHelpers) {}

Service::~Service() = default;

Result<std::unique_ptr<Service>> Service::open(store::Book& book, ledger::Ledger& ledger,
                                               const crypto::SigningKey& key, const Clock& clock,
                                               RandomSource& random, const ServiceSettings& settings) {
    std::unique_ptr<Service> service(new Service(book, ledger, key, clock, random, settings));
    TEKEN_TRY(service->m_epoch, service->m_epochs.open());
    TEKEN_TRY(service->m_lastOrder, book.entries().count());
    return service;
}

Result<Service::Turn> Service::takeTurn() {
    if (m_waiting.fetch_add(1) >= m_settings.mostWaiting) {
        m_waiting.fetch_sub(1);
        return fail(ErrorCode::Busy, "sync.busy", "too many requests are waiting; come back later");
    }
    std::unique_lock lock(m_bookMutex);
    m_waiting.fetch_sub(1);
    return Turn(std::move(lock));
}

Result<Caller> Service::identify(std::string_view path, ByteView body,
                                 const std::optional<Statement>& proof) {
    if (!proof)
        return Caller{};
    const auto facts = verifyRequest(*proof);
    if (!facts)
        return fail(ErrorCode::Unauthorized, "sync.proof-signature", describe(facts.error()));
    if (facts->server != m_key.publicKey() || facts->path != path || facts->body != crypto::sha256(body))
        return fail(ErrorCode::Unauthorized, "sync.proof-other",
                    "expected a proof for this server, this path and this body");
    TEKEN_CHECK(m_challenges.check(facts->challenge));
    return Caller{proof->key};
}

Result<Reader> Service::requireReader(const Caller& caller) const {
    if (!caller.key)
        return fail(ErrorCode::Unauthorized, "sync.proof-missing", "expected a proof of a certified key");
    TEKEN_TRY(const auto reader, readerOf(m_ledger, *caller.key));
    if (reader)
        return *reader;
    TEKEN_TRY(const auto feed, m_ledger.feed(crypto::feedIdOf(*caller.key)));
    if (feed && feed->revokedAfter)
        return fail(ErrorCode::Unauthorized, "sync.revoked", "this key was revoked");
    return fail(ErrorCode::Unauthorized, "sync.not-certified", "no certificate here names this key");
}

Result<bool> Service::mayReadFeed(const Reader& reader, const FeedId& feed) const {
    if (reader.everything || feed == reader.feed)
        return true;
    TEKEN_TRY(const auto state, m_ledger.feed(feed));
    return state && (state->role == entry::Role::Root || state->role == entry::Role::Admin);
}

Result<HelloAnswer> Service::hello(const HelloRequest& request) {
    HelloFacts facts;
    facts.server = m_key.publicKey();
    facts.epoch = m_epoch;
    facts.time = m_clock.now();
    facts.nonce = request.nonce;
    facts.challenge = m_challenges.make();
    facts.limits = m_settings.limits;
    return HelloAnswer{signHello(m_key, facts)};
}

Result<HeadsAnswer> Service::listHeads(const Reader& reader, const std::optional<FeedId>& after) const {
    TEKEN_TRY(auto feeds, m_book.entries().feeds());
    std::ranges::sort(feeds, {}, &store::FeedSummary::feed);
    HeadsAnswer answer;
    for (const auto& summary : feeds) {
        if (summary.count == 0 || (after && summary.feed <= *after))
            continue;
        TEKEN_TRY(const bool readable, mayReadFeed(reader, summary.feed));
        if (!readable)
            continue;
        if (answer.feeds.size() == kMostHeads) {
            answer.more = true;
            break;
        }
        TEKEN_TRY(auto report, reportOf(m_book.entries(), summary));
        answer.feeds.push_back(std::move(report));
    }
    return answer;
}

Result<HeadsAnswer> Service::heads(const Caller& caller, const HeadsRequest& request) {
    TEKEN_TRY(const auto turn, takeTurn());
    if (request.list) {
        TEKEN_TRY(const auto reader, requireReader(caller));
        return listHeads(reader, request.after);
    }
    HeadsAnswer answer;
    for (const auto& known : request.named) {
        TEKEN_TRY(const auto summary, m_book.entries().feed(known.feed));
        FeedReport report;
        report.feed = known.feed;
        if (summary) {
            TEKEN_TRY(report, reportOf(m_book.entries(), *summary));
        }
        report.holds = true;
        if (known.head.id) {
            TEKEN_TRY(report.holds, m_book.entries().has(*known.head.id));
        }
        answer.feeds.push_back(std::move(report));
    }
    return answer;
}

Result<IdsAnswer> Service::ids(const Caller& caller, const IdsRequest& request) {
    TEKEN_TRY(const auto turn, takeTurn());
    TEKEN_TRY(const auto reader, requireReader(caller));
    TEKEN_TRY(const bool readable, mayReadFeed(reader, request.feed));
    if (!readable)
        return outOfScope();
    IdsAnswer answer;
    TEKEN_TRY(const auto summary, m_book.entries().feed(request.feed));
    if (!summary || summary->last < request.from)
        return answer;
    const auto to = std::min(summary->last, request.from + (kIdsPageSeqs - 1));
    TEKEN_TRY(answer.ids, m_book.entries().idsOf(request.feed, request.from, to));
    if (answer.ids.size() > kMostIds)
        answer.ids.resize(kMostIds); // a feed forked that often is beyond automatic repair
    if (to < summary->last)
        answer.next = to + 1;
    return answer;
}

Result<std::vector<AckFacts>> Service::ackFacts(std::span<const FeedId> feeds, const Nonce& nonce) const {
    std::vector<AckFacts> all;
    for (const auto& feed : feeds) {
        TEKEN_TRY(const auto summary, m_book.entries().feed(feed));
        if (!summary || !summary->head.id)
            continue;
        all.push_back(
            {m_key.publicKey(), m_epoch, m_clock.now(), nonce, feed, summary->head.seq, *summary->head.id});
    }
    return all;
}

Result<AckAnswer> Service::acknowledge(const AckRequest& request) {
    std::vector<AckFacts> facts;
    {
        TEKEN_TRY(const auto turn, takeTurn());
        TEKEN_TRY(facts, ackFacts(request.feeds, request.nonce));
    }
    AckAnswer answer;
    for (const auto& fact : facts)
        answer.acks.push_back(signAck(m_key, fact));
    return answer;
}

Result<PullAnswer> Service::pull(const Caller& caller, const PullRequest& request) {
    TEKEN_TRY(const auto turn, takeTurn());
    TEKEN_TRY(const auto reader, requireReader(caller));
    PullAnswer answer;
    Room room(static_cast<std::size_t>(m_settings.limits.batchEntries));
    const auto take = [&](const store::StoredEntry& stored) -> Result<> {
        if (!room.take(stored.record)) {
            answer.more = true;
            return fail(ErrorCode::Cancelled, kFull, "the batch is full");
        }
        answer.records.push_back(stored.record);
        return {};
    };
    for (const auto& range : request.ranges) {
        TEKEN_TRY(const bool readable, mayReadFeed(reader, range.feed));
        if (!readable)
            return outOfScope();
        const auto scanned = m_book.entries().scanFeed(range.feed, range.from, range.to, take);
        if (answer.more)
            return answer;
        TEKEN_CHECK(scanned);
    }
    for (const auto& id : request.ids) {
        const auto stored = m_book.entries().get(id);
        if (!stored && stored.error().code == ErrorCode::NotFound)
            continue;
        TEKEN_CHECK(stored.map([](const auto&) {}));
        TEKEN_TRY(const bool readable, mayReadFeed(reader, stored->feed));
        if (!readable)
            return outOfScope();
        if (!take(*stored))
            return answer;
    }
    return answer;
}

Result<std::string> Service::unitOf(const ledger::Fact& signature) {
    if (const auto known = m_units.find(signature.entry); known != m_units.end())
        return known->second;
    std::string unit;
    TEKEN_TRY(const auto stored, m_book.entries().get(signature.entry));
    if (const auto* whole = std::get_if<entry::Entry>(&stored.record))
        if (const auto payload = entry::decodePayload(whole->payload))
            if (const auto* sign = std::get_if<entry::Sign>(&payload->body))
                unit = sign->unit;
    constexpr std::size_t kMostRemembered = 100'000; // some 10 MB
    if (m_units.size() >= kMostRemembered)
        m_units.clear();
    m_units.emplace(signature.entry, unit);
    return unit;
}

Result<StatusAnswer> Service::status(const Caller& caller, const StatusRequest& request) {
    StatusFacts facts;
    {
        TEKEN_TRY(const auto turn, takeTurn());
        TEKEN_TRY(const auto reader, requireReader(caller));
        facts.units = reader.everything ? entry::Units{"*"} : reader.units;
        const auto visited =
            m_ledger.persons(request.drive, [&](const ledger::PersonState& person) -> Result<> {
                if (person.status != ledger::PersonStatus::Signed || !person.signature ||
                    (request.after && person.person <= *request.after))
                    return {};
                if (!reader.covers("*")) {
                    TEKEN_TRY(const auto unit, unitOf(*person.signature));
                    if (!reader.covers(unit))
                        return {};
                }
                if (facts.persons.size() == kMostStatusPersons) {
                    facts.next = facts.persons.back();
                    return fail(ErrorCode::Cancelled, kFull, "the page is full");
                }
                facts.persons.push_back(person.person);
                return {};
            });
        if (!facts.next)
            TEKEN_CHECK(visited);
    }
    facts.server = m_key.publicKey();
    facts.epoch = m_epoch;
    facts.time = m_clock.now();
    facts.nonce = request.nonce;
    facts.drive = request.drive;
    return StatusAnswer{signStatus(m_key, facts)};
}

} // namespace teken::sync::server
