#include "core/store/connection.h"

#include "core/store/sqlite_errors.h"
#include "core/store/wal_vfs.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <cerrno>
#include <unordered_map>
#include <vector>

namespace teken::store {

/// Idle statements of one text; several when a scan calls into itself.
struct Query::Shelf {
    std::vector<std::unique_ptr<SQLite::Statement>> idle;
};

struct Connection::Parts {
    /// Lets a map of strings be searched with a view: no copy of the text for each query.
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };

    std::unique_ptr<WalVfs> vfs; // before the database, which lives on it
    std::unique_ptr<SQLite::Database> database;
    // By their text. Destroyed before the database, which cannot close while a statement lives; a shelf never
    // moves.
    std::unordered_map<std::string, Query::Shelf, TextHash, std::equal_to<>> shelves;

    [[nodiscard]] sqlite3* handle() const { return database->getHandle(); }
};

namespace {

constexpr int kMostCellBytes = 16 * 1024 * 1024; // far above any cell of ours, far below a memory problem

int openFlags(Connection::Mode mode) {
    switch (mode) {
    case Connection::Mode::New:
        return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    case Connection::Mode::Existing:
        return SQLite::OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
    case Connection::Mode::Memory:
        break;
    }
    return SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE | SQLite::OPEN_MEMORY | SQLITE_OPEN_NOMUTEX;
}

// An opened file may come from a stranger: nothing in its schema may run.
void distrust(sqlite3* handle) {
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kMostCellBytes);
}

// Some of SQLiteCpp's exceptions know the plain code only.
int codeOf(const SQLite::Exception& problem) {
    return problem.getExtendedErrorCode() > 0 ? problem.getExtendedErrorCode() : problem.getErrorCode();
}

void setKeepWal(sqlite3* handle, bool keep) {
    sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep ? 1 : 0, nullptr);
}

} // namespace

Connection::Connection() : m_parts(std::make_unique<Parts>()) {}

Connection::~Connection() = default;

Result<std::unique_ptr<Connection>> Connection::open(const std::filesystem::path& file, Mode mode,
                                                     const std::string& vfs) {
    auto connection = std::unique_ptr<Connection>(new Connection);
    auto& parts = *connection->m_parts;
    parts.vfs = WalVfs::over(vfs);
    if (!parts.vfs)
        return fail(ErrorCode::InvalidInput, "store.vfs", "expected the name of a registered file system");
    try {
        parts.database =
            std::make_unique<SQLite::Database>(mode == Mode::Memory ? std::string(":memory:") : file.string(),
                                               openFlags(mode), 0, parts.vfs->name());
    } catch (const SQLite::Exception& problem) {
        // The handle is gone, and with it the system's own error number; errno still has it for a failed
        // open.
        const int systemErrno = errno;
        return fail(sqliteError(codeOf(problem), problem.what(), systemErrno));
    }
    TEKEN_CHECK(connection->configure(mode));
    return connection;
}

Result<> Connection::configure(Mode mode) {
    sqlite3* handle = m_parts->handle();
    sqlite3_extended_result_codes(handle, 1);
    distrust(handle);
    if (mode == Mode::Existing)
        setKeepWal(handle, true);
    // locking_mode first: it must be set before the WAL is touched, so that no -shm file is ever made.
    TEKEN_CHECK(execute("PRAGMA locking_mode = EXCLUSIVE;"
                        "PRAGMA temp_store = MEMORY;"
                        "PRAGMA mmap_size = 0;"
                        "PRAGMA cell_size_check = ON;"
                        "PRAGMA synchronous = FULL;"
                        "PRAGMA foreign_keys = ON;"
                        "PRAGMA secure_delete = ON;"
                        // 16 MiB: the indexes of a regency's book stay in memory while many entries come in.
                        "PRAGMA cache_size = -16384;"
                        "PRAGMA wal_autocheckpoint = 4000;"));
    if (mode != Mode::Memory && sqlite3_db_readonly(handle, "main") == 1)
        return fail(ErrorCode::ReadOnly, "store.read-only", "expected a writable book, found it read-only");
    return {};
}

Error Connection::errorOf(int code) const {
    sqlite3* handle = m_parts->handle();
    return sqliteError(code, sqlite3_errstr(code), sqlite3_system_errno(handle));
}

Query Connection::query(std::string_view sql) {
    auto found = m_parts->shelves.find(sql);
    if (found == m_parts->shelves.end())
        found = m_parts->shelves.emplace(sql, Query::Shelf{}).first;
    auto& [text, shelf] = *found;
    if (!shelf.idle.empty()) {
        auto statement = std::move(shelf.idle.back());
        shelf.idle.pop_back();
        return {*this, shelf, std::move(statement)};
    }
    try {
        return {*this, shelf, std::make_unique<SQLite::Statement>(*m_parts->database, text)};
    } catch (const SQLite::Exception& problem) {
        return Query(sqliteError(codeOf(problem), problem.what(), sqlite3_system_errno(m_parts->handle())));
    }
}

Result<> Connection::execute(const std::string& sql) {
    if (const int code = m_parts->database->tryExec(sql); code != SQLITE_OK)
        return fail(errorOf(sqlite3_extended_errcode(m_parts->handle())));
    return {};
}

Result<std::int64_t> Connection::integer(std::string_view sql) {
    auto cell = query(sql);
    TEKEN_TRY(const bool row, cell.next());
    return row ? cell.integer(0) : 0;
}

Result<std::string> Connection::text(std::string_view sql) {
    auto cell = query(sql);
    TEKEN_TRY(const bool row, cell.next());
    return row ? cell.text(0) : std::string();
}

Result<> Connection::transaction(const std::function<Result<>()>& work) {
    TEKEN_ASSERT(!m_inTransaction, "transactions do not nest");
    TEKEN_CHECK(query("BEGIN IMMEDIATE").run());
    m_inTransaction = true;
    struct RollBackUnlessDone { // also when `work` throws
        Connection& connection;
        bool done = false;
        ~RollBackUnlessDone() {
            if (!done)
                connection.rollback();
            connection.m_inTransaction = false;
        }
    } guard{*this};
    TEKEN_CHECK(work());
    TEKEN_CHECK(query("COMMIT").run());
    guard.done = true;
    return {};
}

void Connection::rollback() {
    // After some failures (disk full among them) SQLite has rolled back by itself already.
    if (sqlite3_get_autocommit(m_parts->handle()) == 0)
        (void)query("ROLLBACK").run();
}

Result<> Connection::enterWal() {
    TEKEN_TRY(const auto mode, text("PRAGMA journal_mode = WAL"));
    if (mode != "wal")
        return fail(ErrorCode::Unsupported, "store.no-wal",
                    "expected journal mode wal, found " + mode + ": this file system cannot hold a book");
    return {};
}

Result<> Connection::forgoDurability() {
    TEKEN_TRY(const auto mode, text("PRAGMA journal_mode = MEMORY"));
    if (mode != "memory")
        return fail(ErrorCode::Unsupported, "store.no-wal", "expected journal mode memory, found " + mode);
    return execute("PRAGMA synchronous = OFF; PRAGMA secure_delete = OFF; PRAGMA cache_size = -32768;");
}

Result<> Connection::emptyWal() {
    TEKEN_TRY(const auto blocked, integer("PRAGMA wal_checkpoint(TRUNCATE)"));
    if (blocked != 0)
        return fail(ErrorCode::Locked, "store.in-use", "the write-ahead log is in use");
    return {};
}

void Connection::accept() {
    setKeepWal(m_parts->handle(), false);
}

Result<> Connection::copyTo(const std::filesystem::path& file, const std::string& vfs) {
    TEKEN_TRY(const auto target, open(file, Mode::New, vfs));
    try {
        SQLite::Backup backup(*target->m_parts->database, *m_parts->database);
        if (const int code = backup.executeStep(-1); code != SQLITE_DONE)
            return fail(target->errorOf(code));
    } catch (const SQLite::Exception& problem) {
        return fail(
            sqliteError(codeOf(problem), problem.what(), sqlite3_system_errno(target->m_parts->handle())));
    }
    return {};
}

std::int64_t Connection::lastRow() const {
    return sqlite3_last_insert_rowid(m_parts->handle());
}

std::int64_t Connection::changes() const {
    return sqlite3_changes64(m_parts->handle());
}

// --- Query -------------------------------------------------------------------------------------------------

Query::Query(Connection& connection, Shelf& shelf, std::unique_ptr<SQLite::Statement> statement)
    : m_connection(&connection), m_shelf(&shelf), m_statement(std::move(statement)) {}

Query::Query(Error error) : m_error(std::move(error)) {}

Query::Query(Query&& other) noexcept = default;

Query::~Query() {
    if (!m_statement) // moved from, or never prepared
        return;
    again();
    m_shelf->idle.push_back(std::move(m_statement));
}

Query& Query::again() {
    if (m_statement) {
        (void)m_statement->tryReset();
        // Values of the last run, maybe personal, do not rest in the cache.
        guardedBind([this] { m_statement->clearBindings(); });
        m_error.reset();
        m_nextIndex = 1;
    }
    return *this;
}

template <class Bind>
Query& Query::guardedBind(Bind bind) {
    if (m_error || !m_statement)
        return *this;
    try {
        bind();
    } catch (const SQLite::Exception& problem) {
        m_error = sqliteError(codeOf(problem), problem.what(), 0);
    }
    return *this;
}

Query& Query::bind(ByteView bytes) {
    // A null pointer would bind NULL instead of an empty value.
    const void* data = bytes.empty() ? static_cast<const void*>("") : bytes.data();
    return guardedBind([&] { m_statement->bind(m_nextIndex++, data, static_cast<int>(bytes.size())); });
}

Query& Query::bind(std::string_view text) {
    return guardedBind([&] { m_statement->bind(m_nextIndex++, std::string(text)); });
}

Query& Query::bindNull() {
    return guardedBind([&] { m_statement->bind(m_nextIndex++); });
}

Query& Query::bindInteger(std::int64_t number) {
    return guardedBind([&] { m_statement->bind(m_nextIndex++, number); });
}

Result<bool> Query::next() {
    if (m_error)
        return fail(*m_error);
    const int code = m_statement->tryExecuteStep();
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return fail(m_connection->errorOf(code));
}

Result<> Query::run() {
    for (;;) {
        TEKEN_TRY(const bool row, next());
        if (!row)
            return {};
    }
}

bool Query::isNull(int column) const {
    return m_statement->getColumn(column).isNull();
}

std::int64_t Query::integer(int column) const {
    return m_statement->getColumn(column).getInt64();
}

ByteView Query::bytes(int column) const {
    const auto cell = m_statement->getColumn(column);
    const auto* data = static_cast<const std::uint8_t*>(cell.getBlob());
    return {data, static_cast<std::size_t>(cell.getBytes())};
}

std::string Query::text(int column) const {
    return std::string(textOf(bytes(column)));
}

} // namespace teken::store
