#include "core/audit/root_key.h"

#include "core/crypto/hash.h"

#include <optional>

namespace teken::audit {
namespace {
constexpr std::size_t kLeastFingerprint = 32;
} // namespace

Result<std::string> normalFingerprint(const std::string& typed) {
    std::string digits;
    for (const char c : typed) {
        if (c == ' ' || c == '-' || c == ':')
            continue;
        const char lower = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
        if (!((lower >= '0' && lower <= '9') || (lower >= 'a' && lower <= 'f')))
            return fail(ErrorCode::InvalidInput, "audit.fingerprint", "expected hex digits");
        digits += lower;
    }
    if (digits.size() < kLeastFingerprint || digits.size() > 2 * FeedId::kSize)
        return fail(ErrorCode::InvalidInput, "audit.fingerprint",
                    "expected 32 to 64 hex digits, found " + std::to_string(digits.size()));
    return digits;
}

bool namesKey(const std::string& fingerprint, const PublicKey& key) {
    return crypto::feedIdOf(key).hex().starts_with(fingerprint);
}

Error rootAbsent() {
    return {
        ErrorCode::NotFound, "audit.root-absent", "no feed of the root key that the fingerprint names", {}};
}

Result<PublicKey> findRoot(const store::EntryTable& entries, const std::string& typed) {
    TEKEN_TRY(const auto fingerprint, normalFingerprint(typed));
    std::optional<PublicKey> root;
    TEKEN_TRY(const auto feeds, entries.feeds());
    for (const auto& feed : feeds)
        if (namesKey(fingerprint, feed.key))
            root = feed.key;
    if (!root)
        return fail(rootAbsent());
    return *root;
}

} // namespace teken::audit
