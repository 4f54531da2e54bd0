// Berita acara: what was done, when and where, by numbers in words, with who signed it; annexes behind.
#include "app/papers/paper_parts.h"

#include <algorithm>

namespace teken::papers {

namespace {

std::string list(const std::vector<std::string>& parts) {
    std::string all;
    for (std::size_t i = 0; i < parts.size(); ++i)
        all += (i == 0                  ? ""
                : i + 1 == parts.size() ? (parts.size() > 2 ? ", dan " : " dan ")
                                        : ", ") +
               parts[i];
    return all;
}

std::string whatHappened(const PaperData& data) {
    const auto zone = data.drive.zone;
    const auto first = domain::dateIn(zone, timeOf(startOf(data)));
    std::vector<std::string> titles;
    for (const auto& text : data.texts)
        titles.push_back("“" + text.text.title + "”");
    std::string all = "Pada " + dayInMinutes(first) + ", " + sessionHours(data) + ", bertempat di " +
                      data.place + ", telah dilaksanakan " + (data.parentTitle ? "sesi susulan" : "sesi") +
                      " penandatanganan " + list(titles) + " dalam Kegiatan " + data.drive.opening.title +
                      " oleh " + data.drive.opening.organisation + ", bagi pegawai " + list(data.unitNames);
    if (data.parentTitle && !data.parentTitle->empty())
        all += ", sebagai lanjutan sesi " + *data.parentTitle;
    return all + ", dengan uraian sebagai berikut.";
}

void putCounts(Composer& composer, const PaperData& data) {
    const auto& counts = data.counts;
    composer.text("1.  Jumlah", kSection, {.before = 4, .after = 4, .keepWithNext = true});
    const auto row = [&](const std::string& word, std::uint64_t count) {
        composer.field(word, counted(count) + " orang", kPlain, 196, 17);
    };
    row("Dalam daftar pegawai unit kerja ini", counts.listed);
    row("Menandatangani dalam sesi ini", counts.signedHere);
    if (counts.signedElsewhere > 0)
        row("Sudah menandatangani di sesi lain", counts.signedElsewhere);
    row("Berhalangan", counts.excused);
    // One figure on purpose: absent, refused and not recorded are told apart only for the session head.
    row("Belum menandatangani", counts.absent + counts.refused + counts.notYet);
    if (counts.guestsSigned > 0)
        row("Penanda tangan dari unit lain", counts.guestsSigned);
    if (counts.addedSigned > 0)
        row("Penanda tangan tambahan", counts.addedSigned);
    composer.field("Cakupan", domain::formatCoverage(counts.signedAll(), counts.listed), kPlain, 196, 17);
    composer.text(
        "Cakupan: yang sudah menandatangani dibagi yang ada dalam daftar tanpa yang keluar daftar; yang "
        "berhalangan tetap dihitung dalam daftar.",
        {.size = 8.6, .italic = true}, {.after = 6, .indent = 17});
    if (counts.signedElsewhere > 0)
        putCentreList(composer, data);
    if (counts.signedSince > 0)
        composer.text(
            "Sesudah sesi ditutup diketahui " + counted(counts.signedSince) +
                " orang dalam daftar ini menandatangani di sesi lain, menurut catatan saat dicetak. "
                "Angka di atas tetap seperti saat penutupan.",
            {.size = 8.6, .italic = true}, {.after = 6, .indent = 17});
}

void putTexts(Composer& composer, const PaperData& data) {
    composer.text("2.  Naskah", kSection, {.before = 4, .after = 4, .keepWithNext = true});
    for (const auto& text : data.texts) {
        composer.text(text.text.title, kPlain, {.after = 1, .indent = 17});
        composer.text("Kode " + textLine(text) + ", berlaku " + domain::formatDate(text.text.date) + ".",
                      {.size = 9.5}, {.after = 5, .indent = 17});
    }
}

/// "PMK-ASN dan PMK-DESA "; nothing where all were read.
std::string textsNamed(const PaperData& data, const std::vector<BlobId>& texts) {
    std::vector<std::string> codes;
    for (const auto& id : texts)
        if (const auto* text = data.text(id))
            codes.push_back(text->text.code);
    return codes.empty() ? "" : list(codes) + " ";
}

std::uint64_t signedAt(const PaperData& data, std::size_t desk) {
    return static_cast<std::uint64_t>(
        std::count_if(data.people.begin(), data.people.end(), [&](const PersonOnPaper& person) {
            return person.signature && person.signature->desk == desk;
        }));
}

void putDesks(Composer& composer, const PaperData& data) {
    const auto zone = data.drive.zone;
    composer.text("3.  Pelaksanaan", kSection, {.before = 4, .after = 4, .keepWithNext = true});
    for (std::size_t i = 0; i < data.desks.size(); ++i) {
        const auto& desk = data.desks[i];
        std::string line = desk.name + ": petugas " + desk.officer + ", " +
                           hoursOf(desk.openedMs, desk.closedMs, zone) + ", " + counted(signedAt(data, i)) +
                           " penanda tangan";
        for (const auto& reading : desk.readings)
            line += "; naskah " + textsNamed(data, reading.texts) + "dibacakan bersama pukul " +
                    domain::formatHour(timeOf(reading.atMs), zone);
        for (const auto& pause : desk.pauses)
            line += "; dijeda " + hoursOf(pause.fromMs, pause.untilMs, zone) + " (" +
                    pauseWord(pause.reason) + ")";
        line += desk.closing ? "; kode penutupan " + desk.code + "." : "; belum ditutup.";
        composer.item(std::string(1, static_cast<char>('a' + i % 26)) + ".", line, kBody, 17);
    }
}

void putEvents(Composer& composer, const PaperData& data) {
    composer.text("4.  Kejadian khusus", kSection, {.before = 4, .after = 4, .keepWithNext = true});
    if (data.events.empty() && data.voids.empty())
        composer.text("Tidak ada.", kPlain, {.indent = 17});
    for (const auto& event : data.events)
        composer.item("–",
                      "Pukul " + domain::formatHour(timeOf(event.wallMs), data.drive.zone) + ", " +
                          data.desks[event.desk].name + ": " + event.text,
                      kBody, 17);
    for (const auto& one : data.voids)
        composer.item("–",
                      "Pukul " + domain::formatHour(timeOf(one.wallMs), data.drive.zone) + ", " +
                          data.desks[one.desk].name + ": satu catatan dibatalkan (" + voidWord(one.reason) +
                          "), disaksikan " + one.second + ".",
                      kBody, 17);
}

void putAnnexHead(Composer& composer, const std::string& number, const std::string& title) {
    composer.pageBreak();
    composer.text("Lampiran " + number + " berita acara", {.size = 9, .italic = true}, {.after = 2});
    composer.text(title, kHeading, {.after = 8});
}

void putSigners(Composer& composer, const PaperData& data) {
    Table table;
    table.columns = {{.head = "No.", .share = 5.5, .align = Align::Right, .tabular = true},
                     {.head = "Nama / NIP", .share = 35},
                     {.head = "Jabatan / unit kerja", .share = 32},
                     {.head = "Pukul", .share = 9, .align = Align::Center, .tabular = true},
                     {.head = "Kode catatan", .share = 18.5, .align = Align::Center}};
    for (const auto& person : data.people) {
        if (!person.signature)
            continue;
        std::string note = person.guest ? "dari unit lain" : person.added ? "tambahan" : "";
        if (const auto form = formWord(person.signature->form); !form.empty())
            note += (note.empty() ? "" : "; ") + form;
        table.rows.push_back({.cells = {{.text = std::to_string(table.rows.size() + 1)},
                                        {.text = person.name, .second = fullNumber(person.number)},
                                        {.text = person.post, .second = person.unitName},
                                        {.text = hourOf(person.signature->wallMs, data.drive.zone)},
                                        {.text = person.signature->code, .second = note}}});
    }
    putAnnexHead(composer, "I", "Penanda tangan dalam sesi ini");
    if (table.rows.empty())
        composer.text("Tidak ada.", kPlain);
    else
        composer.table(table);
}

void putMissing(Composer& composer, const PaperData& data) {
    Table table;
    table.columns = {{.head = "No.", .share = 5.5, .align = Align::Right, .tabular = true},
                     {.head = "Nama / NIP", .share = 37},
                     {.head = "Jabatan / unit kerja", .share = 34},
                     {.head = "Keterangan", .share = 23.5}};
    for (const auto& person : data.people) {
        if (person.guest || person.added || person.signature ||
            person.state == domain::PersonState::OffRoster)
            continue;
        std::string note;
        if (person.signedElsewhere)
            note = "Sudah di sesi lain";
        else if (person.state == domain::PersonState::Excused)
            note = excuseWord(person.excuse);
        table.rows.push_back({.cells = {{.text = std::to_string(table.rows.size() + 1)},
                                        {.text = person.name, .second = fullNumber(person.number)},
                                        {.text = person.post, .second = person.unitName},
                                        {.text = note}}});
    }
    putAnnexHead(composer, "II", "Tidak menandatangani dalam sesi ini");
    if (table.rows.empty())
        composer.text("Tidak ada: semua orang dalam daftar menandatangani dalam sesi ini.", kPlain);
    else
        composer.table(table);
}

void putWholeTexts(Composer& composer, const PaperData& data) {
    putAnnexHead(composer, "III", "Naskah yang ditandatangani");
    for (const auto& text : data.texts) {
        composer.text(text.text.title, {.size = 11, .bold = true, .align = Align::Center},
                      {.before = 8, .after = 6});
        if (!text.text.opening.empty())
            composer.text(text.text.opening, kBody, {.after = 5});
        putPoints(composer, text.text);
        if (!text.text.closing.empty())
            composer.text(text.text.closing, kBody, {.before = 3, .after = 6});
        const auto lines = [&](const char* title, const std::vector<std::string>& all) {
            if (!all.empty())
                composer.text(title, {.size = 9.5, .bold = true},
                              {.before = 3, .after = 2, .keepWithNext = true});
            for (std::size_t i = 0; i < all.size(); ++i)
                composer.item(std::to_string(i + 1) + ".", all[i], {.size = 9, .align = Align::Justify}, 0);
        };
        lines("Daftar larangan", text.text.prohibitions);
        lines("Dasar hukum", text.text.legalBases);
        composer.text("Kode " + textLine(text), {.size = 9}, {.before = 3, .after = 8});
    }
}

} // namespace

void putMinutes(Composer& composer, const PaperData& data, const PaperStyle& style) {
    composer.part(footerOf(data, style, PaperKind::Minutes));
    composer.letterhead(style.head);
    const auto number =
        style.head.minutesNumber.empty() ? std::string("…………………………………") : style.head.minutesNumber;
    putHeading(composer, "BERITA ACARA PENANDATANGANAN", {data.title, "Nomor: " + number});
    composer.text(whatHappened(data), kBody, {.after = 6});
    putCounts(composer, data);
    putTexts(composer, data);
    putDesks(composer, data);
    putEvents(composer, data);
    const auto signers = minutesSigners(data, style);
    // A page with nothing but signatures would fit under any minutes: the last sentence goes with them.
    composer.keep(composer.heightOf(signers) + 60);
    composer.text(
        "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.", kBody,
        {.before = 6, .after = 12});
    composer.signatures(signers);
    putSigners(composer, data);
    putMissing(composer, data);
    putWholeTexts(composer, data);
}

} // namespace teken::papers
