#include "app/papers/letterhead.h"
#include "tests/unit/papers/paper_fixture.h"

#include <gtest/gtest.h>

namespace teken::papers {
namespace {

Result<Letterhead> read(const std::string& toml, Bytes crest = {}) {
    return readLetterhead(view(toml), [&](const std::string& name) -> Result<Bytes> {
        if (name == "lambang.png")
            return crest;
        return fail(ErrorCode::NotFound, "files.not-found", "expected a file, found none");
    });
}

std::string reasonOf(const std::string& toml, Bytes crest = {}) {
    const auto head = read(toml, std::move(crest));
    return head ? "" : head.error().reason;
}

TEST(Letterhead, ReadsLinesCrestFontAndSize) {
    const auto head = read(R"(
lines = ["PEMERINTAH KABUPATEN PAMEKASAN", "KECAMATAN PAMEKASAN"]
address = ["Jalan Contoh 1"]
crest = "lambang.png"
font = "sans"
size = "F4"
city = "Pamekasan"
minutes_number = "100/1"
stamp_box = true
)",
                           test::smallCrest());
    ASSERT_TRUE(head) << describe(head.error());
    EXPECT_EQ(head->lines.size(), 2U);
    EXPECT_EQ(head->font, FontChoice::Sans);
    EXPECT_EQ(head->size, PaperSize::F4);
    EXPECT_TRUE(head->stampBox);
    ASSERT_NE(head->crest, nullptr);
    EXPECT_NEAR(shapeOfCrest(*head->crest), 0.8, 0.01);
}

TEST(Letterhead, OfAnEmptyFileIsPlain) {
    const auto head = read("");
    ASSERT_TRUE(head);
    EXPECT_TRUE(head->lines.empty());
    EXPECT_FALSE(head->stampBox);
}

TEST(Letterhead, RefusesAnUnknownKeyByName) {
    const auto head = read("lambang = \"x.png\"");
    ASSERT_FALSE(head);
    EXPECT_EQ(head.error().reason, "papers.letterhead");
    EXPECT_EQ(head.error().place, "lambang");
}

TEST(Letterhead, RefusesWhatIsNoTomlAndNamesTheLine) {
    const auto head = read("lines = [\"a\"]\nkop surat\n");
    ASSERT_FALSE(head);
    EXPECT_EQ(head.error().place, "line 2");
}

TEST(Letterhead, RefusesWrongTypesAndTooMuch) {
    EXPECT_EQ(reasonOf("lines = \"satu\""), "papers.letterhead");
    EXPECT_EQ(reasonOf("lines = [1]"), "papers.letterhead");
    EXPECT_EQ(reasonOf("lines = [\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\"]"), "papers.letterhead");
    EXPECT_EQ(reasonOf("font = \"comic\""), "papers.letterhead");
    EXPECT_EQ(reasonOf("stamp_box = 1"), "papers.letterhead");
    EXPECT_EQ(reasonOf("city = \"" + std::string(161, 'a') + "\""), "papers.letterhead");
    EXPECT_EQ(reasonOf("size = \"A3\""), "papers.size");
}

TEST(Letterhead, RefusesACrestThatIsNoPngOrMissing) {
    EXPECT_EQ(reasonOf("crest = \"lambang.png\"", toBytes("GIF89a")), "papers.crest");
    EXPECT_EQ(reasonOf("crest = \"tidak-ada.png\""), "files.not-found");
}

TEST(Letterhead, RefusesACrestThatClaimsAHugePicture) {
    auto png = test::smallCrest();
    png[16] = 0x7F;
    EXPECT_EQ(reasonOf("crest = \"lambang.png\"", png), "papers.crest");
    auto cut = test::smallCrest();
    cut.resize(40);
    EXPECT_EQ(reasonOf("crest = \"lambang.png\"", cut), "papers.crest");
}

} // namespace
} // namespace teken::papers
