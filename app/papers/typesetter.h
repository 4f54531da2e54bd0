// Text into lines of glyphs, measured the same for print and for the preview. The one file of this room that
// the rest needs to know nothing of Pango.
//
// Threads: a Typesetter and what it shaped belong to one thread at a time; two typesetters share nothing.
#pragma once

#include "app/papers/paper_size.h"

#include <cstdint>
#include <memory>
#include <string>

struct _PangoLayout; // Pango's own name for what a ShapedText holds

namespace teken::papers {

/// What offices write with: a Bookman-like serif, an Arial-like sans, or the sans of the screens.
enum class FontChoice : std::uint8_t { Serif, Sans, Inter };
[[nodiscard]] const char* familyOf(FontChoice font); ///< "TeX Gyre Bonum", "TeX Gyre Heros", "Inter"

enum class Align : std::uint8_t { Left, Center, Right, Justify };

struct TextStyle {
    double size = 11;
    bool bold = false;
    bool italic = false;
    bool underline = false;
    bool tabular = false; ///< figures of equal width
    Align align = Align::Left;
    double leading = 1.0; ///< 1: the font's own distance of lines
    double gray = 0;      ///< 0 black .. 1 white
};

/// A text broken into lines for one width. Cheap to copy; immutable.
class ShapedText {
public:
    ShapedText() = default;
    ShapedText(std::shared_ptr<_PangoLayout> layout, double gray, double leading);
    [[nodiscard]] int lines() const { return m_lines; }
    [[nodiscard]] double height() const { return m_lines * m_lineHeight; }
    [[nodiscard]] double lineHeight() const { return m_lineHeight; }
    /// Of the widest line, as drawn.
    [[nodiscard]] double width() const { return m_width; }
    /// Where the first line's letters stand, below the top.
    [[nodiscard]] double baseline() const { return m_baseline; }
    [[nodiscard]] double gray() const { return m_gray; }
    [[nodiscard]] std::string text() const;
    [[nodiscard]] _PangoLayout* layout() const { return m_layout.get(); }
    [[nodiscard]] explicit operator bool() const { return m_layout != nullptr; }

private:
    std::shared_ptr<_PangoLayout> m_layout;
    int m_lines = 0;
    double m_lineHeight = 0, m_width = 0, m_baseline = 0, m_gray = 0;
};

class Typesetter {
public:
    /// NotFound "papers.font-missing" unless the family itself is installed: a paper in whatever font happens
    /// to be there would look forged.
    [[nodiscard]] static Result<std::shared_ptr<Typesetter>> create(FontChoice font);
    ~Typesetter();
    Typesetter(const Typesetter&) = delete;
    Typesetter& operator=(const Typesetter&) = delete;

    /// Breaks at words and, where a word alone is too long, inside it: nothing is ever wider than `width`.
    [[nodiscard]] ShapedText shape(const std::string& text, const TextStyle& style, double width);
    /// InvalidInput "papers.letter-missing" if some text so far has a letter that no installed font has.
    [[nodiscard]] Result<> everyLetterFound() const;

private:
    Typesetter();
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace teken::papers
