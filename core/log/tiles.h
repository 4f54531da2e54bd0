// tlog-tiles (C2SP v0.1.0): the log as static files of 256 hashes, and bundles of entries. FORMAT.md
// section 6.
#pragma once

#include "core/log/merkle.h"

#include <string>
#include <string_view>

namespace teken::log {

inline constexpr std::uint64_t kTileWidth = 256;
inline constexpr unsigned kTileLevels = 8; ///< tree levels in one tile
inline constexpr unsigned kMostTileLevel = 7;

struct TileId {
    bool entries = false; ///< an entry bundle instead of hashes; level is 0 then
    unsigned level = 0;
    std::uint64_t index = 0;
    unsigned width = kTileWidth; ///< 1..256; less than 256 is partial
    friend bool operator==(const TileId&, const TileId&) = default;
};

/// "tile/1/x001/x234/067.p/8", "tile/entries/000"
[[nodiscard]] std::string tilePath(const TileId& tile);
/// InvalidInput ("tile.path") for anything tilePath() would not have written.
[[nodiscard]] Result<TileId> parseTilePath(std::string_view path);

/// Hashes in tile (level, index) of a tree of this size; 0 if the tile does not exist.
[[nodiscard]] unsigned tileWidthAt(TreeSize size, unsigned level, std::uint64_t index);
/// Every hash tile a tree of this size has at this level, the partial one last.
[[nodiscard]] std::uint64_t fullTiles(TreeSize size, unsigned level);

/// 32 bytes a hash. InvalidInput ("tile.length") unless exactly `width` of them.
[[nodiscard]] Result<std::vector<Digest>> decodeTile(ByteView bytes, unsigned width);
[[nodiscard]] Bytes encodeTile(std::span<const Digest> hashes);

/// (uint16be length || entry) after one another. InvalidInput ("bundle.…").
[[nodiscard]] Result<std::vector<Bytes>> decodeEntryBundle(ByteView bytes, unsigned count);
[[nodiscard]] Result<Bytes> encodeEntryBundle(std::span<const Bytes> entries);

} // namespace teken::log
