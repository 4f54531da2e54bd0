#include "core/crypto/random.h"

#include "core/crypto/keys.h"

#include <sodium.h>

namespace teken::crypto {
namespace {

// A point of mixed order (the base point plus a point of order two). libsodium without the fix for
// CVE-2025-69277 takes it for a good key.
constexpr std::string_view kMixedOrderPoint = "95999999999999999999999999999999999999999999999999999999999999"
                                              "99";

} // namespace

Result<> start() {
    if (sodium_init() < 0)
        return fail(ErrorCode::Internal, "crypto.unavailable", "libsodium could not start");
    const auto mixed = PublicKey::fromHex(kMixedOrderPoint);
    if (!mixed || vetPublicKey(*mixed))
        return fail(ErrorCode::Internal, "crypto.unsafe-library",
                    "libsodium accepts points of mixed order (CVE-2025-69277); install the security update");
    return {};
}

void SystemRandom::fill(std::span<std::uint8_t> into) {
    randombytes_buf(into.data(), into.size());
}

} // namespace teken::crypto
