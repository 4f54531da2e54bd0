// Bukti: one drive and its log in one file that outlives the server.
#include "app/auditing/make_evidence.h"
#include "app/tekenctl/admin_book.h"
#include "app/tekenctl/commands.h"
#include "app/tekenctl/evidence_input.h"
#include "app/tekenctl/terminal.h"
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
    auto* command = app.add_subcommand("evidence", "Tulis bukti satu kegiatan untuk pemeriksa (.teken)");
    command->add_option("out", options->out, "Berkas .teken")->required();
    command->add_option("--drive", options->drive, "Id kegiatan; kosong: kegiatan buku ini");
    command->add_option("--to", options->to, "Kunci penerima, 64 digit hex");
    command->add_flag("--open", options->open, "Tanpa segel");
    command->add_option("--log", options->log, "Alamat pusat yang seluruh lognya disertakan");
    command->add_option("--checkpoint", options->checkpoints,
                        "Titik periksa yang ikut disertakan, misalnya yang disaksikan; boleh berulang");
    command->footer("Buku pusat memuat seluruh log (di pusat sendiri: `teken-server evidence`); buku admin "
                    "memerlukan --log; buku petugas memuat tempat "
                    "entri-entrinya sendiri.");
    command->callback(
        [&chosen, options] { chosen = [options](Context& context) { return evidence(context, *options); }; });
}

} // namespace teken::ctl
