// Holders as rows: reading, writing, and what their passphrases seal.
#pragma once

#include "core/store/connection.h"
#include "core/store/keyring.h"

namespace teken::store {

struct HolderRow {
    Holder holder;
    std::optional<crypto::KdfParams> kdf; ///< none: no passphrase (open books), or retired
    std::optional<RecipientKey> box;      ///< the data key is sealed to this
    std::optional<Bytes> boxSeed;         ///< secret of the box, under the passphrase
    std::optional<Bytes> dataKey;         ///< crypto::sealTo(box, data key)
    std::optional<Bytes> seed;            ///< of the signing key, under the passphrase, or as it is
};

/// The context under which a passphrase seals `column` of this holder: bound to their public key, so that
/// swapped rows do not open.
[[nodiscard]] Bytes holderContext(const char* column, const PublicKey& key);

class HolderRows {
public:
    explicit HolderRows(Connection& connection) : m_connection(connection) {}

    [[nodiscard]] Result<std::vector<HolderRow>> all() const;
    [[nodiscard]] Result<HolderRow> get(std::int64_t id) const; ///< NotFound ("store.no-holder")
    /// Gives `row` its id.
    [[nodiscard]] Result<> insert(HolderRow& row);
    /// Writes the keys of a row anew; the holder stays.
    [[nodiscard]] Result<> updateKeys(const HolderRow& row);
    /// Keeps name and public key, forgets every secret.
    [[nodiscard]] Result<> retire(std::int64_t id);

private:
    Connection& m_connection;
};

} // namespace teken::store
