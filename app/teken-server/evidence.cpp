// `teken-server evidence`: one drive and the whole log in one file, from the centre's own book.
#include "app/auditing/make_evidence.h"
#include "app/teken-server/log_commands.h"
#include "app/words/help/help.h"
#include "core/desk/desk_seams.h"
#include "sync/protocol/strict_json.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace teken::service {

namespace {

struct EvidenceOptions : auditing::EvidenceWish {
    bool json = false;
};

void tellAsJson(const sync::EvidenceSummary& written, const std::filesystem::path& out) {
    sync::JsonWriter json;
    json.open('{').key("ok").boolean(true).key("file").text(out.string());
    json.key("records").number(written.records).key("blobs").number(written.blobs);
    json.key("checkpoints").number(written.checkpoints).key("leaves").number(written.leaves);
    json.key("places").number(written.places).key("accusations").number(written.accusations);
    json.key("bytes").number(written.bytes);
    std::printf("%s\n", std::string(textOf(json.close('}').finish())).c_str());
}

/// Of a server that is stopped: one that runs has its book for itself.
Result<> makeEvidence(Context& context, const std::filesystem::path& configFile,
                      const EvidenceOptions& options) {
    TEKEN_TRY(const auto config, readConfig(context, configFile));
    TEKEN_TRY(const auto book, store::Book::open(config.book, context.bookSeams()));
    TEKEN_TRY(const auto root, desk::pinnedRoot(*book));
    TEKEN_TRY(const auto ledger, ledger::Ledger::open(*book, root));
    TEKEN_TRY(const auto drive, auditing::wishedDrive(*ledger, options.drive));
    std::vector<std::string> notes;
    if (!config.logKey.empty())
        notes = auditing::notesOfSigner(context.files, config.logKey);
    TEKEN_TRY(auto log, sync::logOf(*book, std::move(notes)));
    sync::PosixBundleStorage storage;
    const auditing::Seams seams{context.clock, context.random, context.files, storage};
    TEKEN_TRY(const auto written,
              auditing::makeEvidence(seams, *book, *ledger, drive, options, std::move(log)));
    if (options.json) {
        tellAsJson(written, options.out);
        return {};
    }
    for (const auto& line : auditing::evidenceLines(written, options.out, context.language))
        std::printf("%s\n", line.c_str());
    return {};
}

} // namespace

void addEvidence(CLI::App& app, const std::filesystem::path& config,
                 std::function<Result<>(Context&)>& chosen) {
    const auto options = std::make_shared<EvidenceOptions>();
    auto* command =
        app.add_subcommand("evidence", words::both("Tulis bukti satu kegiatan untuk pemeriksa (.teken)",
                                                   "Write the evidence of one drive for auditors (.teken)"));
    command->add_option("out", options->out, words::both("Berkas .teken", "The .teken file"))->required();
    command->add_option("--drive", options->drive,
                        words::both("Id kegiatan; kosong: satu-satunya kegiatan buku ini",
                                    "Id of the drive; empty: the only one of this book"));
    command->add_option("--to", options->to,
                        words::both("Kunci penerima, 64 digit hex", "Key of the recipient, 64 hex digits"));
    command->add_flag("--open", options->open, words::both("Tanpa segel", "Unsealed"));
    command->add_option(
        "--checkpoint", options->checkpoints,
        words::both("Titik periksa yang ikut disertakan, misalnya yang disaksikan; boleh berulang",
                    "A checkpoint to go along, a witnessed one for instance; may be repeated"));
    command->add_flag("--json", options->json, words::both("Jawaban sebagai JSON", "The answer as JSON"));
    command->footer(words::both("Hentikan dahulu peladennya: yang sedang berjalan memegang bukunya sendiri.",
                                "Stop the server first: a running one keeps the book to itself."));
    command->callback([&chosen, &config, options] {
        chosen = [&config, options](Context& context) { return makeEvidence(context, config, *options); };
    });
}

} // namespace teken::service
