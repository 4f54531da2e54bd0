// Kop surat from the command line: shown, changed line by line, tried on a sample page.
#include "app/papers/letterhead_folder.h"
#include "app/papers/papers.h"
#include "app/tekenctl/commands.h"
#include "app/words/help/help.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace teken::ctl {

namespace {

using nlohmann::json;

/// What was named; the rest of the file stays.
struct LetterheadOptions {
    std::filesystem::path file = papers::kLetterheadName;
    std::vector<std::string> lines, address; ///< one empty line: none any more
    std::optional<std::string> city, number, font, size, stampBox;
    std::filesystem::path crest, sample;
    bool noCrest = false;
    [[nodiscard]] bool changes() const {
        return !lines.empty() || !address.empty() || city || number || font || size || stampBox ||
               !crest.empty() || noCrest;
    }
};

Result<papers::LetterheadFile> changed(papers::LetterheadFile file, const LetterheadOptions& options) {
    if (!options.lines.empty())
        file.lines = options.lines;
    if (!options.address.empty())
        file.address = options.address;
    file.city = options.city.value_or(file.city);
    file.minutesNumber = options.number.value_or(file.minutesNumber);
    if (options.stampBox)
        file.stampBox = *options.stampBox == "yes";
    if (options.font) {
        TEKEN_TRY(file.font, papers::fontFromName(*options.font));
    }
    if (options.size) {
        file.size.reset();
        if (!options.size->empty()) {
            TEKEN_TRY(file.size, papers::paperSizeFromName(*options.size));
        }
    }
    if (options.noCrest)
        file.crest.clear();
    return file;
}

Result<> writeSample(Context& context, const papers::LetterheadFolder& folder,
                     const std::filesystem::path& to) {
    papers::PaperStyle style;
    TEKEN_TRY(style.head, folder.read());
    style.size = style.head.size.value_or(papers::PaperSize::A4);
    style.printedAt = context.clock.now();
    TEKEN_TRY(const auto page, papers::composeLetterheadSample(style));
    TEKEN_TRY(const auto pdf, papers::toPdf(page));
    context.about(to);
    TEKEN_CHECK(context.files.writeAtomic(to, pdf));
    context.line(to.string());
    return {};
}

Result<int> letterhead(Context& context, const LetterheadOptions& options) {
    papers::LetterheadFolder folder(context.files, options.file);
    context.about(options.file);
    if (options.changes()) {
        TEKEN_TRY(const auto before, folder.load());
        TEKEN_TRY(const auto file, changed(before, options));
        std::optional<Bytes> crest;
        if (!options.crest.empty()) {
            context.about(options.crest);
            TEKEN_TRY(crest, folder.pictureAt(options.crest));
            context.about(options.file);
        }
        TEKEN_CHECK(folder.save(file, crest));
    }
    TEKEN_TRY(const auto file, folder.load());
    TEKEN_TRY(const auto text, papers::formatLetterhead(file));
    TEKEN_CHECK(folder.crestOf(file).map([](const auto&) {}));
    context.line(text);
    if (!options.sample.empty())
        TEKEN_CHECK(writeSample(context, folder, options.sample));
    context.answer({{"ok", true},
                    {"file", options.file.string()},
                    {"lines", file.lines},
                    {"address", file.address},
                    {"crest", file.crest},
                    {"city", file.city},
                    {"minutes_number", file.minutesNumber},
                    {"font", std::string(papers::nameOf(file.font))},
                    {"size", file.size ? json(std::string(papers::nameOf(*file.size))) : json()},
                    {"stamp_box", file.stampBox}});
    return kDone;
}

} // namespace

void addLetterhead(CLI::App& app, Command& chosen) {
    auto options = std::make_shared<LetterheadOptions>();
    auto* command = app.get_subcommand("paper")->add_subcommand(
        "letterhead", words::both("Kop surat: perlihatkan, atau ubah yang disebut; yang lain tetap",
                                  "The letterhead: show it, or change what is named; the rest stays"));
    command->add_option("file", options->file,
                        words::both("Berkas TOML; tanpa ini kop.toml di folder ini",
                                    "TOML file; without it kop.toml in this folder"));
    command->add_option(
        "--line", options->lines,
        words::both("Satu baris kop, berulang paling banyak 6 kali; yang terakhir besar",
                    "One line of the letterhead, repeated at most 6 times; the last is large"));
    command->add_option("--address", options->address,
                        words::both("Satu baris alamat, berulang paling banyak 3 kali",
                                    "One line of the address, repeated at most 3 times"));
    command->add_option("--crest", options->crest,
                        words::both("Lambang: PNG, paling besar 2 MiB dan 2.000 titik sesisi",
                                    "Crest: PNG, at most 2 MiB and 2,000 pixels a side"));
    command->add_flag("--no-crest", options->noCrest, words::both("Tanpa lambang", "Without a crest"))
        ->excludes("--crest");
    command->add_option("--city", options->city,
                        words::both("Kota di atas tanda tangan; \"\" berarti tempat sesi",
                                    "The city above the signatures; \"\" means the place of the session"));
    command->add_option("--number", options->number,
                        words::both("Nomor berita acara; \"\" berarti titik-titik",
                                    "Number of the minutes; \"\" means dots to write on"));
    command->add_option("--font", options->font,
                        words::both("Huruf: serif, sans, atau inter", "Typeface: serif, sans, or inter"));
    command->add_option("--size", options->size,
                        words::both("A4 atau F4; \"\" berarti dipilih saat mencetak",
                                    "A4 or F4; \"\" means chosen when printing"));
    command
        ->add_option("--stamp-box", options->stampBox,
                     words::both("Kotak meterai di pakta: yes atau no",
                                 "A box for the duty stamp on the pledge: yes or no"))
        ->check(CLI::IsMember({"yes", "no"}));
    command->add_option(
        "--sample", options->sample,
        words::both("Tulis satu halaman contoh ke berkas PDF ini", "Write one sample page to this PDF file"));
    command->callback([&chosen, options] {
        chosen = [options](Context& context) { return letterhead(context, *options); };
    });
}

} // namespace teken::ctl
