// Who has not signed yet: for a sesi susulan. Why is said only of those who are excused; a refusal looks like
// everybody else's empty row.
#include "app/papers/paper_parts.h"

namespace teken::papers {

void putFollowUp(Composer& composer, const PaperData& data, const PaperStyle& style) {
    composer.part(footerOf(data, style, PaperKind::FollowUp,
                           "Daftar untuk menyiapkan sesi susulan, menurut catatan sampai saat dicetak."));
    composer.letterhead(style.head);
    putHeading(composer, "DAFTAR UNTUK SESI SUSULAN", {});
    putSessionFields(composer, data);
    Table table;
    table.columns = {{.head = "No.", .share = 6, .align = Align::Right, .tabular = true},
                     {.head = "Nama", .share = 35},
                     {.head = "Jabatan / unit kerja", .share = 27},
                     {.head = "Keterangan", .share = 16},
                     {.head = "Jadwal", .share = 16}};
    for (const auto& person : data.people) {
        const bool listed = !person.guest && !person.added;
        if (!listed || person.state == domain::PersonState::Signed || person.signedSince ||
            person.state == domain::PersonState::OffRoster)
            continue;
        Row row;
        row.cells.push_back({.text = std::to_string(table.rows.size() + 1)});
        row.cells.push_back({.text = person.name, .second = maskedNumber(person.number)});
        row.cells.push_back({.text = person.post, .second = person.unitName});
        row.cells.push_back(
            {.text = person.state == domain::PersonState::Excused ? excuseWord(person.excuse) : ""});
        row.cells.push_back({});
        table.rows.push_back(std::move(row));
    }
    putCentreList(composer, data);
    if (table.rows.empty()) {
        composer.text("Semua orang dalam daftar sudah menandatangani. Tidak perlu sesi susulan.", kPlain);
        return;
    }
    composer.text("Belum menandatangani: " + counted(table.rows.size()) + " dari " +
                      domain::formatNumber(static_cast<std::int64_t>(data.counts.listed)) + " orang.",
                  kSection, {.after = 6});
    composer.table(table);
}

} // namespace teken::papers
