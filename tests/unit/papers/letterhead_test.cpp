#include "app/papers/letterhead_folder.h"
#include "core/base/files.h"
#include "tests/support/temporary_folder.h"
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

LetterheadFile wholeFile() {
    LetterheadFile file;
    file.lines = {"PEMERINTAH KABUPATEN PAMEKASAN", R"(KANTOR "SATU" \ DUA)"};
    file.address = {"Jalan Caʼampuan 1"};
    file.crest = "lambang.png";
    file.city = "Pamekasan";
    file.minutesNumber = "100/1";
    file.font = FontChoice::Inter;
    file.size = PaperSize::F4;
    file.stampBox = true;
    return file;
}

TEST(LetterheadFile, IsReadBackAsItWasWritten) {
    const auto toml = formatLetterhead(wholeFile());
    ASSERT_TRUE(toml) << describe(toml.error());
    const auto back = parseLetterhead(view(*toml));
    ASSERT_TRUE(back) << describe(back.error());
    EXPECT_EQ(*back, wholeFile());
}

TEST(LetterheadFile, LeavesOutEmptyLinesAtTheEndOnly) {
    LetterheadFile file;
    file.lines = {"SATU", "", "TIGA", "", "  "};
    const auto toml = formatLetterhead(file);
    ASSERT_TRUE(toml);
    EXPECT_EQ(parseLetterhead(view(*toml))->lines, (std::vector<std::string>{"SATU", "", "TIGA"}));
}

TEST(LetterheadFile, RefusesWhatCouldNotBeReadBack) {
    const auto reason = [](const auto& change) {
        auto file = wholeFile();
        change(file);
        const auto toml = formatLetterhead(file);
        return toml ? std::string() : toml.error().reason + " " + toml.error().place;
    };
    EXPECT_EQ(reason([](auto& file) { file.lines.assign(7, "x"); }), "papers.letterhead lines");
    EXPECT_EQ(reason([](auto& file) { file.address.assign(4, "x"); }), "papers.letterhead address");
    EXPECT_EQ(reason([](auto& file) { file.city = std::string(161, 'a'); }), "papers.letterhead city");
    EXPECT_FALSE(reason([](auto& file) { file.city = "dua\nbaris"; }).empty());
    EXPECT_FALSE(reason([](auto& file) { file.lines[0] = "\x07"; }).empty());
}

struct FolderOfAnOffice : testing::Test {
    teken::test::TemporaryFolder folder;
    PosixFileSystem files;
    LetterheadFolder office{files, folder / "data/kop.toml"};

    [[nodiscard]] std::vector<std::string> names() const { return *files.list(folder / "data"); }
};

TEST_F(FolderOfAnOffice, IsEmptyUntilSomethingIsSaved) {
    ASSERT_TRUE(office.load());
    EXPECT_EQ(*office.load(), LetterheadFile());
    EXPECT_TRUE(office.read()->lines.empty());
}

TEST_F(FolderOfAnOffice, KeepsALetterheadWithItsCrest) {
    auto file = wholeFile();
    ASSERT_TRUE(office.save(file, test::smallCrest()));
    const auto stored = office.load();
    ASSERT_TRUE(stored);
    EXPECT_TRUE(stored->crest.starts_with("lambang-")) << stored->crest;
    EXPECT_EQ(names(), (std::vector<std::string>{"kop.toml", stored->crest}));
    const auto head = office.read();
    ASSERT_TRUE(head) << describe(head.error());
    ASSERT_NE(head->crest, nullptr);
    EXPECT_EQ(*head->crest, test::smallCrest());
}

TEST_F(FolderOfAnOffice, ChangesALineWithoutTouchingTheCrest) {
    ASSERT_TRUE(office.save(wholeFile(), test::smallCrest()));
    auto file = *office.load();
    file.city = "Sumenep";
    ASSERT_TRUE(office.save(file, std::nullopt));
    EXPECT_EQ(office.read()->city, "Sumenep");
    EXPECT_NE(office.read()->crest, nullptr);
}

TEST_F(FolderOfAnOffice, RemovesItsOwnFormerCrestButNeverAPictureOfSomebodyElse) {
    ASSERT_TRUE(files.createFolders(folder / "data"));
    ASSERT_TRUE(files.writeAtomic(folder / "data/lambang.png", test::smallCrest()));
    ASSERT_TRUE(office.save(wholeFile(), std::nullopt)); // names lambang.png, put there by hand
    ASSERT_TRUE(office.save(*office.load(), test::smallCrest()));
    auto file = *office.load();
    file.crest.clear();
    ASSERT_TRUE(office.save(file, std::nullopt));
    EXPECT_EQ(names(), (std::vector<std::string>{"kop.toml", "lambang.png"}));
}

TEST_F(FolderOfAnOffice, RefusesAPictureThatIsNoneTooLargeOrGoneAndKeepsTheFormerHead) {
    ASSERT_TRUE(office.save(wholeFile(), test::smallCrest()));
    const auto before = *office.load();
    auto changed = before;
    changed.city = "Sumenep";
    EXPECT_EQ(office.save(changed, toBytes("GIF89a")).error().reason, "papers.crest");
    changed.crest = "tidak-ada.png";
    EXPECT_EQ(office.save(changed, std::nullopt).error().reason, "files.missing");
    EXPECT_EQ(*office.load(), before);

    const auto picture = folder / "besar.png";
    ASSERT_TRUE(files.writeAtomic(picture, Bytes(kMostCrestFileBytes + 1, 0x20)));
    EXPECT_EQ(office.pictureAt(picture).error().reason, "papers.crest");
    EXPECT_EQ(office.pictureAt(folder / "tidak-ada.png").error().reason, "files.missing");
}

/// A disk that takes pictures but no letterhead.
class NoTomlFiles final : public FileSystem {
public:
    explicit NoTomlFiles(FileSystem& files) : m_files(files) {}
    [[nodiscard]] Result<Bytes> read(const Path& path, std::uint64_t limit) const override {
        return m_files.read(path, limit);
    }
    [[nodiscard]] Result<> writeAtomic(const Path& path, ByteView bytes) override {
        if (path.extension() == ".toml")
            return fail(ErrorCode::NoSpace, "files.disk-full", "expected room, found none");
        return m_files.writeAtomic(path, bytes);
    }
    [[nodiscard]] bool exists(const Path& path) const override { return m_files.exists(path); }
    [[nodiscard]] Result<> remove(const Path& path) override { return m_files.remove(path); }
    [[nodiscard]] Result<> createFolders(const Path& path) override { return m_files.createFolders(path); }
    [[nodiscard]] Result<std::vector<std::string>> list(const Path& path) const override {
        return m_files.list(path);
    }
    [[nodiscard]] Result<std::uint64_t> freeBytes(const Path& path) const override {
        return m_files.freeBytes(path);
    }

private:
    FileSystem& m_files;
};

TEST_F(FolderOfAnOffice, KeepsTheFormerHeadAndItsCrestWhenTheDiskIsFullInBetween) {
    ASSERT_TRUE(office.save(wholeFile(), test::smallCrest()));
    NoTomlFiles full(files);
    LetterheadFolder broken(full, folder / "data/kop.toml");
    auto file = *office.load();
    file.crest.clear();
    EXPECT_EQ(broken.save(file, std::nullopt).error().reason, "files.disk-full");
    ASSERT_TRUE(office.read());
    EXPECT_NE(office.read()->crest, nullptr);
}

TEST_F(FolderOfAnOffice, SaysThatAFolderCannotBeWritten) {
    ASSERT_TRUE(files.writeAtomic(folder / "data", toBytes("berkas, bukan folder")));
    const auto refused = office.save(wholeFile(), test::smallCrest());
    ASSERT_FALSE(refused);
    EXPECT_FALSE(refused.error().reason.empty());
}

TEST(LetterheadSample, ShowsTheHeadOnOnePageThatSaysItIsASample) {
    auto style = teken::test::paperStyle();
    style.head = *letterheadOf(wholeFile(), test::smallCrest());
    const auto page = composeLetterheadSample(style);
    ASSERT_TRUE(page) << describe(page.error());
    ASSERT_EQ(page->pages.size(), 1U);
    EXPECT_EQ(page->watermark, "CONTOH");
    const auto text = textOf(page->pages[0]);
    EXPECT_NE(text.find("PEMERINTAH KABUPATEN PAMEKASAN"), std::string::npos);
    EXPECT_NE(text.find("Pamekasan, tanggal sesi"), std::string::npos);
    EXPECT_EQ(teken::test::flawsOf(*page), "");
}

} // namespace
} // namespace teken::papers
