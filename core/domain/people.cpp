#include "core/domain/people.h"

#include "core/base/encoding.h"
#include "core/domain/names.h"
#include "core/domain/nip.h"
#include "core/domain/slugs.h"
#include "core/domain/text.h"
#include "core/domain/units.h"

#include <algorithm>

namespace teken::domain {
namespace {

constexpr Slugs<kSignerKinds> kKindSlugs{"pns",     "cpns",         "pppk",          "pppk-part-time",
                                         "non-asn", "village-head", "village-staff", "other"};
constexpr Slugs<4> kActingSlugs{"none", "pj", "plt", "plh"};
constexpr Slugs<10> kNoteSlugs{"none",    "leave",       "official-trip", "study-leave", "other-absence",
                               "retired", "transferred", "deceased",      "resigned",    "wrong-data"};

bool isOneLine(std::string_view text, std::size_t mostLetters) {
    if (!isUtf8(text) || utf8Length(text) > mostLetters)
        return false;
    for (std::size_t at = 0; at < text.size();)
        if (isControl(nextCodePoint(text, at)))
            return false;
    return true;
}

tl::unexpected<Error> wrong(std::string_view reason, std::string_view expected) {
    return fail(ErrorCode::InvalidInput, std::string(reason), "expected " + std::string(expected));
}

Result<> checkPost(const Post& post) {
    if (!isUnitCode(post.unit) || !isOneLine(post.title, kMaxTitleLetters))
        return wrong("person.post", "a unit code and a title of at most 200 characters on one line");
    return {};
}

struct ActingWords {
    std::string_view words;
    Acting acting;
};
constexpr std::array<ActingWords, 7> kActingWords{{{"pelaksana tugas", Acting::Plt},
                                                   {"pelaksana harian", Acting::Plh},
                                                   {"penjabat sementara", Acting::Pj},
                                                   {"penjabat", Acting::Pj},
                                                   {"pj", Acting::Pj},
                                                   {"plt", Acting::Plt},
                                                   {"plh", Acting::Plh}}};

/// Bytes of `text` that spell `words` (case and dots ignored) with a blank or dot behind; 0 when it begins
/// otherwise or nothing follows.
std::size_t beginsWith(std::string_view text, std::string_view words) {
    std::size_t at = 0;
    for (const char wanted : words) {
        if (at >= text.size() || foldLetter(static_cast<unsigned char>(text[at])) !=
                                     static_cast<char32_t>(static_cast<unsigned char>(wanted)))
            return 0;
        ++at;
    }
    const std::size_t behind = text.find_first_not_of(". ", at);
    return behind == std::string_view::npos || behind == at ? 0 : behind;
}

} // namespace

std::string_view slug(SignerKind kind) {
    return slugOf(kKindSlugs, kind);
}
Result<SignerKind> signerKindFromSlug(std::string_view text) {
    return enumOf<SignerKind>(kKindSlugs, text, "signer kind");
}
bool isAsn(SignerKind kind) {
    return kind <= SignerKind::PppkPartTime;
}
std::string_view slug(Acting acting) {
    return slugOf(kActingSlugs, acting);
}
Result<Acting> actingFromSlug(std::string_view text) {
    return enumOf<Acting>(kActingSlugs, text, "acting post");
}
std::string_view slug(RosterNote note) {
    return slugOf(kNoteSlugs, note);
}
Result<RosterNote> rosterNoteFromSlug(std::string_view text) {
    return enumOf<RosterNote>(kNoteSlugs, text, "roster note");
}
bool isOffRoster(RosterNote note) {
    return note >= RosterNote::Retired;
}

std::optional<Date> birthDateOf(const Person& person) {
    if (person.numbers.empty())
        return std::nullopt;
    const auto nip = Nip::parse(person.numbers.front());
    return nip ? std::optional(nip->birthDate()) : std::nullopt;
}

Result<> checkPerson(const Person& person) {
    if (person.id.isZero())
        return wrong("person.id", "an id that is not zero");
    TEKEN_CHECK(checkName(person.name));
    if (person.numbers.size() > kMaxNumbers)
        return wrong("person.too-many-numbers", "at most 8 numbers");
    for (const std::string& number : person.numbers)
        if (const auto nip = Nip::parse(number); !nip || nip->digits() != number)
            return wrong("person.number", "valid numbers of 18 digits");
    for (auto number = person.numbers.begin(); number != person.numbers.end(); ++number)
        if (std::find(std::next(number), person.numbers.end(), *number) != person.numbers.end())
            return wrong("person.number", "each number once");
    if (!isOneLine(person.rank, kMaxRankLetters))
        return wrong("person.rank", "at most 40 characters on one line");
    TEKEN_CHECK(checkPost(person.post));
    if (person.extraPosts.size() > kMaxExtraPosts)
        return wrong("person.too-many-posts", "at most 4 posts beside the first");
    for (const Post& post : person.extraPosts)
        TEKEN_CHECK(checkPost(post));
    return {};
}

PostTitle splitActing(std::string_view written) {
    std::string title = tidySpaces(written);
    for (const ActingWords& known : kActingWords)
        if (const std::size_t behind = beginsWith(title, known.words); behind > 0)
            return {known.acting, title.substr(behind)};
    return {Acting::None, std::move(title)};
}

} // namespace teken::domain
