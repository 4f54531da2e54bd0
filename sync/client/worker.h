// Sends in the background as long as the app is open: a thread that plays rounds when the schedule says so.
#pragma once

#include "sync/client/runner.h"
#include "sync/client/schedule.h"

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace teken::sync::client {

/// What the worker is doing. How many entries are saved, received and waiting is not here: that comes from
/// the book (store::AckTable::counts), which cannot be out of date.
struct WorkerState {
    bool running = false;                ///< a round is under way
    Progress progress;                   ///< of it
    std::optional<RoundReport> last;     ///< how the last round ended
    std::optional<WallTime> lastContact; ///< end of the last round that reached the server
    std::optional<WallTime> nextTry;     ///< of the try that is really scheduled; nullopt while running
};

class Worker {
public:
    /// A way to the server, made anew for each round, so that a changed address or pin counts at once.
    using MakeTransport = std::function<Result<std::unique_ptr<Transport>>()>;
    /// Called on the worker's thread whenever the state has changed; must not call the worker back.
    using OnChange = std::function<void(const WorkerState&)>;

    Worker(BookGate& gate, MakeTransport makeTransport, const Clock& clock, RandomSource& random,
           std::string software, OnChange onChange);
    ~Worker(); ///< waits for the step under way, at most the transport's time limits
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void sendNow(); ///< "Kirim data"
    void networkChanged();
    void entrySaved();

private:
    void run();
    void playRound(std::unique_lock<std::mutex>& lock, bool byHand);
    void changed(std::unique_lock<std::mutex>& lock);

    BookGate& m_gate;
    MakeTransport m_makeTransport;
    const Clock& m_clock;
    RandomSource& m_random;
    std::string m_software;
    OnChange m_onChange;

    std::mutex m_mutex; ///< guards all below
    std::condition_variable m_wake;
    Schedule m_schedule;
    WorkerState m_state;
    bool m_byHand = false;
    bool m_stopping = false;
    Memory m_memory;      ///< the thread's own
    std::thread m_thread; ///< last: everything else is ready when it starts
};

} // namespace teken::sync::client
