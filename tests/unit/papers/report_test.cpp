#include "app/papers/paper_report.h"
#include "tests/unit/papers/paper_fixture.h"

#include <gtest/gtest.h>

namespace teken::papers {
namespace {

using test::flawsOf;

reports::ReportPages pages() {
    reports::ReportPages made;
    made.title = "Laporan pemeriksaan keutuhan";
    made.subtitle = "pusat.book";
    made.verdict = "TIDAK LENGKAP";
    made.tone = reports::Tone::Missing;
    made.sentence = "Tidak ada yang berubah, tetapi ada yang tidak dapat diperiksa.";
    made.facts = {{"Sidik akar", "21fe 31df 0a44 9c1b 77d2 6e10 5f3a 8b92", true}};
    reports::Section checked;
    checked.title = "Diperiksa";
    checked.lines = {{"Tanda tangan: 6.102", "", reports::Tone::Good},
                     {"Log pusat", "tidak disertakan", reports::Tone::Missing}};
    made.summary = {checked};
    reports::Section findings;
    findings.title = "Temuan";
    findings.newPage = true;
    findings.table = reports::Table{{{"Aturan", false}, {"Tempat", false}, {"Nomor", true}}, {}};
    for (int i = 0; i < 120; ++i)
        findings.table->rows.push_back({"feed.gap", std::string(64, 'a'), std::to_string(i)});
    reports::Section drawn;
    drawn.title = "Goresan";
    for (int i = 0; i < 12; ++i)
        drawn.drawings.push_back(
            {{{{100, 100}, {900, 500}, {1800, 200}}}, {{"Catatan", std::string(64, 'f'), true}}, true});
    made.sections = {findings, drawn};
    made.footer = "Laporan ini memeriksa catatan, bukan orang.";
    return made;
}

TEST(Report, PutsTheVerdictOnTheFirstPageInTheBiggestLetters) {
    const auto document = composeReport(pages(), test::paperStyle());
    ASSERT_TRUE(document) << describe(document.error());
    EXPECT_EQ(flawsOf(*document), "");
    double largest = 0;
    std::string text;
    for (const auto& item : document->pages[0].items)
        if (const auto* one = std::get_if<TextItem>(&item);
            one != nullptr && one->text.lineHeight() > largest) {
            largest = one->text.lineHeight();
            text = one->text.text();
        }
    EXPECT_NE(text.find("TIDAK LENGKAP"), std::string::npos);
}

TEST(Report, HoldsEveryRowAndEveryDrawing) {
    const auto document = composeReport(pages(), test::paperStyle(PaperSize::F4));
    ASSERT_TRUE(document);
    EXPECT_EQ(flawsOf(*document), "");
    EXPECT_EQ(test::occurrences(test::textOf(*document), "feed.gap"), 120U);
    std::size_t inks = 0;
    for (const auto& page : document->pages) {
        EXPECT_NE(textOf(page).find("bukan orang"), std::string::npos)
            << "the footer claims no more than it may";
        for (const auto& item : page.items)
            inks += std::holds_alternative<InkItem>(item) ? 1 : 0;
    }
    EXPECT_EQ(inks, 12U);
}

TEST(Report, OfNothingIsStillAPage) {
    const auto document = composeReport({}, test::paperStyle());
    ASSERT_TRUE(document);
    EXPECT_EQ(document->pages.size(), 1U);
}

} // namespace
} // namespace teken::papers
