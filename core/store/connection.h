// The one door to SQLite: a connection with its prepared statements, where every failure is an Error and no
// exception leaves. Only this room includes it.
//
// Threads: one at a time, together with everything that came from the connection.
#pragma once

#include "core/base/bytes.h"

#include <concepts>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace SQLite {
class Database;
class Statement;
} // namespace SQLite

namespace teken::store {

class Connection;

/// One run of a prepared statement; goes back to its connection's cache at the end of its life. Bind ?1, ?2 …
/// in order, then next() for each row or run() for none. A failed bind is reported by the next step.
class Query {
public:
    Query(Query&& other) noexcept;
    ~Query();
    Query(const Query&) = delete;
    Query& operator=(const Query&) = delete;
    Query& operator=(Query&&) = delete;

    Query& bind(ByteView bytes);
    Query& bind(std::string_view text);
    Query& bindNull();
    template <std::integral Number>
    Query& bind(Number number) {
        return bindInteger(static_cast<std::int64_t>(number));
    }
    template <class Tag, std::size_t N>
    Query& bind(const FixedBytes<Tag, N>& value) {
        return bind(value.view());
    }
    template <class Value>
    Query& bind(const std::optional<Value>& value) {
        return value ? bind(*value) : bindNull();
    }

    /// True: a row is there. False: no more.
    [[nodiscard]] Result<bool> next();
    /// Steps to the end, whatever rows there are.
    [[nodiscard]] Result<> run();
    /// Ready for other values: the same statement again.
    Query& again();

    // Cells of the present row, columns from 0. Views hold until the next step.
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::uint64_t number(int column) const {
        return static_cast<std::uint64_t>(integer(column));
    }
    [[nodiscard]] ByteView bytes(int column) const;
    [[nodiscard]] std::string text(int column) const;
    /// Corrupt ("store.damaged") if the cell has another length.
    template <class Fixed>
    [[nodiscard]] Result<Fixed> fixed(int column) const {
        auto value = Fixed::fromBytes(bytes(column));
        if (!value)
            return fail(ErrorCode::Corrupt, "store.damaged", value.error().message);
        return *value;
    }
    template <class Fixed>
    [[nodiscard]] Result<std::optional<Fixed>> fixedOrNull(int column) const {
        if (isNull(column))
            return std::optional<Fixed>{};
        TEKEN_TRY(const auto value, fixed<Fixed>(column));
        return std::optional<Fixed>(value);
    }

private:
    friend class Connection;
    struct Shelf;
    Query(Connection& connection, Shelf& shelf, std::unique_ptr<SQLite::Statement> statement);
    explicit Query(Error error);
    Query& bindInteger(std::int64_t number);
    template <class Bind>
    Query& guardedBind(Bind bind);

    Connection* m_connection = nullptr;
    Shelf* m_shelf = nullptr; // where the statement rests between two runs
    std::unique_ptr<SQLite::Statement> m_statement;
    std::optional<Error> m_error; // from preparing or binding
    int m_nextIndex = 1;
};

class Connection {
public:
    enum class Mode : std::uint8_t {
        New,      ///< an empty or missing file; rollback journal until enterWal()
        Existing, ///< must exist; may be written
        Memory    ///< no file at all
    };

    /// `vfs`: name of a registered SQLite VFS; empty: the default one. Settings as in SCHEMA.md. Nothing is
    /// written: an existing file stays as it is until the first write, and its WAL until accept().
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const std::filesystem::path& file,
                                                                  Mode mode, const std::string& vfs = {});
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Prepared once and kept; a failure to prepare is reported by the first step.
    [[nodiscard]] Query query(std::string_view sql);
    /// Several statements without values: schema and pragmas.
    [[nodiscard]] Result<> execute(const std::string& sql);
    /// First cell of the first row.
    [[nodiscard]] Result<std::int64_t> integer(std::string_view sql);
    [[nodiscard]] Result<std::string> text(std::string_view sql);

    /// BEGIN IMMEDIATE, `work`, COMMIT. Any error (and any exception) rolls everything back. Not nestable: a
    /// second one inside is a bug and stops the program.
    [[nodiscard]] Result<> transaction(const std::function<Result<>()>& work);
    [[nodiscard]] bool inTransaction() const { return m_inTransaction; }

    [[nodiscard]] Result<> enterWal();
    /// Journal in memory, no syncing, no overwriting of what is deleted: for files that a crash may ruin.
    [[nodiscard]] Result<> forgoDurability();
    /// Copies the WAL into the file and cuts it to nothing, so that replaced bytes do not linger there.
    [[nodiscard]] Result<> emptyWal();
    /// From now on closing may tidy the file: it is ours. Until then closing leaves every byte as found.
    void accept();
    /// Whole copy into another, new database file.
    [[nodiscard]] Result<> copyTo(const std::filesystem::path& file, const std::string& vfs);

    [[nodiscard]] std::int64_t lastRow() const;
    /// Rows changed by the last INSERT, UPDATE or DELETE.
    [[nodiscard]] std::int64_t changes() const;

private:
    friend class Query;
    Connection();
    [[nodiscard]] Result<> configure(Mode mode);
    void rollback();
    [[nodiscard]] Error errorOf(int code) const;

    struct Parts;
    std::unique_ptr<Parts> m_parts;
    bool m_inTransaction = false;
};

} // namespace teken::store
