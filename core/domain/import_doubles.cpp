#include "core/domain/import_doubles.h"

#include "core/domain/names.h"
#include "core/domain/roster_import.h"

#include <utility>

namespace teken::domain {
namespace {

std::string atLine(std::uint64_t line) {
    return "line " + std::to_string(line);
}

} // namespace

Doubles::Verdict Doubles::sameNumber(const Person& person, const Seen& seen,
                                     std::vector<Person>& accepted) const {
    Person& known = accepted[seen.at];
    if (foldName(known.name) != foldName(person.name))
        return {What::Refuse, field::kNumber, "number.of-another-name", atLine(seen.line), 0};
    const bool samePost = known.post.unit == person.post.unit && known.post.title == person.post.title;
    const bool oneActs = known.post.acting != Acting::None || person.post.acting != Acting::None;
    if (samePost)
        return {What::Refuse, field::kRow, "row.double", atLine(seen.line), 0};
    if (!oneActs)
        return {What::Refuse, field::kRow, "row.same-person-twice", atLine(seen.line), 0};
    if (known.extraPosts.size() == kMaxExtraPosts)
        return {What::Refuse, field::kPost, "person.too-many-posts", atLine(seen.line), 0};
    Post extra = person.post;
    if (known.post.acting != Acting::None && person.post.acting == Acting::None) {
        std::swap(known.post, extra);
        known.rank = person.rank.empty() ? known.rank : person.rank;
    }
    known.extraPosts.push_back(std::move(extra));
    return {What::SecondPost, field::kPost, "row.second-post", atLine(seen.line), 0};
}

Doubles::Verdict Doubles::judge(const Person& person, std::uint64_t line, std::vector<Person>& accepted) {
    const Seen here{accepted.size(), line};
    const std::string name = foldName(person.name);
    if (person.numbers.empty()) {
        const auto [seen, fresh] =
            m_byNameAndPost.emplace(name + '\n' + person.post.unit + '\n' + person.post.title, here);
        if (fresh)
            return {};
        return {What::Accept, field::kName, "row.same-name-no-number", atLine(seen->second.line), 0};
    }
    const auto [known, freshNumber] = m_byNumber.emplace(person.numbers.front(), here);
    if (!freshNumber)
        return sameNumber(person, known->second, accepted);
    const auto birth = birthDateOf(person);
    const auto [seen, fresh] = m_byNameAndBirth.emplace(name + '\n' + (birth ? isoDate(*birth) : ""), here);
    if (fresh)
        return {};
    return {What::Accept, field::kNumber, "row.two-numbers", atLine(seen->second.line), seen->second.line};
}

} // namespace teken::domain
