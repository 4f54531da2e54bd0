// Tables: heads on every page, rows that are never cut, signatures in two staggered columns.
#include "app/papers/composer.h"

#include <algorithm>
#include <numeric>

namespace teken::papers {

namespace {

constexpr double kPadX = 4, kPadY = 3;
constexpr double kLine = 0.5;
constexpr double kLineGray = 0.25;
constexpr double kSecondSize = 0.9; ///< of the text's size
constexpr double kInkNumber = 16;   ///< room for "123." before the ink

} // namespace

struct Composer::TableLayout {
    std::vector<double> x;     ///< left edges of the columns, the ink's last
    std::vector<double> width; ///< of the columns, the ink's last
    double right = 0;
};

struct Composer::RowShape {
    struct CellShape {
        ShapedText text, second;
    };
    std::vector<CellShape> cells;
    const Row* row = nullptr;
    double height = 0;
};

Composer::TableLayout Composer::layoutOf(const Table& table) const {
    double shares = table.inkShare;
    for (const auto& column : table.columns)
        shares += column.share;
    TableLayout layout;
    double x = m_left;
    const auto add = [&](double share) {
        layout.x.push_back(x);
        layout.width.push_back((m_right - m_left) * share / shares);
        x += layout.width.back();
    };
    for (const auto& column : table.columns)
        add(column.share);
    if (table.inkShare > 0)
        add(table.inkShare);
    layout.right = m_right;
    return layout;
}

Composer::RowShape Composer::shapeRow(const Table& table, const TableLayout& layout, const Row& row) {
    RowShape shape;
    shape.row = &row;
    shape.height = table.leastRowHeight;
    for (std::size_t i = 0; i < table.columns.size() && i < row.cells.size(); ++i) {
        const auto& cell = row.cells[i];
        const double width = layout.width[i] - 2 * kPadX;
        TextStyle style{.size = table.textSize,
                        .bold = cell.bold || row.bold,
                        .tabular = table.columns[i].tabular,
                        .align = table.columns[i].align,
                        .leading = 0.97};
        RowShape::CellShape made;
        made.text = m_typesetter->shape(cell.text, style, width);
        if (!cell.second.empty()) {
            style.size *= kSecondSize;
            style.bold = false;
            style.tabular = true;
            style.gray = 0.2;
            made.second = m_typesetter->shape(cell.second, style, width);
        }
        shape.height = std::max(shape.height, made.text.height() + made.second.height() + 2 * kPadY);
        shape.cells.push_back(std::move(made));
    }
    return shape;
}

void Composer::putHeads(const Table& table, const TableLayout& layout) {
    std::vector<ShapedText> heads;
    double height = 0;
    const auto shape = [&](const std::string& text, std::size_t column) {
        heads.push_back(m_typesetter->shape(
            text, {.size = table.textSize, .bold = true, .align = Align::Center, .leading = 0.97},
            layout.width[column] - 2 * kPadX));
        height = std::max(height, heads.back().height() + 2 * kPadY + 1);
    };
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        shape(table.columns[i].head, i);
    if (table.inkShare > 0)
        shape(table.inkHead, table.columns.size());
    page().items.emplace_back(FillItem{{m_left, m_y, layout.right - m_left, height}, 0.92});
    page().items.emplace_back(RuleItem{m_left, m_y, layout.right, m_y, 0.9, 0, false});
    for (std::size_t i = 0; i < heads.size(); ++i) {
        put(heads[i], layout.x[i] + kPadX, m_y + (height - heads[i].height()) / 2,
            layout.width[i] - 2 * kPadX);
        page().items.emplace_back(
            RuleItem{layout.x[i], m_y, layout.x[i], m_y + height, kLine, kLineGray, false});
    }
    page().items.emplace_back(
        RuleItem{layout.right, m_y, layout.right, m_y + height, kLine, kLineGray, false});
    m_y += height;
    page().items.emplace_back(RuleItem{m_left, m_y, layout.right, m_y, 0.9, 0, false});
}

void Composer::putRow(const Table& table, const TableLayout& layout, const RowShape& row) {
    if (row.row->bold)
        page().items.emplace_back(FillItem{{m_left, m_y, layout.right - m_left, row.height}, 0.95});
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const auto& cell = row.cells[i];
        const double used = cell.text.height() + cell.second.height();
        // Short cells stand level with the first line of their neighbours.
        const double y = m_y + std::min(kPadY + 1, (row.height - used) / 2);
        put(cell.text, layout.x[i] + kPadX, y, layout.width[i] - 2 * kPadX);
        put(cell.second, layout.x[i] + kPadX, y + cell.text.height(), layout.width[i] - 2 * kPadX);
    }
    for (const double x : layout.x)
        page().items.emplace_back(RuleItem{x, m_y, x, m_y + row.height, kLine, kLineGray, false});
    page().items.emplace_back(
        RuleItem{layout.right, m_y, layout.right, m_y + row.height, kLine, kLineGray, false});
    m_y += row.height;
    const double ruled = table.inkShare > 0 ? layout.x.back() : layout.right;
    page().items.emplace_back(RuleItem{m_left, m_y, ruled, m_y, kLine, kLineGray, false});
}

// Two rows share the ink column: the left half is the first one's over the height of both, the right half the
// second one's. `heights` holds one or two rows.
void Composer::putInkPair(const Table& table, const TableLayout& layout, std::size_t first, double top,
                          const std::vector<double>& heights) {
    const double x = layout.x.back(), width = layout.width.back(), half = width / 2;
    const double height = std::accumulate(heights.begin(), heights.end(), 0.0);
    page().items.emplace_back(RuleItem{x + half, top, x + half, top + height, kLine, 0.6, false});
    page().items.emplace_back(RuleItem{x, top + height, x + width, top + height, kLine, kLineGray, false});
    double y = top;
    for (std::size_t i = 0; i < heights.size(); ++i) {
        const auto& row = table.rows[first + i];
        const double left = x + (i == 0 ? 0 : half);
        const auto number =
            m_typesetter->shape(std::to_string(table.firstNumber + first + i) + ".",
                                {.size = table.textSize * 0.8, .tabular = true, .gray = 0.3}, kInkNumber + 4);
        put(number, left + 2, y + kPadY, kInkNumber + 4);
        const Box box{left + kInkNumber, top + 1.5, half - kInkNumber - 2, height - 3};
        if (!row.ink.empty()) {
            page().items.emplace_back(InkItem{box, row.ink});
        } else if (!row.inkNote.empty()) {
            const auto note = m_typesetter->shape(
                row.inkNote, {.size = table.textSize * 0.8, .italic = true, .align = Align::Center},
                box.width);
            put(note, box.x, box.y + std::max(0.0, (box.height - note.height()) / 2), box.width);
        }
        y += heights[i];
    }
}

void Composer::table(const Table& table) {
    const auto layout = layoutOf(table);
    const std::size_t step = table.inkShare > 0 ? 2 : 1;
    bool headed = false;
    for (std::size_t first = 0; first < table.rows.size(); first += step) {
        std::vector<RowShape> rows;
        std::vector<double> heights;
        for (std::size_t i = first; i < std::min(first + step, table.rows.size()); ++i) {
            rows.push_back(shapeRow(table, layout, table.rows[i]));
            heights.push_back(rows.back().height);
        }
        const double height = std::accumulate(heights.begin(), heights.end(), 0.0);
        const auto pages = m_document.pages.size();
        // The head never stands alone, and a sum stays with the row before it.
        const bool beforeSum = first + step < table.rows.size() && table.rows[first + step].bold;
        keep(height * (beforeSum ? 2 : 1) + (headed ? 0 : 2.6 * table.textSize));
        if (!headed || pages != m_document.pages.size())
            putHeads(table, layout);
        headed = true;
        const double top = m_y;
        for (const auto& row : rows)
            putRow(table, layout, row);
        if (table.inkShare > 0)
            putInkPair(table, layout, first, top, heights);
    }
    if (table.rows.empty())
        putHeads(table, layout);
    page().items.emplace_back(RuleItem{m_left, m_y, layout.right, m_y, 0.9, 0, false});
    m_y += 8;
}

} // namespace teken::papers
