// The store's thread with the laptop's desk on it, and what every service does with them: read, or change and
// tell the screens.
//
// Threads: made, asked and ended on the GUI thread.
#pragma once

#include "app/teken/desk_services/laptop_desk.h"
#include "app/teken/desk_services/sync_line.h"
#include "app/teken/desk_services/work_thread.h"

namespace teken::app {

/// What the status strip is made of, as of one moment.
struct LineNews {
    desk::QueueCounts counts;
    Contact contact;
    sync::client::WorkerState worker;
    bool unlocked = false;
    bool roundEnded = false; ///< a round came to its end with this news
};

class DeskLine {
public:
    /// On the GUI thread, whenever something was written, received, sent, locked or unlocked.
    using OnNews = std::function<void(const LineNews&)>;

    explicit DeskLine(Outside outside);
    ~DeskLine(); ///< ends rounds, says goodbye, locks
    DeskLine(const DeskLine&) = delete;
    DeskLine& operator=(const DeskLine&) = delete;

    /// Before the first question.
    void setOnNews(OnNews onNews) { m_onNews = std::move(onNews); }

    template <class T = void, class Work>
    void read(Finish<T> finish, Work work) {
        m_thread.run<T>(std::move(finish),
                        [this, work = std::move(work)]() -> Result<T> { return work(m_desk); });
    }
    /// The same, and the screens are told afterwards.
    template <class T = void, class Work>
    void change(Finish<T> finish, Work work) {
        m_thread.run<T>(std::move(finish), [this, work = std::move(work)]() -> Result<T> {
            Result<T> result = work(m_desk);
            m_sync.entrySaved();
            tell();
            return result;
        });
    }
    void unlock(const FeedId& officer, crypto::SecretBytes passphrase, Finish<Welcome> finish);
    void lock(Finish<> finish);
    /// NotFound "sync.no-server"; Locked.
    void sendNow(Finish<> started);
    void cancelSending() { m_sync.cancel(); }
    /// From any thread: does it on the GUI's.
    template <class Function>
    void toGui(Function&& answer) {
        m_thread.toGui(std::forward<Function>(answer));
    }

private:
    void tell(bool roundEnded = false);
    void onWorker(const sync::client::WorkerState& state);

    LaptopDesk m_desk;
    OnNews m_onNews;
    sync::client::WorkerState m_workerState;
    WorkThread m_thread;
    SyncLine m_sync;
};

} // namespace teken::app
