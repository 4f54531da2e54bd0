#include "tests/unit/house/built.h"

#include <gtest/gtest.h>

namespace teken::house {
namespace {

std::string found(const std::vector<SourceFile>& files) {
    return describe(checkAllIsBuilt(files));
}

TEST(Built, IsEveryFileThatItsListNames) {
    EXPECT_EQ(found({{"CMakeLists.txt", "add_subdirectory(core)"},
                     {"core/CMakeLists.txt", "teken_library(core SOURCES a.cpp sub/b.cpp)"},
                     {"core/a.cpp", ""},
                     {"core/a.h", ""},
                     {"core/sub/b.cpp", ""}}),
              "");
}

TEST(Built, IsNoFileThatItsListForgets) {
    EXPECT_EQ(
        found({{"CMakeLists.txt", "add_subdirectory(tests)"},
               {"tests/CMakeLists.txt", "teken_test(NAME t SOURCES data_test.cpp a_test.cppx) # a_test.cpp"},
               {"tests/data_test.cpp", ""},
               {"tests/a_test.cpp", ""}}),
        "tests/a_test.cpp: unbuilt file: no CMakeLists.txt names it\n");
    EXPECT_EQ(found({{"a.cpp", ""}}), "a.cpp: unbuilt file: no CMakeLists.txt names it\n");
}

TEST(Built, IsEveryFolderThatTheOneAboveNames) {
    EXPECT_EQ(found({{"CMakeLists.txt", "add_subdirectory(tests)"},
                     {"tests/CMakeLists.txt", "foreach(room base crypto)"},
                     {"tests/unit/crypto/CMakeLists.txt", ""}}),
              "");
    EXPECT_EQ(found({{"CMakeLists.txt", "add_subdirectory(app)"},
                     {"app/CMakeLists.txt", "add_subdirectory(words)\nadd_subdirectory(words/audit)"},
                     {"app/words/CMakeLists.txt", ""},
                     {"app/words/audit/CMakeLists.txt", ""}}),
              "");
    EXPECT_EQ(found({{"CMakeLists.txt", "add_subdirectory(tests)"},
                     {"tests/CMakeLists.txt", "foreach(room base)"},
                     {"tests/crypto/CMakeLists.txt", ""}}),
              "tests/crypto: unbuilt folder: no CMakeLists.txt above names it\n");
}

} // namespace
} // namespace teken::house
