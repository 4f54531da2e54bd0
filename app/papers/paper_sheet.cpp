// Group sheet: the text once, then everybody who signed it. Only those who signed are on it.
#include "app/papers/paper_parts.h"

namespace teken::papers {

namespace {

bool oneUnit(const PaperData& data) {
    return data.units.size() <= 1;
}

Table tableOf(const PaperData& data, const BlobId& text) {
    Table table;
    table.columns = {{.head = "No.", .share = 5, .align = Align::Right, .tabular = true},
                     {.head = "Nama / NIP", .share = 34},
                     {.head = oneUnit(data) ? "Jabatan" : "Jabatan / unit kerja", .share = 27}};
    table.inkShare = 34;
    table.leastRowHeight = 27;
    for (const auto& person : data.people) {
        if (!person.signature || person.signature->text != text)
            continue;
        Row row;
        row.cells.push_back({.text = std::to_string(table.rows.size() + 1)});
        row.cells.push_back({.text = person.name, .bold = true, .second = fullNumber(person.number)});
        const bool showsUnit = !oneUnit(data) || person.guest;
        row.cells.push_back({.text = person.post.empty() && !showsUnit ? "–" : person.post,
                             .second = showsUnit ? person.unitName : ""});
        row.ink = person.signature->ink;
        row.inkNote = formWord(person.signature->form);
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

void putSheet(Composer& composer, const PaperData& data, const PaperStyle& style) {
    for (const auto& text : data.texts) {
        const auto table = tableOf(data, text.id);
        if (table.rows.empty())
            continue;
        composer.part(footerOf(data, style, PaperKind::Sheet));
        composer.letterhead(style.head);
        putHeading(composer, text.text.title, {"Lembar tanda tangan bersama"});
        putSessionFields(composer, data);
        if (!text.text.opening.empty())
            composer.text(text.text.opening, kBody, {.after = 6});
        putPoints(composer, text.text);
        if (!text.text.closing.empty())
            composer.text(text.text.closing, kBody, {.before = 3, .after = 4});
        composer.text("Naskah " + textLine(text), {.size = 8, .gray = 0.25}, {.after = 8});
        composer.table(table);
        composer.text("Jumlah penanda tangan pada lembar ini: " + counted(table.rows.size()) + " orang.",
                      kPlain, {.after = 10});
        const auto& desk = data.desks.front();
        composer.signatures(
            {SignatureBlock{}, emptyBlock(placeAndDate(data, style), "Pimpinan sesi,", desk.head)});
    }
}

} // namespace teken::papers
