// Messages, batches and statements: everything written is read again, and nothing else is.
#include "core/crypto/keys.h"
#include "sync/protocol/batch.h"
#include "sync/protocol/binary.h"
#include "sync/protocol/codec.h"
#include "sync/protocol/errors.h"
#include "tests/support/world.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <zstd.h>

namespace teken::sync {
namespace {

using test::orThrow;
using test::SeededRandom;

template <class Message>
void expectSame(const Message& message) {
    const Result<Bytes> bytes = encode(message);
    ASSERT_TRUE(bytes.has_value());
    const auto read = decode<Message>(*bytes);
    ASSERT_TRUE(read.has_value()) << describe(read.error());
    EXPECT_EQ(*read, message);
}

template <class Message>
void expectRefused(std::string_view json, std::string_view place = {}) {
    const auto read = decode<Message>(view(json));
    ASSERT_FALSE(read.has_value()) << json;
    EXPECT_EQ(read.error().code, ErrorCode::InvalidInput) << json;
    EXPECT_EQ(read.error().reason, "sync.message") << json;
    if (!place.empty()) {
        EXPECT_EQ(read.error().place, place) << json;
    }
}

class Messages : public testing::Test {
protected:
    SeededRandom random;
    crypto::SigningKey key = crypto::SigningKey::generate(random);
    template <class Fixed>
    Fixed any() {
        return random.make<Fixed>();
    }
    Statement statement() { return signStatement(key, kAckType, toBytes("{}")); }
};

TEST_F(Messages, AreReadAsTheyWereWritten) {
    expectSame(HelloRequest{any<Nonce>(), "teken 0.1.0"});
    expectSame(HelloAnswer{statement()});
    expectSame(HeadsRequest{{{any<FeedId>(), {3, any<EntryId>()}}, {any<FeedId>(), {}}}, false, {}});
    expectSame(HeadsRequest{{}, true, any<FeedId>()});
    expectSame(HeadsAnswer{{{any<FeedId>(), {3, any<EntryId>()}, 9, 4, any<Digest>(), true},
                            {any<FeedId>(), {}, 0, {}, {}, false}},
                           true});
    expectSame(IdsRequest{any<FeedId>(), 7});
    expectSame(IdsAnswer{{any<EntryId>(), any<EntryId>()}, 2049});
    expectSame(AckRequest{any<Nonce>(), {any<FeedId>()}});
    expectSame(AckAnswer{{statement(), statement()}});
    expectSame(PullRequest{{{any<FeedId>(), 2, 5}}, {any<EntryId>()}});
    expectSame(StatusRequest{any<Nonce>(), any<EntryId>(), any<PersonId>()});
    expectSame(StatusAnswer{statement()});
    expectSame(BlobsRequest{{any<BlobId>()}});
    expectSame(BlobsAnswer{{{any<BlobId>(), 77, false}}});
    expectSame(BlobReadRequest{any<BlobId>(), 262'144});
    expectSame(BlobState{any<BlobId>(), 5, true});
    expectSame(BlobPart{100, Bytes(30, 7)});
    expectSame(BlobWriteRequest{any<BlobId>(), 256, true, Bytes(3, 9)});
    expectSame(
        PushAnswer{{{any<EntryId>(), Fate::Stored, {}}, {any<EntryId>(), Fate::Refused, "entry.signature"}},
                   {statement()}});
}

TEST_F(Messages, RefuseUnknownMissingAndDoubledKeys) {
    const auto nonce = any<Nonce>().hex();
    expectRefused<HelloRequest>(R"({"nonce":")" + nonce + R"("})", "software");
    expectRefused<HelloRequest>(R"({"nonce":")" + nonce + R"(","software":"a","extra":1})", "?");
    expectRefused<HelloRequest>(R"({"nonce":")" + nonce + R"(","software":"a","software":"b"})");
}

TEST_F(Messages, RefuseFloatsWrongTypesAndNumbersBeyondTheirLimits) {
    const auto feed = any<FeedId>().hex();
    for (const char* from : {"1.0", "0", "-1", "1e3", "\"1\"", "9007199254740992", "null", "true"})
        expectRefused<IdsRequest>(R"({"feed":")" + feed + R"(","from":)" + from + "}");
    EXPECT_TRUE(decode<IdsRequest>(view(R"({"feed":")" + feed + R"(","from":9007199254740991})")));
}

TEST_F(Messages, RefuseHexThatIsNotLowercaseAndOfFullLength) {
    const auto good = any<FeedId>().hex();
    auto upper = good;
    upper[0] = 'A';
    for (const auto& feed : {upper, good.substr(2), good + "00", std::string()})
        expectRefused<IdsRequest>(R"({"feed":")" + feed + R"(","from":1})", "feed");
}

TEST_F(Messages, RefuseWhatIsNotOneObjectOfJson) {
    for (const char* text : {"", " ", "[]", "1", "null", "{", "{}{}", "\xEF\xBB\xBF{}", "{\"a\":1}x", "\xff"})
        expectRefused<BlobsRequest>(text);
}

TEST_F(Messages, RefuseDeepNestingBeforeItIsBuilt) {
    expectRefused<BlobsRequest>("{\"ids\":" + std::string(200'000, '[') + std::string(200'000, ']') + "}");
}

TEST_F(Messages, RefuseListsLongerThanTheirLimit) {
    BlobsRequest message;
    message.ids.assign(kMostBlobIds, any<BlobId>());
    expectSame(message);
    message.ids.push_back(any<BlobId>());
    EXPECT_FALSE(decode<BlobsRequest>(encode(message)));
}

TEST_F(Messages, RefuseAHeadWhoseNumberAndIdDisagree) {
    const auto feed = any<FeedId>().hex();
    expectRefused<HeadsRequest>(R"({"named":[{"feed":")" + feed +
                                R"(","seq":1,"id":null}],"list":false,"after":null})");
    HeadsRequest listing{{{any<FeedId>(), {}}}, true, {}};
    EXPECT_FALSE(decode<HeadsRequest>(encode(listing))) << "a listing names no feeds";
}

TEST_F(Messages, RefuseEveryCutAndEveryTailOfABinaryAnswer) {
    const PushAnswer message{
        {{any<EntryId>(), Fate::Stored, {}}, {any<EntryId>(), Fate::Refused, "sync.unknown-key"}},
        {statement()}};
    auto bytes = encode(message);
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_FALSE(decode<PushAnswer>(ByteView(bytes).first(length))) << length;
    bytes.push_back(0);
    EXPECT_FALSE(decode<PushAnswer>(bytes));
}

TEST_F(Messages, RefuseFatesWithoutTheirReasonAndReasonsThatAreNoSlugs) {
    EXPECT_FALSE(decode<PushAnswer>(encode(PushAnswer{{{any<EntryId>(), Fate::Refused, ""}}, {}})));
    EXPECT_FALSE(decode<PushAnswer>(encode(PushAnswer{{{any<EntryId>(), Fate::Stored, "why"}}, {}})));
    EXPECT_FALSE(decode<PushAnswer>(encode(PushAnswer{{{any<EntryId>(), Fate::Refused, "<b>"}}, {}})));
    auto bytes = encode(PushAnswer{{{any<EntryId>(), Fate::Stored, ""}}, {}});
    bytes[8 + 32] = 6;
    EXPECT_FALSE(decode<PushAnswer>(bytes));
}

TEST_F(Messages, CarryAProofInOneHeaderAndNothingElse) {
    const auto made = signRequest(key, {key.publicKey(), any<Nonce>(), "/v1/pull", any<Digest>()});
    const auto header = encodeProof(made);
    EXPECT_EQ(orThrow(decodeProof(header)), made);
    EXPECT_LT(header.size(), 1024U);
    for (const std::string& bad : {std::string(), std::string("Basic abc"), header.substr(0, 100),
                                   "X" + header, header + "%", header + std::string(kMostProofBytes, 'A')})
        EXPECT_EQ(decodeProof(bad).error().code, ErrorCode::Unauthorized) << bad.substr(0, 40);
}

class Statements : public Messages {};

TEST_F(Statements, SayWhatTheySaidAndWhoSaidIt) {
    const HelloFacts hello{key.publicKey(), any<Epoch>(), WallTime{Milliseconds{5}},
                           any<Nonce>(),    any<Nonce>(), {}};
    EXPECT_EQ(orThrow(verifyHello(signHello(key, hello))), hello);
    const AckFacts ack{key.publicKey(), any<Epoch>(),  WallTime{Milliseconds{5}},
                       any<Nonce>(),    any<FeedId>(), 9,
                       any<EntryId>()};
    EXPECT_EQ(orThrow(verifyAck(signAck(key, ack))), ack);
    StatusFacts status{key.publicKey(), any<Epoch>(), WallTime{Milliseconds{5}},          any<Nonce>(),
                       any<EntryId>(),  {"DINKES"},   {any<PersonId>(), any<PersonId>()}, {}};
    std::ranges::sort(status.persons);
    EXPECT_EQ(orThrow(verifyStatus(signStatus(key, status))), status);
    std::ranges::reverse(status.persons);
    EXPECT_FALSE(verifyStatus(signStatus(key, status))) << "not sorted";
}

TEST_F(Statements, OfOneKindAreNeverTakenForAnother) {
    const AckFacts ack{key.publicKey(), any<Epoch>(), {}, any<Nonce>(), any<FeedId>(), 9, any<EntryId>()};
    const auto made = signAck(key, ack);
    EXPECT_EQ(verifyHello(made).error().reason, "sync.statement-signature");
    EXPECT_EQ(verifyStatus(made).error().reason, "sync.statement-signature");
    EXPECT_EQ(verifyRequest(made).error().reason, "sync.statement-signature");
    EXPECT_EQ(verifyAck(signStatement(key, kHelloType, made.bytes)).error().reason,
              "sync.statement-signature");
}

TEST_F(Statements, DoNotSurviveOneChangedByteNorAnotherKey) {
    const AckFacts ack{key.publicKey(), any<Epoch>(), {}, any<Nonce>(), any<FeedId>(), 9, any<EntryId>()};
    const auto good = signAck(key, ack);
    for (std::size_t i = 0; i < good.bytes.size(); i += 7) {
        auto bad = good;
        bad.bytes[i] ^= 1U;
        EXPECT_FALSE(verifyAck(bad)) << i;
    }
    const auto other = crypto::SigningKey::generate(random);
    EXPECT_EQ(verifyAck(signAck(other, ack)).error().reason, "sync.statement")
        << "speaks for a key that did not sign";
}

class Batches : public testing::Test {
protected:
    Batches() { world.begin(); }
    test::World world;
    std::vector<entry::Record> records() const {
        std::vector<entry::Record> all;
        for (const auto& made : world.all())
            all.emplace_back(made.raw);
        return all;
    }
    static std::string reasonOf(ByteView bytes) {
        const auto read = decodeBatch(bytes);
        return read ? "read" : read.error().reason;
    }
    /// A batch whose header may lie about what the frame holds.
    static Bytes craft(std::uint32_t count, std::uint32_t plainBytes, const Bytes& plain, int level = 3) {
        Bytes bytes = toBytes("TKB1");
        putBig(bytes, count);
        putBig(bytes, plainBytes);
        const auto header = bytes.size();
        bytes.resize(header + ZSTD_compressBound(plain.size()));
        bytes.resize(header + ZSTD_compress(bytes.data() + header, bytes.size() - header, plain.data(),
                                            plain.size(), level));
        return bytes;
    }
};

TEST_F(Batches, AreReadAsTheyWereWritten) {
    auto& officer = world.certifyOfficer();
    officer.openSession();
    officer.sign(test::World::person(1));
    auto all = records();
    all.emplace_back(entry::WithheldEntry{officer.key().publicKey(), {}, EntryId{{1}}, 9, EntryId{{2}}});
    EXPECT_EQ(orThrow(decodeBatch(orThrow(encodeBatch(all)))), all);
    EXPECT_TRUE(orThrow(decodeBatch(orThrow(encodeBatch({})))).empty());
    const PushRequest push{world.random.make<Nonce>(), all};
    EXPECT_EQ(orThrow(decode<PushRequest>(orThrow(encode(push)))), push);
    const PullAnswer pull{all, true};
    EXPECT_EQ(orThrow(decode<PullAnswer>(orThrow(encode(pull)))), pull);
}

TEST_F(Batches, RefuseEveryCutAndEveryTail) {
    auto bytes = orThrow(encodeBatch(records()));
    for (std::size_t length = 0; length < bytes.size(); ++length)
        EXPECT_FALSE(decodeBatch(ByteView(bytes).first(length))) << length;
    bytes.push_back(0);
    EXPECT_EQ(reasonOf(bytes), "sync.batch-frame");
}

TEST_F(Batches, RefuseHeadersThatLie) {
    Bytes plain;
    for (const auto& record : records())
        entry::encodeRecord(record, plain);
    const auto count = static_cast<std::uint32_t>(records().size());
    const auto length = static_cast<std::uint32_t>(plain.size());
    EXPECT_EQ(reasonOf(craft(count, length, plain)), "read");
    EXPECT_EQ(reasonOf(craft(count, length - 1, plain)), "sync.batch-frame");
    EXPECT_EQ(reasonOf(craft(count, length + 1, plain)), "sync.batch-frame");
    EXPECT_EQ(reasonOf(craft(count - 1, length, plain)), "sync.batch-trailing");
    EXPECT_THAT(reasonOf(craft(count + 1, length, plain)), testing::StartsWith("record."));
    EXPECT_EQ(reasonOf(craft(0, 0, plain)), "sync.batch-header");
    EXPECT_EQ(reasonOf(craft(501, length, plain)), "sync.too-large");
}

TEST_F(Batches, RefuseBombsWithoutUnpackingThem) {
    const Bytes zeros(64U * 1024 * 1024);
    const auto bomb = craft(1, static_cast<std::uint32_t>(zeros.size()), zeros, 1);
    EXPECT_LT(bomb.size(), 64U * 1024);
    EXPECT_EQ(reasonOf(bomb), "sync.too-large");
    EXPECT_EQ(reasonOf(craft(1, 1000, zeros, 1)), "sync.batch-frame") << "the frame tells its own length";
}

TEST_F(Batches, RefuseMoreCompressedBytesThanAllowed) {
    EXPECT_EQ(reasonOf(Bytes(kMostBatchBytes + 1)), "sync.too-large");
    std::vector<entry::Record> big;
    for (int i = 0; i < 40; ++i) {
        entry::Entry raw;
        raw.payload.resize(entry::kMostPayloadBytes);
        world.random.fill(raw.payload); // cannot be compressed
        big.emplace_back(std::move(raw));
    }
    EXPECT_EQ(encodeBatch(big).error().reason, "sync.too-large");
    EXPECT_EQ(encodeBatch(std::vector<entry::Record>(501, entry::Entry{})).error().reason, "sync.too-large");
}

TEST(ErrorTable, SurvivesTheWayOverHttpForEveryCode) {
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        const Error error{static_cast<ErrorCode>(code), "sync.some-reason", "words", {}};
        EXPECT_EQ(errorOf(errorResponse(error)), error) << name(error.code);
    }
    const Error large{ErrorCode::InvalidInput, "sync.too-large", "words", {}};
    EXPECT_EQ(errorResponse(large).status, 413);
    EXPECT_EQ(errorOf(errorResponse(large)), large);
}

TEST(ErrorTable, TakesNobodyElsesWordForAnAnswer) {
    const auto reason = [](int status, std::string type, std::string_view body) {
        return errorOf(Response{status, std::move(type), {}, toBytes(body)}).reason;
    };
    EXPECT_EQ(reason(200, "text/html", "<html>"), "sync.captive-portal");
    EXPECT_EQ(reason(302, "", ""), "sync.captive-portal");
    EXPECT_EQ(reason(404, "text/html", "<html>"), "sync.captive-portal");
    EXPECT_EQ(reason(503, "text/html", "<html>"), "sync.proxy");
    EXPECT_EQ(reason(200, std::string(kErrorContent), "{}"), "sync.captive-portal");
    const auto busy = errorResponse({ErrorCode::Busy, "sync.busy", "", {}});
    EXPECT_EQ(reason(500, busy.contentType, textOf(busy.body)), "sync.captive-portal")
        << "status and words disagree";
    EXPECT_FALSE(goodBody(Response{200, "text/html", {}, {}}, kJsonContent));
    EXPECT_FALSE(goodBody(Response{201, std::string(kJsonContent), {}, {}}, kJsonContent));
    EXPECT_TRUE(goodBody(Response{200, std::string(kJsonContent), {}, {}}, kJsonContent));
}

TEST(ErrorTable, NamesTroublesOfTheServerAsItsOwn) {
    const auto seen = [](ErrorCode code, const char* reason) {
        return errorOf(errorResponse({code, reason, "the server has to be looked after", {}}));
    };
    EXPECT_EQ(seen(ErrorCode::NoSpace, "store.disk-full").reason, "sync.centre-full");
    EXPECT_EQ(seen(ErrorCode::NoSpace, "store.disk-full").code, ErrorCode::NoSpace);
    EXPECT_EQ(seen(ErrorCode::Corrupt, "store.damaged").reason, "sync.centre-trouble");
    EXPECT_EQ(seen(ErrorCode::ReadOnly, "files.read-only").reason, "sync.centre-trouble");
    EXPECT_EQ(seen(ErrorCode::Locked, "store.in-use").reason, "sync.centre-trouble");
    EXPECT_NE(seen(ErrorCode::Corrupt, "store.damaged").message.find("store.damaged"), std::string::npos);
    EXPECT_EQ(seen(ErrorCode::Locked, "log.stopped").reason, "log.stopped")
        << "what the protocol itself says";
    EXPECT_EQ(seen(ErrorCode::Busy, "sync.busy").reason, "sync.busy");
    EXPECT_EQ(seen(ErrorCode::NotFound, "store.no-blob").reason, "store.no-blob")
        << "about one thing, not the server";
}

TEST(ErrorTable, SaysWhatToDo) {
    EXPECT_EQ(adviceFor({ErrorCode::Offline, "", "", {}}), Advice::StopAll);
    EXPECT_EQ(adviceFor({ErrorCode::Unauthorized, "", "", {}}), Advice::StopAll);
    EXPECT_EQ(adviceFor({ErrorCode::Busy, "", "", {}}), Advice::SlowDown);
    EXPECT_EQ(adviceFor({ErrorCode::NoSpace, "", "", {}}), Advice::SlowDown);
    EXPECT_EQ(adviceFor({ErrorCode::NotFound, "", "", {}}), Advice::ThisOnly);
}

} // namespace
} // namespace teken::sync
