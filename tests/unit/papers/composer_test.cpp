#include "app/papers/composer.h"
#include "tests/unit/papers/paper_fixture.h"

#include <gtest/gtest.h>

namespace teken::papers {
namespace {

using test::flawsOf;

std::shared_ptr<Typesetter> typesetter(FontChoice font = FontChoice::Serif) {
    auto made = Typesetter::create(font);
    EXPECT_TRUE(made) << describe(made.error());
    return made ? *made : nullptr;
}

Composer composer(PaperSize size = PaperSize::A4) {
    Composer made(typesetter(), size, "Uji", {});
    made.part({.paper = "Uji", .lines = {"baris"}, .note = "catatan", .qr = "teken"});
    return made;
}

TEST(Typesetter, HasTheThreeFamiliesOfPapers) {
    for (const auto font : {FontChoice::Serif, FontChoice::Sans, FontChoice::Inter})
        EXPECT_TRUE(Typesetter::create(font)) << familyOf(font);
}

TEST(Typesetter, WrapsAWordThatIsWiderThanItsPlaceInsteadOfClippingIt) {
    const auto type = typesetter();
    const auto shaped = type->shape(std::string(58, 'W'), {.size = 10}, 100);
    EXPECT_GT(shaped.lines(), 3);
    EXPECT_LE(shaped.width(), 100.01);
    EXPECT_EQ(shaped.text(), std::string(58, 'W'));
}

TEST(Typesetter, NamesALetterThatNoFontHas) {
    const auto type = typesetter();
    static_cast<void>(type->shape("Nama \xCD\xB8", {}, 200)); // U+0378, assigned to no letter
    const auto found = type->everyLetterFound();
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().reason, "papers.letter-missing");
    EXPECT_NE(found.error().message.find("U+0378"), std::string::npos);
}

TEST(Typesetter, KnowsBothApostrophesAndMarksOfNames) {
    const auto type = typesetter();
    static_cast<void>(type->shape("Ma'ruf Ma’ruf Maʼruf Désiré Nyoman Ngurah Ketut – “x” ••• …", {}, 400));
    EXPECT_TRUE(type->everyLetterFound());
}

TEST(Composer, BreaksALongTextBetweenLinesAndKeepsEveryOne) {
    auto one = composer();
    std::string text;
    for (int i = 0; i < 900; ++i)
        text += "kata" + std::to_string(i) + " ";
    one.text(text, {.align = Align::Justify});
    const auto document = one.finish();
    ASSERT_TRUE(document);
    EXPECT_GT(document->pages.size(), 1U);
    EXPECT_EQ(flawsOf(*document), "");
    int lines = 0, expected = 0;
    for (const auto& page : document->pages)
        for (const auto& item : page.items)
            if (const auto* part = std::get_if<TextItem>(&item); part != nullptr && part->text.lines() > 20) {
                EXPECT_EQ(part->first, lines) << "a line is missing or twice";
                lines += part->count;
                expected = part->text.lines();
            }
    EXPECT_EQ(lines, expected);
}

Table table(std::size_t rows, bool ink) {
    Table made;
    made.columns = {{.head = "No.", .share = 1}, {.head = "Nama lengkap", .share = 5}};
    made.inkShare = ink ? 4 : 0;
    for (std::size_t i = 0; i < rows; ++i)
        made.rows.push_back(
            {.cells = {{.text = std::to_string(i + 1)}, {.text = i % 7 == 2 ? test::kLongestName : "Nama"}},
             .ink = {{{100, 100}, {900, 500}}}});
    return made;
}

TEST(Composer, RepeatsTheHeadsOfATableOnEachPage) {
    auto one = composer();
    one.table(table(300, false));
    const auto document = one.finish();
    ASSERT_TRUE(document);
    ASSERT_GT(document->pages.size(), 5U);
    for (const auto& page : document->pages)
        EXPECT_EQ(test::occurrences(textOf(page), "Nama lengkap"), 1U) << page.number;
    EXPECT_EQ(flawsOf(*document), "");
}

TEST(Composer, GivesTwoRowsOfInkTheHeightOfBothAndNeverPartsThem) {
    auto one = composer(PaperSize::F4);
    one.table(table(301, true));
    const auto document = one.finish();
    ASSERT_TRUE(document);
    std::size_t inks = 0;
    double height = 0;
    for (const auto& page : document->pages) {
        std::size_t here = 0;
        for (const auto& item : page.items)
            if (const auto* ink = std::get_if<InkItem>(&item)) {
                ++here;
                height = ink->box.height;
            }
        const bool last = &page == &document->pages.back();
        EXPECT_TRUE(here % 2 == 0 || last) << "a pair was cut";
        inks += here;
    }
    EXPECT_EQ(inks, 301U);
    EXPECT_GT(height, 10);
    EXPECT_EQ(flawsOf(*document), "");
}

TEST(Composer, CountsThePagesOfEachPartForItself) {
    auto one = composer();
    one.text("a", {});
    one.part({.paper = "Dua"});
    one.text("b", {});
    one.pageBreak();
    one.text("c", {});
    const auto document = one.finish();
    ASSERT_TRUE(document);
    ASSERT_EQ(document->pages.size(), 3U);
    EXPECT_NE(textOf(document->pages[0]).find("Halaman 1 dari 1"), std::string::npos);
    EXPECT_NE(textOf(document->pages[2]).find("Halaman 2 dari 2"), std::string::npos);
}

TEST(Composer, NeverCutsABlockOfSignatures) {
    auto one = composer();
    for (int i = 0; i < 38; ++i)
        one.text("baris", {});
    SignatureBlock block{
        .above = "Pamekasan, 17 November 2023", .role = "Pimpinan sesi,", .name = test::kLongestName};
    one.signatures({block, block, block, block});
    const auto document = one.finish();
    ASSERT_TRUE(document);
    EXPECT_EQ(flawsOf(*document), "");
    for (const auto& page : document->pages) {
        const auto text = textOf(page);
        EXPECT_EQ(test::occurrences(text, "Pimpinan sesi,"), test::occurrences(text, test::kLongestName));
    }
}

} // namespace
} // namespace teken::papers
