// Kegiatan: open, close, and which one a book works on.
#include "app/tekenctl/admin_book.h"
#include "app/tekenctl/commands.h"
#include "app/tekenctl/parsing.h"
#include "app/words/help/help.h"
#include "core/store/journal.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace teken::ctl {

namespace {

struct OpenOptions {
    std::string code, title, organisation, area, zone = "WIB", order, purpose, contact, deadline;
    std::vector<std::string> kinds{"pns", "cpns", "pppk", "pppk-part-time"};
    std::int64_t retentionDays = 0;
    bool beside = false;
};

// Everything that an admin does goes to the drive of the setting: a second one must not take its place
// unseen.
Result<> refuseBesideRunning(const desk::AdminDesk& desk) {
    if (!desk.drive())
        return {};
    TEKEN_TRY(const auto running, desk.state());
    if (running.closed)
        return {};
    return fail(ErrorCode::Conflict, "drive.running", "expected no running drive in this book, found one");
}

Result<> workOn(OpenBook& open, const EntryId& drive) {
    return open.book->write([&](store::Transaction& transaction) {
        return open.book->settings().put(transaction, desk::setting::kDrive, drive.hex());
    });
}

Result<int> openDrive(Context& context, const OpenOptions& options) {
    TEKEN_TRY(auto admin, openAdmin(context));
    entry::OpenDrive body;
    body.code = options.code;
    body.title = options.title;
    body.organisation = options.organisation;
    body.area = options.area;
    TEKEN_TRY(body.zone, word<entry::Zone>(options.zone));
    body.order = options.order;
    body.purpose = options.purpose;
    body.contact = options.contact;
    for (const auto& kind : options.kinds) {
        TEKEN_TRY(const auto known, domain::signerKindFromSlug(kind));
        body.signerKinds.emplace_back(domain::slug(known));
    }
    if (!options.deadline.empty()) {
        TEKEN_TRY(body.deadlineMs, timeMs(options.deadline));
    }
    if (options.retentionDays > 0)
        body.retentionDays = options.retentionDays;
    if (!options.beside)
        TEKEN_CHECK(refuseBesideRunning(*admin.desk));
    TEKEN_TRY(const auto drive, admin.desk->openDrive(body));
    TEKEN_CHECK(workOn(admin.open, drive));
    context.line(context.say("Kegiatan dibuka: ", "Drive opened: ") + options.title);
    context.answer({{"ok", true}, {"drive", drive.hex()}});
    return kDone;
}

// The book goes on with a drive that is there already.
Result<int> useDrive(Context& context, const std::string& code) {
    TEKEN_TRY(auto open, context.open());
    TEKEN_TRY(const auto drives, open.ledger->drives());
    for (const auto& one : drives) {
        if (one.opening.code != code)
            continue;
        TEKEN_CHECK(workOn(open, one.drive));
        context.line(context.say("Buku ini mengerjakan kegiatan: ", "This book works on the drive: ") +
                     one.opening.title);
        context.answer({{"ok", true}, {"drive", one.drive.hex()}});
        return kDone;
    }
    return fail(ErrorCode::NotFound, "drive.unknown-code", "expected a drive of that code, found none");
}

Result<int> closeDrive(Context& context, const std::string& note) {
    TEKEN_TRY(auto admin, openAdmin(context));
    TEKEN_TRY(const auto id, admin.desk->closeDrive(note));
    context.line(context.say("Kegiatan ditutup.", "Drive closed."));
    context.answer({{"ok", true}, {"entry", id.hex()}});
    return kDone;
}

} // namespace

void addDrive(CLI::App& app, Command& chosen) {
    auto* group = app.add_subcommand("drive", words::both("Kegiatan penandatanganan: buka, pilih, tutup",
                                                          "The signing drive: open, choose, close"));
    group->require_subcommand(1);
    auto opening = std::make_shared<OpenOptions>();
    auto* open = group->add_subcommand("open", words::both("Buka kegiatan", "Open a drive"));
    open->add_option("--code", opening->code, words::both("Kode pendek", "Short code"))->required();
    open->add_option("--title", opening->title, words::both("Judul", "Title"))->required();
    open->add_option("--organisation", opening->organisation, words::both("Penyelenggara", "Organiser"))
        ->required();
    open->add_option("--area", opening->area, words::both("Kode wilayah", "Area code"));
    open->add_option("--zone", opening->zone,
                     words::both("Zona waktu: WIB, WITA, WIT", "Time zone: WIB, WITA, WIT"));
    open->add_option("--order", opening->order, words::both("Surat dasar", "The order it rests on"));
    open->add_option("--purpose", opening->purpose, words::both("Tujuan", "Purpose"));
    open->add_option("--contact", opening->contact, words::both("Kepada siapa bertanya", "Whom to ask"));
    open->add_option("--kind", opening->kinds, words::both("Jenis penanda tangan", "Kind of signer"));
    open->add_option("--deadline", opening->deadline,
                     words::both("Batas waktu, YYYY-MM-DD", "Deadline, YYYY-MM-DD"));
    open->add_option("--retention-days", opening->retentionDays,
                     words::both("Masa simpan, hari", "Kept for this many days"));
    open->add_flag("--beside", opening->beside,
                   words::both("Kegiatan kedua, walau yang pertama masih berjalan",
                               "A second drive, though the first still runs"));
    open->callback([&chosen, opening] {
        chosen = [opening](Context& context) { return openDrive(context, *opening); };
    });

    auto code = std::make_shared<std::string>();
    auto* use = group->add_subcommand(
        "use", words::both("Kerjakan kegiatan lain yang sudah ada", "Work on another drive that is there"));
    use->add_option("code", *code, words::both("Kode pendek", "Short code"))->required();
    use->callback(
        [&chosen, code] { chosen = [code](Context& context) { return useDrive(context, *code); }; });

    auto note = std::make_shared<std::string>();
    auto* close = group->add_subcommand("close", words::both("Tutup kegiatan", "Close the drive"));
    close->add_option("--note", *note, words::both("Catatan", "Note"));
    close->callback(
        [&chosen, note] { chosen = [note](Context& context) { return closeDrive(context, *note); }; });
}

} // namespace teken::ctl
