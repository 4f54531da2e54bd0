#include "packaging/demo/people/names.h"

namespace teken::demo {
namespace {

using Words = std::vector<std::string>;

const Words& prophets() {
    static const Words words = {"Moh.", "Moh.",   "Mohammad", "Moch.", "Muhammad", "Muh.", "Ach.",
                                "Ach.", "Achmad", "Ahmad",    "Mat",   "Raden",    "Agus", "Imam"};
    return words;
}

const Words& servants() {
    static const Words words = {"Abd. Rahman", "Abdul Hamid", "Abd. Karim",   "Abdul Aziz",
                                "Abd. Latif",  "Abd. Wahid",  "Abdul Ghofur", "Abd. Rosyid",
                                "Abd. Salam",  "Abdul Mukti", "Abd. Kadir",   "Abdul Jalil"};
    return words;
}

const Words& men() {
    static const Words words = {
        "Rofiqi",    "Hasan",       "Sahri",    "Zainullah", "Fathorrahman", "Hosen",      "Taufikurrahman",
        "Hafidz",    "Sholehoddin", "Junaidi",  "Subaidi",   "Mawardi",      "Hariyanto",  "Suryadi",
        "Bahri",     "Kurniawan",   "Wahyudi",  "Sugianto",  "Sutrisno",     "Bambang",    "Mulyono",
        "Yudistira", "Hendra",      "Rudianto", "Fajar",     "Rizal",        "Ansori",     "Mustofa",
        "Marzuki",   "Farukus",     "Misbahul", "Lutfi",     "Hisyam",       "Salehuddin", "Musleh",
        "Bunali",    "Mistari",     "Sunarto",  "Djunaedi",  "Soebandi",     "Tjahjono",   "Sjamsul",
        "Edy",       "Dedi",        "Arief",    "Andi",      "Jufri",        "Holis",      "Munir",
        "Rasidi",    "Sukardi",     "Muzammil", "Herman",    "Homaidi",      "Suhairi",    "Zaini"};
    return words;
}

const Words& menLast() {
    static const Words words = {
        "Arifin",   "Hidayat",  "Anwar",   "Hakim",   "Efendi",   "Maulana",    "Saputra",  "Wijaya",
        "Santoso",  "Prasetyo", "Nugroho", "Firdaus", "Ramadhan", "Baihaqi",    "Mukhlis",  "Ghazali",
        "Setiawan", "Budiman",  "Utomo",   "Susanto", "Hermawan", "Zulkarnain", "Mahendra", "Purnomo",
        "Abidin",   "Muttaqin", "Fadli",   "Sabri",   "Widodo",   "Siswanto",   "Gunawan",  "Fanani"};
    return words;
}

const Words& women() {
    static const Words words = {
        "Siti",      "Siti",      "St.",      "Sitti",    "Nur",       "Nurul",     "Sri",      "Dewi",
        "Endang",    "Rini",      "Ummi",     "Lailatul", "Halimatus", "Wiwik",     "Yuli",     "Eka",
        "Dwi",       "Tri",       "Ika",      "Ratna",    "Indah",     "Titik",     "Luluk",    "Anis",
        "Faridatul", "Khairun",   "Hosniyah", "Maimunah", "Faizah",    "Kholifah",  "Rukmini",  "Istianah",
        "Zubaidah",  "Qomariyah", "Misnati",  "Sumarni",  "Suhartini", "Nurhayati", "Sahriyah", "Juhairiyah"};
    return words;
}

const Words& womenLast() {
    static const Words words = {
        "Wahyuni",    "Munawaroh", "Fitriyah",  "Hasanah",    "Aisyah",      "Rahmawati", "Susilowati",
        "Indrawati",  "Kurniasih", "Lestari",   "Handayani",  "Puspitasari", "Anggraini", "Hidayati",
        "Maryam",     "Jannah",    "Khotimah",  "Mutmainnah", "Aminah",      "Fatimah",   "Rohmah",
        "Maulidiyah", "Ningsih",   "Astutik",   "Kusumawati", "Agustina",    "Damayanti", "Suryani",
        "Nuraini",    "Wulandari", "Oktaviana", "Hasanatun"};
    return words;
}

} // namespace

std::string makeName(Dice& dice, Sex sex) {
    if (sex == Sex::Female) {
        std::string name = dice.pick(women()) + " " + dice.pick(womenLast());
        if (dice.oneIn(5))
            name += " " + dice.pick(womenLast());
        return name;
    }
    switch (dice.below(5)) {
    case 0:
        return dice.pick(servants());
    case 1:
        return dice.pick(men()) + " " + dice.pick(menLast());
    case 2:
        return dice.pick(prophets()) + " " + dice.pick(men());
    case 3:
        return dice.pick(servants()) + " " + dice.pick(menLast());
    default:
        return dice.pick(prophets()) + " " + dice.pick(men()) + " " + dice.pick(menLast());
    }
}

} // namespace teken::demo
