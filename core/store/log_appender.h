// How rows of entries become leaves, inside the transaction that changes the rows. For this room only.
#pragma once

#include "core/store/log_table.h"

namespace teken::store {

/// Key of `log_tile`.
[[nodiscard]] inline std::int64_t tileKey(unsigned level, std::uint64_t index) {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(level) << 48 | index);
}

/// At the end of every transaction: rows that are no leaf yet become leaves, in stored order.
[[nodiscard]] Result<> followEntries(Connection& connection);

/// Around a change of a row of `entry` that may be a leaf already. A log takes nothing back: the leaf stays,
/// and if the row now says something else it gets another one.
class ChangingRow {
public:
    ChangingRow(Connection& connection, std::int64_t order) : m_connection(connection), m_order(order) {}
    [[nodiscard]] Result<> before();
    [[nodiscard]] Result<> after();

private:
    Connection& m_connection;
    std::int64_t m_order;
    std::optional<log::LeafIndex> m_index; ///< nullopt: it is no leaf
    Bytes m_leaf;
};

/// The leaf that the row with this order makes now. NotFound ("log.no-leaf").
[[nodiscard]] Result<Bytes> leafOfRow(Connection& connection, std::int64_t order);
/// Newest leaf of the row with this order, if it has one.
[[nodiscard]] Result<std::optional<log::LeafIndex>> indexOfRow(Connection& connection, std::int64_t order);

} // namespace teken::store
