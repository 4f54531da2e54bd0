// Asking the server's log for the places of own entries, and believing only what can be recomputed here.
#include "core/store/acks.h"
#include "core/store/entries.h"
#include "sync/client/round_messages.h"
#include "sync/protocol/codec_log.h"

#include <algorithm>

namespace teken::sync::client {

namespace {

constexpr unsigned kMostNewPages = 40; // 10,000 entries a round; the rest follows in the next

} // namespace

/// Own feeds, and how far each is acknowledged by this server. Behind a fork nothing was promised.
Result<> Round::loadLog(const Local& local) {
    m_log.loaded = true;
    TEKEN_TRY(m_log.certified, local.ledger.logs());
    if (m_log.certified.empty()) {
        m_log.done = true;
        return {};
    }
    const auto known = std::ranges::find_if(m_log.certified, [&](const auto& log) {
        const auto usual = m_memory.logOf.find(m_server);
        return usual != m_memory.logOf.end() && usual->second == log.key;
    });
    m_log.log = known == m_log.certified.end() ? m_log.certified.front() : *known;
    TEKEN_CHECK(refreshWitnessed(local.book, m_log.certified));
    TEKEN_TRY(m_log.turn, local.book.receipts().nextTurn());
    TEKEN_TRY(const auto holders, local.book.keyring().holders());
    for (const auto& holder : holders) {
        TEKEN_TRY(const auto ack, local.book.acks().latest(holder.feed, m_server));
        TEKEN_TRY(const auto feed, local.book.entries().feed(holder.feed));
        if (!ack || !feed)
            continue;
        const auto upTo = feed->forkedAt ? std::min(ack->seq, *feed->forkedAt - 1) : ack->seq;
        m_log.feeds.push_back({holder.feed, 0, upTo});
    }
    return {};
}

/// The next page: entries without a receipt first, then once those asked for longest ago.
Result<> Round::pickLeaves(const Local& local) {
    const auto& receipts = local.book.receipts();
    m_log.asked.clear();
    if (m_log.oldAsked) {
        m_log.done = true;
        return {};
    }
    for (auto& feed : m_log.feeds) {
        if (m_log.pages >= kMostNewPages || m_log.asked.size() >= kMostLogProofs)
            break;
        TEKEN_TRY(auto leaves, receipts.lacking(m_log.log->key, feed.feed, feed.after, feed.upTo,
                                                kMostLogProofs - m_log.asked.size()));
        if (!leaves.empty())
            feed.after = leaves.back().seq;
        m_log.asked.insert(m_log.asked.end(), leaves.begin(), leaves.end());
    }
    if (!m_log.asked.empty()) {
        ++m_log.pages;
        return {};
    }
    m_log.oldAsked = true; // even of none: that the log only grew is asked at each meeting
    TEKEN_TRY(m_log.asked, receipts.oldest(m_log.log->key, m_log.turn, kMostLogProofs));
    return {};
}

Round::Sent Round::askLog(const Local& local) {
    if (!m_log.loaded)
        TEKEN_CHECK(loadLog(local));
    if (!m_log.done && !m_log.again)
        TEKEN_CHECK(pickLeaves(local));
    if (m_log.done) {
        if (m_log.fault) // said at the end, so that one lost entry keeps no other from its receipt
            return fail(*std::exchange(m_log.fault, std::nullopt));
        return std::nullopt;
    }
    LogProofsRequest message;
    TEKEN_TRY(const auto seen, local.book.receipts().newest(m_log.log->origin));
    if (seen)
        message.since = seen->checkpoint.size;
    for (const auto& leaf : m_log.asked)
        message.entries.push_back(leaf.entry);
    return plain(path::kLogProofs, message).map(kSome);
}

/// The server keeps another of the certified logs than the one asked for: from the start, for that one.
Result<> Round::switchLog(const ledger::Ledger::LogCertificate& log) {
    if (m_log.switched)
        return fail(ErrorCode::VerificationFailed, "sync.log-changed", "another log within one round");
    m_log.switched = true;
    m_log.log = log;
    m_log.oldAsked = m_log.again = false;
    m_log.pages = 0;
    for (auto& feed : m_log.feeds)
        feed.after = 0;
    return {};
}

Result<> Round::takeLog(const Local& local, const Now& now, const Response& response) {
    TEKEN_TRY(const auto answer, read<LogProofsAnswer>(response));
    TEKEN_TRY(const auto note, verifyNote(answer.checkpoint, m_log.certified));
    if (note.log.key != m_log.log->key)
        return switchLog(note.log);
    m_memory.logOf[m_server] = note.log.key;
    TEKEN_TRY(const auto seen, local.book.receipts().newest(note.log.origin));
    TEKEN_TRY(const auto verdict, judgeAnswer(local.book, m_log.certified, m_log.asked, seen, answer));
    // An accusation this heavy is worth asking twice: the answer may have been one to another question.
    const bool repeat = verdict.doubtful() && !m_log.again;
    m_log.again = repeat;
    if (repeat)
        return {};
    if (verdict.growth) {
        TEKEN_TRY(auto error, keepAccusation(local.book, verdict, answer, now.wall));
        return fail(std::move(error));
    }
    TEKEN_TRY(auto kept, keepPlaces(local.book, m_log.asked, answer, verdict, m_log.turn, now.wall));
    m_report.receipts += kept.receipts;
    m_report.notLogged += kept.pending;
    if (kept.fault && !m_log.fault)
        m_log.fault = std::move(kept.fault);
    return {};
}

} // namespace teken::sync::client
