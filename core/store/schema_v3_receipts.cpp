#include "core/store/schema.h"

namespace teken::store {
namespace {

// Hashes, numbers and public notes: nothing personal, nothing sealed.
constexpr const char* kSql = R"sql(
CREATE TABLE seen_checkpoint (
    id     INTEGER PRIMARY KEY,
    log    BLOB NOT NULL CHECK (length(log) = 32),
    origin TEXT NOT NULL,
    size   INTEGER NOT NULL CHECK (size >= 0),
    root   BLOB NOT NULL CHECK (length(root) = 32),
    note   TEXT NOT NULL,
    at     INTEGER NOT NULL,
    UNIQUE (log, origin, size)
) STRICT;

CREATE TABLE receipt (
    entry      INTEGER NOT NULL REFERENCES entry (ord),
    log        BLOB NOT NULL CHECK (length(log) = 32),
    log_feed   BLOB NOT NULL CHECK (length(log_feed) = 32),
    checkpoint INTEGER NOT NULL REFERENCES seen_checkpoint (id),
    ix         INTEGER NOT NULL CHECK (ix >= 0),
    hashes     BLOB NOT NULL CHECK (length(hashes) % 32 = 0),
    turn       INTEGER NOT NULL,
    withdrawn  INTEGER,
    UNIQUE (entry, log)
) STRICT;
CREATE INDEX receipt_turn ON receipt (turn);

CREATE TABLE log_evidence (
    id     INTEGER PRIMARY KEY,
    reason TEXT NOT NULL,
    log    BLOB NOT NULL CHECK (length(log) = 32),
    origin TEXT NOT NULL,
    entry  BLOB CHECK (length(entry) = 32),
    former TEXT NOT NULL,
    found  TEXT NOT NULL,
    at     INTEGER NOT NULL
) STRICT;
)sql";

} // namespace

SchemaPart schemaV3Receipts() {
    return {3, kSql, {}};
}

} // namespace teken::store
