#include "fake_people.h"

#include <QStringList>

namespace teken::app::test {

namespace {

struct Given {
    const char* name;
    bool woman;
};

constexpr Given kFirst[] = {
    {"Ach. Faisol", false},       {"Siti Nur Halimah", true},  {"Moh. Syaiful Bahri", false},
    {"Dewi Kurniasih", true},     {"Abd. Rasyid", false},      {"Nurul Qomariyah", true},
    {"R. Bambang Sutejo", false}, {"Hosnol Hotimah", true},    {"Imam Ghazali", false},
    {"Faridatul Jannah", true},   {"Slamet Riyadi", false},    {"Ummi Kulsum", true},
    {"Taufiqurrahman", false},    {"Endang Susilowati", true}, {"Mohammad Kholil", false},
    {"Sri Wahyuningsih", true}};
constexpr const char* kLast[] = {"Hidayat", "Rahman",  "Wijaya", "Lestari", "Anwar", "Fauzi",
                                 "Hasanah", "Maulana", "Sholeh", "Utami",   "Yusuf", "Zainuddin"};
constexpr const char* kDegrees[] = {"", ", S.Sos.", ", S.Pd., M.Pd.", ", S.E.",
                                    "", ", A.Md.",  ", S.H., M.H."};
constexpr const char* kPosts[] = {"Kasi Rehabilitasi Sosial",   "Pengadministrasi Umum",
                                  "Penyuluh Sosial Ahli Muda",  "Bendahara Pengeluaran",
                                  "Analis Perlindungan Sosial", "Pengelola Data",
                                  "Kepala Subbagian Keuangan",  "Pekerja Sosial Terampil"};

PersonId idOf(int index) {
    PersonId id;
    id.bytes[0] = 0xA1;
    id.bytes[14] = std::uint8_t(index >> 8);
    id.bytes[15] = std::uint8_t(index & 0xFF);
    return id;
}

QString numberOf(int index, bool woman, bool pppk) {
    const int year = 1968 + index % 30;
    const int month = 1 + index % 12;
    const int day = 1 + (index * 7) % 28;
    const int hired = year + 24;
    return QStringLiteral("%1%2%3 %4%5 %6 %7")
        .arg(year)
        .arg(month, 2, 10, QLatin1Char('0'))
        .arg(day, 2, 10, QLatin1Char('0'))
        .arg(pppk ? 2021 + index % 3 : hired)
        .arg(pppk ? 21 : 1 + index % 12, 2, 10, QLatin1Char('0'))
        .arg(woman ? 2 : 1)
        .arg(900 + index % 100);
}

PersonRow person(int index, const QString& name, bool woman) {
    PersonRow row;
    row.person = idOf(index);
    row.name = name;
    const bool pppk = index % 9 == 4;
    row.numberLabel = pppk ? QStringLiteral("NI PPPK") : QStringLiteral("NIP");
    row.number = numberOf(index, woman, pppk);
    row.post = QString::fromUtf8(kPosts[std::size_t(index) % std::size(kPosts)]);
    return row;
}

void addEdges(QList<PersonRow>& people) {
    const auto rename = [&](int index, const char* name) {
        if (index < people.size())
            people[index].name = QString::fromUtf8(name);
    };
    rename(0, "Ach. FAISOL, S.Sos.");
    rename(1, "SITI NUR HALIMAH, S.Pd., M.Pd.");
    rename(2, "Suhartini");
    rename(3, "Nur ‘Aini Ma’rifatul Jannah, S.Kom.");
    rename(4, "Dr. Ir. Raden Ayu Kusumaningrum Wulandari Prawirodirdjo-Tjokronegoro, S.T., M.T., M.Eng.Sc.");
    rename(5, "Hasan Basri, A.Md.");
    rename(6, "Husin Basri, A.Md.");
    rename(7, "Mat Rawi");
    if (people.size() > 6)
        people[6].number = people[5].number.chopped(3) + QStringLiteral("906");
    if (people.size() > 7) {
        people[7].number.clear();
        people[7].numberLabel.clear();
        people[7].post = QStringLiteral("Tenaga kebersihan (honorer)");
    }
}

} // namespace

QList<PersonRow> inventPeople(int count, const QString& unit, const QString& parentUnit) {
    QList<PersonRow> people;
    for (int i = 0; i < count; ++i) {
        const auto& given = kFirst[std::size_t(i) % std::size(kFirst)];
        const auto name = QString::fromUtf8(given.name) + QLatin1Char(' ') +
                          QString::fromUtf8(kLast[std::size_t(i * 5 + i / 16) % std::size(kLast)]) +
                          QString::fromUtf8(kDegrees[std::size_t(i * 3) % std::size(kDegrees)]);
        auto row = person(i, name, given.woman);
        row.unit = unit;
        row.parentUnit = parentUnit;
        people.append(row);
    }
    addEdges(people);
    return people;
}

} // namespace teken::app::test
