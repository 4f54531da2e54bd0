#include "core/audit/conveyor.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace teken::audit {
namespace {

// Enough that the others need not wait while a batch is committed, and a few megabytes at most.
constexpr std::size_t kPiecesAThread = 16;

// Single verifications side by side, never libsodium's or anybody's batch verification, which is cofactored
// and can disagree with the verdict this format defines.
Verified verifyOne(Incoming&& incoming) {
    Verified result{.order = incoming.order,
                    .storedId = incoming.storedId,
                    .storedFeed = incoming.storedFeed,
                    .storedSeq = incoming.storedSeq,
                    .storedPrev = incoming.storedPrev,
                    .entry = {},
                    .withheld = {},
                    .error = {},
                    .aside = {}};
    if (auto* aside = std::get_if<Aside>(&incoming.what))
        result.aside = std::move(*aside);
    auto* record = std::get_if<entry::Record>(&incoming.what);
    if (record == nullptr)
        return result;
    if (auto* withheld = std::get_if<entry::WithheldEntry>(record)) {
        result.withheld = std::move(*withheld);
        return result;
    }
    auto verified = entry::verifyEntry(std::get<entry::Entry>(std::move(*record)));
    if (verified)
        result.entry = std::move(*verified);
    else
        result.error = std::move(verified.error());
    return result;
}

} // namespace

struct Conveyor::Shared {
    struct Piece {
        std::vector<Incoming> incoming;
        std::vector<Verified> verified;
        bool done = false;
    };
    using Lock = std::unique_lock<std::mutex>;

    Shared(unsigned threads, Read reader)
        : read(std::move(reader)), fewest(threads), most(threads * kPiecesAThread) {}

    const Read read;
    const std::size_t fewest; ///< pieces that should always wait to be verified
    const std::size_t most;   ///< pieces in all
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<std::shared_ptr<Piece>> pieces; ///< in order; the first is handed out next
    std::size_t untaken = 0;                   ///< of these, the last ones: nobody verifies them yet
    bool reading = false;
    bool ended = false;
    bool stopping = false;
    std::optional<Error> failed; ///< of the reader
    std::vector<std::thread> helpers;

    void readSome(Lock& lock) {
        reading = true;
        lock.unlock();
        auto some = read();
        lock.lock();
        reading = false;
        if (!some)
            failed = std::move(some.error());
        ended = failed || some->empty();
        if (!ended) {
            auto piece = std::make_shared<Piece>();
            piece->incoming = std::move(*some);
            pieces.push_back(std::move(piece));
            ++untaken;
        }
        changed.notify_all();
    }

    void verifySome(Lock& lock) {
        const auto piece = pieces[pieces.size() - untaken];
        --untaken;
        lock.unlock();
        piece->verified.reserve(piece->incoming.size());
        for (auto& one : piece->incoming)
            piece->verified.push_back(verifyOne(std::move(one)));
        piece->incoming.clear();
        lock.lock();
        piece->done = true;
        changed.notify_all();
    }

    /// One thing that there is to do; false: nothing at present.
    bool work(Lock& lock) {
        if (!ended && !reading && untaken < fewest && pieces.size() < most)
            readSome(lock);
        else if (untaken > 0)
            verifySome(lock);
        else
            return false;
        return true;
    }

    void help() {
        Lock lock(mutex);
        while (!stopping)
            if (!work(lock))
                changed.wait(lock);
    }
};

Conveyor::Conveyor(unsigned threads, Read read) {
    const auto all = threads == 0 ? std::max(1U, std::thread::hardware_concurrency()) : threads;
    m_shared = std::make_unique<Shared>(all, std::move(read));
    for (unsigned i = 1; i < all; ++i)
        m_shared->helpers.emplace_back([shared = m_shared.get()] { shared->help(); });
}

Conveyor::~Conveyor() {
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->stopping = true;
    }
    m_shared->changed.notify_all();
    for (auto& helper : m_shared->helpers)
        helper.join();
}

Result<std::optional<Verified>> Conveyor::next() {
    while (m_at == m_piece.size()) {
        auto& shared = *m_shared;
        Shared::Lock lock(shared.mutex);
        while (shared.pieces.empty() ? !shared.ended : !shared.pieces.front()->done)
            if (!shared.work(lock))
                shared.changed.wait(lock);
        if (shared.pieces.empty()) {
            if (shared.failed)
                return fail(*shared.failed);
            return std::optional<Verified>{};
        }
        m_piece = std::move(shared.pieces.front()->verified);
        m_at = 0;
        shared.pieces.pop_front();
        shared.changed.notify_all(); // there is room for another
    }
    return std::optional(std::move(m_piece[m_at++]));
}

} // namespace teken::audit
