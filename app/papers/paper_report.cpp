#include "app/papers/paper_report.h"

#include "app/papers/paper_parts.h"

#include <algorithm>

namespace teken::papers {

namespace {

constexpr TextStyle kReportText{.size = 10, .leading = 1.05};
constexpr double kFactLabel = 150;

// A sign beside the word, because a grey copy has no colours.
std::string signOf(reports::Tone tone) {
    switch (tone) {
    case reports::Tone::Good:
        return "•";
    case reports::Tone::Look:
        return "!";
    case reports::Tone::Missing:
        return "?";
    case reports::Tone::Bad:
        return "×";
    case reports::Tone::Neutral:
        return "–";
    }
    return "–";
}

void putFact(Composer& composer, const reports::Fact& fact) {
    auto style = kReportText;
    style.tabular = fact.fixedWidth;
    style.size = fact.fixedWidth ? 9 : kReportText.size;
    composer.field(fact.label, fact.value, style, kFactLabel);
}

void putLines(Composer& composer, const std::vector<reports::Line>& lines) {
    for (const auto& line : lines) {
        composer.item(signOf(line.tone), line.text, kReportText);
        if (!line.detail.empty())
            composer.text(line.detail, {.size = 8.6, .gray = 0.25},
                          {.after = 4, .indent = kReportText.size * 1.9});
    }
}

void putTable(Composer& composer, const reports::Table& from) {
    Table table;
    table.textSize = 8.4;
    // As wide as their longest cell wants, but no column takes more than three times a short one.
    for (std::size_t i = 0; i < from.columns.size(); ++i) {
        // Heads are bold: a word of one letter more than it looks would be broken inside.
        std::size_t longest = from.columns[i].head.size() * 3 / 2;
        for (const auto& row : from.rows)
            if (i < row.size())
                longest = std::max(longest, row[i].size());
        table.columns.push_back({.head = from.columns[i].head,
                                 .share = static_cast<double>(std::clamp<std::size_t>(longest, 8, 34)),
                                 .align = from.columns[i].right ? Align::Right : Align::Left,
                                 .tabular = from.columns[i].right});
    }
    for (const auto& row : from.rows) {
        Row made;
        for (const auto& cell : row)
            made.cells.push_back({.text = cell});
        table.rows.push_back(std::move(made));
    }
    composer.table(table);
}

void putSection(Composer& composer, const reports::Section& section) {
    if (section.newPage)
        composer.pageBreak();
    if (!section.title.empty())
        composer.text(section.title, {.size = 12, .bold = true},
                      {.before = 10, .after = 5, .keepWithNext = true});
    for (const auto& paragraph : section.paragraphs)
        composer.text(paragraph, kReportText, {.after = 5});
    for (const auto& fact : section.facts)
        putFact(composer, fact);
    putLines(composer, section.lines);
    if (section.table && !section.table->columns.empty())
        putTable(composer, *section.table);
    for (const auto& drawing : section.drawings) {
        std::vector<std::pair<std::string, std::string>> facts;
        for (const auto& fact : drawing.facts)
            facts.emplace_back(fact.label, fact.value);
        composer.figure(drawing.ink, facts, drawing.tickBox);
    }
}

} // namespace

Result<Document> composeReport(const reports::ReportPages& pages, const PaperStyle& style) {
    TEKEN_TRY(const auto typesetter, Typesetter::create(style.head.font));
    Composer composer(typesetter, style.size, pages.title, style.printedAt);
    composer.part({.paper = pages.title + (pages.subtitle.empty() ? "" : " · " + pages.subtitle),
                   .lines = {},
                   .note = pages.footer});
    composer.letterhead(style.head);
    composer.text(pages.title, {.size = 16, .bold = true}, {.after = 2});
    if (!pages.subtitle.empty())
        composer.text(pages.subtitle, {.size = 11, .gray = 0.25}, {.after = 10});
    if (!pages.verdict.empty())
        composer.verdict(pages.verdict, pages.sentence);
    else if (!pages.sentence.empty())
        composer.text(pages.sentence, {.size = 12}, {.after = 8});
    for (const auto& fact : pages.facts)
        putFact(composer, fact);
    for (const auto& section : pages.summary)
        putSection(composer, section);
    for (const auto& section : pages.sections)
        putSection(composer, section);
    TEKEN_TRY(auto document, composer.finish());
    document.watermark = style.watermark;
    return document;
}

} // namespace teken::papers
