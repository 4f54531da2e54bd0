// The demo's own lists, read without core/domain.
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace teken::demo {
namespace {

std::vector<std::vector<std::string>> readTsv(const std::string& name) {
    std::ifstream file(TEKEN_SOURCE_DIR "/packaging/demo/pamekasan/" + name);
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(file, line);) {
        std::istringstream stream(line + "\t");
        std::vector<std::string> cells;
        for (std::string cell; std::getline(stream, cell, '\t');)
            cells.push_back(cell);
        rows.push_back(cells);
    }
    return rows;
}

TEST(DemoAreas, AreThe13DistrictsAnd189VillagesOfTheRegency) {
    std::map<std::string, int> kinds;
    std::set<std::string> codes;
    const auto rows = readTsv("areas.tsv");
    ASSERT_FALSE(rows.empty());
    EXPECT_EQ(rows[0], (std::vector<std::string>{"kode", "jenis", "nama", "kode_induk", "kecamatan"}));
    for (std::size_t i = 1; i < rows.size(); ++i) {
        ASSERT_EQ(rows[i].size(), 5U) << i;
        ++kinds[rows[i][1]];
        EXPECT_TRUE(codes.insert(rows[i][0]).second) << rows[i][0];
        EXPECT_TRUE(rows[i][0].starts_with("35.28"));
        if (rows[i][1] != "Kabupaten") {
            EXPECT_TRUE(codes.contains(rows[i][3])) << "parent before child: " << rows[i][0];
        }
    }
    EXPECT_EQ(kinds, (std::map<std::string, int>{
                         {"Desa", 178}, {"Kabupaten", 1}, {"Kecamatan", 13}, {"Kelurahan", 11}}));
}

TEST(DemoUnits, LieInAreasOfTheList) {
    std::map<std::string, std::string> areas;
    for (const auto& row : readTsv("areas.tsv"))
        areas[row[0]] = row[2];
    const auto rows = readTsv("units.tsv");
    ASSERT_EQ(rows.size(), 47U);
    for (std::size_t i = 1; i < rows.size(); ++i) {
        ASSERT_TRUE(areas.contains(rows[i][3])) << rows[i][0];
        if (rows[i][2] == "Kecamatan") {
            EXPECT_EQ(rows[i][1], "Kecamatan " + areas[rows[i][3]]);
        }
    }
}

TEST(DemoSources, AreNamedAndInventionsAreLabelled) {
    std::ifstream file(TEKEN_SOURCE_DIR "/packaging/demo/pamekasan/SUMBER.md");
    std::stringstream text;
    text << file.rdbuf();
    for (const char* part : {"300.2.2-2430", "data tiruan", "Open Database License", "MIT"})
        EXPECT_NE(text.str().find(part), std::string::npos) << part;
}

} // namespace
} // namespace teken::demo
