// From the fingerprint that a person typed to the key it names.
#pragma once

#include "core/crypto/keys.h"
#include "core/store/entries.h"

#include <string>

namespace teken::audit {

/// 32 to 64 lowercase hex digits: spaces, dashes and colons are dropped. InvalidInput ("audit.fingerprint").
[[nodiscard]] Result<std::string> normalFingerprint(const std::string& typed);

/// Does the fingerprint, normal, name this key?
[[nodiscard]] bool namesKey(const std::string& fingerprint, const PublicKey& key);

/// NotFound ("audit.root-absent").
[[nodiscard]] Error rootAbsent();

/// The key whose hash begins so, out of what is stored: its hash is its proof. NotFound
/// ("audit.root-absent").
[[nodiscard]] Result<PublicKey> findRoot(const store::EntryTable& entries, const std::string& typed);

} // namespace teken::audit
