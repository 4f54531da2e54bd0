// One record for people outside: its slip, the check of a slip, and the proof file (.bukti).
#include "app/tekenctl/commands.h"
#include "app/words/help/help.h"
#include "core/crypto/hash.h"
#include "core/desk/slip_check.h"
#include "core/entry/slip_code.h"
#include "core/entry/slip_text.h"
#include "core/log/leaf.h"
#include "core/log/proof_file.h"
#include "core/store/journal.h"
#include "sync/client/http_transport.h"
#include "sync/client/runner.h"
#include "sync/protocol/codec_log.h"
#include "sync/protocol/errors.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace teken::ctl {

namespace {

using nlohmann::json;

constexpr int kNeedsAttention = 15;
constexpr std::uint64_t kMostSlipFile = 64 * 1024;

struct ProofOptions {
    std::string record;
    std::filesystem::path out, proof, checkpoint;
    std::string server;
    bool ask = false;
};

log::VerifierKey keyOf(const ledger::Ledger::LogCertificate& one) {
    return {one.origin, log::SignatureType::Ed25519, one.key};
}

/// The checkpoint in a note that a log signed which the root has certified.
Result<log::Checkpoint> checkpointOf(const ledger::Ledger& ledger, const std::string& note) {
    TEKEN_TRY(const auto logs, ledger.logs());
    Error last{ErrorCode::VerificationFailed, "sync.log-unknown", "no certified log has this origin", {}};
    for (const auto& one : logs) {
        const auto opened = log::openCheckpoint(note, keyOf(one));
        if (opened)
            return opened->checkpoint;
        last = opened.error();
    }
    return fail(last);
}

log::Leaf leafOf(const entry::VerifiedEntry& record) {
    return {crypto::feedIdOf(record.raw.key), record.payload.header.seq, record.id, record.raw.signature};
}

/// A proof that somebody else made is taken only if it holds.
Result<std::string> checkedProof(const OpenBook& open, const entry::VerifiedEntry& record,
                                 const log::ProofFile& proof) {
    TEKEN_TRY(const auto checkpoint, checkpointOf(*open.ledger, proof.checkpointNote));
    TEKEN_CHECK(log::verifyInclusion(proof.index, checkpoint.size,
                                     log::hashLeaf(log::encodeLeaf(leafOf(record))), proof.hashes,
                                     checkpoint.root));
    return log::formatProofFile(proof);
}

/// Anybody who knows an entry may ask for its place.
Result<std::string> askCentre(const OpenBook& open, const entry::VerifiedEntry& record,
                              const std::string& server) {
    TEKEN_TRY(const auto known, open.book->settings().get(desk::setting::kServerUrl));
    sync::client::HttpSettings settings;
    settings.address = server.empty() ? known.value_or("") : server;
    if (settings.address.empty())
        return fail(ErrorCode::NotFound, "ctl.no-server", "expected the server's address, found none");
    TEKEN_TRY(settings.pins, sync::client::certifiedPins(*open.ledger));
    TEKEN_TRY(const auto transport, sync::client::HttpTransport::create(std::move(settings)));
    const sync::LogProofsRequest question{std::nullopt, {record.id}};
    TEKEN_TRY(const auto response, transport->exchange({std::string(sync::path::kLogProofs),
                                                        std::string(sync::kJsonContent),
                                                        {},
                                                        sync::encode(question)}));
    TEKEN_TRY(const auto body, sync::goodBody(response, sync::kBinaryContent));
    TEKEN_TRY(const auto answer, sync::decode<sync::LogProofsAnswer>(body));
    if (answer.proofs.size() != 1 || answer.proofs[0].place != sync::LogPlace::Included)
        return fail(ErrorCode::NotFound, "slip.no-place", "the centre's log does not cover this entry yet",
                    record.id.hex());
    return checkedProof(open, record, {answer.proofs[0].index, answer.proofs[0].hashes, answer.checkpoint});
}

/// A server's book has the tree; the signed checkpoint lies beside its log's key.
Result<std::string> ownPlace(Context& context, const OpenBook& open, const entry::VerifiedEntry& record,
                             const std::filesystem::path& given) {
    const auto file = given.empty() ? context.options.book.parent_path() / "log.book.signed" : given;
    if (given.empty() && !context.files.exists(file))
        return fail(ErrorCode::NotFound, "slip.no-place", "expected a verified place in the log, found none",
                    record.id.hex());
    TEKEN_TRY(const auto bytes, context.readFile(file, log::kMostNoteBytes));
    const std::string note(textOf(bytes));
    TEKEN_TRY(const auto checkpoint, checkpointOf(*open.ledger, note));
    return desk::placeUnder(*open.book, record, checkpoint, note);
}

Result<std::string> placeOf(Context& context, const OpenBook& open, const entry::VerifiedEntry& record,
                            const ProofOptions& options) {
    if (!options.proof.empty()) {
        TEKEN_TRY(const auto bytes, context.readFile(options.proof, log::kMostNoteBytes + 8 * 1024));
        TEKEN_TRY(const auto proof, log::parseProofFile(textOf(bytes)));
        return checkedProof(open, record, proof);
    }
    if (options.ask || !options.server.empty())
        return askCentre(open, record, options.server);
    auto receipt = desk::receiptOf(*open.book, *open.ledger, record.id);
    if (receipt || receipt.error().reason != "slip.no-place")
        return receipt;
    return ownPlace(context, open, record, options.checkpoint);
}

Result<int> writeProof(Context& context, const ProofOptions& options) {
    TEKEN_TRY(const auto open, context.open());
    TEKEN_TRY(const auto record, desk::findRecord(*open.book, options.record));
    TEKEN_TRY(const auto place, placeOf(context, open, record, options));
    TEKEN_TRY(const auto evidence, desk::evidenceOf(*open.book, record, place));
    TEKEN_TRY(const auto text, log::formatEvidence(evidence));
    TEKEN_TRY(const auto standing, desk::standingOf(*open.book, record.id));
    TEKEN_CHECK(context.files.writeAtomic(options.out, view(text)));
    TEKEN_TRY(const auto proof, log::parseProofFile(place));
    TEKEN_TRY(const auto checkpoint, checkpointOf(*open.ledger, proof.checkpointNote));
    context.line(context.say("Bukti ditulis: ", "Proof written: ") + options.out.string());
    context.line(context.say("Tempat di log: ", "Place in the log: ") +
                 std::to_string(proof.index.value + 1) + context.say(" dari ", " of ") +
                 std::to_string(checkpoint.size.value));
    if (standing != desk::Standing::Counts)
        context.line(standing == desk::Standing::Voided
                         ? context.say("Perhatikan: catatan ini sudah dibatalkan; buktinya tidak memuat itu.",
                                       "Note: this record was voided; the proof does not say so.")
                         : context.say("Perhatikan: catatan ini tidak dihitung menurut aturan; lihat audit.",
                                       "Note: by the rules this record does not count; see the audit."));
    context.answer({{"ok", true},
                    {"file", options.out.string()},
                    {"entry", record.id.hex()},
                    {"code", entry::slipCode(record.raw.payload)},
                    {"index", proof.index.value},
                    {"size", checkpoint.size.value},
                    {"certificates", evidence.certificates.size()},
                    {"standing", desk::standingName(standing)}});
    return kDone;
}

Result<int> showSlip(Context& context, const std::string& typed) {
    TEKEN_TRY(const auto book, context.openUnlocked());
    TEKEN_TRY(const auto record, desk::findRecord(*book, typed));
    const auto code = entry::slipCode(record.raw.payload);
    TEKEN_TRY(const auto text, entry::slipText(record.raw));
    context.line(context.say("Kode: ", "Code: ") + code);
    context.line(context.say("Isi QR: ", "Text of the QR: ") + text);
    context.answer({{"ok", true}, {"entry", record.id.hex()}, {"code", code}, {"text", text}});
    return kDone;
}

/// From a file, or the command line itself; "-" is standard input, where scanners type.
Result<std::string> slipFrom(Context& context, const std::string& given, const std::filesystem::path& file) {
    if (!file.empty()) {
        TEKEN_TRY(const auto bytes, context.readFile(file, kMostSlipFile));
        return std::string(textOf(bytes));
    }
    if (given != "-")
        return given;
    std::string text;
    for (int c = std::getchar(); c != EOF && text.size() < kMostSlipFile; c = std::getchar())
        text += static_cast<char>(c);
    return text;
}

void tellSeal(const Context& context, const entry::VerifiedEntry& record) {
    context.line(context.say("Segel cocok: isi slip tidak berubah sejak disegel perangkat.",
                             "The seal fits: the slip has not changed since the device sealed it."));
    context.line(context.say("Kode: ", "Code: ") + entry::slipCode(record.raw.payload));
    context.line(context.say("Unit: ", "Unit: ") + std::get<entry::Sign>(record.payload.body).unit);
}

std::string sayKey(const Context& context, const desk::SlipReport& report) {
    using Key = desk::SlipReport::Key;
    switch (report.key) {
    case Key::Certified:
        return context.say("Perangkat disahkan: ", "Certified device: ") + report.device;
    case Key::OutOfScope:
        return context.say("TIDAK UTUH: perangkat ini tidak disahkan untuk unit atau kegiatan itu.",
                           "ALTERED: this device was not certified for that unit or drive.");
    case Key::Revoked:
        return context.say("TIDAK UTUH: kunci perangkat sudah dicabut sebelum catatan ini.",
                           "ALTERED: the device's key was revoked before this record.");
    case Key::Unknown:
        break;
    }
    return context.say(
        "TIDAK LENGKAP: menurut buku ini perangkat yang menyegelnya tidak disahkan siapa pun. Jangan percaya "
        "isinya.",
        "INCOMPLETE: by this book nobody certified the device that sealed it. Do not trust what it says.");
}

std::string sayStanding(const Context& context, const desk::SlipReport& report) {
    if (!report.standing)
        return context.say("Catatannya belum ada di buku ini.", "This book does not have the record yet.");
    switch (*report.standing) {
    case desk::Standing::Counts:
        return context.say("Catatannya ada di buku ini dan dihitung.",
                           "This book has the record, and it counts.");
    case desk::Standing::Voided:
        return context.say("Catatannya ada di buku ini, tetapi SUDAH DIBATALKAN.",
                           "This book has the record, but it WAS VOIDED.");
    case desk::Standing::NotCounted:
        break;
    }
    return context.say("Catatannya ada di buku ini, tetapi tidak dihitung menurut aturan.",
                       "This book has the record, but by the rules it does not count.");
}

int exitOf(const desk::SlipReport& report) {
    if (report.forged())
        return kAltered;
    if (report.key == desk::SlipReport::Key::Unknown || !report.standing)
        return kIncomplete;
    return *report.standing == desk::Standing::Counts ? kDone : kNeedsAttention;
}

json factsOf(const entry::VerifiedEntry& record) {
    const auto& sign = std::get<entry::Sign>(record.payload.body);
    return {{"entry", record.id.hex()},
            {"code", entry::slipCode(record.raw.payload)},
            {"feed", crypto::feedIdOf(record.raw.key).hex()},
            {"seq", record.payload.header.seq},
            {"unit", sign.unit},
            {"wall_ms", record.payload.header.wallMs}};
}

Result<int> checkSlipAlone(Context& context, const std::string& text) {
    TEKEN_TRY(const auto record, entry::readSlipText(text));
    tellSeal(context, record);
    context.line(context.say("TIDAK LENGKAP: tanpa --book tidak diketahui siapa pemilik kuncinya.",
                             "INCOMPLETE: without --book nobody knows whose key that is."));
    auto facts = factsOf(record);
    facts.update({{"ok", false}, {"key", "unknown"}, {"standing", nullptr}, {"in_log", false}});
    context.answer(facts);
    return kIncomplete;
}

Result<int> checkSlip(Context& context, const std::string& given, const std::filesystem::path& file) {
    TEKEN_TRY(const auto text, slipFrom(context, given, file));
    if (context.options.book.empty())
        return checkSlipAlone(context, text);
    TEKEN_TRY(const auto open, context.open());
    TEKEN_TRY(const auto report, desk::checkSlip(*open.book, *open.ledger, text));
    tellSeal(context, report.record);
    context.line(sayKey(context, report));
    context.line(sayStanding(context, report));
    context.line(report.proof.empty() ? context.say("Tempatnya di log belum terbukti di sini.",
                                                    "Its place in the log is not proven here yet.")
                                      : context.say("Tempatnya di log terbukti di sini.",
                                                    "Its place in the log is proven here."));
    auto facts = factsOf(report.record);
    facts.update({{"ok", exitOf(report) == kDone},
                  {"key", desk::keyName(report.key)},
                  {"device", report.device},
                  {"standing", report.standing ? json(desk::standingName(*report.standing)) : json(nullptr)},
                  {"in_log", !report.proof.empty()}});
    context.answer(facts);
    return exitOf(report);
}

void addProof(CLI::App& app, Command& chosen) {
    auto options = std::make_shared<ProofOptions>();
    auto* command =
        app.add_subcommand("bukti", words::both("Tulis bukti satu catatan, untuk diperiksa siapa saja",
                                                "Write the proof of one record, for anybody to check"));
    command
        ->add_option("record", options->record,
                     words::both("Kode slip, atau id catatan (64 digit hex)",
                                 "Code of the slip, or id of the record (64 hex digits)"))
        ->required();
    command->add_option("--out", options->out, words::both("Berkas .bukti", "A .bukti file"))->required();
    command->add_option("--proof", options->proof,
                        words::both("Bukti tempat yang sudah ada (.tlog-proof)",
                                    "A proof of the place at hand (.tlog-proof)"));
    command->add_option(
        "--checkpoint", options->checkpoint,
        words::both("Buku peladen: titik periksa yang dipakai; kosong: log.book.signed di sebelahnya",
                    "A server's book: the checkpoint to use; empty: log.book.signed beside it"));
    command->add_flag("--ask", options->ask,
                      words::both("Minta bukti tempat kepada pusat yang tersimpan",
                                  "Ask the stored centre for the proof of the place"));
    command->add_option("--server", options->server,
                        words::both("Minta bukti tempat kepada pusat di alamat ini",
                                    "Ask the centre at this address for the proof of the place"));
    command->callback([&chosen, options] {
        chosen = [options](Context& context) { return writeProof(context, *options); };
    });
}

} // namespace

void addSlip(CLI::App& app, Command& chosen) {
    addProof(app, chosen);
    auto* group = app.add_subcommand(
        "slip", words::both("Slip penanda tangan: tampilkan atau periksa", "A signer's slip: show or check"));
    group->require_subcommand(1);
    auto record = std::make_shared<std::string>();
    auto* show = group->add_subcommand(
        "show", words::both("Kode dan isi QR sebuah catatan", "The code and the QR content of a record"));
    show->add_option("record", *record,
                     words::both("Kode slip, atau id catatan", "Code of the slip, or id of the record"))
        ->required();
    show->callback(
        [&chosen, record] { chosen = [record](Context& context) { return showSlip(context, *record); }; });
    auto text = std::make_shared<std::string>("-");
    auto file = std::make_shared<std::filesystem::path>();
    auto* check = group->add_subcommand(
        "check", words::both("Periksa isi QR sebuah slip", "Check the QR content of a slip"));
    check->add_option("text", *text,
                      words::both("Isi QR, TEKEN1:…; kosong atau -: dari masukan, juga pemindai",
                                  "The QR content, TEKEN1:…; empty or -: from the input, a scanner too"));
    check->add_option("--file", *file, words::both("Isi QR dari berkas", "The QR content from a file"));
    check->footer(words::both("Kode keluar: 0 cocok dan dihitung, 1 TIDAK UTUH, 2 TIDAK LENGKAP, 6 segel "
                              "tidak cocok, 15 dibatalkan atau tidak dihitung.",
                              "Exit codes: 0 matches and counts, 1 NOT INTACT, 2 INCOMPLETE, 6 the seal does "
                              "not match, 15 voided or not counted."));
    check->callback([&chosen, text, file] {
        chosen = [text, file](Context& context) { return checkSlip(context, *text, *file); };
    });
}

} // namespace teken::ctl
