// Ctrl-C (SIGINT) and SIGTERM for commands that have something to clear away before they end.
#pragma once

#include "app/tekenctl/context.h"

#include <atomic>
#include <csignal>
#include <mutex>
#include <thread>

namespace teken::ctl {

/// As a shell says it of a program that Ctrl-C ended; also for SIGTERM.
inline constexpr int kInterrupted = 130;

/// As long as it lives: the first signal is only noted, and the command stops where it next looks; a second
/// one ends the process at once, after removing what was named. To be made before any other thread. One at a
/// time.
class Interruption {
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    /// False once a signal came: for callbacks that ask whether to go on.
    [[nodiscard]] bool goOn() const { return !m_requested; }
    /// A folder that must not stay behind, even at the second signal.
    void clearAway(const std::filesystem::path& folder);

private:
    void watch();

    sigset_t m_signals{};
    sigset_t m_before{};
    std::atomic<bool> m_requested = false;
    std::atomic<bool> m_over = false;
    std::mutex m_mutex; ///< of m_folder
    std::filesystem::path m_folder;
    std::thread m_watch;
};

/// Runs `work(Interruption&)`; a command that was stopped by a signal says so and answers kInterrupted.
template <class Work>
[[nodiscard]] Result<int> interruptibly(const Context& context, Work work) {
    Interruption interruption;
    Result<int> outcome = work(interruption);
    if (outcome || outcome.error().code != ErrorCode::Cancelled || interruption.goOn())
        return outcome;
    context.report(outcome.error());
    return kInterrupted;
}

} // namespace teken::ctl
