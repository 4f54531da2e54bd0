// What the ledger adds to a durable commit: a signature recorded one by one (store, fold, counters, one
// transaction) and in batches, against a bare SQLite commit (WAL, synchronous=FULL) of as many bytes, taken
// in turns on the same disk; then the fold alone, entry by entry, and a full refold.
//
// ledger_bench [FOLDER]: put it on the disk in question; /tmp may be memory.
#include "core/base/files.h"
#include "core/crypto/random.h"
#include "core/ledger/fold.h"
#include "core/ledger/ledger.h"
#include "core/store/connection.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace teken;
using test::orThrow;
using Seconds = std::chrono::duration<double>;
using Entries = std::vector<entry::VerifiedEntry>;

constexpr std::uint32_t kSaves = 600;
constexpr std::uint32_t kPersons = 6102; // one regency
constexpr std::size_t kBatch = 500;      // sync: entries in a batch at most
constexpr std::uint32_t kPerSession = 200;

void require(const Result<>& result) {
    if (!result) {
        std::fprintf(stderr, "ledger_bench: %s\n", describe(result.error()).c_str());
        std::exit(1);
    }
}

double secondsOf(const auto& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return Seconds(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// A regency's drive: an officer on each of some laptops, sessions of 200.
struct Drive {
    test::World world;
    Entries authority, signatures;

    explicit Drive(std::uint32_t persons) {
        world.begin();
        std::vector<test::Officer*> officers;
        for (std::uint32_t at = 0; at < persons; at += kPerSession)
            officers.push_back(&world.certifyOfficer());
        authority = world.all();
        for (std::uint32_t person = 0; person < persons; ++person) {
            auto& officer = *officers[person / kPerSession];
            if (person % kPerSession == 0)
                signatures.push_back(officer.openSession());
            Bytes ink(600); // a usual signature after thinning
            world.random.fill(ink);
            signatures.push_back(officer.sign(test::World::person(person), std::move(ink)));
        }
    }
    [[nodiscard]] PublicKey root() { return world.root().key().publicKey(); }
};

class BenchBook {
public:
    BenchBook(const std::filesystem::path& file, const PublicKey& root)
        : m_book(
              orThrow(store::Book::create(file, store::Protection::Open, {m_clock, m_random, m_files, {}}))),
          m_ledger(orThrow(ledger::Ledger::open(*m_book, root))) {}

    [[nodiscard]] ledger::Ledger& ledger() { return *m_ledger; }
    [[nodiscard]] store::Book& book() { return *m_book; }
    void take(std::span<const entry::VerifiedEntry> entries) { orThrow(m_ledger->record(entries)); }

private:
    test::FakeClock m_clock;
    test::SeededRandom m_random;
    PosixFileSystem m_files;
    std::unique_ptr<store::Book> m_book;
    std::unique_ptr<ledger::Ledger> m_ledger;
};

void oneByOne(const std::filesystem::path& folder, Drive& drive) {
    auto bare = orThrow(store::Connection::open(folder / "bare.db", store::Connection::Mode::New));
    require(bare->enterWal());
    require(bare->execute("CREATE TABLE bare (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL)"));
    BenchBook book(folder / "satu.teken", drive.root());
    book.take(drive.authority);
    std::vector<double> floor, saves;
    for (std::uint32_t i = 0; i < kSaves && i < drive.signatures.size(); ++i) {
        const auto& made = drive.signatures[i];
        Bytes bytes = made.raw.payload;
        bytes.insert(bytes.end(), made.raw.ink.begin(), made.raw.ink.end());
        floor.push_back(secondsOf([&] {
            require(bare->transaction(
                [&] { return bare->query("INSERT INTO bare (bytes) VALUES (?1)").bind(bytes).run(); }));
        }));
        saves.push_back(secondsOf([&] { book.take({&made, 1}); }));
    }
    std::printf("bare commit             %8.0f us (median of %zu)\n", median(floor) * 1e6, floor.size());
    std::printf(
        "sign stored and folded  %8.0f us, %.2f x the bare commit (aim: 3 with sealing and signing)\n",
        median(saves) * 1e6, median(saves) / median(floor));
}

/// The fold's own share, without disk: everything in one transaction, settled after each entry.
void foldOnly(const std::filesystem::path& folder, Drive& drive) {
    BenchBook book(folder / "lipat.teken", drive.root());
    book.take(drive.authority);
    std::vector<double> folds;
    const auto root = drive.world.root().id();
    require(book.book().write([&](store::Transaction& transaction) -> Result<> {
        ledger::Fold fold(book.book().ledger(), transaction, root);
        for (const auto& made : drive.signatures) {
            const auto fact = ledger::factOf(made.id, made.payload);
            folds.push_back(secondsOf([&] {
                orThrow(fold.add(fact));
                require(fold.settle());
            }));
        }
        return {};
    }));
    std::printf("fold of one sign        %8.0f us (median of %zu; aim: 150)\n", median(folds) * 1e6,
                folds.size());
}

void inBatches(const std::filesystem::path& folder, Drive& drive) {
    BenchBook book(folder / "banyak.teken", drive.root());
    book.take(drive.authority);
    const auto count = static_cast<double>(drive.signatures.size());
    const auto seconds = secondsOf([&] {
        for (std::size_t at = 0; at < drive.signatures.size(); at += kBatch)
            book.take(
                std::span(drive.signatures).subspan(at, std::min(kBatch, drive.signatures.size() - at)));
    });
    std::printf("record in batches       %8.0f entries/s, durable (%zu entries, %zu at once)\n",
                count / seconds, drive.signatures.size(), kBatch);
    const auto again = secondsOf([&] { require(book.ledger().refold()); });
    std::printf("refold of everything    %8.0f entries/s\n", count / again);
    const auto dump = secondsOf([&] { orThrow(book.ledger().dump()); });
    const auto state = orThrow(book.ledger().drive(drive.world.drive()));
    std::printf("dump                    %8.2f s; %llu persons signed\n", dump,
                static_cast<unsigned long long>(state.signedPersons));
}

} // namespace

int main(int argc, char** argv) {
    require(crypto::start());
    const test::TemporaryFolder temporary;
    const auto folder = argc > 1 ? std::filesystem::path(argv[1]) / "ledger_bench" : temporary.path();
    std::filesystem::create_directories(folder);
    Drive drive(kPersons);
    oneByOne(folder, drive);
    foldOnly(folder, drive);
    inBatches(folder, drive);
    if (argc > 1)
        std::filesystem::remove_all(folder);
    return 0;
}
