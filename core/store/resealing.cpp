#include "core/store/resealing.h"

#include "core/store/seal_box.h"

#include <vector>

namespace teken::store {
namespace {

constexpr int kRowsAtOnce = 64;

struct SealedRow {
    std::int64_t rowid = 0;
    std::string row;
    Bytes value;
};

Result<std::vector<SealedRow>> readRows(Query cells) {
    std::vector<SealedRow> rows;
    for (;;) {
        TEKEN_TRY(const bool here, cells.next());
        if (!here)
            return rows;
        rows.push_back({cells.integer(0), cells.text(1), toBytes(cells.bytes(2))});
    }
}

Result<> resealRow(Connection& connection, const std::string& update, const SealedColumn& column,
                   const SealedRow& row, const SealBox& from, const SealBox& to) {
    const Cell cell{column.table, column.column, row.row};
    TEKEN_TRY(const auto plain, from.openSecret(row.value, cell));
    TEKEN_TRY(const auto sealed, to.seal(plain.view(), cell));
    return connection.query(update).bind(row.rowid).bind(sealed).run();
}

// In batches behind a growing rowid: a statement that is still reading never meets its own updates.
Result<> resealColumn(Connection& connection, const SealedColumn& column, const SealBox& from,
                      const SealBox& to) {
    const std::string table = column.table, value = column.column;
    const auto select = "SELECT rowid, " + std::string(column.row) + ", " + value + " FROM " + table +
                        " WHERE rowid > ?1 AND " + value + " IS NOT NULL ORDER BY rowid LIMIT ?2";
    const auto update = "UPDATE " + table + " SET " + value + " = ?2 WHERE rowid = ?1";
    std::int64_t after = INT64_MIN;
    for (;;) {
        auto cells = connection.query(select);
        cells.bind(after).bind(kRowsAtOnce);
        TEKEN_TRY(const auto rows, readRows(std::move(cells)));
        if (rows.empty())
            return {};
        for (const auto& row : rows)
            TEKEN_CHECK(resealRow(connection, update, column, row, from, to));
        after = rows.back().rowid;
    }
}

} // namespace

Result<> resealAll(Connection& connection, std::span<const SchemaPart> parts, RandomSource& random,
                   const crypto::SecretBytes& from, const crypto::SecretBytes& to) {
    SealBox opening(Protection::Sealed, random);
    opening.unlock(from.clone());
    SealBox sealing(Protection::Sealed, random);
    sealing.unlock(to.clone());
    for (const auto& part : parts)
        for (const auto& column : part.sealed)
            TEKEN_CHECK(resealColumn(connection, column, opening, sealing));
    return {};
}

Result<> scrubLater(Connection& connection) {
    return connection.query("UPDATE book SET scrub = 1").run();
}

Result<> scrubIfDue(Connection& connection) {
    TEKEN_TRY(const auto due, connection.integer("SELECT scrub FROM book"));
    if (due == 0)
        return {};
    // Deleted cells are overwritten (secure_delete), but pages that were split may keep stale copies, and so
    // does the WAL.
    TEKEN_CHECK(connection.execute("VACUUM"));
    TEKEN_CHECK(connection.emptyWal());
    return connection.query("UPDATE book SET scrub = 0").run();
}

} // namespace teken::store
