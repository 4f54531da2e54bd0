#include "core/domain/row_reader.h"

#include <gtest/gtest.h>

namespace teken::domain {
namespace {

/// "a|b/c|d": cells and rows as one text; a damaged row begins with "!".
std::string rowsOf(std::string_view file) {
    const auto reader = openCsv(view(file));
    if (!reader)
        return reader.error().reason;
    std::string text;
    Row row;
    while (true) {
        const auto more = (*reader)->next(row);
        if (!more)
            return text + more.error().reason;
        if (!*more)
            return text;
        text += (text.empty() ? "" : "/") + std::string(row.openQuote ? "!" : "");
        for (std::size_t i = 0; i < row.cells.size(); ++i)
            text += (i > 0 ? "|" : "") + row.cells[i].text;
    }
}

TEST(CsvReader, FindsTheDelimiterByWhatRepeats) {
    EXPECT_EQ(rowsOf("nama,nip\nA,1\n"), "nama|nip/A|1");
    EXPECT_EQ(rowsOf("nama;nip\nA;1\n"), "nama|nip/A|1");
    EXPECT_EQ(rowsOf("nama\tnip\nA\t1\n"), "nama|nip/A|1");
    EXPECT_EQ(rowsOf("nama;nip;opd\nA, S.H., M.H.;1;x\nB, S.E.;2;y\n"),
              "nama|nip|opd/A, S.H., M.H.|1|x/B, S.E.|2|y");
    EXPECT_EQ(rowsOf("nama,nip\n\"A; B; C; D\",1\n"), "nama|nip/A; B; C; D|1") << "quoted marks do not count";
    EXPECT_EQ(rowsOf("sep=;\nnama;nip,x\n"), "nama|nip,x");
    EXPECT_EQ(rowsOf("one column\nonly\n"), "one column/only");
}

TEST(CsvReader, UnderstandsEveryLineEnd) {
    EXPECT_EQ(rowsOf("a;b\r\nc;d\r\n"), "a|b/c|d");
    EXPECT_EQ(rowsOf("a;b\rc;d"), "a|b/c|d");
    EXPECT_EQ(rowsOf("a;b\n\nc;d"), "a|b//c|d");
}

TEST(CsvReader, ReadsQuotedCellsWithDelimitersQuotesAndLineBreaks) {
    EXPECT_EQ(rowsOf("\"a;\"\"x\"\"\";\"c\nd\";e\n"), "a;\"x\"|c\nd|e");
    EXPECT_EQ(rowsOf("5\" pipe;b\n"), "5\" pipe|b") << "a mark inside a bare cell is a letter";
    EXPECT_EQ(rowsOf("a;b;;;;\n;;\n"), "a|b/") << "empty tails are no columns";
}

TEST(CsvReader, GivesUpOnlyTheLineOfAnOpenQuote) {
    EXPECT_EQ(rowsOf("a;b\n\"open;1\nc;2\n\"d\";3\n"), "a|b/!\"open|1/c|2/d|3");
    EXPECT_EQ(rowsOf("a;b\n\"x \"Ali\" y\";1\nc;2\n"), "a|b/!\"x \"Ali\" y\"|1/c|2");
}

TEST(CsvReader, CountsLinesOfTheFile) {
    const auto reader = openCsv(view("a;b\r\n\"x\r\ny\";1\r\nc;2\r\n"));
    Row row;
    std::vector<std::uint64_t> lines;
    while ((*reader)->next(row).value())
        lines.push_back(row.line);
    EXPECT_EQ(lines, (std::vector<std::uint64_t>{1, 2, 4}));
}

TEST(CsvReader, KnowsUtf8ByItsBytesAndWindows1252Otherwise) {
    const auto nameOf = [](std::string_view file) { return (*openCsv(view(file)))->encodingName(); };
    EXPECT_EQ(nameOf("nama;nip\n"), "utf-8");
    EXPECT_EQ(nameOf("\xef\xbb\xbfnama;nip\n"), "utf-8-bom");
    EXPECT_EQ(nameOf("nama;Syafi\x92i\n"), "windows-1252");
    EXPECT_EQ(rowsOf("\xef\xbb\xbfnama;nip\n"), "nama|nip");
    EXPECT_EQ(rowsOf("Syafi\x92i;Andr\xe9;\x80\n"), "Syafi’i|André|€");
    EXPECT_EQ(rowsOf("a;\x81\n"), "a|\xef\xbf\xbd");
}

TEST(CsvReader, RefusesUtf8ThatWasCutOrMixedInsteadOfSpoilingItsNames) {
    EXPECT_EQ(rowsOf("nama;nip\nMa\u2019ruf;1\nBudi\xe2"), "table.broken-utf-8") << "cut in a letter";
    EXPECT_EQ(rowsOf("nama;nip\nMa\u2019ruf;1\nAndr\xe9;2\n"), "table.broken-utf-8") << "two encodings";
    EXPECT_EQ(rowsOf("nama;nip\nAndr\xe9;2\nMa\u2019ruf;1\n"), "table.broken-utf-8");
    EXPECT_EQ(rowsOf("\xef\xbb\xbfnama;nip\nAndr\xe9;2\n"), "table.broken-utf-8") << "its mark says UTF-8";
    const auto refused = openCsv(view("nama;nip\nMa\u2019ruf;1\nAndr\xe9;2\n"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().place, "line 3");
}

TEST(CsvReader, RefusesWhatIsNoTable) {
    EXPECT_EQ(rowsOf(""), "table.empty");
    EXPECT_EQ(rowsOf("\xef\xbb\xbf"), "table.empty");
    EXPECT_EQ(rowsOf("\xff\xfen\0a\0"), "table.utf-16");
    EXPECT_EQ(rowsOf("PK\x03\x04rest"), "table.spreadsheet");
    EXPECT_EQ(rowsOf(std::string_view("a;b\0;c", 6)), "table.binary");
    EXPECT_EQ(rowsOf(std::string(kMaxTableBytes + 1, 'a')), "table.too-large");
}

TEST(CsvReader, StopsAtItsLimits) {
    std::string wide;
    for (int i = 0; i < 100; ++i)
        wide += "x;";
    EXPECT_EQ(rowsOf(wide + "x\n"), "table.too-many-columns");
    EXPECT_NE(rowsOf(wide + "\n"), "table.too-many-columns");
    std::string tall;
    for (std::uint64_t i = 0; i <= kMaxTableRows; ++i)
        tall += "\n";
    EXPECT_TRUE(rowsOf(tall).ends_with("table.too-many-rows"));
}

TEST(CsvReader, MarksLongCellsAndCutsThemBetweenLetters) {
    std::string file = "a;" + std::string(999, 'x') + "é\nb;" + std::string(1000, 'x') + "\n";
    const auto reader = openCsv(view(file));
    Row row;
    ASSERT_TRUE((*reader)->next(row).value());
    EXPECT_TRUE(row.cells[1].tooLong);
    EXPECT_EQ(row.cells[1].text, std::string(999, 'x'));
    ASSERT_TRUE((*reader)->next(row).value());
    EXPECT_FALSE(row.cells[1].tooLong);
}

} // namespace
} // namespace teken::domain
