// The checklist of a drawn sample: who is called back, with the ink and what was recorded.
#pragma once

#include "app/reports/report_pages.h"
#include "app/words/words.h"
#include "core/audit/sample.h"
#include "core/store/book.h"

namespace teken::auditing {

/// What people need to call somebody; empty where the roster is not here.
struct SampledPerson {
    audit::Drawn drawn;
    std::string name;
    std::string number; ///< masked but for its end
    std::string unit;
    std::string session; ///< title
    std::int64_t wallMs = 0;
    domain::InkStrokes ink;
};

/// Looks the drawn signatures up. Errors of the book.
[[nodiscard]] Result<std::vector<SampledPerson>> lookUp(store::Book& book, const ledger::Ledger& ledger,
                                                        const EntryId& drive, const audit::Sample& sample);

[[nodiscard]] reports::ReportPages samplePages(const audit::Sample& sample,
                                               const std::vector<SampledPerson>& people,
                                               const std::string& driveTitle, words::Language language);

} // namespace teken::auditing
