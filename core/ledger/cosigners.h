// The independent witnesses of logs that the root has certified and not revoked.
#pragma once

#include "core/entry/ids.h"
#include "core/store/book.h"

#include <string>
#include <vector>

namespace teken::ledger {

struct CosignerCertificate {
    PublicKey key;
    std::string name;                     ///< on its signature lines
    std::int64_t fromMs = 0, untilMs = 0; ///< its signatures count in this window, by their own time
};

/// Keys of logs and witnesses that the root has certified under two names: neither counts (RULES.md section
/// 2). Locked while the book is.
[[nodiscard]] Result<std::vector<FeedId>> keysOfTwoNames(store::Book& book);

/// In the order in which the root certified them, one a key. Locked while the book is.
[[nodiscard]] Result<std::vector<CosignerCertificate>> cosignersOf(store::Book& book);

} // namespace teken::ledger
