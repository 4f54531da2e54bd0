// Small planted houses with one fault each: a rule that cannot fail protects nothing.
#include "tests/unit/house/arrows.h"

#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace teken::house {
namespace {

std::string found(const std::vector<SourceFile>& files) {
    return describe(checkArrows(files));
}

std::string includeIn(const std::string& path, const std::string& include) {
    return found({{path, "// a file\n#include " + include + "\n"}});
}

TEST(Arrows, MayRunDownwards) {
    EXPECT_EQ(includeIn("core/crypto/keys.cpp", "\"core/base/bytes.h\""), "");
    EXPECT_EQ(includeIn("core/desk/desk.h", "\"core/base/bytes.h\""), "");
    EXPECT_EQ(includeIn("core/store/feeds.cpp", "\"core/domain/person.h\""), "");
    EXPECT_EQ(includeIn("core/store/feeds.cpp", "\"core/log/tree.h\""), "");
    EXPECT_EQ(includeIn("sync/server/api.cpp", "\"core/ledger/state.h\""), "");
    EXPECT_EQ(includeIn("app/tekenctl/main.cpp", "\"sync/client/engine.h\""), "");
    EXPECT_EQ(includeIn("app/teken/main.cpp", "\"app/words/words.h\""), "");
    EXPECT_EQ(includeIn("core/base/files.cpp", "\"core/base/files.h\""), "");
}

TEST(Arrows, MayNotRunUpwards) {
    EXPECT_EQ(includeIn("core/base/bytes.h", "\"core/crypto/hash.h\""),
              "core/base/bytes.h:2: arrow: core/base may not include core/crypto/hash.h\n");
    for (const auto& [path, include] : std::vector<std::pair<std::string, std::string>>{
             {"core/entry/entry.h", "\"core/domain/person.h\""},
             {"core/domain/nip.cpp", "\"core/store/store.h\""},
             {"core/store/store.cpp", "\"core/ledger/fold.h\""},
             {"core/ledger/fold.cpp", "\"core/audit/audit.h\""},
             {"core/audit/audit.cpp", "\"core/desk/desk.h\""},
             {"core/desk/desk.cpp", "\"sync/protocol/messages.h\""},
             {"sync/protocol/messages.h", "\"sync/client/engine.h\""},
             {"sync/server/web/page.cpp", "\"app/words/words.h\""},
             {"app/words/words.cpp", "\"app/teken/main.h\""}})
        EXPECT_NE(includeIn(path, include).find(": arrow: "), std::string::npos) << path;
}

TEST(Arrows, MayNotRunSideways) {
    EXPECT_NE(includeIn("sync/client/engine.cpp", "\"sync/server/api.h\""), "");
    EXPECT_NE(includeIn("sync/server/api.cpp", "\"sync/client/engine.h\""), "");
    EXPECT_NE(includeIn("sync/bundle/file.cpp", "\"sync/client/engine.h\""), "");
    EXPECT_NE(includeIn("core/log/tree.cpp", "\"core/domain/person.h\""), "");
    EXPECT_NE(includeIn("app/tekenctl/main.cpp", "\"app/teken/main.h\""), "");
}

TEST(Arrows, AreSeenInEveryWayToWriteThem) {
    EXPECT_NE(includeIn("core/base/a.cpp", "<core/crypto/hash.h>"), "");
    EXPECT_NE(includeIn("core/base/a.cpp", "\"../crypto/hash.h\""), "");
    EXPECT_NE(found({{"core/base/a.cpp", "  #  include   \"core/crypto/hash.h\" // why\n"}}), "");
    EXPECT_NE(found({{"core/base/a.cpp", "#include\"core/crypto/hash.h\""}}), "");
}

TEST(Arrows, AreNotSeenInCommentsAndStrings) {
    EXPECT_EQ(
        found({{"core/base/a.cpp", "// #include \"core/crypto/hash.h\"\nconst char* a = \"#include\";\n"}}),
        "");
}

TEST(Arrows, MayNotLeadIntoTheTests) {
    EXPECT_NE(includeIn("core/base/a.cpp", "\"tests/support/fakes.h\""), "");
}

TEST(Arrows, AreReadFromLinksToo) {
    EXPECT_EQ(found({{"core/entry/CMakeLists.txt",
                      "teken_library(core_entry SOURCES a.cpp PUBLIC core_crypto)\n"}}),
              "");
    EXPECT_EQ(found({{"core/crypto/CMakeLists.txt",
                      "teken_library(core_crypto SOURCES a.cpp\n    PUBLIC core_entry)\n"}}),
              "core/crypto/CMakeLists.txt:2: arrow: core/crypto may not link core_entry\n");
    EXPECT_NE(found({{"sync/client/CMakeLists.txt", "PRIVATE sync_server"}}), "");
    EXPECT_EQ(
        found({{"core/crypto/CMakeLists.txt", "# core_entry builds upon this\nset(core_entry_like 1)\n"}}),
        "");
}

TEST(Doors, OpenSodiumInCryptoOnly) {
    EXPECT_EQ(includeIn("core/crypto/keys.cpp", "<sodium.h>"), "");
    EXPECT_NE(includeIn("core/store/seal.cpp", "<sodium.h>").find(": sodium: "), std::string::npos);
    EXPECT_NE(includeIn("app/tekenctl/main.cpp", "<sodium/utils.h>").find(": sodium: "), std::string::npos);
}

TEST(Doors, OpenSqliteInTheStoreOnly) {
    EXPECT_EQ(includeIn("core/store/store.cpp", "<SQLiteCpp/Database.h>"), "");
    EXPECT_EQ(includeIn("core/store/store.cpp", "<sqlite3.h>"), "");
    EXPECT_NE(includeIn("core/ledger/fold.cpp", "<sqlite3.h>").find(": sqlite: "), std::string::npos);
    EXPECT_NE(includeIn("sync/server/api.cpp", "<SQLiteCpp/SQLiteCpp.h>").find(": sqlite: "),
              std::string::npos);
}

TEST(Doors, OpenHttplibInOneFileOfEachEnd) {
    EXPECT_EQ(found({{"sync/client/http_transport.cpp", "#include <httplib.h>\n"},
                     {"sync/server/http_front.cpp", "#include <httplib.h>\n"}}),
              "");
    EXPECT_EQ(found({{"sync/server/a.cpp", "#include <httplib.h>\n"},
                     {"sync/server/b.cpp", "#include <httplib.h>\n"}}),
              "sync/server/b.cpp:1: httplib: this room includes httplib.h in sync/server/a.cpp already\n");
    EXPECT_NE(includeIn("sync/protocol/a.cpp", "<httplib.h>").find(": httplib: "), std::string::npos);
    EXPECT_NE(includeIn("sync/client/a.h", "<httplib.h>").find(": httplib: "), std::string::npos);
    EXPECT_NE(includeIn("app/tekenctl/a.cpp", "<httplib.h>").find(": httplib: "), std::string::npos);
}

TEST(Doors, OpenQtInTheAppOnly) {
    EXPECT_EQ(includeIn("app/teken/main.cpp", "<QGuiApplication>"), "");
    EXPECT_NE(includeIn("core/base/a.cpp", "<QString>").find(": qt: "), std::string::npos);
    EXPECT_NE(includeIn("sync/client/a.cpp", "<QtCore/qglobal.h>").find(": qt: "), std::string::npos);
    EXPECT_NE(found({{"core/base/CMakeLists.txt", "PRIVATE Qt6::Core"}}).find(": qt: "), std::string::npos);
    EXPECT_EQ(includeIn("core/base/a.cpp", "\"core/base/Queue.h\""), "");
}

TEST(HeavyHeaders, StayOutOfHeaders) {
    EXPECT_EQ(includeIn("core/entry/payload.cpp", "<nlohmann/json.hpp>"), "");
    EXPECT_EQ(includeIn("core/entry/payload.h", "<nlohmann/json_fwd.hpp>"), "");
    for (const std::string include :
         {"<nlohmann/json.hpp>", "<CLI/CLI.hpp>", "<toml++/toml.h>", "<spdlog/spdlog.h>"})
        EXPECT_NE(includeIn("core/entry/payload.h", include).find(": heavy header: "), std::string::npos)
            << include;
}

TEST(Rooms, AreThoseOfThePlan) {
    const auto findings =
        checkArrows({{"core/misc/a.cpp", ""}, {"core/misc/b.cpp", ""}, {"sync/p2p/a.cpp", ""}});
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].rule, "unknown room");
    EXPECT_EQ(findings[1].file, "sync/p2p/a.cpp");
}

TEST(Tree, IsReadFromADiskWithoutDotFilesAndBuildFolders) {
    const test::TemporaryFolder top;
    const auto plant = [&](const std::string& path, const std::string& text) {
        std::filesystem::create_directories((top / path).parent_path());
        std::ofstream(top / path) << text;
    };
    plant("core/base/a.cpp", "#include \"core/crypto/hash.h\"\n");
    plant("core/base/build/b.h", "#pragma once\n");
    plant("build-debug/core/c.cpp", "#include <sodium.h>\n");
    plant(".git/core/base/d.cpp", "");
    const auto files = readTree(top.path());
    ASSERT_EQ(files.size(), 2U);
    EXPECT_EQ(files[0].path, "core/base/a.cpp");
    EXPECT_EQ(files[1].path, "core/base/build/b.h");
    EXPECT_EQ(describe(checkArrows(files)),
              "core/base/a.cpp:1: arrow: core/base may not include core/crypto/hash.h\n");
    EXPECT_EQ(topLevel(top.path()), std::vector<std::string>{"core"});
}

} // namespace
} // namespace teken::house
