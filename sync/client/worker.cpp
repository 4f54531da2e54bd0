#include "sync/client/worker.h"

namespace teken::sync::client {

namespace {

/// The thread looks up at least this often: a laptop that slept does not notice that time went by.
constexpr Milliseconds kMostSleep{30'000};

/// Lets nothing out any more once the worker is to stop.
class StoppableTransport final : public Transport {
public:
    StoppableTransport(Transport& inner, std::function<bool()> stopping)
        : m_inner(inner), m_stopping(std::move(stopping)) {}
    Result<Response> exchange(const Request& request) override {
        if (m_stopping())
            return fail(ErrorCode::Cancelled, "sync.cancelled", "the program is closing");
        return m_inner.exchange(request);
    }

private:
    Transport& m_inner;
    std::function<bool()> m_stopping;
};

bool reachedServer(const RoundReport& report) {
    return report.clockOffset.has_value(); // a verified hello
}

} // namespace

Worker::Worker(BookGate& gate, MakeTransport makeTransport, const Clock& clock, RandomSource& random,
               std::string software, OnChange onChange)
    : m_gate(gate), m_makeTransport(std::move(makeTransport)), m_clock(clock), m_random(random),
      m_software(std::move(software)), m_onChange(std::move(onChange)), m_schedule(random),
      m_thread([this] { run(); }) {}

Worker::~Worker() {
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

void Worker::sendNow() {
    {
        const std::lock_guard lock(m_mutex);
        m_byHand = true;
        m_schedule.wanted(m_clock.monotonic());
    }
    m_wake.notify_all();
}

void Worker::networkChanged() {
    {
        const std::lock_guard lock(m_mutex);
        m_schedule.wanted(m_clock.monotonic());
    }
    m_wake.notify_all();
}

void Worker::entrySaved() {
    {
        const std::lock_guard lock(m_mutex);
        m_schedule.saved(m_clock.monotonic());
    }
    m_wake.notify_all();
}

void Worker::changed(std::unique_lock<std::mutex>& lock) {
    const auto state = m_state;
    lock.unlock();
    if (m_onChange)
        m_onChange(state);
    lock.lock();
}

void Worker::run() {
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        const auto wait = m_schedule.wait(m_clock.monotonic());
        if (wait == Milliseconds{0}) {
            playRound(lock, std::exchange(m_byHand, false));
            continue;
        }
        const auto nextTry = m_clock.now() + wait;
        if (m_state.nextTry != nextTry) {
            m_state.nextTry = nextTry;
            changed(lock);
            if (m_stopping || m_schedule.due(m_clock.monotonic()))
                continue;
        }
        m_wake.wait_for(lock, std::min(wait, kMostSleep));
    }
}

void Worker::playRound(std::unique_lock<std::mutex>& lock, bool byHand) {
    m_state.running = true;
    m_state.nextTry.reset();
    changed(lock);
    lock.unlock();
    RoundReport report;
    auto transport = m_makeTransport();
    if (transport) {
        StoppableTransport stoppable(**transport, [this] {
            const std::lock_guard stopLock(m_mutex);
            return m_stopping;
        });
        report = runRound(m_gate, stoppable, m_clock, m_memory, m_random, {byHand, m_software},
                          [this](const Progress& progress) {
                              std::unique_lock progressLock(m_mutex);
                              m_state.progress = progress;
                              changed(progressLock);
                          });
    } else {
        report.error = std::move(transport).error();
        report.advice = adviceFor(*report.error);
    }
    lock.lock();
    const auto now = m_clock.monotonic();
    if (report.ok())
        m_schedule.succeeded(now, report.notLogged > 0);
    else
        m_schedule.failed(now, report.retryAfter);
    // Pressed while the round was under way, perhaps past the step that mattered: a round of its own, unless
    // somebody has stopped it since.
    const bool stopped = report.error && report.error->code == ErrorCode::Cancelled;
    m_byHand = m_byHand && !stopped;
    if (m_byHand)
        m_schedule.wanted(now);
    if (reachedServer(report))
        m_state.lastContact = m_clock.now();
    m_state.last = std::move(report);
    m_state.running = false;
    changed(lock);
}

} // namespace teken::sync::client
