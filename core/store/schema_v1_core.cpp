#include "core/store/schema.h"

namespace teken::store {
namespace {

constexpr SealedColumn kSealed[] = {
    {"recipient", "seed", "lower(hex(key))"},
    {"entry", "payload", "lower(hex(id))"},
    {"entry", "ink", "lower(hex(id))"},
    {"blob_part", "bytes", "lower(hex(blob)) || '/' || at"},
    {"journal", "value", "key"},
};

constexpr const char* kSql = R"sql(
CREATE TABLE book (
    one        INTEGER PRIMARY KEY CHECK (one = 1),
    protection INTEGER NOT NULL CHECK (protection IN (0, 1)),
    scrub      INTEGER NOT NULL DEFAULT 0 CHECK (scrub IN (0, 1))
) STRICT;

CREATE TABLE holder (
    id             INTEGER PRIMARY KEY,
    name           TEXT NOT NULL,
    role           TEXT NOT NULL,
    key            BLOB NOT NULL UNIQUE CHECK (length(key) = 32),
    retired        INTEGER NOT NULL CHECK (retired IN (0, 1)),
    kdf_operations INTEGER,
    kdf_memory     INTEGER,
    kdf_salt       BLOB CHECK (length(kdf_salt) = 16),
    box            BLOB CHECK (length(box) = 32),
    box_seed       BLOB,
    data_key       BLOB,
    seed           BLOB
) STRICT;

CREATE TABLE recovery (
    one       INTEGER PRIMARY KEY CHECK (one = 1),
    recipient BLOB NOT NULL CHECK (length(recipient) = 32),
    data_key  BLOB NOT NULL
) STRICT;

CREATE TABLE recipient (
    one  INTEGER PRIMARY KEY CHECK (one = 1),
    key  BLOB NOT NULL CHECK (length(key) = 32),
    seed BLOB NOT NULL
) STRICT;

CREATE TABLE feed (
    no        INTEGER PRIMARY KEY,
    id        BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
    key       BLOB NOT NULL CHECK (length(key) = 32),
    head_seq  INTEGER NOT NULL,
    head_id   BLOB CHECK (length(head_id) = 32),
    last_seq  INTEGER NOT NULL,
    entries   INTEGER NOT NULL,
    forked_at INTEGER
) STRICT;

CREATE TABLE entry (
    ord       INTEGER PRIMARY KEY,
    id        BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
    feed      INTEGER NOT NULL REFERENCES feed (no),
    seq       INTEGER NOT NULL CHECK (seq >= 1),
    prev      BLOB CHECK (length(prev) = 32),
    signature BLOB NOT NULL CHECK (length(signature) = 64),
    payload   BLOB,
    ink       BLOB
) STRICT;
CREATE UNIQUE INDEX entry_in_feed ON entry (feed, seq, id);

CREATE TABLE blob (
    id     BLOB PRIMARY KEY CHECK (length(id) = 32),
    bytes  INTEGER NOT NULL,
    whole  INTEGER NOT NULL CHECK (whole IN (0, 1))
) STRICT;
CREATE TABLE blob_part (
    no    INTEGER PRIMARY KEY,
    blob  BLOB NOT NULL REFERENCES blob (id) ON DELETE CASCADE,
    at    INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (blob, at)
) STRICT;

CREATE TABLE ack (
    feed      BLOB NOT NULL CHECK (length(feed) = 32),
    seq       INTEGER NOT NULL,
    server    BLOB NOT NULL CHECK (length(server) = 32),
    head      BLOB NOT NULL CHECK (length(head) = 32),
    received  INTEGER NOT NULL,
    statement BLOB NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64),
    withdrawn INTEGER,
    PRIMARY KEY (feed, seq, server)
) STRICT;

CREATE TABLE trouble (
    entry  BLOB PRIMARY KEY CHECK (length(entry) = 32),
    reason TEXT NOT NULL,
    at     INTEGER NOT NULL
) STRICT;

CREATE TABLE journal (
    key   TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT;

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
)sql";

} // namespace

SchemaPart schemaV1Core() {
    return {1, kSql, kSealed};
}

} // namespace teken::store
