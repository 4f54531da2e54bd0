// The verdict on a proof of one record (.bukti): no book, no server, only the file and the root's
// fingerprint.
#include "app/reports/audit_json.h"
#include "app/tekenctl/commands.h"
#include "app/tekenctl/common_options.h"
#include "app/words/audit/audit_words.h"
#include "app/words/audit/bukti_words.h"
#include "app/words/clock_words.h"
#include "app/words/help/help.h"
#include "core/audit/bukti.h"
#include "core/entry/slip_code.h"
#include "core/log/note.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <array>

namespace teken::ctl {

namespace {

struct CheckBuktiOptions {
    std::filesystem::path file, proof;
    std::string root;
};

constexpr std::uint64_t kMostPlaceFile = log::kMostNoteBytes + 8 * 1024;

int exitOf(audit::Verdict verdict) {
    if (verdict == audit::Verdict::Intact)
        return kDone;
    return verdict == audit::Verdict::Altered ? kAltered : kIncomplete;
}

void tellStep(const Context& context, const std::string& what, const audit::BuktiStep& step) {
    if (step.holds()) {
        context.line(context.say("COCOK   ", "HOLDS   ") + what);
        return;
    }
    const auto& head =
        step.missing ? context.say("KURANG  ", "MISSING ") : context.say("SALAH   ", "WRONG   ");
    context.line(head + what + ": " + std::string(words::buktiWord(step.code, context.language())));
}

void tellWitnesses(const Context& context, const audit::BuktiReport& report) {
    if (report.witnesses.empty())
        context.line(
            context.say("Disaksikan: belum oleh kantor lain.", "Witnessed: by no other office yet."));
    for (const auto& witness : report.witnesses)
        context.line(context.say("Disaksikan: ", "Witnessed: ") + witness.name + ", " +
                     context.say("sudah ada pada ", "existed at ") + words::dayAndHour(witness.seconds) +
                     context.say(" menurut jam saksi itu", " by that witness's clock"));
}

void tell(const Context& context, const audit::BuktiReport& report) {
    context.line(std::string(words::verdictWord(report.verdict, context.language())));
    tellStep(context, context.say("segel perangkat", "the device's seal"), report.seal);
    tellStep(context, context.say("sertifikat sampai akar", "certificates up to the root"),
             report.certificates);
    tellStep(context, context.say("wewenang perangkat", "what the device may write"), report.scope);
    tellStep(context, context.say("tempat di log", "place in the log"), report.log);
    if (report.admitted)
        context.line(
            context.say("Perhatikan: dibuat sesudah kuncinya dicabut; tetap diterima oleh admin.",
                        "Note: made after its key had been revoked; an admin let it count all the same."));
    if (report.record)
        context.line(context.say("Kode: ", "Code: ") + entry::slipCode(report.record->raw.payload));
    tellWitnesses(context, report);
    context.line(context.say("Tidak diperiksa: apakah kemudian dibatalkan atau kuncinya dicabut, apakah ada "
                             "yang lain dihilangkan, "
                             "siapa orangnya.",
                             "Not checked: whether it was voided or its key revoked later, whether anything "
                             "else was left out, who "
                             "the person is."));
}

nlohmann::json factsOf(const Context& context, const audit::BuktiReport& report) {
    auto steps = nlohmann::json::array();
    const std::array names{"seal", "certificates", "scope", "log"};
    const auto all = report.steps();
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto& step = *all[i];
        const char* state = step.holds() ? "holds" : step.missing ? "missing" : "wrong";
        nlohmann::json one{{"step", names[i]}, {"state", state}};
        if (!step.holds())
            one.update({{"code", step.code}, {"sentence", words::buktiWord(step.code, context.language())}});
        steps.push_back(std::move(one));
    }
    auto witnesses = nlohmann::json::array();
    for (const auto& witness : report.witnesses)
        witnesses.push_back({{"name", witness.name}, {"time", witness.seconds}});
    nlohmann::json facts{
        {"ok", report.verdict == audit::Verdict::Intact},
        {"verdict", reports::verdictSlug(report.verdict)},
        {"steps", steps},
        {"admitted", report.admitted},
        {"witnesses", witnesses},
        {"number", report.number.empty() ? nlohmann::json() : nlohmann::json(report.number)}};
    if (report.record)
        facts.update({{"entry", report.record->id.hex()},
                      {"code", entry::slipCode(report.record->raw.payload)},
                      {"feed", report.record->payload.header.feed.hex()},
                      {"seq", report.record->payload.header.seq},
                      {"wall_ms", report.record->payload.header.wallMs}});
    if (!report.origin.empty())
        facts.update({{"log", report.origin}, {"index", report.index.value}, {"size", report.size.value}});
    return facts;
}

Result<int> checkBukti(Context& context, const CheckBuktiOptions& options) {
    TEKEN_TRY(const auto bytes, context.readFile(options.file, log::kMostEvidenceBytes));
    std::optional<std::string> place;
    if (!options.proof.empty()) {
        TEKEN_TRY(const auto beside, context.readFile(options.proof, kMostPlaceFile));
        place.emplace(textOf(beside));
    }
    context.about(options.file);
    TEKEN_TRY(const auto report, audit::judgeBukti(textOf(bytes), options.root, place));
    tell(context, report);
    context.answer(factsOf(context, report));
    return exitOf(report.verdict);
}

} // namespace

void addCheckBukti(CLI::App& app, Command& chosen) {
    auto options = std::make_shared<CheckBuktiOptions>();
    auto* command = app.add_subcommand(
        "check-bukti",
        words::both("Periksa bukti satu catatan (.bukti), tanpa buku dan tanpa pusat",
                    "Check the proof of one record (.bukti), without a book and without the centre"));
    command->add_option("file", options->file, words::both("Berkas .bukti", "A .bukti file"))->required();
    addRoot(*command, options->root);
    command->add_option("--proof", options->proof,
                        words::both("Bukti tempat (.tlog-proof), bila tidak ada di dalam berkasnya",
                                    "Proof of the place (.tlog-proof), if the file holds none"));
    command->footer(
        words::both("Kode keluar: 0 UTUH, 1 TIDAK UTUH, 2 TIDAK LENGKAP, 4 bukan bukti yang dikenal.",
                    "Exit codes: 0 INTACT, 1 NOT INTACT, 2 INCOMPLETE, 4 no known proof."));
    command->callback([&chosen, options] {
        chosen = [options](Context& context) { return checkBukti(context, *options); };
    });
}

} // namespace teken::ctl
