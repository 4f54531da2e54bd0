// A report (app/reports) on paper: the same words as its HTML.
#pragma once

#include "app/papers/papers.h"
#include "app/reports/report_pages.h"

namespace teken::papers {

[[nodiscard]] Result<Document> composeReport(const reports::ReportPages& pages, const PaperStyle& style);

} // namespace teken::papers
