#include "core/audit/audit.h"

#include "core/audit/held.h"
#include "core/audit/judge_log.h"
#include "core/audit/root_key.h"
#include "core/audit/verify_all.h"
#include "core/crypto/hash.h"

#include <algorithm>

namespace teken::audit {
namespace {

std::string ruleOf(const Error& error) {
    if (error.reason == "entry.signature" || error.reason == "entry.ink")
        return error.reason;
    return "entry.format";
}

std::uint64_t certified(const std::vector<ledger::FeedState>& feeds) {
    return static_cast<std::uint64_t>(
        std::ranges::count_if(feeds, [](const auto& feed) { return feed.role.has_value(); }));
}

class Auditor {
public:
    Auditor(store::Book& source, const Options& options, store::Book& working, ledger::Ledger& ledger)
        : m_source(source), m_options(options), m_working(working), m_ledger(ledger) {}

    [[nodiscard]] Result<Report> run(const PublicKey& root);

private:
    [[nodiscard]] Result<> verify();
    [[nodiscard]] Result<> look(const Verified& verified);
    void compareColumns(const Verified& verified);
    [[nodiscard]] Result<> judge();
    [[nodiscard]] Result<LogJudgement> judgeTheLog();
    void judgeCloseCodes();
    void conclude(const LogJudgement& log, std::uint64_t bounded);
    [[nodiscard]] Result<> compareState(const PublicKey& root);
    [[nodiscard]] Result<> tick(Stage stage);
    [[nodiscard]] const Gathered& gathered() const {
        return m_options.gathered != nullptr ? *m_options.gathered : m_gathered;
    }

    store::Book& m_source;
    const Options& m_options;
    store::Book& m_working;
    ledger::Ledger& m_ledger;
    Report m_report;
    Findings m_findings;
    Gathered m_gathered;       ///< here, unless it was done before
    std::uint64_t m_codes = 0; ///< close codes that fit
    std::uint64_t m_done = 0;
    std::uint64_t m_total = 0;
};

Result<> Auditor::tick(Stage stage) {
    ++m_done;
    if (m_options.progress && m_done % 64 == 1 && !m_options.progress({stage, m_done, m_total}))
        return fail(ErrorCode::Cancelled, "audit.cancelled", "cancelled by the caller");
    return {};
}

// What a book says beside a record must be what the record says.
void Auditor::compareColumns(const Verified& verified) {
    const bool whole = verified.entry.has_value();
    const auto& id = whole ? verified.entry->id : verified.withheld->id;
    const auto feed = crypto::feedIdOf(whole ? verified.entry->raw.key : verified.withheld->key);
    const auto seq = whole ? verified.entry->payload.header.seq : verified.withheld->seq;
    const auto& prev = whole ? verified.entry->payload.header.prev : verified.withheld->prev;
    if (id == verified.storedId && feed == verified.storedFeed && seq == verified.storedSeq &&
        prev == verified.storedPrev)
        return;
    m_findings.add({.rule = "record.columns",
                    .entry = id,
                    .feed = feed,
                    .seq = seq,
                    .order = verified.order,
                    .expected = id.hex(),
                    .found = verified.storedId.hex()});
}

Result<> Auditor::look(const Verified& verified) {
    TEKEN_CHECK(tick(Stage::Verify));
    ++m_report.entries;
    if (verified.error) {
        m_findings.add({.rule = ruleOf(*verified.error),
                        .entry = verified.storedId,
                        .feed = verified.storedFeed,
                        .seq = verified.storedSeq,
                        .order = verified.order,
                        .expected = {},
                        .found = verified.error->reason});
        return {};
    }
    ++m_report.verified;
    compareColumns(verified);
    return {};
}

Result<> Auditor::verify() {
    const GatherSettings settings{m_options.threads, [this](const Verified& one) { return look(one); }};
    TEKEN_TRY(m_gathered, gather(m_working, &m_ledger, storedRecords(m_source.entries()), settings));
    if (m_gathered.unread && m_gathered.unread->code != ErrorCode::Corrupt)
        return fail(*m_gathered.unread);
    if (m_gathered.unread)
        m_findings.add({.rule = "book.unreadable", .order = m_done + 1, .found = m_gathered.unread->reason});
    return {};
}

Result<LogJudgement> Auditor::judgeTheLog() {
    m_done = 0;
    m_total = 0; // nobody knows how many leaves will come
    const Bench bench{m_working, m_ledger, m_source.blobs(), m_findings, [this] { return tick(Stage::Log); }};
    return judgeLog(bench, m_options.log, m_options.held, gathered().seen);
}

Result<> Auditor::judge() {
    TEKEN_TRY(const auto log, judgeTheLog());
    m_done = 0;
    m_total = m_report.entries;
    const Bench bench{m_working, m_ledger, m_source.blobs(), m_findings,
                      [this] { return tick(Stage::Judge); }};
    TEKEN_TRY(const auto content, Content::read(bench, gathered().content));
    Times times{log.brackets, 0};
    TEKEN_CHECK(judgeFeeds(bench, content, times));
    TEKEN_CHECK(judgeState(bench));
    TEKEN_TRY(m_report.drives, m_ledger.drives());
    TEKEN_TRY(m_report.sessions, sessionTotals(m_ledger));
    judgeCloseCodes();
    TEKEN_TRY(const auto feeds, m_ledger.feeds());
    m_report.checked = {{"entries", m_report.entries},
                        {"signatures", m_report.verified},
                        {"chains", feeds.size()},
                        {"certificates", certified(feeds)},
                        {"sessions", m_report.sessions.size()},
                        {"blobs", content.blobsChecked()}};
    conclude(log, times.bounded);
    return {};
}

// A code on paper that no closing here has: the closing was left out or made anew, or the code was misread.
void Auditor::judgeCloseCodes() {
    for (const auto& typed : m_options.held.closeCodes) {
        const auto code = normalCloseCode(typed);
        const auto total = std::ranges::find(m_report.sessions, code, &SessionTotal::closeCode);
        if (code.empty() || total == m_report.sessions.end()) {
            m_findings.add({.rule = "close-code.absent", .found = code.empty() ? typed : code});
            continue;
        }
        total->codeHeld = true;
        ++m_codes;
    }
}

// What was checked and what was not. A tail that was cut or a feed that was withheld leaves no trace in what
// is here; only something held elsewhere can show it.
void Auditor::conclude(const LogJudgement& log, std::uint64_t bounded) {
    auto& checked = m_report.checked;
    auto& open = m_report.notChecked;
    m_report.log = log.summary;
    if (m_report.log)
        m_report.log->bounded = bounded;
    if (m_codes > 0)
        checked.push_back({"close-codes", m_codes});
    const bool whole = m_report.log && m_report.log->whole;
    if (whole && m_report.log->held > 0)
        checked.push_back({"completeness", m_report.log->heldSize.value});
    else
        open.push_back({m_codes > 0 ? "completeness-beyond-codes" : "completeness", 0});
    if (bounded > 0)
        checked.push_back({"time", bounded});
    else
        open.push_back({"time", 0});
    if (!m_report.log) {
        open.push_back({"log", 0});
        return;
    }
    if (whole)
        checked.push_back({"log", m_report.log->leaves});
    else
        open.push_back({"log", 0});
    checked.push_back({"places", m_report.log->places});
    if (m_report.log->witnessed())
        checked.push_back({"witnesses", m_report.log->witnesses});
    else
        open.push_back({"witnesses", 0});
}

// What the book itself shows on its screens must be what its entries say. Its derived tables are input like
// everything else in it: what cannot be read differs.
Result<> Auditor::compareState(const PublicKey& root) {
    TEKEN_TRY(const auto recomputed, m_ledger.dump());
    const auto stored = ledger::Ledger::open(m_source, root);
    const auto shown = stored ? (*stored)->dump() : Result<std::string>(fail(stored.error()));
    if (!shown || *shown != recomputed)
        m_findings.add({.rule = "state.differs",
                        .expected = crypto::sha256(recomputed).hex(),
                        .found = shown ? crypto::sha256(*shown).hex() : shown.error().reason});
    m_report.checked.push_back({"state", 1});
    return {};
}

Result<Report> Auditor::run(const PublicKey& root) {
    m_report.root = crypto::feedIdOf(root);
    TEKEN_TRY(m_total, m_source.entries().count());
    if (m_options.spoiled > 0)
        m_findings.add({.rule = "bundle.spoiled", .found = std::to_string(m_options.spoiled)});
    if (m_options.gathered != nullptr) {
        m_report.entries = m_report.verified = m_total;
    } else {
        if (const auto file = m_source.checkFile(); !file)
            m_findings.add({.rule = "book.damaged", .found = file.error().reason});
        TEKEN_CHECK(verify());
    }
    TEKEN_CHECK(judge());
    if (m_options.ownState)
        TEKEN_CHECK(compareState(root));
    m_findings.moveInto(m_report);
    return std::move(m_report);
}

} // namespace

Result<Report> auditBook(store::Book& source, const store::BookSeams& seams, const Options& options) {
    TEKEN_TRY(const auto root, findRoot(source.entries(), options.rootFingerprint));
    if (options.gathered != nullptr) {
        TEKEN_TRY(const auto ledger, ledger::Ledger::open(source, root));
        return Auditor(source, options, source, *ledger).run(root);
    }
    TEKEN_TRY(const auto working, store::Book::createScratch(options.workFolder / "audit.db", seams));
    TEKEN_TRY(const auto ledger, ledger::Ledger::open(*working, root));
    return Auditor(source, options, *working, *ledger).run(root);
}

} // namespace teken::audit
