// Randomness of the operating system, through libsodium.
#pragma once

#include "core/base/seams.h"

namespace teken::crypto {

/// Call once in main() before anything else of this room; a second call does nothing.
/// Fails (Internal, "crypto.unavailable") if libsodium cannot start or accepts keys it must not accept.
[[nodiscard]] Result<> start();

class SystemRandom final : public RandomSource {
public:
    void fill(std::span<std::uint8_t> into) override;
};

} // namespace teken::crypto
