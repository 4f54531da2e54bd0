// Questions to the log that came on somebody's stick: asked here, answered there. What the answers are worth
// is for the one who asked to find out; whether the log shows them the same tree as everybody else is seen
// here.
#include "sync/client/round_messages.h"
#include "sync/protocol/codec_log.h"
#include "sync/protocol/log_errand.h"

#include <algorithm>
#include <set>

namespace teken::sync::client {

namespace {

bool isWhole(const LogProofsAnswer& answer) {
    return std::ranges::all_of(answer.proofs,
                               [](const LogProof& proof) { return proof.place == LogPlace::Included; });
}

/// Does a quorum of witnesses stand behind all of it? What has no quorum yet may have one in a minute.
bool isWitnessed(store::Book& book, std::span<const ledger::Ledger::LogCertificate> logs,
                 const LogProofsAnswer& answer) {
    log::TreeSize covered;
    for (const auto* note : {&answer.checkpoint, &answer.witnessed}) {
        const auto verified = verifyNote(*note, logs);
        if (!verified)
            continue;
        const auto policy = witnessPolicy(book, verified->log);
        if (!policy || !*policy)
            return true; // no witness is certified: there is nothing to wait for
        const auto judged = (*policy)->judge(*note);
        if (judged && judged->witnessed)
            covered = std::max(covered, verified->checkpoint.size);
    }
    return std::ranges::all_of(answer.proofs,
                               [&](const LogProof& proof) { return proof.index.value < covered.value; });
}

} // namespace

/// Feeds with a question that is not answered to the end; of these all pages, because each begins where the
/// one before it ended.
Result<> Round::loadErrands(const Local& local) {
    m_errand.loaded = true;
    if (m_log.certified.empty() || m_report.logError)
        return {};
    TEKEN_TRY(auto all, local.book.receipts().errands().all());
    std::set<FeedId> open;
    for (const auto& errand : all) {
        const auto answer = decode<LogProofsAnswer>(errand.answer);
        if (!errand.whole || !answer || !isWitnessed(local.book, m_log.certified, *answer))
            open.insert(errand.feed);
    }
    for (auto& errand : all)
        if (open.contains(errand.feed))
            m_errand.waiting.push_back(std::move(errand));
    std::ranges::stable_sort(m_errand.waiting, {}, &store::LogErrand::feed);
    return {};
}

Round::Sent Round::askErrand(const Local& local) {
    if (!m_errand.loaded)
        TEKEN_CHECK(loadErrands(local));
    while (!m_errand.waiting.empty()) {
        const auto& errand = m_errand.waiting.front();
        if (m_errand.feed != errand.feed) {
            m_errand.feed = errand.feed;
            m_errand.base.reset();
            const auto seen = verifyNote(errand.note, m_log.certified);
            if (!seen && !errand.note.empty()) { // of no log that counts: nothing that could be answered
                TEKEN_CHECK(local.book.write([&](store::Transaction& transaction) {
                    return local.book.receipts().errands().replace(transaction, errand.feed, {});
                }));
                std::erase_if(m_errand.waiting,
                              [feed = errand.feed](const auto& one) { return one.feed == feed; });
                m_errand.feed.reset();
                continue;
            }
            if (seen)
                m_errand.base = {seen->log.key, seen->checkpoint, errand.note};
        }
        LogProofsRequest message{std::nullopt, errand.entries};
        if (m_errand.base)
            message.since = m_errand.base->checkpoint.size;
        return plain(path::kLogProofs, message).map(kSome);
    }
    if (m_errand.fault)
        return fail(*std::exchange(m_errand.fault, std::nullopt));
    return std::nullopt;
}

Result<> Round::takeErrand(const Local& local, const Now& now, const Response& response) {
    TEKEN_TRY(const auto answer, read<LogProofsAnswer>(response));
    const auto& errand = m_errand.waiting.front();
    if (answer.proofs.size() != errand.entries.size())
        return fail(ErrorCode::InvalidInput, "sync.answer-other", "expected one place for each entry asked");
    LogVerdict verdict;
    TEKEN_TRY(verdict.note, verifyNote(answer.checkpoint, m_log.certified));
    const auto& base = m_errand.base;
    const auto since = base ? std::optional(base->checkpoint.size) : std::nullopt;
    if (base && base->checkpoint.origin == verdict.note.log.origin) {
        verdict.growth = faultOfGrowth(base, verdict.note.checkpoint, answer.consistency);
        verdict.former = base->note;
    }
    const bool repeat = verdict.doubtful() && !m_errand.again;
    m_errand.again = repeat;
    if (repeat)
        return {};
    if (verdict.growth) { // two people were shown two logs
        TEKEN_TRY(auto error, keepAccusation(local.book, verdict, answer, now.wall));
        if (!m_errand.fault)
            m_errand.fault = std::move(error);
    }
    TEKEN_CHECK(local.book.write([&](store::Transaction& transaction) {
        return local.book.receipts().errands().answer(transaction, errand.id, since, encode(answer),
                                                      isWhole(answer));
    }));
    ++m_report.errands;
    m_errand.base = {verdict.note.log.key, verdict.note.checkpoint, answer.checkpoint};
    m_errand.waiting.pop_front();
    return {};
}

} // namespace teken::sync::client
