#include "core/domain/areas.h"
#include "core/domain/units.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace teken::domain {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;
using Kind = UnitMatch::Kind;

const std::filesystem::path kShared = TEKEN_SHARED_DATA;

std::string readFile(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

TEST(AreaCode, KnowsItsLevelParentAndVillageKind) {
    const auto desa = AreaCode::parse("35.28.01.2001");
    ASSERT_TRUE(desa);
    EXPECT_EQ(desa->level(), 4U);
    EXPECT_EQ(desa->villageKind(), AreaKind::Desa);
    EXPECT_EQ(desa->parent()->text(), "35.28.01");
    EXPECT_EQ(AreaCode::parse("35.28.04.1001")->villageKind(), AreaKind::Kelurahan);
    EXPECT_EQ(AreaCode::parse("91.03.01.3001")->villageKind(), AreaKind::DesaAdat);
    EXPECT_EQ(AreaCode::parse("35")->level(), 1U);
    EXPECT_EQ(AreaCode::parse("35.28")->level(), 2U);
    EXPECT_EQ(AreaCode::parse("35.28.13")->level(), 3U);
    EXPECT_EQ(AreaCode::parse("35")->parent(), std::nullopt);
    EXPECT_TRUE(desa->isWithin(*AreaCode::parse("35.28")));
    EXPECT_FALSE(AreaCode::parse("35.28")->isWithin(*desa));
}

TEST(AreaCode, RefusesOtherShapes) {
    for (const std::string_view text : {"", "3", "352", "35.2", "35.28.", "35-28", "35.28.01.4001",
                                        "35.28.01.0001", "35.28.01.20011", "35.28.0a", "35.28.01.2O01"})
        EXPECT_FALSE(AreaCode::parse(text)) << text;
}

constexpr std::string_view kAreaHead = "kode\tjenis\tnama\tkode_induk\tkecamatan\n";

TEST(AreaList, ShowsTheParentOfNamesThatRepeat) {
    const auto list =
        AreaList::readTsv(std::string(kAreaHead) + "35.28\tKabupaten\tKabupaten Pamekasan\t35\t\n"
                                                   "35.28.02\tKecamatan\tPademawu\t35.28\tPademawu\n"
                                                   "35.28.02.2001\tDesa\tTanjung\t35.28.02\tPademawu\n"
                                                   "35.28.07.2002\tDesa\tTanjung\t35.28.07\tPegantenan\n");
    ASSERT_TRUE(list) << describe(list.error());
    const auto found = list->named("TANJUNG");
    ASSERT_EQ(found.size(), 2U);
    EXPECT_EQ(list->shownName(*found[0]), "Tanjung (Pademawu)");
    EXPECT_EQ(list->shownName(*found[1]), "Tanjung (Pegantenan)") << "its kecamatan is not in the list";
    EXPECT_EQ(list->shownName(*list->find("35.28")), "Kabupaten Pamekasan");
    EXPECT_EQ(list->find("35.29"), nullptr);
}

TEST(AreaList, RefusesRowsThatContradictThemselves) {
    const auto reasonOf = [](std::string_view row) {
        const auto list = AreaList::readTsv(std::string(kAreaHead) + std::string(row));
        return list ? std::string() : list.error().reason + " " + list.error().place;
    };
    EXPECT_EQ(reasonOf("35.28.01.2001\tKelurahan\tX\t35.28.01\tY\n"), "area.kind line 2");
    EXPECT_EQ(reasonOf("35.28.01.2001\tDesa\tX\t35.28.02\tY\n"), "area.parent line 2");
    EXPECT_EQ(reasonOf("35.28.01.2001\tDesa\t \t35.28.01\tY\n"), "area.name line 2");
    EXPECT_EQ(reasonOf("35.28.01.2001\tDesa\tX\t35.28.01\n"), "tsv.cells line 2");
    EXPECT_EQ(reasonOf("3528012001\tDesa\tX\t35.28.01\tY\n"), "area.code line 2");
    EXPECT_EQ(reasonOf("35.28\tKabupaten\tX\t35\t\n35.28\tKabupaten\tX\t35\t\n"), "area.duplicate line 3");
    EXPECT_EQ(AreaList::readTsv("kode\tnama\n").error().reason, "area.heading");
    EXPECT_EQ(AreaList::readTsv("").error().reason, "tsv.no-heading");
}

TEST(AreaList, ReadsTheFourPlacesWithTheirOfficialCounts) {
    if (!std::filesystem::exists(kShared / "wilayah"))
        GTEST_SKIP() << "no area lists in " << kShared;
    struct Place {
        std::string file;
        std::size_t kecamatan, kelurahan, desa;
    };
    for (const Place& place : {Place{"pamekasan", 13, 11, 178}, Place{"mojokerto", 18, 5, 299},
                               Place{"metro", 5, 22, 0}, Place{"buleleng", 9, 19, 129}}) {
        const auto list = AreaList::readTsv(readFile(kShared / "wilayah" / (place.file + ".tsv")));
        ASSERT_TRUE(list) << place.file << ": " << describe(list.error());
        const auto count = [&](AreaKind kind) {
            std::size_t n = 0;
            for (const Area& area : list->all())
                n += area.kind == kind ? 1 : 0;
            return n;
        };
        EXPECT_EQ(count(AreaKind::Kecamatan), place.kecamatan) << place.file;
        EXPECT_EQ(count(AreaKind::Kelurahan), place.kelurahan) << place.file;
        EXPECT_EQ(count(AreaKind::Desa), place.desa) << place.file;
    }
}

UnitList sampleUnits() {
    const auto unit = [](std::string code, std::string name, UnitKind kind = UnitKind::Opd) {
        return Unit{std::move(code), std::move(name), kind, "35.28", ""};
    };
    return *UnitList::create({unit("DINKES", "Dinas Kesehatan"), unit("DISHUB", "Dinas Perhubungan"),
                              unit("DINSOS", "Dinas Sosial"),
                              unit("BKPSDM", "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"),
                              unit("RSUD-W", "RSUD Waru"), unit("DISDIK", "Dinas Pendidikan dan Kebudayaan"),
                              unit("KEC-04", "Kecamatan Pamekasan", UnitKind::Kecamatan),
                              unit("KEC-10", "Kecamatan Waru", UnitKind::Kecamatan),
                              unit("DISPERTA", "Dinas Pertanian"),
                              unit("DISPERDA", "Dinas Perindustrian dan Perdagangan")});
}

std::pair<Kind, std::vector<std::string>> matched(std::string_view written) {
    static const UnitMatcher matcher(sampleUnits(), "Pamekasan");
    const UnitMatch match = matcher.match(written);
    return {match.kind, match.codes};
}

TEST(UnitMatcher, TakesTheCodeAndTheNameAsTheyAre) {
    for (const std::string_view written :
         {"DINKES", "Dinas Kesehatan", "DINAS  KESEHATAN", "dinas kesehatan "})
        EXPECT_EQ(matched(written), std::pair(Kind::Exact, std::vector<std::string>{"DINKES"})) << written;
    EXPECT_EQ(matched("KECAMATAN PAMEKASAN").first, Kind::Exact) << "its own name ends with the place";
}

TEST(UnitMatcher, OnlyProposesForVariants) {
    const std::pair<std::string_view, std::string> cases[] = {
        {"Dinkes", "DINKES"},
        {"dinkes", "DINKES"},
        {"DINAS KESEHATAN KAB. PAMEKASAN", "DINKES"},
        {"Dinas Kesehatan Kabupaten Pamekasan", "DINKES"},
        {"Dinas Kesehatan Pamekasan", "DINKES"},
        {"Dinas Kesehatn", "DINKES"},
        {"Dns. Kesehatan", "DINKES"},
        {"Kec. Pamekasan", "KEC-04"},
        {"Kec. Waru Kab. Pamekasan", "KEC-10"},
        {"BKPSDM Pamekasan", "BKPSDM"},
        {"Dishub Kab. Pamekasan", "DISHUB"},
        {"Dinhub", "DISHUB"},
        {"Disdikbud", "DISDIK"},
        {"Kesehatan", "DINKES"}};
    for (const auto& [written, code] : cases)
        EXPECT_EQ(matched(written), std::pair(Kind::Proposal, std::vector{code})) << written;
}

TEST(UnitMatcher, NamesSeveralWhenSeveralAreLikely) {
    const auto [kind, codes] = matched("Waru");
    EXPECT_EQ(kind, Kind::Ambiguous);
    EXPECT_THAT(codes, UnorderedElementsAre("RSUD-W", "KEC-10"));
}

TEST(UnitMatcher, FindsNothingInStrangersNames) {
    for (const std::string_view written : {"", "  ", "Kejaksaan Negeri", "x", "Dinkominfo", "Jumlah"})
        EXPECT_EQ(matched(written).first, Kind::None) << written;
}

TEST(UnitList, ReadsTheTableOfThePilotRegency) {
    if (!std::filesystem::exists(kShared / "unit_pamekasan_sintetis.tsv"))
        GTEST_SKIP() << "no unit list in " << kShared;
    const auto list = UnitList::readTsv(readFile(kShared / "unit_pamekasan_sintetis.tsv"));
    ASSERT_TRUE(list) << describe(list.error());
    EXPECT_EQ(list->all().size(), 46U);
    EXPECT_EQ(list->find("KEC-04")->name, "Kecamatan Pamekasan");
    EXPECT_EQ(list->find("KEC-04")->kind, UnitKind::Kecamatan);
    EXPECT_EQ(list->find("DINKES")->areaCode, "35.28");
    // Every unit is found by its own name, and by nobody else's.
    const UnitMatcher matcher(*list, "Pamekasan");
    for (const Unit& unit : list->all()) {
        EXPECT_EQ(matcher.match(unit.name).kind, Kind::Exact) << unit.name;
        EXPECT_THAT(matcher.match(unit.name + " Kab. Pamekasan").codes, ElementsAre(unit.code));
    }
}

TEST(UnitList, RefusesDoublesStrangersAndCircles) {
    const auto reasonOf = [](std::vector<Unit> units) {
        const auto list = UnitList::create(std::move(units));
        return list ? std::string() : list.error().reason;
    };
    EXPECT_EQ(reasonOf({{"A", "x", UnitKind::Opd, "", ""}, {"A", "y", UnitKind::Opd, "", ""}}),
              "unit.duplicate");
    EXPECT_EQ(reasonOf({{"A", "x", UnitKind::Opd, "", "B"}}), "unit.unknown-parent");
    EXPECT_EQ(reasonOf({{"A", "x", UnitKind::Opd, "", "B"}, {"B", "y", UnitKind::Opd, "", "A"}}),
              "unit.parent-circle");
    EXPECT_EQ(reasonOf({{"A b", "x", UnitKind::Opd, "", ""}}), "unit.code");
    EXPECT_EQ(reasonOf({{"A", "", UnitKind::Opd, "", ""}}), "unit.name");
    EXPECT_EQ(reasonOf({{"A", "x", UnitKind::Opd, "3528", ""}}), "unit.area");
    EXPECT_EQ(UnitList::readTsv("kode_unit\tnama_unit\tjenis\nA\tx\tOPD\nB b\ty\tOPD\n").error().place,
              "line 3");
}

TEST(UnitList, FollowsParentsUpwards) {
    const auto list = UnitList::create({{"KEC", "Kecamatan", UnitKind::Kecamatan, "", ""},
                                        {"KEL", "Kelurahan", UnitKind::Kelurahan, "", "KEC"},
                                        {"RW", "Lain", UnitKind::Other, "", "KEL"}});
    ASSERT_TRUE(list);
    EXPECT_TRUE(list->isWithin("RW", "KEC"));
    EXPECT_TRUE(list->isWithin("KEC", "KEC"));
    EXPECT_FALSE(list->isWithin("KEC", "RW"));
    EXPECT_FALSE(list->isWithin("nobody", "KEC"));
}

} // namespace
} // namespace teken::domain
