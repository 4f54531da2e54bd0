#include "core/crypto/box.h"

#include "tests/unit/crypto/mutations.h"

#include <gtest/gtest.h>

namespace teken::crypto {
namespace {

SecretBytes keyOf(std::uint8_t fill) {
    return SecretBytes::copyOf(Bytes(32, fill));
}

struct Sealed {
    Bytes header;
    std::vector<Bytes> chunks;
};

// The last text becomes the last chunk.
Sealed sealAll(const std::vector<std::string>& texts) {
    StreamSealer sealer(keyOf(1));
    Sealed sealed;
    sealed.header = toBytes(sealer.header());
    for (std::size_t i = 0; i < texts.size(); ++i)
        sealed.chunks.push_back(sealer.push(view(texts[i]), i + 1 == texts.size()));
    return sealed;
}

// The texts up to the last chunk, or the number of chunks that opened before one was refused.
struct Opened {
    std::vector<std::string> texts;
    bool complete = false;
    bool refused = false;
};

Opened openAll(const Sealed& sealed, std::uint8_t key = 1) {
    Opened result;
    auto opener = StreamOpener::begin(keyOf(key), sealed.header);
    if (!opener) {
        result.refused = true;
        return result;
    }
    for (const auto& bytes : sealed.chunks) {
        const auto chunk = opener->pull(bytes);
        if (!chunk) {
            EXPECT_EQ(chunk.error().code, ErrorCode::VerificationFailed);
            EXPECT_FALSE(opener->pull(bytes)) << "a reader that failed stays failed";
            result.refused = true;
            return result;
        }
        result.texts.emplace_back(textOf(chunk->plain));
        result.complete = chunk->last;
    }
    return result;
}

const std::vector<std::string> kTexts = {"first", "", "third", "the last one"};

TEST(Stream, OpensInOrderAndKnowsItsEnd) {
    const auto opened = openAll(sealAll(kTexts));
    EXPECT_EQ(opened.texts, kTexts);
    EXPECT_TRUE(opened.complete);
    EXPECT_FALSE(opened.refused);
}

TEST(Stream, AddsItsOverheadOnly) {
    const auto sealed = sealAll({"12345"});
    EXPECT_EQ(sealed.header.size(), kStreamHeaderBytes);
    EXPECT_EQ(sealed.chunks[0].size(), 5 + kStreamOverhead);
}

TEST(Stream, RefusesExchangedChunks) {
    for (std::size_t i = 0; i + 1 < kTexts.size(); ++i) {
        auto sealed = sealAll(kTexts);
        std::swap(sealed.chunks[i], sealed.chunks[i + 1]);
        const auto opened = openAll(sealed);
        EXPECT_TRUE(opened.refused) << i;
        EXPECT_EQ(opened.texts.size(), i);
    }
}

TEST(Stream, RefusesADroppedOrRepeatedChunk) {
    for (std::size_t i = 0; i + 1 < kTexts.size(); ++i) {
        auto dropped = sealAll(kTexts);
        dropped.chunks.erase(dropped.chunks.begin() + static_cast<std::ptrdiff_t>(i));
        EXPECT_TRUE(openAll(dropped).refused) << i;
        auto repeated = sealAll(kTexts);
        repeated.chunks.insert(repeated.chunks.begin() + static_cast<std::ptrdiff_t>(i), repeated.chunks[i]);
        EXPECT_TRUE(openAll(repeated).refused) << i;
    }
}

TEST(Stream, WithoutItsEndIsNeverComplete) {
    auto sealed = sealAll(kTexts);
    sealed.chunks.pop_back();
    const auto opened = openAll(sealed);
    EXPECT_FALSE(opened.refused);
    EXPECT_FALSE(opened.complete);
}

TEST(Stream, RefusesAnythingAfterItsEnd) {
    auto sealed = sealAll(kTexts);
    sealed.chunks.push_back(sealed.chunks.back());
    const auto opened = openAll(sealed);
    EXPECT_TRUE(opened.refused);
    EXPECT_EQ(opened.texts.size(), kTexts.size());
}

TEST(Stream, DoesNotTakeAChunkOfAnotherStreamUnderTheSameKey) {
    auto sealed = sealAll(kTexts);
    sealed.chunks[1] = sealAll(kTexts).chunks[1];
    EXPECT_TRUE(openAll(sealed).refused);
}

TEST(Stream, RefusesAnotherKeyAndAnyChangeOfTheHeader) {
    const auto sealed = sealAll(kTexts);
    EXPECT_TRUE(openAll(sealed, 2).refused);
    test::forEachMutation(sealed.header, [&](const Bytes& spoilt, const std::string& what) {
        auto other = sealed;
        other.header = spoilt;
        EXPECT_TRUE(openAll(other).refused) << what;
    });
}

TEST(Stream, RefusesAnyChangeOfAChunk) {
    const auto sealed = sealAll({"one chunk"});
    test::forEachMutation(sealed.chunks[0], [&](const Bytes& spoilt, const std::string& what) {
        auto other = sealed;
        other.chunks[0] = spoilt;
        EXPECT_TRUE(openAll(other).refused) << what;
    });
}

TEST(Stream, GoesOnAfterBeingMoved) {
    const auto sealed = sealAll(kTexts);
    auto first = StreamOpener::begin(keyOf(1), sealed.header).value();
    ASSERT_TRUE(first.pull(sealed.chunks[0]));
    StreamOpener second = std::move(first);
    EXPECT_EQ(textOf(second.pull(sealed.chunks[1]).value().plain), kTexts[1]);
}

} // namespace
} // namespace teken::crypto
