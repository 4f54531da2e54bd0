// The witness's key at rest: one line of text, readable by its owner alone (FORMAT.md section 4).
#pragma once

#include "core/log/note.h"

namespace teken::sync::cosigner {

inline constexpr std::size_t kMostKeyFileBytes = 512;

struct CosignerKey {
    std::string name;
    crypto::SigningKey key;

    [[nodiscard]] log::VerifierKey verifier() const {
        return {name, log::SignatureType::Cosignature, key.publicKey()};
    }
};

/// "PRIVATE+KEY+name+hash+base64(0x04 || seed)" and a line end. InvalidInput ("note.name").
[[nodiscard]] Result<crypto::SecretBytes> formatKeyFile(const CosignerKey& key);
/// InvalidInput ("cosigner.key-format"): cut, altered, or another program's file.
[[nodiscard]] Result<CosignerKey> parseKeyFile(std::string_view text);

} // namespace teken::sync::cosigner
