// When to try next. No clock and no thread of its own: it is told the time and says how long to wait.
#pragma once

#include "core/base/seams.h"

#include <optional>

namespace teken::sync::client {

class Schedule {
public:
    static constexpr Milliseconds kFirst{5'000};
    static constexpr Milliseconds kMost{15 * 60 * 1'000};
    /// After an entry was saved: so that a busy table sends in batches.
    static constexpr Milliseconds kSettle{3'000};

    explicit Schedule(RandomSource& random) : m_random(random) {}

    /// "Kirim data", the start of the app, or another network: at once, but not before a Retry-After.
    void wanted(Milliseconds now);
    /// Something new waits to be sent: soon, unless a failure has asked for patience.
    void saved(Milliseconds now);
    /// A round ended well: the next one looks for news after kMost; for entries that the centre's log has not
    /// signed for yet (`unlogged`) after 5 s, doubling.
    void succeeded(Milliseconds now, bool unlogged = false);
    /// A round failed: 5 s, doubling to 15 min, ±20 %; never before `retryAfter`.
    void failed(Milliseconds now, std::optional<Milliseconds> retryAfter);

    [[nodiscard]] bool due(Milliseconds now) const { return now >= m_next; }
    [[nodiscard]] Milliseconds wait(Milliseconds now) const {
        return m_next > now ? m_next - now : Milliseconds{0};
    }
    [[nodiscard]] bool backingOff() const { return m_failures > 0; }

private:
    [[nodiscard]] Milliseconds jittered(Milliseconds base);
    [[nodiscard]] Milliseconds doubled(unsigned times);

    RandomSource& m_random;
    Milliseconds m_next{Milliseconds::min()}; // due from the start
    Milliseconds m_notBefore{Milliseconds::min()};
    unsigned m_failures = 0;
    unsigned m_unlogged = 0; ///< rounds in a row
};

} // namespace teken::sync::client
