#include "app/tekenctl/interruption.h"

#include <pthread.h>
#include <unistd.h>

namespace teken::ctl {

Interruption::Interruption() {
    sigemptyset(&m_signals);
    sigaddset(&m_signals, SIGINT);
    sigaddset(&m_signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &m_signals, &m_before); // inherited by every thread made from here on
    m_watch = std::thread([this] { watch(); });
}

Interruption::~Interruption() {
    m_over = true;
    pthread_kill(m_watch.native_handle(), SIGTERM);
    m_watch.join();
    pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
}

void Interruption::clearAway(const std::filesystem::path& folder) {
    const std::lock_guard lock(m_mutex);
    m_folder = folder;
}

// On a thread of its own, so that nothing runs inside a signal handler.
void Interruption::watch() {
    for (;;) {
        int received = 0;
        sigwait(&m_signals, &received);
        if (m_over)
            return;
        if (!m_requested.exchange(true))
            continue;
        const std::lock_guard lock(m_mutex);
        std::error_code ignored;
        if (!m_folder.empty())
            std::filesystem::remove_all(m_folder, ignored);
        ::_exit(kInterrupted);
    }
}

} // namespace teken::ctl
