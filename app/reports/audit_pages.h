// The report of an audit, for people who do not program: verdict, what was checked and what not, counts, then
// every finding, sessions and the log.
#pragma once

#include "app/reports/report_pages.h"
#include "app/words/words.h"
#include "core/audit/report.h"

#include <string>
#include <vector>

namespace teken::reports {

/// What the audit itself does not know.
struct AuditFacts {
    std::string file;              ///< what was looked at, as the person named it
    std::string fingerprint;       ///< as typed
    std::int64_t checkedAtMs = 0;  ///< by this machine's clock; shown as Waktu Indonesia Barat and UTC
    std::string software;          ///< "tekenctl 0.1.0", for programs
    std::vector<std::string> held; ///< names of files held elsewhere that were brought along
};

[[nodiscard]] ReportPages auditPages(const audit::Report& report, const AuditFacts& facts,
                                     words::Language language);

} // namespace teken::reports
