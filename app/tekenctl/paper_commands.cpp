// Papers as PDF: the same pages as the screens print.
#include "app/papers/gather.h"
#include "app/papers/letterhead_folder.h"
#include "app/papers/papers.h"
#include "app/tekenctl/admin_book.h"
#include "app/tekenctl/commands.h"
#include "app/tekenctl/parsing.h"
#include "app/words/help/help.h"
#include "core/desk/centre_list.h"
#include "core/desk/feed_writer.h"
#include "core/desk/practice.h"
#include "core/domain/names.h"
#include "sync/client/elsewhere.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace teken::ctl {

namespace {

using nlohmann::json;
using papers::PaperKind;

struct PaperOptions {
    std::string kind, session, person, size, number, at;
    std::filesystem::path out = ".", letterhead;
    bool practice = false;
};

Result<papers::PaperStyle> styleOf(Context& context, const PaperOptions& options) {
    papers::PaperStyle style;
    if (!options.letterhead.empty()) {
        TEKEN_TRY(const auto file, context.readFile(options.letterhead, papers::kMostLetterheadBytes));
        static_cast<void>(file); // named and missing is not the same as none
        TEKEN_TRY(style.head, papers::LetterheadFolder(context.files, options.letterhead).read());
    }
    if (!options.size.empty()) {
        TEKEN_TRY(style.size, papers::paperSizeFromName(options.size));
    } else {
        style.size = style.head.size.value_or(papers::PaperSize::A4);
    }
    if (!options.number.empty())
        style.head.minutesNumber = options.number;
    style.printedAt = context.clock.now();
    if (!options.at.empty()) {
        TEKEN_TRY(const auto at, timeMs(options.at));
        style.printedAt = WallTime(Milliseconds(at));
    }
    return style;
}

// The one asked for, or the only one that was ever opened.
Result<SessionId> sessionOf(OpenBook& open, const EntryId& drive, const std::string& asked) {
    if (!asked.empty())
        return SessionId::fromHex(asked);
    TEKEN_TRY(const auto sessions, open.ledger->sessions(drive));
    std::vector<SessionId> opened;
    for (const auto& session : sessions)
        if (!session.desks.empty())
            opened.push_back(session.session);
    if (opened.size() != 1)
        return fail(opened.empty() ? ErrorCode::NotFound : ErrorCode::InvalidInput,
                    opened.empty() ? "papers.not-opened" : "ctl.which-session",
                    "expected one opened session in this book, found " + std::to_string(opened.size()));
    return opened.front();
}

// An id, a number, or a part of a name: exactly one person of the session.
Result<PersonId> personOf(const papers::PaperData& data, const std::string& asked) {
    if (const auto id = PersonId::fromHex(asked))
        return *id;
    const auto folded = domain::foldName(asked);
    std::vector<PersonId> found;
    for (const auto& person : data.people) {
        const bool byNumber = !person.number.empty() && person.number == asked;
        const bool byName =
            !folded.empty() && domain::foldName(person.name).find(folded) != std::string::npos;
        if (byNumber || byName)
            found.push_back(person.id);
    }
    if (found.empty())
        return fail(ErrorCode::NotFound, "desk.person-unknown",
                    "expected a person of this session, found none");
    if (found.size() > 1)
        return fail(ErrorCode::InvalidInput, "papers.which-person",
                    "expected one person, found " + std::to_string(found.size()));
    return found.front();
}

/// Writes PDFs where --out says and tells what came of it.
class PaperWriter {
public:
    PaperWriter(Context& context, std::filesystem::path out) : m_context(context), m_out(std::move(out)) {}

    Result<> write(const papers::Document& document, const std::string& name) {
        TEKEN_TRY(const auto pdf, papers::toPdf(document));
        const bool isFile = m_out.extension() == ".pdf";
        const auto file = isFile ? m_out : m_out / name;
        m_context.about(file);
        if (!isFile)
            TEKEN_CHECK(m_context.files.createFolders(m_out));
        TEKEN_CHECK(m_context.files.writeAtomic(file, pdf));
        m_context.line(file.string() + "  " + std::to_string(document.pages.size()) +
                       m_context.say(" halaman", " pages"));
        m_written.push_back(
            {{"file", file.string()}, {"pages", document.pages.size()}, {"bytes", pdf.size()}});
        return {};
    }

    [[nodiscard]] const json& written() const { return m_written; }

private:
    Context& m_context;
    std::filesystem::path m_out;
    json m_written = json::array();
};

std::string fileOfPerson(const papers::PaperData& data, const PersonId& person, papers::PaperSize size) {
    // The id, not the name: file names are seen by whoever holds the stick.
    return "pakta_" + person.hex().substr(0, 12) + "_" +
           papers::fileNameOf(PaperKind::Pakta, data, size).substr(std::string("pakta-integritas_").size());
}

Result<> writeSlip(OpenBook& open, PaperWriter& writer, const papers::PaperData& data,
                   const papers::PaperStyle& style, const PaperOptions& options) {
    TEKEN_TRY(const auto person, personOf(data, options.person));
    for (const auto& one : data.people) {
        if (one.id != person)
            continue;
        if (!one.signature)
            break;
        TEKEN_TRY(const auto slip,
                  papers::gatherSlip(*open.book, *open.ledger, data.drive.id, one.signature->entry));
        TEKEN_TRY(const auto document, papers::composeSlip(slip, style));
        return writer.write(document, "slip_" + slip.code + ".pdf");
    }
    return fail(ErrorCode::NotFound, "papers.no-signature",
                "expected a signature of this person in this session, found none");
}

Result<> writeSession(PaperWriter& writer, const papers::PaperData& data, const papers::PaperStyle& style,
                      const PaperOptions& options) {
    if (!options.person.empty()) {
        TEKEN_TRY(const auto person, personOf(data, options.person));
        TEKEN_TRY(const auto document, papers::composePakta(data, person, style));
        return writer.write(document, fileOfPerson(data, person, style.size));
    }
    if (options.kind != "all") {
        TEKEN_TRY(const auto kind, papers::paperKindFromSlug(options.kind));
        TEKEN_TRY(const auto document, papers::compose(kind, data, style));
        return writer.write(document, papers::fileNameOf(kind, data, style.size));
    }
    for (std::size_t i = 0; i < papers::kPaperKinds; ++i) {
        const auto kind = static_cast<PaperKind>(i);
        if (kind == PaperKind::HeadNote)
            continue; // for one pair of eyes: only when asked for by name
        const auto document = papers::compose(kind, data, style);
        if (!document && document.error().reason == "papers.nobody")
            continue;
        if (!document)
            return fail(document.error());
        TEKEN_CHECK(writer.write(*document, papers::fileNameOf(kind, data, style.size)));
    }
    return {};
}

// What the laptop's screen counts is what its papers count. A book without such a list has none to say.
Result<std::optional<papers::CentreList>> centreListOf(Context& context, OpenBook& open,
                                                       const EntryId& drive) {
    TEKEN_TRY(const auto list, sync::client::readElsewhere(*open.book, *open.ledger, drive));
    if (!list)
        return std::nullopt;
    const auto offset = desk::clockOffset(*open.book).value_or(Milliseconds(0));
    TEKEN_TRY(const auto own, desk::FeedWriter(context.seams(open)).feed());
    TEKEN_TRY(const auto still, desk::stillSigned(*open.book, own, list->persons, list->asOf - offset));
    return papers::CentreList{list->asOf.time_since_epoch().count(), {still.begin(), still.end()}};
}

Result<int> paper(Context& context, const PaperOptions& options) {
    TEKEN_TRY(auto style, styleOf(context, options));
    if (options.kind == "all" && options.out.extension() == ".pdf")
        return fail(ErrorCode::InvalidInput, "papers.folder-needed",
                    "expected a folder for several papers, found a file name");
    TEKEN_TRY(auto open, context.open());
    // The book says so itself: nobody has to remember that its people are invented.
    TEKEN_TRY(const bool practice, desk::isPracticeBook(*open.book));
    if (practice || options.practice)
        style.watermark = "LATIHAN";
    TEKEN_TRY(const auto drive, driveOf(open));
    PaperWriter writer(context, options.out);
    if (options.kind == "recap" && options.session.empty()) {
        TEKEN_TRY(const auto data, papers::gatherRecap(*open.book, *open.ledger, drive));
        TEKEN_TRY(const auto document, papers::composeRecap(data, style));
        TEKEN_CHECK(writer.write(document, "rekap_" + std::string(papers::nameOf(style.size)) + ".pdf"));
    } else {
        TEKEN_TRY(const auto session, sessionOf(open, drive, options.session));
        TEKEN_TRY(const auto centre, centreListOf(context, open, drive));
        TEKEN_TRY(const auto data, papers::gatherSession(*open.book, *open.ledger, drive, session,
                                                         centre ? &*centre : nullptr));
        if (options.kind == "slip")
            TEKEN_CHECK(writeSlip(open, writer, data, style, options));
        else
            TEKEN_CHECK(writeSession(writer, data, style, options));
    }
    context.answer({{"ok", true}, {"papers", writer.written()}});
    return kDone;
}

} // namespace

void addPapers(CLI::App& app, Command& chosen) {
    auto* group = app.add_subcommand(
        "paper", words::both("Cetak berkas PDF dari catatan", "Print PDF papers from the records"));
    group->require_subcommand(1);
    const auto add = [&](const char* kind, const std::string& what) {
        auto options = std::make_shared<PaperOptions>();
        options->kind = kind;
        auto* command = group->add_subcommand(kind, what);
        command->add_option("--session", options->session,
                            words::both("Id sesi; tanpa ini satu-satunya sesi yang pernah dibuka",
                                        "Id of the session; without it the only session ever opened"));
        command->add_option(
            "--out", options->out,
            words::both("Folder, atau nama berkas .pdf", "A folder, or the name of a .pdf file"));
        command->add_option("--size", options->size,
                            words::both("A4 atau F4; tanpa ini menurut kop surat, atau A4",
                                        "A4 or F4; without it as the letterhead says, or A4"));
        command->add_option("--letterhead", options->letterhead,
                            words::both("Kop surat: berkas TOML kecil", "Letterhead: a small TOML file"));
        command->add_option(
            "--at", options->at,
            words::both("Jam cetak (UTC) \"2023-11-17 08:15\"; tanpa ini jam mesin",
                        "Time of printing (UTC) \"2023-11-17 08:15\"; without it the clock of this machine"));
        command->add_flag(
            "--practice", options->practice,
            words::both("Dengan tulisan LATIHAN di setiap halaman; buku latihan selalu begitu",
                        "With the word LATIHAN (practice) on every page; a practice book always has it"));
        if (std::string_view(kind) == "pakta")
            command->add_option("--person", options->person,
                                words::both("Id, NIP, atau nama satu orang; tanpa ini semua",
                                            "Id, NIP, or name of one person; without it everybody"));
        if (std::string_view(kind) == "slip")
            command
                ->add_option("--person", options->person,
                             words::both("Id, NIP, atau nama satu orang", "Id, NIP, or name of one person"))
                ->required();
        if (std::string_view(kind) == "minutes" || std::string_view(kind) == "all")
            command->add_option("--number", options->number,
                                words::both("Nomor berita acara", "Number of the minutes"));
        command->callback([&chosen, options] {
            chosen = [options](Context& context) { return paper(context, *options); };
        });
    };
    add("pakta", words::both("Pakta integritas per orang", "The integrity pledge of each person"));
    add("sheet", words::both("Lembar tanda tangan bersama", "The joint signature sheet"));
    add("minutes", words::both("Berita acara dengan lampirannya", "The minutes with their annexes"));
    add("attendance", words::both("Daftar hadir", "The attendance list"));
    add("recap", words::both("Rekap per unit; tanpa --session seluruh kegiatan",
                             "Summary by unit; without --session of the whole drive"));
    add("follow-up", words::both("Daftar untuk sesi susulan", "The list for a follow-up session"));
    add("head", words::both("Catatan rahasia untuk pimpinan sesi",
                            "The confidential note for the head of the session"));
    add("slip", words::both("Slip penanda tangan: kode dan QR, tanpa nama",
                            "The signer's slip: code and QR, without a name"));
    add("all", words::both("Semua berkas satu sesi, kecuali catatan rahasia",
                           "All papers of one session, except the confidential note"));
}

} // namespace teken::ctl
