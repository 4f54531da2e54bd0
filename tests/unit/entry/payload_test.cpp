// Payloads there and back (FORMAT.md sections 3, 5, 6).
#include "core/entry/payload.h"
#include "tests/support/entry_generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace teken::entry {
namespace {

constexpr std::size_t kKinds = std::variant_size_v<Body>;

/// A payload of a kind without rules of its own, number 2 of its feed.
Payload resumePayload() {
    Header header;
    header.drive = EntryId{{1}};
    header.feed = FeedId{{2}};
    header.seq = 2;
    header.prev = EntryId{{3}};
    header.wallMs = 1'700'183'700'000;
    header.monoMs = 12;
    return {header, Resume{SessionId{{4}}}};
}

std::string encodedText(const Payload& payload) {
    const auto bytes = encodePayload(payload);
    EXPECT_TRUE(bytes) << describe(bytes.error());
    return bytes ? std::string(textOf(*bytes)) : std::string{};
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << "no " << from << " in " << text;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

Error refusal(std::string_view payload) {
    const auto decoded = decodePayload(view(payload));
    EXPECT_FALSE(decoded) << payload;
    return decoded ? Error{} : decoded.error();
}

RC_GTEST_PROP(PayloadRoundTrip, EveryKindComesBackAsItWas, ()) {
    const auto payload = *test::genPayload();
    const auto bytes = encodePayload(payload);
    if (!bytes) // many long texts together may pass the limit of a payload; nothing else may be refused
        RC_ASSERT(bytes.error().reason == "payload.size");
    RC_PRE(bytes.has_value());
    const auto decoded = decodePayload(*bytes);
    RC_ASSERT(decoded.has_value());
    RC_ASSERT(*decoded == payload);
}

TEST(PayloadRoundTrip, CoversEachKindInItsTurn) {
    for (std::size_t index = 1; index < kKinds; ++index) {
        const bool good = rc::check(std::string(), [index] {
            auto payload = *test::genPayload();
            payload.body = *test::genBodyOf(index);
            payload.header.drive = EntryId{{9}};
            if (std::holds_alternative<Certify>(payload.body) ||
                std::holds_alternative<Revoke>(payload.body) ||
                std::holds_alternative<OpenDrive>(payload.body))
                payload.header.drive.reset();
            const auto bytes = encodePayload(payload);
            RC_PRE(bytes.has_value());
            RC_ASSERT(decodePayload(*bytes) == payload);
        });
        EXPECT_TRUE(good) << "kind number " << index;
    }
}

TEST(PayloadWriter, PutsKeysInTheOrderOfTheFormatWithoutWhiteSpace) {
    const std::string zeros32(32, '0');
    const auto hex = [](std::string_view start, std::size_t digits) {
        return std::string(start) + std::string(digits - start.size(), '0');
    };
    EXPECT_EQ(encodedText(resumePayload()), "{\"v\":1,\"kind\":\"resume\",\"drive\":\"" + hex("01", 64) +
                                                "\",\"feed\":\"" + hex("02", 64) +
                                                "\",\"seq\":2,\"prev\":\"" + hex("03", 64) +
                                                "\",\"wall_ms\":1700183700000,\"mono_ms\":12,\"boot\":\"" +
                                                zeros32 + "\",\"seen\":null,\"salt\":\"" + zeros32 +
                                                "\",\"body\":{\"session\":\"" + hex("04", 32) + "\"}}");
}

TEST(PayloadWriter, RefusesWhatTheReaderWouldRefuse) {
    auto payload = resumePayload();
    payload.header.wallMs = -1;
    EXPECT_EQ(encodePayload(payload).error().reason, "payload.range");
    EXPECT_EQ(encodePayload(payload).error().place, "wall_ms");

    payload = resumePayload();
    payload.body = Note{SessionId{}, NoteTopic::Other, "bell \a", std::nullopt};
    EXPECT_EQ(encodePayload(payload).error().reason, "payload.control");
    EXPECT_EQ(encodePayload(payload).error().place, "body.text");

    payload.body = Note{SessionId{}, NoteTopic::Other, "\xc0\xaf", std::nullopt};
    EXPECT_EQ(encodePayload(payload).error().reason, "payload.utf8");

    payload.body = Note{SessionId{}, static_cast<NoteTopic>(77), {}, std::nullopt};
    EXPECT_EQ(encodePayload(payload).error().reason, "payload.slug");
}

TEST(PayloadWriter, CountsTextInCodePoints) {
    auto payload = resumePayload();
    std::string thousand;
    for (int i = 0; i < 1000; ++i)
        thousand += "é";
    payload.body = Note{SessionId{}, NoteTopic::Other, thousand, std::nullopt};
    EXPECT_TRUE(encodePayload(payload));
    payload.body = Note{SessionId{}, NoteTopic::Other, thousand + "x", std::nullopt};
    EXPECT_EQ(encodePayload(payload).error().reason, "payload.text-length");
}

TEST(PayloadWriter, RefusesMoreThanAPayloadMayHold) {
    auto payload = resumePayload();
    Units units;
    for (int i = 0; i < 100; ++i) {
        std::string code;
        for (int k = 0; k < 38; ++k)
            code += "\xf0\x9f\x98\x80";
        units.push_back(code + std::to_string(10 + i % 90) + (i < 90 ? "" : "x"));
    }
    payload.body = PlanSession{SessionId{}, "t", units, "p", 0, {BlobId{}}, {}, std::nullopt};
    const auto bytes = encodePayload(payload);
    ASSERT_FALSE(bytes);
    EXPECT_TRUE(bytes.error().reason == "payload.size" || bytes.error().reason == "payload.text-length");
}

TEST(PayloadWriter, WillNotWriteAnUnknownKind) {
    auto payload = resumePayload();
    payload.body = UnknownKind{"resume-later"};
    EXPECT_EQ(encodePayload(payload).error().reason, "payload.kind");
}

TEST(PayloadReader, TakesKeysInAnyOrderAndWhiteSpaceBetween) {
    const auto text = encodedText(resumePayload());
    auto shuffled = replaced(text, "\"v\":1,", "");
    shuffled = " \r\n\t" + replaced(shuffled, "}}", "} , \"v\" : 1 }") + "\n";
    const auto decoded = decodePayload(view(shuffled));
    ASSERT_TRUE(decoded) << describe(decoded.error());
    EXPECT_EQ(*decoded, resumePayload());
}

TEST(PayloadReader, RefusesEachMissingKeyByName) {
    const auto text = encodedText(resumePayload());
    for (const char* key : {"v", "kind", "drive", "feed", "seq", "prev", "wall_ms", "mono_ms", "boot", "seen",
                            "salt", "body"}) {
        const auto from = text.find("\"" + std::string(key) + "\":");
        ASSERT_NE(from, std::string::npos);
        const auto isLast = std::string_view(key) == "body";
        const auto until = isLast ? text.size() - 1 : text.find(",\"", from) + 1;
        auto without = text.substr(0, isLast ? from - 1 : from) + text.substr(until);
        EXPECT_EQ(refusal(without).reason, "payload.missing-key") << without;
        EXPECT_EQ(refusal(without).place, key) << without;
    }
}

TEST(PayloadReader, RefusesUnknownKeysAndNamesOnlyPlainOnes) {
    const auto text = encodedText(resumePayload());
    auto error = refusal(replaced(text, "\"v\":1", "\"v\":1,\"mood\":1"));
    EXPECT_EQ(error.reason, "payload.unknown-key");
    EXPECT_EQ(error.place, "mood");
    error = refusal(replaced(text, "\"body\":{", "\"body\":{\"Siti 198706302010012001\":1,"));
    EXPECT_EQ(error.reason, "payload.unknown-key");
    EXPECT_EQ(error.place, "body.?")
        << "a key may hold personal data; the place shows words of the format only";
}

TEST(PayloadReader, AsksForTheVersionBeforeAnythingElse) {
    const auto error = refusal(R"({"v":2,"anything":[1,2,3]})");
    EXPECT_EQ(error.code, ErrorCode::Unsupported);
    EXPECT_EQ(error.reason, "payload.version");
    EXPECT_EQ(refusal(R"({"v":"1"})").reason, "payload.type");
}

TEST(PayloadReader, HoldsNumberAndLinkTogether) {
    const auto text = encodedText(resumePayload());
    EXPECT_EQ(refusal(replaced(text, "\"seq\":2", "\"seq\":1")).reason, "payload.prev");
    EXPECT_EQ(refusal(replaced(text, "\"seq\":2", "\"seq\":0")).reason, "payload.range");
    const auto link = "\"prev\":\"03" + std::string(62, '0') + "\"";
    EXPECT_EQ(refusal(replaced(text, link, "\"prev\":null")).reason, "payload.prev");
    const auto first = replaced(replaced(text, link, "\"prev\":null"), "\"seq\":2", "\"seq\":1");
    EXPECT_TRUE(decodePayload(view(first)));
}

TEST(PayloadReader, WantsADriveExactlyWhereTheFormatSays) {
    auto payload = resumePayload();
    payload.header.drive.reset();
    EXPECT_EQ(encodePayload(payload).error().reason, "payload.missing-key");
    payload.body = Revoke{};
    EXPECT_TRUE(encodePayload(payload));
    payload.header.drive = EntryId{{1}};
    EXPECT_EQ(encodePayload(payload).error().reason, "payload.drive");
}

TEST(PayloadReader, KeepsAnUnknownKindWithItsName) {
    const auto text = encodedText(resumePayload());
    const auto future = replaced(replaced(text, "\"resume\"", "\"hold-on\""), "\"body\":{",
                                 "\"body\":{\"new\":[true,false,null,{\"deep\":-5}],");
    auto decoded = decodePayload(view(future));
    ASSERT_TRUE(decoded) << describe(decoded.error());
    EXPECT_EQ(decoded->body, Body(UnknownKind{"hold-on"}));
    EXPECT_EQ(kindName(decoded->body), "hold-on");
    EXPECT_TRUE(rolesFor(decoded->body).empty());
    EXPECT_EQ(decoded->header, resumePayload().header);
    const auto driveless = replaced(future, "\"drive\":\"01" + std::string(62, '0') + "\",", "");
    EXPECT_TRUE(decodePayload(view(driveless))) << "a kind to come may belong to the root feed";
}

TEST(PayloadReader, HoldsAnUnknownKindToTheProfile) {
    const auto future = replaced(encodedText(resumePayload()), "\"resume\"", "\"hold-on\"");
    EXPECT_EQ(refusal(replaced(future, "\"body\":{", "\"body\":{\"x\":1.5,")).reason, "payload.float");
    EXPECT_EQ(refusal(replaced(future, "\"body\":{", "\"body\":[{")).reason, "payload.syntax");
    EXPECT_EQ(refusal(replaced(future, "\"hold-on\"", "\"Hold on\"")).reason, "payload.kind");
    EXPECT_EQ(refusal(replaced(future, "\"hold-on\"", "\"\"")).reason, "payload.kind");
}

TEST(Kinds, EachHasANameOfItsOwnAndAFeedToLiveIn) {
    std::vector<std::string> names;
    for (std::size_t index = 1; index < kKinds; ++index)
        rc::check(std::string(), [&] {
            const auto body = *test::genBodyOf(index);
            names.emplace_back(kindName(body));
            RC_ASSERT(!rolesFor(body).empty());
        });
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    EXPECT_EQ(names.size(), kKinds - 1);
    EXPECT_EQ(kindName(Sign{}), "sign");
    EXPECT_EQ(kindName(SignMinutes{}), "sign-minutes");
    EXPECT_EQ(kindName(CloseDrive{}), "close-drive");
    EXPECT_EQ(kindName(Certify{}), "certify");
}

TEST(Kinds, VoidLivesInAdminAndFieldFeeds) {
    EXPECT_EQ(rolesFor(Void{}), (std::vector{Role::Admin, Role::Field}));
    EXPECT_EQ(rolesFor(Sign{}), std::vector{Role::Field});
    EXPECT_EQ(rolesFor(OpenDrive{}), std::vector{Role::Admin});
    EXPECT_EQ(rolesFor(Revoke{}), std::vector{Role::Root});
}

TEST(Kinds, TellSessionAndInk) {
    Sign sign;
    sign.session = SessionId{{5}};
    sign.ink = Digest{{6}};
    EXPECT_EQ(sessionOf(sign), SessionId{{5}});
    EXPECT_EQ(inkOf(sign), Digest{{6}});
    EXPECT_EQ(sessionOf(Match{}), std::nullopt);
    EXPECT_EQ(inkOf(Attach{}), std::nullopt);
    EXPECT_EQ(roleName(Role::Cosigner), "cosigner");
}

} // namespace
} // namespace teken::entry
