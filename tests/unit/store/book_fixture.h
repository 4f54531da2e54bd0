// A shelf for one book: its folder, its seams, and short words for what every test does with it.
#pragma once

#include "core/base/files.h"
#include "core/store/acks.h"
#include "core/store/anchor.h"
#include "core/store/blobs.h"
#include "core/store/book.h"
#include "core/store/entries.h"
#include "core/store/journal.h"
#include "core/store/keyring.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace teken::store {

inline crypto::SecretBytes phrase(std::string_view words) {
    return crypto::SecretBytes::copyOf(view(words));
}

inline std::string fileBytes(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

inline void writeFileBytes(const std::filesystem::path& path, std::string_view bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// "store.in-use", or "" if all went well.
template <class T>
std::string reasonOf(const Result<T>& result) {
    return result ? std::string() : result.error().reason;
}

inline void must(const Result<>& result) {
    if (!result)
        throw std::runtime_error(describe(result.error()));
}

inline std::string settingOf(Book& book, const std::string& key) {
    return test::orThrow(book.settings().get(key)).value_or("(none)");
}

inline std::string journalOf(Book& book, const std::string& key) {
    const auto value = test::orThrow(book.journal().get(key));
    return value ? std::string(textOf(*value)) : "(none)";
}

class Shelf {
public:
    test::TemporaryFolder folder;
    test::FakeClock clock;
    test::SeededRandom random;
    PosixFileSystem files;
    std::string vfs;

    [[nodiscard]] std::filesystem::path file() const { return folder / "buku.teken"; }
    [[nodiscard]] BookSeams seams() { return {clock, random, files, vfs}; }
    [[nodiscard]] crypto::KdfParams kdf() { return crypto::KdfParams::fast(random); }

    std::unique_ptr<Book> create(Protection protection) {
        return test::orThrow(Book::create(file(), protection, seams()));
    }
    std::unique_ptr<Book> open() { return test::orThrow(Book::open(file(), seams())); }
    /// Sealed, with "Bu Ani" (holder 1, passphrase "kunci ani") unlocked.
    std::unique_ptr<Book> createForAni() {
        auto book = create(Protection::Sealed);
        test::orThrow(book->keyring().add("Bu Ani", entry::Role::Field, phrase("kunci ani"), kdf()));
        return book;
    }
    [[nodiscard]] Result<> tryOpen() {
        TEKEN_TRY(const auto book, Book::open(file(), seams()));
        return {};
    }
};

/// One transaction for each entry.
inline Result<PutOutcome> put(Book& book, const entry::VerifiedEntry& entry) {
    auto outcome = PutOutcome::Duplicate;
    TEKEN_CHECK(book.write([&](Transaction& transaction) -> Result<> {
        TEKEN_TRY(outcome, book.entries().put(transaction, entry));
        return {};
    }));
    return outcome;
}

inline entry::WithheldEntry withheldOf(const entry::VerifiedEntry& entry) {
    return {entry.raw.key, entry.raw.signature, entry.id, entry.payload.header.seq,
            entry.payload.header.prev};
}

} // namespace teken::store
