// The server's TLS key and certificate: made once at init, named by the SHA-256 of its public key.
#pragma once

#include "core/base/seams.h"

#include <string>
#include <vector>

namespace teken::sync::server {

struct TlsIdentity {
    std::string certificatePem;
    std::string keyPem; ///< secret: crypto::wipe() it after writing
    Digest pin;         ///< SHA-256 of SubjectPublicKeyInfo: what laptops compare
};

/// A P-256 key and a certificate signed with it, for these names (DNS names or IP addresses), valid for ten
/// years: laptops go by the pin, browsers will ask.
[[nodiscard]] Result<TlsIdentity> makeTlsIdentity(const std::vector<std::string>& names, WallTime now,
                                                  RandomSource& random);

/// Checks that both files can be read and belong together. NotFound, InvalidInput ("tls.certificate",
/// "tls.key"), Conflict ("tls.pair").
[[nodiscard]] Result<Digest> pinOfFiles(FileSystem& files, const FileSystem::Path& certificate,
                                        const FileSystem::Path& key);

} // namespace teken::sync::server
