#include "core/store/seal_box.h"

namespace teken::store {
namespace {

Error altered(const Cell& cell) {
    return {ErrorCode::Corrupt, "store.cell-altered",
            "a sealed value does not open: it was altered, moved, or sealed under another key",
            std::string(cell.table) + "." + std::string(cell.column) + " of " + cell.row};
}

} // namespace

std::string Cell::context() const {
    std::string text;
    text.reserve(table.size() + column.size() + row.size() + 2);
    return text.append(table).append("|").append(column).append("|").append(row);
}

Result<> SealBox::needUnlocked() const {
    if (locked())
        return fail(ErrorCode::Locked, "store.locked", "the book is locked; unlock it with a passphrase");
    return {};
}

Result<Bytes> SealBox::seal(ByteView plain, const Cell& cell) const {
    TEKEN_CHECK(needUnlocked());
    if (m_protection == Protection::Open)
        return toBytes(plain);
    return crypto::seal(*m_key, m_random, plain, view(cell.context()));
}

Result<Bytes> SealBox::open(ByteView stored, const Cell& cell) const {
    TEKEN_CHECK(needUnlocked());
    if (m_protection == Protection::Open)
        return toBytes(stored);
    auto plain = crypto::open(*m_key, stored, view(cell.context()));
    if (!plain)
        return fail(altered(cell));
    return plain;
}

Result<crypto::SecretBytes> SealBox::openSecret(ByteView stored, const Cell& cell) const {
    TEKEN_CHECK(needUnlocked());
    if (m_protection == Protection::Open)
        return crypto::SecretBytes::copyOf(stored);
    auto plain = crypto::openSecret(*m_key, stored, view(cell.context()));
    if (!plain)
        return fail(altered(cell));
    return plain;
}

} // namespace teken::store
