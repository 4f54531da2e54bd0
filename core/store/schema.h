// The schema in numbered steps, each in parts that belong to different rooms of the house. SCHEMA.md says
// what the tables mean.
#pragma once

#include "core/store/connection.h"

#include <span>

namespace teken::store {

inline constexpr std::int64_t kApplicationId = 0x544B4E31; ///< "TKN1", in the file's header
inline constexpr std::int64_t kSchemaVersion = 4;          ///< this program's; in the header as user_version

/// A column whose values SealBox seals. `row` is the SQL expression for Cell::row; it may be read while the
/// table is re-sealed. The table has a rowid (no WITHOUT ROWID).
struct SealedColumn {
    const char* table;
    const char* column;
    const char* row;
};

/// What one part of the program adds in one version. Released versions never change; add a new one instead.
struct SchemaPart {
    std::int64_t version;
    const char* sql;
    std::span<const SealedColumn> sealed;
};

[[nodiscard]] SchemaPart schemaV1Core();
[[nodiscard]] SchemaPart schemaV1Ledger();
[[nodiscard]] SchemaPart schemaV2Log();
[[nodiscard]] SchemaPart schemaV3Receipts();
[[nodiscard]] SchemaPart schemaV4Witness();

/// All parts, by version.
[[nodiscard]] std::span<const SchemaPart> schemaParts();

/// Takes the file from its user_version to that of the last part, one durable transaction a version. A file
/// that is there already is left alone. Unsupported ("store.newer") for a version beyond.
[[nodiscard]] Result<> migrate(Connection& connection, std::span<const SchemaPart> parts);

/// Corrupt ("store.not-a-book") unless tables and indexes are exactly those that `parts` make up to the
/// file's user_version: a stranger's triggers, views or loosened rules are not opened.
[[nodiscard]] Result<> checkSchema(Connection& connection, std::span<const SchemaPart> parts);

} // namespace teken::store
