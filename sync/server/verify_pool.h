// Verifies the entries of a batch on several threads. Whoever stores them takes the answers one by one, while
// the rest is still under way.
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

/// A batch under way. For one thread; may be dropped at any time.
class Verification {
public:
    /// The next answer in the order of the batch; nullopt after the last one. A caller that would have to
    /// wait verifies too.
    [[nodiscard]] std::optional<Verified> next();

private:
    friend class VerifyPool;
    struct Job;
    explicit Verification(std::shared_ptr<Job> job) : m_job(std::move(job)) {}

    std::shared_ptr<Job> m_job;
    std::size_t m_next = 0;
};

class VerifyPool {
public:
    /// `helpers`: threads besides the caller's; 0 verifies on the caller's thread alone.
    explicit VerifyPool(unsigned helpers);
    ~VerifyPool();
    VerifyPool(const VerifyPool&) = delete;
    VerifyPool& operator=(const VerifyPool&) = delete;

    /// Any number of threads may call at a time. The pool outlives what it gives out.
    [[nodiscard]] Verification start(std::vector<entry::Entry> entries);

private:
    struct Shared;
    std::unique_ptr<Shared> m_shared;
};

} // namespace teken::sync::server
