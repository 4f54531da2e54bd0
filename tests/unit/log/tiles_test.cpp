#include "core/log/checkpoint.h"
#include "core/log/tiles.h"
#include "tests/support/shared_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace teken::log {
namespace {

TEST(TilePath, IsWrittenInGroupsOfThree) {
    EXPECT_EQ(tilePath({.level = 0, .index = 1234067}), "tile/0/x001/x234/067");
    EXPECT_EQ(tilePath({.level = 1, .index = 0, .width = 17}), "tile/1/000.p/17");
    EXPECT_EQ(tilePath({.entries = true, .index = 999}), "tile/entries/999");
}

TEST(TilePath, IsReadBackExactly) {
    for (const std::uint64_t index : {0ULL, 67ULL, 999ULL, 1000ULL, 1234067ULL, 72057594037927935ULL})
        for (const unsigned width : {1U, 255U, 256U}) {
            const TileId tile{.level = 3, .index = index, .width = width};
            EXPECT_EQ(parseTilePath(tilePath(tile)).value(), tile);
        }
}

TEST(TilePath, RefusesEveryOtherSpelling) {
    for (const auto* path :
         {"", "tile/0/1", "tile/0/0001", "tile/0/x000/001", "tile/8/000", "tile/00/000", "tile/0/000.p/0",
          "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/../000", "tile/0/000/", "tile/entries/x1/000",
          "/tile/0/000", "tile/0/x001/x234/067/", "tile/0/000.p/5/..", "tile/-1/000"})
        EXPECT_FALSE(parseTilePath(path)) << path;
}

TEST(Tiles, OfSeventyThousandLeavesAreAsTheSpecificationCounts) {
    const TreeSize size{70'000};
    EXPECT_EQ(fullTiles(size, 0), 273U);
    EXPECT_EQ(tileWidthAt(size, 0, 273), 112U);
    EXPECT_EQ(fullTiles(size, 1), 1U);
    EXPECT_EQ(tileWidthAt(size, 1, 1), 17U);
    EXPECT_EQ(fullTiles(size, 2), 0U);
    EXPECT_EQ(tileWidthAt(size, 2, 0), 1U);
    EXPECT_EQ(tileWidthAt(size, 3, 0), 0U);
    EXPECT_EQ(tileWidthAt(size, 0, 274), 0U);
}

TEST(EntryBundle, RefusesCutsAndAWrongCount) {
    const std::vector<Bytes> entries{{1, 2, 3}, {}, {4}};
    const auto bytes = encodeEntryBundle(entries).value();
    EXPECT_EQ(decodeEntryBundle(bytes, 3).value(), entries);
    EXPECT_FALSE(decodeEntryBundle(bytes, 2));
    EXPECT_FALSE(decodeEntryBundle(bytes, 4));
    EXPECT_FALSE(decodeEntryBundle(ByteView(bytes).first(bytes.size() - 1), 3));
    EXPECT_FALSE(decodeTile(bytes, 1));
}

TEST(UpstreamLog, TilesEntriesAndCheckpointsAgree) {
    TEKEN_SHARED_DATA_OR_SKIP(text, "vectors/tessera-testdata/log.json");
    const auto vectors = nlohmann::json::parse(text);
    const auto key = VerifierKey::parse(vectors.at("vkey").get<std::string>()).value();
    for (const auto& tree : vectors.at("trees")) {
        const auto opened = openCheckpoint(tree.at("checkpoint").get<std::string>(), key).value();
        const auto size = opened.checkpoint.size;
        EXPECT_EQ(size.value, tree.at("size").get<std::uint64_t>());
        if (size.value == 0)
            continue;
        const auto tile = parseTilePath(tree.at("tile_path").get<std::string>()).value();
        const auto hashes =
            decodeTile(decodeHex(tree.at("tile_hex").get<std::string>()).value(), tile.width).value();
        const auto bundle = parseTilePath(tree.at("entries_path").get<std::string>()).value();
        const auto entries =
            decodeEntryBundle(decodeHex(tree.at("entries_hex").get<std::string>()).value(), bundle.width)
                .value();
        CompactRange range;
        for (std::size_t i = 0; i < entries.size(); ++i) {
            EXPECT_EQ(hashLeaf(entries[i]), hashes[i]);
            range.append(hashes[i]);
        }
        EXPECT_EQ(range.size(), size);
        EXPECT_EQ(range.root(), opened.checkpoint.root) << size.value;
    }
}

} // namespace
} // namespace teken::log
