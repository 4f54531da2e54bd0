#include "core/store/schema.h"

namespace teken::store {
namespace {

// No text of people in here: ids, numbers, and digests of unit codes (core/ledger/RULES.md section 12). So
// nothing is sealed. `shelf` repeats `kind` for the few kinds that are looked up by kind, which keeps their
// index small.
constexpr const char* kSql = R"sql(
CREATE TABLE ledger_meta (
    one     INTEGER PRIMARY KEY CHECK (one = 1),
    ruleset INTEGER NOT NULL,
    root    BLOB NOT NULL CHECK (length(root) = 32)
) STRICT;

CREATE TABLE ledger_fact (
    no      INTEGER PRIMARY KEY,
    id      BLOB NOT NULL UNIQUE CHECK (length(id) = 32),
    feed    BLOB NOT NULL CHECK (length(feed) = 32),
    seq     INTEGER NOT NULL,
    prev    BLOB CHECK (length(prev) = 32),
    kind    INTEGER NOT NULL,
    shelf   INTEGER,
    drive   BLOB CHECK (length(drive) = 32),
    session BLOB CHECK (length(session) = 16),
    subject BLOB CHECK (length(subject) = 32),
    wall_ms INTEGER NOT NULL,
    detail  BLOB NOT NULL,
    verdict INTEGER NOT NULL,
    reach   BLOB
) STRICT;
CREATE INDEX ledger_fact_feed ON ledger_fact (feed, seq);
CREATE INDEX ledger_fact_subject ON ledger_fact (subject) WHERE subject IS NOT NULL;
CREATE INDEX ledger_fact_session ON ledger_fact (session) WHERE session IS NOT NULL;
CREATE INDEX ledger_fact_shelf ON ledger_fact (shelf, drive) WHERE shelf IS NOT NULL;

CREATE TABLE ledger_about (
    person BLOB NOT NULL CHECK (length(person) = 16),
    fact   INTEGER NOT NULL,
    PRIMARY KEY (person, fact)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger_feed (
    feed   BLOB PRIMARY KEY CHECK (length(feed) = 32),
    forked INTEGER NOT NULL CHECK (forked IN (0, 1)),
    state  BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger_person (
    drive   BLOB NOT NULL CHECK (length(drive) = 32),
    person  BLOB NOT NULL CHECK (length(person) = 16),
    trouble INTEGER NOT NULL CHECK (trouble IN (0, 1)),
    state   BLOB NOT NULL,
    PRIMARY KEY (drive, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_person_trouble ON ledger_person (drive, person) WHERE trouble = 1;

CREATE TABLE ledger_session (
    session BLOB NOT NULL CHECK (length(session) = 16),
    drive   BLOB NOT NULL CHECK (length(drive) = 32),
    state   BLOB NOT NULL,
    PRIMARY KEY (session, drive)
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_session_drive ON ledger_session (drive, session);

CREATE TABLE ledger_drive (
    drive   BLOB PRIMARY KEY CHECK (length(drive) = 32),
    signed  INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    excused INTEGER NOT NULL,
    absent  INTEGER NOT NULL,
    added   INTEGER NOT NULL,
    doubles INTEGER NOT NULL,
    at_odds INTEGER NOT NULL,
    unknown INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
)sql";

} // namespace

SchemaPart schemaV1Ledger() {
    return {1, kSql, {}};
}

} // namespace teken::store
