#include "core/domain/person_search.h"

#include "core/domain/names.h"
#include "core/domain/text.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace teken::domain {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kMostQueryBytes = 200;
constexpr std::size_t kMostQueryWords = 8;
constexpr std::size_t kLeastInnerDigits = 3;

// Smaller is better. A name always comes before a unit: whoever types "sosial" may mean the agency, whoever
// types "siti" never does.
constexpr std::uint32_t kPrefixPenalty = 2;
constexpr std::uint32_t kVariantPenalty = 1;
constexpr std::uint32_t kUnitScore = 8;

std::uint8_t small(std::size_t value) {
    return static_cast<std::uint8_t>(std::min<std::size_t>(value, 255));
}

void better(std::uint32_t& score, std::uint32_t offer) {
    score = std::min(score, offer);
}

/// The words to look for; neighbouring groups of digits are one number ("19850611 200901 1 901").
std::vector<std::string> queryWords(std::string_view query) {
    std::vector<std::string> words;
    for (SearchWord& word : searchWords(query.substr(0, kMostQueryBytes))) {
        if (!words.empty() && isAllDigits(words.back()) && isAllDigits(word.plain))
            words.back() += word.plain;
        else if (words.size() < kMostQueryWords)
            words.push_back(std::move(word.plain));
    }
    return words;
}

} // namespace

PersonSearch::PersonSearch(std::span<const Person> people, std::span<const Unit> units) {
    std::vector<std::vector<SearchWord>> words;
    std::vector<std::string> folded;
    for (const Person& person : people) {
        words.push_back(searchWords(person.name));
        std::string& name = folded.emplace_back();
        for (const SearchWord& word : words.back())
            name += (name.empty() ? "" : " ") + word.folded;
    }
    std::vector<std::uint32_t> order(people.size());
    std::iota(order.begin(), order.end(), 0U);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(folded[a], people[a].id, a) < std::tie(folded[b], people[b].id, b);
    });
    addNames(people, words, order);
    addUnits(people, units);
}

void PersonSearch::addNames(std::span<const Person> people,
                            const std::vector<std::vector<SearchWord>>& wordsOf,
                            const std::vector<std::uint32_t>& order) {
    std::unordered_map<std::string, std::vector<Posting>> postings;
    m_people.reserve(people.size());
    for (const std::uint32_t index : order) {
        const Person& person = people[index];
        const auto at = static_cast<std::uint32_t>(m_people.size());
        const auto& words = wordsOf[index];
        for (std::size_t i = 0; i < words.size(); ++i) {
            const Posting posting{at, small(i), small(words.size() - 1 - i)};
            postings[words[i].folded].push_back(posting);
            if (words[i].plain != words[i].folded)
                postings[words[i].plain].push_back(posting);
        }
        for (const std::string& number : person.numbers)
            m_numbers.push_back({number, at});
        m_people.push_back({person.id, index, isBalineseShaped(words), {}});
    }
    for (const auto& [word, list] : postings)
        m_words.push_back(word);
    std::sort(m_words.begin(), m_words.end());
    m_firstOf.push_back(0);
    for (const std::string& word : m_words) {
        const auto& list = postings.at(word);
        m_postings.insert(m_postings.end(), list.begin(), list.end());
        m_firstOf.push_back(static_cast<std::uint32_t>(m_postings.size()));
    }
}

void PersonSearch::addUnits(std::span<const Person> people, std::span<const Unit> units) {
    std::unordered_map<std::string_view, std::uint32_t> position;
    for (const Unit& unit : units) {
        position.emplace(unit.code, static_cast<std::uint32_t>(m_units.size()));
        auto words = plainWords(unit.name);
        for (std::string& word : plainWords(unit.code))
            words.push_back(std::move(word));
        m_units.push_back(std::move(words));
    }
    for (Entry& entry : m_people) {
        const Person& person = people[entry.index];
        const auto add = [&](const std::string& code) {
            if (const auto found = position.find(code); found != position.end())
                entry.units.push_back(found->second);
        };
        add(person.post.unit);
        for (const Post& post : person.extraPosts)
            add(post.unit);
    }
}

void PersonSearch::scoreNames(std::string_view beginning, std::uint32_t penalty, Scores& scores) const {
    auto word = std::lower_bound(m_words.begin(), m_words.end(), beginning);
    for (; word != m_words.end() && word->starts_with(beginning); ++word) {
        const std::uint32_t base = penalty + (word->size() == beginning.size() ? 0 : kPrefixPenalty);
        const auto at = static_cast<std::size_t>(word - m_words.begin());
        for (std::uint32_t p = m_firstOf[at]; p < m_firstOf[at + 1]; ++p) {
            const Posting& posting = m_postings[p];
            // First words of Balinese names are shared by hundreds; elsewhere both ends of a name are what
            // people remember.
            const bool inner = m_people[posting.person].lastWordsFirst
                                   ? posting.fromEnd > 0
                                   : posting.fromStart > 0 && posting.fromEnd > 0;
            better(scores[posting.person], base + (inner ? 1 : 0));
        }
    }
}

void PersonSearch::scoreUnits(std::string_view beginning, Scores& scores) const {
    std::vector<bool> fits(m_units.size());
    bool any = false;
    for (std::size_t i = 0; i < m_units.size(); ++i) {
        fits[i] = std::any_of(m_units[i].begin(), m_units[i].end(),
                              [&](const std::string& word) { return word.starts_with(beginning); });
        any = any || fits[i];
    }
    if (!any)
        return;
    for (std::size_t person = 0; person < m_people.size(); ++person)
        for (const std::uint32_t unit : m_people[person].units)
            if (fits[unit])
                better(scores[person], kUnitScore);
}

void PersonSearch::scoreDigits(std::string_view digits, Scores& scores) const {
    for (const Number& number : m_numbers) {
        // The last digits are what is printed and read aloud.
        if (number.digits.ends_with(digits))
            better(scores[number.person], 0);
        else if (number.digits.starts_with(digits))
            better(scores[number.person], 1);
        else if (digits.size() >= kLeastInnerDigits && number.digits.find(digits) != std::string::npos)
            better(scores[number.person], 3);
    }
}

void PersonSearch::scoreWord(std::string_view text, Scores& scores) const {
    if (isAllDigits(text))
        scoreDigits(text, scores);
    scoreNames(text, 0, scores);
    const auto words = searchWords(text);
    const std::string folded = words.size() == 1 ? words.front().folded : std::string();
    if (!folded.empty() && folded != text)
        scoreNames(folded, 0, scores);
    if (const std::string begun = variantBegunBy(text); !begun.empty() && begun != folded)
        scoreNames(begun, kVariantPenalty, scores);
    scoreUnits(text, scores);
}

std::vector<PersonHit> PersonSearch::find(std::string_view query, std::size_t limit) const {
    const auto words = queryWords(query);
    if (words.empty() || limit == 0)
        return {};
    Scores total(m_people.size(), 0);
    Scores ofWord(m_people.size());
    for (const std::string& word : words) {
        std::fill(ofWord.begin(), ofWord.end(), kNone);
        scoreWord(word, ofWord);
        for (std::size_t i = 0; i < total.size(); ++i)
            total[i] = total[i] == kNone || ofWord[i] == kNone ? kNone : total[i] + ofWord[i];
    }
    std::vector<std::uint32_t> found;
    for (std::uint32_t i = 0; i < total.size(); ++i)
        if (total[i] != kNone)
            found.push_back(i);
    const auto first = [&](std::uint32_t a, std::uint32_t b) {
        return total[a] != total[b] ? total[a] < total[b] : a < b;
    };
    const auto shown = static_cast<std::ptrdiff_t>(std::min(limit, found.size()));
    std::partial_sort(found.begin(), found.begin() + shown, found.end(), first);
    std::vector<PersonHit> hits;
    for (std::ptrdiff_t i = 0; i < shown; ++i) {
        const std::uint32_t at = found[static_cast<std::size_t>(i)];
        hits.push_back({m_people[at].id, m_people[at].index, total[at]});
    }
    return hits;
}

} // namespace teken::domain
