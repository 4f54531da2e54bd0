#include "core/audit/audit.h"

#include "core/audit/judge.h"
#include "core/audit/verify_all.h"
#include "core/crypto/hash.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace teken::audit {
namespace {

constexpr std::size_t kFoldBatch = 500;
constexpr std::size_t kLeastFingerprint = 32;

Result<std::string> normalFingerprint(const std::string& typed) {
    std::string digits;
    for (const char c : typed) {
        if (c == ' ' || c == '-' || c == ':')
            continue;
        const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
        if (!((lower >= '0' && lower <= '9') || (lower >= 'a' && lower <= 'f')))
            return fail(ErrorCode::InvalidInput, "audit.fingerprint", "expected hex digits");
        digits += lower;
    }
    if (digits.size() < kLeastFingerprint || digits.size() > 2 * FeedId::kSize)
        return fail(ErrorCode::InvalidInput, "audit.fingerprint",
                    "expected 32 to 64 hex digits, found " + std::to_string(digits.size()));
    return digits;
}

// The key that the fingerprint names, out of what the book holds. Its hash is its proof.
Result<PublicKey> findRoot(const store::EntryTable& entries, const std::string& fingerprint) {
    std::optional<PublicKey> root;
    TEKEN_TRY(const auto feeds, entries.feeds());
    for (const auto& feed : feeds)
        if (crypto::feedIdOf(feed.key).hex().starts_with(fingerprint))
            root = feed.key;
    if (!root)
        return fail(ErrorCode::NotFound, "audit.root-absent",
                    "no feed of the root key that the fingerprint names");
    return *root;
}

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
    [[nodiscard]] Result<> take(Verified&& verified);
    [[nodiscard]] Result<> flush();
    [[nodiscard]] Result<> judge();
    [[nodiscard]] Result<> compareState(const PublicKey& root);
    [[nodiscard]] Result<> tick(Stage stage);

    store::Book& m_source;
    const Options& m_options;
    store::Book& m_working;
    ledger::Ledger& m_ledger;
    Report m_report;
    Findings m_findings;
    std::vector<entry::VerifiedEntry> m_batch;
    std::uint64_t m_done = 0;
    std::uint64_t m_total = 0;
    std::chrono::steady_clock::duration m_folding{};
};

Result<> Auditor::tick(Stage stage) {
    ++m_done;
    if (m_options.progress && m_done % 64 == 0 && !m_options.progress({stage, m_done, m_total}))
        return fail(ErrorCode::Cancelled, "audit.cancelled", "cancelled by the caller");
    return {};
}

Result<> Auditor::flush() {
    const auto started = std::chrono::steady_clock::now();
    TEKEN_TRY(const auto fates, m_ledger.record(m_batch));
    m_batch.clear();
    m_folding += std::chrono::steady_clock::now() - started;
    return {};
}

Result<> Auditor::take(Verified&& verified) {
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
    const auto columns = [&](const EntryId& id, const PublicKey& key, entry::Seq seq) {
        if (id != verified.storedId || crypto::feedIdOf(key) != verified.storedFeed ||
            seq != verified.storedSeq)
            m_findings.add({.rule = "record.columns",
                            .entry = id,
                            .feed = crypto::feedIdOf(key),
                            .seq = seq,
                            .order = verified.order,
                            .expected = id.hex(),
                            .found = verified.storedId.hex()});
    };
    if (verified.withheld) {
        columns(verified.withheld->id, verified.withheld->key, verified.withheld->seq);
        TEKEN_TRY(const auto fate, m_ledger.recordWithheld(*verified.withheld));
        static_cast<void>(fate);
        return {};
    }
    columns(verified.entry->id, verified.entry->raw.key, verified.entry->payload.header.seq);
    m_batch.push_back(std::move(*verified.entry));
    return m_batch.size() < kFoldBatch ? Result<>{} : flush();
}

Result<> Auditor::verify() {
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    const auto started = std::chrono::steady_clock::now();
    const auto verified = verifyAll(m_source.entries(), m_options.threads == 0 ? cores : m_options.threads,
                                    [this](Verified&& one) { return take(std::move(one)); });
    if (!verified && verified.error().code == ErrorCode::Corrupt)
        m_findings.add({.rule = "book.unreadable", .order = m_done + 1, .found = verified.error().reason});
    else if (!verified)
        return verified;
    TEKEN_CHECK(flush());
    m_report.verifySeconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - started - m_folding).count();
    return {};
}

Result<> Auditor::judge() {
    m_done = 0;
    const Bench bench{m_working, m_ledger, m_source.blobs(), m_findings,
                      [this] { return tick(Stage::Judge); }};
    TEKEN_TRY(const auto content, Content::read(bench));
    TEKEN_CHECK(judgeFeeds(bench, content));
    TEKEN_CHECK(judgeState(bench));
    TEKEN_TRY(const auto feeds, m_ledger.feeds());
    std::uint64_t sessions = 0;
    TEKEN_TRY(const auto drives, m_ledger.drives());
    for (const auto& drive : drives) {
        TEKEN_TRY(const auto held, m_ledger.sessions(drive.drive));
        sessions += held.size();
    }
    m_report.checked = {{"entries", m_report.entries}, {"signatures", m_report.verified},
                        {"chains", feeds.size()},      {"certificates", certified(feeds)},
                        {"sessions", sessions},        {"blobs", content.blobsChecked()}};
    return {};
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
    if (const auto file = m_source.checkFile(); !file)
        m_findings.add({.rule = "book.damaged", .found = file.error().reason});
    TEKEN_CHECK(verify());
    TEKEN_CHECK(judge());
    TEKEN_CHECK(compareState(root));
    TEKEN_TRY(m_report.drives, m_ledger.drives());
    // A tail that was cut or a feed that was withheld leaves no trace in what is here; only a checkpoint or a
    // close code kept elsewhere can show it.
    m_report.notChecked.push_back({"completeness", 0});
    m_report.notChecked.push_back({"time", 0});
    m_findings.moveInto(m_report);
    return std::move(m_report);
}

} // namespace

Result<Report> auditBook(store::Book& source, const store::BookSeams& seams, const Options& options) {
    TEKEN_TRY(const auto fingerprint, normalFingerprint(options.rootFingerprint));
    TEKEN_TRY(const auto root, findRoot(source.entries(), fingerprint));
    TEKEN_TRY(const auto working,
              store::Book::create(options.workFolder / "audit.db", store::Protection::Open, seams));
    TEKEN_TRY(const auto ledger, ledger::Ledger::open(*working, root));
    Auditor auditor(source, options, *working, *ledger);
    return auditor.run(root);
}

} // namespace teken::audit
