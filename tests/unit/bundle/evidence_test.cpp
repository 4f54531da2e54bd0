// Evidence files: what goes in comes out, to an audit that needs nothing else; and every damage is noticed.
#include "sync/bundle/evidence.h"

#include "core/audit/audit.h"
#include "core/base/files.h"
#include "core/crypto/box.h"
#include "core/crypto/random.h"
#include "core/log/proof_file.h"
#include "core/store/entries.h"
#include "core/store/log_table.h"
#include "core/store/receipts.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>

namespace teken::test {
namespace {

using namespace teken::sync;

constexpr const char* kOrigin = "pusat.example/log";

// A centre that keeps a log, with one officer's closed session.
struct EvidenceFile : testing::Test {
    TemporaryFolder folder;
    World world;
    PosixFileSystem files;
    PosixBundleStorage storage;
    std::filesystem::path file = folder / "bukti.teken";
    std::unique_ptr<store::Book> book;
    std::unique_ptr<ledger::Ledger> ledger;
    std::optional<crypto::SigningKey> logKey;
    int unpackings = 0;

    void SetUp() override {
        ASSERT_TRUE(crypto::start());
        world.begin();
        logKey.emplace(crypto::SigningKey::generate(world.random));
        entry::Certify certify;
        certify.role = entry::Role::Log;
        certify.key = logKey->publicKey();
        certify.name = kOrigin;
        certify.units = {"*"};
        world.root().append(certify);
        book = orThrow(store::Book::create(folder / "pusat.book", store::Protection::Open, seams()));
        ledger = orThrow(ledger::Ledger::open(*book, world.root().key().publicKey()));
        ASSERT_TRUE(
            book->write([&](store::Transaction& transaction) { return book->log().switchOn(transaction); }));
    }
    store::BookSeams seams() { return {world.clock, world.random, files, {}}; }

    void play() {
        auto& officer = world.certifyOfficer();
        officer.openSession();
        officer.sign(World::person(1));
        officer.sign(World::person(2));
        officer.closeSession();
        orThrow(ledger->record(world.all()));
    }
    std::string checkpoint() {
        const auto state = *orThrow(book->log().state());
        return log::formatNote(orThrow(log::signNote(
            log::formatCheckpoint({kOrigin, state.range.size(), state.range.root()}), kOrigin, *logKey)));
    }
    EvidenceSummary write(audit::LogMaterial log) {
        EvidenceRequest request;
        request.drive = world.drive();
        request.log = std::move(log);
        return orThrow(writeEvidence(*book, *ledger, storage, file, request, world.random));
    }
    EvidenceSummary write() { return write(orThrow(logOf(*book, {checkpoint()}))); }

    struct Unpacked {
        std::unique_ptr<store::Book> book;
        UnpackedEvidence evidence;
    };
    Result<Unpacked> unpack(const crypto::RecipientSecret* secret = nullptr) {
        Unpacked unpacked;
        const auto name = "bongkar-" + std::to_string(++unpackings) + ".book";
        unpacked.book = orThrow(store::Book::create(folder / name, store::Protection::Open, seams()));
        TEKEN_TRY(unpacked.evidence,
                  unpackEvidence(storage, file, *unpacked.book, {secret, world.root().id().hex(), 2, {}}));
        return unpacked;
    }
    audit::Report audit(Unpacked& unpacked, audit::Held held = {}) {
        const auto work = folder / ("kerja-" + std::to_string(unpackings));
        std::filesystem::create_directory(work);
        audit::Options options;
        options.rootFingerprint = world.root().id().hex();
        options.workFolder = work;
        options.threads = 1;
        options.log = unpacked.evidence.log;
        options.held = std::move(held);
        options.spoiled = unpacked.evidence.summary.refused;
        options.ownState = false;
        options.gathered = &unpacked.evidence.gathered;
        return orThrow(audit::auditBook(*unpacked.book, seams(), options));
    }
    // Blobs of this world are made up: what an audit says of them is of no matter here.
    static std::string logRulesOf(const audit::Report& report) {
        std::string rules;
        for (const auto& rule : report.byRule)
            if (!rule.rule.starts_with("blob.") && !rule.rule.starts_with("ink.") &&
                rule.rule != "person.unknown")
                rules += rule.rule + " ";
        return rules;
    }
};

TEST_F(EvidenceFile, HoldsEntriesCheckpointAndEveryLeaf) {
    play();
    const auto written = write();
    EXPECT_EQ(written.records, world.all().size());
    EXPECT_EQ(written.leaves, world.all().size());
    EXPECT_EQ(written.checkpoints, 1U);
    auto unpacked = orThrow(unpack());
    EXPECT_EQ(unpacked.evidence.header.purpose, Purpose::Evidence);
    EXPECT_EQ(unpacked.evidence.header.drive, world.drive());
    EXPECT_EQ(unpacked.evidence.summary.stored, world.all().size());
    const auto report = audit(unpacked, {{{"laptop.txt", checkpoint()}}, {}});
    EXPECT_EQ(logRulesOf(report), "");
    ASSERT_TRUE(report.log);
    EXPECT_TRUE(report.log->whole);
    EXPECT_EQ(report.log->places, world.all().size());
    EXPECT_EQ(report.log->held, 1U);
}

TEST_F(EvidenceFile, FromALaptopHoldsThePlacesOfItsEntries) {
    play();
    const auto own = world.all().back();
    const auto note = checkpoint();
    const auto index = *orThrow(book->log().find(own.id));
    const auto size = orThrow(book->log().state())->range.size();
    const auto hashes = orThrow(log::proveInclusion(index, size, book->log().nodes()));
    auto laptop = orThrow(store::Book::create(folder / "laptop.book", store::Protection::Open, seams()));
    auto laptopLedger = orThrow(ledger::Ledger::open(*laptop, world.root().key().publicKey()));
    orThrow(laptopLedger->record(world.all()));
    const log::Checkpoint seen{kOrigin, size, orThrow(book->log().state())->range.root()};
    ASSERT_TRUE(laptop->write([&](store::Transaction& transaction) -> Result<> {
        TEKEN_CHECK(
            laptop->receipts().putSeen(transaction, {logKey->publicKey(), seen, note}, world.clock.now()));
        return laptop->receipts().put(transaction, {own.id, logKey->publicKey(), note, index, hashes}, seen,
                                      1);
    }));
    std::swap(book, laptop);
    std::swap(ledger, laptopLedger);
    const auto written = write(orThrow(logOf(*book, {})));
    EXPECT_EQ(written.leaves, 0U);
    EXPECT_EQ(written.places, 1U);
    auto unpacked = orThrow(unpack());
    const auto report = audit(unpacked);
    EXPECT_EQ(logRulesOf(report), "");
    EXPECT_EQ(report.log->places, 1U);
    EXPECT_FALSE(report.log->whole);
}

TEST_F(EvidenceFile, SealedOpensForItsRecipientOnly) {
    play();
    const auto secret = crypto::RecipientSecret::generate(world.random);
    EvidenceRequest request;
    request.drive = world.drive();
    request.recipient = secret.publicKey();
    request.log = orThrow(logOf(*book, {checkpoint()}));
    orThrow(writeEvidence(*book, *ledger, storage, file, request, world.random));
    EXPECT_EQ(unpack().error().reason, "bundle.sealed");
    const auto stranger = crypto::RecipientSecret::generate(world.random);
    EXPECT_EQ(unpack(&stranger).error().reason, "bundle.other-recipient");
    auto unpacked = orThrow(unpack(&secret));
    EXPECT_TRUE(audit(unpacked).log->whole);
}

TEST_F(EvidenceFile, CarriesWhatItsBookKeptAgainstTheLog) {
    play();
    const auto former = checkpoint();
    const auto size = orThrow(book->log().state())->range.size();
    const auto lie = log::formatNote(
        orThrow(log::signNote(log::formatCheckpoint({kOrigin, size, Digest{{0x1e}}}), kOrigin, *logKey)));
    ASSERT_TRUE(book->write([&](store::Transaction& transaction) {
        return book->receipts().addEvidence(transaction, {"sync.log-forked", logKey->publicKey(), kOrigin,
                                                          std::nullopt, former, lie, world.clock.now()});
    }));
    EXPECT_EQ(write().accusations, 1U);
    auto unpacked = orThrow(unpack());
    ASSERT_EQ(unpacked.evidence.log.accusations.size(), 1U);
    EXPECT_EQ(unpacked.evidence.log.accusations.front().former, former);
    EXPECT_EQ(unpacked.evidence.log.accusations.front().found, lie);
    const auto report = audit(unpacked);
    EXPECT_EQ(logRulesOf(report), "log.contradiction ");
    EXPECT_EQ(report.verdict, audit::Verdict::Altered);
}

TEST_F(EvidenceFile, WithMoreAccusationsThanABookKeepsIsRefused) {
    play();
    auto material = orThrow(logOf(*book, {checkpoint()}));
    material.accusations.assign(1'001, {"a", "b"});
    write(std::move(material));
    EXPECT_EQ(unpack().error().reason, "bundle.item");
}

TEST_F(EvidenceFile, OfADriveThatIsNotHereIsNotWritten) {
    play();
    EvidenceRequest request;
    request.drive = EntryId{{9}};
    const auto written = writeEvidence(*book, *ledger, storage, file, request, world.random);
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().reason, "drive.none");
    EXPECT_FALSE(files.exists(file));
}

TEST_F(EvidenceFile, ImportedIntoABookBringsEntriesAndPassesOverTheLog) {
    play();
    write();
    auto target = orThrow(store::Book::create(folder / "lain.book", store::Protection::Open, seams()));
    auto targetLedger = orThrow(ledger::Ledger::open(*target, world.root().key().publicKey()));
    const auto reader = orThrow(BundleReader::open(storage, file));
    const auto imported = orThrow(importBundle(*reader, *target, *targetLedger, world.clock));
    EXPECT_EQ(imported.stored, world.all().size());
    EXPECT_EQ(imported.receiptsRefused, 0U);
}

TEST_F(EvidenceFile, LooksNewerToProgramsFromBeforeEvidence) {
    play();
    write();
    const auto bytes = orThrow(files.read(file, 1 << 24));
    EXPECT_EQ(bytes[8], 2) << "programs of the first version refuse flags above 1 as newer";
}

TEST_F(EvidenceFile, WithAHoleInItsLeavesIsRefused) {
    play();
    BundleHeader header;
    header.purpose = Purpose::Evidence;
    header.drive = world.drive();
    auto writer = orThrow(BundleWriter::create(storage, file, header, world.random));
    ASSERT_TRUE(writer->add(LeafRun{0, Bytes(log::kLeafBytes * 2)}));
    ASSERT_TRUE(writer->add(LeafRun{3, Bytes(log::kLeafBytes)}));
    ASSERT_TRUE(writer->finish());
    EXPECT_EQ(unpack().error().reason, "bundle.leaves");
}

TEST_F(EvidenceFile, ItemsOfTheLogHaveLimits) {
    const auto decoded = [](std::uint8_t type, std::size_t length) {
        Bytes bytes{type, 0, 0, static_cast<std::uint8_t>(length >> 8), static_cast<std::uint8_t>(length)};
        bytes.resize(5 + length);
        ByteView view(bytes);
        return decodeItem(view).has_value();
    };
    EXPECT_FALSE(decoded(10, 0));
    EXPECT_TRUE(decoded(11, 8 + log::kLeafBytes));
    EXPECT_FALSE(decoded(11, 8));
    EXPECT_FALSE(decoded(11, 8 + log::kLeafBytes + 1));
    EXPECT_FALSE(decoded(12, 32));
    EXPECT_TRUE(decoded(12, 33));
    EXPECT_FALSE(decoded(13, 3));
    EXPECT_TRUE(decoded(13, 4)) << "two empty words: an audit says that they prove nothing";
    Bytes beyond{13, 0, 0, 0, 6, 0, 0, 0, 3, 'a', 'b'};
    ByteView view(beyond);
    EXPECT_FALSE(decodeItem(view)) << "the first word is longer than the item";
}

TEST_F(EvidenceFile, CutAnywhereIsRefused) {
    play();
    write();
    const auto whole = orThrow(files.read(file, 1 << 24));
    for (std::size_t length = 0; length < whole.size(); length += 97) {
        ASSERT_TRUE(files.writeAtomic(file, ByteView(whole).first(length)));
        EXPECT_FALSE(unpack()) << length;
    }
}

// What is signed: of each entry its seal and payload, the notes, the leaves.
Bytes signedContent(store::Book& book, const UnpackedEvidence& evidence) {
    Bytes content;
    const auto add = [&](ByteView bytes) { content.insert(content.end(), bytes.begin(), bytes.end()); };
    static_cast<void>(book.entries().scanAll(1, [&](const store::StoredEntry& stored) -> Result<> {
        if (const auto* whole = std::get_if<entry::Entry>(&stored.record)) {
            add(whole->key.view());
            add(whole->signature.view());
            add(whole->payload);
            add(whole->ink);
        }
        return {};
    }));
    for (const auto& note : evidence.log.checkpoints)
        add(toBytes(note));
    if (evidence.log.leaves)
        static_cast<void>(evidence.log.leaves([&](ByteView leaf) -> Result<> {
            add(leaf);
            return {};
        }));
    return content;
}

TEST_F(EvidenceFile, OneFlippedBitAnywhereIsNoticedOrChangesNothingThatIsSigned) {
    play();
    write();
    auto whole = orThrow(unpack());
    const auto before = signedContent(*whole.book, whole.evidence);
    const auto bytes = orThrow(files.read(file, 1 << 24));
    std::size_t refused = 0, found = 0, unchanged = 0;
    // Every byte; an audit of each would take minutes, so only what still unpacks is looked at closer.
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        auto changed = bytes;
        changed[at] ^= static_cast<std::uint8_t>(1U << (at % 8));
        ASSERT_TRUE(files.writeAtomic(file, changed));
        if (!checkBundle(storage, file, nullptr)) { // refused while its pieces are read
            ++refused;
            continue;
        }
        auto unpacked = unpack();
        if (!unpacked) {
            ++refused;
            continue;
        }
        if (signedContent(*unpacked->book, unpacked->evidence) == before)
            ++unchanged;
        else if (!audit(*unpacked).clean())
            ++found;
        else
            ADD_FAILURE() << "byte " << at << " changed what is signed, and nobody noticed";
    }
    std::printf("%zu bytes: %zu refused, %zu found by the audit, %zu left the signed content as it was\n",
                bytes.size(), refused, found, unchanged);
    EXPECT_EQ(refused + found + unchanged, bytes.size());
    EXPECT_GT(refused, bytes.size() * 9 / 10);
}

} // namespace
} // namespace teken::test
