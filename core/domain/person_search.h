// Finding a person as someone types: parts of a name in any spelling, digits of a number, the unit. Lives in
// memory only, built after unlocking, since an index on disk would hold plain names.
#pragma once

#include "core/domain/names.h"
#include "core/domain/people.h"
#include "core/domain/units.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace teken::domain {

struct PersonHit {
    PersonId person;
    std::uint32_t index = 0; ///< into the people the index was built from
    std::uint32_t score = 0; ///< smaller is better
    friend bool operator==(const PersonHit&, const PersonHit&) = default;
};

class PersonSearch {
public:
    /// Copies what it needs; at most 2^32-1 people.
    PersonSearch(std::span<const Person> people, std::span<const Unit> units);
    PersonSearch() = default;

    /// Every word of the query must be found: a word beginning like it in the name, or in the unit; digits
    /// anywhere in a number (best at its end, three or more). The same query always gives the same order:
    /// score, folded name, id. An empty query gives nothing. Only the first 8 words and 200 bytes count.
    /// Thread-safe.
    [[nodiscard]] std::vector<PersonHit> find(std::string_view query, std::size_t limit) const;

    [[nodiscard]] std::size_t size() const { return m_people.size(); }

private:
    struct Entry {
        PersonId id;
        std::uint32_t index;
        bool lastWordsFirst;              ///< Balinese-shaped
        std::vector<std::uint32_t> units; ///< positions in m_units
    };
    /// One occurrence of a word in a name.
    struct Posting {
        std::uint32_t person; ///< position in m_people
        std::uint8_t fromStart;
        std::uint8_t fromEnd;
    };
    struct Number {
        std::string digits;
        std::uint32_t person;
    };
    using Scores = std::vector<std::uint32_t>; ///< one for each person

    void addNames(std::span<const Person> people, const std::vector<std::vector<SearchWord>>& wordsOf,
                  const std::vector<std::uint32_t>& order);
    void addUnits(std::span<const Person> people, std::span<const Unit> units);
    void scoreWord(std::string_view text, Scores& scores) const;
    void scoreNames(std::string_view beginning, std::uint32_t penalty, Scores& scores) const;
    void scoreUnits(std::string_view beginning, Scores& scores) const;
    void scoreDigits(std::string_view digits, Scores& scores) const;

    std::vector<Entry> m_people;          ///< sorted by folded name, then id: ties go by position
    std::vector<std::string> m_words;     ///< each word of any name once, sorted
    std::vector<std::uint32_t> m_firstOf; ///< where a word's postings begin; one more than words
    std::vector<Posting> m_postings;
    std::vector<Number> m_numbers;
    std::vector<std::vector<std::string>> m_units; ///< words by which a unit may be asked for
};

} // namespace teken::domain
