// Collects findings: keeps the first kMostFindings, counts them all.
#pragma once

#include "core/audit/report.h"

#include <map>

namespace teken::audit {

class Findings {
public:
    /// The severity is looked up by the rule's slug; an unknown slug is a bug.
    void add(Finding finding);

    /// Moves the findings into `report`, the gravest first, then in order of feed and number, and sets its
    /// verdict.
    void moveInto(Report& report);

private:
    std::vector<Finding> m_findings;
    std::map<std::string, std::uint64_t> m_byRule;
    std::uint64_t m_total = 0;
    bool m_broken = false;
    bool m_missing = false;
};

} // namespace teken::audit
