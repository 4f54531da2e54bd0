// Files on a stick and a round with the server.
#include "app/tekenctl/bundle_file.h"
#include "app/tekenctl/commands.h"
#include "app/tekenctl/parsing.h"
#include "app/tekenctl/terminal.h"
#include "app/words/help/help.h"
#include "core/base/version.h"
#include "core/desk/enrolment.h"
#include "core/desk/queue.h"
#include "core/store/entries.h"
#include "core/store/journal.h"
#include "core/store/keyring.h"
#include "sync/client/http_transport.h"
#include "sync/client/runner.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>
#include <thread>

namespace teken::ctl {

namespace {

using nlohmann::json;

struct ExportOptions {
    std::filesystem::path out;
    std::string purpose = "entries", to, forFeed;
    bool open = false;
};

Result<FeedId> originOf(store::Book& book) {
    TEKEN_TRY(const auto holders, book.keyring().holders());
    if (holders.empty())
        return FeedId{};
    return book.keyring().current() != nullptr ? book.keyring().current()->feed : holders.front().feed;
}

struct Reader {
    PublicKey key;
    std::optional<RecipientKey> recipient;
};

// The newest certificate of an officer says where to seal to.
Result<Reader> readerOf(OpenBook& open, const std::string& feedHex) {
    TEKEN_TRY(const auto feed, FeedId::fromHex(feedHex));
    TEKEN_TRY(const auto state, open.ledger->feed(feed));
    if (!state || !state->certificate)
        return fail(ErrorCode::NotFound, "desk.feed-unknown", "expected a certified feed, found none");
    TEKEN_TRY(const auto stored, open.book->entries().get(*state->certificate));
    const auto* whole = std::get_if<entry::Entry>(&stored.record);
    if (whole == nullptr)
        return fail(ErrorCode::NotFound, "desk.withheld", "expected a whole entry, found a withheld one");
    TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
    const auto* certificate = std::get_if<entry::CertifyOfficer>(&payload.body);
    if (certificate == nullptr)
        return fail(ErrorCode::InvalidInput, "desk.not-an-officer",
                    "expected an officer's feed, found another");
    return Reader{certificate->key, certificate->recipient};
}

Result<sync::ExportRequest> requestOf(Context& context, OpenBook& open, const ExportOptions& options) {
    sync::ExportRequest request;
    TEKEN_TRY(request.header.origin, originOf(*open.book));
    request.header.createdMs = context.nowMs();
    TEKEN_TRY(request.header.recipient, optionalId<RecipientKey>(options.to));
    request.openly = options.open;
    const bool sealByDefault = !options.open && !request.header.recipient;
    if (options.purpose == "entries") {
        request.header.purpose = sync::Purpose::Entries;
        request.questions = true;
        TEKEN_TRY(request.feeds, sync::unsentFeeds(*open.book));
        if (sealByDefault) {
            TEKEN_TRY(request.header.recipient, desk::centreRecipient(*open.book, *open.ledger));
        }
    } else if (options.purpose == "news") {
        request.header.purpose = sync::Purpose::News;
        TEKEN_TRY(const auto reader, readerOf(open, options.forFeed));
        TEKEN_TRY(request.feeds, sync::authorityFeeds(*open.ledger));
        request.reader = reader.key;
        if (sealByDefault)
            request.header.recipient = reader.recipient;
        request.receipts = true;
    } else if (options.purpose == "receipts") {
        request.header.purpose = sync::Purpose::Receipts; // nothing personal: never sealed
        request.feeds.emplace();
        request.blobs = false;
        request.receipts = true;
    } else if (options.purpose == "book") {
        request.header.purpose = sync::Purpose::Book;
        request.receipts = true;
    } else {
        return fail(ErrorCode::InvalidInput, "ctl.word", "expected one of: entries, news, receipts, book");
    }
    return request;
}

Result<int> exportFile(Context& context, const ExportOptions& options) {
    TEKEN_TRY(auto open, context.open());
    TEKEN_TRY(const auto request, requestOf(context, open, options));
    context.about(options.out);
    ProgressBar bar(context.say("Menulis", "Writing"));
    TEKEN_TRY(const auto summary,
              sync::exportBundle(*open.book, *open.ledger, context.storage, options.out, request,
                                 context.random, [&](auto done, auto total) { bar.show(done, total); }));
    context.line(context.say("Ditulis dan dibaca ulang: ", "Written and read back: ") + options.out.string() +
                 " (" + std::to_string(summary.records) + context.say(" catatan, ", " entries, ") +
                 std::to_string(summary.blobs) + context.say(" berkas, ", " blobs, ") +
                 std::to_string(summary.receipts) + context.say(" tanda terima, ", " receipts, ") +
                 std::to_string(summary.replies) +
                 context.say(" halaman bukti log)", " pages of log proofs)"));
    if (summary.pending > 0)
        context.line(
            std::to_string(summary.pending) +
            context.say(" halaman pertanyaan kepada log belum terjawab penuh: jalankan `sync`, lalu tulis "
                        "berkas ini sekali lagi",
                        " pages of questions to the log have no whole answer yet: run `sync`, then write "
                        "this file once more"));
    context.answer({{"ok", true},
                    {"file", options.out.string()},
                    {"records", summary.records},
                    {"blobs", summary.blobs},
                    {"receipts", summary.receipts},
                    {"log_questions", summary.questions},
                    {"log_replies", summary.replies},
                    {"log_pending", summary.pending},
                    {"bytes", summary.bytes}});
    return kDone;
}

void tellLog(Context& context, const sync::ImportSummary& summary) {
    if (summary.logReceipts + summary.logPending > 0)
        context.line(
            "  " + std::to_string(summary.logReceipts) +
            context.say(" catatan terbukti ada di log pusat, ", " entries proven to be in the log, ") +
            std::to_string(summary.logPending) + context.say(" belum", " not yet"));
    if (summary.questions > 0)
        context.line("  " + std::to_string(summary.questions) +
                     context.say(" × pertanyaan kepada log pusat: dibawa pada `sync` berikut",
                                 " × questions to the centre's log: asked with the next `sync`"));
    if (summary.logStale > 0)
        context.line("  " + std::to_string(summary.logStale) +
                     context.say(" × jawaban log lama: tidak dipakai; kirim flashdisk sekali lagi",
                                 " × old answers of the log: not used; send the stick once more"));
    if (summary.logRefused > 0)
        context.line(
            "  " + std::to_string(summary.logRefused) +
            context.say(" × bukti log tidak cocok: tidak ada yang dianggap diterima karenanya. Minta "
                        "berkas baru; bila tetap, beri tahu admin dan auditor",
                        " × log proofs that do not hold: nothing was taken as received for them. Ask for "
                        "a new file; if it stays so, tell the admin and the auditor"));
}

Result<int> importFile(Context& context, const std::filesystem::path& file) {
    TEKEN_TRY(auto open, context.open());
    TEKEN_TRY(const auto reader, openBundle(context, open.book.get(), file));
    ProgressBar bar(context.say("Memuat", "Loading"));
    TEKEN_TRY(const auto summary, sync::importBundle(*reader, *open.book, *open.ledger, context.clock,
                                                     [&](auto done, auto total) { bar.show(done, total); }));
    TEKEN_CHECK(desk::savePins(*open.book, *open.ledger));
    TEKEN_CHECK(desk::refreshRecovery(*open.book, *open.ledger));
    TEKEN_CHECK(desk::keepLogEvidence(*open.book, context.files));
    context.line(context.say("Baru ", "New ") + std::to_string(summary.stored) +
                 context.say(", sudah ada ", ", here already ") + std::to_string(summary.duplicates) +
                 context.say(", ditolak ", ", refused ") + std::to_string(summary.refused) +
                 context.say(", berkas ", ", blobs ") + std::to_string(summary.blobs) +
                 context.say(", tanda terima ", ", receipts ") + std::to_string(summary.receipts));
    for (const auto& [reason, count] : summary.reasons)
        context.line("  " + std::to_string(count) + " × " + reason + ": " +
                     words::sentence({ErrorCode::VerificationFailed, reason, {}, {}}, context.language()));
    if (summary.receiptsRefused > 0)
        context.line(
            "  " + std::to_string(summary.receiptsRefused) +
            context.say(" × tanda terima ditolak: tidak bertanda peladen, atau menyebut catatan lain",
                        " × receipts refused: not signed by a server, or naming another entry"));
    if (summary.receiptsFormer > 0)
        context.line("  " + std::to_string(summary.receiptsFormer) +
                     context.say(" × tanda terima lama, dari sebelum peladen dipulihkan: tidak dipakai",
                                 " × old receipts, from before the server was restored: not used"));
    tellLog(context, summary);
    if (summary.serverRestored)
        context.line(
            context.say("  Peladen pernah dipulihkan dari cadangan: yang belum ada di sana dikirim ulang.",
                        "  The server was restored from a backup: what it lacks is sent again."));
    context.answer({{"ok", true},
                    {"stored", summary.stored},
                    {"duplicates", summary.duplicates},
                    {"forks", summary.forks},
                    {"unknown_kinds", summary.unknownKinds},
                    {"refused", summary.refused},
                    {"reasons", summary.reasons},
                    {"blobs", summary.blobs},
                    {"receipts", summary.receipts},
                    {"receipts_elsewhere", summary.receiptsElsewhere},
                    {"receipts_former", summary.receiptsFormer},
                    {"receipts_refused", summary.receiptsRefused},
                    {"log_questions", summary.questions},
                    {"log_receipts", summary.logReceipts},
                    {"log_pending", summary.logPending},
                    {"log_stale", summary.logStale},
                    {"log_elsewhere", summary.logElsewhere},
                    {"log_refused", summary.logRefused},
                    {"log_fault", summary.logFault ? json(summary.logFault->reason) : json(nullptr)},
                    {"server_restored", summary.serverRestored}});
    if (summary.logFault)
        return fail(*summary.logFault);
    return summary.refused + summary.logRefused + summary.receiptsRefused == 0 ? kDone : kIncomplete;
}

json reportOf(const sync::client::RoundReport& report) {
    json facts{{"sent", report.sent},
               {"refused", report.refused},
               {"quarantined", report.quarantined},
               {"received", report.received},
               {"spoiled", report.spoiled},
               {"acknowledgements", report.acknowledgements},
               {"log_receipts", report.receipts},
               {"log_errands", report.errands},
               {"log_error", report.logError ? json(report.logError->reason) : json(nullptr)},
               {"blobs_sent", report.blobsSent},
               {"blobs_received", report.blobsReceived},
               {"bytes_sent", report.bytesSent},
               {"bytes_received", report.bytesReceived},
               {"server_restored", report.serverRestored},
               {"own_feed_ahead", report.ownFeedAhead}};
    facts["clock_offset_ms"] = report.clockOffset ? json(report.clockOffset->count()) : json(nullptr);
    facts["reading_error"] = report.readingError ? json(report.readingError->reason) : json(nullptr);
    return facts;
}

/// The log signs at once when it is idle and each second when it is not, but after the answer to a push: what
/// was just sent is asked for again, so that one command comes to an end that says something.
bool awaitsLog(const sync::client::RoundReport& report) {
    return report.ok() &&
           (report.notLogged > 0 || (report.logError && report.logError->reason == "log.no-checkpoint"));
}

template <class Play>
sync::client::RoundReport playUntilLogged(Play play) {
    constexpr int kMostRounds = 12;
    constexpr std::chrono::milliseconds kPause{400};
    auto report = play();
    for (int round = 1; round < kMostRounds && awaitsLog(report); ++round) {
        std::this_thread::sleep_for(kPause);
        const auto next = play();
        if (!next.ok())
            break; // what the rounds before have done stays done
        report.received += next.received;
        report.acknowledgements += next.acknowledgements;
        report.receipts += next.receipts;
        report.bytesSent += next.bytesSent;
        report.bytesReceived += next.bytesReceived;
        report.notLogged = next.notLogged;
        report.logError = next.logError;
    }
    return report;
}

Result<int> syncNow(Context& context, const std::string& server) {
    TEKEN_TRY(auto open, context.open());
    TEKEN_TRY(const auto known, open.book->settings().get(desk::setting::kServerUrl));
    const auto address = server.empty() ? known.value_or("") : server;
    if (address.empty())
        return fail(ErrorCode::NotFound, "ctl.no-server", "expected the server's address, found none");
    TEKEN_TRY(const auto pins, sync::client::certifiedPins(*open.ledger));
    sync::client::HttpSettings settings;
    settings.address = address;
    settings.pins = pins;
    TEKEN_TRY(const auto transport, sync::client::HttpTransport::create(std::move(settings)));
    ProgressBar bar(context.say("Mengirim", "Sending"));
    sync::client::RoundOptions options;
    options.byHand = true;
    options.software = softwareName("tekenctl");
    const auto report = playUntilLogged([&] {
        return sync::client::syncOnce(*open.book, *open.ledger, *transport, context.clock, context.random,
                                      options,
                                      [&](const sync::client::Progress& at) { bar.show(at.done, at.total); });
    });
    TEKEN_CHECK(desk::keepLogEvidence(*open.book, context.files));
    TEKEN_TRY(const auto counts, desk::queueCounts(*open.book));
    if (report.error)
        return fail(*report.error);
    TEKEN_CHECK(desk::savePins(*open.book, *open.ledger, address));
    if (report.clockOffset)
        TEKEN_CHECK(open.book->write([&](store::Transaction& transaction) {
            return desk::keepClockOffset(*open.book, transaction, *report.clockOffset);
        }));
    TEKEN_CHECK(desk::refreshRecovery(*open.book, *open.ledger));
    context.line(context.say("Dikirim ", "Sent ") + std::to_string(report.sent) +
                 context.say(", diterima dari pusat ", ", received ") + std::to_string(report.received) +
                 context.say(", ditolak ", ", refused ") + std::to_string(report.refused));
    context.line(std::to_string(counts.saved) + context.say(" tersimpan · ", " saved · ") +
                 std::to_string(counts.received) +
                 context.say(" diterima pusat · ", " received by the centre · ") +
                 std::to_string(counts.waiting) + context.say(" menunggu · ", " waiting · ") +
                 std::to_string(counts.trouble) + context.say(" perlu bantuan", " need help"));
    if (report.quarantined > 0)
        context.line(context.say("Tidak dihitung karena kuncinya: ", "Not counted because of their key: ") +
                     std::to_string(report.quarantined));
    // What was sent is safe, but a key that is revoked or not certified makes signatures that do not count.
    if (report.readingError)
        return fail(*report.readingError);
    auto facts = reportOf(report);
    facts["ok"] = true;
    facts["queue"] = {{"saved", counts.saved},
                      {"received", counts.received},
                      {"witnessed", counts.witnessed},
                      {"waiting", counts.waiting},
                      {"trouble", counts.trouble}};
    context.answer(facts);
    return counts.waiting == 0 && counts.trouble == 0 ? kDone : kIncomplete;
}

} // namespace

void addTransfer(CLI::App& app, Command& chosen) {
    auto exporting = std::make_shared<ExportOptions>();
    auto* exportCommand = app.add_subcommand(
        "export", words::both("Tulis berkas .teken untuk flashdisk", "Write a .teken file for a USB stick"));
    exportCommand->add_option("--out", exporting->out, words::both("Berkas .teken", "A .teken file"))
        ->required();
    exportCommand->add_option("--purpose", exporting->purpose,
                              words::both("entries: yang belum diterima pusat; news: kabar untuk satu "
                                          "petugas (--for); receipts: tanda terima; book: semuanya",
                                          "entries: what the centre has not received; news: for one officer "
                                          "(--for); receipts: those of the centre; book: everything"));
    exportCommand->add_option(
        "--to", exporting->to,
        words::both("Kunci penerima, 64 digit hex", "Key of the recipient, 64 hex digits"));
    exportCommand->add_option(
        "--for", exporting->forFeed,
        words::both("Untuk news: id rangkaian petugas", "For news: id of the officer's feed"));
    exportCommand->add_flag("--open", exporting->open, words::both("Tanpa segel", "Without a seal"));
    exportCommand->callback([&chosen, exporting] {
        chosen = [exporting](Context& context) { return exportFile(context, *exporting); };
    });

    auto file = std::make_shared<std::filesystem::path>();
    auto* importCommand = app.add_subcommand("import", words::both("Muat berkas .teken; boleh berulang",
                                                                   "Take in a .teken file; may be repeated"));
    importCommand->add_option("file", *file, words::both("Berkas .teken", "A .teken file"))->required();
    importCommand->callback(
        [&chosen, file] { chosen = [file](Context& context) { return importFile(context, *file); }; });

    auto receipts = std::make_shared<ExportOptions>();
    receipts->purpose = "receipts";
    auto* receiptsCommand =
        app.add_subcommand("receipts", words::both("Tulis tanda terima pusat untuk dibawa kembali",
                                                   "Write the centre's receipts to be carried back"));
    receiptsCommand->add_option("--out", receipts->out, words::both("Berkas .teken", "A .teken file"))
        ->required();
    receiptsCommand->callback([&chosen, receipts] {
        chosen = [receipts](Context& context) { return exportFile(context, *receipts); };
    });

    auto server = std::make_shared<std::string>();
    auto* syncCommand = app.add_subcommand(
        "sync", words::both("Kirim ke pusat dan ambil kabar", "Send to the centre and fetch news"));
    syncCommand->add_option(
        "--server", *server,
        words::both("Alamat pusat; kosong: yang tersimpan", "Address of the centre; empty: the stored one"));
    syncCommand->callback(
        [&chosen, server] { chosen = [server](Context& context) { return syncNow(context, *server); }; });
}

} // namespace teken::ctl
