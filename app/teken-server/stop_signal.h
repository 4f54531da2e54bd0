// The operator's signal to stop, for commands that serve.
#pragma once

#include <csignal>
#include <functional>
#include <thread>

#include <pthread.h>

namespace teken::service {

[[nodiscard]] inline sigset_t stopSignals() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

/// Before any thread is made: all of them leave these signals to the watch.
inline void blockStopSignals() {
    const auto signals = stopSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

/// Waits for the signal on a thread of its own, so that nothing runs inside a signal handler.
class SignalWatch {
public:
    explicit SignalWatch(std::function<void()> stop)
        : m_thread([stop = std::move(stop)] {
              const auto signals = stopSignals();
              int received = 0;
              sigwait(&signals, &received);
              stop();
          }) {}
    ~SignalWatch() {
        // Serving may have ended by itself: the watch must not outlive it.
        pthread_kill(m_thread.native_handle(), SIGTERM);
        m_thread.join();
    }
    SignalWatch(const SignalWatch&) = delete;
    SignalWatch& operator=(const SignalWatch&) = delete;

private:
    std::thread m_thread;
};

} // namespace teken::service
