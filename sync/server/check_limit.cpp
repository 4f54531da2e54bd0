#include "sync/server/check_limit.h"

#include "core/crypto/hash.h"

#include <algorithm>
#include <cmath>

namespace teken::sync::server {
namespace {

constexpr Milliseconds kMinute{60'000};

double filled(double level, Milliseconds since, std::size_t perMinute) {
    const auto most = static_cast<double>(perMinute);
    return std::min(most,
                    level + most * static_cast<double>(since.count()) / static_cast<double>(kMinute.count()));
}

} // namespace

CheckLimit::CheckLimit(const CheckLimits& limits, const Clock& clock, RandomSource& random)
    : m_limits(limits), m_clock(clock),
      m_salt(random.make<Salt>()), m_together{static_cast<double>(limits.together), clock.monotonic()} {}

std::chrono::seconds CheckLimit::waitFor(Bucket& bucket, std::size_t perMinute, Milliseconds now) {
    bucket.level = filled(bucket.level, std::max(now - bucket.at, Milliseconds{0}), perMinute);
    bucket.at = now;
    if (bucket.level >= 1)
        return std::chrono::seconds(0);
    const double seconds = (1 - bucket.level) * 60 / static_cast<double>(perMinute);
    return std::chrono::seconds(std::max(1L, std::lround(std::ceil(seconds))));
}

void CheckLimit::forgetIdle(Milliseconds now) {
    if (m_addresses.size() < kMostAddresses)
        return;
    std::erase_if(m_addresses, [&](const auto& one) { return now - one.second.at > kMinute; });
    if (m_addresses.size() >= kMostAddresses)
        m_addresses.clear(); // a flood from everywhere is held by the limit for all together
}

std::optional<std::chrono::seconds> CheckLimit::take(std::string_view address) {
    const auto name = crypto::Sha256().add(m_salt.view()).add(limitedPart(address)).finish();
    const auto now = m_clock.monotonic();
    const std::lock_guard lock(m_mutex);
    forgetIdle(now);
    auto& own =
        m_addresses.try_emplace(name, Bucket{static_cast<double>(m_limits.perAddress), now}).first->second;
    const auto wait =
        std::max(waitFor(own, m_limits.perAddress, now), waitFor(m_together, m_limits.together, now));
    if (wait.count() > 0)
        return wait;
    own.level -= 1;
    m_together.level -= 1;
    return std::nullopt;
}

std::string_view limitedPart(std::string_view address) {
    constexpr int kGroups = 4;                       // of 16 bits
    if (address.find('.') != std::string_view::npos) // IPv4, also inside IPv6
        return address;
    std::size_t end = 0;
    for (int group = 0; group < kGroups; ++group) {
        const auto colon = address.find(':', end);
        if (colon == std::string_view::npos)
            return address;
        if (address.substr(colon).starts_with("::"))
            return address.substr(0, colon);
        end = colon + 1;
    }
    return address.substr(0, end - 1);
}

} // namespace teken::sync::server
