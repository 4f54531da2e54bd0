#include "app/teken/desk_services/work_thread.h"

#include <QCoreApplication>

namespace teken::app {

WorkThread::WorkThread() : m_thread([this] { loop(); }) {}

WorkThread::~WorkThread() {
    stop();
}

void WorkThread::post(std::function<void()> job) {
    {
        const std::lock_guard lock(m_mutex);
        if (m_stopping)
            return;
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void WorkThread::loop() {
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_stopping || !m_jobs.empty(); });
        if (m_jobs.empty())
            return;
        auto job = std::move(m_jobs.front());
        m_jobs.pop_front();
        lock.unlock();
        job();
        job = nullptr; // what it held goes while nobody waits for the lock
        lock.lock();
    }
}

void WorkThread::stop() {
    if (!m_thread.joinable())
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
    QCoreApplication::sendPostedEvents(&m_home);
}

} // namespace teken::app
