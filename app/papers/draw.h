// Cairo behind small owners. Inside this room only.
#pragma once

#include "app/papers/document.h"

#include <cairo.h>

#include <memory>

namespace teken::papers {

struct CairoDestroy {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
using Surface = std::unique_ptr<cairo_surface_t, CairoDestroy>;
using Cairo = std::unique_ptr<cairo_t, CairoDestroy>;

/// nullptr-like surface (status not success) for bytes that are no PNG.
[[nodiscard]] Surface surfaceOfPng(ByteView png);

/// Draws one page in points. `crest` may be nullptr.
[[nodiscard]] Result<> drawPage(cairo_t* cairo, const Document& document, const Page& page,
                                cairo_surface_t* crest);

} // namespace teken::papers
