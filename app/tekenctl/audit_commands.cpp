// Periksa keutuhan: a whole book, from the root fingerprint alone.
#include "app/tekenctl/bundle_file.h"
#include "app/tekenctl/commands.h"
#include "app/tekenctl/terminal.h"
#include "app/words/audit/audit_words.h"
#include "core/audit/audit.h"
#include "core/store/keyring.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace teken::ctl {

namespace {

using nlohmann::json;
constexpr int kNeedsLook = 15; // UTUH, but somebody has to look at something

struct AuditOptions {
    std::filesystem::path file;
    std::string root;
    unsigned threads = 0;
    std::size_t findings = 50;
};

/// A folder of our own, removed at the end.
class WorkFolder {
public:
    static Result<WorkFolder> create(RandomSource& random) {
        std::error_code error;
        auto path =
            std::filesystem::temp_directory_path(error) / ("teken-audit-" + random.make<Salt>().hex());
        if (error || !std::filesystem::create_directory(path, error))
            return fail(ErrorCode::ReadOnly, "ctl.work-folder",
                        "expected a temporary folder, could not make one");
        std::filesystem::permissions(path, std::filesystem::perms::owner_all, error);
        return WorkFolder(std::move(path));
    }
    ~WorkFolder() {
        std::error_code ignored;
        if (!m_path.empty())
            std::filesystem::remove_all(m_path, ignored);
    }
    WorkFolder(WorkFolder&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    WorkFolder& operator=(WorkFolder&&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    explicit WorkFolder(std::filesystem::path path) : m_path(std::move(path)) {}
    std::filesystem::path m_path;
};

struct Source {
    std::unique_ptr<store::Book> book;
    std::uint64_t spoiled = 0; ///< entries of a .teken file that did not hold and are not in the book
};

Result<Source> unpack(Context& context, const std::filesystem::path& file,
                      const std::filesystem::path& folder) {
    std::unique_ptr<store::Book> own;
    if (!context.options.book.empty()) {
        TEKEN_TRY(own, context.openUnlocked());
    }
    TEKEN_TRY(const auto reader, openBundle(context, own.get(), file));
    Source source;
    TEKEN_TRY(source.book,
              store::Book::create(folder / "unpacked.book", store::Protection::Open, context.bookSeams()));
    TEKEN_TRY(const auto summary, sync::unpackBundle(*reader, *source.book));
    source.spoiled = summary.refused;
    return source;
}

Result<Source> sourceOf(Context& context, const AuditOptions& options, const std::filesystem::path& folder) {
    if (looksLikeBundle(context, options.file))
        return unpack(context, options.file, folder);
    context.options.book = options.file;
    Source source;
    TEKEN_TRY(source.book, context.openUnlocked());
    return source;
}

std::string_view severitySlug(audit::Severity severity) {
    switch (severity) {
    case audit::Severity::Attention:
        return "attention";
    case audit::Severity::Missing:
        return "missing";
    case audit::Severity::Broken:
        return "broken";
    }
    return "broken";
}

std::string_view verdictSlug(audit::Verdict verdict) {
    switch (verdict) {
    case audit::Verdict::Intact:
        return "intact";
    case audit::Verdict::Altered:
        return "altered";
    case audit::Verdict::Incomplete:
        return "incomplete";
    }
    return "altered";
}

json checksOf(const std::vector<audit::Check>& checks) {
    json rows = json::array();
    for (const auto& check : checks)
        rows.push_back({{"what", check.what}, {"count", check.count}});
    return rows;
}

json findingsOf(const Context& context, const audit::Report& report) {
    json rows = json::array();
    for (const auto& finding : report.findings)
        rows.push_back({{"severity", severitySlug(finding.severity)},
                        {"rule", finding.rule},
                        {"entry", finding.entry ? json(finding.entry->hex()) : json(nullptr)},
                        {"feed", finding.feed ? json(finding.feed->hex()) : json(nullptr)},
                        {"seq", finding.seq},
                        {"order", finding.order},
                        {"expected", finding.expected},
                        {"found", finding.found},
                        {"sentence", words::explain(finding, context.language())}});
    return rows;
}

void print(const Context& context, const audit::Report& report, std::size_t most) {
    const auto language = context.language();
    context.line(std::string(words::verdictWord(report.verdict, language)));
    context.line(std::string(words::verdictSentence(report.verdict, report.clean(), language)));
    context.line(context.say("\nDiperiksa:", "\nChecked:"));
    for (const auto& check : report.checked)
        context.line("  " + std::string(words::checkWord(check.what, language)) + ": " +
                     std::to_string(check.count));
    context.line(context.say("Tidak diperiksa:", "Not checked:"));
    for (const auto& check : report.notChecked)
        context.line("  " + std::string(words::checkWord(check.what, language)));
    context.line(context.say("Temuan: ", "Findings: ") + std::to_string(report.findingsTotal));
    for (std::size_t i = 0; i < std::min(most, report.findings.size()); ++i) {
        const auto& finding = report.findings[i];
        context.line("  [" + std::string(words::severityWord(finding.severity, language)) + "] " +
                     finding.rule + " · " + words::place(finding, language) + "\n    " +
                     words::explain(finding, language));
    }
}

int exitOf(const audit::Report& report) {
    if (report.verdict == audit::Verdict::Altered)
        return kAltered;
    if (report.verdict == audit::Verdict::Incomplete)
        return kIncomplete;
    return report.clean() ? kDone : kNeedsLook;
}

// Entries that could not even be unpacked are not in the book the audit saw: they are broken evidence.
void addSpoiled(audit::Report& report, std::uint64_t spoiled) {
    if (spoiled == 0)
        return;
    audit::Finding finding;
    finding.rule = "signature.invalid";
    finding.expected = "0";
    finding.found = std::to_string(spoiled);
    report.findings.insert(report.findings.begin(), finding);
    report.findingsTotal += spoiled;
    report.verdict = audit::Verdict::Altered;
}

Result<int> audit(Context& context, const AuditOptions& options) {
    TEKEN_TRY(const auto folder, WorkFolder::create(context.random));
    TEKEN_TRY(const auto source, sourceOf(context, options, folder.path()));
    const auto work = folder.path() / "work";
    std::filesystem::create_directory(work);
    ProgressBar bar(context.say("Memeriksa", "Checking"));
    audit::Options settings;
    settings.rootFingerprint = options.root;
    settings.threads = options.threads;
    settings.workFolder = work;
    settings.progress = [&](const audit::Progress& at) {
        bar.show(at.done, at.total);
        return true;
    };
    TEKEN_TRY(auto report, audit::auditBook(*source.book, context.bookSeams(), settings));
    addSpoiled(report, source.spoiled);
    print(context, report, options.findings);
    context.answer({{"ok", report.clean() && report.verdict == audit::Verdict::Intact},
                    {"verdict", verdictSlug(report.verdict)},
                    {"entries", report.entries},
                    {"verified", report.verified},
                    {"checked", checksOf(report.checked)},
                    {"not_checked", checksOf(report.notChecked)},
                    {"findings_total", report.findingsTotal},
                    {"findings", findingsOf(context, report)}});
    return exitOf(report);
}

} // namespace

void addAudit(CLI::App& app, Command& chosen) {
    auto auditing = std::make_shared<AuditOptions>();
    auto* command = app.add_subcommand("audit", "Periksa keutuhan seluruh buku dari sidik akar");
    command->add_option("file", auditing->file, "Buku atau berkas .teken")->required();
    command->add_option("--root", auditing->root, "Sidik akar, sedikitnya 32 digit hex")->required();
    command->add_option("--threads", auditing->threads, "Banyaknya inti; 0: semua");
    command->add_option("--findings", auditing->findings, "Paling banyak sekian temuan dicetak");
    command->footer("Kode keluar: 0 UTUH tanpa temuan, 1 TIDAK UTUH, 2 TIDAK LENGKAP, 15 UTUH tetapi ada "
                    "yang perlu dilihat.");
    command->callback(
        [&chosen, auditing] { chosen = [auditing](Context& context) { return audit(context, *auditing); }; });
}

} // namespace teken::ctl
