// Who may unlock this book: officers (or admins) with a passphrase and a signing key each, one data key for
// all, and a recovery recipient at the centre. Secret keys never leave the book.
#pragma once

#include "core/crypto/box.h"
#include "core/crypto/keys.h"
#include "core/crypto/passphrase.h"
#include "core/entry/kinds.h"
#include "core/store/book.h"

#include <optional>
#include <vector>

namespace teken::store {

struct Holder {
    std::int64_t id = 0;                   ///< local number of the row
    std::string name;                      ///< as shown on the unlock screen, before anything is unlocked
    entry::Role role = entry::Role::Field; ///< Field, Admin or (server's book) Server
    PublicKey key;
    FeedId feed;
    bool retired = false; ///< a replaced key: kept to show its feed, never signs again
};

class Keyring {
public:
    explicit Keyring(Connection& connection, SealBox& box, RandomSource& random);

    [[nodiscard]] Result<std::vector<Holder>> holders() const;

    /// Makes a signing key for a new holder. In a sealed book the first holder makes the data key; later ones
    /// need the book unlocked ("store.locked"). Slow: derives a key from the passphrase.
    [[nodiscard]] Result<Holder> add(const std::string& name, entry::Role role,
                                     const crypto::SecretBytes& passphrase, const crypto::KdfParams& kdf);
    /// Open books (server): the key rests in the file's owner's hands, without passphrase.
    [[nodiscard]] Result<Holder> addUnprotected(const std::string& name, entry::Role role);

    /// Unauthorized ("store.wrong-passphrase"). Slow. Afterwards the book is unlocked for this holder.
    [[nodiscard]] Result<> unlock(std::int64_t holder, const crypto::SecretBytes& passphrase);
    void lock();
    /// The unlocked holder and their key; nullptr while locked.
    [[nodiscard]] const Holder* current() const;
    [[nodiscard]] const crypto::SigningKey* signingKey() const;

    [[nodiscard]] Result<> changePassphrase(const crypto::SecretBytes& passphrase,
                                            const crypto::KdfParams& kdf);
    /// A new signing key for the current holder (after a restored database); the old one is retired.
    [[nodiscard]] Result<Holder> renewKey();
    /// Removes another holder and rotates the data key: everything sealed is sealed anew.
    [[nodiscard]] Result<> remove(std::int64_t holder);

    /// Wraps the data key for the centre, so that a forgotten passphrase never loses unsent signatures.
    [[nodiscard]] Result<> setRecovery(const RecipientKey& recipient);
    [[nodiscard]] Result<std::optional<RecipientKey>> recovery() const;
    /// The wrapped data key, to be opened at the centre.
    [[nodiscard]] Result<Bytes> recoveryBlob() const;
    /// Unlocks with a data key the centre opened, and sets a new passphrase for `holder`. Unauthorized.
    [[nodiscard]] Result<> recover(const crypto::SecretBytes& dataKey, std::int64_t holder,
                                   const crypto::SecretBytes& passphrase, const crypto::KdfParams& kdf);

    /// This laptop's own X25519 key, for files sealed to it. Made with the first holder.
    [[nodiscard]] Result<RecipientKey> recipientKey() const;
    [[nodiscard]] Result<crypto::RecipientSecret> recipientSecret() const; ///< needs the book unlocked

private:
    Connection& m_connection;
    SealBox& m_box;
    RandomSource& m_random;
    std::optional<Holder> m_current;
    std::optional<crypto::SigningKey> m_key;
};

} // namespace teken::store
