#include "core/log/tiles.h"

#include <charconv>
#include <optional>

namespace teken::log {
namespace {

tl::unexpected<Error> badPath() {
    return fail(ErrorCode::InvalidInput, "tile.path", "not a tile path");
}

std::string indexPath(std::uint64_t index) {
    std::vector<std::uint64_t> groups{index % 1000};
    for (index /= 1000; index > 0; index /= 1000)
        groups.push_back(index % 1000);
    std::string path;
    for (auto group = groups.rbegin(); group != groups.rend(); ++group) {
        if (std::next(group) != groups.rend())
            path += 'x';
        for (const unsigned place : {100U, 10U, 1U})
            path += static_cast<char>('0' + *group / place % 10);
        if (std::next(group) != groups.rend())
            path += '/';
    }
    return path;
}

std::optional<std::uint64_t> decimal(std::string_view text, std::size_t digits) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size() ||
        (digits != 0 && text.size() != digits))
        return std::nullopt;
    return value;
}

// "x001/x234/067": all groups but the last begin with x.
Result<std::uint64_t> parseIndex(std::string_view text) {
    std::uint64_t index = 0;
    while (text.starts_with('x')) {
        const auto group = decimal(text.substr(1, 3), 3);
        if (!group || text.size() < 5 || text[4] != '/' || index > UINT64_MAX / 1'000'000)
            return badPath();
        index = index * 1000 + *group;
        text.remove_prefix(5);
    }
    const auto last = decimal(text, 3);
    if (!last)
        return badPath();
    return index * 1000 + *last;
}

} // namespace

std::string tilePath(const TileId& tile) {
    std::string path = "tile/" + (tile.entries ? std::string("entries") : std::to_string(tile.level)) + "/" +
                       indexPath(tile.index);
    return tile.width == kTileWidth ? path : path + ".p/" + std::to_string(tile.width);
}

Result<TileId> parseTilePath(std::string_view path) {
    constexpr std::string_view kStart = "tile/";
    const std::string_view whole = path;
    if (path.size() > 100 || !path.starts_with(kStart))
        return badPath();
    path.remove_prefix(kStart.size());
    const auto slash = path.find('/');
    if (slash == std::string_view::npos)
        return badPath();
    TileId tile;
    tile.entries = path.substr(0, slash) == "entries";
    const auto level = decimal(path.substr(0, slash), 0);
    if (!tile.entries && (!level || *level > kMostTileLevel))
        return badPath();
    tile.level = tile.entries ? 0 : static_cast<unsigned>(*level);
    path.remove_prefix(slash + 1);
    if (const auto partial = path.find(".p/"); partial != std::string_view::npos) {
        const auto width = decimal(path.substr(partial + 3), 0);
        if (!width || *width == 0 || *width >= kTileWidth)
            return badPath();
        tile.width = static_cast<unsigned>(*width);
        path = path.substr(0, partial);
    }
    TEKEN_TRY(tile.index, parseIndex(path));
    return tilePath(tile) == whole ? Result<TileId>(tile) : badPath();
}

std::uint64_t fullTiles(TreeSize size, unsigned level) {
    const unsigned shift = kTileLevels * (level + 1);
    return shift >= 64 ? 0 : size.value >> shift;
}

unsigned tileWidthAt(TreeSize size, unsigned level, std::uint64_t index) {
    const std::uint64_t hashes = kTileLevels * level >= 64 ? 0 : size.value >> (kTileLevels * level);
    if (index > hashes / kTileWidth)
        return 0;
    const std::uint64_t left = hashes - index * kTileWidth;
    return static_cast<unsigned>(left < kTileWidth ? left : kTileWidth);
}

Result<std::vector<Digest>> decodeTile(ByteView bytes, unsigned width) {
    if (width == 0 || width > kTileWidth || bytes.size() != width * Digest::kSize)
        return fail(ErrorCode::InvalidInput, "tile.length",
                    "expected " + std::to_string(width * Digest::kSize) + " bytes, found " +
                        std::to_string(bytes.size()));
    std::vector<Digest> hashes(width);
    for (unsigned i = 0; i < width; ++i)
        std::memcpy(hashes[i].bytes.data(), bytes.data() + i * Digest::kSize, Digest::kSize);
    return hashes;
}

Bytes encodeTile(std::span<const Digest> hashes) {
    Bytes bytes;
    bytes.reserve(hashes.size() * Digest::kSize);
    for (const auto& hash : hashes)
        bytes.insert(bytes.end(), hash.bytes.begin(), hash.bytes.end());
    return bytes;
}

Result<std::vector<Bytes>> decodeEntryBundle(ByteView bytes, unsigned count) {
    std::vector<Bytes> entries;
    while (!bytes.empty()) {
        const std::size_t length = bytes.size() < 2 ? 0 : static_cast<std::size_t>(bytes[0]) << 8 | bytes[1];
        if (bytes.size() < 2 || bytes.size() - 2 < length || entries.size() == count)
            return fail(ErrorCode::InvalidInput, "bundle.form", "cut or with too many entries");
        entries.push_back(toBytes(bytes.subspan(2, length)));
        bytes = bytes.subspan(2 + length);
    }
    if (entries.size() != count)
        return fail(ErrorCode::InvalidInput, "bundle.count",
                    "expected " + std::to_string(count) + " entries, found " +
                        std::to_string(entries.size()));
    return entries;
}

Result<Bytes> encodeEntryBundle(std::span<const Bytes> entries) {
    Bytes bytes;
    for (const auto& entry : entries) {
        if (entry.size() > 0xffff)
            return fail(ErrorCode::InvalidInput, "bundle.entry", "expected at most 65,535 bytes an entry");
        bytes.push_back(static_cast<std::uint8_t>(entry.size() >> 8));
        bytes.push_back(static_cast<std::uint8_t>(entry.size()));
        bytes.insert(bytes.end(), entry.begin(), entry.end());
    }
    return bytes;
}

} // namespace teken::log
