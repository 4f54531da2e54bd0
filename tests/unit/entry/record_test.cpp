// Transfer records (FORMAT.md section 8).
#include "core/entry/record.h"
#include "tests/support/entry_generators.h"
#include "tests/support/world.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace teken::entry {
namespace {

using test::World;

Entry someEntry() {
    World world;
    world.begin();
    auto& officer = world.certifyOfficer();
    officer.openSession();
    return officer.sign(World::person(1)).raw;
}

WithheldEntry someWithheld() {
    return {PublicKey{{1}}, Signature{{2}}, EntryId{{3}}, 7, EntryId{{4}}};
}

Bytes encoded(const Record& record) {
    Bytes bytes;
    encodeRecord(record, bytes);
    return bytes;
}

std::string reasonOf(ByteView bytes) {
    const auto decoded = decodeRecord(bytes);
    return decoded ? "ok" : decoded.error().reason;
}

RC_GTEST_PROP(RecordRoundTrip, GivesBackWhatWasPutIn, ()) {
    Entry whole{*test::genFixed<PublicKey>(), *test::genFixed<Signature>(), {}, {}};
    whole.payload = *rc::gen::nonEmpty(rc::gen::arbitrary<Bytes>());
    whole.ink = *rc::gen::arbitrary<Bytes>();
    WithheldEntry withheld = someWithheld();
    withheld.seq = *rc::gen::inRange<Seq>(1, static_cast<Seq>(kMostInteger) + 1);
    if (withheld.seq == 1)
        withheld.prev.reset();
    Bytes bytes = encoded(whole);
    encodeRecord(withheld, bytes);
    ByteView rest = bytes;
    RC_ASSERT(decodeRecord(rest) == Record(whole));
    RC_ASSERT(decodeRecord(rest) == Record(withheld));
    RC_ASSERT(rest.empty());
}

TEST(RecordReader, LeavesTheNextRecordAlone) {
    auto bytes = encoded(someEntry());
    const auto one = bytes.size();
    encodeRecord(someWithheld(), bytes);
    ByteView rest = bytes;
    ASSERT_TRUE(decodeRecord(rest));
    EXPECT_EQ(rest.size(), bytes.size() - one);
}

TEST(RecordReader, RefusesACutAtEveryLengthAndTakesNothing) {
    for (const auto& record : {Record(someEntry()), Record(someWithheld())}) {
        const auto bytes = encoded(record);
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            ByteView cut = ByteView(bytes).first(length);
            const auto decoded = decodeRecord(cut);
            ASSERT_FALSE(decoded) << length;
            EXPECT_EQ(decoded.error().reason, "record.cut") << length;
            EXPECT_EQ(cut.size(), length) << "a refused record is not taken off";
        }
    }
}

TEST(RecordReader, RefusesForeignForms) {
    auto bytes = encoded(someEntry());
    for (const std::uint8_t form : {0x00, 0x03, 0x7b, 0xff}) {
        bytes[0] = form;
        EXPECT_EQ(reasonOf(bytes), "record.form");
    }
}

TEST(RecordReader, RefusesLengthsBeyondTheLimitsBeforeItLooksForThem) {
    auto bytes = encoded(someEntry());
    bytes[97] = 0x40; // 16,385
    bytes[98] = 0x01;
    EXPECT_EQ(reasonOf(ByteView(bytes).first(99)), "record.oversized");
    bytes[97] = 0;
    bytes[98] = 0;
    EXPECT_EQ(reasonOf(bytes), "record.empty");

    auto entry = someEntry();
    entry.ink.clear();
    bytes = encoded(entry);
    bytes[bytes.size() - 2] = 0x20; // 8,193
    bytes[bytes.size() - 1] = 0x01;
    EXPECT_EQ(reasonOf(bytes), "record.oversized");
}

TEST(RecordReader, TakesTheLargestRecord) {
    const Entry largest{{}, {}, Bytes(kMostPayloadBytes, 'x'), Bytes(kMostInkBytes, 'y')};
    const auto bytes = encoded(largest);
    EXPECT_LE(bytes.size(), kMostRecordBytes);
    ByteView rest = bytes;
    EXPECT_EQ(decodeRecord(rest), Record(largest));
}

TEST(RecordReader, HoldsNumberAndLinkOfAWithheldEntryTogether) {
    auto entry = someWithheld();
    entry.prev.reset();
    EXPECT_EQ(reasonOf(encoded(entry)), "record.prev");
    entry = someWithheld();
    entry.seq = 1;
    EXPECT_EQ(reasonOf(encoded(entry)), "record.prev");
    entry.seq = 0;
    EXPECT_EQ(reasonOf(encoded(entry)), "record.seq");
    entry.seq = static_cast<Seq>(kMostInteger) + 1;
    EXPECT_EQ(reasonOf(encoded(entry)), "record.seq");
}

} // namespace
} // namespace teken::entry
