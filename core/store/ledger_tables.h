// The ledger's derived tables: what the entries mean, so far. Everything here can be made anew from the
// entries.
#pragma once

#include "core/store/book.h"

namespace teken::store {

class LedgerTables {
public:
    LedgerTables(Connection& connection, SealBox& box) : m_connection(connection), m_box(box) {}

private:
    [[maybe_unused]] Connection& m_connection;
    [[maybe_unused]] SealBox& m_box;
};

} // namespace teken::store
