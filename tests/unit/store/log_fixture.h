// A book that keeps a log, and the plainest possible tree to hold it against.
#pragma once

#include "core/crypto/hash.h"
#include "core/log/tiles.h"
#include "core/store/connection.h"
#include "core/store/log_table.h"
#include "tests/unit/store/book_fixture.h"

#include <bit>

namespace teken::store {

/// RFC 6962 section 2.1, word by word.
inline Digest plainRoot(std::span<const Digest> leaves) {
    if (leaves.empty())
        return log::emptyRoot();
    if (leaves.size() == 1)
        return leaves.front();
    const auto split = std::bit_floor(leaves.size() - 1);
    return log::hashNode(plainRoot(leaves.first(split)), plainRoot(leaves.subspan(split)));
}

inline Bytes leafOf(const entry::VerifiedEntry& entry) {
    const auto& header = entry.payload.header;
    return toBytes(log::encodeLeaf({header.feed, header.seq, entry.id, entry.raw.signature}));
}

inline Bytes leafOf(const entry::WithheldEntry& entry) {
    return toBytes(log::encodeLeaf({crypto::feedIdOf(entry.key), entry.seq, entry.id, entry.signature}));
}

inline void switchOn(Book& book) {
    must(book.write([&](Transaction& transaction) { return book.log().switchOn(transaction); }));
}

inline LogState stateOf(Book& book) {
    return test::orThrow(book.log().state()).value();
}

inline std::vector<Bytes> leavesOf(Book& book) {
    return test::orThrow(book.log().leaves({0}, stateOf(book).range.size().value));
}

/// The book's log is exactly this list: state, tiles, leaves, and a proof for each.
inline void expectLog(Book& book, const std::vector<Bytes>& expected) {
    std::vector<Digest> hashes;
    for (const auto& leaf : expected)
        hashes.push_back(log::hashLeaf(leaf));
    const log::TreeSize size{expected.size()};
    const auto root = plainRoot(hashes);
    ASSERT_EQ(stateOf(book).range.size(), size);
    EXPECT_EQ(stateOf(book).range.root(), root);
    EXPECT_EQ(test::orThrow(log::rootOf(size, book.log().nodes())), root);
    ASSERT_EQ(leavesOf(book), expected);
    const auto nodes = book.log().nodes();
    const auto step = std::max<std::uint64_t>(1, size.value / 40);
    for (std::uint64_t i = 0; i < size.value; i += step) {
        const auto proof = test::orThrow(log::proveInclusion({i}, size, nodes));
        EXPECT_TRUE(log::verifyInclusion({i}, size, hashes[i], proof, root));
        const log::TreeSize earlier{i + 1};
        EXPECT_TRUE(log::verifyConsistency(earlier, size,
                                           test::orThrow(log::proveConsistency(earlier, size, nodes)),
                                           plainRoot(std::span(hashes).first(i + 1)), root));
    }
}

/// Records that cost nothing to make: nobody can check a withheld one.
inline entry::WithheldEntry someRecord(test::SeededRandom& random, const PublicKey& key, entry::Seq seq) {
    entry::WithheldEntry record{key, random.make<Signature>(), random.make<EntryId>(), seq, std::nullopt};
    if (seq > 1)
        record.prev = random.make<EntryId>();
    return record;
}

inline void putAll(Book& book, std::span<const entry::WithheldEntry> records) {
    must(book.write([&](Transaction& transaction) -> Result<> {
        for (const auto& record : records)
            TEKEN_CHECK(book.entries().putWithheld(transaction, record));
        return {};
    }));
}

} // namespace teken::store
