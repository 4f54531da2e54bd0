// The report of an audit for programs (REPORT.md): names and meanings of what is there do not change; more
// may come.
#pragma once

#include "app/reports/audit_pages.h"

namespace teken::reports {

[[nodiscard]] std::string_view severitySlug(audit::Severity severity); ///< "attention" "missing" "broken"
[[nodiscard]] std::string_view verdictSlug(audit::Verdict verdict);    ///< "intact" "altered" "incomplete"

/// One JSON object, UTF-8, no line end.
[[nodiscard]] std::string auditJson(const audit::Report& report, const AuditFacts& facts,
                                    words::Language language);

} // namespace teken::reports
