// Periksa keutuhan: a book, a .teken file or a server's log, from the root fingerprint; two of different
// dates; a sample for call-backs.
#include "app/auditing/sample_pages.h"
#include "app/papers/paper_report.h"
#include "app/reports/audit_json.h"
#include "app/reports/html.h"
#include "app/tekenctl/commands.h"
#include "app/tekenctl/common_options.h"
#include "app/tekenctl/evidence_input.h"
#include "app/tekenctl/interruption.h"
#include "app/tekenctl/terminal.h"
#include "app/words/audit/audit_words.h"
#include "app/words/help/help.h"
#include "core/audit/compare.h"
#include "core/audit/root_key.h"
#include "core/base/version.h"
#include "core/crypto/hash.h"
#include "sync/client/log_mirror.h"
#include "sync/client/runner.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace teken::ctl {

namespace {

constexpr int kNeedsLook = 15; // UTUH, but somebody has to look at something

struct AuditOptions {
    std::string file; ///< path or address
    std::filesystem::path other;
    std::string root;
    std::vector<std::filesystem::path> held;
    std::vector<std::string> closeCodes;
    std::string log; ///< address of a server whose log is read
    unsigned threads = 0;
    std::size_t findings = 50;
    std::filesystem::path html, pdf;
    std::filesystem::path jsonReport;
};

bool isAddress(const std::string& text) {
    return text.starts_with("http://") || text.starts_with("https://");
}

void print(const Context& context, const audit::Report& report, std::size_t most) {
    const auto language = context.language();
    context.line(std::string(words::verdictWord(report.verdict, language)));
    context.line(std::string(words::verdictSentence(report, language)));
    context.line(context.say("\nDiperiksa:", "\nChecked:"));
    for (const auto& check : report.checked)
        context.line("  " + std::string(words::checkWord(check.what, language)) + ": " +
                     std::to_string(check.count));
    context.line(context.say("Tidak diperiksa:", "Not checked:"));
    for (const auto& check : report.notChecked)
        context.line("  " + std::string(words::missingWord(check.what, language)));
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

Result<> writeText(Context& context, const std::filesystem::path& file, const std::string& text) {
    context.about(file);
    return context.files.writeAtomic(file, toBytes(text));
}

Result<> writePdf(Context& context, const std::filesystem::path& file, const reports::ReportPages& pages) {
    papers::PaperStyle style;
    style.head.font = papers::FontChoice::Inter;
    style.printedAt = context.clock.now();
    TEKEN_TRY(const auto document, papers::composeReport(pages, style));
    TEKEN_TRY(const auto pdf, papers::toPdf(document));
    context.about(file);
    return context.files.writeAtomic(file, pdf);
}

Result<int> answer(Context& context, const AuditOptions& options, const audit::Report& report,
                   const std::string& what, const audit::Held& held) {
    reports::AuditFacts facts{what, options.root, context.nowMs(), softwareName("tekenctl"), {}};
    for (const auto& document : held.documents)
        facts.held.push_back(document.name);
    if (!options.html.empty())
        TEKEN_CHECK(writeText(context, options.html,
                              reports::reportHtml(reports::auditPages(report, facts, context.language()),
                                                  context.options.language)));
    if (!options.pdf.empty())
        TEKEN_CHECK(writePdf(context, options.pdf, reports::auditPages(report, facts, context.language())));
    const auto json = reports::auditJson(report, facts, context.language());
    if (!options.jsonReport.empty())
        TEKEN_CHECK(writeText(context, options.jsonReport, json + "\n"));
    print(context, report, options.findings);
    context.answer(nlohmann::json::parse(json));
    return exitOf(report);
}

// A server shows its log to everybody and its entries to certified keys only: they come from --book, an
// admin's book that has been brought up to date with its own key.
Result<std::unique_ptr<EvidenceInput>> openAudited(Context& context, const AuditOptions& options,
                                                   const std::filesystem::path& folder,
                                                   const sync::UnpackProgress& progress) {
    const bool address = isAddress(options.file);
    if (address && context.options.book.empty())
        return fail(ErrorCode::InvalidInput, "ctl.audit-address",
                    "expected --book beside an address: a server gives entries to certified keys only");
    TEKEN_TRY(auto input,
              openEvidence(context, address ? context.options.book : std::filesystem::path(options.file),
                           folder, "unpacked.book", {nullptr, options.root, options.threads, progress}));
    const auto server = address ? options.file : options.log;
    if (server.empty())
        return input;
    TEKEN_TRY(const auto root, audit::findRoot(input->source.book->entries(), options.root));
    TEKEN_TRY(const auto ledger, ledger::Ledger::open(*input->source.book, root));
    TEKEN_TRY(const auto pins, sync::client::certifiedPins(*ledger));
    TEKEN_TRY(input->transport, openLogServer(context, server, pins));
    const auto drive = input->source.log.drive;
    auto notes = std::move(input->source.log.checkpoints);
    auto accusations = std::move(input->source.log.accusations);
    TEKEN_TRY(input->source.log, sync::client::mirrorLog(*input->transport));
    input->source.log.drive = drive;
    input->source.log.accusations = std::move(accusations);
    // What the evidence kept is compared with what the server shows now.
    input->source.log.checkpoints.insert(input->source.log.checkpoints.end(), notes.begin(), notes.end());
    return input;
}

/// Removed at the end, however the command ends.
Result<auditing::WorkFolder> workFolder(Context& context, Interruption& interruption) {
    TEKEN_TRY(auto folder, auditing::WorkFolder::create(context.random));
    interruption.clearAway(folder.path());
    return folder;
}

Result<int> audit(Context& context, const AuditOptions& options, Interruption& interruption) {
    TEKEN_TRY(const auto held, auditing::readHeldFiles(context.files, options.held, options.closeCodes));
    TEKEN_TRY(const auto folder, workFolder(context, interruption));
    ProgressBar bar(context.say("Memeriksa", "Checking"));
    TEKEN_TRY(const auto input, openAudited(context, options, folder.path(), [&](auto done, auto total) {
                  bar.show(done, total);
                  return interruption.goOn();
              }));
    const auto work = folder.path() / "work";
    std::filesystem::create_directory(work);
    auto settings = auditing::optionsFor(input->source, options.root, work);
    settings.threads = options.threads;
    settings.held = held;
    settings.progress = [&](const audit::Progress& at) {
        bar.show(at.done, at.total);
        return interruption.goOn();
    };
    TEKEN_TRY(const auto report, audit::auditBook(*input->source.book, context.bookSeams(), settings));
    const auto name =
        isAddress(options.file) ? options.file : std::filesystem::path(options.file).filename().string();
    return answer(context, options, report, name, held);
}

Result<int> compare(Context& context, const AuditOptions& options, Interruption& interruption) {
    TEKEN_TRY(const auto folder, workFolder(context, interruption));
    const auto progress = [&](std::uint64_t, std::uint64_t) { return interruption.goOn(); };
    // The earlier one may lack the root: then its entries are compared all the same.
    TEKEN_TRY(const auto earlier, openEvidence(context, options.file, folder.path(), "earlier.book",
                                               {nullptr, {}, options.threads, progress}));
    TEKEN_TRY(const auto later, openEvidence(context, options.other, folder.path(), "later.book",
                                             {nullptr, options.root, options.threads, progress}));
    TEKEN_TRY(const auto report, audit::compareEvidence({*earlier->source.book, earlier->source.log},
                                                        {*later->source.book, later->source.log},
                                                        options.root, [&] { return interruption.goOn(); }));
    const auto name =
        std::filesystem::path(options.file).filename().string() + " → " + options.other.filename().string();
    return answer(context, options, report, name, {});
}

struct SampleOptions {
    std::filesystem::path file, checkpoint, html, pdf;
    std::string root, drive;
    std::size_t size = 30;
};

Result<EntryId> driveIn(const ledger::Ledger& ledger, const auditing::Source& source,
                        const std::string& wanted) {
    if (!wanted.empty())
        return EntryId::fromHex(wanted);
    if (source.drive)
        return *source.drive;
    TEKEN_TRY(const auto drives, ledger.drives());
    if (drives.size() != 1)
        return fail(ErrorCode::NotFound, drives.empty() ? "drive.none" : "desk.which-drive",
                    "expected one drive, found " + std::to_string(drives.size()));
    return drives.front().drive;
}

Result<int> sample(Context& context, const SampleOptions& options, Interruption& interruption) {
    TEKEN_TRY(const auto folder, workFolder(context, interruption));
    TEKEN_TRY(const auto input, openEvidence(context, options.file, folder.path(), "unpacked.book",
                                             {nullptr, options.root, 0, [&](std::uint64_t, std::uint64_t) {
                                                  return interruption.goOn();
                                              }}));
    auto& source = input->source;
    TEKEN_TRY(const auto root, audit::findRoot(source.book->entries(), options.root));
    TEKEN_TRY(const auto ledger, ledger::Ledger::open(*source.book, root));
    TEKEN_TRY(const auto drive, driveIn(*ledger, source, options.drive));
    auto notes = source.log.checkpoints;
    if (!options.checkpoint.empty()) {
        TEKEN_TRY(const auto held, auditing::readHeldFiles(context.files, {options.checkpoint}, {}));
        notes = {held.documents.front().text};
    }
    TEKEN_TRY(const auto checkpoint, audit::newestCheckpoint(*source.book, *ledger, notes));
    TEKEN_TRY(const auto drawn, audit::drawSample(*ledger, drive, checkpoint, options.size));
    TEKEN_TRY(const auto people, auditing::lookUp(*source.book, *ledger, drive, drawn));
    TEKEN_TRY(const auto state, ledger->drive(drive));
    if (!options.html.empty())
        TEKEN_CHECK(writeText(
            context, options.html,
            reports::reportHtml(auditing::samplePages(drawn, people, state.opening.title, context.language()),
                                context.options.language)));
    if (!options.pdf.empty())
        TEKEN_CHECK(writePdf(context, options.pdf,
                             auditing::samplePages(drawn, people, state.opening.title, context.language())));
    context.line(context.say("Benih ", "Seed ") + drawn.seed.hex());
    context.line(context.say("Titik periksa nomor ", "Checkpoint of size ") +
                 std::to_string(checkpoint.size.value) + ", " + checkpoint.origin);
    auto rows = nlohmann::json::array();
    for (const auto& one : people) {
        context.line("  " + one.drawn.entry.hex() + "  " + (one.name.empty() ? "?" : one.name) + " · " +
                     one.unit);
        rows.push_back({{"entry", one.drawn.entry.hex()},
                        {"rank", one.drawn.rank.hex()},
                        {"feed", one.drawn.feed.hex()},
                        {"seq", one.drawn.seq}});
    }
    context.answer({{"ok", true},
                    {"seed", drawn.seed.hex()},
                    {"origin", checkpoint.origin},
                    {"size", checkpoint.size.value},
                    {"root", checkpoint.root.hex()},
                    {"population", drawn.population},
                    {"drawn", rows}});
    return kDone;
}

void addReports(CLI::App* command, AuditOptions& options) {
    addRoot(*command, options.root);
    command->add_option(
        "--findings", options.findings,
        words::both("Paling banyak sekian temuan dicetak", "Print at most this many findings"));
    command->add_option(
        "--html", options.html,
        words::both("Tulis laporan sebagai satu berkas HTML", "Write the report as one HTML file"));
    command->add_option("--pdf", options.pdf,
                        words::both("Tulis laporan sebagai PDF A4", "Write the report as PDF, A4"));
    command->add_option("--json-report", options.jsonReport,
                        words::both("Tulis laporan sebagai JSON", "Write the report as JSON"));
    command->footer(words::both("Kode keluar: 0 UTUH tanpa temuan, 1 TIDAK UTUH, 2 TIDAK LENGKAP, 15 UTUH "
                                "tetapi ada yang perlu dilihat.",
                                "Exit codes: 0 INTACT without findings, 1 NOT INTACT, 2 INCOMPLETE, 15 "
                                "INTACT but something needs a look."));
}

} // namespace

void addAudit(CLI::App& app, Command& chosen) {
    auto auditing = std::make_shared<AuditOptions>();
    auto* command = app.add_subcommand("audit", words::both("Periksa keutuhan seluruh buku dari sidik akar",
                                                            "Check a whole book from the root fingerprint"));
    command
        ->add_option("file", auditing->file,
                     words::both("Berkas .teken, buku, atau alamat pusat (dengan --book)",
                                 "A .teken file, a book, or the address of the centre (with --book)"))
        ->required();
    command->add_option(
        "--checkpoint,--receipt", auditing->held,
        words::both("Titik periksa, .tlog-proof, atau .bukti yang disimpan di tempat lain; boleh berulang",
                    "A checkpoint, .tlog-proof, or .bukti kept elsewhere; may be repeated"));
    command->add_option("--close-code", auditing->closeCodes,
                        words::both("Kode penutup dari berita acara; boleh berulang",
                                    "Close code from the minutes; may be repeated"));
    command->add_option(
        "--log", auditing->log,
        words::both("Alamat pusat yang lognya dibaca", "Address of the centre whose log is read"));
    command->add_option("--threads", auditing->threads,
                        words::both("Banyaknya inti; 0: semua", "Number of cores; 0: all"));
    addReports(command, *auditing);
    command->callback([&chosen, auditing] {
        chosen = [auditing](Context& context) {
            return interruptibly(context,
                                 [&](Interruption& stop) { return audit(context, *auditing, stop); });
        };
    });

    auto comparing = std::make_shared<AuditOptions>();
    command = app.add_subcommand(
        "compare", words::both("Bandingkan dua bukti: yang baru harus melanjutkan yang lama",
                               "Compare two pieces of evidence: the later must extend the earlier"));
    command
        ->add_option("earlier", comparing->file,
                     words::both("Bukti atau buku yang lama", "The earlier evidence or book"))
        ->required();
    command
        ->add_option("later", comparing->other,
                     words::both("Bukti atau buku yang baru", "The later evidence or book"))
        ->required();
    addReports(command, *comparing);
    command->callback([&chosen, comparing] {
        chosen = [comparing](Context& context) {
            return interruptibly(context,
                                 [&](Interruption& stop) { return compare(context, *comparing, stop); });
        };
    });

    auto sampling = std::make_shared<SampleOptions>();
    command = app.add_subcommand("sample", words::both("Pilih acak tanda tangan untuk panggilan balik",
                                                       "Draw signatures at random for call-backs"));
    command
        ->add_option("file", sampling->file,
                     words::both("Berkas .teken atau buku", "A .teken file or a book"))
        ->required();
    addRoot(*command, sampling->root);
    command->add_option("--size", sampling->size, words::both("Banyaknya", "How many"));
    command->add_option(
        "--drive", sampling->drive,
        words::both("Id kegiatan, bila ada beberapa", "Id of the drive, if there are several"));
    command->add_option("--checkpoint", sampling->checkpoint,
                        words::both("Titik periksa yang menentukan; kosong: yang terbaru",
                                    "The checkpoint that decides; empty: the newest"));
    command->add_option("--html", sampling->html,
                        words::both("Tulis daftar periksa dengan goresan sebagai HTML",
                                    "Write the checklist with the ink as HTML"));
    command->add_option("--pdf", sampling->pdf,
                        words::both("Tulis daftar periksa dengan goresan sebagai PDF A4",
                                    "Write the checklist with the ink as PDF, A4"));
    command->callback([&chosen, sampling] {
        chosen = [sampling](Context& context) {
            return interruptibly(context,
                                 [&](Interruption& stop) { return sample(context, *sampling, stop); });
        };
    });
}

} // namespace teken::ctl
