#include "core/audit/verify_all.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace teken::audit {
namespace {

constexpr std::size_t kBatchEntries = 256;

struct Batch {
    std::uint64_t number = 0;
    std::vector<store::StoredEntry> stored;
    std::vector<Verified> verified;
};

Verified verifyOne(store::StoredEntry&& stored) {
    Verified result{.order = stored.order,
                    .storedId = stored.id,
                    .storedFeed = stored.feed,
                    .storedSeq = stored.seq,
                    .entry = {},
                    .withheld = {},
                    .error = {}};
    if (auto* withheld = std::get_if<entry::WithheldEntry>(&stored.record)) {
        result.withheld = std::move(*withheld);
        return result;
    }
    auto verified = entry::verifyEntry(std::get<entry::Entry>(std::move(stored.record)));
    if (verified)
        result.entry = std::move(*verified);
    else
        result.error = std::move(verified.error());
    return result;
}

// Single verifications side by side, never libsodium's or anybody's batch verification, which is cofactored
// and can disagree with the verdict this format defines.
class Pool {
public:
    explicit Pool(unsigned threads) : m_mostInFlight(2 * threads) {
        for (unsigned i = 0; i < threads; ++i)
            m_threads.emplace_back([this] { work(); });
    }

    ~Pool() {
        {
            const std::lock_guard lock(m_mutex);
            m_ending = true;
        }
        m_changed.notify_all();
        for (auto& thread : m_threads)
            thread.join();
    }

    Pool(const Pool&) = delete;
    Pool& operator=(const Pool&) = delete;

    void submit(std::vector<store::StoredEntry> stored) {
        {
            const std::lock_guard lock(m_mutex);
            m_waiting.push_back(Batch{m_nextNumber++, std::move(stored), {}});
        }
        m_changed.notify_all();
    }

    [[nodiscard]] bool full() const { return m_nextNumber - m_nextDelivered >= m_mostInFlight; }
    [[nodiscard]] bool idle() const { return m_nextNumber == m_nextDelivered; }

    // Waits for the next batch in order.
    std::vector<Verified> take() {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_done.contains(m_nextDelivered); });
        auto node = m_done.extract(m_nextDelivered++);
        return std::move(node.mapped());
    }

private:
    void work() {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_changed.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
            if (m_ending)
                return;
            Batch batch = std::move(m_waiting.front());
            m_waiting.pop_front();
            lock.unlock();
            batch.verified.reserve(batch.stored.size());
            for (auto& stored : batch.stored)
                batch.verified.push_back(verifyOne(std::move(stored)));
            lock.lock();
            m_done.emplace(batch.number, std::move(batch.verified));
            m_changed.notify_all();
        }
    }

    const std::uint64_t m_mostInFlight;
    std::uint64_t m_nextNumber = 0;    // calling thread only
    std::uint64_t m_nextDelivered = 0; // calling thread only
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Batch> m_waiting;
    std::map<std::uint64_t, std::vector<Verified>> m_done;
    bool m_ending = false;
    std::vector<std::thread> m_threads; // last: they use everything above
};

Result<> deliver(Pool& pool, const std::function<Result<>(Verified&&)>& sink) {
    for (auto& verified : pool.take())
        TEKEN_CHECK(sink(std::move(verified)));
    return {};
}

} // namespace

Result<> verifyAll(const store::EntryTable& entries, unsigned threads,
                   const std::function<Result<>(Verified&&)>& sink) {
    Pool pool(threads == 0 ? 1 : threads);
    std::vector<store::StoredEntry> batch;
    const auto send = [&]() -> Result<> {
        if (batch.empty())
            return {};
        if (pool.full())
            TEKEN_CHECK(deliver(pool, sink));
        pool.submit(std::exchange(batch, {}));
        return {};
    };
    TEKEN_CHECK(entries.scanAll(1, [&](const store::StoredEntry& stored) -> Result<> {
        batch.push_back(stored);
        return batch.size() < kBatchEntries ? Result<>{} : send();
    }));
    TEKEN_CHECK(send());
    while (!pool.idle())
        TEKEN_CHECK(deliver(pool, sink));
    return {};
}

} // namespace teken::audit
