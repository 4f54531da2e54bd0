// Every payload of the catalogue is taken or refused, and refused for the right reason at the right place.
#include "core/entry/payload.h"
#include "tests/unit/entry/vectors.h"

#include <gtest/gtest.h>

#include <set>

namespace teken::entry {
namespace {

TEST(PayloadVectors, AreTakenOrRefusedForTheRightReason) {
    const auto vectors = test::payloadVectors();
    ASSERT_GT(vectors.size(), 100U);
    for (const auto& vector : vectors) {
        SCOPED_TRACE(vector.name);
        const auto decoded = decodePayload(view(vector.payload));
        EXPECT_EQ(decoded ? "ok" : decoded.error().reason, vector.expect)
            << (decoded ? "" : describe(decoded.error()));
        if (vector.place && !decoded) {
            EXPECT_EQ(decoded.error().place, *vector.place);
        }
        EXPECT_EQ(vector.name.starts_with("good_"), vector.expect == "ok") << "the name says what it is";
    }
}

TEST(PayloadVectors, HoldEveryKindOnce) {
    std::set<std::size_t> kinds;
    for (const auto& vector : test::payloadVectors())
        if (const auto decoded = decodePayload(view(vector.payload)))
            kinds.insert(decoded->body.index());
    EXPECT_EQ(kinds.size(), std::variant_size_v<Body>) << "each kind, and an unknown one";
}

TEST(PayloadVectors, AreWhatTheWriterWritesWhereTheyAreGood) {
    for (const auto& vector : test::payloadVectors()) {
        const auto decoded = decodePayload(view(vector.payload));
        if (!decoded || std::holds_alternative<UnknownKind>(decoded->body))
            continue;
        const auto again = encodePayload(*decoded);
        ASSERT_TRUE(again) << vector.name << ": " << describe(again.error());
        EXPECT_EQ(decodePayload(*again), decoded) << vector.name;
        if (vector.payload.find_first_of(" \\\t") == std::string::npos) {
            EXPECT_EQ(textOf(*again), vector.payload) << vector.name;
        }
    }
}

TEST(PayloadVectors, NeverShowValuesInErrors) {
    for (const auto& vector : test::payloadVectors()) {
        const auto decoded = decodePayload(view(vector.payload));
        if (decoded)
            continue;
        const auto words = describe(decoded.error());
        EXPECT_EQ(words.find("Siti"), std::string::npos) << words;
        EXPECT_EQ(words.find("Camat"), std::string::npos) << words;
    }
}

} // namespace
} // namespace teken::entry
