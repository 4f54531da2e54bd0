#include "core/domain/canonical_json.h"

#include <gtest/gtest.h>

namespace teken::domain {
namespace {

constexpr JsonLimits kLimits{1024, 4};

std::string reasonOf(std::string_view text) {
    const auto read = readCanonical(view(text), kLimits);
    return read ? "" : read.error().reason;
}

TEST(CanonicalJson, WritesSortedKeysShortEscapesAndNoSpaces) {
    const Json value(JsonObject{{"b", JsonArray{1, -2, "x"}}, {"a", "\"\\\n\x01é"}, {"c", JsonObject{}}});
    EXPECT_EQ(writeCanonical(value), "{\"a\":\"\\\"\\\\\\n\\u0001é\",\"b\":[1,-2,\"x\"],\"c\":{}}");
}

TEST(CanonicalJson, ReadsBackWhatItWrote) {
    std::string everyControl;
    for (int c = 0; c < 0x20; ++c)
        everyControl += static_cast<char>(c);
    const std::string written =
        writeCanonical(Json(JsonObject{{"text", everyControl + "\x7f/é𝄞"},
                                       {"numbers", JsonArray{0, -1, (std::int64_t{1} << 53) - 1}},
                                       {"empty", JsonArray{}}}));
    const auto read = readCanonical(view(written), kLimits);
    ASSERT_TRUE(read) << describe(read.error());
    EXPECT_EQ(writeCanonical(*read), written);
}

TEST(CanonicalJson, RefusesEveryOtherSpellingOfTheSameValue) {
    for (const std::string_view other : {R"({ "a":1})",
                                         R"({"a":1} )",
                                         R"({"b":1,"a":2})",
                                         R"({"a":1,"a":1})",
                                         R"({"a":01})",
                                         R"({"a":-0})",
                                         R"({"a":1.0})",
                                         R"({"a":1e3})",
                                         R"({"a":"\u0041"})",
                                         R"({"a":"\/"})",
                                         R"({"a":"\u000a"})",
                                         R"({"a":"\u001F"})",
                                         R"({"a":true})",
                                         R"({"a":null})",
                                         R"({"a":9007199254740992})",
                                         R"({"a":1,})",
                                         R"([1,])",
                                         R"({"a")",
                                         R"("open)",
                                         R"({"a":1}{)",
                                         "",
                                         "-",
                                         "\"\x01\"",
                                         R"({1:2})"})
        EXPECT_EQ(reasonOf(other), "json.not-canonical") << other;
}

TEST(CanonicalJson, NamesTheOffsetOfTheFirstFault) {
    const auto read = readCanonical(view(R"({"a":1, "b":2})"), kLimits);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().place, "offset 7");
}

TEST(CanonicalJson, RefusesBadUtf8LargeAndDeepInput) {
    EXPECT_EQ(reasonOf("\"\xff\""), "json.not-utf8");
    EXPECT_EQ(reasonOf("\xef\xbb\xbf{}"), "json.not-canonical");
    EXPECT_EQ(reasonOf("\"" + std::string(2000, 'x') + "\""), "json.too-large");
    EXPECT_EQ(reasonOf("[[[[]]]]"), "");
    EXPECT_EQ(reasonOf("[[[[[]]]]]"), "json.too-deep");
    EXPECT_EQ(reasonOf(std::string(500, '[')), "json.too-deep");
}

TEST(JsonReader, RefusesMissingWrongAndUnknownKeys) {
    const Json value(JsonObject{{"count", 3}, {"name", "x"}, {"stray", 1}});
    auto reader = JsonReader::open(value, "thing");
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->number("count", 0, 9).value(), 3);
    EXPECT_EQ(reader->number("count", 4, 9).error().reason, "json.wrong-type");
    EXPECT_EQ(reader->text("count").error().reason, "json.wrong-type");
    EXPECT_EQ(reader->text("absent").error().reason, "json.missing-key");
    EXPECT_EQ(reader->textOr("absent", "otherwise").value(), "otherwise");
}

TEST(JsonReader, FinishesOnlyWhenEveryKeyWasTaken) {
    const Json value(JsonObject{{"count", 3}, {"stray", 1}});
    auto reader = JsonReader::open(value, "thing");
    ASSERT_TRUE(reader);
    EXPECT_TRUE(reader->number("count", 0, 9));
    EXPECT_EQ(reader->finish().error().reason, "json.unknown-key");
    EXPECT_TRUE(reader->value("stray"));
    EXPECT_TRUE(reader->finish());
    EXPECT_EQ(JsonReader::open(Json("text"), "x").error().reason, "json.wrong-type");
}

} // namespace
} // namespace teken::domain
