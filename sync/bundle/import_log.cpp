#include "sync/bundle/import_log.h"

#include "core/store/entries.h"
#include "core/store/keyring.h"
#include "sync/protocol/log_receipts.h"

#include <algorithm>

namespace teken::sync {

namespace {

/// As it must stand in the log: from the row of this book, never from the file.
Result<log::Leaf> ownLeaf(store::Book& book, const EntryId& id) {
    TEKEN_TRY(const auto stored, book.entries().get(id));
    log::Leaf leaf{stored.feed, stored.seq, stored.id, {}};
    leaf.signature = std::visit([](const auto& record) { return record.signature; }, stored.record);
    return leaf;
}

Result<bool> anyWithoutReceipt(store::Book& book, const std::vector<log::Leaf>& leaves,
                               const PublicKey& log) {
    for (const auto& leaf : leaves) {
        TEKEN_TRY(const auto held, book.receipts().find(leaf.entry, log));
        if (!held || held->withdrawn)
            return true;
    }
    return false;
}

/// A proof that does not hold is as good as none.
std::uint64_t setAsideUnproven(LogVerdict& verdict, LogProofsAnswer& answer) {
    std::uint64_t unproven = 0;
    for (std::size_t i = 0; i < verdict.places.size(); ++i) {
        if (!verdict.places[i])
            continue;
        verdict.places[i].reset();
        answer.proofs[i] = {LogPlace::Pending, {}, {}};
        ++unproven;
    }
    return unproven;
}

} // namespace

Result<bool> StickLog::isOwn(const FeedId& feed) {
    TEKEN_TRY(const auto holders, m_book.keyring().holders());
    return std::ranges::any_of(holders, [&](const auto& holder) { return holder.feed == feed; });
}

Result<> StickLog::take(LogQuestion question, ImportSummary& summary) {
    TEKEN_TRY(const bool own, isOwn(m_origin)); // one's own stick, come back unread
    if (own || m_questions.size() >= kMostErrandPages)
        return {};
    ++summary.questions;
    auto& errand = m_questions.emplace_back();
    errand.note = std::move(question.note);
    errand.entries = std::move(question.entries);
    return {};
}

Result<> StickLog::take(const LogReply& reply, ImportSummary& summary) {
    TEKEN_TRY(const bool own, isOwn(reply.asker));
    if (!own) { // a centre writes one file for all its laptops
        ++summary.logElsewhere;
        return {};
    }
    LogProofsAnswer answer = reply.answer;
    answer.proofs.clear();
    std::vector<log::Leaf> asked;
    for (std::size_t i = 0; i < reply.entries.size(); ++i) {
        TEKEN_TRY(const bool here, m_book.entries().has(reply.entries[i]));
        if (!here)
            continue;
        TEKEN_TRY(auto leaf, ownLeaf(m_book, reply.entries[i]));
        TEKEN_TRY(const bool mine, isOwn(leaf.feed));
        if (!mine)
            continue;
        asked.push_back(leaf);
        answer.proofs.push_back(reply.answer.proofs[i]);
    }
    return judge(reply, asked, std::move(answer), summary);
}

Result<> StickLog::judge(const LogReply& reply, const std::vector<log::Leaf>& asked, LogProofsAnswer answer,
                         ImportSummary& summary) {
    TEKEN_TRY(const auto logs, m_ledger.logs());
    const auto note = verifyNote(answer.checkpoint, logs);
    if (!note) {
        ++summary.logRefused;
        return {};
    }
    TEKEN_TRY(const auto seen, m_book.receipts().newest(note->log.origin));
    const bool grown = seen && note->checkpoint.size > seen->checkpoint.size;
    if (seen && (note->checkpoint.size < seen->checkpoint.size ||
                 (grown && reply.since != seen->checkpoint.size && seen->checkpoint.size.value > 0))) {
        TEKEN_TRY(const bool lacking, anyWithoutReceipt(m_book, asked, note->log.key));
        summary.logStale += lacking ? 1 : 0; // the same file twice is nothing to speak of
        return {};
    }
    auto verdict = judgeAnswer(m_book, logs, asked, seen, answer);
    if (!verdict || (verdict->growth && !verdict->growth->proven)) {
        ++summary.logRefused;
        return {};
    }
    const auto now = m_clock.now();
    if (verdict->growth) {
        TEKEN_TRY(auto fault, keepAccusation(m_book, *verdict, answer, now));
        if (!summary.logFault)
            summary.logFault = std::move(fault);
        return {};
    }
    const auto unproven = setAsideUnproven(*verdict, answer);
    if (!m_turn) {
        TEKEN_TRY(m_turn, m_book.receipts().nextTurn());
    }
    TEKEN_TRY(const auto kept, keepPlaces(m_book, asked, answer, *verdict, *m_turn, now));
    summary.logRefused += unproven;
    summary.logReceipts += kept.receipts;
    summary.logPending += kept.pending - unproven;
    return {};
}

Result<> StickLog::finish() {
    TEKEN_TRY(const auto logs, m_ledger.logs());
    TEKEN_CHECK(refreshWitnessed(m_book, logs));
    if (m_questions.empty())
        return {};
    return m_book.write([&](store::Transaction& transaction) {
        return m_book.receipts().errands().replace(transaction, m_origin, m_questions);
    });
}

} // namespace teken::sync
