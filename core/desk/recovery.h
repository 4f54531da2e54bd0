// A forgotten passphrase, without losing unsent signatures: the laptop hands out its data key as it was
// wrapped for the centre; the centre opens it and wraps it anew under a code that is read out over the
// telephone, while the file travels another way. Neither the file nor the code opens anything alone.
#pragma once

#include "core/crypto/box.h"
#include "core/crypto/passphrase.h"
#include "core/store/keyring.h"

#include <string>

namespace teken::desk {

inline constexpr std::size_t kMostRecoveryBytes = 4 * 1024;

/// On the laptop; needs nothing unlocked. NotFound ("recovery.none") when no recipient of the centre was
/// known.
[[nodiscard]] Result<Bytes> askRecovery(store::Book& book);

struct RecoveryAnswer {
    Bytes file;
    std::string
        code; ///< "XXXX-XXXX-XXXX": 60 random bits behind Argon2id; read out, never written to the file
};
/// At the centre. Unauthorized ("recovery.other-recipient") if this is not the recipient it was wrapped for.
[[nodiscard]] Result<RecoveryAnswer> answerRecovery(const crypto::RecipientSecret& secret, ByteView asked,
                                                    const crypto::KdfParams& kdf, RandomSource& random);

/// Back on the laptop: a new passphrase for `holder`, and a new signing key, since the old one rested under
/// the passphrase that is gone. The old feed can still be sent; the new key needs a certificate that succeeds
/// it. Unauthorized ("recovery.wrong-code").
[[nodiscard]] Result<store::Holder> useRecovery(store::Book& book, ByteView answer, std::string_view code,
                                                std::int64_t holder, const crypto::SecretBytes& passphrase,
                                                const crypto::KdfParams& kdf);

} // namespace teken::desk
