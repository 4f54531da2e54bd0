// Rekap: counts first, percent second, the rule underneath. No names, and refusals are not told from the
// rest.
#include "app/papers/paper_parts.h"

namespace teken::papers {

namespace {

constexpr const char* kRule =
    "Aturan hitung: orang yang sudah menandatangani dibagi orang dalam daftar tanpa yang keluar daftar. Yang "
    "berhalangan tetap dalam penyebut. Orang tambahan dihitung setelah dicocokkan. Satu orang dihitung satu "
    "kali "
    "walau menandatangani lebih dari sekali; tanda tangan simbolis tidak mewakili unit.";

std::string number(std::uint64_t count) {
    return domain::formatNumber(static_cast<std::int64_t>(count));
}

Row rowOf(const std::string& no, const Cell& name, const domain::Coverage& counts, bool sum) {
    Row row;
    row.bold = sum;
    row.cells = {{.text = no},
                 name,
                 {.text = number(counts.denominator())},
                 {.text = number(counts.signedPeople)},
                 {.text = number(counts.excused)},
                 {.text = number(counts.absent + counts.refused + counts.notYet)},
                 {.text = domain::formatPercent(counts.signedPeople, counts.denominator())}};
    return row;
}

Table tableOf(const std::vector<UnitOnPaper>& units, const domain::Coverage& all) {
    Table table;
    table.columns = {{.head = "No.", .share = 6, .align = Align::Right, .tabular = true},
                     {.head = "Unit kerja", .share = 38},
                     {.head = "Dalam daftar", .share = 11, .align = Align::Right, .tabular = true},
                     {.head = "Sudah", .share = 10, .align = Align::Right, .tabular = true},
                     {.head = "Berhalangan", .share = 17.5, .align = Align::Right, .tabular = true},
                     {.head = "Belum", .share = 10, .align = Align::Right, .tabular = true},
                     {.head = "Cakupan", .share = 12, .align = Align::Right, .tabular = true}};
    for (const auto& unit : units)
        table.rows.push_back(rowOf(std::to_string(table.rows.size() + 1),
                                   {.text = unit.name, .second = unit.parent}, unit.counts, false));
    table.rows.push_back(rowOf("", {.text = "Jumlah"}, all, true));
    return table;
}

void putNumbers(Composer& composer, const DriveOnPaper& drive, const std::vector<UnitOnPaper>& units,
                const domain::Coverage& all, std::uint64_t signedOffList) {
    composer.text("Sudah menandatangani: " + domain::formatCoverage(all.signedPeople, all.denominator()),
                  {.size = 13, .bold = true}, {.after = 3});
    composer.text("Daftar pegawai per " + domain::formatDate(drive.rosterDate) +
                      ". Keluar daftar: " + number(all.offRoster) + " orang, tidak dihitung.",
                  kPlain, {.after = 8});
    composer.table(tableOf(units, all));
    if (all.added > 0)
        composer.text("Tambahan yang menunggu pencocokan: " + number(all.added) + " orang, belum dihitung.",
                      kSmall, {.after = 3});
    if (signedOffList > 0)
        composer.text("Menandatangani tetapi tidak ada dalam daftar ini: " + number(signedOffList) +
                          " orang.",
                      kSmall, {.after = 3});
    composer.text(kRule, {.size = 8.6, .italic = true, .align = Align::Justify}, {.after = 8});
}

} // namespace

void putRecap(Composer& composer, const PaperData& data, const PaperStyle& style) {
    composer.part(footerOf(data, style, PaperKind::Recap));
    composer.letterhead(style.head);
    putHeading(composer, "REKAP PENANDATANGANAN", {});
    putSessionFields(composer, data);
    domain::Coverage all;
    for (const auto& unit : data.units)
        all = all + unit.counts;
    putNumbers(composer, data.drive, data.units, all, 0);
    putCentreList(composer, data);
}

Result<Document> composeRecap(const RecapData& data, const PaperStyle& style) {
    TEKEN_TRY(const auto typesetter, Typesetter::create(style.head.font));
    Composer composer(typesetter, style.size, "Rekap · " + data.drive.opening.title, style.printedAt);
    Footer footer;
    footer.paper = "Rekap · " + data.drive.opening.title;
    footer.lines.push_back("Sidik kegiatan: " + data.drive.id.hex());
    footer.note = "Dicetak Teken " + domain::formatDateHour(style.printedAt, data.drive.zone) +
                  " menurut catatan yang sudah sampai di buku ini; bukan format resmi SKB.";
    footer.qr = data.drive.id.hex();
    composer.part(footer);
    composer.letterhead(style.head);
    putHeading(composer, "REKAP PENANDATANGANAN",
               {data.drive.opening.title, data.drive.opening.organisation});
    putNumbers(composer, data.drive, data.units, data.all, data.signedOffList);
    TEKEN_TRY(auto document, composer.finish());
    document.watermark = style.watermark;
    return document;
}

} // namespace teken::papers
