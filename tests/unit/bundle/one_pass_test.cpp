// A file that is verified and folded while it is read gives the report of one that was unpacked first and
// then audited like any book, whatever is in it.
#include "core/audit/audit.h"
#include "core/base/files.h"
#include "core/crypto/hash.h"
#include "core/crypto/random.h"
#include "core/store/entries.h"
#include "sync/bundle/evidence.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace teken::test {
namespace {

using sync::BlobPiece;
using sync::BundleItem;

std::string told(const audit::Report& report) {
    std::string text = std::to_string(static_cast<int>(report.verdict)) + " " +
                       std::to_string(report.entries) + "/" + std::to_string(report.verified) + "\n";
    for (const auto& check : report.checked)
        text += "+" + check.what + " " + std::to_string(check.count) + "\n";
    for (const auto& check : report.notChecked)
        text += "-" + check.what + "\n";
    for (const auto& one : report.findings)
        text += one.rule + " " + (one.entry ? one.entry->hex() : "") + " " +
                (one.feed ? one.feed->hex() : "") + " " + std::to_string(one.seq) + " " + one.expected + " " +
                one.found + "\n";
    for (const auto& drive : report.drives)
        text += "drive " + drive.drive.hex() + " " + std::to_string(drive.signedPersons) + "\n";
    for (const auto& total : report.sessions)
        text += total.closeCode + " " + std::to_string(total.counts.signedCount) + "\n";
    return text;
}

struct OnePass : testing::Test {
    TemporaryFolder folder;
    World world;
    PosixFileSystem files;
    sync::PosixBundleStorage storage;
    std::filesystem::path file = folder / "bukti.teken";
    std::vector<BundleItem> items;
    int audits = 0;

    void SetUp() override {
        ASSERT_TRUE(crypto::start());
        world.begin();
        auto& officer = world.certifyOfficer();
        officer.openSession();
        for (std::uint32_t n = 0; n < 150; ++n) // several pieces, so that threads have something to share
            officer.sign(World::person(n));
        officer.closeSession();
        for (const auto& one : world.all())
            items.emplace_back(entry::Record(one.raw));
    }
    store::BookSeams seams() { return {world.clock, world.random, files, {}}; }
    entry::Entry& entryAt(std::size_t at) {
        return std::get<entry::Entry>(std::get<entry::Record>(items[at]));
    }

    void write() {
        sync::BundleHeader header;
        header.purpose = sync::Purpose::Evidence;
        header.drive = world.drive();
        header.origin = world.root().id();
        auto writer = orThrow(sync::BundleWriter::create(storage, file, header, world.random));
        for (const auto& item : items)
            ASSERT_TRUE(writer->add(item));
        orThrow(writer->finish());
    }

    /// What is told of the file: folded while it is read, or by an audit of the unpacked book.
    Result<std::string> report(bool folded, unsigned threads) {
        const auto work = folder / ("kerja-" + std::to_string(++audits));
        std::filesystem::create_directory(work);
        const auto book = orThrow(store::Book::createScratch(work / "isi.book", seams()));
        const auto root = world.root().id().hex();
        TEKEN_TRY(const auto unpacked,
                  sync::unpackEvidence(storage, file, *book, {nullptr, folded ? root : "", threads, {}}));
        audit::Options options;
        options.rootFingerprint = root;
        options.workFolder = work;
        options.threads = threads;
        options.log = unpacked.log;
        options.spoiled = unpacked.summary.refused;
        options.ownState = false;
        options.gathered = folded ? &unpacked.gathered : nullptr;
        TEKEN_TRY(const auto audited, audit::auditBook(*book, seams(), options));
        return told(audited);
    }

    std::string expectTheSame() {
        write();
        const auto before = report(false, 1);
        if (!before) {
            for (const unsigned threads : {1U, 3U})
                EXPECT_EQ(report(true, threads).error().reason, before.error().reason);
            return before.error().reason;
        }
        for (const unsigned threads : {1U, 3U})
            EXPECT_EQ(orThrow(report(true, threads)), *before);
        return *before;
    }
};

TEST_F(OnePass, OfWholeEvidence) {
    EXPECT_EQ(expectTheSame().find("entry.signature"), std::string::npos);
}

TEST_F(OnePass, OfEntriesInAnyOrder) {
    std::ranges::reverse(items);
    expectTheSame();
}

TEST_F(OnePass, OfEntriesThatComeTwiceAndNameACheckpointEach) {
    world.admin().setSeen(
        entry::SeenCheckpoint{"pusat.example/log", 7, crypto::sha256(std::string_view("akar"))});
    world.certifyOfficer("Petugas lain");
    items.clear();
    for (const auto& one : world.all())
        items.insert(items.end(), 2, entry::Record(one.raw));
    expectTheSame();
}

TEST_F(OnePass, OfASignatureThatDoesNotHold) {
    entryAt(items.size() / 2).payload.back() = ' ';
    const auto report = expectTheSame();
    EXPECT_NE(report.find("bundle.spoiled"), std::string::npos);
    EXPECT_NE(report.find("chain.gap"), std::string::npos);
}

TEST_F(OnePass, OfAMissingNumberAndOfAFork) {
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(items.size() / 2));
    auto& officer = world.certifyOfficer("Yang bercabang");
    officer.openSession();
    officer.note("satu");
    officer.rewindTo(1);
    officer.note("dua");
    for (const auto& one : officer.entries())
        items.emplace_back(entry::Record(one.raw));
    items.emplace_back(entry::Record(world.admin().entries().back().raw));
    const auto report = expectTheSame();
    EXPECT_NE(report.find("chain.gap"), std::string::npos);
    EXPECT_NE(report.find("chain.fork"), std::string::npos);
}

TEST_F(OnePass, OfWithheldEntriesBeforeAndBehindTheWholeOnes) {
    const auto withheld = [&](std::size_t at) {
        const auto& one = world.all()[at];
        const auto& header = one.payload.header;
        return entry::Record(
            entry::WithheldEntry{one.raw.key, one.raw.signature, one.id, header.seq, header.prev});
    };
    items[items.size() - 3] = withheld(items.size() - 3);
    items.insert(items.begin(), withheld(9));
    items.emplace_back(withheld(20));
    EXPECT_NE(expectTheSame().find("entry.withheld"), std::string::npos);
}

TEST_F(OnePass, OfBlobsBetweenTheRecords) {
    const Bytes first(200'000, 'a'), rest(10, 'b');
    auto whole = first;
    whole.insert(whole.end(), rest.begin(), rest.end());
    const auto id = crypto::blobIdOf(whole);
    items.insert(items.begin() + 5,
                 BlobPiece{id, first.size(), true, rest}); // before its beginning: not taken
    items.insert(items.begin() + 8, BlobPiece{id, 0, false, first});
    items.emplace_back(BlobPiece{id, first.size(), true, rest});
    expectTheSame();
}

TEST_F(OnePass, OfARootThatSignedNothing) {
    for (auto& item : items) {
        auto& one = std::get<entry::Entry>(std::get<entry::Record>(item));
        if (one.key == world.root().key().publicKey())
            one.payload.back() = ' ';
    }
    EXPECT_EQ(expectTheSame(), "audit.root-absent");
}

TEST_F(OnePass, OfAFileThatIsCutOrOfAnotherHash) {
    write();
    const auto whole = orThrow(files.read(file, 1 << 24));
    for (const auto& [change, reason] :
         {std::pair{whole.size() - 100, "bundle.truncated"}, std::pair{std::size_t{0}, "bundle.hash"}}) {
        auto bytes = whole;
        if (change > 0)
            bytes.resize(change);
        else
            bytes.back() ^= 1; // of the trailer's hash
        ASSERT_TRUE(files.writeAtomic(file, bytes));
        for (const bool folded : {false, true})
            EXPECT_EQ(report(folded, 3).error().reason, reason);
    }
}

TEST_F(OnePass, StopsWhenItIsToldTo) {
    write();
    const auto book = orThrow(store::Book::createScratch(folder / "berhenti.book", seams()));
    int told = 0;
    std::uint64_t last = 0;
    const auto stopped = sync::unpackEvidence(
        storage, file, *book,
        {nullptr, world.root().id().hex(), 3, [&](std::uint64_t done, std::uint64_t total) {
             EXPECT_LE(last, done);
             EXPECT_LE(done, total);
             last = done;
             return ++told < 40;
         }});
    EXPECT_EQ(stopped.error().reason, "audit.cancelled");
    EXPECT_EQ(told, 40);
}

TEST_F(OnePass, RefusesAFingerprintThatIsNone) {
    write();
    const auto book = orThrow(store::Book::createScratch(folder / "sidik.book", seams()));
    EXPECT_EQ(sync::unpackEvidence(storage, file, *book, {nullptr, "tidak", 1, {}}).error().reason,
              "audit.fingerprint");
    EXPECT_EQ(
        sync::unpackEvidence(storage, file, *book, {nullptr, std::string(64, '0'), 1, {}}).error().reason,
        "audit.root-absent");
}

} // namespace
} // namespace teken::test
