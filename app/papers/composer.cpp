#include "app/papers/composer.h"

#include <algorithm>

namespace teken::papers {

namespace {

constexpr double kFooterHeight = 62; ///< rule, QR and its lines
constexpr double kFooterQr = 54;
constexpr double kFooterText = 6.8;
constexpr double kInkHeight = 54;
constexpr double kGap = 16; ///< between signatures side by side

double sideMargin(PaperSize size) {
    return size == PaperSize::Slip ? millimetres(6) : millimetres(22);
}

} // namespace

struct Composer::BlockShape {
    ShapedText above, role, name, below;
    double height = 0;
};

Composer::Composer(std::shared_ptr<Typesetter> typesetter, PaperSize size, std::string title, WallTime date)
    : m_typesetter(std::move(typesetter)) {
    m_document.title = std::move(title);
    m_document.size = size;
    m_document.date = date;
    m_document.typesetter = m_typesetter;
    const auto measure = measureOf(size);
    m_left = sideMargin(size);
    m_right = measure.width - sideMargin(size);
    m_top = size == PaperSize::Slip ? millimetres(6) : millimetres(16);
    m_bottom = measure.height - (size == PaperSize::Slip ? millimetres(6) : millimetres(12) + kFooterHeight);
}

void Composer::newPage() {
    m_document.pages.emplace_back();
    m_partOfPage.push_back(m_footers.size() - 1);
    m_y = m_top;
}

void Composer::part(Footer footer) {
    m_footers.push_back(std::move(footer));
    newPage();
}

void Composer::space(double height) {
    m_y += height;
}

void Composer::keep(double height) {
    // A page that is empty already cannot give more.
    if (height > rest() && m_y > m_top)
        newPage();
}

void Composer::pageBreak() {
    if (m_y > m_top)
        newPage();
}

void Composer::put(const ShapedText& text, double x, double y, double width) {
    if (text)
        page().items.emplace_back(TextItem{text, x, y, 0, text.lines(), width});
}

void Composer::letterhead(const Letterhead& head) {
    if (head.lines.empty() && !head.crest)
        return;
    constexpr double kCrestHeight = 62;
    const double top = m_y;
    const double crestWidth = head.crest ? std::min(80.0, kCrestHeight * shapeOfCrest(*head.crest)) : 0;
    if (head.crest) {
        m_document.crest = head.crest;
        page().items.emplace_back(CrestItem{{m_left, top, crestWidth, kCrestHeight}});
    }
    // The same room is left free on the right, so that the lines stand in the middle of the page.
    const double room = head.crest ? crestWidth + 8 : 0;
    double y = top;
    const auto add = [&](const std::string& line, const TextStyle& style) {
        const auto shaped = m_typesetter->shape(line, style, width() - 2 * room);
        put(shaped, m_left + room, y, width() - 2 * room);
        y += shaped.height();
    };
    for (std::size_t i = 0; i < head.lines.size(); ++i) {
        const bool office = i + 1 == head.lines.size();
        add(head.lines[i], {.size = office ? 15.0 : 12.5, .bold = office, .align = Align::Center});
    }
    for (const auto& line : head.address)
        add(line, {.size = 8.8, .align = Align::Center});
    m_y = std::max(y, head.crest ? top + kCrestHeight : y) + 5;
    page().items.emplace_back(RuleItem{m_left, m_y, m_right, m_y, 2.0, 0, false});
    page().items.emplace_back(RuleItem{m_left, m_y + 2.6, m_right, m_y + 2.6, 0.6, 0, false});
    m_y += 16;
}

// Lines of one text over as many pages as it takes; never a single line alone at the foot of a page.
void Composer::putLines(const ShapedText& text, double x, double width, const std::string& label,
                        const TextStyle& style, double labelX) {
    int first = 0;
    while (first < text.lines()) {
        const int left = text.lines() - first;
        int fitting = static_cast<int>((rest() + 0.01) / text.lineHeight());
        if (fitting < std::min(left, 2) && m_y > m_top) {
            newPage();
            continue;
        }
        fitting = std::clamp(fitting, 1, left);
        // One line alone at the head of the next page looks lost: it takes one along.
        if (left - fitting == 1 && fitting > 2)
            --fitting;
        if (first == 0 && !label.empty()) {
            auto plain = style;
            plain.align = Align::Left;
            put(m_typesetter->shape(label, plain, x - labelX), labelX, m_y, x - labelX);
        }
        page().items.emplace_back(TextItem{text, x, m_y, first, fitting, width});
        m_y += fitting * text.lineHeight();
        first += fitting;
        if (first < text.lines())
            newPage();
    }
}

void Composer::text(const std::string& text, const TextStyle& style, const TextPlace& place) {
    const double width = m_right - m_left - place.indent - place.rightIndent;
    const auto shaped = m_typesetter->shape(text, style, width);
    if (m_y > m_top)
        m_y += place.before;
    if (place.keepWithNext)
        keep(shaped.height() + place.after + 3 * shaped.lineHeight());
    putLines(shaped, m_left + place.indent, width, "", style, 0);
    m_y += place.after;
}

void Composer::item(const std::string& label, const std::string& text, const TextStyle& style,
                    double indent) {
    const double hang = style.size * 1.9;
    const double width = m_right - m_left - indent - hang;
    const auto shaped = m_typesetter->shape(text, style, width);
    putLines(shaped, m_left + indent + hang, width, label, style, m_left + indent);
    m_y += 3;
}

void Composer::field(const std::string& label, const std::string& value, const TextStyle& style,
                     double labelWidth, double indent) {
    const double x = m_left + indent + labelWidth + 10;
    const auto name = m_typesetter->shape(label, style, labelWidth);
    const auto shaped = m_typesetter->shape(value, style, m_right - x);
    keep(std::max(name.height(), std::min(shaped.height(), 2 * shaped.lineHeight())));
    put(m_typesetter->shape(":", style, 8), x - 9, m_y, 8);
    put(name, m_left + indent, m_y, labelWidth);
    const double below = m_y + name.height();
    const auto pages = m_document.pages.size();
    putLines(shaped, x, m_right - x, "", style, 0);
    if (pages == m_document.pages.size())
        m_y = std::max(m_y, below);
    m_y += 2;
}

void Composer::rule(double gray, double thickness) {
    keep(6);
    page().items.emplace_back(RuleItem{m_left, m_y + 3, m_right, m_y + 3, thickness, gray, false});
    m_y += 6;
}

void Composer::qr(const std::string& payload, double side) {
    keep(side);
    page().items.emplace_back(QrItem{{m_left + (width() - side) / 2, m_y, side, side}, payload});
    m_y += side;
}

Composer::BlockShape Composer::shapeBlock(const SignatureBlock& block, double width) {
    const TextStyle plain{.size = 10.5, .align = Align::Center};
    BlockShape shape;
    shape.above = m_typesetter->shape(block.above.empty() ? " " : block.above, plain, width);
    shape.role = m_typesetter->shape(block.role, plain, width);
    auto bold = plain;
    bold.bold = true;
    bold.underline = !block.name.empty();
    shape.name = m_typesetter->shape(
        block.name.empty() ? "( ........................................ )" : block.name, bold, width);
    auto small = plain;
    small.size = 9.5;
    if (!block.below.empty())
        shape.below = m_typesetter->shape(block.below, small, width);
    shape.height =
        shape.above.height() + shape.role.height() + kInkHeight + shape.name.height() + shape.below.height();
    return shape;
}

void Composer::putBlock(const SignatureBlock& block, const BlockShape& shape, double x, double width,
                        double top) {
    if (block.role.empty() && block.name.empty())
        return;
    double y = top;
    put(shape.above, x, y, width);
    y += shape.above.height();
    put(shape.role, x, y, width);
    y += shape.role.height();
    if (block.stampBox) {
        const Box box{x + 4, y + 6, 46, kInkHeight - 12};
        frame(box, 0.4);
        const auto word =
            m_typesetter->shape("Meterai", {.size = 8, .align = Align::Center, .gray = 0.4}, box.width);
        put(word, box.x, box.y + (box.height - word.height()) / 2, box.width);
    }
    if (!block.ink.empty())
        page().items.emplace_back(
            InkItem{{x + width * 0.12, y + 1, width * 0.76, kInkHeight - 2}, block.ink});
    y += kInkHeight;
    put(shape.name, x, y, width);
    y += shape.name.height();
    put(shape.below, x, y, width);
}

double Composer::heightOf(const std::vector<SignatureBlock>& blocks, std::size_t across) {
    const double each = (width() - kGap * static_cast<double>(across - 1)) / static_cast<double>(across);
    double all = 0;
    for (std::size_t first = 0; first < blocks.size(); first += across) {
        double height = 0;
        for (std::size_t i = first; i < std::min(first + across, blocks.size()); ++i)
            height = std::max(height, shapeBlock(blocks[i], each).height);
        all += height + 10;
    }
    return all;
}

void Composer::signatures(const std::vector<SignatureBlock>& blocks, std::size_t across) {
    const double each = (width() - kGap * static_cast<double>(across - 1)) / static_cast<double>(across);
    for (std::size_t first = 0; first < blocks.size(); first += across) {
        const auto count = std::min(across, blocks.size() - first);
        std::vector<BlockShape> shapes;
        double height = 0;
        for (std::size_t i = 0; i < count; ++i) {
            shapes.push_back(shapeBlock(blocks[first + i], each));
            height = std::max(height, shapes.back().height);
        }
        keep(height);
        for (std::size_t i = 0; i < count; ++i) {
            // A last one alone stands in the middle.
            const double x = count == 1 && across > 1 ? m_left + (width() - each) / 2
                                                      : m_left + static_cast<double>(i) * (each + kGap);
            putBlock(blocks[first + i], shapes[i], x, each, m_y);
        }
        m_y += height + 10;
    }
}

void Composer::frame(const Box& box, double gray) {
    auto& items = page().items;
    items.emplace_back(RuleItem{box.x, box.y, box.right(), box.y, 0.5, gray, false});
    items.emplace_back(RuleItem{box.x, box.bottom(), box.right(), box.bottom(), 0.5, gray, false});
    items.emplace_back(RuleItem{box.x, box.y, box.x, box.bottom(), 0.5, gray, false});
    items.emplace_back(RuleItem{box.right(), box.y, box.right(), box.bottom(), 0.5, gray, false});
}

void Composer::verdict(const std::string& word, const std::string& sentence) {
    const auto big = m_typesetter->shape(word, {.size = 34, .bold = true}, width());
    const auto below = m_typesetter->shape(sentence, {.size = 12}, width());
    keep(big.height() + below.height() + 30);
    rule(0, 2);
    m_y += 6;
    put(big, m_left, m_y, width());
    m_y += big.height() + 4;
    put(below, m_left, m_y, width());
    m_y += below.height() + 4;
    rule(0, 2);
    m_y += 8;
}

void Composer::figure(const domain::InkStrokes& ink,
                      const std::vector<std::pair<std::string, std::string>>& facts, bool tickBox) {
    constexpr double kFigureWidth = 128, kFigureHeight = 64, kTick = 13;
    const double left = m_left + (tickBox ? kTick + 9 : 0);
    const double x = left + kFigureWidth + 12, width = m_right - x;
    std::vector<ShapedText> lines;
    double height = 0;
    for (const auto& [label, value] : facts) {
        lines.push_back(m_typesetter->shape(label + ": " + value, {.size = 9, .tabular = true}, width));
        height += lines.back().height();
    }
    height = std::max(height, kFigureHeight);
    keep(height);
    if (tickBox)
        frame({m_left, m_y + 1, kTick, kTick}, 0);
    const Box box{left, m_y, kFigureWidth, kFigureHeight};
    frame(box, 0.5);
    if (!ink.empty())
        page().items.emplace_back(InkItem{{box.x + 3, box.y + 3, box.width - 6, box.height - 6}, ink});
    double y = m_y;
    for (const auto& line : lines) {
        put(line, x, y, width);
        y += line.height();
    }
    m_y += height + 10;
}

void Composer::putFooter(Page& page, const Footer& footer) {
    if (m_document.size == PaperSize::Slip)
        return;
    const double top = measureOf(m_document.size).height - millimetres(12) - kFooterHeight + 6;
    const double room = footer.qr.empty() ? 0 : kFooterQr + 6;
    page.items.emplace_back(RuleItem{m_left, top, m_right, top, 0.5, 0.35, false});
    if (!footer.qr.empty())
        page.items.emplace_back(QrItem{{m_left - 4, top + 3, kFooterQr, kFooterQr}, footer.qr});
    const double width = m_right - m_left - room;
    constexpr double kCountWidth = 100;
    double y = top + 5;
    const auto add = [&](const std::string& text, const TextStyle& style, double wide) {
        const auto shaped = m_typesetter->shape(text, style, wide);
        page.items.emplace_back(TextItem{shaped, m_left + room, y, 0, shaped.lines(), wide});
        y += shaped.height();
    };
    const auto count =
        m_typesetter->shape("Halaman " + std::to_string(page.number) + " dari " + std::to_string(page.of),
                            {.size = 8, .bold = true, .align = Align::Right}, kCountWidth);
    page.items.emplace_back(TextItem{count, m_right - kCountWidth, y, 0, count.lines(), kCountWidth});
    add(footer.paper, {.size = kFooterText + 0.7, .bold = true}, width - kCountWidth);
    y = std::max(y, top + 5 + count.height());
    for (const auto& line : footer.lines)
        add(line, {.size = kFooterText, .tabular = true, .gray = 0.15}, width);
    if (!footer.note.empty())
        add(footer.note, {.size = kFooterText, .italic = true, .gray = 0.3}, width);
}

Result<Document> Composer::finish() {
    std::vector<int> counts(m_footers.size(), 0);
    for (std::size_t i = 0; i < m_document.pages.size(); ++i)
        m_document.pages[i].number = ++counts[m_partOfPage[i]];
    for (std::size_t i = 0; i < m_document.pages.size(); ++i) {
        auto& page = m_document.pages[i];
        page.of = counts[m_partOfPage[i]];
        putFooter(page, m_footers[m_partOfPage[i]]);
    }
    TEKEN_CHECK(m_typesetter->everyLetterFound());
    return std::move(m_document);
}

} // namespace teken::papers
