// For the session head alone: what no other paper says.
#include "app/papers/paper_parts.h"

namespace teken::papers {

namespace {

void putRefusals(Composer& composer, const PaperData& data) {
    composer.text("Menolak menandatangani", kSection, {.before = 6, .after = 4, .keepWithNext = true});
    Table table;
    table.columns = {{.head = "No.", .share = 6, .align = Align::Right, .tabular = true},
                     {.head = "Nama / NIP", .share = 44},
                     {.head = "Jabatan / unit kerja", .share = 50}};
    for (const auto& person : data.people) {
        if (person.state != domain::PersonState::Refused)
            continue;
        table.rows.push_back({.cells = {{.text = std::to_string(table.rows.size() + 1)},
                                        {.text = person.name, .second = fullNumber(person.number)},
                                        {.text = person.post, .second = person.unitName}}});
    }
    if (table.rows.empty())
        composer.text("Tidak ada.", kPlain);
    else
        composer.table(table);
    composer.text(
        "Alasan tidak ditanyakan. Catatan ini gugur bila yang bersangkutan menandatangani kemudian. "
        "Kewajiban netralitas berlaku menurut hukum, ditandatangani atau tidak.",
        {.size = 9, .italic = true}, {.after = 6});
}

void putVoids(Composer& composer, const PaperData& data) {
    composer.text("Catatan yang dibatalkan", kSection, {.before = 6, .after = 4, .keepWithNext = true});
    if (data.voids.empty()) {
        composer.text("Tidak ada.", kPlain);
        return;
    }
    Table table;
    table.columns = {{.head = "Pukul", .share = 12, .align = Align::Center, .tabular = true},
                     {.head = "Meja", .share = 22},
                     {.head = "Alasan", .share = 26},
                     {.head = "Orang kedua yang melihat", .share = 40}};
    for (const auto& one : data.voids)
        table.rows.push_back({.cells = {{.text = hourOf(one.wallMs, data.drive.zone)},
                                        {.text = data.desks[one.desk].name},
                                        {.text = voidWord(one.reason)},
                                        {.text = one.second}}});
    composer.table(table);
}

} // namespace

void putHeadNote(Composer& composer, const PaperData& data, const PaperStyle& style) {
    composer.part(footerOf(data, style, PaperKind::HeadNote,
                           "RAHASIA: hanya untuk pimpinan sesi dan admin. Jangan digandakan atau dipajang."));
    composer.letterhead(style.head);
    putHeading(composer, "CATATAN UNTUK PIMPINAN SESI", {"Rahasia: hanya untuk pimpinan sesi dan admin"});
    putSessionFields(composer, data);
    const auto& counts = data.counts;
    composer.text("Jumlah menurut keadaan", kSection, {.after = 4});
    const std::pair<const char*, std::uint64_t> rows[] = {{"Dalam daftar", counts.listed},
                                                          {"Sudah di sesi ini", counts.signedHere},
                                                          {"Sudah di sesi lain", counts.signedElsewhere},
                                                          {"Berhalangan", counts.excused},
                                                          {"Tidak hadir", counts.absent},
                                                          {"Menolak", counts.refused},
                                                          {"Belum tercatat", counts.notYet},
                                                          {"Tamu dari unit lain", counts.guestsSigned},
                                                          {"Tambahan", counts.addedSigned}};
    for (const auto& [word, count] : rows)
        composer.field(word, counted(count) + " orang", kPlain, 140, 8);
    putCentreList(composer, data);
    for (const auto& desk : data.desks)
        if (!desk.countsMatch)
            composer.text("Perhatian: angka penutupan " + desk.name +
                              " tidak sama dengan hitungan ulang dari catatannya. Laporkan kepada admin.",
                          kSection, {.before = 4});
    putRefusals(composer, data);
    putVoids(composer, data);
}

} // namespace teken::papers
