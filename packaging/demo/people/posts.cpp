#include "packaging/demo/people/posts.h"

#include <algorithm>

namespace teken::demo {
namespace {

using Words = std::vector<std::string>;

enum class Schooling { Secondary, Diploma, Bachelor, Master };

Schooling drawSchooling(Dice& dice, const DemoUnit& unit, int place) {
    if (place == 0)
        return Schooling::Master;
    if (place < 6)
        return dice.oneIn(2) ? Schooling::Master : Schooling::Bachelor;
    const int roll = dice.below(20);
    if (roll < 2)
        return Schooling::Master;
    if (roll < (unit.trade == Trade::School ? 19 : 13))
        return Schooling::Bachelor;
    return unit.trade == Trade::Health || roll < 16 ? Schooling::Diploma : Schooling::Secondary;
}

std::string bachelor(Dice& dice, Trade trade) {
    static const Words school = {"S.Pd.", "S.Pd.", "S.Pd.", "S.Pd.SD.", "S.Pd.I.", "S.Ag."};
    static const Words health = {"S.Kep., Ns.", "S.K.M.", "S.Tr.Keb.", "S.Farm., Apt.", "S.Kep."};
    static const Words office = {"S.E.", "S.Sos.", "S.H.", "S.IP.", "S.T.", "S.Kom.", "S.AP.", "S.P."};
    return dice.pick(trade == Trade::School ? school : trade == Trade::Health ? health : office);
}

std::string master(Dice& dice, Trade trade) {
    static const Words school = {"M.Pd.", "M.Pd.I."};
    static const Words health = {"M.Kes.", "M.M.R.S."};
    static const Words office = {"M.Si.", "M.M.", "M.AP.", "M.H."};
    return dice.pick(trade == Trade::School ? school : trade == Trade::Health ? health : office);
}

// One step every four or five years, from the step of one's schooling up to its ceiling.
std::string rankOf(Dice& dice, Schooling schooling, int place, const NumberParts& number, bool contract) {
    static const Words steps = {"II/a", "II/b", "II/c", "II/d", "III/a", "III/b", "III/c", "III/d", "IV/a"};
    if (contract)
        return schooling == Schooling::Secondary ? "V"
               : schooling == Schooling::Diploma ? "VII"
               : schooling == Schooling::Master  ? "X"
                                                 : "IX";
    if (place < 6)
        return place == 0 ? (dice.oneIn(3) ? "IV/c" : "IV/b") : (dice.oneIn(2) ? "IV/a" : "III/d");
    const int first = schooling == Schooling::Secondary ? 0 : schooling == Schooling::Diploma ? 2 : 4;
    const int ceiling = schooling == Schooling::Secondary ? 5 : schooling == Schooling::Diploma ? 7 : 8;
    const int served = 2023 - number.year;
    return steps[static_cast<std::size_t>(std::min(ceiling, first + served / dice.between(4, 5)))];
}

std::string ordinaryPost(Dice& dice, const DemoUnit& unit, Schooling schooling) {
    static const Words teachers = {"Guru Ahli Pertama", "Guru Ahli Pertama", "Guru Ahli Muda",
                                   "Guru Ahli Madya",   "Kepala Sekolah",    "Pengawas Sekolah"};
    static const Words carers = {"Perawat Ahli Pertama", "Perawat Terampil",      "Bidan Terampil",
                                 "Bidan Ahli Pertama",   "Apoteker Ahli Pertama", "Sanitarian Terampil",
                                 "Nutrisionis Terampil"};
    static const Words analysts = {"Analis Kebijakan Ahli Muda", "Penelaah Teknis Kebijakan",
                                   "Perencana Ahli Muda",        "Penata Layanan Operasional",
                                   "Analis SDM Aparatur",        "Arsiparis Ahli Pertama"};
    static const Words clerks = {"Pengadministrasi Perkantoran", "Pengelola Layanan Operasional", "Bendahara",
                                 "Operator Layanan Operasional", "Pengemudi"};
    static const Words districts = {"Kepala Seksi Pemerintahan", "Kepala Seksi Pelayanan Umum",
                                    "Kepala Subbagian Umum dan Kepegawaian",
                                    "Pengelola Layanan Kependudukan"};
    const bool graduate = schooling == Schooling::Bachelor || schooling == Schooling::Master;
    if (unit.trade == Trade::School && graduate)
        return dice.pick(teachers);
    if (unit.trade == Trade::Health && schooling != Schooling::Secondary)
        return dice.pick(carers);
    if (unit.trade == Trade::District && dice.oneIn(3))
        return dice.pick(districts);
    return dice.pick(graduate ? analysts : clerks);
}

std::string frontDegrees(Dice& dice, const DemoUnit& unit, int place, const NumberParts& number,
                         Schooling schooling) {
    std::string front;
    const int born = static_cast<int>(number.birth.year());
    if (place < 2 && schooling == Schooling::Master && dice.oneIn(6))
        front = "Dr.";
    else if (unit.trade == Trade::Health && schooling == Schooling::Master && place > 5)
        front = dice.oneIn(4) ? "drg." : "dr.";
    else if (born < 1972 && schooling != Schooling::Secondary && dice.oneIn(8))
        front = number.sex == Sex::Male ? "Drs." : "Dra.";
    if (born < 1980 && dice.oneIn(6))
        front += std::string(front.empty() ? "" : " ") + (number.sex == Sex::Male ? "H." : "Hj.");
    return front;
}

std::string backDegrees(Dice& dice, const DemoUnit& unit, Schooling schooling, const std::string& front) {
    const bool replaced =
        front.starts_with("Dr") && front[2] != '.'; // Drs. and Dra. stand for the first degree
    const bool doctor = front.starts_with("dr");
    switch (schooling) {
    case Schooling::Secondary:
        return "";
    case Schooling::Diploma:
        return replaced                      ? ""
               : unit.trade == Trade::Health ? (dice.oneIn(2) ? "A.Md.Kep." : "A.Md.Keb.")
                                             : "A.Md.";
    case Schooling::Bachelor:
        return replaced ? "" : bachelor(dice, unit.trade);
    case Schooling::Master:
        break;
    }
    const std::string second = master(dice, unit.trade);
    return replaced || doctor ? second : bachelor(dice, unit.trade) + ", " + second;
}

} // namespace

std::string headPost(const DemoUnit& unit) {
    if (unit.name.starts_with("Sekretariat"))
        return "Sekretaris" + unit.name.substr(11);
    if (unit.name.starts_with("Kecamatan"))
        return "Camat" + unit.name.substr(9);
    if (unit.name == "Inspektorat")
        return "Inspektur";
    return (unit.name.starts_with("RSUD") ? "Direktur " : "Kepala ") + unit.name;
}

Career makeCareer(Dice& dice, const DemoUnit& unit, int place, const NumberParts& number, bool contract) {
    const Schooling schooling = drawSchooling(dice, unit, contract ? 6 : place);
    Career career;
    career.frontDegrees = frontDegrees(dice, unit, contract ? 6 : place, number, schooling);
    career.backDegrees = backDegrees(dice, unit, schooling, career.frontDegrees);
    career.rank = rankOf(dice, schooling, place, number, contract);
    if (!contract && place == 0)
        career.post = headPost(unit);
    else if (!contract && place == 1)
        career.post = unit.trade == Trade::District ? "Sekretaris Kecamatan" : "Sekretaris";
    else if (!contract && place < 6 && unit.trade != Trade::District)
        career.post = "Kepala Bidang " + std::string(1, static_cast<char>('A' + place - 2));
    else
        career.post = ordinaryPost(dice, unit, schooling);
    return career;
}

} // namespace teken::demo
