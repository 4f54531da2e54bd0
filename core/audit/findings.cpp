#include "core/audit/findings.h"

#include <algorithm>
#include <functional>
#include <tuple>

namespace teken::audit {

const std::vector<Rule>& rules() {
    static const std::vector<Rule> kRules{
        // What the file itself shows.
        {"book.damaged", Severity::Broken},
        {"book.unreadable", Severity::Broken},
        {"record.columns", Severity::Broken},
        {"state.differs", Severity::Broken},
        {"bundle.spoiled", Severity::Broken},
        // One entry by itself.
        {"entry.format", Severity::Broken},
        {"entry.signature", Severity::Broken},
        {"entry.ink", Severity::Broken},
        {"entry.unknown-kind", Severity::Missing},
        {"entry.withheld", Severity::Missing},
        {"entry.unvouched", Severity::Attention},
        {"entry.withheld-authority", Severity::Broken},
        // Its place in the feed.
        {"chain.link", Severity::Broken},
        {"chain.gap", Severity::Missing},
        {"chain.fork", Severity::Broken},
        {"clock.backwards", Severity::Attention},
        {"seen.backwards", Severity::Attention},
        // Who was entitled to what.
        {"feed.uncertified", Severity::Broken},
        {"entry.after-revocation", Severity::Broken},
        {"entry.out-of-scope", Severity::Broken},
        {"certificate.dates", Severity::Attention},
        // The log, and what others hold of it.
        {"log.uncertified", Severity::Broken},
        {"log.checkpoint", Severity::Broken},
        {"log.no-checkpoint", Severity::Missing},
        {"log.unreadable", Severity::Broken},
        {"log.root", Severity::Broken},
        {"log.split-view", Severity::Broken},
        {"log.contradiction", Severity::Broken},
        {"log.accusation-void", Severity::Attention},
        {"log.accusation-open", Severity::Attention},
        {"certificate.two-names", Severity::Broken},
        {"log.leaves-cut", Severity::Missing},
        {"log.leaves-unsigned", Severity::Attention},
        {"log.leaf-format", Severity::Broken},
        {"log.leaf-differs", Severity::Attention},
        {"log.other-entry", Severity::Broken},
        {"log.entry-absent", Severity::Missing},
        {"log.entry-not-logged", Severity::Attention},
        {"log.place", Severity::Broken},
        {"log.older-than-held", Severity::Missing},
        {"log.older-than-seen", Severity::Missing},
        {"log.not-witnessed", Severity::Attention},
        {"seen.not-in-log", Severity::Broken},
        {"held.unusable", Severity::Attention},
        {"held.entry-absent", Severity::Missing},
        {"clock.ahead", Severity::Attention},
        {"clock.before-seen", Severity::Attention},
        {"close-code.absent", Severity::Missing},
        {"minutes.other-closing", Severity::Broken},
        // Two pieces of evidence of different dates.
        {"compare.entry-gone", Severity::Broken},
        // What it says.
        {"text.not-locked", Severity::Broken},
        {"person.unknown", Severity::Broken},
        {"ink.unreadable", Severity::Broken},
        {"ink.too-little", Severity::Attention},
        {"ink.missing", Severity::Missing},
        {"blob.missing", Severity::Missing},
        {"blob.altered", Severity::Broken},
        // Sessions and what is left to decide.
        {"session.counts", Severity::Broken},
        {"session.false-closing", Severity::Broken},
        {"session.after-closing", Severity::Attention},
        {"session.not-comparable", Severity::Attention},
        {"session.not-closed", Severity::Attention},
        {"conflict.duplicate", Severity::Attention},
        {"conflict.decisions", Severity::Attention},
        {"conflict.rosters", Severity::Attention},
        {"conflict.matches", Severity::Attention},
        {"conflict.roster-changes", Severity::Attention},
    };
    return kRules;
}

void Findings::add(Finding finding) {
    const auto rule = std::ranges::find(rules(), std::string_view(finding.rule), &Rule::slug);
    TEKEN_ASSERT(rule != rules().end(), "a finding names a rule of the table");
    finding.severity = rule->severity;
    m_broken = m_broken || rule->severity == Severity::Broken;
    m_missing = m_missing || rule->severity == Severity::Missing;
    ++m_total;
    ++m_byRule[finding.rule];
    if (m_findings.size() < kMostFindings)
        m_findings.push_back(std::move(finding));
}

void Findings::moveInto(Report& report) {
    std::ranges::stable_sort(m_findings, [](const Finding& a, const Finding& b) {
        return std::tie(b.severity, a.feed, a.seq, a.order, a.rule) <
               std::tie(a.severity, b.feed, b.seq, b.order, b.rule);
    });
    report.findings = std::move(m_findings);
    report.findingsTotal = m_total;
    for (const auto& [rule, count] : m_byRule)
        report.byRule.push_back(
            {rule, std::ranges::find(rules(), std::string_view(rule), &Rule::slug)->severity, count});
    std::ranges::stable_sort(report.byRule, std::greater{}, &RuleCount::severity);
    report.verdict = m_broken ? Verdict::Altered : m_missing ? Verdict::Incomplete : Verdict::Intact;
}

} // namespace teken::audit
