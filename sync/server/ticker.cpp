#include "sync/server/ticker.h"

namespace teken::sync::server {

Ticker::Ticker(std::chrono::milliseconds pause, std::function<bool()> work)
    : m_pause(pause), m_work(std::move(work)), m_thread([this] { run(); }) {}

Ticker::~Ticker() {
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    m_ending.notify_all();
    m_thread.join();
}

void Ticker::run() {
    std::unique_lock lock(m_mutex);
    while (!m_ended) {
        lock.unlock();
        const bool more = m_work();
        lock.lock();
        if (!more)
            m_ending.wait_for(lock, m_pause, [this] { return m_ended; });
    }
}

} // namespace teken::sync::server
