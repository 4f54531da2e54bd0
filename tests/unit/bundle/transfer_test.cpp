#include "sync/bundle/evidence.h"
#include "sync/bundle/transfer.h"

#include "core/base/files.h"
#include "core/crypto/hash.h"
#include "core/crypto/random.h"
#include "core/store/acks.h"
#include "core/store/entries.h"
#include "core/store/journal.h"
#include "core/store/keyring.h"
#include "sync/protocol/server_life.h"
#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <gtest/gtest.h>

namespace teken::test {
namespace {

using namespace teken::sync;

struct TransferTest : testing::Test {
    TemporaryFolder folder;
    World world;
    PosixFileSystem files;
    PosixBundleStorage storage;
    std::filesystem::path file = folder / "kirim.teken";

    struct Side {
        std::unique_ptr<store::Book> book;
        std::unique_ptr<ledger::Ledger> ledger;
    };

    void SetUp() override {
        ASSERT_TRUE(crypto::start());
        world.begin();
    }
    Side side(const std::string& name) {
        Side made;
        made.book = orThrow(store::Book::create(folder / name, store::Protection::Open,
                                                {world.clock, world.random, files, {}}));
        made.ledger = orThrow(ledger::Ledger::open(*made.book, world.root().key().publicKey()));
        return made;
    }
    Side filled(const std::string& name) {
        auto made = side(name);
        orThrow(made.ledger->record(world.all()));
        return made;
    }
    ExportSummary write(Side& from, ExportRequest request = {}) {
        return orThrow(exportBundle(*from.book, *from.ledger, storage, file, request, world.random));
    }
    crypto::SigningKey certifyServer() {
        auto server = crypto::SigningKey::generate(world.random);
        entry::Certify certify;
        certify.role = entry::Role::Server;
        certify.key = server.publicKey();
        certify.name = "Pusat";
        certify.units = {"*"};
        world.root().append(certify);
        return server;
    }
    static AckFacts factsOf(const crypto::SigningKey& server, const Feed& feed) {
        AckFacts facts;
        facts.server = server.publicKey();
        facts.feed = feed.id();
        facts.seq = feed.head().seq;
        facts.head = *feed.head().id;
        return facts;
    }
    /// A stick with these receipts alone, loaded into `to`.
    ImportSummary readReceipts(Side& to, const std::vector<Statement>& receipts) {
        auto writer = orThrow(BundleWriter::create(storage, file, {}, world.random));
        for (const auto& statement : receipts)
            if (const auto added = writer->add(statement); !added)
                throw std::runtime_error(describe(added.error()));
        orThrow(writer->finish());
        return read(to);
    }
    ImportSummary read(Side& to) {
        const auto reader = orThrow(BundleReader::open(storage, file));
        return orThrow(importBundle(*reader, *to.book, *to.ledger, world.clock));
    }
};

TEST_F(TransferTest, CarriesABookWholeAndTwiceChangesNothing) {
    auto& officer = world.certifyOfficer("Petugas");
    officer.openSession();
    officer.sign(World::person(1));
    officer.closeSession();
    auto from = filled("dari");
    auto to = side("ke");
    write(from);
    EXPECT_EQ(read(to).stored, world.all().size());
    EXPECT_EQ(orThrow(to.ledger->dump()), orThrow(from.ledger->dump()));
    const auto again = read(to);
    EXPECT_EQ(again.stored, 0U);
    EXPECT_EQ(again.duplicates, world.all().size());
    EXPECT_EQ(orThrow(to.ledger->dump()), orThrow(from.ledger->dump()));
}

TEST_F(TransferTest, InStepsGivesTheBookBackBetweenThem) {
    auto& officer = world.certifyOfficer("Petugas");
    officer.openSession();
    for (int i = 0; i < 20; ++i)
        officer.note();
    officer.closeSession();
    auto from = filled("dari");
    auto whole = side("sekaligus");
    write(from);
    const auto atOnce = read(whole);

    auto to = side("bertahap");
    const auto reader = orThrow(BundleReader::open(storage, file));
    BundleImport import(*reader, *to.book, *to.ledger, world.clock);
    int steps = 0;
    for (bool done = false; !done; ++steps) {
        done = orThrow(import.step({4}));
        // Somebody else's turn: it writes, and finds what was there before.
        const auto name = "langkah-" + std::to_string(steps);
        ASSERT_TRUE(to.book->write([&](store::Transaction& transaction) {
            return to.book->settings().put(transaction, name, "di antaranya");
        }));
        EXPECT_TRUE(orThrow(to.book->settings().get(name)).has_value());
    }
    EXPECT_GT(steps, 5);
    EXPECT_EQ(import.summary().stored, atOnce.stored);
    EXPECT_EQ(import.summary().blobs, atOnce.blobs);
    EXPECT_EQ(orThrow(to.ledger->dump()), orThrow(whole.ledger->dump()));
}

TEST_F(TransferTest, AStepEndsAfterSoManyBytesToo) {
    for (int i = 0; i < 3; ++i)
        world.certifyOfficer("Petugas " + std::to_string(i)).openSession();
    auto from = filled("dari");
    write(from);
    auto to = side("ke");
    const auto reader = orThrow(BundleReader::open(storage, file));
    BundleImport import(*reader, *to.book, *to.ledger, world.clock);
    EXPECT_FALSE(orThrow(import.step({1'000'000, 1})));
    while (!orThrow(import.step({1'000'000, 1})))
        ;
    EXPECT_EQ(import.summary().stored, world.all().size());
}

TEST_F(TransferTest, ReceiptsAreTakenInStepsAsWell) {
    const auto server = certifyServer();
    std::vector<Feed*> feeds;
    for (int i = 0; i < 6; ++i) {
        auto& officer = world.certifyOfficer("Petugas " + std::to_string(i));
        officer.openSession();
        feeds.push_back(&officer);
    }
    auto to = filled("ke");
    auto writer = orThrow(BundleWriter::create(storage, file, {}, world.random));
    for (const auto* feed : feeds)
        ASSERT_TRUE(writer->add(signAck(server, factsOf(server, *feed))));
    orThrow(writer->finish());
    const auto reader = orThrow(BundleReader::open(storage, file));
    BundleImport import(*reader, *to.book, *to.ledger, world.clock);
    int steps = 1;
    while (!orThrow(import.step({2})))
        ++steps;
    EXPECT_GE(steps, 6) << "three for reading them, three for taking them";
    EXPECT_EQ(import.summary().receipts, 6U);
}

TEST_F(TransferTest, RefusesEntriesOfKeysNobodyCertifiedAndTakesTheRest) {
    auto& stranger = world.stranger();
    stranger.openSession();
    auto from = filled("dari");
    auto to = side("ke");
    write(from);
    const auto summary = read(to);
    EXPECT_EQ(summary.refused, 1U);
    EXPECT_EQ(summary.reasons.at("sync.unknown-key"), 1U);
    EXPECT_EQ(summary.stored, world.all().size() - 1);
}

TEST_F(TransferTest, TakesEntriesThatComeBeforeTheirCertificate) {
    auto& officer = world.certifyOfficer("Petugas");
    officer.openSession();
    auto to = side("ke");
    auto writer = orThrow(BundleWriter::create(storage, file, {}, world.random));
    for (auto entry = world.all().rbegin(); entry != world.all().rend(); ++entry)
        ASSERT_TRUE(writer->add(entry::Record(entry->raw)));
    orThrow(writer->finish());
    const auto summary = read(to);
    EXPECT_EQ(summary.refused, 0U);
    EXPECT_EQ(summary.stored, world.all().size());
}

TEST_F(TransferTest, RefusesABrokenEntryAndTakesTheRest) {
    auto to = side("ke");
    auto writer = orThrow(BundleWriter::create(storage, file, {}, world.random));
    for (const auto& entry : world.all())
        ASSERT_TRUE(writer->add(entry::Record(entry.raw)));
    auto broken = world.all().back().raw;
    broken.signature.bytes[0] ^= 1;
    ASSERT_TRUE(writer->add(entry::Record(broken)));
    orThrow(writer->finish());
    const auto summary = read(to);
    EXPECT_EQ(summary.stored, world.all().size());
    EXPECT_EQ(summary.reasons.at("entry.signature"), 1U);
}

TEST_F(TransferTest, RefusesBlobsThatNoEntrySpeaksOf) {
    auto to = side("ke");
    auto writer = orThrow(BundleWriter::create(storage, file, {}, world.random));
    const Bytes blob(10, 1);
    ASSERT_TRUE(writer->addBlob(crypto::blobIdOf(blob), blob));
    orThrow(writer->finish());
    EXPECT_EQ(read(to).reasons.at("sync.blob-unknown"), 1U);
}

TEST_F(TransferTest, BringsReceiptsBackOnTheStick) {
    const auto server = certifyServer();
    auto& officer = world.certifyOfficer("Petugas");
    officer.openSession();
    auto centre = filled("pusat");
    auto laptop = filled("laptop");

    const auto facts = factsOf(server, officer);
    const auto good = signAck(server, facts);
    const auto forged = signAck(officer.key(), [&] {
        auto other = facts;
        other.server = officer.key().publicKey();
        return other;
    }());
    auto otherHead = facts;
    otherHead.head = world.random.make<EntryId>();
    auto writer = orThrow(BundleWriter::create(storage, file, {}, world.random));
    auto elsewhere = facts;
    elsewhere.feed = world.random.make<FeedId>();
    auto newer = facts;
    newer.seq += 1;
    for (const auto& statement :
         {good, forged, signAck(server, otherHead), signAck(server, elsewhere), signAck(server, newer)})
        ASSERT_TRUE(writer->add(statement));
    orThrow(writer->finish());
    const auto summary = read(laptop);
    EXPECT_EQ(summary.receipts, 1U);
    EXPECT_EQ(summary.receiptsRefused, 2U);
    EXPECT_EQ(summary.receiptsElsewhere, 2U)
        << "of other laptops, or of entries not here yet: nothing is wrong";
    EXPECT_FALSE(summary.serverRestored);
    EXPECT_EQ(orThrow(laptop.book->acks().latest(officer.id()))->seq, facts.seq);
    EXPECT_EQ(read(laptop).receipts, 0U) << "the same stick again turns nothing";
}

TEST_F(TransferTest, TakesNobodysUnsignedWordForAnErasedEntry) {
    auto& officer = world.certifyOfficer("Petugas");
    officer.openSession();
    const auto signature = officer.sign(World::person(1));
    auto to = side("ke");
    auto writer = orThrow(BundleWriter::create(storage, file, {}, world.random));
    for (const auto& entry : world.all())
        if (entry.id != signature.id) {
            ASSERT_TRUE(writer->add(entry::Record(entry.raw)));
        }
    ASSERT_TRUE(writer->add(entry::Record(entry::WithheldEntry{
        signature.raw.key, signature.raw.signature, signature.id, 2, signature.payload.header.prev})));
    ASSERT_TRUE(writer->add(entry::Record(entry::WithheldEntry{
        signature.raw.key, signature.raw.signature, world.random.make<EntryId>(), 3, signature.id})));
    orThrow(writer->finish());
    const auto summary = read(to);
    EXPECT_EQ(summary.reasons.at("sync.withheld-unproven"), 2U);
    EXPECT_EQ(summary.stored, world.all().size() - 1);
    EXPECT_EQ(orThrow(to.book->entries().feed(officer.id()))->head.seq, 1U);
}

TEST_F(TransferTest, BelievesNoReceiptOfAServersFormerLife) {
    const auto server = certifyServer();
    auto& officer = world.certifyOfficer("Petugas");
    officer.openSession();
    auto laptop = filled("laptop");
    auto facts = factsOf(server, officer);
    facts.epoch = Epoch{{1}};
    facts.time = world.clock.now();
    const auto former = signAck(server, facts);
    EXPECT_EQ(readReceipts(laptop, {former}).receipts, 1U);

    facts.epoch = Epoch{{2}};
    facts.time += Milliseconds{60'000};
    ASSERT_TRUE(laptop.book->write([&](store::Transaction& transaction) { // as a hello does
        return beginLife(*laptop.book, transaction, server.publicKey(), facts.epoch, facts.time,
                         world.clock.now());
    }));
    EXPECT_FALSE(orThrow(laptop.book->acks().latest(officer.id())).has_value());
    const auto played = readReceipts(laptop, {former});
    EXPECT_EQ(played.receipts, 0U);
    EXPECT_EQ(played.receiptsFormer, 1U);
    EXPECT_EQ(played.receiptsRefused, 0U);
    EXPECT_EQ(orThrow(laptop.book->acks().counts({officer.id()}, {})).received, 0U);
    EXPECT_EQ(readReceipts(laptop, {signAck(server, facts)}).receipts, 1U);
}

TEST_F(TransferTest, LearnsFromAStickThatAServerWasRestored) {
    const auto server = certifyServer();
    auto& first = world.certifyOfficer("Petugas A");
    auto& second = world.certifyOfficer("Petugas B");
    first.openSession();
    second.openSession();
    auto laptop = filled("laptop");
    auto facts = factsOf(server, first);
    facts.time = world.clock.now();
    readReceipts(laptop, {signAck(server, facts)});
    facts = factsOf(server, second);
    facts.epoch = Epoch{{2}};
    facts.time = world.clock.now() + Milliseconds{60'000};
    EXPECT_EQ(readReceipts(laptop, {signAck(server, facts)}).receipts, 1U);
    EXPECT_FALSE(orThrow(laptop.book->acks().latest(first.id())).has_value())
        << "what it said of others before is withdrawn, too";
}

TEST_F(TransferTest, WritesNothingUnsealedFromASealedBookUnlessSomebodyChoseIt) {
    Side sealed;
    sealed.book = orThrow(store::Book::create(folder / "segel", store::Protection::Sealed,
                                              {world.clock, world.random, files, {}}));
    const auto secret = crypto::SecretBytes::copyOf(view("kata sandi"));
    const auto holder = orThrow(sealed.book->keyring().add("Petugas", entry::Role::Field, secret,
                                                           crypto::KdfParams::fast(world.random)));
    ASSERT_TRUE(sealed.book->keyring().unlock(holder.id, secret));
    sealed.ledger = orThrow(ledger::Ledger::open(*sealed.book, world.root().key().publicKey()));
    orThrow(sealed.ledger->record(world.all()));

    const auto reason = [&](const ExportRequest& request) {
        const auto written = exportBundle(*sealed.book, *sealed.ledger, storage, file, request, world.random);
        return written ? "written" : written.error().reason;
    };
    EXPECT_EQ(reason({}), "bundle.no-recipient");
    EXPECT_FALSE(std::filesystem::exists(file));
    ExportRequest receipts;
    receipts.feeds.emplace();
    receipts.blobs = false;
    receipts.receipts = true;
    EXPECT_EQ(reason(receipts), "written") << "receipts name nobody";
    ExportRequest openly;
    openly.openly = true;
    EXPECT_EQ(reason(openly), "written");
    ExportRequest to;
    to.header.recipient = orThrow(sealed.book->keyring().recipientKey());
    EXPECT_EQ(reason(to), "written");
}

TEST_F(TransferTest, UnpacksForAnAuditWhatHoldsAndCountsTheRest) {
    auto to = side("ke");
    auto writer = orThrow(BundleWriter::create(storage, file, {}, world.random));
    for (const auto& entry : world.all())
        ASSERT_TRUE(writer->add(entry::Record(entry.raw)));
    auto broken = world.all().back().raw;
    broken.payload.back() = ' ';
    ASSERT_TRUE(writer->add(entry::Record(broken)));
    orThrow(writer->finish());
    const auto unpacked = orThrow(unpackEvidence(storage, file, *to.book, {}));
    EXPECT_EQ(unpacked.summary.refused, 1U);
    EXPECT_EQ(unpacked.summary.reasons.at("entry.signature"), 1U);
    EXPECT_EQ(orThrow(to.book->entries().count()), world.all().size());
}

} // namespace
} // namespace teken::test
