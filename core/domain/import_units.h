// Which unit a cell of a roster table means, and what must be asked. Private to the import.
#pragma once

#include "core/domain/roster_import.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace teken::domain {

class UnitFinder {
public:
    UnitFinder(const UnitList& units, const ImportOptions& options);

    struct Found {
        std::string code;     ///< of a unit, or empty:
        std::string reason;   ///< "unit.variant", "unit.ambiguous", "unit.unknown"
        std::string proposal; ///< names of the likely units
    };
    /// What the admin agreed to, or an exact match; never a guess.
    [[nodiscard]] Found find(const std::string& written);

    /// Puts a name nobody settled on the list of questions; `rows` people wait for the answer.
    void ask(const std::string& written, std::uint64_t line, std::uint64_t rows);
    [[nodiscard]] std::vector<UnitProposal> questions() && { return std::move(m_questions); }

private:
    [[nodiscard]] const UnitMatch& match(const std::string& written);

    const UnitList& m_units;
    UnitMatcher m_matcher;
    std::unordered_map<std::string, std::string> m_agreed; ///< plain text -> code
    std::unordered_map<std::string, UnitMatch> m_matches; ///< a column repeats a few names thousands of times
    std::unordered_map<std::string, std::size_t> m_questionAt;
    std::vector<UnitProposal> m_questions;
};

} // namespace teken::domain
