// Puts text, tables and signatures one below the other and begins new pages. What is made here is only
// places: drawing comes later (document.h).
//
// A paper is made of parts (a bundle of pakta has one for each person): each part begins on a page of its own
// and counts its own pages.
#pragma once

#include "app/papers/letterhead.h"

namespace teken::papers {

/// At the foot of every page of a part.
struct Footer {
    std::string paper{};              ///< what this is: "Berita acara · Kecamatan Pamekasan"
    std::vector<std::string> lines{}; ///< close codes and fingerprints
    std::string note{};               ///< what it is not
    std::string qr{};                 ///< empty: none
};

struct Cell {
    std::string text{};
    bool bold = false;
    std::string second{}; ///< smaller, below the text (a number below a name)
};
struct Column {
    std::string head{};
    double share = 1; ///< of the width, against the other columns
    Align align = Align::Left;
    bool tabular = false;
};
struct Row {
    std::vector<Cell> cells{}; ///< one for each column but the ink's
    bool bold = false;         ///< a sum
    domain::InkStrokes ink{};  ///< for a table with an ink column
    std::string inkNote{};     ///< in the ink's place: "cap jempol, lihat lampiran"
};
struct Table {
    std::vector<Column> columns;
    std::vector<Row> rows;
    double textSize = 9;
    double leastRowHeight = 0;
    /// Behind the other columns: signatures of odd rows to the left, of even ones to the right, so that each
    /// has the height of two rows. Its share; 0: none.
    double inkShare = 0;
    std::string inkHead = "Tanda tangan";
    std::size_t firstNumber = 1; ///< printed small beside the ink
};

/// Somebody who signs a paper: "Pimpinan sesi," then ink, name, number and post.
struct SignatureBlock {
    std::string above{}; ///< place and date; empty keeps its line free
    std::string role{};
    std::string name{};  ///< empty: a dotted line; a block without role and name is a gap
    std::string below{}; ///< "NIP …"
    domain::InkStrokes ink{};
    bool stampBox = false;
};

struct TextPlace {
    double before = 0, after = 4;
    double indent = 0;      ///< from the left margin
    double rightIndent = 0; ///< from the right one
    bool keepWithNext = false;
};

class Composer {
public:
    Composer(std::shared_ptr<Typesetter> typesetter, PaperSize size, std::string title, WallTime date);

    /// Begins a part on a new page.
    void part(Footer footer);
    void letterhead(const Letterhead& head);
    void space(double height);
    /// A new page unless `height` is left on this one.
    void keep(double height);
    void pageBreak();
    /// Broken across pages between lines.
    void text(const std::string& text, const TextStyle& style, const TextPlace& place = {});
    /// "1." before a text that is indented behind it.
    void item(const std::string& label, const std::string& text, const TextStyle& style, double indent = 0);
    /// "Nama : …", values wrapped below themselves.
    void field(const std::string& label, const std::string& value, const TextStyle& style,
               double labelWidth = 112, double indent = 0);
    void rule(double gray = 0, double thickness = 0.6);
    /// Heads again on each page, rows never cut.
    void table(const Table& table);
    /// Side by side, `across` in a row; a row is never cut.
    void signatures(const std::vector<SignatureBlock>& blocks, std::size_t across = 2);
    [[nodiscard]] double heightOf(const std::vector<SignatureBlock>& blocks, std::size_t across = 2);
    void qr(const std::string& payload, double side);
    /// One word in the biggest letters between two heavy rules, and a sentence below it.
    void verdict(const std::string& word, const std::string& sentence);
    /// Ink in a frame with facts beside it; `tickBox`: an empty box in front, to be ticked by hand.
    void figure(const domain::InkStrokes& ink, const std::vector<std::pair<std::string, std::string>>& facts,
                bool tickBox);

    /// Fills in the footers. InvalidInput "papers.letter-missing".
    [[nodiscard]] Result<Document> finish();

    [[nodiscard]] double left() const { return m_left; }
    [[nodiscard]] double width() const { return m_right - m_left; }
    [[nodiscard]] double rest() const { return m_bottom - m_y; }

private:
    struct TableLayout;
    struct RowShape;
    struct BlockShape;
    [[nodiscard]] Page& page() { return m_document.pages.back(); }
    void newPage();
    void frame(const Box& box, double gray);
    void put(const ShapedText& text, double x, double y, double width);
    void putLines(const ShapedText& text, double x, double width, const std::string& label,
                  const TextStyle& style, double labelX);
    [[nodiscard]] TableLayout layoutOf(const Table& table) const;
    [[nodiscard]] RowShape shapeRow(const Table& table, const TableLayout& layout, const Row& row);
    void putHeads(const Table& table, const TableLayout& layout);
    void putRow(const Table& table, const TableLayout& layout, const RowShape& row);
    void putInkPair(const Table& table, const TableLayout& layout, std::size_t first, double top,
                    const std::vector<double>& heights);
    [[nodiscard]] BlockShape shapeBlock(const SignatureBlock& block, double width);
    void putBlock(const SignatureBlock& block, const BlockShape& shape, double x, double width, double top);
    void putFooter(Page& page, const Footer& footer);

    std::shared_ptr<Typesetter> m_typesetter;
    Document m_document;
    std::vector<Footer> m_footers;
    std::vector<std::size_t> m_partOfPage;
    double m_left = 0, m_right = 0, m_top = 0, m_bottom = 0, m_y = 0;
};

} // namespace teken::papers
