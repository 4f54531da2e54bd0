// Who may unlock this book: officers (or admins) with a passphrase and a signing key each, one data key for
// all, and a recovery recipient at the centre. Secret keys never leave the book.
//
// A holder's passphrase opens two things: their signing key, sealed under the passphrase alone, so that no
// other holder of the laptop can sign in their name; and a small box (X25519) to which the data key is
// sealed, so that the data key can be changed without knowing everybody's passphrase. A forgotten passphrase
// therefore loses the signing key, never the data.
//
// Every change is a durable transaction of its own: not to be called inside Book::write().
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
    Keyring(Connection& connection, SealBox& box, RandomSource& random);

    [[nodiscard]] Result<std::vector<Holder>> holders() const;

    /// Makes a signing key for a new holder. In a sealed book the first holder makes the data key; later ones
    /// need the book unlocked ("store.locked"). If nobody is unlocked, the new holder is from now on. Slow:
    /// derives a key from the passphrase. InvalidInput for an empty name, passphrase or absurd parameters.
    [[nodiscard]] Result<Holder> add(const std::string& name, entry::Role role,
                                     const crypto::SecretBytes& passphrase, const crypto::KdfParams& kdf);
    /// Open books (server): the key rests in the file's owner's hands, without passphrase. Current at once,
    /// and again whenever the book is opened. Unsupported ("store.needs-passphrase") in sealed books.
    [[nodiscard]] Result<Holder> addUnprotected(const std::string& name, entry::Role role);

    /// Unauthorized ("store.wrong-passphrase", "store.holder-retired"), NotFound ("store.no-holder"), Corrupt
    /// (altered keys). Slow. Afterwards the book is unlocked for this holder; after an error all is as
    /// before.
    [[nodiscard]] Result<> unlock(std::int64_t holder, const crypto::SecretBytes& passphrase);
    void lock();
    /// The unlocked holder and their key; nullptr while locked.
    [[nodiscard]] const Holder* current() const;
    [[nodiscard]] const crypto::SigningKey* signingKey() const;

    /// Of the current holder. Locked; slow.
    [[nodiscard]] Result<> changePassphrase(const crypto::SecretBytes& passphrase,
                                            const crypto::KdfParams& kdf);
    /// A new signing key for the current holder (after a restored database); the old one is retired, its
    /// secret is forgotten. Locked.
    [[nodiscard]] Result<Holder> renewKey();
    /// Takes another holder's keys away for ever (retired) and rotates the data key: everything sealed is
    /// sealed anew.and the file is cleaned of what was sealed before. Locked, NotFound, Conflict
    /// ("store.holder-current").
    [[nodiscard]] Result<> remove(std::int64_t holder);

    /// Wraps the data key for the centre, so that a forgotten passphrase never loses unsent signatures.
    /// Locked; Unsupported ("store.not-sealed") in open books.
    [[nodiscard]] Result<> setRecovery(const RecipientKey& recipient);
    [[nodiscard]] Result<std::optional<RecipientKey>> recovery() const;
    /// The wrapped data key (crypto::sealTo), to be opened at the centre. NotFound ("store.no-recovery").
    [[nodiscard]] Result<Bytes> recoveryBlob() const;
    /// Unlocks with a data key the centre opened. The forgotten passphrase took the signing key of `holder`
    /// with it: that row is retired, and the new one returned, under the new passphrase, has to be certified
    /// anew. Unauthorized ("store.wrong-data-key"), NotFound.
    [[nodiscard]] Result<Holder> recover(const crypto::SecretBytes& dataKey, std::int64_t holder,
                                         const crypto::SecretBytes& passphrase, const crypto::KdfParams& kdf);

    /// This laptop's own X25519 key, for files sealed to it. Made with the first holder; NotFound before.
    [[nodiscard]] Result<RecipientKey> recipientKey() const;
    [[nodiscard]] Result<crypto::RecipientSecret> recipientSecret() const; ///< needs the book unlocked

private:
    friend class Book;
    struct Unlocked;
    struct NewHolder;
    /// When a book is opened: an unprotected holder's key is taken up.
    [[nodiscard]] Result<> start();
    [[nodiscard]] Result<Unlocked> openHolder(std::int64_t holder,
                                              const crypto::SecretBytes& passphrase) const;
    [[nodiscard]] Result<NewHolder> makeHolder(const std::string& name, entry::Role role,
                                               const crypto::SecretBytes& passphrase,
                                               const crypto::KdfParams& kdf) const;
    [[nodiscard]] Result<> makeRecipient();
    [[nodiscard]] Result<> rewrapDataKey(const crypto::SecretBytes& dataKey);
    void take(NewHolder made);

    Connection& m_connection;
    SealBox& m_box;
    RandomSource& m_random;
    std::optional<Holder> m_current;
    std::optional<crypto::SigningKey> m_key;
    std::optional<crypto::SecretBytes> m_passphraseKey; // seals what renewKey() makes
};

} // namespace teken::store
