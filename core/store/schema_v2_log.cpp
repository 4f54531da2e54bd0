#include "core/store/schema.h"

namespace teken::store {
namespace {

// Hashes, numbers, and leaves of hashes and signatures: nothing personal, nothing sealed.
constexpr const char* kSql = R"sql(
CREATE TABLE log_state (
    one       INTEGER PRIMARY KEY CHECK (one = 1),
    size      INTEGER NOT NULL CHECK (size >= 0),
    next      INTEGER NOT NULL CHECK (next >= 1),
    caught_up INTEGER NOT NULL CHECK (caught_up IN (0, 1)),
    published INTEGER NOT NULL CHECK (published IN (0, 1)),
    range     BLOB NOT NULL CHECK (length(range) % 32 = 0)
) STRICT;

CREATE TABLE log_tile (
    at     INTEGER PRIMARY KEY,
    hashes BLOB NOT NULL CHECK (length(hashes) BETWEEN 32 AND 8192 AND length(hashes) % 32 = 0)
) STRICT;

CREATE TABLE log_extra (
    ix    INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entry (ord),
    next  INTEGER NOT NULL
) STRICT;

CREATE TABLE log_former (
    ix   INTEGER PRIMARY KEY,
    leaf BLOB NOT NULL CHECK (length(leaf) = 152)
) STRICT;
)sql";

} // namespace

SchemaPart schemaV2Log() {
    return {2, kSql, {}};
}

} // namespace teken::store
