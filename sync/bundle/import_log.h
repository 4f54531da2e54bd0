// Questions to the log and answers of it, come by stick (sync/PROTOCOL.md section 11).
#pragma once

#include "sync/bundle/transfer.h"

namespace teken::sync {

class StickLog {
public:
    /// `origin`: of the file. All outlive it.
    StickLog(store::Book& book, ledger::Ledger& ledger, const Clock& clock, const FeedId& origin)
        : m_book(book), m_ledger(ledger), m_clock(clock), m_origin(origin) {}

    /// Of somebody else: kept until the next meeting with the centre.
    [[nodiscard]] Result<> take(LogQuestion question, ImportSummary& summary);
    /// To this book: verified as over the network, but a file is nobody's word, so what does not hold accuses
    /// nobody unless two notes that the log itself signed contradict each other.
    [[nodiscard]] Result<> take(const LogReply& reply, ImportSummary& summary);
    /// The questions of this file instead of those that its origin sent before.
    [[nodiscard]] Result<> finish();

private:
    [[nodiscard]] Result<bool> isOwn(const FeedId& feed);
    [[nodiscard]] Result<> judge(const LogReply& reply, const std::vector<log::Leaf>& asked,
                                 LogProofsAnswer answer, ImportSummary& summary);

    store::Book& m_book;
    ledger::Ledger& m_ledger;
    const Clock& m_clock;
    FeedId m_origin;
    std::vector<store::LogErrand> m_questions;
    std::optional<std::uint64_t> m_turn;
};

} // namespace teken::sync
