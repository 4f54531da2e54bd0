// Bukti: one drive and its log in one file that outlives the server.
#include "app/auditing/make_evidence.h"
#include "app/tekenctl/admin_book.h"
#include "app/tekenctl/commands.h"
#include "app/tekenctl/evidence_input.h"
#include "app/tekenctl/terminal.h"
#include "app/words/help/help.h"
#include "sync/client/log_mirror.h"
#include "sync/client/runner.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace teken::ctl {

namespace {

struct EvidenceOptions : auditing::EvidenceWish {
    std::string log;
};

Result<audit::LogMaterial> logFor(Context& context, OpenBook& open, const EvidenceOptions& options,
                                  std::unique_ptr<sync::client::HttpTransport>& transport) {
    if (options.log.empty())
        return sync::logOf(*open.book, auditing::notesBeside(context.files, context.options.book));
    TEKEN_TRY(const auto pins, sync::client::certifiedPins(*open.ledger));
    TEKEN_TRY(transport, openLogServer(context, options.log, pins));
    TEKEN_TRY(auto log, sync::client::mirrorLog(*transport));
    TEKEN_TRY(log.accusations, sync::accusationsOf(*open.book));
    return log;
}

Result<int> evidence(Context& context, const EvidenceOptions& options) {
    TEKEN_TRY(auto open, context.open());
    TEKEN_TRY(const auto drive, options.drive.empty() ? driveOf(open) : EntryId::fromHex(options.drive));
    std::unique_ptr<sync::client::HttpTransport> transport;
    TEKEN_TRY(auto log, logFor(context, open, options, transport));
    context.about(options.out);
    ProgressBar bar(context.say("Menulis", "Writing"));
    TEKEN_TRY(
        const auto written,
        auditing::makeEvidence(auditSeams(context), *open.book, *open.ledger, drive, options, std::move(log),
                               [&](std::uint64_t done, std::uint64_t total) { bar.show(done, total); }));
    for (const auto& line : auditing::evidenceLines(written, options.out, context.language()))
        context.line(line);
    context.answer({{"ok", true},
                    {"file", options.out.string()},
                    {"records", written.records},
                    {"blobs", written.blobs},
                    {"checkpoints", written.checkpoints},
                    {"leaves", written.leaves},
                    {"places", written.places},
                    {"accusations", written.accusations},
                    {"bytes", written.bytes}});
    return kDone;
}

} // namespace

void addEvidence(CLI::App& app, Command& chosen) {
    auto options = std::make_shared<EvidenceOptions>();
    auto* command = app.add_subcommand(
        "evidence", words::both("Tulis bukti satu kegiatan untuk pemeriksa (.teken)",
                                "Write the evidence of one drive for an auditor (.teken)"));
    command->add_option("out", options->out, words::both("Berkas .teken", "A .teken file"))->required();
    command->add_option("--drive", options->drive,
                        words::both("Id kegiatan; kosong: kegiatan buku ini",
                                    "Id of the drive; empty: the drive of this book"));
    command->add_option("--to", options->to,
                        words::both("Kunci penerima, 64 digit hex", "Key of the recipient, 64 hex digits"));
    command->add_flag("--open", options->open, words::both("Tanpa segel", "Without a seal"));
    command->add_option("--log", options->log,
                        words::both("Alamat pusat yang seluruh lognya disertakan",
                                    "Address of the centre whose whole log goes in"));
    command->add_option(
        "--checkpoint", options->checkpoints,
        words::both("Titik periksa yang ikut disertakan, misalnya yang disaksikan; boleh berulang",
                    "A checkpoint that goes in too, for instance a witnessed one; may be repeated"));
    command->footer(
        words::both("Buku pusat memuat seluruh log (di pusat sendiri: `teken-server evidence`); buku admin "
                    "memerlukan --log; buku petugas memuat tempat entri-entrinya sendiri.",
                    "The centre's book holds the whole log (at the centre itself: `teken-server evidence`); "
                    "an admin's book needs --log; an officer's book holds the places of its own entries."));
    command->callback(
        [&chosen, options] { chosen = [options](Context& context) { return evidence(context, *options); }; });
}

} // namespace teken::ctl
