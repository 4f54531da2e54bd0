#include "core/store/acks.h"
#include "core/store/entries.h"
#include "sync/client/round_messages.h"

#include <algorithm>

namespace teken::sync::client {

namespace {

constexpr std::size_t kLeastPlainBytes = 8 * 1024;
constexpr std::size_t kMostPlainBytes = 1024 * 1024; // about half of that is left on the wire
constexpr Milliseconds kSlow{10'000};
constexpr Milliseconds kQuick{2'500};
constexpr std::chrono::hours kTroubleRest{1}; // before a refused entry is offered again by itself
constexpr const char* kFull = "sync.full";
constexpr const char* kUnknownKey = "sync.unknown-key";

} // namespace

void Round::pace(Milliseconds took) {
    if (took > kSlow)
        m_memory.batchPlainBytes = std::max(m_memory.batchPlainBytes / 2, kLeastPlainBytes);
    else if (took < kQuick)
        m_memory.batchPlainBytes = std::min(m_memory.batchPlainBytes * 2, kMostPlainBytes);
}

Result<> Round::loadTroubles(const Local& local) {
    TEKEN_TRY(const auto troubles, local.book.acks().troubles());
    for (const auto& trouble : troubles)
        m_troubles.emplace(trouble.id, trouble.when);
    return {};
}

/// The batch on its way did not arrive as it was: its entries are waiting again.
void Round::requeueSent() {
    m_toPush = m_sentRanges;
    m_toPushById = m_sentIds;
    m_sent.clear();
}

/// Takes from the queues what fits. Entries in trouble rest unless somebody asked by hand.
Result<std::vector<entry::Record>> Round::fillBatch(const Local& local, std::size_t plainBytes,
                                                    const Now& now) {
    std::vector<entry::Record> records;
    m_sent.clear();
    m_sentRanges = m_toPush;
    m_sentIds = m_toPushById;
    std::size_t room = plainBytes;
    const auto mostEntries = static_cast<std::size_t>(m_limits.batchEntries);
    Bytes scratch;
    const auto take = [&](const store::StoredEntry& stored) -> Result<> {
        if (const auto trouble = m_troubles.find(stored.id); trouble != m_troubles.end()) {
            const bool rested = now.wall < trouble->second || now.wall - trouble->second > kTroubleRest;
            if ((!m_options.byHand && !rested) || m_triedTrouble.contains(stored.id))
                return {};
        }
        scratch.clear();
        entry::encodeRecord(stored.record, scratch);
        if (!records.empty() && (records.size() >= mostEntries || scratch.size() > room))
            return fail(ErrorCode::Cancelled, kFull, "the batch is full");
        room -= std::min(room, scratch.size());
        records.push_back(stored.record);
        m_sent.push_back({stored.id, stored.feed});
        return {};
    };
    while (!m_toPush.empty()) {
        auto& range = m_toPush.front();
        const auto scanned = local.book.entries().scanFeed(
            range.feed, range.from, range.to, [&](const store::StoredEntry& stored) -> Result<> {
                TEKEN_CHECK(take(stored));
                range.from =
                    stored.seq + 1; // branches of a fork under one number are found again by their ids
                return {};
            });
        if (!scanned && scanned.error().reason == kFull)
            return records;
        TEKEN_CHECK(scanned);
        m_toPush.pop_front();
    }
    while (!m_toPushById.empty()) {
        TEKEN_TRY(const auto stored, local.book.entries().get(m_toPushById.front()));
        if (!take(stored))
            return records;
        m_toPushById.pop_front();
    }
    return records;
}

Round::Sent Round::askPush(const Local& local, const Now& now) {
    if (m_toPush.empty() && m_toPushById.empty())
        return std::nullopt;
    for (auto plainBytes = m_memory.batchPlainBytes;; plainBytes /= 2) {
        TEKEN_TRY(auto records, fillBatch(local, plainBytes, now));
        if (records.empty())
            return std::nullopt;
        m_nonce = m_random.make<Nonce>();
        m_sentAt = now.monotonic;
        const bool withheld = std::ranges::any_of(
            records, [](const auto& record) { return std::holds_alternative<entry::WithheldEntry>(record); });
        const bool prove = withheld && local.book.keyring().signingKey() != nullptr;
        const PushRequest message{m_nonce, std::move(records)};
        auto request = prove ? proven(local, path::kPush, message) : plain(path::kPush, message);
        const bool tooLong = request ? request->body.size() > m_limits.batchBytes + Nonce::kSize
                                     : request.error().reason == "sync.too-large";
        if (!tooLong || m_sent.size() == 1)
            return std::move(request).map(kSome);
        requeueSent();
    }
}

Result<> Round::takePush(const Local& local, const Now& now, const Response& response) {
    TEKEN_TRY(const auto answer, read<PushAnswer>(response));
    bool fits = answer.fates.size() == m_sent.size();
    for (std::size_t i = 0; fits && i < m_sent.size(); ++i)
        fits = answer.fates[i].id == m_sent[i].id;
    if (!fits)
        return fail(ErrorCode::InvalidInput, "sync.answer-other", "expected one fate for each entry sent");
    const auto kept = local.book.write([&](store::Transaction& transaction) -> Result<> {
        TEKEN_CHECK(keepFates(local, transaction, now, answer));
        return keepAcks(local, transaction, now, answer.acks);
    });
    TEKEN_CHECK(kept);
    m_sent.clear();
    pace(now.monotonic - m_sentAt);
    return {};
}

Result<> Round::keepFates(const Local& local, store::Transaction& transaction, const Now& now,
                          const PushAnswer& answer) {
    for (std::size_t i = 0; i < answer.fates.size(); ++i) {
        const auto& fate = answer.fates[i];
        const bool troubled = fate.fate == Fate::Refused || fate.fate == Fate::Quarantined;
        (fate.fate == Fate::Refused       ? m_report.refused
         : fate.fate == Fate::Quarantined ? m_report.quarantined
                                          : m_report.sent) += 1;
        m_changed = m_changed || fate.fate == Fate::Stored || fate.fate == Fate::UnknownKind;
        if (!troubled) {
            if (m_troubles.erase(fate.id) > 0)
                TEKEN_CHECK(local.book.acks().clearTrouble(transaction, fate.id));
            continue;
        }
        m_triedTrouble.insert(fate.id);
        m_troubles[fate.id] = now.wall;
        if (fate.reason == kUnknownKey) {
            // Nothing is wrong with the entry: its key's certificate is not there yet.
            if (std::ranges::find(m_report.notCertified, m_sent[i].feed) == m_report.notCertified.end())
                m_report.notCertified.push_back(m_sent[i].feed);
            continue;
        }
        TEKEN_CHECK(local.book.acks().putTrouble(transaction, {fate.id, fate.reason, now.wall}));
    }
    return {};
}

Result<> Round::keepAcks(const Local& local, store::Transaction& transaction, const Now& now,
                         const std::vector<Statement>& acks) {
    for (const auto& statement : acks)
        TEKEN_CHECK(keepAck(local, transaction, now, statement));
    return {};
}

/// Believed only if everything in it is ours: the server's key, its present life, our nonce, our own entry.
Result<> Round::keepAck(const Local& local, store::Transaction& transaction, const Now& now,
                        const Statement& statement) {
    if (statement.key != m_server)
        return fail(ErrorCode::VerificationFailed, "sync.ack-server",
                    "expected an acknowledgement of the server that said hello");
    TEKEN_TRY(const auto facts, verifyAck(statement));
    if (facts.nonce != m_nonce)
        return fail(ErrorCode::VerificationFailed, "sync.ack-nonce",
                    "expected an acknowledgement of this request, found one of another");
    if (facts.epoch != m_epoch)
        return fail(ErrorCode::VerificationFailed, "sync.ack-epoch",
                    "the server's book changed within a round");
    m_wantAck.erase(facts.feed);
    TEKEN_TRY(const auto mine, local.book.entries().feed(facts.feed));
    if (!mine || facts.seq > mine->head.seq)
        return {}; // more than this book has: nothing here to tick
    TEKEN_TRY(const auto ids, local.book.entries().idsAt(facts.feed, facts.seq));
    if (std::ranges::find(ids, facts.head) == ids.end()) {
        m_report.wrongHeads.push_back(facts.feed);
        return {};
    }
    ++m_report.acknowledgements;
    return local.book.acks().put(transaction, {statement.key, facts.feed, facts.seq, facts.head, now.wall,
                                               statement.bytes, statement.signature});
}

Round::Sent Round::askAck() {
    if (m_wantAck.empty())
        return std::nullopt;
    AckRequest message;
    m_nonce = message.nonce = m_random.make<Nonce>();
    while (!m_wantAck.empty() && message.feeds.size() < kMostAckFeeds)
        message.feeds.push_back(m_wantAck.extract(m_wantAck.begin()).value());
    return plain(path::kAck, message).map(kSome);
}

Result<> Round::takeAck(const Local& local, const Now& now, const Response& response) {
    TEKEN_TRY(const auto answer, read<AckAnswer>(response));
    return local.book.write(
        [&](store::Transaction& transaction) { return keepAcks(local, transaction, now, answer.acks); });
}

} // namespace teken::sync::client
