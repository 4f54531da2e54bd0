#include "core/audit/judge.h"
#include "core/entry/entry.h"

namespace teken::audit {
namespace {

const char* ruleFor(ledger::ConflictKind kind) {
    switch (kind) {
    case ledger::ConflictKind::Duplicate:
        return "conflict.duplicate";
    case ledger::ConflictKind::ConcurrentDecisions:
        return "conflict.decisions";
    case ledger::ConflictKind::Fork:
        return "chain.fork";
    case ledger::ConflictKind::ConcurrentRosters:
        return "conflict.rosters";
    case ledger::ConflictKind::ConcurrentMatches:
        return "conflict.matches";
    case ledger::ConflictKind::ConcurrentRosterChanges:
        return "conflict.roster-changes";
    }
    return "conflict.decisions";
}

std::string text(const entry::CloseSession::Counts& counts) {
    return "signed " + std::to_string(counts.signedCount) + ", voided " + std::to_string(counts.voided) +
           ", excused " + std::to_string(counts.excused) + ", absent " + std::to_string(counts.absent) +
           ", refused " + std::to_string(counts.refused) + ", added " + std::to_string(counts.added);
}

void judgeDesk(const Bench& bench, const ledger::SessionState& session, const ledger::DeskState& desk) {
    if (!desk.closing)
        bench.findings.add({.rule = "session.not-closed",
                            .entry = desk.opening,
                            .feed = desk.feed,
                            .session = session.session});
    else if (!desk.countsMatch)
        bench.findings.add({.rule = "session.counts",
                            .entry = desk.closing,
                            .feed = desk.feed,
                            .session = session.session,
                            .expected = text(desk.recomputed)});
    else if (!desk.comparable)
        bench.findings.add({.rule = "session.not-comparable",
                            .entry = desk.closing,
                            .feed = desk.feed,
                            .session = session.session,
                            .expected = text(desk.recomputed)});
}

} // namespace

Result<std::vector<SessionTotal>> sessionTotals(const ledger::Ledger& ledger) {
    std::vector<SessionTotal> totals;
    TEKEN_TRY(const auto drives, ledger.drives());
    for (const auto& drive : drives) {
        TEKEN_TRY(const auto sessions, ledger.sessions(drive.drive));
        for (const auto& session : sessions)
            for (const auto& desk : session.desks)
                totals.push_back({.drive = drive.drive,
                                  .session = session.session,
                                  .feed = desk.feed,
                                  .title = session.title,
                                  .place = session.place,
                                  .counts = desk.recomputed,
                                  .closed = desk.closing.has_value(),
                                  .agrees = desk.countsMatch,
                                  .comparable = desk.comparable,
                                  .closeCode = desk.closing ? entry::closeCode(*desk.closing) : "",
                                  .codeHeld = false,
                                  .minutesSigned = desk.minutesSignedBy.size()});
    }
    return totals;
}

Result<> judgeState(const Bench& bench) {
    TEKEN_TRY(const auto drives, bench.ledger.drives());
    for (const auto& drive : drives) {
        TEKEN_TRY(const auto sessions, bench.ledger.sessions(drive.drive));
        for (const auto& session : sessions)
            for (const auto& desk : session.desks)
                judgeDesk(bench, session, desk);
        TEKEN_TRY(const auto conflicts, bench.ledger.conflicts(drive.drive));
        for (const auto& conflict : conflicts) {
            if (conflict.kind == ledger::ConflictKind::Fork)
                continue; // named at its entries by the feed's judge
            bench.findings.add(
                {.rule = ruleFor(conflict.kind),
                 .entry = conflict.entries.empty() ? std::nullopt : std::optional(conflict.entries.front()),
                 .feed = conflict.feed,
                 .seq = conflict.seq,
                 .found = std::to_string(conflict.entries.size())});
        }
    }
    return {};
}

} // namespace teken::audit
