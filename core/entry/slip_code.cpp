#include "core/entry/slip_code.h"

#include "core/crypto/hash.h"
#include "core/entry/entry.h"

namespace teken::entry {
namespace {

constexpr std::string_view kCodeSeed = "teken/slip-code/v1\n";
constexpr std::size_t kIdDigits = 5;      // 25 bits that find the record
constexpr std::size_t kSecretDigits = 11; // 55 bits that nobody has who has not seen the payload
constexpr std::size_t kCodeDigits = kIdDigits + kSecretDigits + 1;
constexpr std::string_view kDigits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// In the field of 32 elements, with x^5 + x^2 + 1.
unsigned timesAlpha(unsigned value) {
    value <<= 1;
    return (value & 32U) != 0 ? value ^ 0x25U : value;
}

/// One wrong digit, or two neighbours swapped, always give another one.
char checkDigit(std::string_view digits) {
    unsigned sum = 0;
    for (const char digit : digits)
        sum = timesAlpha(sum ^ static_cast<unsigned>(kDigits.find(digit)));
    return kDigits[sum];
}

std::string grouped(const std::string& digits) {
    return digits.substr(0, 4) + "-" + digits.substr(4, 4) + "-" + digits.substr(8, 4) + "-" +
           digits.substr(12);
}

char normal(char c) {
    if (c >= 'a' && c <= 'z')
        c = static_cast<char>(c - 'a' + 'A');
    if (c == 'O')
        return '0';
    return c == 'I' || c == 'L' ? '1' : c;
}

} // namespace

std::string slipCode(ByteView payload) {
    const auto secret = crypto::Sha256().add(kCodeSeed).add(payload).finish();
    auto digits = encodeBase32(entryIdOf(payload).view()).substr(0, kIdDigits) +
                  encodeBase32(secret.view()).substr(0, kSecretDigits);
    digits += checkDigit(digits);
    return grouped(digits);
}

Result<std::string> readSlipCode(std::string_view typed) {
    constexpr std::size_t kMostTyped = 100;
    std::string digits;
    for (const char c : typed.substr(0, kMostTyped)) {
        if (c == ' ' || c == '-' || c == '\t' || c == '\r' || c == '\n')
            continue;
        digits += normal(c);
    }
    if (typed.size() > kMostTyped || digits.size() != kCodeDigits ||
        digits.find_first_not_of(kDigits) != std::string::npos)
        return fail(ErrorCode::InvalidInput, "slip.code-form",
                    "expected the seventeen letters and digits of a slip's code");
    const auto body = std::string_view(digits).substr(0, kCodeDigits - 1);
    if (checkDigit(body) != digits.back())
        return fail(ErrorCode::InvalidInput, "slip.code-check",
                    "expected another last character after these sixteen");
    return grouped(digits);
}

IdRange idsOfSlipCode(std::string_view code) {
    constexpr std::size_t kIdBits = 5 * kIdDigits;
    std::uint32_t bits = 0;
    for (const char c : code.substr(0, kIdDigits + 1)) // with the dash inside
        if (c != '-')
            bits = bits << 5 | static_cast<std::uint32_t>(kDigits.find(c));
    IdRange range;
    range.last.bytes.fill(0xff);
    const std::uint32_t low = bits << (32 - kIdBits);
    const std::uint32_t high = low | ((1U << (32 - kIdBits)) - 1);
    for (std::size_t i = 0; i < 4; ++i) {
        range.first.bytes[i] = static_cast<std::uint8_t>(low >> (24 - 8 * i));
        range.last.bytes[i] = static_cast<std::uint8_t>(high >> (24 - 8 * i));
    }
    return range;
}

} // namespace teken::entry
