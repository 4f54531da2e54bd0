#include "app/teken/desk_services/sync_line.h"

#include "core/base/version.h"
#include "core/store/journal.h"

namespace teken::app {

namespace {

/// How often a call that began while the line was closing is looked for.
constexpr std::chrono::milliseconds kLookAgain{100};

/// The worker owns its way to the server; the line keeps a hand on it, to cancel.
class SharedTransport final : public sync::Transport {
public:
    explicit SharedTransport(std::shared_ptr<sync::client::HttpTransport> http) : m_http(std::move(http)) {}
    Result<sync::Response> exchange(const sync::Request& request) override {
        return m_http->exchange(request);
    }

private:
    std::shared_ptr<sync::client::HttpTransport> m_http;
};

} // namespace

SyncLine::SyncLine(WorkThread& thread, LaptopDesk& desk, OnState onState)
    : m_thread(thread), m_desk(desk), m_onState(std::move(onState)) {}

SyncLine::~SyncLine() = default;

void SyncLine::start() {
    if (m_worker || !m_desk.unlocked())
        return;
    const auto address = m_desk.book().settings().get(desk::setting::kServerUrl);
    if (!address || !*address || (*address)->empty())
        return;
    m_reaped = false;
    auto& outside = m_desk.outside();
    m_worker = std::make_unique<sync::client::Worker>(
        m_gate, [this] { return makeTransport(); }, outside.clock, outside.random, softwareName("teken"),
        [this](const sync::client::WorkerState& state) {
            m_thread.post([this, state] { m_onState(state); });
        });
}

// On the worker's thread: address and pins are read anew for each round.
Result<std::unique_ptr<sync::Transport>> SyncLine::makeTransport() {
    sync::client::HttpSettings settings;
    Result<> read;
    m_gate.with([&](const sync::client::Local& local) {
        read = [&]() -> Result<> {
            TEKEN_TRY(const auto address, local.book.settings().get(desk::setting::kServerUrl));
            settings.address = address.value_or("");
            TEKEN_TRY(settings.pins, sync::client::certifiedPins(local.ledger));
            return {};
        }();
    });
    TEKEN_CHECK(read);
    TEKEN_TRY(auto made, sync::client::HttpTransport::create(std::move(settings)));
    std::shared_ptr<sync::client::HttpTransport> http = std::move(made);
    {
        const std::lock_guard lock(m_mutex);
        m_transport = http;
    }
    return std::make_unique<SharedTransport>(std::move(http));
}

void SyncLine::Gate::with(const std::function<void(const sync::client::Local&)>& step) {
    Errand errand{step};
    std::unique_lock lock(m_line.m_mutex);
    m_line.m_errand = &errand;
    m_line.m_moved.notify_all(); // stop() may be waiting on the store's thread
    lock.unlock();
    m_line.m_thread.post([line = &m_line] { line->serve(); });
    lock.lock();
    m_line.m_moved.wait(lock, [&] { return errand.done; });
}

void SyncLine::serve() {
    std::unique_lock lock(m_mutex);
    auto* const errand = std::exchange(m_errand, nullptr);
    lock.unlock();
    if (!errand)
        return; // stop() has served it
    // The line is open only while the desk is: stop() comes before lock().
    TEKEN_ASSERT(m_desk.unlocked(), "a step of a round at a locked desk");
    errand->step({m_desk.book(), m_desk.ledger()});
    lock.lock();
    errand->done = true;
    m_moved.notify_all();
}

void SyncLine::stop() {
    if (!m_worker)
        return;
    // The worker's end waits for its step, and its step for this thread: somebody else has to wait.
    std::thread reaper([this, worker = std::move(m_worker)]() mutable {
        worker.reset();
        const std::lock_guard lock(m_mutex);
        m_reaped = true;
        m_moved.notify_all();
    });
    std::unique_lock lock(m_mutex);
    while (!m_reaped) {
        lock.unlock();
        cancel();
        serve();
        lock.lock();
        m_moved.wait_for(lock, kLookAgain, [this] { return m_reaped || m_errand != nullptr; });
    }
    m_transport.reset();
    lock.unlock();
    reaper.join();
}

void SyncLine::sendNow() {
    if (m_worker)
        m_worker->sendNow();
}

void SyncLine::entrySaved() {
    if (m_worker)
        m_worker->entrySaved();
}

void SyncLine::cancel() {
    std::shared_ptr<sync::client::HttpTransport> http;
    {
        const std::lock_guard lock(m_mutex);
        http = m_transport;
    }
    if (http)
        http->cancel();
}

} // namespace teken::app
