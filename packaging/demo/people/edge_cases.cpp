#include "packaging/demo/people/people.h"

#include <algorithm>

namespace teken::demo {
namespace {

using namespace std::chrono;

// Finds people to change: the n-th of a unit, counted from behind among the civil servants or contract
// workers, so that heads stay heads.
class Roster {
public:
    explicit Roster(std::vector<DemoUnitRows>& units) : m_units(units) {}

    [[nodiscard]] DemoUnitRows* unit(const std::string& code) {
        const auto found = std::find_if(m_units.begin(), m_units.end(),
                                        [&](const DemoUnitRows& rows) { return rows.unit.code == code; });
        return found == m_units.end() ? nullptr : &*found;
    }
    [[nodiscard]] DemoRow* civilServant(const std::string& code, int fromBehind) {
        DemoUnitRows* rows = unit(code);
        const int place = rows == nullptr ? -1 : rows->unit.pns - 1 - fromBehind;
        return place < 6 ? nullptr : &rows->rows[static_cast<std::size_t>(place)];
    }
    [[nodiscard]] DemoRow* contractWorker(const std::string& code, int fromBehind) {
        DemoUnitRows* rows = unit(code);
        const int place = rows == nullptr || rows->unit.pppk <= fromBehind
                              ? -1
                              : rows->unit.pns + rows->unit.pppk - 1 - fromBehind;
        return place < 0 ? nullptr : &rows->rows[static_cast<std::size_t>(place)];
    }

private:
    std::vector<DemoUnitRows>& m_units;
};

// Whoever stood there becomes someone else of the same standing; the unit's way of writing numbers stays.
void replace(DemoRow* row, const std::string& edge, const std::string& name, const NumberParts& number) {
    if (row == nullptr)
        return;
    std::string digits = digitsOf(number);
    if (row->number.find(' ') != std::string::npos)
        for (const std::size_t gap : {15U, 14U, 8U})
            digits.insert(gap, " ");
    row->name = name;
    row->number = digits;
    row->edge = edge;
}

void remark(DemoRow* row, const std::string& edge, const std::string& text) {
    if (row == nullptr)
        return;
    row->remark = text;
    row->edge = edge;
}

void oddNames(Roster& roster, NumberPress& press) {
    const auto put = [&](const char* unit, int fromBehind, const char* edge, const char* name, Sex sex) {
        replace(roster.civilServant(unit, fromBehind), edge, name, press.civilServant(sex));
    };
    put("DISHUB", 0, "one-word-name", "Misnadin", Sex::Male);
    put("BPKAD", 1, "name-of-58-letters", "Raden Ajeng Siti Nur Halimatus Zahro Kusumaningrum Hidayat",
        Sex::Female);
    put("DISPERTA", 0, "apostrophe-straight", "Siti Nur Ma'rifah, S.P.", Sex::Female);
    put("DISPERTA", 1, "apostrophe-typographic", "Moh. Ma\u2019ruf Anshori, S.P.", Sex::Male);
    put("DISPERTA", 2, "apostrophe-letter", "Rif\u02bcatul Jannah, A.Md.", Sex::Female);
    put("DINKES", 0, "same-name-in-unit", "Siti Aminah, S.Kep., Ns.", Sex::Female);
    put("DINKES", 5, "same-name-in-unit", "Siti Aminah, A.Md.Keb.", Sex::Female);
    put("SATPOLPP", 0, "same-name-across-units", "Moh. Hasan Basri", Sex::Male);
    put("KEC-07", 0, "same-name-across-units", "Moh. Hasan Basri", Sex::Male);
}

void oddNumbers(Roster& roster, NumberPress& press) {
    const auto put = [&](DemoRow* row, const char* edge, const char* name, const NumberParts& number) {
        if (press.take(number))
            replace(row, edge, name, number);
    };
    const Day twinsBorn = year(1986) / March / 14;
    put(roster.civilServant("DISDIKBUD", 11), "twin", "Hasanuddin Arifin, S.Pd.",
        {twinsBorn, 2010, 4, Sex::Male, 910});
    put(roster.civilServant("DISDIKBUD", 10), "twin", "Husainuddin Arifin, S.Pd.",
        {twinsBorn, 2010, 4, Sex::Male, 911});
    put(roster.civilServant("DISDUKCAPIL", 1), "leap-day", "Hj. Endang Kurniasih, S.Sos.",
        {year(1980) / February / 29, 2005, 1, Sex::Female, 902});
    put(roster.civilServant("DISDUKCAPIL", 0), "leap-day", "Rizal Firdaus, S.Kom.",
        {year(1996) / February / 29, 2019, 3, Sex::Male, 903});
    put(roster.contractWorker("DISDIKBUD", 0), "contract-21", "Faridatul Hasanah, S.Pd.",
        {year(1990) / July / 7, 2021, 21, Sex::Female, 921});
    put(roster.contractWorker("DISDIKBUD", 1), "contract-22", "Ach. Holis Anwar, S.Pd.",
        {year(1988) / May / 30, 2021, 22, Sex::Male, 922});
    put(roster.contractWorker("DINKES", 0), "contract-24", "Indah Puspitasari, A.Md.Kep.",
        {year(1987) / January / 12, 2022, 24, Sex::Female, 924});
    put(roster.civilServant("DPMD", 0), "past-retirement", "H. Soebandi",
        {year(1957) / June / 15, 1985, 3, Sex::Male, 957});
    if (DemoRow* row = roster.civilServant("DISPUSIP", 0)) {
        row->number = "NIP. " + row->number;
        row->edge = "number-with-label";
    }
}

void oddPresence(Roster& roster) {
    remark(roster.civilServant("DISDIKBUD", 20), "deceased", "Meninggal dunia");
    remark(roster.civilServant("DINSOS", 0), "hajj", "Cuti besar (ibadah haji)");
    remark(roster.civilServant("DISDIKBUD", 21), "umrah", "Cuti (umrah)");
    remark(roster.civilServant("BAPPEDA", 0), "study-leave", "Tugas belajar");
    remark(roster.civilServant("RSUD-SM", 0), "study-leave", "Tugas belajar");
}

// The head of one unit leads another one for a while: two rows, one number, one signature.
void actingHead(Roster& roster) {
    DemoUnitRows* own = roster.unit("DISKOP");
    DemoUnitRows* other = roster.unit("DISNAKER");
    if (own == nullptr || other == nullptr)
        return;
    DemoRow& head = own->rows.front();
    head.edge = "acting-head";
    other->rows.front().post = "Sekretaris"; // its own head's place is empty
    DemoRow second = head;
    second.unit = other->unit.code;
    second.post = "Plt. " + headPost(other->unit);
    other->rows.push_back(second);
}

} // namespace

void addEdgeCases(std::vector<DemoUnitRows>& units, NumberPress& press) {
    Roster roster(units);
    oddNames(roster, press);
    oddNumbers(roster, press);
    oddPresence(roster);
    actingHead(roster);
}

} // namespace teken::demo
