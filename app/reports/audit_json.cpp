#include "app/reports/audit_json.h"

#include "app/words/audit/audit_words.h"

#include <nlohmann/json.hpp>

namespace teken::reports {
namespace {

using nlohmann::json;

template <class Id>
json hexOrNull(const std::optional<Id>& id) {
    return id ? json(id->hex()) : json(nullptr);
}

json checksJson(const std::vector<audit::Check>& checks) {
    json rows = json::array();
    for (const auto& check : checks)
        rows.push_back({{"what", check.what}, {"count", check.count}});
    return rows;
}

json findingJson(const audit::Finding& finding, words::Language language) {
    return {{"severity", severitySlug(finding.severity)},
            {"rule", finding.rule},
            {"entry", hexOrNull(finding.entry)},
            {"feed", hexOrNull(finding.feed)},
            {"seq", finding.seq},
            {"session", hexOrNull(finding.session)},
            {"order", finding.order},
            {"expected", finding.expected},
            {"found", finding.found},
            {"sentence", words::explain(finding, language)}};
}

json sessionJson(const audit::SessionTotal& total) {
    return {{"drive", total.drive.hex()},
            {"session", total.session.hex()},
            {"feed", total.feed.hex()},
            {"title", total.title},
            {"signed", total.counts.signedCount},
            {"voided", total.counts.voided},
            {"excused", total.counts.excused},
            {"absent", total.counts.absent},
            {"refused", total.counts.refused},
            {"added", total.counts.added},
            {"closed", total.closed},
            {"agrees", total.agrees},
            {"comparable", total.comparable},
            {"close_code", total.closeCode},
            {"close_code_held", total.codeHeld},
            {"minutes_signed", total.minutesSigned}};
}

json driveJson(const ledger::DriveState& drive) {
    return {{"drive", drive.drive.hex()},
            {"name", drive.opening.title},
            {"signed", drive.signedPersons},
            {"refused", drive.refused},
            {"excused", drive.excused},
            {"absent", drive.absent},
            {"duplicates", drive.duplicates},
            {"forks", drive.forks},
            {"unknown_kinds", drive.unknownKinds},
            {"closed", drive.closed}};
}

json logJson(const audit::LogSummary& log) {
    return {{"origin", log.origin},         {"size", log.size.value}, {"root", log.root.hex()},
            {"whole", log.whole},           {"leaves", log.leaves},   {"foreign", log.foreign},
            {"places", log.places},         {"bounded", log.bounded}, {"seen", log.seen},
            {"cosigners", log.cosigners},   {"quorum", log.quorum},   {"witnesses", log.witnesses},
            {"witnessed", log.witnessed()}, {"held", log.held},       {"held_size", log.heldSize.value}};
}

} // namespace

std::string_view severitySlug(audit::Severity severity) {
    switch (severity) {
    case audit::Severity::Attention:
        return "attention";
    case audit::Severity::Missing:
        return "missing";
    case audit::Severity::Broken:
        return "broken";
    }
    return "broken";
}

std::string_view verdictSlug(audit::Verdict verdict) {
    switch (verdict) {
    case audit::Verdict::Intact:
        return "intact";
    case audit::Verdict::Altered:
        return "altered";
    case audit::Verdict::Incomplete:
        return "incomplete";
    }
    return "altered";
}

std::string auditJson(const audit::Report& report, const AuditFacts& facts, words::Language language) {
    json out = {{"format", "teken/audit/v1"},
                {"ok", report.clean() && report.verdict == audit::Verdict::Intact},
                {"verdict", verdictSlug(report.verdict)},
                {"file", facts.file},
                {"root", report.root.hex()},
                {"checked_at_ms", facts.checkedAtMs},
                {"software", facts.software},
                {"held", facts.held},
                {"entries", report.entries},
                {"verified", report.verified},
                {"checked", checksJson(report.checked)},
                {"not_checked", checksJson(report.notChecked)},
                {"findings_total", report.findingsTotal}};
    out["by_rule"] = json::array();
    for (const auto& rule : report.byRule)
        out["by_rule"].push_back(
            {{"rule", rule.rule}, {"severity", severitySlug(rule.severity)}, {"count", rule.count}});
    out["findings"] = json::array();
    for (const auto& finding : report.findings)
        out["findings"].push_back(findingJson(finding, language));
    out["sessions"] = json::array();
    for (const auto& session : report.sessions)
        out["sessions"].push_back(sessionJson(session));
    out["drives"] = json::array();
    for (const auto& drive : report.drives)
        out["drives"].push_back(driveJson(drive));
    out["log"] = report.log ? logJson(*report.log) : json(nullptr);
    return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

} // namespace teken::reports
