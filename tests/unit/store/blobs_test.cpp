#include "core/crypto/hash.h"
#include "tests/unit/store/book_fixture.h"

namespace teken::store {
namespace {

class BlobTableTest : public ::testing::Test {
protected:
    Shelf shelf;
    std::unique_ptr<Book> book = shelf.createForAni();

    [[nodiscard]] Bytes someBytes(std::size_t count) {
        Bytes bytes(count);
        shelf.random.fill(bytes);
        return bytes;
    }
    Result<BlobId> put(ByteView plain) {
        BlobId id;
        TEKEN_CHECK(book->write([&](Transaction& t) -> Result<> {
            TEKEN_TRY(id, book->blobs().put(t, plain));
            return {};
        }));
        return id;
    }
    Result<> putPart(const BlobId& id, std::uint64_t offset, ByteView part, bool last) {
        return book->write([&](Transaction& t) { return book->blobs().putPart(t, id, offset, part, last); });
    }
    [[nodiscard]] Bytes get(const BlobId& id) { return test::orThrow(book->blobs().get(id)); }
};

TEST_F(BlobTableTest, GivesBackWhatWasPut) {
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{1}, kBlobChunkBytes, 3 * kBlobChunkBytes + 17}) {
        SCOPED_TRACE(size);
        const auto plain = someBytes(size);
        const auto id = test::orThrow(put(plain));
        EXPECT_EQ(id, crypto::blobIdOf(plain));
        EXPECT_EQ(get(id), plain);
        EXPECT_TRUE(test::orThrow(book->blobs().has(id)));
    }
    EXPECT_EQ(test::orThrow(book->blobs().list()).size(), 4U);
}

TEST_F(BlobTableTest, KeepsOneOfTheSame) {
    const auto plain = toBytes("Ikrar Netralitas");
    EXPECT_EQ(test::orThrow(put(plain)), test::orThrow(put(plain)));
    EXPECT_EQ(test::orThrow(book->blobs().list()).size(), 1U);
}

TEST_F(BlobTableTest, RefusesMoreThanTheLimit) {
    const Bytes huge(kMostBlobBytes + 1);
    EXPECT_EQ(reasonOf(put(huge)), "store.blob-too-large");
    EXPECT_EQ(reasonOf(putPart(BlobId{{1}}, kMostBlobBytes, toBytes("x"), false)), "store.blob-too-large");
    EXPECT_EQ(reasonOf(putPart(BlobId{{1}}, UINT64_MAX, toBytes("x"), false)), "store.blob-too-large");
}

TEST_F(BlobTableTest, DoesNotKnowWhatIsNotThere) {
    EXPECT_EQ(reasonOf(book->blobs().get(BlobId{{1}})), "store.no-blob");
    EXPECT_FALSE(test::orThrow(book->blobs().has(BlobId{{1}})));
    EXPECT_EQ(test::orThrow(book->blobs().partialBytes(BlobId{{1}})), 0U);
}

TEST_F(BlobTableTest, GrowsInPartsAcrossARestart) {
    const auto plain = someBytes(2 * kBlobChunkBytes + 5);
    const auto id = crypto::blobIdOf(plain);
    const ByteView all(plain);
    ASSERT_TRUE(putPart(id, 0, all.first(kBlobChunkBytes), false));
    EXPECT_FALSE(test::orThrow(book->blobs().has(id)));
    EXPECT_EQ(reasonOf(book->blobs().get(id)), "store.no-blob") << "not whole yet";
    book.reset();
    book = shelf.open();
    ASSERT_TRUE(book->keyring().unlock(1, phrase("kunci ani")));
    EXPECT_EQ(test::orThrow(book->blobs().partialBytes(id)), kBlobChunkBytes);
    ASSERT_TRUE(putPart(id, kBlobChunkBytes, all.subspan(kBlobChunkBytes, kBlobChunkBytes), false));
    ASSERT_TRUE(putPart(id, 2 * kBlobChunkBytes, all.subspan(2 * kBlobChunkBytes), true));
    EXPECT_EQ(get(id), plain);
    EXPECT_EQ(test::orThrow(book->blobs().partialBytes(id)), 0U);
    EXPECT_TRUE(putPart(id, 0, all.first(5), false)) << "a whole blob stays as it is";
    EXPECT_EQ(get(id), plain);
}

TEST_F(BlobTableTest, RefusesAPartThatIsNotTheNext) {
    const auto id = crypto::blobIdOf(toBytes("abcdef"));
    EXPECT_EQ(reasonOf(putPart(id, 3, toBytes("def"), true)), "store.blob-offset");
    ASSERT_TRUE(putPart(id, 0, toBytes("abc"), false));
    EXPECT_EQ(reasonOf(putPart(id, 0, toBytes("abc"), false)), "store.blob-offset");
    EXPECT_EQ(reasonOf(putPart(id, 4, toBytes("ef"), true)), "store.blob-offset");
    EXPECT_TRUE(putPart(id, 3, toBytes("def"), true));
}

TEST_F(BlobTableTest, StartsAnewAfterPartsThatDoNotMakeUpTheBlob) {
    const auto id = crypto::blobIdOf(toBytes("abcdef"));
    ASSERT_TRUE(putPart(id, 0, toBytes("xyz"), false));
    const auto wrong = putPart(id, 3, toBytes("def"), true);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().code, ErrorCode::VerificationFailed);
    EXPECT_FALSE(test::orThrow(book->blobs().has(id)));
    EXPECT_EQ(test::orThrow(book->blobs().partialBytes(id)), 0U);
    ASSERT_TRUE(putPart(id, 0, toBytes("abc"), false));
    ASSERT_TRUE(putPart(id, 3, toBytes("def"), true));
    EXPECT_EQ(get(id), toBytes("abcdef"));
}

TEST_F(BlobTableTest, WholeBlobReplacesItsParts) {
    const auto id = crypto::blobIdOf(toBytes("abcdef"));
    ASSERT_TRUE(putPart(id, 0, toBytes("xyz"), false));
    EXPECT_EQ(test::orThrow(put(toBytes("abcdef"))), id);
    EXPECT_EQ(get(id), toBytes("abcdef"));
}

TEST_F(BlobTableTest, AnswersLockedWhileLockedButKnowsWhatItHas) {
    const auto id = test::orThrow(put(toBytes("isi")));
    const auto empty = test::orThrow(put({}));
    book->keyring().lock();
    EXPECT_EQ(reasonOf(book->blobs().get(id)), "store.locked");
    EXPECT_EQ(reasonOf(book->blobs().get(empty)), "store.locked");
    EXPECT_EQ(reasonOf(put(toBytes("lain"))), "store.locked");
    EXPECT_TRUE(test::orThrow(book->blobs().has(id)));
}

} // namespace
} // namespace teken::store
