// Report pages as one HTML file that needs nothing else: no script, no font, no picture from outside; prints
// on A4.
#pragma once

#include "app/reports/report_pages.h"

#include <string>

namespace teken::reports {

/// `language`: of the texts inside, "id" or "en". Every text is escaped.
[[nodiscard]] std::string reportHtml(const ReportPages& pages, std::string_view language);

/// Ink as an SVG path of the whole grid, for HTML and tests.
[[nodiscard]] std::string inkSvg(const domain::InkStrokes& ink);

} // namespace teken::reports
