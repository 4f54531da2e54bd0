#include "sync/server/verify_pool.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace teken::sync::server {

namespace {
constexpr std::size_t kChunk = 16; // about a millisecond of signatures: small enough to share evenly

Verified verifyOne(const entry::Entry& raw) {
    auto entry = entry::verifyEntry(raw);
    const auto id = entry ? entry->id : entry::entryIdOf(raw.payload);
    return {id, std::move(entry)};
}

} // namespace

struct Verification::Job {
    explicit Job(std::vector<entry::Entry> batch)
        : entries(std::move(batch)), answers(entries.size()), chunks((entries.size() + kChunk - 1) / kChunk),
          done(std::make_unique<std::atomic<bool>[]>(chunks)) {}

    const std::vector<entry::Entry> entries;
    std::vector<std::optional<Verified>> answers;
    const std::size_t chunks;
    std::atomic<std::size_t> next{0};          ///< chunk that nobody has taken yet
    std::unique_ptr<std::atomic<bool>[]> done; ///< by chunk: its answers may be read

    /// Takes one chunk; false if none is left to take.
    bool work() {
        const auto chunk = next.fetch_add(1);
        if (chunk >= chunks)
            return false;
        const auto to = std::min((chunk + 1) * kChunk, entries.size());
        for (auto i = chunk * kChunk; i < to; ++i)
            answers[i] = verifyOne(entries[i]);
        done[chunk] = true;
        done[chunk].notify_all();
        return true;
    }

    void wait(std::size_t chunk) {
        while (!done[chunk])
            if (!work())
                done[chunk].wait(false);
    }
};

std::optional<Verified> Verification::next() {
    if (m_next == m_job->entries.size())
        return std::nullopt;
    m_job->wait(m_next / kChunk);
    return std::move(m_job->answers[m_next++]);
}

struct VerifyPool::Shared {
    std::mutex mutex;
    std::condition_variable wake;
    std::deque<std::shared_ptr<Verification::Job>> jobs;
    bool stopping = false;
    std::vector<std::thread> helpers;

    void run() {
        std::unique_lock lock(mutex);
        for (;;) {
            wake.wait(lock, [&] { return stopping || !jobs.empty(); });
            if (stopping)
                return;
            const auto job = jobs.front();
            lock.unlock();
            while (job->work()) {
            }
            lock.lock();
            if (!jobs.empty() && jobs.front() == job)
                jobs.pop_front();
        }
    }
};

VerifyPool::VerifyPool(unsigned helpers) : m_shared(std::make_unique<Shared>()) {
    for (unsigned i = 0; i < helpers; ++i)
        m_shared->helpers.emplace_back([shared = m_shared.get()] { shared->run(); });
}

VerifyPool::~VerifyPool() {
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->stopping = true;
    }
    m_shared->wake.notify_all();
    for (auto& helper : m_shared->helpers)
        helper.join();
}

Verification VerifyPool::start(std::vector<entry::Entry> entries) {
    auto job = std::make_shared<Verification::Job>(std::move(entries));
    if (!m_shared->helpers.empty() && job->chunks > 1) {
        {
            const std::lock_guard lock(m_shared->mutex);
            m_shared->jobs.push_back(job);
        }
        m_shared->wake.notify_all();
    }
    return Verification(std::move(job));
}

} // namespace teken::sync::server
