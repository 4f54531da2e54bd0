// How often the public page may be asked: so many times a minute for each address, and for all together.
// Addresses are remembered as salted hashes, in memory only, for about a minute.
#pragma once

#include "core/base/seams.h"

#include <mutex>
#include <optional>
#include <string_view>
#include <unordered_map>

namespace teken::sync::server {

struct CheckLimits {
    std::size_t perAddress = 20; ///< a minute
    std::size_t together = 600;  ///< a minute
};

/// Thread-safe.
class CheckLimit {
public:
    CheckLimit(const CheckLimits& limits, const Clock& clock, RandomSource& random);

    /// Nullopt: go on. Else how long this caller should wait; asking again meanwhile costs nothing more.
    [[nodiscard]] std::optional<std::chrono::seconds> take(std::string_view address);

    static constexpr std::size_t kMostAddresses = 20'000;

private:
    /// Fills evenly; full at first.
    struct Bucket {
        double level = 0;
        Milliseconds at{};
    };
    [[nodiscard]] static std::chrono::seconds waitFor(Bucket& bucket, std::size_t perMinute,
                                                      Milliseconds now);
    void forgetIdle(Milliseconds now);

    CheckLimits m_limits;
    const Clock& m_clock;
    Salt m_salt;
    std::mutex m_mutex; ///< guards what follows
    Bucket m_together;
    std::unordered_map<Digest, Bucket> m_addresses;
};

/// Of IPv6 the network of 64 bits, because one caller has a whole one; else as it is.
[[nodiscard]] std::string_view limitedPart(std::string_view address);

} // namespace teken::sync::server
