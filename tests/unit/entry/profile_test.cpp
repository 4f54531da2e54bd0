// The profile's reader against hostile input, and against a general JSON reader (FORMAT.md section 2).
#include "core/entry/ids.h"
#include "core/entry/scan.h"
#include "tests/support/entry_generators.h"
#include "tests/unit/entry/vectors.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

namespace teken::entry {
namespace {

using Json = nlohmann::json;

std::string reasonOf(std::string_view text) {
    Document document;
    const auto scanned = document.scan(view(text));
    return scanned ? "ok" : scanned.error().reason;
}

/// The scanned tokens as a general JSON value.
Json valueOf(const Document& document, std::uint32_t index) {
    const auto& token = document[index];
    switch (token.type) {
    case TokenType::Null:
        return nullptr;
    case TokenType::Boolean:
        return token.number != 0;
    case TokenType::Integer:
        return token.number;
    case TokenType::String:
        return std::string(token.text);
    case TokenType::Array: {
        auto array = Json::array();
        for (auto at = index + 1; at != token.next; at = document[at].next)
            array.push_back(valueOf(document, at));
        return array;
    }
    case TokenType::Object:
        break;
    }
    auto object = Json::object();
    for (auto at = index + 1; at != token.next; at = document[at].next)
        object[std::string(document[at].key)] = valueOf(document, at);
    return object;
}

/// Whatever we take, a general reader takes and understands alike. False if we refused it.
bool agreesIfTaken(std::string_view text) {
    Document document;
    if (!document.scan(view(text)))
        return false;
    const auto general = Json::parse(text, nullptr, false);
    EXPECT_FALSE(general.is_discarded()) << text;
    EXPECT_EQ(valueOf(document, Document::kRoot), general) << text;
    return true;
}

TEST(ProfileReader, ReadsWhatAGeneralReaderReads) {
    for (const auto& vector : test::payloadVectors())
        agreesIfTaken(vector.payload);
    EXPECT_TRUE(agreesIfTaken(R"({"a":[1,-2,"\u00e9\n\"\\\/",{"b":null}],"c":true,"":{}})"));
}

TEST(ProfileReader, SurvivesEveryCutOfEveryVector) {
    for (const auto& vector : test::payloadVectors())
        for (std::size_t length = 0; length < vector.payload.size();
             length += 1 + vector.payload.size() / 900)
            agreesIfTaken(std::string_view(vector.payload).substr(0, length));
}

RC_GTEST_PROP(ProfileReader, AgreesWithAGeneralReaderOnDamagedPayloads, ()) {
    const auto payload = *test::genPayload();
    const auto bytes = encodePayload(payload);
    RC_PRE(bytes.has_value());
    std::string text(textOf(*bytes));
    const auto changes = *rc::gen::inRange(0, 4);
    for (int i = 0; i < changes; ++i) {
        const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
        text[at] =
            *rc::gen::oneOf(rc::gen::elementOf(std::string("{}[]\",:\\0-e. \n")), rc::gen::arbitrary<char>());
    }
    agreesIfTaken(text);
}

TEST(ProfileReader, RefusesTwoHundredThousandNestedArraysAtOnce) {
    EXPECT_EQ(reasonOf("{\"a\":" + std::string(200'000, '[')), "payload.size");
    EXPECT_EQ(reasonOf("{\"a\":" + std::string(16'000, '[')), "payload.depth");
    std::string objects;
    for (int i = 0; i < 3'000; ++i)
        objects += "{\"\":";
    EXPECT_EQ(reasonOf(objects), "payload.depth");
}

TEST(ProfileReader, TakesAFullPayloadOfSmallTokens) {
    std::string text = "{\"a\":[0";
    while (text.size() < kMostPayloadBytes - 4)
        text += ",0";
    EXPECT_EQ(reasonOf(text + "]}"), "ok");
}

TEST(ProfileReader, ResolvesEscapesInKeysAndTexts) {
    const std::string text = R"({"k\u0065y":"a\/b\u00e9\ud83d\ude00","plain":"x"})";
    Document document;
    ASSERT_TRUE(document.scan(view(text)));
    EXPECT_EQ(document[1].key, "key");
    EXPECT_EQ(document[1].text, "a/b\u00e9\U0001f600");
    EXPECT_EQ(document[2].text, "x");
}

TEST(ProfileReader, NamesThePlace) {
    Document document;
    const auto scanned = document.scan(view(R"({"body":{"present":["x",{"second":1.5}]}})"));
    ASSERT_FALSE(scanned);
    EXPECT_EQ(scanned.error().place, "body.present[1].second");
}

} // namespace
} // namespace teken::entry
