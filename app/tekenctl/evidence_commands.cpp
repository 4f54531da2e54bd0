// Bukti: one drive and its log in one file that outlives the server.
#include "app/tekenctl/admin_book.h"
#include "app/tekenctl/commands.h"
#include "app/tekenctl/evidence_input.h"
#include "app/tekenctl/parsing.h"
#include "app/tekenctl/terminal.h"
#include "core/store/journal.h"
#include "core/store/keyring.h"
#include "core/store/log_table.h"
#include "sync/client/log_mirror.h"
#include "sync/client/runner.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace teken::ctl {

namespace {

struct EvidenceOptions {
    std::filesystem::path out;
    std::vector<std::filesystem::path> checkpoints;
    std::string drive, to, log;
    bool open = false;
};

Result<FeedId> writerOf(store::Book& book) {
    TEKEN_TRY(const auto holders, book.keyring().holders());
    if (holders.empty())
        return FeedId{};
    return book.keyring().current() != nullptr ? book.keyring().current()->feed : holders.front().feed;
}

Result<audit::LogMaterial> logFor(Context& context, OpenBook& open, const EvidenceOptions& options,
                                  std::unique_ptr<sync::client::HttpTransport>& transport) {
    TEKEN_TRY(const auto held, auditing::readHeldFiles(context.files, options.checkpoints, {}));
    audit::LogMaterial log;
    if (!options.log.empty()) {
        TEKEN_TRY(const auto pins, sync::client::certifiedPins(*open.ledger));
        TEKEN_TRY(transport, openLogServer(context, options.log, pins));
        TEKEN_TRY(log, sync::client::mirrorLog(*transport));
    } else {
        TEKEN_TRY(log, sync::logOf(*open.book, auditing::notesBeside(context.files, context.options.book)));
    }
    // Those with cosignatures, as witnesses gave them back.
    for (const auto& document : held.documents)
        log.checkpoints.push_back(document.text);
    return log;
}

Result<int> evidence(Context& context, const EvidenceOptions& options) {
    TEKEN_TRY(auto open, context.open());
    sync::EvidenceRequest request;
    TEKEN_TRY(const auto named, optionalId<EntryId>(options.drive));
    if (named)
        request.drive = *named;
    else {
        TEKEN_TRY(request.drive, driveOf(open));
    }
    TEKEN_TRY(request.origin, writerOf(*open.book));
    request.createdMs = context.nowMs();
    TEKEN_TRY(request.recipient, optionalId<RecipientKey>(options.to));
    request.openly = options.open;
    std::unique_ptr<sync::client::HttpTransport> transport;
    TEKEN_TRY(request.log, logFor(context, open, options, transport));
    context.about(options.out);
    ProgressBar bar(context.say("Menulis", "Writing"));
    TEKEN_TRY(const auto written,
              sync::writeEvidence(*open.book, *open.ledger, context.storage, options.out, request,
                                  context.random,
                                  [&](std::uint64_t done, std::uint64_t total) { bar.show(done, total); }));
    context.line(context.say("Bukti ditulis: ", "Evidence written: ") + options.out.string());
    context.line(std::to_string(written.records) + context.say(" entri · ", " entries · ") +
                 std::to_string(written.blobs) + context.say(" lampiran · ", " blobs · ") +
                 std::to_string(written.checkpoints) + context.say(" titik periksa · ", " checkpoints · ") +
                 std::to_string(written.leaves) + context.say(" daun log · ", " leaves · ") +
                 std::to_string(written.places) + context.say(" tempat dalam log", " places in the log"));
    if (written.leaves == 0)
        context.line(context.say("Tanpa seluruh log, kelengkapan tidak dapat diperiksa dari berkas ini.",
                                 "Without the whole log, completeness cannot be checked from this file."));
    context.answer({{"ok", true},
                    {"file", options.out.string()},
                    {"records", written.records},
                    {"blobs", written.blobs},
                    {"checkpoints", written.checkpoints},
                    {"leaves", written.leaves},
                    {"places", written.places},
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
    command->footer("Buku pusat memuat seluruh log; buku admin memerlukan --log; buku petugas memuat tempat "
                    "entri-entrinya sendiri.");
    command->callback(
        [&chosen, options] { chosen = [options](Context& context) { return evidence(context, *options); }; });
}

} // namespace teken::ctl
