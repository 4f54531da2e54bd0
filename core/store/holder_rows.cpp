#include "core/store/holder_rows.h"

#include "core/crypto/hash.h"

#include <array>

namespace teken::store {
namespace {

constexpr std::array kRoles{entry::Role::Root,     entry::Role::Admin, entry::Role::Field,
                            entry::Role::Server,   entry::Role::Log,   entry::Role::Cosigner,
                            entry::Role::Recipient};

Result<entry::Role> roleNamed(const std::string& text) {
    for (const auto role : kRoles)
        if (entry::roleName(role) == text)
            return role;
    return fail(ErrorCode::Corrupt, "store.damaged", "a holder has an unknown role");
}

std::optional<Bytes> bytesOrNone(const Query& cells, int column) {
    if (cells.isNull(column))
        return std::nullopt;
    return toBytes(cells.bytes(column));
}

constexpr const char* kSelectAll =
    "SELECT id, name, role, key, retired, kdf_operations, kdf_memory, kdf_salt, "
    "box, box_seed, data_key, seed FROM holder ORDER BY id";
constexpr const char* kSelectOne =
    "SELECT id, name, role, key, retired, kdf_operations, kdf_memory, kdf_salt, "
    "box, box_seed, data_key, seed FROM holder WHERE id = ?1";

Result<HolderRow> readRow(const Query& cells) {
    HolderRow row;
    row.holder.id = cells.integer(0);
    row.holder.name = cells.text(1);
    TEKEN_TRY(row.holder.role, roleNamed(cells.text(2)));
    TEKEN_TRY(row.holder.key, cells.fixed<PublicKey>(3));
    row.holder.feed = crypto::feedIdOf(row.holder.key);
    row.holder.retired = cells.integer(4) != 0;
    if (!cells.isNull(7)) {
        row.kdf = crypto::KdfParams{cells.number(5), cells.number(6), {}};
        TEKEN_TRY(row.kdf->salt, cells.fixed<Salt>(7));
    }
    TEKEN_TRY(row.box, cells.fixedOrNull<RecipientKey>(8));
    row.boxSeed = bytesOrNone(cells, 9);
    row.dataKey = bytesOrNone(cells, 10);
    row.seed = bytesOrNone(cells, 11);
    return row;
}

void bindKeys(Query& cells, const HolderRow& row) {
    if (row.kdf)
        cells.bind(row.kdf->operations).bind(row.kdf->memoryBytes).bind(row.kdf->salt);
    else
        cells.bindNull().bindNull().bindNull();
    cells.bind(row.box).bind(row.boxSeed).bind(row.dataKey).bind(row.seed);
}

} // namespace

Bytes holderContext(const char* column, const PublicKey& key) {
    return toBytes("holder|" + std::string(column) + "|" + key.hex());
}

Result<std::vector<HolderRow>> HolderRows::all() const {
    std::vector<HolderRow> rows;
    auto cells = m_connection.query(kSelectAll);
    for (;;) {
        TEKEN_TRY(const bool here, cells.next());
        if (!here)
            return rows;
        TEKEN_TRY(auto row, readRow(cells));
        rows.push_back(std::move(row));
    }
}

Result<HolderRow> HolderRows::get(std::int64_t id) const {
    auto cells = m_connection.query(kSelectOne);
    TEKEN_TRY(const bool here, cells.bind(id).next());
    if (!here)
        return fail(ErrorCode::NotFound, "store.no-holder", "no holder with number " + std::to_string(id));
    return readRow(cells);
}

Result<> HolderRows::insert(HolderRow& row) {
    auto cells =
        m_connection.query("INSERT INTO holder (name, role, key, retired, kdf_operations, kdf_memory, "
                           "kdf_salt, box, box_seed, data_key, seed) "
                           "VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6, ?7, ?8, ?9, ?10)");
    cells.bind(row.holder.name).bind(entry::roleName(row.holder.role)).bind(row.holder.key);
    bindKeys(cells, row);
    TEKEN_CHECK(cells.run());
    row.holder.id = m_connection.lastRow();
    return {};
}

Result<> HolderRows::updateKeys(const HolderRow& row) {
    auto cells = m_connection.query("UPDATE holder SET kdf_operations = ?1, kdf_memory = ?2, kdf_salt = ?3, "
                                    "box = ?4, box_seed = ?5, data_key = ?6, seed = ?7 WHERE id = ?8");
    bindKeys(cells, row);
    return cells.bind(row.holder.id).run();
}

Result<> HolderRows::retire(std::int64_t id) {
    return m_connection
        .query("UPDATE holder SET retired = 1, kdf_operations = NULL, kdf_memory = NULL, kdf_salt = NULL, "
               "box = NULL, box_seed = NULL, data_key = NULL, seed = NULL WHERE id = ?1")
        .bind(id)
        .run();
}

} // namespace teken::store
