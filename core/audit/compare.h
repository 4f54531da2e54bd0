// Two pieces of evidence of different dates: the later one must extend the earlier.
#pragma once

#include "core/audit/log_material.h"
#include "core/audit/report.h"
#include "core/store/book.h"

namespace teken::audit {

struct Compared {
    store::Book& book; ///< entries as unpacked: they were verified when they were stored
    const LogMaterial& log;
};

/// Every entry of `earlier` must be in `later` under the same feed and number, and the log of `later` must
/// begin with the log of `earlier`. Errors as auditBook(). Says nothing of whether either is whole: audit
/// both.
[[nodiscard]] Result<Report> compareEvidence(const Compared& earlier, const Compared& later,
                                             const std::string& rootFingerprint,
                                             const std::function<bool()>& goOn = {});

} // namespace teken::audit
