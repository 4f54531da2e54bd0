// A paper as a list of pages, each a list of things at their places: made once, drawn on a PDF or on a
// preview alike, and looked at by tests.
#pragma once

#include "app/papers/typesetter.h"
#include "core/base/seams.h"
#include "core/domain/ink.h"

#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace teken::papers {

/// Lines `first` .. `first + count - 1` of a text, the first of them with its top at `y`.
struct TextItem {
    ShapedText text;
    double x = 0, y = 0;
    int first = 0, count = 0;
    double width = 0; ///< the width it was shaped for
};
struct RuleItem {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
    double thickness = 0.6;
    double gray = 0;
    bool dotted = false;
};
struct FillItem {
    Box box;
    double gray = 0.93;
};
/// Strokes, cropped to what was drawn, fitted into the box without distortion. Geometry only: one width.
struct InkItem {
    Box box;
    domain::InkStrokes strokes;
};
struct QrItem {
    Box box; ///< with its quiet zone
    std::string payload;
};
struct CrestItem {
    Box box;
};
using Item = std::variant<TextItem, RuleItem, FillItem, InkItem, QrItem, CrestItem>;

struct Page {
    std::vector<Item> items;
    int number = 1, of = 1; ///< of its part: a bundle of pakta counts each one for itself
};

struct Document {
    std::string title;
    PaperSize size = PaperSize::A4;
    WallTime date; ///< goes into the file: the same input gives the same bytes
    std::vector<Page> pages;
    std::string watermark;                  ///< "LATIHAN"; empty: none
    std::shared_ptr<const Bytes> crest;     ///< PNG
    std::shared_ptr<Typesetter> typesetter; ///< owns what the texts are made of
};

/// Texts of a page from top to bottom: for tests and for reading aloud.
[[nodiscard]] std::string textOf(const Page& page);

/// A whole PDF 1.5 with the used letters of each font embedded. Internal ("papers.drawing") for faults
/// inside.
[[nodiscard]] Result<Bytes> toPdf(const Document& document);

/// Pixels, premultiplied ARGB, 32 bits each in the machine's order, rows of `width` × 4 bytes.
struct Picture {
    int width = 0, height = 0;
    Bytes pixels;
};
inline constexpr int kMostPreviewPixels = 4'000; ///< a side
/// Page `index` drawn `width` pixels wide. NotFound "papers.no-page".
[[nodiscard]] Result<Picture> preview(const Document& document, std::size_t index, int width);

/// The PNG can be read and is of a sane size (at most 2 MiB and 2,000 pixels a side). InvalidInput
/// "papers.crest".
[[nodiscard]] Result<> checkCrest(ByteView png);
/// Width divided by height; 1 for what cannot be read.
[[nodiscard]] double shapeOfCrest(ByteView png);

} // namespace teken::papers
