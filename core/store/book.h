// A book: one SQLite file with the entries, blobs, keys and derived state of one laptop, one admin or one
// server.
//
// Sealed books (laptops) keep everything personal under a data key that officers' passphrases unlock; open
// books (server, an auditor's working copy) do not. Tables and sealed columns: SCHEMA.md.
//
// Threads: a Book and everything it hands out belong to one thread at a time.
#pragma once

#include "core/base/seams.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

namespace teken::store {

class Connection; // the only owner of SQLite handles; defined in connection.h, inside this room

enum class Protection : std::uint8_t { Open, Sealed };

/// Proof of being inside write(): functions that change a book ask for one.
class Transaction {
public:
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

private:
    friend class Book;
    Transaction() = default;
};

struct BookSeams {
    const Clock& clock;
    RandomSource& random;
    FileSystem& files;
    std::string vfs; ///< name of a SQLite VFS; empty: the default one
};

class SealBox;
class Keyring;
class EntryTable;
class BlobTable;
class LedgerTables;
class AckTable;
class JournalTable;
class LogTable;
class ReceiptTable;
class SettingsTable;

class Book {
public:
    /// Conflict if the file exists; ReadOnly, NoSpace.
    [[nodiscard]] static Result<std::unique_ptr<Book>> create(const std::filesystem::path& file,
                                                              Protection protection, const BookSeams& seams);
    /// An open book for work that can be done again, such as an audit's: nothing is synced, the journal is in
    /// memory, and after a crash the file is worth nothing. As create().
    [[nodiscard]] static Result<std::unique_ptr<Book>> createScratch(const std::filesystem::path& file,
                                                                     const BookSeams& seams);
    /// Migrates older versions. NotFound, Unsupported ("store.newer": made by a newer Teken; untouched),
    /// Corrupt ("store.not-a-book": foreign or damaged file; untouched), Locked ("store.in-use"), ReadOnly.
    [[nodiscard]] static Result<std::unique_ptr<Book>> open(const std::filesystem::path& file,
                                                            const BookSeams& seams);
    ~Book();
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;

    [[nodiscard]] Protection protection() const;
    /// A sealed book whose data key is not unlocked: personal columns answer Locked ("store.locked").
    [[nodiscard]] bool locked() const;
    [[nodiscard]] const std::filesystem::path& file() const;

    /// One durable transaction (BEGIN IMMEDIATE … COMMIT, WAL, synchronous=FULL). An error from `work` rolls
    /// everything back and is returned. Not nestable. In a book that keeps a log, entries stored by `work`
    /// become leaves of it before the commit. NoSpace ("store.disk-full"), ReadOnly, Locked, Corrupt.
    [[nodiscard]] Result<> write(const std::function<Result<>(Transaction&)>& work);

    [[nodiscard]] Keyring& keyring();
    [[nodiscard]] EntryTable& entries();
    [[nodiscard]] BlobTable& blobs();
    [[nodiscard]] LedgerTables& ledger();
    [[nodiscard]] AckTable& acks();
    [[nodiscard]] LogTable& log();
    [[nodiscard]] ReceiptTable& receipts();
    [[nodiscard]] JournalTable& journal();
    [[nodiscard]] SettingsTable& settings();

    /// Full check of the file (PRAGMA integrity_check, foreign keys). Corrupt with the first finding.
    [[nodiscard]] Result<> checkFile();
    /// A consistent copy of the whole book to a new file (SQLite's online backup), sealed as it is.
    [[nodiscard]] Result<> backupTo(const std::filesystem::path& file);

private:
    Book();
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace teken::store
