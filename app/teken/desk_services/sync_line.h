// The line to the centre while the laptop is unlocked: the sync worker on a thread of its own, each of its
// steps at the book handed to the store's thread.
//
// Threads: the store's, except cancel(), which may come from any.
#pragma once

#include "app/teken/desk_services/laptop_desk.h"
#include "app/teken/desk_services/work_thread.h"
#include "sync/client/http_transport.h"
#include "sync/client/worker.h"

namespace teken::app {

class SyncLine {
public:
    /// Called on the store's thread after each change of the worker.
    using OnState = std::function<void(const sync::client::WorkerState&)>;

    SyncLine(WorkThread& thread, LaptopDesk& desk, OnState onState);
    ~SyncLine();
    SyncLine(const SyncLine&) = delete;
    SyncLine& operator=(const SyncLine&) = delete;

    /// The desk is unlocked. Does nothing while no centre is known, or twice.
    void start();
    /// Waits for the step under way; the network is not waited for. The book may be locked afterwards.
    void stop();
    [[nodiscard]] bool started() const { return m_worker != nullptr; }
    void sendNow();
    void entrySaved();
    void cancel();

private:
    class Gate final : public sync::client::BookGate {
    public:
        explicit Gate(SyncLine& line) : m_line(line) {}
        void with(const std::function<void(const sync::client::Local&)>& step) override;

    private:
        SyncLine& m_line;
    };
    struct Errand {
        const std::function<void(const sync::client::Local&)>& step;
        bool done = false;
    };

    void serve();
    [[nodiscard]] Result<std::unique_ptr<sync::Transport>> makeTransport();

    WorkThread& m_thread;
    LaptopDesk& m_desk;
    OnState m_onState;
    Gate m_gate{*this};
    std::mutex m_mutex; ///< guards the three below
    std::condition_variable m_moved;
    Errand* m_errand = nullptr; ///< lives on the worker's stack, which waits for it
    std::shared_ptr<sync::client::HttpTransport> m_transport;
    bool m_reaped = false;
    std::unique_ptr<sync::client::Worker> m_worker;
};

} // namespace teken::app
