#include "core/store/book.h"

#include "core/store/acks.h"
#include "core/store/blobs.h"
#include "core/store/book_file.h"
#include "core/store/connection.h"
#include "core/store/entries.h"
#include "core/store/file_lock.h"
#include "core/store/journal.h"
#include "core/store/keyring.h"
#include "core/store/ledger_tables.h"
#include "core/store/log_appender.h"
#include "core/store/receipts.h"
#include "core/store/resealing.h"
#include "core/store/schema.h"
#include "core/store/seal_box.h"

namespace teken::store {

// In the order of their making; destroyed backwards, the lock last.
struct Book::Parts {
    Parts(FileLock held, std::filesystem::path path, std::unique_ptr<Connection> open, Protection protection,
          const BookSeams& seams)
        : lock(std::move(held)), file(std::move(path)), vfs(seams.vfs), connection(std::move(open)),
          box(protection, seams.random), keyring(*connection, box, seams.random), entries(*connection, box),
          blobs(*connection, box), ledger(*connection, box), acks(*connection), log(*connection),
          receipts(*connection), journal(*connection, box), settings(*connection) {}

    FileLock lock;
    std::filesystem::path file;
    std::string vfs;
    std::unique_ptr<Connection> connection;
    SealBox box;
    Keyring keyring;
    EntryTable entries;
    BlobTable blobs;
    LedgerTables ledger;
    AckTable acks;
    LogTable log;
    ReceiptTable receipts;
    JournalTable journal;
    SettingsTable settings;
};

namespace {

Result<> needNewName(const std::filesystem::path& file) {
    std::error_code missing;
    if (std::filesystem::exists(std::filesystem::symlink_status(file, missing)))
        return fail(ErrorCode::Conflict, "store.exists", "expected a new name, found a file", file.string());
    return {};
}

Result<> fillNew(Connection& connection, Protection protection) {
    TEKEN_CHECK(connection.execute("PRAGMA application_id = " + std::to_string(kApplicationId)));
    TEKEN_CHECK(migrate(connection, schemaParts()));
    TEKEN_CHECK(connection.query("INSERT INTO book (one, protection) VALUES (1, ?1)")
                    .bind(static_cast<int>(protection))
                    .run());
    return connection.enterWal();
}

// Under another name first: a book is there whole or not at all, whenever the power goes.
Result<> makeNew(const std::filesystem::path& file, Protection protection, const std::string& vfs) {
    const std::filesystem::path unfinished = file.string() + ".new";
    removeDatabaseFiles(unfinished); // of a creation that was interrupted
    TEKEN_CHECK(createEmptyFile(unfinished));
    const auto made = [&]() -> Result<> {
        {
            TEKEN_TRY(const auto connection, Connection::open(unfinished, Connection::Mode::New, vfs));
            TEKEN_CHECK(fillNew(*connection, protection));
            TEKEN_CHECK(connection->emptyWal());
        }
        return publishFile(unfinished, file);
    }();
    if (!made)
        removeDatabaseFiles(unfinished);
    return made;
}

Result<Protection> readProtection(Connection& connection) {
    auto cells = connection.query("SELECT protection FROM book");
    TEKEN_TRY(const bool here, cells.next());
    if (!here)
        return fail(ErrorCode::Corrupt, "store.not-a-book", "the book does not say how it is protected");
    return cells.integer(0) == 0 ? Protection::Open : Protection::Sealed;
}

// Reads before it writes: a file that is not ours, or too new, stays as it is.
Result<std::unique_ptr<Connection>> connect(const std::filesystem::path& file, const std::string& vfs) {
    TEKEN_TRY(auto connection, Connection::open(file, Connection::Mode::Existing, vfs));
    TEKEN_TRY(const auto version, connection->integer("PRAGMA user_version"));
    if (version > kSchemaVersion)
        return fail(ErrorCode::Unsupported, "store.newer",
                    "expected a book of version " + std::to_string(kSchemaVersion) + " or older, found " +
                        std::to_string(version),
                    file.string());
    TEKEN_CHECK(checkSchema(*connection, schemaParts()));
    connection->accept();
    TEKEN_CHECK(connection->enterWal());
    TEKEN_CHECK(migrate(*connection, schemaParts()));
    return connection;
}

// While opening, whatever SQLite finds damaged means that this is no book to work with.
Error openingError(Error error, const std::filesystem::path& file) {
    if (error.reason == "store.damaged")
        error.reason = "store.not-a-book";
    if (error.place.empty())
        error.place = file.string();
    return error;
}

} // namespace

Book::Book() = default;

Book::~Book() = default;

Result<std::unique_ptr<Book>> Book::create(const std::filesystem::path& file, Protection protection,
                                           const BookSeams& seams) {
    TEKEN_CHECK(needNewName(file));
    {
        TEKEN_TRY(const auto lock, FileLock::acquire(file));
        if (auto made = makeNew(file, protection, seams.vfs); !made)
            return fail(openingError(std::move(made).error(), file));
    }
    return open(file, seams);
}

Result<std::unique_ptr<Book>> Book::createScratch(const std::filesystem::path& file, const BookSeams& seams) {
    TEKEN_TRY(auto book, create(file, Protection::Open, seams));
    TEKEN_CHECK(book->m_parts->connection->forgoDurability());
    return book;
}

Result<std::unique_ptr<Book>> Book::open(const std::filesystem::path& file, const BookSeams& seams) {
    TEKEN_CHECK(inspectBookFile(file));
    TEKEN_TRY(auto lock, FileLock::acquire(file));
    auto connection = connect(file, seams.vfs);
    if (!connection)
        return fail(openingError(std::move(connection).error(), file));
    auto protection = readProtection(**connection);
    if (!protection)
        return fail(openingError(std::move(protection).error(), file));
    auto book = std::unique_ptr<Book>(new Book);
    book->m_parts =
        std::make_unique<Parts>(std::move(lock), file, std::move(*connection), *protection, seams);
    TEKEN_CHECK(book->m_parts->keyring.start());
    // A rotation that was cut off before its cleaning; if there is no room for it now, the next start tries.
    (void)scrubIfDue(*book->m_parts->connection);
    return book;
}

Protection Book::protection() const {
    return m_parts->box.protection();
}

bool Book::locked() const {
    return m_parts->box.locked();
}

const std::filesystem::path& Book::file() const {
    return m_parts->file;
}

Result<> Book::write(const std::function<Result<>(Transaction&)>& work) {
    return m_parts->connection->transaction([&]() -> Result<> {
        Transaction transaction;
        TEKEN_CHECK(work(transaction));
        return followEntries(*m_parts->connection);
    });
}

Keyring& Book::keyring() {
    return m_parts->keyring;
}

EntryTable& Book::entries() {
    return m_parts->entries;
}

BlobTable& Book::blobs() {
    return m_parts->blobs;
}

LedgerTables& Book::ledger() {
    return m_parts->ledger;
}

AckTable& Book::acks() {
    return m_parts->acks;
}

LogTable& Book::log() {
    return m_parts->log;
}

ReceiptTable& Book::receipts() {
    return m_parts->receipts;
}

JournalTable& Book::journal() {
    return m_parts->journal;
}

SettingsTable& Book::settings() {
    return m_parts->settings;
}

Result<> Book::checkFile() {
    auto& connection = *m_parts->connection;
    TEKEN_TRY(const auto finding, connection.text("PRAGMA integrity_check(1)"));
    if (finding != "ok")
        return fail(ErrorCode::Corrupt, "store.damaged", finding, m_parts->file.string());
    auto orphans = connection.query("PRAGMA foreign_key_check");
    TEKEN_TRY(const bool orphan, orphans.next());
    if (orphan)
        return fail(ErrorCode::Corrupt, "store.damaged",
                    "a row of table " + orphans.text(0) + " points to nothing", m_parts->file.string());
    return {};
}

Result<> Book::backupTo(const std::filesystem::path& file) {
    TEKEN_CHECK(needNewName(file));
    const std::filesystem::path unfinished = file.string() + ".part";
    removeDatabaseFiles(unfinished);
    TEKEN_CHECK(createEmptyFile(unfinished));
    auto copied = m_parts->connection->copyTo(unfinished, m_parts->vfs);
    if (copied)
        copied = publishFile(unfinished, file);
    if (!copied)
        removeDatabaseFiles(unfinished);
    return copied;
}

} // namespace teken::store
