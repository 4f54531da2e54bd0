#include "core/audit/judge.h"
#include "core/domain/ink.h"

namespace teken::audit {
namespace {

// A witness's clock and a laptop's need not agree to the second.
constexpr std::int64_t kClockToleranceMs = 5 * 60 * 1'000;
// A witness may come late, on a stick: only a clock that lags more than this is worth a look.
constexpr std::int64_t kWitnessDelayMs = 24 * 60 * 60 * 1'000;

/// Walks one feed in order of number. Entries under one number (a fork) come one after the other.
class FeedJudge {
public:
    FeedJudge(const Bench& bench, const Content& content, Times& times, ledger::FeedState state,
              const std::set<EntryId>& deskClosings)
        : m_bench(bench), m_content(content), m_times(times), m_state(std::move(state)),
          m_deskClosings(deskClosings) {}

    [[nodiscard]] Result<> judge(const store::StoredEntry& stored);

private:
    void add(const char* rule, const store::StoredEntry& stored, std::string expected = {},
             std::string found = {});
    void judgeChain(const store::StoredEntry& stored, const std::optional<EntryId>& prev);
    void judgeClock(const store::StoredEntry& stored, const entry::Header& header);
    void judgeTime(const store::StoredEntry& stored, const entry::Header& header);
    void judgeMinutes(const store::StoredEntry& stored, const entry::Payload& payload);
    void judgeSession(const store::StoredEntry& stored, const entry::Payload& payload);
    [[nodiscard]] Result<> judgeWithheld(const store::StoredEntry& stored,
                                         const entry::WithheldEntry& withheld);
    [[nodiscard]] Result<bool> judgeAuthority(const store::StoredEntry& stored,
                                              const entry::Payload& payload);
    [[nodiscard]] Result<> judgeSign(const store::StoredEntry& stored, const entry::Payload& payload,
                                     const entry::Sign& sign);
    void judgeInk(const store::StoredEntry& stored, const entry::Entry& raw, const entry::Payload& payload);
    void remember(const store::StoredEntry& stored);

    const Bench& m_bench;
    const Content& m_content;
    Times& m_times;
    const ledger::FeedState m_state;
    entry::Seq m_lastSeq = 0;
    std::set<EntryId> m_lastIds;   // ids under m_lastSeq
    std::set<EntryId> m_beforeIds; // ids under m_lastSeq - 1
    std::optional<entry::Header> m_lastHeader;
    std::set<EntryId> m_closings; // of this feed so far
    bool m_uncertifiedSaid = false;
    const std::set<EntryId>& m_deskClosings; // those that close a desk: one for each opening
    std::set<SessionId> m_closed;            // sessions that this feed has closed so far
};

void FeedJudge::add(const char* rule, const store::StoredEntry& stored, std::string expected,
                    std::string found) {
    m_bench.findings.add({.rule = rule,
                          .entry = stored.id,
                          .feed = stored.feed,
                          .seq = stored.seq,
                          .expected = std::move(expected),
                          .found = std::move(found)});
}

void FeedJudge::remember(const store::StoredEntry& stored) {
    if (stored.seq != m_lastSeq) {
        m_beforeIds = stored.seq == m_lastSeq + 1 ? std::move(m_lastIds) : std::set<EntryId>{};
        m_lastIds.clear();
        m_lastSeq = stored.seq;
    }
    m_lastIds.insert(stored.id);
}

void FeedJudge::judgeChain(const store::StoredEntry& stored, const std::optional<EntryId>& prev) {
    const entry::Seq before = m_lastSeq;
    if (stored.seq > before + 1)
        add("chain.gap", stored, std::to_string(before + 1), std::to_string(stored.seq));
    if (stored.seq == before)
        add("chain.fork", stored, "1", std::to_string(m_lastIds.size() + 1));
    remember(stored);
    // With a gap in front nobody can say whether the link holds; the gap is the finding.
    const bool predecessorHere = stored.seq == 1 || !m_beforeIds.empty();
    if (stored.seq > 1 && predecessorHere && (!prev || !m_beforeIds.contains(*prev)))
        add("chain.link", stored, m_beforeIds.begin()->hex(), prev ? prev->hex() : "null");
}

void FeedJudge::judgeClock(const store::StoredEntry& stored, const entry::Header& header) {
    if (m_lastHeader) {
        const bool sameBoot = header.boot == m_lastHeader->boot && !header.boot.isZero();
        if (header.wallMs < m_lastHeader->wallMs || (sameBoot && header.monoMs < m_lastHeader->monoMs))
            add("clock.backwards", stored, std::to_string(m_lastHeader->wallMs),
                std::to_string(header.wallMs));
        if (header.seen && m_lastHeader->seen && header.seen->origin == m_lastHeader->seen->origin &&
            header.seen->size < m_lastHeader->seen->size)
            add("seen.backwards", stored, std::to_string(m_lastHeader->seen->size),
                std::to_string(header.seen->size));
    }
    if (m_state.role && m_state.untilMs > 0 &&
        (header.wallMs < m_state.fromMs || header.wallMs > m_state.untilMs))
        add("certificate.dates", stored,
            std::to_string(m_state.fromMs) + ".." + std::to_string(m_state.untilMs),
            std::to_string(header.wallMs));
    m_lastHeader = header;
}

// The proven bracket: not before the checkpoint that the entry names, not after the first witnessed one that
// includes it. The device's own clock is a claim, held against both.
void FeedJudge::judgeTime(const store::StoredEntry& stored, const entry::Header& header) {
    if (const auto latest = m_times.brackets.notAfterMs(stored.order)) {
        ++m_times.bounded;
        if (header.wallMs > *latest + kClockToleranceMs)
            add("clock.ahead", stored, std::to_string(*latest), std::to_string(header.wallMs));
    }
    if (!header.seen)
        return;
    const auto witnessed = m_times.brackets.witnessedMs(*header.seen);
    if (witnessed && header.wallMs + kWitnessDelayMs < *witnessed)
        add("clock.before-seen", stored, std::to_string(*witnessed), std::to_string(header.wallMs));
}

// Minutes are signed under a closing of the same feed: under another one the paper would show other counts.
void FeedJudge::judgeMinutes(const store::StoredEntry& stored, const entry::Payload& payload) {
    if (std::holds_alternative<entry::CloseSession>(payload.body))
        m_closings.insert(stored.id);
    if (const auto* minutes = std::get_if<entry::SignMinutes>(&payload.body);
        minutes != nullptr && !m_closings.contains(minutes->closing))
        add("minutes.other-closing", stored, {}, minutes->closing.hex());
}

// Why an entry without effect has none. Every verdict is named here, so that none is ever without a finding.
Result<bool> FeedJudge::judgeAuthority(const store::StoredEntry& stored, const entry::Payload& payload) {
    TEKEN_TRY(const auto verdict, m_bench.ledger.verdict(stored.id));
    const std::string kind(entry::kindName(payload.body));
    switch (verdict) {
    case ledger::Verdict::Counts:
        return true;
    case ledger::Verdict::Unknown:  // said as entry.unknown-kind
    case ledger::Verdict::Withheld: // said as entry.withheld
    case ledger::Verdict::Waiting:  // the gap or broken link before it has been said
    case ledger::Verdict::Forked:   // said as chain.fork
    case ledger::Verdict::OffBranch:
        return false;
    case ledger::Verdict::NoCertificate:
        if (!m_uncertifiedSaid)
            add("feed.uncertified", stored, {}, kind);
        m_uncertifiedSaid = true;
        return false;
    case ledger::Verdict::Revoked:
        add("entry.after-revocation", stored, std::to_string(m_state.revokedAfter.value_or(0)),
            std::to_string(stored.seq));
        return false;
    case ledger::Verdict::WrongRole:
    case ledger::Verdict::OtherDrive:
    case ledger::Verdict::OutOfScope:
        add("entry.out-of-scope", stored, m_state.role ? std::string(entry::roleName(*m_state.role)) : "",
            kind);
        return false;
    }
    return false;
}

// One opening has one closing; a second one, or one of an opening that is not there, could show other counts
// on paper. Nothing is recorded in a session that this feed has closed.
void FeedJudge::judgeSession(const store::StoredEntry& stored, const entry::Payload& payload) {
    if (const auto* closing = std::get_if<entry::CloseSession>(&payload.body)) {
        if (!m_deskClosings.contains(stored.id))
            add("session.false-closing", stored, {}, closing->opening.hex());
        m_closed.insert(closing->session);
        return;
    }
    const auto session = entry::sessionOf(payload.body);
    const bool mayFollow = std::holds_alternative<entry::SignMinutes>(payload.body) ||
                           std::holds_alternative<entry::Attach>(payload.body);
    if (session && !mayFollow && m_closed.contains(*session))
        add("session.after-closing", stored, {}, std::string(entry::kindName(payload.body)));
}

// A withheld record that nobody vouches for makes no fork and carries no chain (entry FORMAT.md section 8).
Result<> FeedJudge::judgeWithheld(const store::StoredEntry& stored, const entry::WithheldEntry& withheld) {
    TEKEN_TRY(const auto verdict, m_bench.ledger.verdict(stored.id));
    if (verdict == ledger::Verdict::Waiting && stored.seq <= m_state.countedTo) {
        add("entry.unvouched", stored);
        return {};
    }
    judgeChain(stored, withheld.prev);
    // Nobody may erase what says who was entitled to what: a revocation would vanish with it.
    const bool authority = m_state.role == entry::Role::Root || m_state.role == entry::Role::Admin;
    add(authority ? "entry.withheld-authority" : "entry.withheld", stored);
    return {};
}

Result<> FeedJudge::judgeSign(const store::StoredEntry& stored, const entry::Payload& payload,
                              const entry::Sign& sign) {
    const EntryId& drive = *payload.header.drive;
    if (!m_content.isLockedText(drive, sign.text))
        add("text.not-locked", stored, {}, sign.text.hex());
    const auto known = sign.roster ? m_content.lists(*sign.roster, sign.person)
                                   : std::optional(m_content.isAdded(drive, sign.person));
    if (known == false)
        add("person.unknown", stored, sign.roster ? sign.roster->hex() : "", sign.person.hex());
    if (sign.form == entry::SignForm::Wet) { // the scanned paper stands for the ink
        TEKEN_TRY(const bool scanned, m_bench.blobs.has({sign.ink.bytes}));
        if (!scanned)
            add("blob.missing", stored, sign.ink.hex());
    }
    return {};
}

void FeedJudge::judgeInk(const store::StoredEntry& stored, const entry::Entry& raw,
                         const entry::Payload& payload) {
    if (!entry::inkOf(payload.body))
        return;
    if (raw.ink.empty()) {
        add("ink.missing", stored);
        return;
    }
    const auto strokes = domain::decodeInk(raw.ink);
    if (!strokes)
        add("ink.unreadable", stored, {}, strokes.error().reason);
    else if (const auto shortage = domain::inkShortage(*strokes))
        add("ink.too-little", stored, {}, std::string(domain::slug(*shortage)));
}

Result<> FeedJudge::judge(const store::StoredEntry& stored) {
    TEKEN_CHECK(m_bench.tick());
    if (const auto* withheld = std::get_if<entry::WithheldEntry>(&stored.record))
        return judgeWithheld(stored, *withheld);
    const auto& raw = std::get<entry::Entry>(stored.record);
    TEKEN_TRY(const auto payload, entry::decodePayload(raw.payload));
    judgeChain(stored, payload.header.prev);
    judgeClock(stored, payload.header);
    judgeTime(stored, payload.header);
    judgeMinutes(stored, payload);
    if (std::holds_alternative<entry::UnknownKind>(payload.body))
        add("entry.unknown-kind", stored, {}, std::string(entry::kindName(payload.body)));
    TEKEN_TRY(const bool counts, judgeAuthority(stored, payload));
    if (!counts)
        return {};
    judgeSession(stored, payload);
    judgeInk(stored, raw, payload);
    if (const auto* sign = std::get_if<entry::Sign>(&payload.body))
        return judgeSign(stored, payload, *sign);
    return {};
}

} // namespace

namespace {

Result<std::set<EntryId>> deskClosings(const ledger::Ledger& ledger) {
    std::set<EntryId> closings;
    TEKEN_TRY(const auto drives, ledger.drives());
    for (const auto& drive : drives) {
        TEKEN_TRY(const auto sessions, ledger.sessions(drive.drive));
        for (const auto& session : sessions)
            for (const auto& desk : session.desks)
                if (desk.closing)
                    closings.insert(*desk.closing);
    }
    return closings;
}

} // namespace

Result<> judgeFeeds(const Bench& bench, const Content& content, Times& times) {
    TEKEN_TRY(const auto closings, deskClosings(bench.ledger));
    TEKEN_TRY(const auto summaries, bench.working.entries().feeds());
    for (const auto& summary : summaries) {
        TEKEN_TRY(auto state, bench.ledger.feed(summary.feed));
        FeedJudge judge(bench, content, times, state ? std::move(*state) : ledger::FeedState{}, closings);
        TEKEN_CHECK(bench.working.entries().scanFeed(
            summary.feed, 1, static_cast<entry::Seq>(entry::kMostInteger),
            [&](const store::StoredEntry& stored) { return judge.judge(stored); }));
    }
    return {};
}

} // namespace teken::audit
