// One thread that does what it is given, in order, and brings the answers back to the thread of the screens.
//
// Threads: post(), run() and stop() belong to the thread that made it (the GUI's); toGui() to any. What is
// posted runs on the work thread. Every run() ends in exactly one Finish, after run() has returned.
#pragma once

#include "app/teken/services/finish.h"

#include <QMetaObject>
#include <QObject>

#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace teken::app {

class WorkThread {
public:
    WorkThread();
    ~WorkThread(); ///< stop()
    WorkThread(const WorkThread&) = delete;
    WorkThread& operator=(const WorkThread&) = delete;

    /// May come from any thread. After stop() nothing runs any more.
    void post(std::function<void()> job);

    template <class Function>
    void toGui(Function&& answer) {
        QMetaObject::invokeMethod(&m_home, std::forward<Function>(answer), Qt::QueuedConnection);
    }

    /// `work` on this thread, its result to `finish` on the GUI's.
    template <class T = void>
    void run(Finish<T> finish, std::function<Result<T>()> work) {
        post([this, finish = std::move(finish), work = std::move(work)]() mutable {
            auto result = std::make_shared<Result<T>>(work());
            toGui([finish = std::move(finish), result] { finish(std::move(*result)); });
        });
    }

    /// Does what was posted before, ends the thread and delivers its last answers.
    void stop();

private:
    void loop();

    QObject m_home; ///< lives on the GUI thread: answers queued for it die with it
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_jobs;
    bool m_stopping = false;
    std::thread m_thread; ///< last: everything else is ready when it starts
};

} // namespace teken::app
