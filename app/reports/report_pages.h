// A report as its reader meets it: words, tables and drawings in order, and nothing of how they are rendered.
// HTML (html.h) and paper (app/papers) show the same pages. All texts are in the reader's language already.
#pragma once

#include "app/words/words.h"
#include "core/domain/ink.h"

#include <optional>
#include <string>
#include <vector>

namespace teken::reports {

/// What a colour may say besides the word: never the only carrier of a meaning.
enum class Tone : std::uint8_t { Neutral, Good, Look, Missing, Bad };

/// "Sidik akar: 21fe 31df …"
struct Fact {
    std::string label;
    std::string value;
    bool fixedWidth = false; ///< hashes and codes: letters of one width
};

/// One line of a list, with what explains it in smaller type.
struct Line {
    std::string text;
    std::string detail; ///< may be empty
    Tone tone = Tone::Neutral;
};

struct Column {
    std::string head;
    bool right = false; ///< numbers
};

struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows; ///< one cell for each column
};

/// A signature to be drawn in a box twice as wide as high, with words beside it.
struct Drawing {
    domain::InkStrokes ink; ///< empty: an empty box to be filled by hand
    std::vector<Fact> facts;
    bool tickBox = false; ///< a box to be ticked in front: a checklist
};

/// Rendered in this order; whatever is empty is left out.
struct Section {
    std::string title;
    std::vector<std::string> paragraphs;
    std::vector<Fact> facts;
    std::vector<Line> lines;
    std::optional<Table> table;
    std::vector<Drawing> drawings;
    bool newPage = false; ///< begins a page on paper
};

/// "Teken versi 0.1.0", for people.
[[nodiscard]] std::string productName(words::Language language);
/// " Dibuat dengan Teken versi 0.1.0.": the end of a footer.
[[nodiscard]] std::string madeWith(words::Language language);

struct ReportPages {
    std::string title;    ///< "Laporan pemeriksaan keutuhan"
    std::string subtitle; ///< what was looked at: name of the file
    std::string verdict;  ///< "UTUH", in the biggest letters of the first page; may be empty
    Tone tone = Tone::Neutral;
    std::string sentence;          ///< one sentence under the verdict
    std::vector<Fact> facts;       ///< first page
    std::vector<Section> summary;  ///< rest of the first page: what was checked, what was not, counts
    std::vector<Section> sections; ///< the pages after it
    std::string footer;            ///< on every page: what the report claims and what not
};

} // namespace teken::reports
