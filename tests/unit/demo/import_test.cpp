// The invented regency meets the real importer.
#include "packaging/demo/people/bad_rows.h"
#include "packaging/demo/people/csv.h"
#include "packaging/demo/people/people.h"

#include "core/domain/pledge_text.h"
#include "core/domain/roster_import.h"
#include "tests/support/fakes.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

namespace teken::demo {
namespace {

using namespace std::chrono;

std::string demoFile(const std::string& name) {
    std::ifstream file(TEKEN_SOURCE_DIR "/packaging/demo/pamekasan/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

domain::ImportOptions options() {
    domain::ImportOptions given;
    given.date = year(2023) / November / 1;
    given.today = year(2023) / November / 17;
    given.placeName = "Pamekasan";
    return given;
}

domain::ImportOutcome import(const std::string& csv, const domain::ImportOptions& given = options()) {
    test::SeededRandom random;
    const auto units = domain::UnitList::readTsv(demoFile("units.tsv")).value();
    return domain::importRosterCsv(view(csv), units, given, random).value();
}

std::string rosterCsv() {
    Dice dice(2023);
    NumberPress press(dice);
    auto roster = makePeople(readUnits(demoFile("units.tsv")).value(), dice, press);
    addEdgeCases(roster, press);
    CsvWriter csv({});
    csv.row(rosterHeadings());
    int number = 0;
    for (const auto& unit : roster)
        for (const auto& row : unit.rows) {
            const auto home = std::find_if(roster.begin(), roster.end(), [&](const DemoUnitRows& other) {
                return other.unit.code == row.unit;
            });
            csv.row({std::to_string(++number), row.name, row.number, row.rank, row.post, home->unit.name,
                     row.status, row.remark});
        }
    return csv.text();
}

std::string summaryOf(const domain::ImportReport& report) {
    std::map<std::string, int> reasons;
    for (const auto& problem : report.problems)
        ++reasons[(problem.refused ? "refused " : "warned ") + problem.reason];
    std::string text;
    for (const auto& [reason, count] : reasons)
        text += reason + " " + std::to_string(count) + "\n";
    return text;
}

TEST(DemoImport, Takes6102PeopleFrom6103Rows) {
    const auto outcome = import(rosterCsv());
    EXPECT_EQ(outcome.report.counts.accepted, 6103U);
    EXPECT_EQ(outcome.report.counts.people, 6102U);
    EXPECT_EQ(outcome.report.counts.refused, 0U) << summaryOf(outcome.report);
    EXPECT_EQ(outcome.snapshot.people.size(), 6102U);
    EXPECT_TRUE(outcome.report.unitProposals.empty());
    EXPECT_TRUE(domain::encodeRoster(outcome.snapshot));
    // The one who should have retired, and the acting head's second row.
    EXPECT_EQ(summaryOf(outcome.report), "warned nip.age-now 1\nwarned row.second-post 1\n");
}

TEST(DemoImport, UnderstandsTheOddRows) {
    const auto people = import(rosterCsv()).snapshot.people;
    std::map<domain::RosterNote, int> notes;
    int twoPosts = 0;
    int contract = 0;
    for (const auto& person : people) {
        ++notes[person.note];
        twoPosts += person.extraPosts.empty() ? 0 : 1;
        contract += person.kind == domain::SignerKind::Pppk ? 1 : 0;
    }
    EXPECT_EQ(notes[domain::RosterNote::Deceased], 1);
    EXPECT_EQ(notes[domain::RosterNote::Leave], 2);
    EXPECT_EQ(notes[domain::RosterNote::StudyLeave], 2);
    EXPECT_EQ(twoPosts, 1);
    int expected = 0;
    const auto units = readUnits(demoFile("units.tsv")).value();
    for (const auto& unit : units)
        expected += unit.pppk;
    EXPECT_EQ(contract, expected);
}

TEST(DemoImport, ListsEverySpoiltRowAndTakesTheRest) {
    Dice dice(2023);
    NumberPress press(dice);
    const std::string sheet = makeBadRows(press);
    const auto outcome = import(sheet);
    EXPECT_EQ(outcome.report.encoding, "windows-1252");
    EXPECT_EQ(outcome.report.delimiter, ';');
    EXPECT_EQ(outcome.report.headerLine, 4U);
    EXPECT_EQ(summaryOf(outcome.report), "refused name.empty 1\n"
                                         "refused nip.birth-date 1\n"
                                         "refused nip.float 1\n"
                                         "refused nip.not-18-digits 1\n"
                                         "refused nip.serial-zero 1\n"
                                         "refused row.double 1\n"
                                         "refused row.only-one-cell 1\n" // place and date below the table
                                         "refused row.two-people 1\n"
                                         "refused unit.unknown 1\n"
                                         "refused unit.variant 2\n"
                                         "warned note.not-kept 10\n");
    ASSERT_EQ(outcome.report.unitProposals.size(), 3U);
    EXPECT_EQ(outcome.report.unitProposals[0].codes.front(), "DINKES");
    EXPECT_EQ(outcome.report.unitProposals[1].codes.front(), "DINKES");
    EXPECT_EQ(outcome.report.counts.people, 2U);
}

TEST(DemoPledge, IsATextThatCanBeLocked) {
    const std::string canonical = nlohmann::json::parse(demoFile("pledge.json")).dump();
    const auto text = domain::decodePledgeText(view(canonical));
    ASSERT_TRUE(text) << describe(text.error());
    EXPECT_EQ(text->points.size(), 4U);
    EXPECT_EQ(domain::encodePledgeText(*text).value(), toBytes(canonical));
    EXPECT_EQ(domain::renderPlain(*text).find("kampanye"), std::string::npos);
}

} // namespace
} // namespace teken::demo
