#include "core/store/keyring.h"

#include "core/crypto/aead.h"
#include "core/store/holder_rows.h"
#include "core/store/resealing.h"
#include "core/store/seal_box.h"

namespace teken::store {

/// What a passphrase opened.
struct Keyring::Unlocked {
    Holder holder;
    crypto::SigningKey key;
    std::optional<crypto::SecretBytes> passphraseKey;
    std::optional<crypto::SecretBytes> dataKey;
};

/// A holder not written yet.
struct Keyring::NewHolder {
    HolderRow row;
    crypto::SigningKey key;
    std::optional<crypto::SecretBytes> passphraseKey;
};

namespace {

constexpr std::size_t kMostNameBytes = 480; // 120 letters

Cell recipientCell(const RecipientKey& key) {
    return {"recipient", "seed", key.hex()};
}

struct RecipientRow {
    RecipientKey key;
    Bytes seed;
};

Result<std::optional<RecipientRow>> findRecipient(Connection& connection) {
    auto cells = connection.query("SELECT key, seed FROM recipient");
    TEKEN_TRY(const bool here, cells.next());
    if (!here)
        return std::optional<RecipientRow>{};
    RecipientRow row;
    TEKEN_TRY(row.key, cells.fixed<RecipientKey>(0));
    row.seed = toBytes(cells.bytes(1));
    return std::optional<RecipientRow>(std::move(row));
}

crypto::SecretBytes newDataKey(RandomSource& random) {
    crypto::SecretBytes key(crypto::kSealKeyBytes);
    random.fill(key.writable());
    return key;
}

tl::unexpected<Error> alteredKeys(std::int64_t holder) {
    return fail(ErrorCode::Corrupt, "store.keys-altered",
                "the stored keys of holder " + std::to_string(holder) + " do not belong together");
}

// Is this the key under which the book is sealed? The laptop's own recipient secret tells; it is there since
// the first holder.
Result<bool> isDataKey(Connection& connection, const crypto::SecretBytes& key) {
    if (key.size() != crypto::kSealKeyBytes)
        return false;
    TEKEN_TRY(const auto recipient, findRecipient(connection));
    if (!recipient)
        return false;
    const auto context = recipientCell(recipient->key).context();
    return crypto::openSecret(key, recipient->seed, view(context)).has_value();
}

Result<> checkName(const std::string& name) {
    if (name.empty() || name.size() > kMostNameBytes || !isUtf8(name))
        return fail(ErrorCode::InvalidInput, "store.holder-name",
                    "expected a name of 1 to " + std::to_string(kMostNameBytes) + " bytes of UTF-8");
    return {};
}

// Seals a signing key and a box under a passphrase's key.
void sealKeys(HolderRow& row, RandomSource& random, const crypto::SecretBytes& passphraseKey,
              const crypto::SigningKey& key, const crypto::RecipientSecret& box) {
    const auto& name = row.holder.key;
    row.box = box.publicKey();
    row.boxSeed = crypto::seal(passphraseKey, random, box.seed().view(), holderContext("box_seed", name));
    row.seed = crypto::seal(passphraseKey, random, key.seed().view(), holderContext("seed", name));
}

Result<crypto::SigningKey> keyFromSeed(const HolderRow& row, ByteView seed) {
    auto key = crypto::SigningKey::fromSeed(seed);
    if (!key || key->publicKey() != row.holder.key)
        return alteredKeys(row.holder.id);
    return key;
}

} // namespace

Keyring::Keyring(Connection& connection, SealBox& box, RandomSource& random)
    : m_connection(connection), m_box(box), m_random(random) {}

Result<> Keyring::start() {
    if (m_box.protection() == Protection::Sealed)
        return {};
    TEKEN_TRY(const auto rows, HolderRows(m_connection).all());
    for (const auto& row : rows)
        if (!row.holder.retired && !row.kdf)
            return unlock(row.holder.id, {});
    return {};
}

Result<std::vector<Holder>> Keyring::holders() const {
    TEKEN_TRY(auto rows, HolderRows(m_connection).all());
    std::vector<Holder> holders;
    for (auto& row : rows)
        holders.push_back(std::move(row.holder));
    return holders;
}

const Holder* Keyring::current() const {
    return m_current ? &*m_current : nullptr;
}

const crypto::SigningKey* Keyring::signingKey() const {
    return m_key ? &*m_key : nullptr;
}

void Keyring::lock() {
    m_box.lock();
    m_key.reset();
    m_passphraseKey.reset();
    m_current.reset();
}

// --- new holders -------------------------------------------------------------------------------------------

Result<Keyring::NewHolder> Keyring::makeHolder(const std::string& name, entry::Role role,
                                               const crypto::SecretBytes& passphrase,
                                               const crypto::KdfParams& kdf) const {
    TEKEN_CHECK(checkName(name));
    TEKEN_TRY(auto passphraseKey, crypto::deriveKey(passphrase, kdf));
    auto key = crypto::SigningKey::generate(m_random);
    const auto box = crypto::RecipientSecret::generate(m_random);
    NewHolder made{{}, std::move(key), std::move(passphraseKey)};
    made.row.holder = {0, name, role, made.key.publicKey(), made.key.feedId(), false};
    made.row.kdf = kdf;
    sealKeys(made.row, m_random, *made.passphraseKey, made.key, box);
    if (m_box.protection() == Protection::Sealed) {
        TEKEN_CHECK(m_box.needUnlocked());
        TEKEN_TRY(made.row.dataKey, crypto::sealTo(box.publicKey(), m_box.dataKey()->view()));
    }
    return made;
}

void Keyring::take(NewHolder made) {
    m_current = std::move(made.row.holder);
    m_key = std::move(made.key);
    m_passphraseKey = std::move(made.passphraseKey);
}

Result<> Keyring::makeRecipient() {
    TEKEN_TRY(const auto here, findRecipient(m_connection));
    if (here)
        return {};
    const auto secret = crypto::RecipientSecret::generate(m_random);
    TEKEN_TRY(const auto seed, m_box.seal(secret.seed().view(), recipientCell(secret.publicKey())));
    return m_connection.query("INSERT INTO recipient (one, key, seed) VALUES (1, ?1, ?2)")
        .bind(secret.publicKey())
        .bind(seed)
        .run();
}

Result<Holder> Keyring::add(const std::string& name, entry::Role role, const crypto::SecretBytes& passphrase,
                            const crypto::KdfParams& kdf) {
    TEKEN_TRY(const auto recipient, findRecipient(m_connection));
    const bool first = !recipient && m_box.locked();
    if (first) // nothing can have been sealed yet
        m_box.unlock(newDataKey(m_random));
    auto added = [&]() -> Result<NewHolder> {
        TEKEN_TRY(auto made, makeHolder(name, role, passphrase, kdf));
        const auto write = [&]() -> Result<> {
            TEKEN_CHECK(makeRecipient());
            return HolderRows(m_connection).insert(made.row);
        };
        TEKEN_CHECK(m_connection.transaction(write));
        return made;
    }();
    if (!added) {
        if (first)
            m_box.lock();
        return fail(std::move(added).error());
    }
    auto holder = added->row.holder;
    if (!m_current)
        take(std::move(*added));
    return holder;
}

Result<Holder> Keyring::addUnprotected(const std::string& name, entry::Role role) {
    if (m_box.protection() == Protection::Sealed)
        return fail(ErrorCode::Unsupported, "store.needs-passphrase",
                    "a sealed book takes holders with a passphrase only");
    TEKEN_CHECK(checkName(name));
    NewHolder made{{}, crypto::SigningKey::generate(m_random), {}};
    made.row.holder = {0, name, role, made.key.publicKey(), made.key.feedId(), false};
    made.row.seed = toBytes(made.key.seed().view());
    const auto write = [&]() -> Result<> {
        TEKEN_CHECK(makeRecipient());
        return HolderRows(m_connection).insert(made.row);
    };
    TEKEN_CHECK(m_connection.transaction(write));
    auto holder = made.row.holder;
    take(std::move(made));
    return holder;
}

// --- unlocking ---------------------------------------------------------------------------------------------

Result<Keyring::Unlocked> Keyring::openHolder(std::int64_t holder,
                                              const crypto::SecretBytes& passphrase) const {
    TEKEN_TRY(const auto row, HolderRows(m_connection).get(holder));
    if (row.holder.retired || !row.seed)
        return fail(ErrorCode::Unauthorized, "store.holder-retired", "this key was replaced and is retired");
    if (!row.kdf) {
        TEKEN_TRY(auto key, keyFromSeed(row, *row.seed));
        return Unlocked{row.holder, std::move(key), std::nullopt, std::nullopt};
    }
    TEKEN_TRY(auto passphraseKey, crypto::deriveKey(passphrase, *row.kdf));
    const auto seed = crypto::openSecret(passphraseKey, *row.seed, holderContext("seed", row.holder.key));
    if (!seed)
        return fail(ErrorCode::Unauthorized, "store.wrong-passphrase",
                    "the passphrase does not open this key");
    TEKEN_TRY(auto key, keyFromSeed(row, seed->view()));
    Unlocked unlocked{row.holder, std::move(key), std::move(passphraseKey), std::nullopt};
    if (m_box.protection() == Protection::Open)
        return unlocked;
    if (!row.boxSeed || !row.dataKey)
        return alteredKeys(holder);
    const auto boxSeed =
        crypto::openSecret(*unlocked.passphraseKey, *row.boxSeed, holderContext("box_seed", row.holder.key));
    if (!boxSeed)
        return alteredKeys(holder);
    TEKEN_TRY(const auto box, crypto::RecipientSecret::fromSeed(boxSeed->view()));
    auto dataKey = box.open(*row.dataKey);
    if (!dataKey)
        return alteredKeys(holder);
    TEKEN_TRY(const bool holds, isDataKey(m_connection, *dataKey));
    if (!holds)
        return alteredKeys(holder);
    unlocked.dataKey = std::move(*dataKey);
    return unlocked;
}

Result<> Keyring::unlock(std::int64_t holder, const crypto::SecretBytes& passphrase) {
    TEKEN_TRY(auto unlocked, openHolder(holder, passphrase));
    if (unlocked.dataKey)
        m_box.unlock(std::move(*unlocked.dataKey));
    m_current = std::move(unlocked.holder);
    m_key = std::move(unlocked.key);
    m_passphraseKey = std::move(unlocked.passphraseKey);
    return {};
}

// --- changes -----------------------------------------------------------------------------------------------

Result<> Keyring::changePassphrase(const crypto::SecretBytes& passphrase, const crypto::KdfParams& kdf) {
    if (!m_current || !m_passphraseKey)
        return fail(ErrorCode::Locked, "store.locked", "unlock before changing the passphrase");
    HolderRows rows(m_connection);
    TEKEN_TRY(auto row, rows.get(m_current->id));
    if (!row.boxSeed)
        return alteredKeys(row.holder.id);
    TEKEN_TRY(auto passphraseKey, crypto::deriveKey(passphrase, kdf));
    const auto boxSeed =
        crypto::openSecret(*m_passphraseKey, *row.boxSeed, holderContext("box_seed", row.holder.key));
    if (!boxSeed)
        return alteredKeys(row.holder.id);
    TEKEN_TRY(const auto box, crypto::RecipientSecret::fromSeed(boxSeed->view()));
    row.kdf = kdf;
    sealKeys(row, m_random, passphraseKey, *m_key, box);
    TEKEN_CHECK(m_connection.transaction([&] { return rows.updateKeys(row); }));
    m_passphraseKey = std::move(passphraseKey);
    return {};
}

Result<Holder> Keyring::renewKey() {
    if (!m_current || !m_key)
        return fail(ErrorCode::Locked, "store.locked", "unlock before renewing the key");
    HolderRows rows(m_connection);
    TEKEN_TRY(const auto old, rows.get(m_current->id));
    NewHolder made{old, crypto::SigningKey::generate(m_random), {}};
    made.row.holder.key = made.key.publicKey();
    made.row.holder.feed = made.key.feedId();
    if (m_passphraseKey) {
        if (!old.boxSeed)
            return alteredKeys(old.holder.id);
        const auto boxSeed =
            crypto::openSecret(*m_passphraseKey, *old.boxSeed, holderContext("box_seed", old.holder.key));
        if (!boxSeed)
            return alteredKeys(old.holder.id);
        TEKEN_TRY(const auto box, crypto::RecipientSecret::fromSeed(boxSeed->view()));
        sealKeys(made.row, m_random, *m_passphraseKey, made.key, box);
        made.passphraseKey = m_passphraseKey->clone();
    } else {
        made.row.seed = toBytes(made.key.seed().view());
    }
    const auto write = [&]() -> Result<> {
        TEKEN_CHECK(rows.retire(old.holder.id));
        return rows.insert(made.row);
    };
    TEKEN_CHECK(m_connection.transaction(write));
    auto holder = made.row.holder;
    take(std::move(made));
    return holder;
}

Result<> Keyring::rewrapDataKey(const crypto::SecretBytes& dataKey) {
    HolderRows rows(m_connection);
    TEKEN_TRY(auto all, rows.all());
    for (auto& row : all) {
        if (!row.box)
            continue;
        TEKEN_TRY(row.dataKey, crypto::sealTo(*row.box, dataKey.view()));
        TEKEN_CHECK(rows.updateKeys(row));
    }
    TEKEN_TRY(const auto recipient, recovery());
    if (!recipient)
        return {};
    TEKEN_TRY(const auto wrapped, crypto::sealTo(*recipient, dataKey.view()));
    return m_connection.query("UPDATE recovery SET data_key = ?1").bind(wrapped).run();
}

Result<> Keyring::remove(std::int64_t holder) {
    if (!m_current)
        return fail(ErrorCode::Locked, "store.locked", "unlock before removing a holder");
    if (m_current->id == holder)
        return fail(ErrorCode::Conflict, "store.holder-current", "a holder cannot remove themselves");
    HolderRows rows(m_connection);
    TEKEN_TRY(const auto row, rows.get(holder));
    // Retired, not deleted: what this holder signed and nobody received yet is still counted and sent.
    if (m_box.protection() == Protection::Open)
        return m_connection.transaction([&] { return rows.retire(row.holder.id); });
    auto dataKey = newDataKey(m_random);
    const auto write = [&]() -> Result<> {
        TEKEN_CHECK(rows.retire(row.holder.id));
        TEKEN_CHECK(rewrapDataKey(dataKey));
        TEKEN_CHECK(resealAll(m_connection, schemaParts(), m_random, *m_box.dataKey(), dataKey));
        return scrubLater(m_connection);
    };
    TEKEN_CHECK(m_connection.transaction(write));
    m_box.unlock(std::move(dataKey));
    // The holder is removed even if there is no room for the cleaning now; the next start tries again.
    (void)scrubIfDue(m_connection);
    return {};
}

// --- recovery ----------------------------------------------------------------------------------------------

Result<> Keyring::setRecovery(const RecipientKey& recipient) {
    if (m_box.protection() == Protection::Open)
        return fail(ErrorCode::Unsupported, "store.not-sealed", "an open book has no data key to recover");
    TEKEN_CHECK(m_box.needUnlocked());
    TEKEN_TRY(const auto wrapped, crypto::sealTo(recipient, m_box.dataKey()->view()));
    return m_connection.transaction([&] {
        return m_connection
            .query("INSERT INTO recovery (one, recipient, data_key) VALUES (1, ?1, ?2) "
                   "ON CONFLICT (one) DO UPDATE SET recipient = excluded.recipient, data_key = "
                   "excluded.data_key")
            .bind(recipient)
            .bind(wrapped)
            .run();
    });
}

Result<std::optional<RecipientKey>> Keyring::recovery() const {
    auto cells = m_connection.query("SELECT recipient FROM recovery");
    TEKEN_TRY(const bool here, cells.next());
    if (!here)
        return std::optional<RecipientKey>{};
    return cells.fixedOrNull<RecipientKey>(0);
}

Result<Bytes> Keyring::recoveryBlob() const {
    auto cells = m_connection.query("SELECT data_key FROM recovery");
    TEKEN_TRY(const bool here, cells.next());
    if (!here)
        return fail(ErrorCode::NotFound, "store.no-recovery", "this book has no recovery recipient");
    return toBytes(cells.bytes(0));
}

Result<Holder> Keyring::recover(const crypto::SecretBytes& dataKey, std::int64_t holder,
                                const crypto::SecretBytes& passphrase, const crypto::KdfParams& kdf) {
    TEKEN_TRY(const bool right, isDataKey(m_connection, dataKey));
    if (!right || m_box.protection() == Protection::Open)
        return fail(ErrorCode::Unauthorized, "store.wrong-data-key", "the data key does not open this book");
    HolderRows rows(m_connection);
    TEKEN_TRY(const auto old, rows.get(holder));
    const bool wasLocked = m_box.locked();
    m_box.unlock(dataKey.clone());
    auto recovered = [&]() -> Result<NewHolder> {
        TEKEN_TRY(auto made, makeHolder(old.holder.name, old.holder.role, passphrase, kdf));
        const auto write = [&]() -> Result<> {
            TEKEN_CHECK(rows.retire(old.holder.id));
            return rows.insert(made.row);
        };
        TEKEN_CHECK(m_connection.transaction(write));
        return made;
    }();
    if (!recovered) {
        if (wasLocked)
            m_box.lock();
        return fail(std::move(recovered).error());
    }
    auto fresh = recovered->row.holder;
    take(std::move(*recovered));
    return fresh;
}

Result<RecipientKey> Keyring::recipientKey() const {
    TEKEN_TRY(const auto row, findRecipient(m_connection));
    if (!row)
        return fail(ErrorCode::NotFound, "store.no-recipient", "this book has no holder yet");
    return row->key;
}

Result<crypto::RecipientSecret> Keyring::recipientSecret() const {
    TEKEN_TRY(const auto row, findRecipient(m_connection));
    if (!row)
        return fail(ErrorCode::NotFound, "store.no-recipient", "this book has no holder yet");
    TEKEN_TRY(const auto seed, m_box.openSecret(row->seed, recipientCell(row->key)));
    auto secret = crypto::RecipientSecret::fromSeed(seed.view());
    if (!secret || secret->publicKey() != row->key)
        return fail(ErrorCode::Corrupt, "store.keys-altered", "the laptop's own keys do not belong together");
    return secret;
}

} // namespace teken::store
