// Phase 1 of an audit against the same signatures checked by a bare loop on the same cores, and what memory
// does when the book grows. Aim: at least 85 % of the loop, and memory that does not follow the number of
// entries. Then the whole audit of an evidence bundle with the leaves of a whole log, most of them of other
// drives: everything read, verified, folded and judged, the root recomputed and every leaf compared.
//
//   audit_bench [entries] [leaves]          default 20,000 and 200,000; a nation's log has 5,600,000
#include "core/audit/audit.h"
#include "core/audit/verify_all.h"
#include "core/base/files.h"
#include "core/crypto/random.h"
#include "core/log/checkpoint.h"
#include "core/log/leaf.h"
#include "core/log/note.h"
#include "core/store/entries.h"
#include "sync/bundle/evidence.h"
#include "sync/bundle/storage.h"
#include "tests/bench/handwriting.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <thread>

namespace {

using namespace teken;

constexpr int kRounds = 5;
constexpr const char* kOrigin = "pusat.example/log";

double secondsOf(const auto& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

/// Of all threads: what a crowded machine does not change.
double processorSeconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
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
        officer.sign(test::World::person(static_cast<std::uint32_t>(i)),
                     bench::someHandwriting(world.random));
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

double bareSeconds(const std::vector<entry::VerifiedEntry>& entries, const std::vector<Bytes>& messages,
                   unsigned threads) {
    return secondsOf([&] {
        std::vector<std::thread> pool;
        for (unsigned t = 0; t < threads; ++t)
            pool.emplace_back([&, t] {
                for (std::size_t i = t; i < entries.size(); i += threads)
                    require(crypto::verify(entries[i].raw.key, messages[i], entries[i].raw.signature),
                            "a signature");
            });
        for (auto& thread : pool)
            thread.join();
    });
}

double phaseSeconds(store::Book& book, unsigned threads) {
    return secondsOf([&] {
        require(audit::verifyAll(book.entries(), threads,
                                 [](audit::Verified&& one) -> Result<> {
                                     require(one.entry.has_value(), "an entry");
                                     return {};
                                 })
                    .has_value(),
                "verifyAll");
    });
}

struct Floor {
    double bare = 0;      ///< seconds, median
    double phase = 0;     ///< seconds of verifyAll, median
    double ratio = 0;     ///< bare to phase, median of the pairs
    double processor = 0; ///< of the bare loop, median
};

// In turns, so that a busy machine slows down both.
Floor measureFloor(const std::vector<entry::VerifiedEntry>& entries, store::Book& book, unsigned threads) {
    std::vector<Bytes> messages;
    for (const auto& one : entries)
        messages.push_back(entry::preAuthEncoding(entry::kPayloadType, one.raw.payload));
    std::vector<double> bare, phase, ratio, processor;
    for (int round = 0; round < kRounds; ++round) {
        const double before = processorSeconds();
        bare.push_back(bareSeconds(entries, messages, threads));
        processor.push_back(processorSeconds() - before);
        phase.push_back(phaseSeconds(book, threads));
        ratio.push_back(bare.back() / phase.back());
    }
    return {median(bare), median(phase), median(ratio), median(processor)};
}

/// Seconds of each stage, from the progress that an audit tells.
class Stopwatch {
public:
    void tell(audit::Stage stage) {
        const auto now = std::chrono::steady_clock::now();
        const double processor = processorSeconds();
        m_seconds[static_cast<std::size_t>(stage)] += std::chrono::duration<double>(now - m_last).count();
        m_processor[static_cast<std::size_t>(stage)] += processor - m_lastProcessor;
        m_last = now;
        m_lastProcessor = processor;
        m_most = std::max(m_most, residentKilobytes());
    }
    [[nodiscard]] double of(audit::Stage stage) const { return m_seconds[static_cast<std::size_t>(stage)]; }
    [[nodiscard]] double processorOf(audit::Stage stage) const {
        return m_processor[static_cast<std::size_t>(stage)];
    }
    [[nodiscard]] long mostKilobytes() const { return m_most; }

private:
    std::chrono::steady_clock::time_point m_last = std::chrono::steady_clock::now();
    double m_lastProcessor = processorSeconds();
    std::array<double, 3> m_seconds{};
    std::array<double, 3> m_processor{};
    long m_most = 0;
};

/// As `tekenctl audit FILE` does it: the file's entries verified and folded into a scratch book, then audited
/// with its log.
double auditBundle(const std::filesystem::path& file, const std::filesystem::path& work,
                   const std::string& root, const store::BookSeams& seams, unsigned threads,
                   double& unpacking, double& unpackingProcessor, Stopwatch& watch) {
    std::filesystem::create_directory(work);
    return secondsOf([&] {
        sync::PosixBundleStorage storage;
        const auto book = test::orThrow(store::Book::createScratch(work / "source.db", seams));
        sync::UnpackedEvidence unpacked;
        const double processor = processorSeconds();
        unpacking = secondsOf([&] {
            unpacked =
                test::orThrow(sync::unpackEvidence(storage, file, *book, {nullptr, root, threads, {}}));
        });
        unpackingProcessor = processorSeconds() - processor;
        watch = {};
        audit::Options options;
        options.rootFingerprint = root;
        options.threads = threads;
        options.workFolder = work;
        options.log = unpacked.log;
        options.ownState = false;
        options.gathered = &unpacked.gathered;
        options.progress = [&](const audit::Progress& at) {
            watch.tell(at.stage);
            return true;
        };
        const auto report = test::orThrow(audit::auditBook(*book, seams, options));
        for (const auto& rule : report.byRule)
            std::printf("  finding %s: %llu\n", rule.rule.c_str(),
                        static_cast<unsigned long long>(rule.count));
        require(report.verdict != audit::Verdict::Altered && report.log && report.log->whole &&
                    report.log->places == report.entries,
                "the audit");
    });
}

void writeBundle(store::Book& book, const std::filesystem::path& file, test::World& world,
                 audit::LogMaterial log, RandomSource& random) {
    const auto ledger = test::orThrow(ledger::Ledger::open(book, world.root().key().publicKey()));
    sync::PosixBundleStorage storage;
    sync::EvidenceRequest request;
    request.drive = world.drive();
    request.origin = world.root().id();
    request.openly = true;
    request.log = std::move(log);
    require(sync::writeEvidence(book, *ledger, storage, file, request, random).has_value(), "the bundle");
}

} // namespace

int main(int argc, char** argv) {
    const std::size_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 20'000;
    const std::uint64_t leaves = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 200'000;
    require(crypto::start().has_value(), "libsodium");
    const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
    const auto each = [](double seconds, std::uint64_t number) {
        return seconds / static_cast<double>(number) * 1e6;
    };
    test::TemporaryFolder folder;
    PosixFileSystem files;
    test::FakeClock clock;
    test::SeededRandom random(7);
    const store::BookSeams seams{clock, random, files, {}};

    Floor floor;
    std::string root;
    std::uint64_t treeSize = 0;
    {
        test::World world;
        const auto logKey = crypto::SigningKey::generate(random);
        const auto book = makeBook(folder / "book.db", world, seams, count, logKey);
        root = world.root().id().hex();
        floor = measureFloor(world.all(), *book, threads);
        const BenchLog tree(world.all(), leaves);
        treeSize = tree.size();
        audit::LogMaterial log;
        log.checkpoints = {tree.checkpoint(logKey)};
        log.leaves = [&](const audit::LogMaterial::VisitLeaf& visit) { return tree.each(visit); };
        writeBundle(*book, folder / "evidence.teken", world, std::move(log), random);
    }
    std::printf("%zu signatures, %u threads, median of %d rounds taken in turns\n", count, threads, kRounds);
    std::printf("bare verify loop    %8.2f us each\n", each(floor.bare, count));
    std::printf("audit, phase 1      %8.2f us each   %5.1f %% of bare speed (aim 85)\n",
                each(floor.phase, count), 100 * floor.ratio);

    const long before = residentKilobytes();
    double unpacking = 0, unpackingProcessor = 0;
    Stopwatch watch;
    const double whole = auditBundle(folder / "evidence.teken", folder / "work", root, seams, threads,
                                     unpacking, unpackingProcessor, watch);
    const double inLog = watch.of(audit::Stage::Log);
    const double judging = watch.of(audit::Stage::Judge);
    const double judgingProcessor = watch.processorOf(audit::Stage::Judge);
    const double processor = unpackingProcessor + judgingProcessor;
    std::printf(
        "bundle, whole audit %8.2f us each   %5.1f %% of bare speed without the log's part (aim 85)\n",
        each(whole, count), 100 * floor.bare / (whole - inLog));
    std::printf("  read, verify, fold%8.2f us each, processor %8.2f\n", each(unpacking, count),
                each(unpackingProcessor, count));
    std::printf("  judging           %8.2f us each, processor %8.2f\n", each(judging, count),
                each(judgingProcessor, count));
    std::printf(
        "  processor         %8.2f us each, of which %.1f %% is the bare loop's (%.2f us): no number of\n"
        "                    cores makes the audit a greater part of the loop than that\n",
        each(processor, count), 100 * floor.processor / processor, each(floor.processor, count));
    std::printf(
        "  the log           %8.2f us a leaf, processor %8.2f, %llu leaves: root recomputed, each compared\n",
        each(inLog, treeSize), each(watch.processorOf(audit::Stage::Log), treeSize),
        static_cast<unsigned long long>(treeSize));
    std::printf("memory              %8ld KiB before, at most %ld KiB during\n", before,
                watch.mostKilobytes());
    return 0;
}
