#include "app/papers/paper_parts.h"

#include "core/domain/text.h"

#include <algorithm>
#include <array>

namespace teken::papers {

namespace {

constexpr std::array<std::string_view, kPaperKinds> kSlugs{"pakta", "sheet",     "minutes", "attendance",
                                                           "recap", "follow-up", "head"};
constexpr std::array<std::string_view, kPaperKinds> kTitles{
    "Pakta integritas", "Lembar tanda tangan",  "Berita acara", "Daftar hadir", "Rekap",
    "Daftar susulan",   "Catatan pimpinan sesi"};
constexpr std::size_t kMostTitleWords = 6;

bool hasSigners(const PaperData& data) {
    return std::any_of(data.people.begin(), data.people.end(),
                       [](const PersonOnPaper& person) { return person.signature.has_value(); });
}

Result<Document> finish(Composer& composer, const PaperStyle& style) {
    TEKEN_TRY(auto document, composer.finish());
    document.watermark = style.watermark;
    return document;
}

std::string dashed(std::string_view text) {
    std::string name;
    std::size_t words = 0;
    for (const auto& word : domain::plainWords(text)) {
        std::string ascii;
        for (const char c : word)
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
                ascii += c;
        if (ascii.empty() || words++ == kMostTitleWords)
            continue;
        name += (name.empty() ? "" : "-") + ascii;
    }
    return name;
}

} // namespace

std::string_view slug(PaperKind kind) {
    return kSlugs[static_cast<std::size_t>(kind)];
}

std::string_view titleOf(PaperKind kind) {
    return kTitles[static_cast<std::size_t>(kind)];
}

Result<PaperKind> paperKindFromSlug(std::string_view text) {
    const auto found = std::find(kSlugs.begin(), kSlugs.end(), text);
    if (found == kSlugs.end())
        return fail(ErrorCode::InvalidInput, "papers.kind", "expected a known paper, found another word");
    return static_cast<PaperKind>(found - kSlugs.begin());
}

Result<Document> composePakta(const PaperData& data, const PersonId& person, const PaperStyle& style) {
    const auto found = std::find_if(data.people.begin(), data.people.end(),
                                    [&](const PersonOnPaper& one) { return one.id == person; });
    if (found == data.people.end())
        return fail(ErrorCode::NotFound, "desk.person-unknown",
                    "expected a person of this session, found none");
    if (!found->signature)
        return fail(ErrorCode::NotFound, "papers.no-signature",
                    "expected a signature of this person in this session, found none");
    TEKEN_TRY(const auto typesetter, Typesetter::create(style.head.font));
    Composer composer(typesetter, style.size, std::string(titleOf(PaperKind::Pakta)), style.printedAt);
    putPakta(composer, data, *found, style);
    return finish(composer, style);
}

Result<Document> compose(PaperKind kind, const PaperData& data, const PaperStyle& style) {
    if ((kind == PaperKind::Pakta || kind == PaperKind::Sheet) && !hasSigners(data))
        return fail(ErrorCode::NotFound, "papers.nobody", "expected somebody who signed, found nobody");
    TEKEN_TRY(const auto typesetter, Typesetter::create(style.head.font));
    Composer composer(typesetter, style.size, std::string(titleOf(kind)) + " · " + data.title,
                      style.printedAt);
    switch (kind) {
    case PaperKind::Pakta:
        for (const auto& person : data.people)
            if (person.signature)
                putPakta(composer, data, person, style);
        break;
    case PaperKind::Sheet:
        putSheet(composer, data, style);
        break;
    case PaperKind::Minutes:
        putMinutes(composer, data, style);
        break;
    case PaperKind::Attendance:
        putAttendance(composer, data, style);
        break;
    case PaperKind::Recap:
        putRecap(composer, data, style);
        break;
    case PaperKind::FollowUp:
        putFollowUp(composer, data, style);
        break;
    case PaperKind::HeadNote:
        putHeadNote(composer, data, style);
        break;
    }
    return finish(composer, style);
}

namespace {

/// What tells papers of one title and day apart: the session, and the laptops whose part they show, by close
/// code or, while open, by device.
std::string markOf(const PaperData& data) {
    constexpr std::size_t kDesksNamed = 3;
    std::string mark = data.session.hex().substr(0, 4);
    for (std::size_t i = 0; i < std::min(data.desks.size(), kDesksNamed); ++i) {
        const auto& desk = data.desks[i];
        const auto named = dashed(desk.code.empty() ? desk.device : desk.code.substr(0, desk.code.find('-')));
        mark += named.empty() ? "" : "-" + named;
    }
    return data.desks.size() > kDesksNamed ? mark + "-dkk" : mark;
}

} // namespace

std::string fileNameOf(PaperKind kind, const PaperData& data, PaperSize size) {
    const auto day = domain::dateIn(data.drive.zone, timeOf(startOf(data)));
    const auto session = dashed(data.title);
    return dashed(titleOf(kind)) + "_" + (session.empty() ? std::string("sesi") : session) + "_" +
           domain::isoDate(day) + "_" + markOf(data) + "_" + std::string(nameOf(size)) + ".pdf";
}

} // namespace teken::papers
