#include "tests/unit/house/order.h"

#include <gtest/gtest.h>

namespace teken::house {
namespace {

std::string textOfLines(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += "x\n";
    return text;
}

TEST(TopLevel, IsExactlyThePlan) {
    const std::vector<std::string> plan = {"CMakeLists.txt", "README.md", "app",  "core",
                                           "packaging",      "qml",       "sync", "tests"};
    EXPECT_EQ(describe(checkTopLevel(plan)), "");
    auto more = plan;
    more.emplace_back("scripts");
    EXPECT_EQ(describe(checkTopLevel(more)), "scripts: top level: does not belong here\n");
    for (std::size_t i = 0; i < plan.size(); ++i) {
        auto fewer = plan;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_EQ(describe(checkTopLevel(fewer)), plan[i] + ": top level: is missing\n");
    }
}

TEST(Lengths, EndAtTheLimitOfTheKind) {
    for (const auto& [path, most] : std::vector<std::pair<std::string, std::size_t>>{
             {"core/a.cpp", 500}, {"core/a.h", 300}, {"qml/pages/A.qml", 300}}) {
        EXPECT_TRUE(checkLengths({{path, textOfLines(most)}}, {}).empty()) << path;
        const auto findings = checkLengths({{path, textOfLines(most + 1)}}, {});
        ASSERT_EQ(findings.size(), 1U) << path;
        EXPECT_EQ(findings[0].rule, "too long");
    }
    EXPECT_TRUE(checkLengths({{"README.md", textOfLines(2000)}}, {}).empty());
}

TEST(Lengths, CountALastLineWithoutLineFeed) {
    EXPECT_EQ(checkLengths({{"a.h", textOfLines(300) + "x"}}, {}).size(), 1U);
}

TEST(Lengths, AllowNamedExceptionsUpToTheirOwnLimitAndWhileNeeded) {
    const std::vector<LongFile> allowed = {{"core/a.cpp", 600}};
    EXPECT_TRUE(checkLengths({{"core/a.cpp", textOfLines(600)}}, allowed).empty());
    EXPECT_EQ(checkLengths({{"core/a.cpp", textOfLines(601)}}, allowed).size(), 1U);
    EXPECT_EQ(checkLengths({{"core/a.cpp", textOfLines(100)}}, allowed).size(), 1U);
    EXPECT_EQ(checkLengths({{"core/b.cpp", textOfLines(501)}}, allowed).size(), 2U);
}

TEST(Text, HoldsNeitherTabsNorCarriageReturnsNorBlanksAtLineEnds) {
    EXPECT_EQ(describe(checkText({{"a.cpp", "int a;\n"}})), "");
    EXPECT_EQ(describe(checkText({{"a.cpp", "int a;\n\tint b;\n"}})), "a.cpp:2: tab: indent with spaces\n");
    EXPECT_NE(describe(checkText({{"a.qml", "Item {}\r\n"}})).find(": line end: "), std::string::npos);
    EXPECT_NE(describe(checkText({{"a.sh", "true \n"}})).find(": blank at the end: "), std::string::npos);
    EXPECT_NE(describe(checkText({{"core/CMakeLists.txt", "a()"}})).find(": last line: "), std::string::npos);
    EXPECT_EQ(describe(checkText({{"units.tsv", "a\tb\r\n"}})), "");
}

TEST(Text, OfHeadersSaysOnce) {
    EXPECT_EQ(describe(checkText({{"a.h", "#pragma once\n"}})), "");
    EXPECT_EQ(describe(checkText({{"a.h", "int a;\n"}})), "a.h: once: a header says #pragma once\n");
}

TEST(Words, ForUsersAreThoseOfTheField) {
    EXPECT_EQ(describe(checkWords({{"qml/pages/A.qml", "Label {\n text: qsTr(\"Kampanye\")\n}\n"}})),
              "qml/pages/A.qml:2: word: say Kegiatan\n");
    EXPECT_NE(describe(checkWords({{"app/words/a.cpp", "\"masa kampanye\""}})), "");
    EXPECT_EQ(
        describe(checkWords({{"packaging/demo/text.json", "kampanye"}, {"app/words/a.cpp", "Kegiatan"}})),
        "");
}

} // namespace
} // namespace teken::house
