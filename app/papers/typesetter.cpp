#include "app/papers/typesetter.h"

#include "core/domain/text.h"

#include <pango/pangocairo.h>

#include <algorithm>
#include <array>
#include <cstdio>

namespace teken::papers {

/// Named, not private: Typesetter::Parts has fields with it.
struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};

namespace {

struct FreeDescription {
    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
};
struct FreeAttributes {
    void operator()(PangoAttrList* list) const { pango_attr_list_unref(list); }
};
struct FreeOptions {
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
using Description = std::unique_ptr<PangoFontDescription, FreeDescription>;

// What a line of text takes at leading 1, as a share of its size: one rhythm for all fonts of a page, and
// enough for the tallest letters of the three families.
constexpr double kLineShare = 1.24;

Description describe(FontChoice font, const TextStyle& style) {
    Description description(pango_font_description_new());
    pango_font_description_set_family(description.get(), familyOf(font));
    pango_font_description_set_absolute_size(description.get(), style.size * PANGO_SCALE);
    pango_font_description_set_weight(description.get(),
                                      style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(description.get(),
                                     style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    return description;
}

PangoAlignment pangoAlign(Align align) {
    switch (align) {
    case Align::Center:
        return PANGO_ALIGN_CENTER;
    case Align::Right:
        return PANGO_ALIGN_RIGHT;
    case Align::Left:
    case Align::Justify:
        return PANGO_ALIGN_LEFT;
    }
    return PANGO_ALIGN_LEFT;
}

} // namespace

Result<PaperSize> paperSizeFromName(std::string_view name) {
    if (name == "A4" || name == "a4")
        return PaperSize::A4;
    if (name == "F4" || name == "f4")
        return PaperSize::F4;
    return fail(ErrorCode::InvalidInput, "papers.size", "expected A4 or F4, found another size");
}

std::string_view nameOf(PaperSize size) {
    return size == PaperSize::A4 ? "A4" : size == PaperSize::F4 ? "F4" : "slip";
}

const char* familyOf(FontChoice font) {
    switch (font) {
    case FontChoice::Serif:
        return "TeX Gyre Bonum";
    case FontChoice::Sans:
        return "TeX Gyre Heros";
    case FontChoice::Inter:
        return "Inter";
    }
    return "";
}

ShapedText::ShapedText(std::shared_ptr<_PangoLayout> layout, double gray, double leading)
    : m_layout(std::move(layout)), m_gray(gray) {
    m_lines = pango_layout_get_line_count(m_layout.get());
    const auto* font = pango_layout_get_font_description(m_layout.get());
    m_lineHeight =
        static_cast<double>(pango_font_description_get_size(font)) / PANGO_SCALE * kLineShare * leading;
    PangoRectangle logical;
    pango_layout_get_extents(m_layout.get(), nullptr, &logical);
    m_width = static_cast<double>(logical.width) / PANGO_SCALE;
    // Letters stand at three quarters of their line, whatever ascent their font claims.
    m_baseline = m_lineHeight / (kLineShare * leading) * (kLineShare * leading * 0.5 + 0.34);
}

std::string ShapedText::text() const {
    return m_layout ? pango_layout_get_text(m_layout.get()) : "";
}

struct Typesetter::Parts {
    FontChoice font = FontChoice::Serif;
    std::unique_ptr<PangoFontMap, Unref> map;
    std::unique_ptr<PangoContext, Unref> context;
    char32_t missing = 0;
};

Typesetter::Typesetter() : m_parts(std::make_unique<Parts>()) {}
Typesetter::~Typesetter() = default;

Result<std::shared_ptr<Typesetter>> Typesetter::create(FontChoice font) {
    std::shared_ptr<Typesetter> made(new Typesetter());
    auto& parts = *made->m_parts;
    parts.font = font;
    // A map of its own: Pango's default one is shared by the whole thread, and so by other people's fonts.
    parts.map.reset(pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT));
    if (!parts.map)
        return fail(ErrorCode::Unsupported, "papers.font-missing", "expected FreeType fonts, found none");
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(parts.map.get()), 72);
    parts.context.reset(pango_font_map_create_context(parts.map.get()));
    // Unhinted and unrounded: the same line breaks at every scale.
    const std::unique_ptr<cairo_font_options_t, FreeOptions> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(parts.context.get(), options.get());
    pango_context_set_round_glyph_positions(parts.context.get(), FALSE);
    pango_context_set_language(parts.context.get(), pango_language_from_string("id"));

    const auto wanted = describe(font, {});
    const std::unique_ptr<PangoFont, Unref> loaded(
        pango_context_load_font(parts.context.get(), wanted.get()));
    const Description found(loaded ? pango_font_describe(loaded.get()) : nullptr);
    const char* family = found ? pango_font_description_get_family(found.get()) : nullptr;
    if (family == nullptr || std::string(family) != familyOf(font))
        return fail(ErrorCode::NotFound, "papers.font-missing",
                    std::string("expected the font family ") + familyOf(font) + ", found " +
                        (family != nullptr ? family : "no font"));
    return made;
}

ShapedText Typesetter::shape(const std::string& text, const TextStyle& style, double width) {
    std::shared_ptr<PangoLayout> layout(pango_layout_new(m_parts->context.get()), Unref());
    const auto font = describe(m_parts->font, style);
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_width(layout.get(), static_cast<int>(std::max(1.0, width) * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout.get(), pangoAlign(style.align));
    pango_layout_set_justify(layout.get(), style.align == Align::Justify);
    // Hyphens that are not in the text would change words of a pledge.
    const std::unique_ptr<PangoAttrList, FreeAttributes> attributes(pango_attr_list_new());
    pango_attr_list_insert(attributes.get(), pango_attr_insert_hyphens_new(FALSE));
    if (style.tabular)
        pango_attr_list_insert(attributes.get(), pango_attr_font_features_new("tnum=1"));
    if (style.underline)
        pango_attr_list_insert(attributes.get(), pango_attr_underline_new(PANGO_UNDERLINE_SINGLE));
    pango_layout_set_attributes(layout.get(), attributes.get());
    pango_layout_set_text(layout.get(), text.data(), static_cast<int>(text.size()));
    if (m_parts->missing == 0 && pango_layout_get_unknown_glyphs_count(layout.get()) > 0) {
        // Which letter: found by shaping them one by one, once.
        for (std::size_t at = 0; at < text.size() && m_parts->missing == 0;) {
            const auto begin = at;
            const auto letter = domain::nextCodePoint(text, at);
            const std::unique_ptr<PangoLayout, Unref> probe(pango_layout_new(m_parts->context.get()));
            pango_layout_set_font_description(probe.get(), font.get());
            pango_layout_set_text(probe.get(), text.data() + begin, static_cast<int>(at - begin));
            if (pango_layout_get_unknown_glyphs_count(probe.get()) > 0)
                m_parts->missing = letter;
        }
        if (m_parts->missing == 0)
            m_parts->missing = U'\uFFFD';
    }
    return {layout, style.gray, style.leading};
}

Result<> Typesetter::everyLetterFound() const {
    if (m_parts->missing == 0)
        return {};
    std::array<char, 16> code{};
    std::snprintf(code.data(), code.size(), "U+%04X", static_cast<unsigned>(m_parts->missing));
    return fail(ErrorCode::InvalidInput, "papers.letter-missing",
                std::string("expected an installed font for every letter, found none for ") + code.data());
}

} // namespace teken::papers
