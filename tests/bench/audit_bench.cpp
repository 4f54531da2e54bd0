// Phase 1 of an audit against the same signatures checked by a bare loop on the same cores, and what memory
// does when the book grows. Aim: at least 85 % of the loop, and memory that does not follow the number of
// entries. Then the whole audit with the leaves of a whole log, most of them of other drives: the root is
// recomputed and every leaf compared.
//
//   audit_bench [entries] [leaves]          default 20,000 and 200,000; a nation's log has 5,600,000
#include "core/audit/audit.h"
#include "core/audit/verify_all.h"
#include "core/base/files.h"
#include "core/crypto/random.h"
#include "core/log/leaf.h"
#include "core/store/entries.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <thread>

namespace {

using namespace teken;

constexpr std::size_t kInkBytes = 600; // a usual signature after thinning
constexpr int kRounds = 5;
constexpr const char* kOrigin = "pusat.example/log";

double secondsOf(const auto& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

void require(bool good, const char* what) {
    if (!good) {
        std::fprintf(stderr, "audit_bench: %s failed\n", what);
        std::exit(1);
    }
}

long residentKilobytes() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("VmRSS:"))
            return std::atol(line.c_str() + 6);
    return 0;
}

// A drive with `count` signatures, written to the book in batches and forgotten.
std::unique_ptr<store::Book> makeBook(const std::filesystem::path& file, test::World& world,
                                      const store::BookSeams& seams, std::size_t count,
                                      const crypto::SigningKey& logKey) {
    world.begin();
    entry::Certify certify;
    certify.role = entry::Role::Log;
    certify.key = logKey.publicKey();
    certify.name = kOrigin;
    certify.units = {"*"};
    world.root().append(std::move(certify));
    auto& officer = world.certifyOfficer("Petugas");
    officer.openSession();
    for (std::size_t i = 0; i < count; ++i) {
        Bytes ink(kInkBytes);
        world.random.fill(ink);
        officer.sign(test::World::person(static_cast<std::uint32_t>(i)), std::move(ink));
    }
    officer.closeSession();
    auto book = test::orThrow(store::Book::create(file, store::Protection::Open, seams));
    require(book->write([&](store::Transaction& transaction) -> Result<> {
                    for (const auto& one : world.all()) {
                        TEKEN_TRY([[maybe_unused]] const auto put, book->entries().put(transaction, one));
                    }
                    return {};
                })
                .has_value(),
            "writing the book");
    return book;
}

// Leaves of the book's entries, spread among made-up ones of other drives. Nothing is kept but the entries'
// own.
class BenchLog {
public:
    BenchLog(const std::vector<entry::VerifiedEntry>& entries, std::uint64_t leaves)
        : m_size(std::max<std::uint64_t>(leaves, entries.size())), m_step(m_size / entries.size()) {
        for (const auto& one : entries) {
            const auto& header = one.payload.header;
            m_own.push_back(log::encodeLeaf({header.feed, header.seq, one.id, one.raw.signature}));
        }
    }

    [[nodiscard]] Result<> each(const audit::LogMaterial::VisitLeaf& visit) const {
        log::Leaf other;
        other.feed.bytes.fill(0xee);
        for (std::uint64_t i = 0; i < m_size; ++i) {
            if (i % m_step == 0 && i / m_step < m_own.size()) {
                TEKEN_CHECK(visit(m_own[i / m_step]));
                continue;
            }
            other.seq = i;
            TEKEN_CHECK(visit(log::encodeLeaf(other)));
        }
        return {};
    }

    [[nodiscard]] std::string checkpoint(const crypto::SigningKey& key) const {
        log::CompactRange range;
        require(each([&](ByteView leaf) -> Result<> {
                    range.append(log::hashLeaf(leaf));
                    return {};
                }).has_value(),
                "the tree");
        const auto note =
            log::signNote(log::formatCheckpoint({kOrigin, range.size(), range.root()}), kOrigin, key);
        require(note.has_value(), "the checkpoint");
        return log::formatNote(*note);
    }
    [[nodiscard]] std::uint64_t size() const { return m_size; }

private:
    std::uint64_t m_size;
    std::uint64_t m_step;
    std::vector<std::array<std::uint8_t, log::kLeafBytes>> m_own;
};

double bareSeconds(const std::vector<entry::VerifiedEntry>& entries, unsigned threads) {
    std::vector<Bytes> messages;
    for (const auto& one : entries)
        messages.push_back(entry::preAuthEncoding(entry::kPayloadType, one.raw.payload));
    std::vector<double> rounds;
    for (int round = 0; round < kRounds; ++round)
        rounds.push_back(secondsOf([&] {
            std::vector<std::thread> pool;
            for (unsigned t = 0; t < threads; ++t)
                pool.emplace_back([&, t] {
                    for (std::size_t i = t; i < entries.size(); i += threads)
                        require(crypto::verify(entries[i].raw.key, messages[i], entries[i].raw.signature),
                                "a signature");
                });
            for (auto& thread : pool)
                thread.join();
        }));
    return median(rounds);
}

double auditSeconds(store::Book& book, unsigned threads) {
    std::vector<double> rounds;
    for (int round = 0; round < kRounds; ++round)
        rounds.push_back(secondsOf([&] {
            require(audit::verifyAll(book.entries(), threads,
                                     [](audit::Verified&& one) -> Result<> {
                                         require(one.entry.has_value(), "an entry");
                                         return {};
                                     })
                        .has_value(),
                    "verifyAll");
        }));
    return median(rounds);
}

} // namespace

int main(int argc, char** argv) {
    const std::size_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 20'000;
    const std::uint64_t leaves = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 200'000;
    require(crypto::start().has_value(), "libsodium");
    const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
    test::TemporaryFolder folder;
    PosixFileSystem files;
    test::FakeClock clock;
    test::SeededRandom random(7);
    const store::BookSeams seams{clock, random, files, {}};

    std::unique_ptr<store::Book> book;
    std::string root;
    double bare = 0;
    std::unique_ptr<BenchLog> tree;
    const auto logKey = crypto::SigningKey::generate(random);
    {
        test::World world;
        book = makeBook(folder / "book.db", world, seams, count, logKey);
        root = world.root().id().hex();
        bare = bareSeconds(world.all(), threads);
        tree = std::make_unique<BenchLog>(world.all(), leaves);
    }
    const double phase1 = auditSeconds(*book, threads);
    std::printf("%zu signatures, %u threads, median of %d rounds\n", count, threads, kRounds);
    std::printf("bare verify loop    %8.2f us each\n", bare / static_cast<double>(count) * 1e6);
    std::printf("audit, phase 1      %8.2f us each   %5.1f %% of bare speed (aim 85)\n",
                phase1 / static_cast<double>(count) * 1e6, 100 * bare / phase1);

    std::filesystem::create_directory(folder / "work");
    const auto note = tree->checkpoint(logKey);
    std::chrono::steady_clock::time_point logFrom{}, logTo{};
    const long before = residentKilobytes();
    long most = 0;
    const double whole = secondsOf([&] {
        audit::Options options;
        options.rootFingerprint = root;
        options.threads = threads;
        options.workFolder = folder / "work";
        options.log.checkpoints = {note};
        options.log.leaves = [&](const audit::LogMaterial::VisitLeaf& visit) { return tree->each(visit); };
        options.progress = [&](const audit::Progress& at) {
            most = std::max(most, residentKilobytes());
            const auto now = std::chrono::steady_clock::now();
            if (at.stage == audit::Stage::Log && logFrom == std::chrono::steady_clock::time_point{})
                logFrom = now;
            if (at.stage == audit::Stage::Log)
                logTo = now;
            return true;
        };
        const auto report = audit::auditBook(*book, seams, options);
        require(report.has_value(), "the audit");
        require(report->log && report->log->whole && report->log->places == report->entries, "the log");
        std::printf("its own figure      %8.2f us each\n",
                    report->verifySeconds / static_cast<double>(count) * 1e6);
    });
    std::printf("whole audit         %8.2f us each\n", whole / static_cast<double>(count) * 1e6);
    const double inLog = std::chrono::duration<double>(logTo - logFrom).count();
    std::printf("the log's part      %8.2f us a leaf, %llu leaves: root recomputed, each compared\n",
                inLog / static_cast<double>(tree->size()) * 1e6,
                static_cast<unsigned long long>(tree->size()));
    std::printf("memory              %8ld KiB before, at most %ld KiB during\n", before, most);
    return 0;
}
