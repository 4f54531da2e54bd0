#include "app/reports/html.h"

namespace teken::reports {
namespace {

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '&':
            out += "&amp;";
            break;
        case '<':
            out += "&lt;";
            break;
        case '>':
            out += "&gt;";
            break;
        case '"':
            out += "&quot;";
            break;
        case '\'':
            out += "&#39;";
            break;
        default:
            out += c;
        }
    }
    return out;
}

std::string_view toneClass(Tone tone) {
    switch (tone) {
    case Tone::Neutral:
        return "neutral";
    case Tone::Good:
        return "good";
    case Tone::Look:
        return "look";
    case Tone::Missing:
        return "missing";
    case Tone::Bad:
        return "bad";
    }
    return "neutral";
}

std::string tagged(std::string_view tag, std::string_view kind, std::string_view text) {
    if (text.empty())
        return {};
    std::string out = "<" + std::string(tag);
    if (!kind.empty())
        out += " class=\"" + std::string(kind) + "\"";
    return out + ">" + escaped(text) + "</" + std::string(tag) + ">\n";
}

std::string factsHtml(const std::vector<Fact>& facts) {
    if (facts.empty())
        return {};
    std::string out = "<dl>\n";
    for (const auto& fact : facts)
        out += tagged("dt", "", fact.label) + tagged("dd", fact.fixedWidth ? "fixed" : "", fact.value);
    return out + "</dl>\n";
}

std::string linesHtml(const std::vector<Line>& lines) {
    if (lines.empty())
        return {};
    std::string out = "<ul>\n";
    for (const auto& line : lines) {
        out += "<li class=\"" + std::string(toneClass(line.tone)) + "\">" + escaped(line.text);
        if (!line.detail.empty())
            out += "<small>" + escaped(line.detail) + "</small>";
        out += "</li>\n";
    }
    return out + "</ul>\n";
}

std::string rowHtml(const Table& table, const std::vector<std::string>& cells, std::string_view tag) {
    std::string out = "<tr>";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        out += "<" + std::string(tag) + (table.columns[i].right ? " class=\"right\">" : ">");
        out += escaped(i < cells.size() ? cells[i] : "") + "</" + std::string(tag) + ">";
    }
    return out + "</tr>\n";
}

std::string tableHtml(const Table& table) {
    std::vector<std::string> heads;
    for (const auto& column : table.columns)
        heads.push_back(column.head);
    std::string out = "<table><thead>" + rowHtml(table, heads, "th") + "</thead><tbody>\n";
    for (const auto& row : table.rows)
        out += rowHtml(table, row, "td");
    return out + "</tbody></table>\n";
}

std::string drawingHtml(const Drawing& drawing) {
    return "<figure>" + std::string(drawing.tickBox ? "<span class=\"tick\"></span>" : "") +
           inkSvg(drawing.ink) + "<figcaption>" + factsHtml(drawing.facts) + "</figcaption></figure>\n";
}

std::string sectionHtml(const Section& section) {
    std::string out = section.newPage ? "<section class=\"page\">\n" : "<section>\n";
    out += tagged("h2", "", section.title);
    for (const auto& paragraph : section.paragraphs)
        out += tagged("p", "", paragraph);
    out += factsHtml(section.facts) + linesHtml(section.lines);
    if (section.table)
        out += tableHtml(*section.table);
    for (const auto& drawing : section.drawings)
        out += drawingHtml(drawing);
    return out + "</section>\n";
}

// Ink-saving on paper: the verdict is a frame there, not a filled band. Colours are darker than the screens'
// so that a grey printer still shows them.
constexpr std::string_view kStyle = R"css(
@page { size: A4; margin: 18mm 16mm 20mm 16mm; }
* { box-sizing: border-box; }
body { font: 11pt/1.45 "Inter", "Noto Sans", "DejaVu Sans", Arial, sans-serif; color: #1a1a1a; background: #fff;
       max-width: 178mm; margin: 0 auto; padding: 8mm 4mm; }
header { border-bottom: 1px solid #777; margin-bottom: 6mm; }
h1 { font-size: 17pt; margin: 0 0 1mm; }
h2 { font-size: 12.5pt; margin: 7mm 0 2mm; break-after: avoid; }
.subtitle { margin: 0 0 3mm; color: #444; overflow-wrap: anywhere; }
.verdict { border: 3px solid; border-radius: 3mm; padding: 5mm 6mm; text-align: center; margin: 0 0 5mm; }
.verdict b { display: block; font-size: 38pt; line-height: 1.1; letter-spacing: .02em; }
.verdict p { margin: 2mm 0 0; font-size: 12.5pt; color: #1a1a1a; }
.verdict.good { color: #14613a; } .verdict.bad { color: #a3160f; }
.verdict.missing, .verdict.look { color: #8a5300; } .verdict.neutral { color: #333; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .6mm 5mm; margin: 0 0 3mm; }
dt { color: #555; } dd { margin: 0; overflow-wrap: anywhere; }
.fixed { font-family: "DejaVu Sans Mono", "Noto Sans Mono", monospace; font-size: 9.5pt; }
ul { margin: 0; padding: 0; list-style: none; }
li { border-left: 1.2mm solid #999; padding: .4mm 0 .4mm 3mm; margin: 0 0 1.6mm; break-inside: avoid; }
li.good { border-color: #14613a; } li.bad { border-color: #a3160f; }
li.missing, li.look { border-color: #b97a00; }
li small { display: block; color: #555; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: 10pt; }
th, td { text-align: left; padding: 1mm 2mm; border-bottom: 1px solid #bbb; vertical-align: top; overflow-wrap: anywhere; }
thead { display: table-header-group; } tr { break-inside: avoid; }
.right { text-align: right; font-variant-numeric: tabular-nums; }
figure { display: grid; grid-template-columns: auto 52mm 1fr; gap: 4mm; align-items: center; margin: 0 0 4mm;
         padding: 2mm 0; border-bottom: 1px solid #ddd; break-inside: avoid; }
figure svg { width: 52mm; height: 26mm; border: 1px solid #999; }
figure .tick { width: 6mm; height: 6mm; border: 1.5px solid #333; }
figcaption dl { margin: 0; font-size: 10pt; }
footer { margin-top: 8mm; border-top: 1px solid #999; padding-top: 2mm; font-size: 9pt; color: #555; }
@media print { body { padding: 0; max-width: none; } section.page { break-before: page; } }
)css";

} // namespace

std::string inkSvg(const domain::InkStrokes& ink) {
    std::string path;
    for (const auto& stroke : ink) {
        char command = 'M';
        for (const auto& point : stroke) {
            path += command + std::to_string(point.x) + " " + std::to_string(point.y);
            command = 'L';
        }
        if (stroke.size() == 1) // a dot: a line without length, round ends make it visible
            path += "l0 0";
    }
    return "<svg viewBox=\"0 0 " + std::to_string(domain::kInkWidth) + " " +
           std::to_string(domain::kInkHeight) +
           "\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"><path d=\"" + path +
           "\" fill=\"none\" stroke=\"#10243e\" stroke-width=\"28\" stroke-linecap=\"round\" "
           "stroke-linejoin=\"round\"/></svg>";
}

std::string reportHtml(const ReportPages& pages, std::string_view language) {
    std::string out = "<!DOCTYPE html>\n<html lang=\"" + escaped(language) +
                      "\">\n<head>\n<meta charset=\"utf-8\">\n"
                      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                      "style-src 'unsafe-inline'\">\n<title>" +
                      escaped(pages.title) + "</title>\n<style>" + std::string(kStyle) +
                      "</style>\n</head>\n<body>\n<header>\n";
    out += tagged("h1", "", pages.title) + tagged("p", "subtitle", pages.subtitle) + "</header>\n<main>\n";
    if (!pages.verdict.empty())
        out += "<div class=\"verdict " + std::string(toneClass(pages.tone)) + "\"><b>" +
               escaped(pages.verdict) + "</b>" + tagged("p", "", pages.sentence) + "</div>\n";
    else
        out += tagged("p", "", pages.sentence);
    out += factsHtml(pages.facts);
    for (const auto& section : pages.summary)
        out += sectionHtml(section);
    for (const auto& section : pages.sections)
        out += sectionHtml(section);
    return out + "</main>\n" + tagged("footer", "", pages.footer) + "</body>\n</html>\n";
}

} // namespace teken::reports
