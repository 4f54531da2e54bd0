#include "core/domain/roster_import.h"

#include "core/crypto/hash.h"
#include "tests/support/fakes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace teken::domain {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kHead = "No;Nama;NIP;Jabatan;Unit Kerja;Golongan;Status;Keterangan\n";

UnitList units() {
    return *UnitList::create({{"DINKES", "Dinas Kesehatan", UnitKind::Opd, "35.28", ""},
                              {"DINSOS", "Dinas Sosial", UnitKind::Opd, "35.28", ""},
                              {"RSUD-W", "RSUD Waru", UnitKind::Opd, "35.28", ""},
                              {"KEC-10", "Kecamatan Waru", UnitKind::Kecamatan, "35.28.10", ""}});
}

ImportOptions options() {
    ImportOptions made;
    made.date = *parseIsoDate("2023-11-01");
    made.today = *parseIsoDate("2023-11-17");
    made.placeName = "Pamekasan";
    return made;
}

ImportOutcome imported(std::string_view file, const ImportOptions& with = options()) {
    test::SeededRandom random;
    auto outcome = importRosterCsv(view(file), units(), with, random);
    EXPECT_TRUE(outcome) << describe(outcome.error());
    const ImportCounts& counts = outcome->report.counts;
    EXPECT_EQ(counts.read, counts.accepted + counts.refused + counts.skipped + counts.blank);
    return std::move(*outcome);
}

/// "line field reason", with "!" in front of what was refused.
std::vector<std::string> problemsOf(const ImportReport& report) {
    std::vector<std::string> lines;
    for (const RowProblem& problem : report.problems)
        lines.push_back((problem.refused ? "!" : "") + std::to_string(problem.line) + " " + problem.field +
                        " " + problem.reason);
    return lines;
}

std::vector<std::string> problemsOfRows(std::string_view rows, const ImportOptions& with = options()) {
    return problemsOf(imported(std::string(kHead) + std::string(rows), with).report);
}

TEST(RosterImport, TakesASoundRowWithAllItsFields) {
    const auto outcome =
        imported(std::string(kHead) + "1;Ach. FAISOL, S.Sos.;19850611 200901 1 901;"
                                      "Plt. Kepala Seksi;DINAS SOSIAL;III/d;PNS;cuti tahunan\n");
    EXPECT_THAT(outcome.report.problems, IsEmpty());
    ASSERT_EQ(outcome.snapshot.people.size(), 1U);
    const Person& person = outcome.snapshot.people[0];
    EXPECT_FALSE(person.id.isZero());
    EXPECT_EQ(person.name, "Ach. FAISOL, S.Sos.");
    EXPECT_THAT(person.numbers, ElementsAre("198506112009011901"));
    EXPECT_EQ(person.post, (Post{"DINSOS", "Kepala Seksi", Acting::Plt}));
    EXPECT_EQ(person.rank, "III/d");
    EXPECT_EQ(person.kind, SignerKind::Pns);
    EXPECT_EQ(person.note, RosterNote::Leave);
    EXPECT_EQ(outcome.snapshot.units.size(), 4U);
    EXPECT_TRUE(encodeRoster(outcome.snapshot));
}

TEST(RosterImport, DescribesTheFileItRead) {
    const std::string file = "DAFTAR PEGAWAI;;\nKabupaten Pamekasan;;\n\nNama Lengkap;NIP/NI PPPK;OPD\n"
                             "Sukarno;198506112009011901;Dinas Sosial\n";
    const ImportReport report = imported(file).report;
    EXPECT_EQ(report.file, crypto::sha256(file));
    EXPECT_EQ(report.fileBytes, file.size());
    EXPECT_EQ(report.encoding, "utf-8");
    EXPECT_EQ(report.delimiter, ';');
    EXPECT_EQ(report.headerLine, 4U);
    EXPECT_THAT(report.columns, Contains(std::pair<std::string, std::string>("number", "NIP/NI PPPK")));
    EXPECT_EQ(report.counts, (ImportCounts{5, 1, 0, 0, 3, 1, 1}));
    EXPECT_THAT(report.skipped, ElementsAre(SkippedRow{1, "skip.title"}, SkippedRow{2, "skip.title"},
                                            SkippedRow{4, "skip.header"}));
}

TEST(RosterImport, RefusesATableWithoutHeadings) {
    test::SeededRandom random;
    const auto outcome = importRosterCsv(view("1;Ali;DINSOS\n2;Budi;DINSOS\n"), units(), options(), random);
    ASSERT_FALSE(outcome);
    EXPECT_EQ(outcome.error().reason, "roster.no-header");
    EXPECT_EQ(importRosterCsv({}, units(), options(), random).error().reason, "table.empty");
}

TEST(RosterImport, RefusesTwoColumnsOfNamesOrNumbersAndNamesBoth) {
    test::SeededRandom random;
    const auto refusal = [&](std::string_view file) {
        const auto outcome = importRosterCsv(view(file), units(), options(), random);
        return outcome
                   ? std::string("taken")
                   : outcome.error().reason + ": " + outcome.error().message + ", " + outcome.error().place;
    };
    EXPECT_EQ(
        refusal("DAFTAR;;;\nNama;NIP;Unit Kerja;Nama\nSukarno;198506112009011901;Dinas Sosial;Suharto\n"),
        "roster.double-column: expected one column for the name, found two: A (Nama), D (Nama), line 2");
    EXPECT_EQ(
        refusal("No;Nama;NIP Baru;NIP;Unit Kerja\n1;Sukarno;198506112009011901;;Dinas Sosial\n"),
        "roster.double-column: expected one column for the number, found two: C (NIP Baru), D (NIP), line 1");
    EXPECT_EQ(refusal("Nama;NIP;NIP lama;Unit Kerja\nSukarno;198506112009011901;510012901;Dinas Sosial\n"),
              "taken");
    const std::string wide = "NIP" + std::string(26, ';') + "NIP;Nama\n";
    EXPECT_THAT(refusal(wide), testing::HasSubstr("A (NIP), AA (NIP)"));
}

TEST(RosterImport, WarnsAtTheHeadingOfASecondColumnItDoesNotRead) {
    const auto report = imported("Nama;NIP;Unit Kerja;Satuan Kerja\n"
                                 "Sukarno;198506112009011901;Dinas Sosial;Dinas Kesehatan\n")
                            .report;
    EXPECT_THAT(problemsOf(report), ElementsAre("1 unit column.double"));
    EXPECT_EQ(report.problems[0].found, "D (Satuan Kerja)");
    EXPECT_EQ(report.problems[0].proposal, "C (Unit Kerja)");
    EXPECT_EQ(report.counts.accepted, 1U);
}

TEST(RosterImport, ReadsCommaAndTabTablesInWindows1252) {
    const auto comma =
        imported("Nama,NIP,Unit Kerja\n\"Syafi\x92i, S.H.\",198506112009011901,Dinas Sosial\n");
    EXPECT_EQ(comma.snapshot.people[0].name, "Syafi’i, S.H.");
    EXPECT_EQ(comma.report.encoding, "windows-1252");
    const auto tab = imported("Nama\tNIP\tUnit Kerja\nSyafi'i\t198506112009011901\tDinas Sosial\n");
    EXPECT_EQ(tab.snapshot.people[0].name, "Syafi'i");
}

TEST(RosterImport, JoinsDegreesFromColumnsOfTheirOwn) {
    const auto outcome = imported("Gelar Depan;Nama;Gelar Belakang;NIP;OPD\n"
                                  "Dr.;Sukarno;M.Kes.;198506112009011901;Dinas Kesehatan\n");
    EXPECT_EQ(outcome.snapshot.people[0].name, "Dr. Sukarno, M.Kes.");
}

TEST(RosterImport, ListsNumbersASpreadsheetDestroyed) {
    EXPECT_THAT(problemsOfRows("1;Ali Akbar;1.98506E+17;;Dinas Sosial;;PNS;\n"
                               "2;Budi Utomo;198506112009011000;;Dinas Sosial;;PNS;\n"
                               "3;Cahya Putra;198506112009011000.0;;Dinas Sosial;;PNS;\n"
                               "4;Dewi Sari;19850611200901190;;Dinas Sosial;;PNS;\n"
                               "5;Eka Wati;198502302009011901;;Dinas Sosial;;PNS;\n"
                               "6;Fitri Ani;;;Dinas Sosial;;PNS;\n"),
                ElementsAre("!2 number nip.float", "!3 number nip.serial-zero", "!4 number nip.float",
                            "!5 number nip.not-18-digits", "!6 number nip.birth-date",
                            "!7 number nip.empty"));
}

TEST(RosterImport, RefusesANumericCellOfASpreadsheet) {
    class OneRow final : public RowReader {
    public:
        Result<bool> next(Row& row) override {
            const auto cells = [](std::initializer_list<Cell> list) { return std::vector<Cell>(list); };
            row = {++m_line,
                   m_line == 1 ? cells({{"Nama"}, {"NIP"}, {"OPD"}})
                               : cells({{"Ali"}, {"198506112009011000", true}, {"Dinas Sosial"}}),
                   false};
            return m_line <= 2;
        }
        [[nodiscard]] std::string encodingName() const override { return "xlsx"; }

    private:
        std::uint64_t m_line = 0;
    } rows;
    test::SeededRandom random;
    const auto outcome = importRoster(rows, units(), options(), random);
    ASSERT_TRUE(outcome);
    EXPECT_THAT(problemsOf(outcome->report), Contains("!2 number nip.numeric-cell"));
    EXPECT_EQ(outcome->report.counts.accepted, 0U);
}

TEST(RosterImport, ListsTwoPeopleInOneCell) {
    EXPECT_THAT(
        problemsOfRows(
            "1;\"Ali Akbar\nBudi Utomo\";\"198506112009011901\n198506112009011902\";;Dinas Sosial;;;\n"
            "2;Ali Akbar / Budi Utomo;198506112009011901;;Dinas Sosial;;;\n"
            "3;1. Ali Akbar 2. Budi Utomo;;;Dinas Sosial;;Honorer;\n"),
        ElementsAre("!2 row row.two-people", "!5 row row.two-people", "!6 row row.two-people"));
    EXPECT_THAT(problemsOfRows("1;\"Siti Nur\nHalimah\";198506112009012901;;Dinas Sosial;;;\n"), IsEmpty())
        << "a wrapped cell with one number is one person";
}

TEST(RosterImport, SkipsFootersColumnNumbersAndRepeatedHeadings) {
    const auto report =
        imported(std::string(kHead) +
                 "1;2;3;4;5;6;7;8\n"
                 "1;Ali Akbar;198506112009011901;;Dinas Sosial;;;\n"
                 ";;;;;;;\n2;;;;;;;\n" +
                 std::string(kHead) + ";JUMLAH;35;;;;;\n;Sub Total;35;;;;;\nTotal : 35 orang;;;;;;;\n")
            .report;
    EXPECT_THAT(report.skipped,
                ElementsAre(SkippedRow{1, "skip.header"}, SkippedRow{2, "skip.column-numbers"},
                            SkippedRow{6, "skip.header"}, SkippedRow{7, "skip.footer"},
                            SkippedRow{8, "skip.footer"}, SkippedRow{9, "skip.footer"}));
    EXPECT_THAT(report.problems, IsEmpty());
    EXPECT_EQ(report.counts.blank, 2U);
    EXPECT_EQ(report.counts.accepted, 1U);
}

TEST(RosterImport, TakesNobodyForATotalWhoHasAUnitAndAKindOrANumber) {
    const auto outcome =
        imported(std::string(kHead) + "1;Total;;;Dinas Sosial;;Honorer;\n"
                                      "2;Jumlah Rahayu;198506112009012000;;Dinas Sosial;;PNS;\n"
                                      "3;Budi Utomo;198506112009011902;;Dinas Sosial;;;Jumlah anak 2\n"
                                      "4;Citra;;;Dinas Sosial;;Honorer;Jumlah anak 2\n");
    EXPECT_THAT(problemsOf(outcome.report),
                ElementsAre("!3 number nip.serial-zero", "4 note note.not-kept", "5 note note.not-kept"));
    EXPECT_EQ(outcome.snapshot.people.size(), 3U);
    EXPECT_THAT(outcome.report.skipped, ElementsAre(SkippedRow{1, "skip.header"}));
}

TEST(RosterImport, GivesPeopleUnderAMergedHeadingItsUnit) {
    const auto outcome =
        imported("No;Nama;NIP;Jabatan\nDINAS SOSIAL;;;\n1;Ali Akbar;198506112009011901;Staf\n"
                 "II;DINAS KESEHATAN;;\n1;Budi Utomo;198506112009011902;Staf\n");
    EXPECT_THAT(outcome.report.problems, IsEmpty());
    ASSERT_EQ(outcome.snapshot.people.size(), 2U);
    EXPECT_EQ(outcome.snapshot.people[0].name, "Budi Utomo") << "in the order of the units";
    EXPECT_EQ(outcome.snapshot.people[0].post.unit, "DINKES");
    EXPECT_EQ(outcome.snapshot.people[1].post.unit, "DINSOS");
}

TEST(RosterImport, KeepsPeopleUnderAnUnsettledHeadingWaiting) {
    const std::string file = "No;Nama;NIP;Jabatan\nDINAS SOSIAL;;;\n1;Ali Akbar;198506112009011901;Staf\n"
                             "DINAS KESEHATAN KAB. PAMEKASAN;;;\n1;Budi Utomo;198506112009011902;Staf\n";
    const auto outcome = imported(file);
    EXPECT_THAT(problemsOf(outcome.report), ElementsAre("4 unit unit.variant", "!5 unit unit.variant"));
    EXPECT_EQ(outcome.snapshot.people.size(), 1U) << "nobody falls to the unit above";
    EXPECT_THAT(outcome.report.unitProposals,
                ElementsAre(UnitProposal{"DINAS KESEHATAN KAB. PAMEKASAN", {"DINKES"}, 4, 1}));
    ImportOptions agreed = options();
    agreed.unitNames = {{"DINAS KESEHATAN KAB. PAMEKASAN", "DINKES"}};
    EXPECT_EQ(imported(file, agreed).snapshot.people.size(), 2U);
}

TEST(RosterImport, AsksOnceForEveryWrittenUnitNameAndNeverGuesses) {
    const std::string rows =
        "1;Ali Akbar;198506112009011901;;Dinkes;;;\n2;Budi Utomo;198506112009011902;;dinkes;;;\n"
        "3;Cahya Putra;198506112009011903;;Waru;;;\n4;Dewi Sari;198506112009012904;;Kejaksaan;;;\n"
        "5;Eka Wati;198506112009012905;;;;;\n";
    const auto outcome = imported(std::string(kHead) + rows);
    EXPECT_THAT(problemsOf(outcome.report),
                ElementsAre("!2 unit unit.variant", "!3 unit unit.variant", "!4 unit unit.ambiguous",
                            "!5 unit unit.unknown", "!6 unit unit.missing"));
    EXPECT_EQ(outcome.report.problems[0].proposal, "Dinas Kesehatan");
    EXPECT_EQ(outcome.report.problems[2].proposal, "RSUD Waru / Kecamatan Waru");
    EXPECT_THAT(outcome.report.unitProposals, ElementsAre(UnitProposal{"Dinkes", {"DINKES"}, 2, 2},
                                                          UnitProposal{"Waru", {"RSUD-W", "KEC-10"}, 4, 1},
                                                          UnitProposal{"Kejaksaan", {}, 5, 1}));
    ImportOptions agreed = options();
    agreed.unitNames = {{"DINKES", "DINKES"}, {"Waru", "KEC-10"}};
    agreed.defaultUnit = "DINSOS";
    EXPECT_THAT(problemsOfRows(rows, agreed), ElementsAre("!5 unit unit.unknown"));
}

TEST(RosterImport, PrefersTheNarrowerUnitColumnOnlyWhenItIsAUnit) {
    const auto outcome =
        imported("Nama;NIP;OPD;Unit Kerja\nAli Akbar;198506112009011901;Dinas Kesehatan;Puskesmas Teja\n"
                 "Budi Utomo;198506112009011902;Dinas Kesehatan;RSUD Waru\n");
    EXPECT_THAT(outcome.report.problems, IsEmpty());
    EXPECT_EQ(outcome.snapshot.people[0].post.unit, "DINKES");
    EXPECT_EQ(outcome.snapshot.people[1].post.unit, "RSUD-W");
}

TEST(RosterImport, MakesOnePersonOfADefinitiveAndAnActingPost) {
    const auto outcome = imported(
        std::string(kHead) + "1;Ali Akbar, S.H.;198506112009011901;Plt. Kepala Dinas;Dinas Kesehatan;IV/b;;\n"
                             "2;ALI AKBAR;198506112009011901;Kepala Dinas;Dinas Sosial;IV/b;;\n");
    ASSERT_EQ(outcome.snapshot.people.size(), 1U);
    const Person& person = outcome.snapshot.people[0];
    EXPECT_EQ(person.post, (Post{"DINSOS", "Kepala Dinas", Acting::None}))
        << "the definitive post is the first";
    EXPECT_THAT(person.extraPosts, ElementsAre(Post{"DINKES", "Kepala Dinas", Acting::Plt}));
    EXPECT_THAT(problemsOf(outcome.report), ElementsAre("3 post row.second-post"));
    EXPECT_EQ(outcome.report.counts.accepted, 2U);
    EXPECT_EQ(outcome.report.counts.people, 1U);
}

TEST(RosterImport, RefusesDoublesAndNumbersOfAnotherName) {
    EXPECT_THAT(
        problemsOfRows("1;Ali Akbar;198506112009011901;Staf;Dinas Sosial;;;\n"
                       "2;Ali Akbar;198506112009011901;Staf;Dinas Sosial;;;\n"
                       "3;Ali Akbar;198506112009011901;Staf;Dinas Kesehatan;;;\n"
                       "4;Budi Utomo;198506112009011901;Staf;Dinas Sosial;;;\n"),
        ElementsAre("!3 row row.double", "!4 row row.same-person-twice", "!5 number number.of-another-name"));
}

TEST(RosterImport, WarnsOfOneNameAndBirthDateWithTwoNumbersOnBothRows) {
    const auto report = imported(std::string(kHead) + "1;Ali Akbar;198506112009011901;Staf;Dinas Sosial;;;\n"
                                                      "2;Ali Akbar;198506112021211904;Staf;Dinas Sosial;;;\n")
                            .report;
    EXPECT_THAT(problemsOf(report), ElementsAre("2 number row.two-numbers", "3 number row.two-numbers"));
    EXPECT_EQ(report.counts.accepted, 2U);
    EXPECT_EQ(report.counts.withWarnings, 2U);
}

TEST(RosterImport, AcceptsTwinsOneWordNamesBothApostrophesAndNamesakes) {
    EXPECT_THAT(problemsOfRows("1;Hasan Basri;198506112009011901;;Dinas Sosial;;;\n"
                               "2;Husen Basri;198506112009011902;;Dinas Sosial;;;\n"
                               "3;Sukarno;197001011995031903;;Dinas Sosial;;;\n"
                               "4;Sukarno;197101011995031904;;Dinas Sosial;;;\n"
                               "5;Mu'min;198402292009011905;;Dinas Sosial;;;\n"
                               "6;Syafi’i;198506112009011906;;Dinas Kesehatan;;;\n"),
                IsEmpty());
}

TEST(RosterImport, AcceptsPeopleWithoutANumberWhenTheirKindNeedsNone) {
    const auto outcome =
        imported(std::string(kHead) + "1;Ali;;Staf;Dinas Sosial;;Honorer;\n"
                                      "2;Budi;-;Kepala Desa;Kecamatan Waru;;;\n"
                                      "3;Citra;3528010101900001;Staf;Dinas Sosial;;Honorer;\n"
                                      "4;Dodi;;Staf;Dinas Sosial;;;\n"
                                      "5;Ali;;Staf;Dinas Sosial;;Honorer;\n");
    EXPECT_THAT(problemsOf(outcome.report), ElementsAre("4 number number.not-kept", "5 kind kind.assumed",
                                                        "6 name row.same-name-no-number"));
    EXPECT_EQ(outcome.report.problems[0].found, "•••••••••••••001")
        << "a NIK is not collected, not even in the report";
    ASSERT_EQ(outcome.snapshot.people.size(), 5U);
    for (const Person& person : outcome.snapshot.people)
        EXPECT_TRUE(person.numbers.empty());
    EXPECT_EQ(outcome.snapshot.people.back().kind, SignerKind::VillageHead);
}

TEST(RosterImport, ReadsKindsFromTheColumnAndWarnsWhenTheNumberDisagrees) {
    const auto outcome =
        imported(std::string(kHead) + "1;Ali Akbar;199002282022211905;;Dinas Sosial;;;\n"
                                      "2;Budi Utomo;199002282022241906;;Dinas Sosial;;PPPK Paruh Waktu;\n"
                                      "3;Cahya Putra;199002282022211907;;Dinas Sosial;;PNS;\n"
                                      "4;Dewi Sari;199002282022012908;;Dinas Sosial;;CPNS;\n"
                                      "5;Eka Wati;199002282022012909;;Dinas Sosial;;entah;\n");
    std::vector<SignerKind> kinds;
    for (const Person& person : outcome.snapshot.people)
        kinds.push_back(person.kind);
    EXPECT_THAT(kinds, ElementsAre(SignerKind::Pppk, SignerKind::PppkPartTime, SignerKind::Pns,
                                   SignerKind::Cpns, SignerKind::Pns));
    EXPECT_THAT(problemsOf(outcome.report),
                ElementsAre("4 kind kind.differs-from-number", "6 kind kind.unknown"));
}

TEST(RosterImport, KeepsNotesCoarse) {
    const auto outcome =
        imported(std::string(kHead) + "1;Ali;198506112009011901;;Dinas Sosial;;;Umrah s/d 30 November\n"
                                      "2;Budi;198506112009011902;;Dinas Sosial;;;TUGAS BELAJAR\n"
                                      "3;Cahya;198506112009011903;;Dinas Sosial;;;Meninggal dunia\n"
                                      "4;Dewi;198506112009012904;;Dinas Sosial;;;sakit jantung\n"
                                      "5;Eka;198506112009012905;;Dinas Sosial;;;suka menari\n"
                                      "6;Fitri;198506112009012906;;Dinas Sosial;;Pensiun;-\n");
    std::vector<RosterNote> notes;
    for (const Person& person : outcome.snapshot.people)
        notes.push_back(person.note);
    EXPECT_THAT(notes, ElementsAre(RosterNote::Leave, RosterNote::StudyLeave, RosterNote::Deceased,
                                   RosterNote::OtherAbsence, RosterNote::None, RosterNote::Retired));
    EXPECT_THAT(problemsOf(outcome.report), ElementsAre("6 note note.not-kept"));
}

TEST(RosterImport, TakesNobodyOffTheRosterOnADoubtfulRemark) {
    const auto noteOf = [](const std::string& remark) {
        const auto outcome =
            imported(std::string(kHead) + "1;Ali;198506112009011901;;Dinas Sosial;;;" + remark + "\n");
        const auto problems = problemsOf(outcome.report);
        return std::pair(outcome.snapshot.people.at(0).note, problems.empty() ? "" : problems.front());
    };
    const std::string doubtful = "2 note note.doubtful";
    EXPECT_EQ(noteOf("Belum pensiun"), std::pair(RosterNote::None, doubtful));
    EXPECT_EQ(noteOf("Mutasi dari Dinas Kesehatan"), std::pair(RosterNote::None, doubtful));
    EXPECT_EQ(noteOf("Mutasi masuk"), std::pair(RosterNote::None, doubtful));
    EXPECT_EQ(noteOf("Cuti, istri meninggal"), std::pair(RosterNote::Leave, doubtful));
    for (const char* remark :
         {"Pensiun", "PENSIUN TMT 1 Januari 2024", "pensiun dini", "Pensiun per 1-12-2023"})
        EXPECT_EQ(noteOf(remark), std::pair(RosterNote::Retired, std::string())) << remark;
    EXPECT_EQ(noteOf("Mutasi ke Provinsi Jawa Timur"), std::pair(RosterNote::Transferred, std::string()));
    EXPECT_EQ(noteOf("Almarhum"), std::pair(RosterNote::Deceased, std::string()));
    EXPECT_EQ(noteOf("Mengundurkan diri atas permintaan sendiri"),
              std::pair(RosterNote::Resigned, std::string()));
}

TEST(RosterImport, ListsDamagedRowsAndReadsOn) {
    EXPECT_THAT(problemsOfRows("1;\"Ali Akbar;198506112009011901;;Dinas Sosial;;;\n"
                               "2;" +
                               std::string(1'001, 'x') +
                               ";198506112009011902;;Dinas Sosial;;;\n"
                               "3;Bu\x07"
                               "di;198506112009011903;;Dinas Sosial;;;\n"
                               "4;;198506112009011904;Staf;Dinas Sosial;;;\n"
                               "5;Seseorang yang sendirian;;;;;;\n"
                               "6;Citra;198506112009012905;;Dinas Sosial;;;\n"),
                ElementsAre("!2 row row.open-quote", "!3 name cell.too-long",
                            "!4 name cell.control-character", "!5 name name.empty",
                            "!6 row row.only-one-cell"));
}

TEST(RosterImport, WarnsOfAgesWithoutRefusing) {
    EXPECT_THAT(problemsOfRows("1;Ali;196001011985031901;;Dinas Sosial;;;\n"),
                ElementsAre("2 number nip.age-now"));
}

TEST(RosterImport, CarriesIdentitiesFromTheListBefore) {
    const auto before = imported(std::string(kHead) + "1;Ali Akbar;198506112009011901;;Dinas Sosial;;;\n"
                                                      "2;Budi Utomo;199002282021211902;;Dinas Sosial;;;\n"
                                                      "3;Citra;;Staf;Dinas Sosial;;Honorer;\n");
    ImportOptions next = options();
    next.previous = &before.snapshot;
    const std::string file = std::string(kHead) + "1;Ali Akbar, S.H.;198506112009011901;;Dinas Kesehatan;;;\n"
                                                  "2;Budi Utomo;199002282022221902;;Dinas Sosial;;;\n"
                                                  "3;Citra;;Staf;Dinas Sosial;;Honorer;\n";
    const auto after = imported(file, next);
    EXPECT_EQ(after.report.carriedIdentities, 1U);
    ASSERT_EQ(after.report.identityProposals.size(), 2U);
    EXPECT_EQ(after.report.identityProposals[0].line, 3U);
    EXPECT_EQ(after.report.identityProposals[0].proposal.before, before.snapshot.people[1].id);
    EXPECT_EQ(after.report.identityProposals[1].line, 4U);
    next.acceptedIdentities = {{3, before.snapshot.people[1].id}, {4, before.snapshot.people[2].id}};
    const auto agreed = imported(file, next);
    EXPECT_EQ(agreed.report.carriedIdentities, 3U);
    EXPECT_THAT(agreed.report.identityProposals, IsEmpty());
    const RosterDiff diff = diffRosters(before.snapshot, agreed.snapshot);
    EXPECT_EQ(diff.count(RosterChange::What::Joined) + diff.count(RosterChange::What::Left), 0U);
    EXPECT_EQ(diff.count(RosterChange::What::Moved), 1U);
}

TEST(RosterImport, ProposesTheNumberTheListBeforeKnew) {
    const auto before = imported(std::string(kHead) + "1;Ali Akbar;198506112009011901;;Dinas Sosial;;;\n");
    ImportOptions next = options();
    next.previous = &before.snapshot;
    const auto report =
        imported(std::string(kHead) + "1;ALI AKBAR, S.H.;198506112009011000;;Dinas Sosial;;;\n"
                                      "2;Ali Akbar;1.98506E+17;;Dinas Sosial;;;\n"
                                      "3;Ali Akbar;199001012009011000;;Dinas Sosial;;;\n",
                 next)
            .report;
    ASSERT_EQ(report.problems.size(), 3U);
    EXPECT_EQ(report.problems[0].proposal, "19850611 200901 1 901");
    EXPECT_EQ(report.problems[1].proposal, "19850611 200901 1 901");
    EXPECT_EQ(report.problems[2].proposal, "") << "another birth date";
}

TEST(RosterImport, GivesTheSameRosterForTheSameRandomness) {
    const std::string file = std::string(kHead) + "1;Ali Akbar;198506112009011901;;Dinas Sosial;;;\n";
    EXPECT_EQ(imported(file).snapshot, imported(file).snapshot);
}

} // namespace
} // namespace teken::domain
