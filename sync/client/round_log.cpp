// Asking the server's log for the places of own entries, and believing only what can be recomputed here.
#include "core/log/proof_file.h"
#include "core/store/acks.h"
#include "core/store/entries.h"
#include "sync/client/round_messages.h"
#include "sync/protocol/codec_log.h"

#include <algorithm>

namespace teken::sync::client {

namespace {

constexpr unsigned kMostNewPages = 40; // 10,000 entries a round; the rest follows in the next

std::string proofText(const log::LeafIndex& index, const log::Proof& hashes, const std::string& note) {
    return log::formatProofFile({index, hashes, note});
}

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
    if (answer.proofs.size() != m_log.asked.size())
        return fail(ErrorCode::InvalidInput, "sync.answer-other", "expected one place for each entry asked");
    TEKEN_TRY(const auto note, verifyNote(answer.checkpoint, m_log.certified));
    if (note.log.key != m_log.log->key)
        return switchLog(note.log);
    m_memory.logOf[m_server] = note.log.key;
    TEKEN_TRY(const auto seen, local.book.receipts().newest(note.log.origin));
    const auto growth = faultOfGrowth(seen, note.checkpoint, answer.consistency);
    std::vector<std::optional<LogFault>> places;
    bool doubt = growth && !growth->proven;
    for (std::size_t i = 0; !growth && i < answer.proofs.size(); ++i) {
        TEKEN_TRY(const auto held, local.book.receipts().find(m_log.asked[i].entry, note.log.key));
        places.push_back(faultOfPlace(m_log.asked[i], answer.proofs[i], held.has_value(), note.checkpoint));
        doubt = doubt || places.back();
    }
    // An accusation this heavy is worth asking twice: the answer may have been one to another question.
    const bool repeat = doubt && !m_log.again;
    m_log.again = repeat;
    if (repeat)
        return {};
    if (growth)
        return accuse(local, now, *growth, *seen, answer.checkpoint);
    return keepPlaces(local, now, note, answer, places);
}

/// The tree as a whole contradicts what was seen: both notes are kept, no receipt of it counts any more.
Result<> Round::accuse(const Local& local, const Now& now, const LogFault& fault,
                       const store::SeenCheckpoint& seen, const std::string& found) {
    const auto& origin = seen.checkpoint.origin;
    const auto kept = local.book.write([&](store::Transaction& transaction) -> Result<> {
        auto& receipts = local.book.receipts();
        TEKEN_CHECK(receipts.addEvidence(transaction, {std::string(fault.reason), m_log.log->key, origin,
                                                       std::nullopt, seen.note, found, now.wall}));
        return receipts.withdrawAll(transaction, origin, now.wall);
    });
    TEKEN_CHECK(kept);
    return fail(ErrorCode::VerificationFailed, std::string(fault.reason),
                std::string(messageOf(fault.reason)));
}

Result<> Round::keepPlaces(const Local& local, const Now& now, const VerifiedNote& note,
                           const LogProofsAnswer& answer,
                           const std::vector<std::optional<LogFault>>& places) {
    return local.book.write([&](store::Transaction& transaction) -> Result<> {
        auto& receipts = local.book.receipts();
        TEKEN_CHECK(
            receipts.putSeen(transaction, {note.log.key, note.checkpoint, answer.checkpoint}, now.wall));
        for (std::size_t i = 0; i < places.size(); ++i) {
            const auto& id = m_log.asked[i].entry;
            const auto& proof = answer.proofs[i];
            if (places[i]) {
                TEKEN_CHECK(keepFault(local, transaction, now, *places[i], note, i, answer));
            } else if (proof.place == LogPlace::Included) {
                ++m_report.receipts;
                TEKEN_CHECK(receipts.put(
                    transaction, {id, note.log.key, answer.checkpoint, proof.index, proof.hashes, false},
                    note.checkpoint, m_log.turn));
            } else {
                ++m_report.notLogged;
            }
        }
        return {};
    });
}

/// One entry has lost its place: the receipt it had, or the last note, is kept beside what was answered.
Result<> Round::keepFault(const Local& local, store::Transaction& transaction, const Now& now,
                          const LogFault& fault, const VerifiedNote& note, std::size_t at,
                          const LogProofsAnswer& answer) {
    auto& receipts = local.book.receipts();
    const auto& id = m_log.asked[at].entry;
    const auto& proof = answer.proofs[at];
    TEKEN_TRY(const auto held, receipts.find(id, note.log.key));
    store::LogEvidence evidence{std::string(fault.reason), note.log.key, note.log.origin, id, {},
                                answer.checkpoint,         now.wall};
    if (held)
        evidence.former = proofText(held->index, held->hashes, held->checkpoint);
    if (proof.place == LogPlace::Included)
        evidence.found = proofText(proof.index, proof.hashes, answer.checkpoint);
    TEKEN_CHECK(receipts.addEvidence(transaction, evidence));
    if (!m_log.fault)
        m_log.fault = Error{ErrorCode::VerificationFailed, evidence.reason,
                            std::string(messageOf(fault.reason)), id.hex()};
    return receipts.withdraw(transaction, id, note.log.key, now.wall);
}

} // namespace teken::sync::client
