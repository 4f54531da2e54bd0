#include "packaging/demo/people/people.h"

#include "packaging/demo/people/bad_rows.h"
#include "packaging/demo/people/csv.h"

#include "core/base/encoding.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

namespace teken::demo {
namespace {

using ::testing::HasSubstr;

std::string unitsFile() {
    std::ifstream file(TEKEN_SOURCE_DIR "/packaging/demo/pamekasan/units.tsv", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

struct World {
    explicit World(std::uint64_t seed = 2023, const std::string& table = unitsFile())
        : dice(seed), press(dice), units(readUnits(table).value()), roster(makePeople(units, dice, press)) {
        addEdgeCases(roster, press);
    }
    [[nodiscard]] std::vector<DemoRow> rows() const {
        std::vector<DemoRow> all;
        for (const auto& unit : roster)
            all.insert(all.end(), unit.rows.begin(), unit.rows.end());
        return all;
    }
    [[nodiscard]] std::vector<DemoRow> edge(const std::string& name) const {
        auto all = rows();
        std::erase_if(all, [&](const DemoRow& row) { return row.edge != name; });
        return all;
    }

    Dice dice;
    NumberPress press;
    std::vector<DemoUnit> units;
    std::vector<DemoUnitRows> roster;
};

std::string digits(const std::string& number) {
    std::string text;
    for (const char c : number)
        if (c >= '0' && c <= '9')
            text += c;
    return text;
}

std::string csvOf(const World& world) {
    CsvWriter csv({});
    for (const auto& row : world.rows())
        csv.row({row.name, row.number, row.rank, row.post, row.unit, row.status, row.remark});
    return csv.text();
}

TEST(DemoUnits, Are33OfficesAnd13DistrictsWith6102People) {
    const auto units = readUnits(unitsFile()).value();
    EXPECT_EQ(units.size(), 46U);
    int people = 0;
    int districts = 0;
    for (const auto& unit : units) {
        people += unit.pns + unit.pppk;
        districts += unit.trade == Trade::District ? 1 : 0;
    }
    EXPECT_EQ(people, 6102);
    EXPECT_EQ(districts, 13);
}

TEST(DemoUnits, AreRefusedWithTheLineThatIsWrong) {
    const std::string heading = "kode_unit\tnama_unit\tjumlah_asn\tpns\tpppk\n";
    EXPECT_TRUE(readUnits(heading + "A\tDinas A\t3\t2\t1\n"));
    for (const std::string row : {"A\tDinas A\t3\t2\t2\n", "A\tDinas A\t3\t2\n", "\tDinas A\t3\t2\t1\n",
                                  "A\tDinas A\t3\tdua\t1\n", "A\tDinas A\t-3\t-4\t1\n", ""}) {
        const auto units = readUnits(heading + row);
        ASSERT_FALSE(units) << row;
        EXPECT_EQ(units.error().reason, "demo.units");
        EXPECT_EQ(units.error().place, row.empty() ? "line 1" : "line 2");
    }
    EXPECT_FALSE(readUnits("kode_unit\tnama_unit\n"));
    EXPECT_FALSE(readUnits(""));
}

TEST(DemoPeople, FillEachUnitToItsSize) {
    const World world;
    for (const auto& [unit, rows] : world.roster) {
        const auto count = [&](const std::string& status) {
            return std::count_if(rows.begin(), rows.end(), [&](const DemoRow& row) {
                return row.status == status && !row.post.starts_with("Plt. "); // a second post counts nobody
            });
        };
        EXPECT_EQ(count("PNS"), unit.pns) << unit.code;
        EXPECT_EQ(count("PPPK"), unit.pppk) << unit.code;
    }
    EXPECT_EQ(world.rows().size(), 6103U);
}

TEST(DemoPeople, HaveOneNumberEachExceptThePersonWithTwoPosts) {
    std::map<std::string, int> holders;
    for (const auto& row : World().rows())
        ++holders[digits(row.number)];
    EXPECT_EQ(holders.size(), 6102U);
    EXPECT_EQ(std::count_if(holders.begin(), holders.end(), [](const auto& h) { return h.second == 2; }), 1);
}

TEST(DemoPeople, HaveNumbersThatNoLivingPersonHolds) {
    for (const auto& row : World().rows()) {
        const std::string number = digits(row.number);
        ASSERT_EQ(number.size(), 18U) << row.number;
        EXPECT_GE(number.substr(15), "900");
        const int position = std::stoi(number.substr(12, 2));
        EXPECT_EQ(row.status == "PPPK", position >= 21) << row.number;
        EXPECT_TRUE((position >= 1 && position <= 12) || (position >= 21 && position <= 29));
        EXPECT_TRUE(number[14] == '1' || number[14] == '2');
    }
}

TEST(DemoPeople, AreTheSameForTheSameSeedOnly) {
    EXPECT_EQ(csvOf(World(2023)), csvOf(World(2023)));
    EXPECT_NE(csvOf(World(2023)), csvOf(World(2024)));
}

TEST(DemoPeople, HaveNamesWithinTheLimits) {
    for (const auto& row : World().rows()) {
        EXPECT_TRUE(isUtf8(row.name));
        EXPECT_GE(utf8Length(row.name), 3U);
        EXPECT_LE(utf8Length(row.name), 120U);
    }
}

TEST(DemoEdgeCases, AreAllThere) {
    std::map<std::string, int> found;
    for (const auto& row : World().rows())
        if (!row.edge.empty())
            ++found[row.edge];
    const std::map<std::string, int> expected = {{"one-word-name", 1},
                                                 {"name-of-58-letters", 1},
                                                 {"apostrophe-straight", 1},
                                                 {"apostrophe-letter", 1},
                                                 {"same-name-in-unit", 2},
                                                 {"apostrophe-typographic", 1},
                                                 {"twin", 2},
                                                 {"leap-day", 2},
                                                 {"same-name-across-units", 2},
                                                 {"contract-21", 1},
                                                 {"contract-22", 1},
                                                 {"contract-24", 1},
                                                 {"past-retirement", 1},
                                                 {"number-with-label", 1},
                                                 {"acting-head", 2},
                                                 {"deceased", 1},
                                                 {"hajj", 1},
                                                 {"umrah", 1},
                                                 {"study-leave", 2}};
    EXPECT_EQ(found, expected);
}

TEST(DemoEdgeCases, HoldWhatTheirNamesSay) {
    const World world;
    EXPECT_EQ(world.edge("one-word-name")[0].name.find(' '), std::string::npos);
    EXPECT_EQ(utf8Length(world.edge("name-of-58-letters")[0].name), 58U);
    EXPECT_THAT(world.edge("apostrophe-straight")[0].name, HasSubstr("'"));
    EXPECT_THAT(world.edge("apostrophe-typographic")[0].name, HasSubstr("\xe2\x80\x99"));
    EXPECT_THAT(world.edge("apostrophe-letter")[0].name, HasSubstr("\xca\xbc"));
    EXPECT_THAT(world.edge("past-retirement")[0].number, HasSubstr("1957"));
    for (const auto& row : world.edge("leap-day"))
        EXPECT_EQ(digits(row.number).substr(4, 4), "0229");
    for (const char* contract : {"21", "22", "24"})
        EXPECT_EQ(digits(world.edge(std::string("contract-") + contract)[0].number).substr(12, 2), contract);
}

TEST(DemoEdgeCases, HoldTwinsWhoseNumbersDifferByOne) {
    const auto twins = World().edge("twin");
    const auto first = std::stoull(digits(twins[0].number));
    const auto second = std::stoull(digits(twins[1].number));
    EXPECT_EQ(std::max(first, second) - std::min(first, second), 1U);
}

TEST(DemoEdgeCases, HoldOnePersonWithTwoPostsInTwoUnits) {
    const auto posts = World().edge("acting-head");
    EXPECT_EQ(posts[0].name, posts[1].name);
    EXPECT_EQ(posts[0].number, posts[1].number);
    EXPECT_NE(posts[0].unit, posts[1].unit);
    EXPECT_TRUE(posts[0].post.starts_with("Kepala "));
    EXPECT_TRUE(posts[1].post.starts_with("Plt. Kepala "));
}

TEST(DemoEdgeCases, AreLeftOutWhereTheirUnitIsMissing) {
    const World small(1, "kode_unit\tnama_unit\tjumlah_asn\tpns\tpppk\nX\tDinas X\t9\t8\t1\n");
    EXPECT_EQ(small.rows().size(), 9U);
    EXPECT_EQ(small.edge("").size(), 9U);
}

TEST(DemoHonoraryWorkers, ComeOnTopAndWithoutNumbers) {
    World world;
    const auto workers = makeHonoraryWorkers(world.units, world.dice);
    EXPECT_EQ(workers.size(), 60U);
    for (const auto& row : workers) {
        EXPECT_EQ(row.number, "");
        EXPECT_EQ(row.status, "Non-ASN");
    }
}

TEST(DemoBadRows, HoldEverySpoiltRow) {
    World world;
    const std::string sheet = makeBadRows(world.press);
    for (const char* part :
         {"000;", "1,98506E+17", "Abd. Karim\nAch. Munir", "\r\nDINAS KESEHATAN;;", "Jumlah", ";Dinkes;",
          ";DINAS KESEHATAN KAB. PAMEKASAN;", "Antariksa", "1;2;3;4;5;6;7;8"})
        EXPECT_THAT(sheet, HasSubstr(part));
    EXPECT_FALSE(isUtf8(sheet)) << "Windows-1252 was meant";
}

TEST(Csv, QuotesWhatNeedsIt) {
    CsvWriter csv({});
    csv.row({"plain", "with, comma", "with \"quotes\"", "two\nlines", ""});
    EXPECT_EQ(csv.text(), "plain,\"with, comma\",\"with \"\"quotes\"\"\",\"two\nlines\",\n");
}

TEST(Csv, WritesTheDialectsOfSpreadsheets) {
    CsvWriter excel({.separator = ';', .windows1252 = true, .carriageReturns = true});
    excel.row({"Ma\xe2\x80\x99ruf", "a;b", "a,b", "\xca\xbc"});
    EXPECT_EQ(excel.text(), "Ma\x92ruf;\"a;b\";a,b;??\r\n");
    CsvWriter marked({.byteOrderMark = true});
    EXPECT_EQ(marked.text(), "\xef\xbb\xbf");
}

} // namespace
} // namespace teken::demo
