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

struct VerifyPool::Job {
    std::vector<entry::Entry> entries;
    std::vector<std::optional<Verified>> answers;
    std::atomic<std::size_t> next{0};
    std::atomic<std::size_t> left{0}; ///< entries without an answer

    /// Takes chunks until none is left.
    void work() {
        for (;;) {
            const auto from = next.fetch_add(kChunk);
            if (from >= entries.size())
                return;
            const auto to = std::min(from + kChunk, entries.size());
            for (auto i = from; i < to; ++i)
                answers[i] = verifyOne(entries[i]);
            if (left.fetch_sub(to - from) == to - from)
                left.notify_all();
        }
    }
};

struct VerifyPool::Shared {
    std::mutex mutex;
    std::condition_variable wake;
    std::deque<std::shared_ptr<Job>> jobs;
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
            job->work();
            lock.lock();
            if (!jobs.empty() && jobs.front() == job)
                jobs.pop_front();
        }
    }
};

VerifyPool::VerifyPool(unsigned helpers) : m_shared(std::make_shared<Shared>()) {
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

std::vector<Verified> VerifyPool::verifyAll(std::vector<entry::Entry> entries) {
    const auto job = std::make_shared<Job>();
    job->entries = std::move(entries);
    job->answers.resize(job->entries.size());
    job->left = job->entries.size();
    if (!m_shared->helpers.empty() && job->entries.size() > kChunk) {
        {
            const std::lock_guard lock(m_shared->mutex);
            m_shared->jobs.push_back(job);
        }
        m_shared->wake.notify_all();
    }
    job->work();
    for (auto left = job->left.load(); left != 0; left = job->left.load())
        job->left.wait(left);
    std::vector<Verified> answers;
    answers.reserve(job->answers.size());
    for (auto& answer : job->answers)
        answers.push_back(*std::move(answer));
    return answers;
}

} // namespace teken::sync::server
