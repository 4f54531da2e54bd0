// The background sender, with real threads and a line in memory.
#include "core/base/system.h"
#include "sync/client/worker.h"
#include "tests/support/sync_world.h"

#include <gtest/gtest.h>

#include <future>

namespace teken::test {
namespace {

using namespace std::chrono_literals;
using sync::client::Worker;
using sync::client::WorkerState;

/// Remembers states and lets the test wait for one.
class Watcher {
public:
    Worker::OnChange listener() {
        return [this](const WorkerState& state) {
            {
                const std::lock_guard lock(m_mutex);
                m_states.push_back(state);
            }
            m_changed.notify_all();
        };
    }
    /// The first state from now on for which `wanted` holds.
    std::optional<WorkerState> waitFor(const std::function<bool(const WorkerState&)>& wanted) {
        std::unique_lock lock(m_mutex);
        std::optional<WorkerState> found;
        m_changed.wait_for(lock, 60s, [&] {
            for (; m_seen < m_states.size() && !found; ++m_seen)
                if (wanted(m_states[m_seen]))
                    found = m_states[m_seen];
            return found.has_value();
        });
        return found;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<WorkerState> m_states;
    std::size_t m_seen = 0;
};

/// Hands the laptop's faulty line to the worker, round after round.
class Borrowed final : public sync::Transport {
public:
    explicit Borrowed(sync::Transport& inner) : m_inner(inner) {}
    Result<sync::Response> exchange(const sync::Request& request) override {
        return m_inner.exchange(request);
    }

private:
    sync::Transport& m_inner;
};

class WorkerTest : public testing::Test {
protected:
    SyncWorld world;
    LaptopNode& laptop = world.laptop("Pak A");
    sync::client::DirectGate gate{laptop.book(), laptop.ledger()};
    SystemClock clock;
    SeededRandom random{7};
    Watcher watcher;

    std::unique_ptr<Worker> start() {
        return std::make_unique<Worker>(
            gate,
            [this]() -> Result<std::unique_ptr<sync::Transport>> {
                return std::make_unique<Borrowed>(laptop.transport);
            },
            clock, random, "test", watcher.listener());
    }
    static bool ended(const WorkerState& state) { return !state.running && state.last && state.nextTry; }
};

TEST_F(WorkerTest, SendsWhenTheAppStartsAndSaysWhenItWillTryNext) {
    laptop.openSession();
    auto worker = start();
    const auto state = watcher.waitFor(ended);
    worker.reset();
    ASSERT_TRUE(state);
    ASSERT_TRUE(state->last->ok()) << describe(*state->last->error);
    EXPECT_TRUE(state->lastContact);
    EXPECT_EQ(laptop.received(), 1U);
}

TEST_F(WorkerTest, TellsWhyItFailedAndTriesAtOnceWhenTheNetworkChanges) {
    laptop.openSession();
    laptop.transport.script = {Fault::CaptivePortal};
    auto worker = start();
    const auto failed = watcher.waitFor(ended);
    ASSERT_TRUE(failed);
    EXPECT_EQ(failed->last->error->reason, "sync.captive-portal");
    EXPECT_FALSE(failed->lastContact);
    worker->networkChanged();
    const auto state = watcher.waitFor([](const WorkerState& it) { return ended(it) && it.last->ok(); });
    worker.reset();
    EXPECT_TRUE(state);
    EXPECT_EQ(laptop.received(), 1U);
}

TEST_F(WorkerTest, SendsAtOnceWhenAskedByHand) {
    auto worker = start();
    ASSERT_TRUE(watcher.waitFor(ended));
    worker->sendNow();
    EXPECT_TRUE(watcher.waitFor([](const WorkerState& state) { return state.running; }));
    EXPECT_TRUE(watcher.waitFor(ended));
}

TEST_F(WorkerTest, PlaysARoundOfItsOwnForAPressDuringAFailingOne) {
    laptop.openSession();
    std::promise<Worker*> made;
    auto pressed = made.get_future();
    laptop.transport.otherwise = [&, first = true](const sync::Request&) mutable {
        if (!std::exchange(first, false))
            return Fault::None;
        pressed.get()->sendNow();
        return Fault::CaptivePortal;
    };
    auto worker = start();
    made.set_value(worker.get());
    const auto state = watcher.waitFor(ended);
    worker.reset();
    ASSERT_TRUE(state);
    EXPECT_TRUE(state->last->ok()) << "no waiting in between";
    EXPECT_EQ(laptop.received(), 1U);
}

TEST_F(WorkerTest, StopsInTheMiddleOfARound) {
    std::promise<void> asked;
    laptop.transport.otherwise = [&, told = false](const sync::Request&) mutable {
        if (!std::exchange(told, true))
            asked.set_value();
        return Fault::None;
    };
    auto worker = start();
    asked.get_future().wait();
    worker.reset(); // must come back
    SUCCEED();
}

} // namespace
} // namespace teken::test
