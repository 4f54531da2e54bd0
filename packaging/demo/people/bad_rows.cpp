#include "packaging/demo/people/bad_rows.h"

#include "packaging/demo/people/csv.h"

namespace teken::demo {
namespace {

class Sheet {
public:
    explicit Sheet(NumberPress& press)
        : m_press(press), m_csv({.separator = ';', .windows1252 = true, .carriageReturns = true}) {}

    // Anything that is not about one person, filled up to the width of the table.
    void line(const std::string& first, const std::string& second = "") {
        std::vector<std::string> cells(rosterHeadings().size());
        cells[0] = first;
        cells[1] = second;
        m_csv.row(cells);
    }
    void cells(const std::vector<std::string>& cells) { m_csv.row(cells); }

    void person(const std::string& name, const std::string& number, const std::string& unit,
                const std::string& remark) {
        m_csv.row({std::to_string(++m_count), name, number, "III/c", "Penelaah Teknis Kebijakan", unit, "PNS",
                   remark});
    }
    [[nodiscard]] std::string number(Sex sex) { return digitsOf(m_press.civilServant(sex)); }
    [[nodiscard]] const std::string& text() const { return m_csv.text(); }

private:
    NumberPress& m_press;
    CsvWriter m_csv;
    int m_count = 0;
};

void heading(Sheet& sheet) {
    sheet.line("DAFTAR NOMINATIF PEGAWAI (DATA TIRUAN)");
    sheet.line("PEMERINTAH KABUPATEN PAMEKASAN");
    sheet.line("");
    sheet.cells(rosterHeadings());
    std::vector<std::string> numbers;
    for (std::size_t i = 1; i <= rosterHeadings().size(); ++i)
        numbers.push_back(std::to_string(i));
    sheet.cells(numbers);
}

void healthOffice(Sheet& sheet) {
    sheet.line("DINAS KESEHATAN");
    sheet.person("Siti Rahmawati, S.K.M.", sheet.number(Sex::Female), "Dinas Kesehatan", "");
    sheet.person("Moh. Rofiqi Ma\xe2\x80\x99ruf", sheet.number(Sex::Male), "Dinkes", "Nama unit disingkat");
    sheet.person("Endang Lestari, S.Kep.", sheet.number(Sex::Female), "DINAS KESEHATAN KAB. PAMEKASAN",
                 "Nama unit ditulis lain");
    std::string zeroed = sheet.number(Sex::Male);
    zeroed.replace(15, 3, "000");
    sheet.person("Hosen Arifin", zeroed, "Dinas Kesehatan", "NIP dibulatkan lembar kerja");
    sheet.person("Nurul Hidayati, A.Md.Keb.", "1,98506E+17", "Dinas Kesehatan", "NIP menjadi angka");
    sheet.line("", "Jumlah 5 orang");
}

void socialOffice(Sheet& sheet) {
    sheet.line("DINAS SOSIAL");
    sheet.person("Abd. Karim\nAch. Munir", sheet.number(Sex::Male) + "\n" + sheet.number(Sex::Male),
                 "Dinas Sosial", "Dua orang dalam satu sel");
    std::string impossible = sheet.number(Sex::Female);
    impossible.replace(4, 4, "0230");
    sheet.person("Ummi Fatimah, S.Sos.", impossible, "Dinas Sosial", "Tanggal lahir 30 Februari");
    sheet.person("Rudianto", sheet.number(Sex::Male).substr(0, 17), "Dinas Sosial", "NIP 17 angka");
    sheet.person("", sheet.number(Sex::Male), "Dinas Sosial", "Tanpa nama");
    const std::string number = sheet.number(Sex::Female);
    sheet.person("Dewi Anggraini, S.Sos.",
                 number.substr(0, 8) + "\xc2\xa0" + number.substr(8, 6) + "\xc2\xa0" + number.substr(14, 1) +
                     "\xc2\xa0" + number.substr(15),
                 "Dinas Sosial", "NIP dengan spasi keras");
    sheet.person("Edy Santoso", sheet.number(Sex::Male), "Dinas Perhubungan Antariksa", "Unit tidak dikenal");
    sheet.person("Dewi Anggraini, S.Sos.", number, "Dinas Sosial", "Baris ganda");
    sheet.line("Jumlah", "7 orang");
    sheet.line("JUMLAH SELURUHNYA", "12 orang");
    sheet.line("");
    sheet.line("", "Pamekasan, 17 November 2023");
}

} // namespace

std::string makeBadRows(NumberPress& press) {
    Sheet sheet(press);
    heading(sheet);
    healthOffice(sheet);
    socialOffice(sheet);
    return sheet.text();
}

} // namespace teken::demo
