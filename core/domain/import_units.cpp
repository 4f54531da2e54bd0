#include "core/domain/import_units.h"

#include "core/base/encoding.h"
#include "core/domain/text.h"

namespace teken::domain {

UnitFinder::UnitFinder(const UnitList& units, const ImportOptions& options)
    : m_units(units), m_matcher(units, options.placeName) {
    for (const auto& [written, code] : options.unitNames)
        if (units.find(code) != nullptr)
            m_agreed.emplace(plainText(written), code);
}

const UnitMatch& UnitFinder::match(const std::string& written) {
    auto known = m_matches.find(written);
    if (known == m_matches.end())
        known = m_matches.emplace(written, m_matcher.match(written)).first;
    return known->second;
}

UnitFinder::Found UnitFinder::find(const std::string& written) {
    if (const auto agreed = m_agreed.find(plainText(written)); agreed != m_agreed.end())
        return {agreed->second, {}, {}};
    const UnitMatch& likely = match(written);
    if (likely.kind == UnitMatch::Kind::Exact)
        return {likely.codes.front(), {}, {}};
    Found found;
    found.reason = likely.kind == UnitMatch::Kind::Proposal    ? "unit.variant"
                   : likely.kind == UnitMatch::Kind::Ambiguous ? "unit.ambiguous"
                                                               : "unit.unknown";
    for (const std::string& code : likely.codes)
        found.proposal += (found.proposal.empty() ? "" : " / ") + m_units.find(code)->name;
    return found;
}

void UnitFinder::ask(const std::string& written, std::uint64_t line, std::uint64_t rows) {
    const auto [at, added] = m_questionAt.emplace(plainText(written), m_questions.size());
    if (added)
        m_questions.push_back({written, match(written).codes, line, 0});
    m_questions[at->second].rows += rows;
}

} // namespace teken::domain
