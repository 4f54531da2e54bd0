#include "core/log/cosignature.h"

#include <algorithm>

namespace teken::log {

std::string cosignedMessage(std::uint64_t time, std::string_view checkpointText) {
    return "cosignature/v1\ntime " + std::to_string(time) + "\n" + std::string(checkpointText);
}

Result<Cosignature> decodeCosignature(ByteView blob) {
    if (blob.size() != 8 + Signature::kSize)
        return fail(ErrorCode::InvalidInput, "cosignature.length",
                    "expected 72 bytes, found " + std::to_string(blob.size()));
    Cosignature cosignature;
    for (const auto byte : blob.first(8))
        cosignature.time = cosignature.time << 8 | byte;
    TEKEN_TRY(cosignature.signature, Signature::fromBytes(blob.subspan(8)));
    return cosignature;
}

Bytes encodeCosignature(const Cosignature& cosignature) {
    Bytes blob(8 + Signature::kSize);
    for (unsigned i = 0; i < 8; ++i)
        blob[i] = static_cast<std::uint8_t>(cosignature.time >> (56 - 8 * i));
    std::ranges::copy(cosignature.signature.bytes, blob.begin() + 8);
    return blob;
}

Result<SignatureLine> cosign(std::string_view checkpointText, const std::string& name,
                             const crypto::SigningKey& key, std::uint64_t time) {
    if (!isNoteName(name))
        return fail(ErrorCode::InvalidInput, "note.name", "expected a name without white space");
    if (!checkpointText.ends_with('\n'))
        return fail(ErrorCode::InvalidInput, "cosignature.text", "expected a checkpoint text");
    const VerifierKey verifier{name, SignatureType::Cosignature, key.publicKey()};
    const Cosignature cosignature{time, key.sign(view(cosignedMessage(time, checkpointText)))};
    return signatureLine(verifier, encodeCosignature(cosignature));
}

} // namespace teken::log
