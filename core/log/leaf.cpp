#include "core/log/leaf.h"

#include <algorithm>

namespace teken::log {
namespace {

constexpr std::array<std::uint8_t, 16> kMagic{'t', 'e', 'k', 'e', 'n', '/', 'l', 'e',
                                              'a', 'f', '/', 'v', '1', 0,   0,   0};

} // namespace

std::array<std::uint8_t, kLeafBytes> encodeLeaf(const Leaf& leaf) {
    std::array<std::uint8_t, kLeafBytes> bytes{};
    std::ranges::copy(kMagic, bytes.begin());
    std::ranges::copy(leaf.feed.bytes, bytes.begin() + 16);
    for (unsigned i = 0; i < 8; ++i)
        bytes[48 + i] = static_cast<std::uint8_t>(leaf.seq >> (56 - 8 * i));
    std::ranges::copy(leaf.entry.bytes, bytes.begin() + 56);
    std::ranges::copy(leaf.signature.bytes, bytes.begin() + 88);
    return bytes;
}

Result<Leaf> decodeLeaf(ByteView bytes) {
    if (bytes.size() != kLeafBytes)
        return fail(ErrorCode::InvalidInput, "leaf.length",
                    "expected 152 bytes, found " + std::to_string(bytes.size()));
    if (!std::ranges::equal(bytes.first(16), kMagic))
        return fail(ErrorCode::InvalidInput, "leaf.magic", "expected the prefix teken/leaf/v1");
    Leaf leaf;
    TEKEN_TRY(leaf.feed, FeedId::fromBytes(bytes.subspan(16, 32)));
    for (unsigned i = 0; i < 8; ++i)
        leaf.seq = leaf.seq << 8 | bytes[48 + i];
    TEKEN_TRY(leaf.entry, EntryId::fromBytes(bytes.subspan(56, 32)));
    TEKEN_TRY(leaf.signature, Signature::fromBytes(bytes.subspan(88, 64)));
    return leaf;
}

} // namespace teken::log
