// cosignature/v1 (C2SP): an independent witness says when it saw a checkpoint.
#pragma once

#include "core/log/note.h"

namespace teken::log {

struct Cosignature {
    std::uint64_t time = 0; ///< seconds since 1970, as the cosigner's clock says
    Signature signature;
};

/// "cosignature/v1\ntime N\n" and the whole checkpoint text
[[nodiscard]] std::string cosignedMessage(std::uint64_t time, std::string_view checkpointText);

/// uint64be time || 64 bytes of signature. InvalidInput ("cosignature.length").
[[nodiscard]] Result<Cosignature> decodeCosignature(ByteView blob);
[[nodiscard]] Bytes encodeCosignature(const Cosignature& cosignature);

/// The line a cosigner adds to a checkpoint note. InvalidInput ("note.name", "cosignature.text").
[[nodiscard]] Result<SignatureLine> cosign(std::string_view checkpointText, const std::string& name,
                                           const crypto::SigningKey& key, std::uint64_t time);

} // namespace teken::log
