#include "sync/cosigner/key_file.h"

namespace teken::sync::cosigner {
namespace {

constexpr std::string_view kStart = "PRIVATE+KEY+";
constexpr auto kType = static_cast<std::uint8_t>(log::SignatureType::Cosignature);

tl::unexpected<Error> bad(const char* message) {
    return fail(ErrorCode::InvalidInput, "cosigner.key-format", message);
}

} // namespace

Result<crypto::SecretBytes> formatKeyFile(const CosignerKey& key) {
    if (!log::isNoteName(key.name))
        return fail(ErrorCode::InvalidInput, "note.name", "expected a name without white space or '+'");
    const auto seed = key.key.seed();
    Bytes blob{kType};
    blob.insert(blob.end(), seed.view().begin(), seed.view().end());
    std::string secret = encodeBase64(blob);
    std::string text =
        std::string(kStart) + key.name + "+" + encodeHex(key.verifier().hash()) + "+" + secret + "\n";
    auto kept = crypto::SecretBytes::copyOf(view(text));
    crypto::wipe(blob);
    crypto::wipe(secret);
    crypto::wipe(text);
    return kept;
}

Result<CosignerKey> parseKeyFile(std::string_view text) {
    if (text.size() > kMostKeyFileBytes || !text.starts_with(kStart) || !text.ends_with('\n'))
        return bad("expected one line that begins with PRIVATE+KEY+");
    text.remove_prefix(kStart.size());
    text.remove_suffix(1);
    const auto first = text.find('+');
    const auto second = first == std::string_view::npos ? first : text.find('+', first + 1);
    if (second == std::string_view::npos || !log::isNoteName(text.substr(0, first)))
        return bad("expected name, hash and key");
    log::KeyHash hash{};
    if (!decodeHex(text.substr(first + 1, second - first - 1), hash))
        return bad("expected a hash of 8 hex digits");
    auto blob = decodeBase64(text.substr(second + 1));
    if (!blob || blob->size() != 1 + crypto::SigningKey::kSeedBytes || blob->front() != kType)
        return bad("expected a seed of 32 bytes for a cosigner");
    auto key = crypto::SigningKey::fromSeed(ByteView(*blob).subspan(1));
    crypto::wipe(*blob);
    if (!key)
        return fail(key.error());
    CosignerKey result{std::string(text.substr(0, first)), *std::move(key)};
    if (result.verifier().hash() != hash)
        return bad("the hash is not the one of name and key");
    return result;
}

} // namespace teken::sync::cosigner
