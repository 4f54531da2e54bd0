// People who stand in a roster table more than once, or look as if they did. Private to the import.
#pragma once

#include "core/domain/people.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace teken::domain {

/// Remembers the people accepted so far by their position in the caller's list.
class Doubles {
public:
    enum class What : std::uint8_t {
        Accept,     ///< a person of its own; the caller appends it
        SecondPost, ///< added to someone accepted before; the caller appends nothing
        Refuse
    };
    struct Verdict {
        What what = What::Accept;
        std::string_view field;
        std::string_view reason; ///< empty: nothing to say
        std::string proposal;
        std::uint64_t otherLine = 0; ///< an earlier row that gets the same warning
    };

    /// Call for each sound row in the order of the table. Rules:
    /// same number and name, one of the two posts acting -> one person, two posts (the definitive one first);
    /// same number otherwise -> refused, the earlier row keeps its place;
    /// same name and birth date with two numbers -> both accepted, both warned;
    /// same name, unit and title without numbers -> accepted, warned.
    [[nodiscard]] Verdict judge(const Person& person, std::uint64_t line, std::vector<Person>& accepted);

private:
    struct Seen {
        std::size_t at;
        std::uint64_t line;
    };
    [[nodiscard]] Verdict sameNumber(const Person& person, const Seen& seen,
                                     std::vector<Person>& accepted) const;
    std::unordered_map<std::string, Seen> m_byNumber;
    std::unordered_map<std::string, Seen> m_byNameAndBirth;
    std::unordered_map<std::string, Seen> m_byNameAndPost;
};

} // namespace teken::domain
