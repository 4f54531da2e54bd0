// Verifies the entries of a batch on several threads, before anyone holds the book.
#pragma once

#include "core/entry/entry.h"

#include <memory>
#include <optional>
#include <vector>

namespace teken::sync::server {

/// What became of one entry: its name is told even if it does not hold.
struct Verified {
    EntryId id;
    Result<entry::VerifiedEntry> entry;
};

class VerifyPool {
public:
    /// `helpers`: threads besides the caller's; 0 verifies on the caller's thread alone.
    explicit VerifyPool(unsigned helpers);
    ~VerifyPool();
    VerifyPool(const VerifyPool&) = delete;
    VerifyPool& operator=(const VerifyPool&) = delete;

    /// One answer for each entry, in order. Any number of threads may call at a time.
    [[nodiscard]] std::vector<Verified> verifyAll(std::vector<entry::Entry> entries);

private:
    struct Job;
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace teken::sync::server
