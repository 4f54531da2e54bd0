#include "core/store/schema.h"

#include <array>

namespace teken::store {
namespace {

Result<> raise(Connection& connection, std::int64_t version, std::span<const SchemaPart> parts) {
    return connection.transaction([&]() -> Result<> {
        for (const auto& part : parts)
            if (part.version == version)
                TEKEN_CHECK(connection.execute(part.sql));
        return connection.execute("PRAGMA user_version = " + std::to_string(version));
    });
}

Result<std::string> schemaText(Connection& connection) {
    auto rows = connection.query("SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') "
                                 "FROM sqlite_schema ORDER BY type, name");
    std::string all;
    for (;;) {
        TEKEN_TRY(const bool row, rows.next());
        if (!row)
            return all;
        all += rows.text(0) + "\n";
    }
}

Result<std::string> expectedText(std::int64_t version, std::span<const SchemaPart> parts) {
    TEKEN_TRY(const auto model, Connection::open({}, Connection::Mode::Memory));
    for (const auto& part : parts)
        if (part.version <= version)
            TEKEN_CHECK(model->execute(part.sql));
    return schemaText(*model);
}

} // namespace

std::span<const SchemaPart> schemaParts() {
    static const std::array kParts{schemaV1Core(), schemaV1Ledger(), schemaV2Log(), schemaV3Receipts(),
                                   schemaV4Witness()};
    return kParts;
}

Result<> migrate(Connection& connection, std::span<const SchemaPart> parts) {
    TEKEN_TRY(const auto found, connection.integer("PRAGMA user_version"));
    const auto newest = parts.empty() ? 0 : parts.back().version;
    if (found < 0 || found > newest)
        return fail(ErrorCode::Unsupported, "store.newer",
                    "expected a book of version " + std::to_string(newest) + " or older, found " +
                        std::to_string(found));
    for (auto version = found + 1; version <= newest; ++version)
        TEKEN_CHECK(raise(connection, version, parts));
    return {};
}

Result<> checkSchema(Connection& connection, std::span<const SchemaPart> parts) {
    TEKEN_TRY(const auto version, connection.integer("PRAGMA user_version"));
    TEKEN_TRY(const auto found, schemaText(connection));
    TEKEN_TRY(const auto expected, expectedText(version, parts));
    if (found != expected)
        return fail(ErrorCode::Corrupt, "store.not-a-book",
                    "the tables are not those of a book of version " + std::to_string(version));
    return {};
}

} // namespace teken::store
