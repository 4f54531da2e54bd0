#include "packaging/demo/people/people.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace teken::demo {
namespace {

std::string upper(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

// "19850611 200901 1 901", as on paper.
std::string spaced(const std::string& digits) {
    return digits.substr(0, 8) + " " + digits.substr(8, 6) + " " + digits.substr(14, 1) + " " +
           digits.substr(15);
}

std::string withDegrees(const std::string& name, const Career& career) {
    std::string text = career.frontDegrees.empty() ? name : career.frontDegrees + " " + name;
    if (!career.backDegrees.empty())
        text += ", " + career.backDegrees;
    return text;
}

// Two people who share a birthday and a last name look like one person with two numbers: an importer would
// rightly ask. Real lists hold few such pairs, this one none.
class Birthdays {
public:
    bool take(const std::string& name, const std::string& digits) {
        return m_taken.insert(digits.substr(0, 8) + name.substr(name.rfind(' ') + 1)).second;
    }

private:
    std::set<std::string> m_taken;
};

} // namespace

std::vector<DemoUnitRows> makePeople(const std::vector<DemoUnit>& units, Dice& dice, NumberPress& press) {
    std::vector<DemoUnitRows> roster;
    Birthdays birthdays;
    for (std::size_t u = 0; u < units.size(); ++u) {
        const DemoUnit& unit = units[u];
        // Each office has its habits: some write names in capitals, some numbers with blanks.
        const bool inCapitals = u % 5 == 2;
        const bool withBlanks = u % 7 == 3;
        DemoUnitRows rows{unit, {}};
        for (int place = 0; place < unit.pns + unit.pppk; ++place) {
            const bool contract = place >= unit.pns;
            const Sex sex =
                dice.below(100) < (unit.trade == Trade::Office ? 40 : 55) ? Sex::Female : Sex::Male;
            const NumberParts number =
                contract ? press.contractWorker(sex) : press.civilServant(sex, place < 6 ? 1981 : 2000);
            const Career career = makeCareer(dice, unit, place, number, contract);
            const std::string digits = digitsOf(number);
            std::string name = makeName(dice, sex);
            while (!birthdays.take(name, digits))
                name = makeName(dice, sex);
            rows.rows.push_back({withDegrees(inCapitals ? upper(name) : name, career),
                                 withBlanks ? spaced(digits) : digits, career.rank, career.post, unit.code,
                                 contract ? "PPPK" : "PNS", "", ""});
        }
        roster.push_back(std::move(rows));
    }
    return roster;
}

std::vector<DemoRow> makeHonoraryWorkers(const std::vector<DemoUnit>& units, Dice& dice) {
    static const std::vector<std::pair<std::string, std::string>> employers = {
        {"RSUD-SM", "Pramusaji"},  {"DLH", "Petugas Kebersihan"},  {"SATPOLPP", "Banpol"},
        {"DISHUB", "Juru Parkir"}, {"DPUPR", "Penjaga Pintu Air"}, {"KEC-04", "Penjaga Malam"}};
    std::vector<DemoRow> rows;
    for (const auto& [code, post] : employers) {
        const bool known =
            std::any_of(units.begin(), units.end(), [&](const DemoUnit& u) { return u.code == code; });
        for (int i = 0; known && i < 10; ++i) {
            const Sex sex = dice.oneIn(3) ? Sex::Female : Sex::Male;
            rows.push_back({makeName(dice, sex), "", "", post, code, "Non-ASN", "", ""});
        }
    }
    return rows;
}

} // namespace teken::demo
