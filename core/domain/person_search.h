// Finding a person as someone types: parts of a name in any spelling, digits of a number, the unit. Lives in
// memory only, built after unlocking, since an index on disk would hold plain names.
#pragma once

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
        std::vector<std::uint32_t> units; ///< positions in m_units
        bool lastWordsFirst;              ///< Balinese-shaped
    };
    struct Word {
        std::string text;
        std::uint32_t person; ///< position in m_people
        std::uint8_t fromStart;
        std::uint8_t fromEnd;
    };
    struct Number {
        std::string digits;
        std::uint32_t person;
    };
    struct UnitWords {
        std::vector<std::string> words;
    };
    using Scores = std::vector<std::uint32_t>;

    void scoreNameWord(std::string_view text, std::uint32_t penalty, Scores& scores) const;
    void scoreUnitWord(std::string_view text, Scores& scores) const;
    void scoreDigits(std::string_view digits, Scores& scores) const;

    std::vector<Entry> m_people; ///< sorted by folded name, then id: ties are broken by position
    std::vector<Word> m_words;   ///< sorted by text
    std::vector<Number> m_numbers;
    std::vector<UnitWords> m_units;
};

} // namespace teken::domain
