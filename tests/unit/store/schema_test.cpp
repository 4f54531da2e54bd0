#include "core/crypto/hash.h"
#include "core/store/schema.h"
#include "tests/unit/store/book_fixture.h"

#include <array>

namespace teken::store {
namespace {

std::int64_t versionOf(Connection& connection) {
    return test::orThrow(connection.integer("PRAGMA user_version"));
}

std::unique_ptr<Connection> memory() {
    return test::orThrow(Connection::open({}, Connection::Mode::Memory));
}

/// A made-up future, as a later version would add it.
const std::array kThreeVersions{
    SchemaPart{1, "CREATE TABLE one (a INTEGER) STRICT;", {}},
    SchemaPart{2, "CREATE TABLE two (a INTEGER) STRICT; INSERT INTO two SELECT a FROM one;", {}},
    SchemaPart{2, "CREATE INDEX two_a ON two (a);", {}},
    SchemaPart{3, "DROP TABLE one;", {}},
};

TEST(Schema, RisesFromNothingToNow) {
    const auto connection = memory();
    ASSERT_TRUE(migrate(*connection, schemaParts()));
    EXPECT_EQ(versionOf(*connection), kSchemaVersion);
    EXPECT_TRUE(checkSchema(*connection, schemaParts()));
}

TEST(Schema, PartsComeByVersionAndEndAtTheNewest) {
    std::int64_t version = 0;
    for (const auto& part : schemaParts()) {
        EXPECT_GE(part.version, version);
        EXPECT_LE(part.version, version + 1);
        version = part.version;
    }
    EXPECT_EQ(version, kSchemaVersion);
}

TEST(Schema, RisesFromEveryEarlierVersion) {
    for (std::int64_t from = 0; from <= kSchemaVersion; ++from) {
        const auto connection = memory();
        std::vector<SchemaPart> earlier;
        for (const auto& part : schemaParts())
            if (part.version <= from)
                earlier.push_back(part);
        ASSERT_TRUE(migrate(*connection, earlier));
        EXPECT_EQ(versionOf(*connection), from);
        ASSERT_TRUE(migrate(*connection, schemaParts()));
        EXPECT_TRUE(checkSchema(*connection, schemaParts()));
    }
}

/// A step that is changed instead of followed by another would turn every book out there into "not a book",
/// and no test that builds its old books from today's steps could see it.
TEST(Schema, ReleasedStepsNeverChange) {
    const std::array<std::string_view, 4> released{
        "6b5bb191fb4f06fd5ac99a5aca17966a2728c47187ccb94a555a242721cff019",
        "bcdb4e2abe0d2c1b2a0f04d6f7ddca9b976d0ff12e43a544b781d0a26c216b9f",
        "39ea4ba7c0480402d386a4c7d5e327bbbe4bdc7b371f6256e1806afb9459c670",
        "d47060631d260de1a0187fe7f1306342208db973a6df6ae520af7053f3d376e5"};
    ASSERT_EQ(std::int64_t{released.size()}, kSchemaVersion) << "a new version brings its hash along";
    for (std::int64_t version = 1; version <= kSchemaVersion; ++version) {
        std::string sql;
        for (const auto& part : schemaParts())
            if (part.version == version)
                sql += part.sql;
        EXPECT_EQ(crypto::sha256(view(sql)).hex(), released[static_cast<std::size_t>(version - 1)])
            << "version " << version;
    }
}

TEST(Schema, IsWhatItsDocumentSays) {
    const auto document = fileBytes(std::filesystem::path(TEKEN_SOURCE_DIR) / "core/store/SCHEMA.md");
    EXPECT_NE(document.find("number of the schema, now " + std::to_string(kSchemaVersion) + "."),
              std::string::npos);
    const auto connection = memory();
    ASSERT_TRUE(migrate(*connection, schemaParts()));
    auto rows =
        connection->query("SELECT t.name, c.name FROM pragma_table_list t, pragma_table_info(t.name) c "
                          "WHERE t.schema = 'main' AND t.type = 'table' AND t.name NOT LIKE 'sqlite_%' "
                          "AND t.name NOT LIKE 'ledger_%' AND c.name NOT IN ('one', 'no')");
    int columns = 0;
    while (test::orThrow(rows.next())) {
        ++columns;
        EXPECT_NE(document.find("`" + rows.text(0) + "`"), std::string::npos) << rows.text(0);
        EXPECT_NE(document.find("`" + rows.text(1) + "`"), std::string::npos)
            << rows.text(0) << "." << rows.text(1);
    }
    EXPECT_GT(columns, 60);
}

TEST(Schema, MigratingAgainChangesNothing) {
    const auto connection = memory();
    ASSERT_TRUE(migrate(*connection, schemaParts()));
    ASSERT_TRUE(connection->execute("INSERT INTO setting VALUES ('a', 'b')"));
    ASSERT_TRUE(migrate(*connection, schemaParts()));
    EXPECT_EQ(test::orThrow(connection->text("SELECT value FROM setting")), "b");
    EXPECT_TRUE(checkSchema(*connection, schemaParts()));
}

TEST(Schema, CarriesDataThroughEachStep) {
    const auto connection = memory();
    ASSERT_TRUE(migrate(*connection, std::span(kThreeVersions).first(1)));
    ASSERT_TRUE(connection->execute("INSERT INTO one VALUES (42)"));
    ASSERT_TRUE(migrate(*connection, kThreeVersions));
    EXPECT_EQ(versionOf(*connection), 3);
    EXPECT_EQ(test::orThrow(connection->integer("SELECT a FROM two")), 42);
    EXPECT_TRUE(checkSchema(*connection, kThreeVersions));
}

TEST(Schema, AFailedStepLeavesTheVersionBefore) {
    const std::array broken{kThreeVersions[0], kThreeVersions[1], SchemaPart{2, "CREATE NONSENSE;", {}}};
    const auto connection = memory();
    EXPECT_FALSE(migrate(*connection, broken));
    EXPECT_EQ(versionOf(*connection), 1);
    EXPECT_EQ(test::orThrow(connection->integer("SELECT count(*) FROM sqlite_schema WHERE name = 'two'")), 0);
    EXPECT_TRUE(checkSchema(*connection, kThreeVersions));
}

TEST(Schema, RefusesANewerVersion) {
    const auto connection = memory();
    ASSERT_TRUE(migrate(*connection, kThreeVersions));
    EXPECT_EQ(reasonOf(migrate(*connection, std::span(kThreeVersions).first(1))), "store.newer");
    EXPECT_EQ(versionOf(*connection), 3);
}

TEST(Schema, FindsATableThatDoesNotBelong) {
    const auto connection = memory();
    ASSERT_TRUE(migrate(*connection, schemaParts()));
    ASSERT_TRUE(connection->execute("CREATE TABLE extra (a)"));
    EXPECT_EQ(reasonOf(checkSchema(*connection, schemaParts())), "store.not-a-book");
}

TEST(Schema, ABookOfVersionZeroBecomesWhole) {
    Shelf shelf;
    {
        const auto raw = test::orThrow(Connection::open(shelf.file(), Connection::Mode::New));
        must(raw->execute("PRAGMA application_id = " + std::to_string(kApplicationId)));
    }
    EXPECT_EQ(reasonOf(shelf.tryOpen()), "store.not-a-book") << "it does not say how it is protected";
}

TEST(Schema, EverySealedColumnExistsAndHasARowid) {
    const auto connection = memory();
    ASSERT_TRUE(migrate(*connection, schemaParts()));
    for (const auto& part : schemaParts())
        for (const auto& column : part.sealed)
            EXPECT_TRUE(connection
                            ->query("SELECT rowid, " + std::string(column.row) + ", " + column.column +
                                    " FROM " + column.table)
                            .next())
                << column.table << "." << column.column;
}

TEST(Schema, EveryTableIsStrict) {
    const auto connection = memory();
    ASSERT_TRUE(migrate(*connection, schemaParts()));
    EXPECT_EQ(test::orThrow(connection->text("SELECT name FROM pragma_table_list "
                                             "WHERE schema = 'main' AND type = 'table' AND strict = 0 "
                                             "AND name NOT LIKE 'sqlite_%'")),
              "");
}

TEST(Connection, SetsWhatTheBookPromises) {
    Shelf shelf;
    shelf.create(Protection::Open);
    const auto connection = test::orThrow(Connection::open(shelf.file(), Connection::Mode::Existing));
    const auto number = [&](const char* pragma) {
        return test::orThrow(connection->integer(std::string("PRAGMA ") + pragma));
    };
    EXPECT_EQ(test::orThrow(connection->text("PRAGMA journal_mode")), "wal");
    EXPECT_EQ(test::orThrow(connection->text("PRAGMA locking_mode")), "exclusive");
    EXPECT_EQ(number("synchronous"), 2);
    EXPECT_EQ(number("foreign_keys"), 1);
    EXPECT_EQ(number("secure_delete"), 1);
    EXPECT_EQ(number("temp_store"), 2);
    EXPECT_EQ(number("cell_size_check"), 1);
    EXPECT_EQ(number("trusted_schema"), 0);
    EXPECT_EQ(number("mmap_size"), 0);
    EXPECT_EQ(number("application_id"), kApplicationId);
}

TEST(Connection, ReportsFailuresAsErrors) {
    const auto connection = memory();
    EXPECT_EQ(reasonOf(connection->execute("CREATE NONSENSE")), "store.failed");
    EXPECT_EQ(reasonOf(connection->query("SELECT nothing FROM nowhere").run()), "store.failed");
    ASSERT_TRUE(connection->execute("CREATE TABLE t (a BLOB UNIQUE CHECK (length(a) = 2)) STRICT"));
    ASSERT_TRUE(connection->query("INSERT INTO t VALUES (?1)").bind(ByteView(Bytes{1, 2})).run());
    EXPECT_EQ(reasonOf(connection->query("INSERT INTO t VALUES (?1)").bind(ByteView(Bytes{1, 2})).run()),
              "store.constraint");
    EXPECT_EQ(reasonOf(connection->query("INSERT INTO t VALUES (?1)").bind("xx").run()), "store.constraint");
    EXPECT_EQ(reasonOf(connection->query("SELECT a FROM t WHERE a = ?1").bind(1).bind(2).run()),
              "store.failed");
}

TEST(Connection, TheSameStatementMayRunInsideItself) {
    const auto connection = memory();
    ASSERT_TRUE(connection->execute("CREATE TABLE t (a INTEGER); INSERT INTO t VALUES (1), (2), (3)"));
    int pairs = 0;
    auto outer = connection->query("SELECT a FROM t");
    while (test::orThrow(outer.next())) {
        auto inner = connection->query("SELECT a FROM t");
        while (test::orThrow(inner.next()))
            ++pairs;
    }
    EXPECT_EQ(pairs, 9);
}

} // namespace
} // namespace teken::store
