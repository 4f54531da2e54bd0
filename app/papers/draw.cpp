#include "app/papers/draw.h"

#include <pango/pangocairo.h>
#include <qrencode.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace teken::papers {

namespace {

constexpr double kInkThickness = 1.05; // a fine felt pen; the entry holds no pressure and no speed
constexpr double kMostInkScale = 0.05; // points for a grid step: a small signature stays small
constexpr int kQuietModules = 2;       // the footer is white all round: with it the four the standard asks

void drawText(cairo_t* cairo, const TextItem& item) {
    const double gray = item.text.gray();
    cairo_set_source_rgb(cairo, gray, gray, gray);
    PangoRectangle whole;
    pango_layout_get_extents(item.text.layout(), nullptr, &whole);
    auto* walk = pango_layout_get_iter(item.text.layout());
    int line = 0;
    do {
        if (line >= item.first && line < item.first + item.count) {
            PangoRectangle logical;
            pango_layout_iter_get_line_extents(walk, nullptr, &logical);
            const double x = item.x + static_cast<double>(logical.x) / PANGO_SCALE;
            const double y = item.y + (line - item.first) * item.text.lineHeight() + item.text.baseline();
            cairo_move_to(cairo, x, y);
            pango_cairo_show_layout_line(cairo, pango_layout_iter_get_line_readonly(walk));
        }
        ++line;
    } while (pango_layout_iter_next_line(walk));
    pango_layout_iter_free(walk);
}

void drawRule(cairo_t* cairo, const RuleItem& rule) {
    cairo_save(cairo);
    cairo_set_source_rgb(cairo, rule.gray, rule.gray, rule.gray);
    cairo_set_line_width(cairo, rule.thickness);
    if (rule.dotted) {
        const double dashes[] = {0.01, 2.4};
        cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
        cairo_set_dash(cairo, dashes, 2, 0);
    }
    cairo_move_to(cairo, rule.x1, rule.y1);
    cairo_line_to(cairo, rule.x2, rule.y2);
    cairo_stroke(cairo);
    cairo_restore(cairo);
}

// A curve through every point (Catmull-Rom), because thinned strokes are corners where the hand was round.
void pathOf(cairo_t* cairo, const domain::InkStroke& stroke) {
    const auto at = [&](std::ptrdiff_t index) {
        const auto last = static_cast<std::ptrdiff_t>(stroke.size()) - 1;
        return stroke[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(index, 0, last))];
    };
    cairo_move_to(cairo, at(0).x, at(0).y);
    if (stroke.size() == 1)
        cairo_line_to(cairo, at(0).x, at(0).y);
    for (std::ptrdiff_t i = 0; i + 1 < static_cast<std::ptrdiff_t>(stroke.size()); ++i) {
        const auto p0 = at(i - 1), p1 = at(i), p2 = at(i + 1), p3 = at(i + 2);
        const double chord = std::hypot(double(p2.x) - p1.x, double(p2.y) - p1.y);
        // Handles no longer than a third of the chord: a long step must not make a loop of a short one.
        const auto handle = [&](double dx, double dy) {
            const double length = std::hypot(dx, dy) / 6;
            const double scale = length > chord / 3 && length > 0 ? chord / 3 / length : 1.0;
            return std::pair(dx / 6 * scale, dy / 6 * scale);
        };
        const auto [x1, y1] = handle(double(p2.x) - p0.x, double(p2.y) - p0.y);
        const auto [x2, y2] = handle(double(p3.x) - p1.x, double(p3.y) - p1.y);
        cairo_curve_to(cairo, p1.x + x1, p1.y + y1, p2.x - x2, p2.y - y2, p2.x, p2.y);
    }
}

void drawInk(cairo_t* cairo, const InkItem& ink) {
    const auto bounds = domain::boundsOf(ink.strokes);
    if (!bounds)
        return;
    const double inner = kInkThickness;
    const double width = std::max(1.0, double(bounds->right) - bounds->left);
    const double height = std::max(1.0, double(bounds->bottom) - bounds->top);
    const double scale =
        std::min({(ink.box.width - 2 * inner) / width, (ink.box.height - 2 * inner) / height, kMostInkScale});
    cairo_save(cairo);
    cairo_translate(cairo, ink.box.x + (ink.box.width - width * scale) / 2,
                    ink.box.y + (ink.box.height - height * scale) / 2);
    cairo_scale(cairo, scale, scale);
    cairo_translate(cairo, -double(bounds->left), -double(bounds->top));
    cairo_set_source_rgb(cairo, 0.05, 0.09, 0.28);
    cairo_set_line_cap(cairo, CAIRO_LINE_CAP_ROUND);
    cairo_set_line_join(cairo, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_width(cairo, kInkThickness / scale);
    for (const auto& stroke : ink.strokes) {
        if (!stroke.empty())
            pathOf(cairo, stroke);
        cairo_stroke(cairo);
    }
    cairo_restore(cairo);
}

Result<> drawQr(cairo_t* cairo, const QrItem& item) {
    const std::unique_ptr<QRcode, void (*)(QRcode*)> code(
        QRcode_encodeString(item.payload.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), &QRcode_free);
    if (!code)
        return fail(ErrorCode::Internal, "papers.drawing", "expected a QR code, the text does not fit");
    const int modules = code->width + 2 * kQuietModules;
    const double side = std::min(item.box.width, item.box.height) / modules;
    cairo_save(cairo);
    cairo_set_source_rgb(cairo, 0, 0, 0);
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if ((code->data[y * code->width + x] & 1) != 0)
                cairo_rectangle(cairo, item.box.x + (x + kQuietModules) * side,
                                item.box.y + (y + kQuietModules) * side, side, side);
    cairo_fill(cairo);
    cairo_restore(cairo);
    return {};
}

void drawCrest(cairo_t* cairo, const CrestItem& item, cairo_surface_t* crest) {
    if (crest == nullptr)
        return;
    const double width = cairo_image_surface_get_width(crest);
    const double height = cairo_image_surface_get_height(crest);
    const double scale = std::min(item.box.width / width, item.box.height / height);
    cairo_save(cairo);
    cairo_translate(cairo, item.box.x + (item.box.width - width * scale) / 2,
                    item.box.y + (item.box.height - height * scale) / 2);
    cairo_scale(cairo, scale, scale);
    cairo_set_source_surface(cairo, crest, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_BEST);
    cairo_paint(cairo);
    cairo_restore(cairo);
}

// Across the page, behind the text, light enough to read through and there on every copy.
void drawWatermark(cairo_t* cairo, const Document& document) {
    const auto measure = measureOf(document.size);
    const double size = measure.width / 5.2;
    const auto shaped = document.typesetter->shape(
        document.watermark, {.size = size, .bold = true, .gray = 0.88}, measure.width * 4);
    cairo_save(cairo);
    cairo_translate(cairo, measure.width / 2, measure.height / 2);
    cairo_rotate(cairo, -0.85);
    drawText(cairo, {shaped, -shaped.width() / 2, -shaped.height() / 2, 0, 1, 0});
    cairo_restore(cairo);
}

struct PngReader {
    ByteView rest;
    static cairo_status_t read(void* closure, unsigned char* into, unsigned int length) {
        auto& self = *static_cast<PngReader*>(closure);
        if (self.rest.size() < length)
            return CAIRO_STATUS_READ_ERROR;
        std::memcpy(into, self.rest.data(), length);
        self.rest = self.rest.subspan(length);
        return CAIRO_STATUS_SUCCESS;
    }
};

} // namespace

Surface surfaceOfPng(ByteView png) {
    PngReader reader{png};
    return Surface(cairo_image_surface_create_from_png_stream(&PngReader::read, &reader));
}

Result<> drawPage(cairo_t* cairo, const Document& document, const Page& page, cairo_surface_t* crest) {
    if (!document.watermark.empty())
        drawWatermark(cairo, document);
    for (const auto& item : page.items) {
        if (const auto* text = std::get_if<TextItem>(&item))
            drawText(cairo, *text);
        else if (const auto* rule = std::get_if<RuleItem>(&item))
            drawRule(cairo, *rule);
        else if (const auto* ink = std::get_if<InkItem>(&item))
            drawInk(cairo, *ink);
        else if (const auto* qr = std::get_if<QrItem>(&item))
            TEKEN_CHECK(drawQr(cairo, *qr));
        else if (const auto* place = std::get_if<CrestItem>(&item))
            drawCrest(cairo, *place, crest);
        else if (const auto* fill = std::get_if<FillItem>(&item)) {
            cairo_set_source_rgb(cairo, fill->gray, fill->gray, fill->gray);
            cairo_rectangle(cairo, fill->box.x, fill->box.y, fill->box.width, fill->box.height);
            cairo_fill(cairo);
        }
    }
    return {};
}

} // namespace teken::papers
