// Calls something again and again on a thread of its own, until its end.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace teken::sync::server {

class Ticker {
public:
    /// `work` says whether there is more to do at once; otherwise it is called again after `pause`.
    Ticker(std::chrono::milliseconds pause, std::function<bool()> work);
    /// Waits for a call that is under way.
    ~Ticker();
    Ticker(const Ticker&) = delete;
    Ticker& operator=(const Ticker&) = delete;

private:
    void run();
    std::chrono::milliseconds m_pause;
    std::function<bool()> m_work;
    std::mutex m_mutex;
    std::condition_variable m_ending;
    bool m_ended = false;
    std::thread m_thread; ///< last: begins when everything else is there
};

} // namespace teken::sync::server
