#include "core/store/schema.h"

namespace teken::store {
namespace {

// Hashes, numbers and public notes: nothing personal, nothing sealed.
constexpr const char* kSqlV4 = R"sql(
CREATE TABLE witnessed (
    origin    TEXT PRIMARY KEY,
    log       BLOB NOT NULL CHECK (length(log) = 32),
    size      INTEGER NOT NULL CHECK (size >= 0),
    root      BLOB NOT NULL CHECK (length(root) = 32),
    note      TEXT NOT NULL,
    cosigners INTEGER NOT NULL,
    at        INTEGER NOT NULL
) STRICT;

CREATE TABLE log_errand (
    id     INTEGER PRIMARY KEY,
    feed   BLOB NOT NULL CHECK (length(feed) = 32),
    note   TEXT NOT NULL,
    ids    BLOB NOT NULL CHECK (length(ids) % 32 = 0),
    since  INTEGER,
    answer BLOB,
    whole  INTEGER NOT NULL
) STRICT;
)sql";

} // namespace

SchemaPart schemaV4Witness() {
    return {4, kSqlV4, {}};
}

} // namespace teken::store
