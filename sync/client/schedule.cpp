#include "sync/client/schedule.h"

#include <algorithm>
#include <array>

namespace teken::sync::client {

Milliseconds Schedule::jittered(Milliseconds base) {
    std::array<std::uint8_t, 2> bytes{};
    m_random.fill(bytes);
    const std::int64_t dice = bytes[0] * 256 + bytes[1];  // 0..65535
    return base * 4 / 5 + base * 2 * dice / (5 * 65'535); // 80 % to 120 %
}

void Schedule::wanted(Milliseconds now) {
    m_next = std::max(now, m_notBefore);
}

void Schedule::saved(Milliseconds now) {
    if (!backingOff())
        m_next = std::min(m_next, now + kSettle);
}

Milliseconds Schedule::doubled(unsigned times) {
    auto delay = kFirst;
    for (unsigned i = 0; i < times && delay < kMost; ++i)
        delay *= 2;
    return jittered(std::min(delay, kMost));
}

void Schedule::succeeded(Milliseconds now, bool unlogged) {
    m_failures = 0;
    m_notBefore = Milliseconds::min();
    m_next = now + (unlogged ? doubled(m_unlogged) : jittered(kMost));
    m_unlogged = unlogged ? m_unlogged + 1 : 0;
}

void Schedule::failed(Milliseconds now, std::optional<Milliseconds> retryAfter) {
    m_next = now + doubled(m_failures++);
    if (!retryAfter)
        return;
    m_notBefore = now + std::min(*retryAfter, kMost); // a hostile server may not silence us for ever
    m_next = std::max(m_next, m_notBefore);
}

} // namespace teken::sync::client
