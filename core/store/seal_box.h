// Sealing of single cells under the book's data key. In open books values pass through as they are.
#pragma once

#include "core/crypto/aead.h"
#include "core/store/book.h"

#include <optional>
#include <string>
#include <string_view>

namespace teken::store {

/// Which cell a sealed value belongs to: bound into the seal, so that a value moved to another row, column or
/// table does not open. `row` never changes for a row (an id in lowercase hex, a key), and equals the SQL
/// expression given for this column in its SealedColumn.
struct Cell {
    std::string_view table;
    std::string_view column;
    std::string row;

    [[nodiscard]] std::string context() const; ///< "table|column|row"
};

class SealBox {
public:
    SealBox(Protection protection, RandomSource& random) : m_protection(protection), m_random(random) {}

    [[nodiscard]] Protection protection() const { return m_protection; }
    [[nodiscard]] bool locked() const { return m_protection == Protection::Sealed && !m_key; }
    /// Locked ("store.locked") while locked.
    [[nodiscard]] Result<> needUnlocked() const;

    [[nodiscard]] Result<Bytes> seal(ByteView plain, const Cell& cell) const;
    /// Corrupt ("store.cell-altered") if the value does not belong there or a byte differs.
    [[nodiscard]] Result<Bytes> open(ByteView stored, const Cell& cell) const;
    [[nodiscard]] Result<crypto::SecretBytes> openSecret(ByteView stored, const Cell& cell) const;

    void unlock(crypto::SecretBytes dataKey) { m_key = std::move(dataKey); }
    void lock() { m_key.reset(); }
    /// Null while locked and in open books.
    [[nodiscard]] const crypto::SecretBytes* dataKey() const { return m_key ? &*m_key : nullptr; }

private:
    Protection m_protection;
    RandomSource& m_random;
    std::optional<crypto::SecretBytes> m_key;
};

} // namespace teken::store
