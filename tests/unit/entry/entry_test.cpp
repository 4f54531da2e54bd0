// Signatures, ids, ink and heads (FORMAT.md sections 1 and 4).
#include "core/crypto/hash.h"
#include "core/entry/entry.h"
#include "tests/support/world.h"

#include <gtest/gtest.h>

#include <set>

namespace teken::entry {
namespace {

using test::orThrow;
using test::World;

/// An officer's signature of person 1, with ink.
VerifiedEntry someSign() {
    World world;
    world.begin();
    auto& officer = world.certifyOfficer();
    officer.openSession();
    return officer.sign(World::person(1));
}

std::string reasonOf(Entry entry) {
    const auto verified = verifyEntry(std::move(entry));
    return verified ? "ok" : verified.error().reason;
}

/// A payload nobody's writer would write, signed all the same.
Entry signedBy(const crypto::SigningKey& key, std::string_view payload) {
    return {key.publicKey(), key.sign(preAuthEncoding(kPayloadType, view(payload))), toBytes(payload), {}};
}

TEST(PreAuthEncoding, IsDsseV1) {
    EXPECT_EQ(textOf(preAuthEncoding("http://example.com/HelloWorld", view("hello world"))),
              "DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    EXPECT_EQ(textOf(preAuthEncoding("", view(""))), "DSSEv1 0  0 ");
    EXPECT_EQ(kPayloadType.size(), 35U);
}

TEST(VerifyEntry, TakesWhatSignEntryMakes) {
    const auto made = someSign();
    const auto again = verifyEntry(made.raw);
    ASSERT_TRUE(again) << describe(again.error());
    EXPECT_EQ(again->id, made.id);
    EXPECT_EQ(again->id, entryIdOf(made.raw.payload));
    EXPECT_EQ(again->payload, made.payload);
}

TEST(VerifyEntry, RefusesEveryFlippedByteOfKeySignaturePayloadAndInk) {
    const auto made = someSign();
    const auto flipEach = [&made](auto bytesOf) {
        auto entry = made.raw;
        for (std::size_t i = 0; i < bytesOf(entry).size(); ++i)
            for (const std::uint8_t flip : {0x01, 0x80}) {
                bytesOf(entry)[i] ^= flip;
                EXPECT_FALSE(verifyEntry(entry)) << "byte " << i;
                bytesOf(entry)[i] ^= flip;
            }
        EXPECT_TRUE(verifyEntry(entry));
    };
    flipEach([](Entry & entry) -> auto& { return entry.key.bytes; });
    flipEach([](Entry & entry) -> auto& { return entry.signature.bytes; });
    flipEach([](Entry & entry) -> auto& { return entry.payload; });
    flipEach([](Entry & entry) -> auto& { return entry.ink; });
}

TEST(VerifyEntry, RefusesCutAndLengthenedPayloads) {
    const auto made = someSign();
    auto entry = made.raw;
    entry.payload.push_back(' ');
    EXPECT_EQ(reasonOf(entry), "entry.signature");
    entry = made.raw;
    entry.payload.pop_back();
    EXPECT_EQ(reasonOf(entry), "entry.signature");
    entry.payload.clear();
    EXPECT_EQ(reasonOf(entry), "entry.signature");
}

TEST(VerifyEntry, ChecksTheSignatureBeforeItParses) {
    auto entry = someSign().raw;
    entry.payload = toBytes(std::string(16'000, '['));
    EXPECT_EQ(reasonOf(entry), "entry.signature");
}

TEST(VerifyEntry, RefusesAPayloadThatNamesAnotherFeed) {
    World world;
    world.begin();
    const auto made = world.certifyOfficer().openSession();
    const auto thief = crypto::SigningKey::generate(world.random);
    EXPECT_EQ(reasonOf(signedBy(thief, textOf(made.raw.payload))), "entry.feed");
}

TEST(VerifyEntry, RefusesSignedNonsense) {
    test::SeededRandom random;
    const auto key = crypto::SigningKey::generate(random);
    EXPECT_EQ(reasonOf(signedBy(key, "")), "payload.syntax");
    EXPECT_EQ(reasonOf(signedBy(key, "{}")), "payload.missing-key");
    EXPECT_EQ(reasonOf(signedBy(key, std::string(16'000, '['))), "payload.syntax");
    EXPECT_EQ(reasonOf(signedBy(key, "{\"v\":1,\"v\":1}")), "payload.duplicate-key");
    EXPECT_EQ(reasonOf(signedBy(key, std::string(16'385, ' '))), "payload.size");
}

TEST(VerifyEntry, RefusesASignatureOverTheBarePayload) {
    World world;
    auto& root = world.root();
    auto made = root.append(Revoke{});
    made.raw.signature = root.key().sign(made.raw.payload);
    EXPECT_EQ(reasonOf(made.raw), "entry.signature") << "the type must be under the signature";
}

TEST(VerifyEntry, LetsInkBeAbsentButNeverAnothers) {
    const auto made = someSign();
    auto entry = made.raw;
    entry.ink.clear();
    EXPECT_EQ(reasonOf(entry), "ok");
    entry.ink = {1, 2, 3};
    EXPECT_EQ(reasonOf(entry), "entry.ink");
    entry.ink.assign(kMostInkBytes + 1, 0);
    EXPECT_EQ(reasonOf(entry), "entry.ink-size");
}

TEST(VerifyEntry, RefusesInkBesideKindsWithoutInk) {
    World world;
    world.begin();
    auto entry = world.certifyOfficer().openSession().raw;
    entry.ink = {1};
    EXPECT_EQ(reasonOf(entry), "entry.ink-unexpected");
}

TEST(VerifyEntry, RefusesInkBesideWetInkEvenWithItsHash) {
    World world;
    world.begin();
    auto& officer = world.certifyOfficer();
    officer.openSession();
    Sign body;
    body.form = SignForm::Wet;
    body.present = {Present::Officer};
    const Bytes scan{1, 2, 3};
    body.ink = crypto::sha256(scan);
    auto made = officer.append(body);
    EXPECT_EQ(inkOf(made.payload.body), std::nullopt);
    made.raw.ink = scan;
    EXPECT_EQ(reasonOf(made.raw), "entry.ink-unexpected");
}

TEST(VerifyEntry, KeepsASignedUnknownKind) {
    World world;
    world.begin();
    auto& officer = world.certifyOfficer();
    const auto made = officer.openSession();
    std::string text(textOf(made.raw.payload));
    text.replace(text.find("open-session"), 12, "hold-session");
    auto entry = signedBy(officer.key(), text);
    const auto verified = verifyEntry(entry);
    ASSERT_TRUE(verified) << describe(verified.error());
    EXPECT_EQ(verified->payload.body, Body(UnknownKind{"hold-session"}));
    entry.ink = {1};
    EXPECT_EQ(reasonOf(entry), "entry.ink-unexpected");
}

TEST(SignEntry, RefusesAHeadThatContradictsItself) {
    World world;
    const auto& key = world.root().key();
    const auto stamp = Stamp::now(world.clock, world.random);
    const auto reason = [&](FeedHead head) {
        return signEntry(key, head, stamp, std::nullopt, Revoke{}).error().reason;
    };
    EXPECT_EQ(reason({1, std::nullopt}), "entry.head");
    EXPECT_EQ(reason({0, EntryId{}}), "entry.head");
    EXPECT_EQ(reason({static_cast<Seq>(kMostInteger), EntryId{}}), "entry.head");
}

TEST(SignEntry, RefusesInkThatIsNotTheBodys) {
    World world;
    world.begin();
    auto& officer = world.certifyOfficer();
    Sign body;
    body.present = {Present::Officer};
    const auto made =
        signEntry(officer.key(), {}, Stamp::now(world.clock, world.random), world.drive(), body, {1});
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().reason, "entry.ink");
}

TEST(SignEntry, SaltsEqualContentIntoDifferentIds) {
    World world;
    world.begin();
    auto& officer = world.certifyOfficer();
    std::set<EntryId> ids;
    for (int i = 0; i < 20; ++i) {
        officer.openSession(SessionId{{1}});
        ids.insert(officer.entries().back().id);
        if (i > 0)
            officer.rewindTo(1);
    }
    EXPECT_EQ(ids.size(), 20U);
}

TEST(CloseCode, ShowsTheFirstFiftyBits) {
    EXPECT_EQ(closeCode(EntryId{}), "00000-00000");
    EntryId id;
    id.bytes.fill(0xff);
    EXPECT_EQ(closeCode(id), "ZZZZZ-ZZZZZ");
    EXPECT_EQ(closeCode(EntryId{{0x08, 0x42, 0x10, 0x84, 0x21, 0x08, 0x40}}), "11111-11111");
}

} // namespace
} // namespace teken::entry
