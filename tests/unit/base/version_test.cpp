#include "core/base/version.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace teken {
namespace {

TEST(Version, IsTheOneOfTheProject) {
    std::ifstream file(TEKEN_SOURCE_DIR "/CMakeLists.txt");
    std::stringstream text;
    text << file.rdbuf();
    EXPECT_NE(text.str().find("project(Teken VERSION " + std::string(version()) + " "), std::string::npos);
}

TEST(Version, HasThreeNumbersAndNothingElse) {
    EXPECT_EQ(std::ranges::count(version(), '.'), 2);
    EXPECT_EQ(version().find_first_not_of("0123456789."), std::string_view::npos);
}

TEST(Version, NamesAProgramAsMessagesAllowIt) {
    const auto name = softwareName("teken-server");
    EXPECT_EQ(name, "teken-server " + std::string(version()));
    EXPECT_LE(name.size(), 80U);
}

} // namespace
} // namespace teken
