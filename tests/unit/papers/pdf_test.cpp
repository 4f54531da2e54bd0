// The PDF itself, read by programs that are not ours.
#include "app/papers/papers.h"
#include "core/base/files.h"
#include "tests/support/temporary_folder.h"
#include "tests/unit/papers/paper_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <sstream>

namespace teken::papers {
namespace {

using test::paperData;
using test::paperStyle;

Bytes pdfOf(PaperKind kind, const PaperData& data, const PaperStyle& style) {
    const auto document = compose(kind, data, style);
    EXPECT_TRUE(document);
    const auto pdf = toPdf(*document);
    EXPECT_TRUE(pdf);
    return *pdf;
}

class Poppler : public ::testing::Test {
protected:
    void SetUp() override {
        if (run("command -v pdffonts").empty())
            GTEST_SKIP() << "poppler-utils is not installed";
    }

    static std::string run(const std::string& command) {
        std::string output;
        auto* pipe = ::popen((command + " 2>&1").c_str(), "r");
        std::array<char, 4096> part{};
        while (const auto length = std::fread(part.data(), 1, part.size(), pipe))
            output.append(part.data(), length);
        ::pclose(pipe);
        return output;
    }

    std::string file(const Bytes& pdf) {
        const auto path = m_folder / "uji.pdf";
        EXPECT_TRUE(m_files.writeAtomic(path, pdf));
        return "'" + path.string() + "'";
    }

    test::TemporaryFolder m_folder;
    PosixFileSystem m_files;
};

TEST(Pdf, HasTheSameBytesForTheSameInput) {
    for (const auto kind : {PaperKind::Minutes, PaperKind::Sheet, PaperKind::Pakta}) {
        auto style = paperStyle();
        style.head.crest = std::make_shared<const Bytes>(test::smallCrest());
        const auto first = pdfOf(kind, paperData(20), style);
        EXPECT_EQ(first, pdfOf(kind, paperData(20), style)) << slug(kind);
        style.printedAt += std::chrono::minutes(1);
        EXPECT_NE(first, pdfOf(kind, paperData(20), style)) << "the hour of printing is on it";
    }
}

TEST_F(Poppler, FindsEveryFontEmbeddedAndSubset) {
    for (const auto font : {FontChoice::Serif, FontChoice::Sans, FontChoice::Inter}) {
        auto style = paperStyle();
        style.head.font = font;
        std::istringstream lines(run("pdffonts " + file(pdfOf(PaperKind::Minutes, paperData(3), style))));
        std::string line;
        std::getline(lines, line);
        std::getline(lines, line);
        std::size_t fonts = 0;
        while (std::getline(lines, line)) {
            ++fonts;
            EXPECT_NE(line.find("yes yes"), std::string::npos) << line; // embedded, subset
        }
        EXPECT_GE(fonts, 2U) << familyOf(font);
    }
}

TEST_F(Poppler, ReadsTheTextBackFromMinutesAndSheet) {
    const auto data = paperData(30);
    const auto minutes =
        run("pdftotext -layout " + file(pdfOf(PaperKind::Minutes, data, paperStyle())) + " -");
    EXPECT_NE(minutes.find("BERITA ACARA PENANDATANGANAN"), std::string::npos);
    EXPECT_NE(minutes.find("tujuh belas bulan November"), std::string::npos) << minutes.substr(0, 2'000);
    const auto sheet = run("pdftotext -layout " + file(pdfOf(PaperKind::Sheet, data, paperStyle())) + " -");
    for (std::size_t i = 4; i < 10; ++i)
        EXPECT_NE(sheet.find("Orang Nomor " + std::to_string(i) + ","), std::string::npos) << i;
}

TEST_F(Poppler, SeesPagesOfTheRightSize) {
    const auto a4 = run("pdfinfo " + file(pdfOf(PaperKind::Recap, paperData(3), paperStyle())));
    EXPECT_NE(a4.find("595.276 x 841.89"), std::string::npos) << a4;
    const auto f4 = run("pdfinfo " + file(pdfOf(PaperKind::Recap, paperData(3), paperStyle(PaperSize::F4))));
    EXPECT_NE(f4.find("609.449 x 935.433"), std::string::npos) << f4;
    EXPECT_NE(f4.find("Fri Nov 17 03:15:00 2023 UTC"), std::string::npos)
        << "the clock that was given: " << f4;
}

TEST_F(Poppler, DrawsInkAsLinesAndNotAsAPicture) {
    const auto images = run("pdfimages -list " + file(pdfOf(PaperKind::Sheet, paperData(20), paperStyle())));
    EXPECT_EQ(std::count(images.begin(), images.end(), '\n'), 2) << images; // heading and rule only
}

TEST(Preview, ShowsThePageTheSameAsThePdf) {
    const auto document = compose(PaperKind::Sheet, paperData(4), paperStyle());
    ASSERT_TRUE(document);
    const auto picture = preview(*document, 0, 300);
    ASSERT_TRUE(picture);
    EXPECT_EQ(picture->width, 300);
    EXPECT_EQ(picture->height, 424);
    EXPECT_EQ(picture->pixels.size(), 300U * 424U * 4U);
    std::size_t dark = 0;
    for (std::size_t i = 0; i < picture->pixels.size(); i += 4)
        dark += picture->pixels[i] < 128 ? 1 : 0;
    EXPECT_GT(dark, 500U) << "an empty page";
    EXPECT_LT(dark, 40'000U) << "a black page";
}

TEST(Preview, RefusesAPageThatIsNotThere) {
    const auto document = compose(PaperKind::Recap, paperData(4), paperStyle());
    ASSERT_TRUE(document);
    EXPECT_EQ(preview(*document, 99, 300).error().reason, "papers.no-page");
}

TEST(Watermark, OfPracticeIsOnEveryPageAndOnNoOther) {
    auto style = paperStyle();
    const auto plain = compose(PaperKind::Recap, paperData(2), style);
    style.watermark = "LATIHAN";
    const auto marked = compose(PaperKind::Recap, paperData(2), style);
    ASSERT_TRUE(plain && marked);
    EXPECT_NE(preview(*plain, 0, 200)->pixels, preview(*marked, 0, 200)->pixels);
}

} // namespace
} // namespace teken::papers
