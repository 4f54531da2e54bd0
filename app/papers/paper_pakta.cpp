// Pakta per person: what this person signed, with their own ink. It is theirs, so it carries the full number.
#include "app/papers/paper_parts.h"

namespace teken::papers {

namespace {

// The head's ink was given for the minutes, not for this paper: whoever witnesses here signs by hand.
SignatureBlock witnessBlock(const PaperData& data, const SignatureOnPaper& signature) {
    const auto& desk = data.desks[signature.desk];
    for (const auto present : signature.present) {
        const auto index =
            static_cast<std::size_t>(present) - static_cast<std::size_t>(entry::Present::Witness1);
        if (present >= entry::Present::Witness1 && index < desk.witnesses.size())
            return emptyBlock("Disaksikan oleh,", "Saksi", desk.witnesses[index]);
    }
    return emptyBlock("Mengetahui,", "Pimpinan sesi", desk.head);
}

std::string circumstances(const PaperData& data, const SignatureOnPaper& signature) {
    const auto& desk = data.desks[signature.desk];
    std::string line = "Ditandatangani pukul " +
                       domain::formatHour(timeOf(signature.wallMs), data.drive.zone) + " di " +
                       (desk.name.empty() ? data.place : desk.name + ", " + data.place);
    const auto readMs = desk.readJointlyMs(signature.text);
    if (signature.reading == entry::Reading::Joint && readMs)
        line += "; naskah dibacakan bersama pukul " + domain::formatHour(timeOf(*readMs), data.drive.zone);
    if (const auto form = formWord(signature.form); !form.empty())
        line += "; " + form;
    if (signature.second)
        line += "; disaksikan juga oleh " + signature.second->name;
    if (signature.mark == entry::Mark::Symbolic)
        line += "; penandatanganan simbolis di depan, hanya untuk diri sendiri";
    return line + ".";
}

void putList(Composer& composer, const std::string& title, const std::vector<std::string>& lines) {
    if (lines.empty())
        return;
    composer.text(title, {.size = 9, .bold = true}, {.before = 4, .after = 2, .keepWithNext = true});
    for (std::size_t i = 0; i < lines.size(); ++i)
        composer.item(std::to_string(i + 1) + ".", lines[i], {.size = 8.6, .align = Align::Justify}, 0);
}

} // namespace

void putPakta(Composer& composer, const PaperData& data, const PersonOnPaper& person,
              const PaperStyle& style) {
    const auto& signature = *person.signature;
    const auto* text = data.text(signature.text);
    auto footer = footerOf(data, style, PaperKind::Pakta);
    footer.lines.insert(footer.lines.begin(),
                        "Catatan tanda tangan: kode " + signature.code + ", " + signature.entry.hex());
    composer.part(footer);
    composer.letterhead(style.head);
    putHeading(composer, text->text.title, {});
    composer.text("Yang bertanda tangan di bawah ini:", kPlain, {.after = 5});
    composer.field("Nama", person.name, kPlain, 112, 8);
    composer.field(numberLabel(person.kind), person.number.empty() ? "–" : fullNumber(person.number), kPlain,
                   112, 8);
    if (!person.rank.empty())
        composer.field("Golongan", person.rank, kPlain, 112, 8);
    composer.field("Jabatan", person.post.empty() ? "–" : person.post, kPlain, 112, 8);
    composer.field("Unit kerja", person.unitName, kPlain, 112, 8);
    composer.space(6);
    if (!text->text.opening.empty())
        composer.text(text->text.opening, kBody, {.after = 6});
    putPoints(composer, text->text);
    composer.space(3);
    if (!text->text.closing.empty())
        composer.text(text->text.closing, kBody, {.after = 6});
    composer.text(circumstances(data, signature), {.size = 9, .gray = 0.15}, {.after = 12});

    const auto date = domain::formatDate(domain::dateIn(data.drive.zone, timeOf(signature.wallMs)));
    SignatureBlock signer;
    signer.above = style.head.city.empty() ? date : style.head.city + ", " + date;
    signer.role = "Yang membuat pernyataan,";
    signer.name = person.name;
    signer.below = person.number.empty() ? "" : numberLabel(person.kind) + " " + fullNumber(person.number);
    signer.ink = signature.ink;
    signer.stampBox = style.head.stampBox;
    composer.signatures({witnessBlock(data, signature), signer});
    putList(composer, "Daftar larangan", text->text.prohibitions);
    putList(composer, "Dasar hukum", text->text.legalBases);
    composer.text("Naskah " + textLine(*text), {.size = 8, .gray = 0.25}, {.before = 3, .after = 0});
}

} // namespace teken::papers
