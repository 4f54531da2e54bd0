// What sealing, chaining and bookkeeping add to one durable commit. The floor is a bare SQLite commit (WAL,
// synchronous=FULL) of the same number of bytes on the same disk in the same run, taken in turns so that a
// busy disk slows down both. Aim: a sealed save costs at most 3 bare commits. Then batches, as a server
// stores them.
//
// store_bench [FOLDER]: put it on the disk in question; /tmp may be memory.
#include "core/base/files.h"
#include "core/crypto/random.h"
#include "core/store/connection.h"
#include "core/store/entries.h"
#include "core/store/journal.h"
#include "core/store/keyring.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace {

using namespace teken;
using Seconds = std::chrono::duration<double>;

constexpr std::uint32_t kSaves = 600;
constexpr std::size_t kBatch = 500; // SYNC.md: entries in a batch at most

void require(const auto& result) {
    if (!result)
        throw std::runtime_error(describe(result.error()));
}

double secondsOf(const auto& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return Seconds(std::chrono::steady_clock::now() - start).count();
}

double quantile(std::vector<double> values, double part) {
    const auto at = static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
    std::nth_element(values.begin(), values.begin() + at, values.end());
    return values[static_cast<std::size_t>(at)];
}

std::vector<entry::VerifiedEntry> signatures(std::uint32_t count) {
    test::World world;
    world.begin();
    auto& officer = world.certifyOfficer("Petugas");
    officer.openSession();
    for (std::uint32_t i = 1; i < count; ++i) {
        Bytes ink(600); // a usual signature after thinning
        world.random.fill(ink);
        officer.sign(test::World::person(i), std::move(ink));
    }
    return officer.entries();
}

/// The floor: one table, one row, one commit.
class BareTable {
public:
    explicit BareTable(const std::filesystem::path& file)
        : m_connection(test::orThrow(store::Connection::open(file, store::Connection::Mode::New))) {
        require(m_connection->enterWal());
        require(m_connection->execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)"));
    }
    void commit(ByteView bytes) {
        require(m_connection->transaction(
            [&] { return m_connection->query("INSERT INTO bare (bytes) VALUES (?1)").bind(bytes).run(); }));
    }

private:
    std::unique_ptr<store::Connection> m_connection;
};

Bytes rowBytes(const entry::VerifiedEntry& entry) {
    Bytes bytes = entry.raw.payload;
    bytes.insert(bytes.end(), entry.raw.ink.begin(), entry.raw.ink.end());
    bytes.insert(bytes.end(), entry.raw.signature.bytes.begin(), entry.raw.signature.bytes.end());
    return bytes;
}

/// As when a signature is saved: the entry goes in and its strokes leave the journal, in one commit.
void save(store::Book& book, const entry::VerifiedEntry& entry) {
    require(book.write([&](store::Transaction& t) -> Result<> {
        TEKEN_CHECK(book.entries().put(t, entry));
        return book.journal().remove(t, "goresan");
    }));
}

void print(const char* what, const std::vector<double>& times, double floor) {
    const double half = quantile(times, 0.5);
    std::printf("%-36s median %8.3f ms   p95 %8.3f ms   %5.2f x bare\n", what, half * 1e3,
                quantile(times, 0.95) * 1e3, half / floor);
}

void singles(const std::filesystem::path& folder, const store::BookSeams& seams) {
    const auto entries = signatures(kSaves);
    BareTable bare(folder / "bare");
    const auto sealed =
        test::orThrow(store::Book::create(folder / "sealed", store::Protection::Sealed, seams));
    require(sealed->keyring().add("Petugas", entry::Role::Field, crypto::SecretBytes::copyOf(view("kata")),
                                  crypto::KdfParams::fast(seams.random)));
    const auto open = test::orThrow(store::Book::create(folder / "open", store::Protection::Open, seams));
    std::vector<double> bareTimes, openTimes, sealedTimes;
    for (const auto& entry : entries) {
        const auto bytes = rowBytes(entry);
        bareTimes.push_back(secondsOf([&] { bare.commit(bytes); }));
        openTimes.push_back(secondsOf([&] { save(*open, entry); }));
        sealedTimes.push_back(secondsOf([&] { save(*sealed, entry); }));
    }
    const double floor = quantile(bareTimes, 0.5);
    std::printf("one commit each, %u times\n", kSaves);
    print("bare SQLite, same bytes", bareTimes, floor);
    print("save in an open book", openTimes, floor);
    print("save in a sealed book (aim 3.00)", sealedTimes, floor);
}

void batches(const std::filesystem::path& folder, const store::BookSeams& seams) {
    const auto entries = signatures(10 * kBatch);
    const auto book = test::orThrow(store::Book::create(folder / "server", store::Protection::Open, seams));
    const double seconds = secondsOf([&] {
        for (std::size_t from = 0; from < entries.size(); from += kBatch)
            require(book->write([&](store::Transaction& t) -> Result<> {
                for (std::size_t i = from; i < std::min(from + kBatch, entries.size()); ++i)
                    TEKEN_CHECK(book->entries().put(t, entries[i]));
                return {};
            }));
    });
    std::size_t bytes = 0;
    const double scan = secondsOf([&] {
        require(book->entries().scanAll(1, [&](const store::StoredEntry& stored) -> Result<> {
            bytes += std::get<entry::Entry>(stored.record).payload.size();
            return {};
        }));
    });
    const auto count = static_cast<double>(entries.size());
    std::printf("batches of %zu: %.0f entries/s stored; scan: %.0f entries/s\n", kBatch, count / seconds,
                count / scan);
}

} // namespace

int main(int argc, char** argv) {
    require(crypto::start());
    const test::TemporaryFolder temporary;
    const std::filesystem::path folder = argc > 1 ? std::filesystem::path(argv[1]) : temporary.path();
    const test::FakeClock clock;
    crypto::SystemRandom random;
    PosixFileSystem files;
    const store::BookSeams seams{clock, random, files, {}};
    singles(folder, seams);
    batches(folder, seams);
}
