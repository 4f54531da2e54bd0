#include "app/papers/document.h"

#include "app/papers/draw.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>

namespace teken::papers {

namespace {

constexpr std::size_t kMostCrestBytes = 2 * 1024 * 1024;
constexpr int kMostCrestSide = 2'000;

cairo_status_t append(void* closure, const unsigned char* data, unsigned int length) {
    auto& bytes = *static_cast<Bytes*>(closure);
    bytes.insert(bytes.end(), data, data + length);
    return CAIRO_STATUS_SUCCESS;
}

std::string isoTime(WallTime time) {
    using namespace std::chrono;
    const auto day = floor<days>(time);
    const year_month_day date{day};
    const hh_mm_ss clock{floor<seconds>(time - day)};
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ", int{date.year()},
                  unsigned{date.month()}, unsigned{date.day()}, static_cast<int>(clock.hours().count()),
                  static_cast<int>(clock.minutes().count()), static_cast<int>(clock.seconds().count()));
    return text.data();
}

Result<> checkStatus(cairo_status_t status) {
    if (status == CAIRO_STATUS_SUCCESS)
        return {};
    return fail(ErrorCode::Internal, "papers.drawing",
                std::string("expected a drawn page, found: ") + cairo_status_to_string(status));
}

Surface crestOf(const Document& document) {
    if (!document.crest)
        return nullptr;
    auto crest = surfaceOfPng(*document.crest);
    return cairo_surface_status(crest.get()) == CAIRO_STATUS_SUCCESS ? std::move(crest) : nullptr;
}

} // namespace

std::string textOf(const Page& page) {
    std::string all;
    for (const auto& item : page.items)
        if (const auto* text = std::get_if<TextItem>(&item))
            all += text->text.text() + '\n';
    return all;
}

Result<Bytes> toPdf(const Document& document) {
    const auto measure = measureOf(document.size);
    Bytes pdf;
    {
        const Surface surface(
            cairo_pdf_surface_create_for_stream(&append, &pdf, measure.width, measure.height));
        cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
        const auto date = isoTime(document.date);
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, document.title.c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Teken");
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, date.c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_MOD_DATE, date.c_str());
        const auto crest = crestOf(document);
        const Cairo cairo(cairo_create(surface.get()));
        for (const auto& page : document.pages) {
            TEKEN_CHECK(drawPage(cairo.get(), document, page, crest.get()));
            cairo_show_page(cairo.get());
        }
        TEKEN_CHECK(checkStatus(cairo_status(cairo.get())));
        cairo_surface_finish(surface.get());
        TEKEN_CHECK(checkStatus(cairo_surface_status(surface.get())));
    }
    return pdf;
}

Result<Picture> preview(const Document& document, std::size_t index, int width) {
    if (index >= document.pages.size())
        return fail(ErrorCode::NotFound, "papers.no-page",
                    "expected a page below " + std::to_string(document.pages.size()) + ", found " +
                        std::to_string(index));
    const auto measure = measureOf(document.size);
    Picture picture;
    picture.width = std::clamp(width, 1, kMostPreviewPixels);
    picture.height = std::clamp(static_cast<int>(picture.width * measure.height / measure.width + 0.5), 1,
                                2 * kMostPreviewPixels);
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, picture.width, picture.height));
    TEKEN_CHECK(checkStatus(cairo_surface_status(surface.get())));
    const auto crest = crestOf(document);
    {
        const Cairo cairo(cairo_create(surface.get()));
        cairo_set_source_rgb(cairo.get(), 1, 1, 1);
        cairo_paint(cairo.get());
        cairo_scale(cairo.get(), picture.width / measure.width, picture.width / measure.width);
        TEKEN_CHECK(drawPage(cairo.get(), document, document.pages[index], crest.get()));
        TEKEN_CHECK(checkStatus(cairo_status(cairo.get())));
    }
    cairo_surface_flush(surface.get());
    const auto rowBytes = static_cast<std::size_t>(picture.width) * 4;
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    const unsigned char* from = cairo_image_surface_get_data(surface.get());
    picture.pixels.resize(rowBytes * static_cast<std::size_t>(picture.height));
    for (std::size_t row = 0; row < static_cast<std::size_t>(picture.height); ++row)
        std::memcpy(picture.pixels.data() + row * rowBytes, from + row * stride, rowBytes);
    return picture;
}

Result<> checkCrest(ByteView png) {
    const auto bad = [](const std::string& found) {
        return fail(ErrorCode::InvalidInput, "papers.crest",
                    "expected a PNG of at most 2 MiB, found " + found);
    };
    // Sides are read from the header before anything is unpacked: a small file can claim a huge picture.
    constexpr std::array<std::uint8_t, 8> kPng{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    if (png.size() > kMostCrestBytes)
        return bad("more bytes");
    if (png.size() < 24 || !std::equal(kPng.begin(), kPng.end(), png.begin()))
        return bad("another kind of file");
    const auto number = [&](std::size_t at) {
        return std::uint32_t{png[at]} << 24U | std::uint32_t{png[at + 1]} << 16U |
               std::uint32_t{png[at + 2]} << 8U | png[at + 3];
    };
    if (number(16) == 0 || number(20) == 0 || number(16) > kMostCrestSide || number(20) > kMostCrestSide)
        return bad("a picture of more than " + std::to_string(kMostCrestSide) + " pixels a side");
    const auto surface = surfaceOfPng(png);
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        return bad("a damaged one");
    return {};
}

double shapeOfCrest(ByteView png) {
    const auto surface = surfaceOfPng(png);
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        return 1;
    const double height = cairo_image_surface_get_height(surface.get());
    return height > 0 ? cairo_image_surface_get_width(surface.get()) / height : 1;
}

} // namespace teken::papers
