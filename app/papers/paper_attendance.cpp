// Daftar hadir: lies on tables and hangs on walls. Numbers show three digits; who refused, was absent or was
// not recorded all have an empty row, so that nobody can tell one from the other.
#include "app/papers/paper_parts.h"

namespace teken::papers {

namespace {

std::string noteOf(const PersonOnPaper& person) {
    if (person.signature)
        return person.guest ? "Tamu dari unit lain" : person.added ? "Tambahan" : "";
    if (person.signedElsewhere)
        return "Sudah di sesi lain";
    return person.state == domain::PersonState::Excused ? excuseWord(person.excuse) : "";
}

} // namespace

void putAttendance(Composer& composer, const PaperData& data, const PaperStyle& style) {
    composer.part(
        footerOf(data, style, PaperKind::Attendance,
                 "Daftar hadir, bukan lembar tanda tangan pakta. Baris kosong: belum tercatat hadir."));
    composer.letterhead(style.head);
    putHeading(composer, "DAFTAR HADIR", {});
    putSessionFields(composer, data);
    Table table;
    table.columns = {{.head = "No.", .share = 6, .align = Align::Right, .tabular = true},
                     {.head = "Nama", .share = 38},
                     {.head = "Jabatan", .share = 26},
                     {.head = "Hadir", .share = 11, .align = Align::Center, .tabular = true},
                     {.head = "Keterangan", .share = 19}};
    std::uint64_t present = 0;
    for (const auto& person : data.people) {
        if (person.added && !person.signature)
            continue;
        Row row;
        row.cells.push_back({.text = std::to_string(table.rows.size() + 1)});
        row.cells.push_back({.text = person.name, .second = maskedNumber(person.number)});
        const bool showsUnit = data.units.size() > 1 || person.guest;
        row.cells.push_back({.text = person.post, .second = showsUnit ? person.unitName : ""});
        row.cells.push_back(
            {.text = person.signature ? hourOf(person.signature->wallMs, data.drive.zone) : ""});
        row.cells.push_back({.text = noteOf(person)});
        present += person.signature ? 1 : 0;
        table.rows.push_back(std::move(row));
    }
    composer.table(table);
    composer.text("Hadir dan menandatangani: " + counted(present) + " orang, jam menurut " +
                      std::string(domain::zoneName(data.drive.zone)) +
                      ". Nomor pegawai ditampilkan tiga angka terakhir.",
                  kPlain, {.after = 12});
    composer.signatures(
        {SignatureBlock{}, emptyBlock(placeAndDate(data, style), "Pimpinan sesi,", data.desks.front().head)});
}

} // namespace teken::papers
