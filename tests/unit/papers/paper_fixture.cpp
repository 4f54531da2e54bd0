#include "tests/unit/papers/paper_fixture.h"

#include "core/entry/entry.h"

#include <cairo.h>

#include <cmath>
#include <cstring>

namespace teken::test {

namespace {

constexpr std::int64_t kMorning = 1'700'183'700'000; // Friday 17 November 2023, 08.15 WIB

template <class Id>
Id idOf(std::size_t number, std::uint8_t kind) {
    Id id;
    id.bytes[0] = kind;
    std::memcpy(id.bytes.data() + 1, &number, sizeof number);
    return id;
}

domain::InkStrokes someInk(std::size_t number) {
    domain::InkStroke stroke;
    for (int i = 0; i <= 40; ++i)
        stroke.push_back({static_cast<std::uint16_t>(400 + i * 50),
                          static_cast<std::uint16_t>(1'000 + 400 * std::sin(i * 0.5 + double(number)))});
    return {stroke};
}

papers::PersonOnPaper somebody(std::size_t number) {
    papers::PersonOnPaper person;
    person.id = idOf<PersonId>(number, 7);
    person.name = number % 9 == 3 ? kLongestName : "Orang Nomor " + std::to_string(number) + ", S.Pd.";
    const auto serial = std::to_string(900 + number % 100);
    person.number = "198506112009011" + serial;
    person.rank = "III/d";
    person.post = number % 9 == 3
                      ? "Plt. Kepala Subbagian Perencanaan, Evaluasi, dan Pelaporan Keuangan Daerah"
                      : "Staf";
    person.unit = "KEC-04";
    person.unitName = "Kecamatan Pamekasan";
    person.kind = domain::SignerKind::Pns;
    return person;
}

} // namespace

papers::PaperData paperData(std::size_t people) {
    papers::PaperData data;
    data.drive.id = idOf<EntryId>(1, 1);
    data.drive.opening.title = "Ikrar Netralitas ASN";
    data.drive.opening.organisation = "BKPSDM Kabupaten Pamekasan";
    data.drive.rosterDate =
        domain::Date{std::chrono::year{2023}, std::chrono::month{11}, std::chrono::day{1}};
    data.session = idOf<SessionId>(1, 2);
    data.title = "Kecamatan Pamekasan";
    data.place = "Pendopo Kecamatan Pamekasan";
    data.unitNames = {"Kecamatan Pamekasan"};
    data.closed = true;
    papers::DeskOnPaper desk;
    desk.name = "Meja A";
    desk.officer = "Petugas Satu";
    desk.device = "PMK-017";
    desk.openedMs = kMorning;
    desk.closedMs = kMorning + 85 * 60'000;
    desk.closing = idOf<EntryId>(3, 3);
    desk.code = entry::closeCode(*desk.closing);
    desk.head = {"Camat Pamekasan, S.IP.", "197006112000011901", "Camat Pamekasan"};
    desk.witnesses = {
        {"Saksi Satu", "", "Sekretaris Kecamatan"}, {"Saksi Dua", "", ""}, {"Saksi Tiga", "", ""}};
    desk.inks = {{entry::Present::Head, desk.head.name, kMorning, someInk(1)},
                 {entry::Present::Witness1, "Saksi Satu", kMorning, someInk(2)}};
    data.desks = {desk};
    papers::PledgeOnPaper text;
    text.id = idOf<BlobId>(1, 4);
    text.text.code = "UJI";
    text.text.title = "Pakta Integritas Netralitas";
    text.text.opening = "Saya menyatakan akan:";
    text.text.points = {"menjaga netralitas dalam melaksanakan fungsi pelayanan publik;",
                        "menolak politik uang dan segala jenis pemberian dalam bentuk apapun."};
    text.text.closing = "Demikian pakta ini saya tanda tangani.";
    text.text.legalBases = {"Undang-Undang Nomor 20 Tahun 2023 tentang Aparatur Sipil Negara"};
    text.text.date = data.drive.rosterDate;
    data.texts = {text};
    for (std::size_t i = 0; i < people; ++i) {
        auto person = somebody(i);
        person.state = domain::PersonState::Signed;
        papers::SignatureOnPaper signature;
        signature.entry = idOf<EntryId>(i, 5);
        signature.code = entry::closeCode(signature.entry);
        signature.wallMs = kMorning + static_cast<std::int64_t>(i) * 20'000;
        signature.text = text.id;
        signature.present = {entry::Present::Officer, entry::Present::Witness1};
        signature.ink = someInk(i);
        person.signature = signature;
        data.people.push_back(person);
    }
    const auto add = [&](const char* name, domain::PersonState state) {
        auto person = somebody(people + data.people.size());
        person.name = name;
        person.state = state;
        data.people.push_back(person);
    };
    add("Orang Berhalangan", domain::PersonState::Excused);
    data.people.back().excuse = domain::ExcuseKind::Leave;
    add("Orang Tidak Hadir", domain::PersonState::Absent);
    add("Orang Yang Menolak", domain::PersonState::Refused);
    add("Orang Belum", domain::PersonState::NotYet);
    data.counts.listed = data.people.size();
    data.counts.signedHere = people;
    data.counts.excused = data.counts.absent = data.counts.refused = data.counts.notYet = 1;
    domain::Coverage coverage;
    coverage.signedPeople = people;
    coverage.excused = coverage.absent = coverage.refused = coverage.notYet = 1;
    data.units = {{"KEC-04", "Kecamatan Pamekasan", "", coverage}};
    data.events = {{kMorning + 3'000'000, "Listrik padam pukul 09.05, sesi dijeda.", 0}};
    data.voids = {{kMorning + 3'100'000, entry::VoidReason::WrongPerson, "Saksi Satu", 0}};
    return data;
}

papers::PaperStyle paperStyle(papers::PaperSize size) {
    papers::PaperStyle style;
    style.size = size;
    style.head.lines = {"PEMERINTAH KABUPATEN PAMEKASAN", "KECAMATAN PAMEKASAN"};
    style.head.address = {"Jalan Contoh Nomor 1, Pamekasan"};
    style.head.city = "Pamekasan";
    style.head.minutesNumber = "100.3/17/KEC-04/2023";
    style.printedAt = WallTime(Milliseconds(kMorning + 7'200'000));
    return style;
}

Bytes smallCrest() {
    Bytes png;
    auto* surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 24, 30);
    auto* cairo = cairo_create(surface);
    cairo_set_source_rgb(cairo, 0.1, 0.3, 0.4);
    cairo_paint(cairo);
    cairo_surface_write_to_png_stream(
        surface,
        [](void* closure, const unsigned char* data, unsigned int length) {
            auto& bytes = *static_cast<Bytes*>(closure);
            bytes.insert(bytes.end(), data, data + length);
            return CAIRO_STATUS_SUCCESS;
        },
        &png);
    cairo_destroy(cairo);
    cairo_surface_destroy(surface);
    return png;
}

std::string textOf(const papers::Document& document) {
    std::string all;
    for (const auto& page : document.pages)
        all += papers::textOf(page);
    return all;
}

std::size_t occurrences(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size()))
        ++count;
    return count;
}

std::string flawsOf(const papers::Document& document) {
    constexpr double kSlack = 0.6;
    const auto measure = papers::measureOf(document.size);
    std::string flaws;
    for (std::size_t number = 0; number < document.pages.size(); ++number) {
        std::vector<std::pair<papers::Box, std::string>> boxes;
        const auto say = [&](const std::string& what, const std::string& text) {
            flaws += "page " + std::to_string(number + 1) + ": " + what + ": " + text.substr(0, 60) + '\n';
        };
        for (const auto& item : document.pages[number].items) {
            if (const auto* ink = std::get_if<papers::InkItem>(&item))
                if (ink->box.width < 20 || ink->box.height < 12 || ink->box.right() > measure.width)
                    say("ink without room", "");
            const auto* text = std::get_if<papers::TextItem>(&item);
            if (text == nullptr)
                continue;
            const auto words = text->text.text();
            const papers::Box box{text->x, text->y, text->width, text->count * text->text.lineHeight()};
            if (text->text.width() > text->width + kSlack)
                say("wider than its place", words);
            if (box.x < papers::millimetres(5) ||
                box.right() > measure.width - papers::millimetres(5) + kSlack ||
                box.y < papers::millimetres(5) ||
                box.bottom() > measure.height - papers::millimetres(5) + kSlack)
                say("outside the margins", words);
            if (words == " ")
                continue;
            for (const auto& [other, its] : boxes)
                if (box.x < other.right() - kSlack && other.x < box.right() - kSlack &&
                    box.y < other.bottom() - kSlack && other.y < box.bottom() - kSlack)
                    say("over \"" + its.substr(0, 40) + "\"", words);
            boxes.emplace_back(box, words);
        }
    }
    return flaws;
}

} // namespace teken::test
