// The rules of the house, applied to this very tree. The rules themselves are tested beside it.
#include "tests/unit/house/arrows.h"
#include "tests/unit/house/built.h"
#include "tests/unit/house/order.h"

#include <gtest/gtest.h>

namespace teken::house {
namespace {

// Each with its reason; keep it short.
const std::vector<LongFile> kLongFiles = {};

class House : public ::testing::Test {
protected:
    static std::vector<SourceFile> files() { return readTree(TEKEN_SOURCE_DIR); }
};

TEST_F(House, IsReadWhole) {
    const auto all = files();
    const auto has = [&](std::string_view path) {
        return std::any_of(all.begin(), all.end(), [&](const SourceFile& file) { return file.path == path; });
    };
    EXPECT_TRUE(has("core/base/result.h"));
    EXPECT_TRUE(has("core/crypto/CMakeLists.txt"));
    EXPECT_TRUE(has("tests/unit/house/house_test.cpp"));
}

TEST_F(House, HasArrowsThatRunDownwardsOnly) {
    EXPECT_EQ(describe(checkArrows(files())), "");
}

TEST_F(House, HoldsAtItsTopWhatThePlanNames) {
    EXPECT_EQ(describe(checkTopLevel(topLevel(TEKEN_SOURCE_DIR))), "");
}

TEST_F(House, HasFilesThatCanBeReadInOneSitting) {
    EXPECT_EQ(describe(checkLengths(files(), kLongFiles)), "");
}

TEST_F(House, IsWrittenWithSpacesAndLineFeeds) {
    EXPECT_EQ(describe(checkText(files())), "");
}

TEST_F(House, HoldsNothingThatIsNotBuilt) {
    EXPECT_EQ(describe(checkAllIsBuilt(files())), "");
}

TEST_F(House, SpeaksOfKegiatan) {
    EXPECT_EQ(describe(checkWords(files())), "");
}

} // namespace
} // namespace teken::house
