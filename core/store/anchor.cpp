#include "core/store/anchor.h"

#include "core/crypto/hash.h"
#include "core/store/descriptor.h"
#include "core/store/entries.h"
#include "core/store/sqlite_errors.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>

// The file: two slots, at 0 and at 4096, so that a torn write spoils one at most. A write goes to the older
// one.
//
//     offset size field
//     0      8    "TKNANCH1"
//     8      8    write number, big-endian
//     16     8    seq, big-endian
//     24     32   entry id (zeros for seq 0)
//     56     32   SHA-256 over the feed id and bytes 0 to 55
namespace teken::store {
namespace {

constexpr std::string_view kMagic = "TKNANCH1";
constexpr std::size_t kCheckedBytes = 56;
constexpr std::size_t kSlotBytes = kCheckedBytes + Digest::kSize;
constexpr off_t kSlotOffset = 4096;

using RawSlot = std::array<std::uint8_t, kSlotBytes>;

struct Slot {
    std::uint64_t writes = 0;
    entry::FeedHead head;
};

struct Slots {
    std::array<std::optional<Slot>, 2> slots;
    bool spoiled = false; ///< there is something that is not a slot
    [[nodiscard]] std::size_t newest() const {
        const auto writes = [this](std::size_t at) { return slots[at] ? slots[at]->writes : 0; };
        return writes(1) > writes(0) ? 1 : 0;
    }
};

void putBigEndian(std::uint64_t number, std::uint8_t* into) {
    for (int i = 7; i >= 0; --i, number >>= 8)
        into[i] = static_cast<std::uint8_t>(number);
}

std::uint64_t takeBigEndian(const std::uint8_t* from) {
    std::uint64_t number = 0;
    for (int i = 0; i < 8; ++i)
        number = number << 8 | from[i];
    return number;
}

Digest checksum(const FeedId& feed, const RawSlot& raw) {
    return crypto::Sha256().add(feed.view()).add(ByteView(raw).first(kCheckedBytes)).finish();
}

RawSlot encode(const FeedId& feed, const Slot& slot) {
    RawSlot raw{};
    std::copy(kMagic.begin(), kMagic.end(), raw.begin());
    putBigEndian(slot.writes, &raw[8]);
    putBigEndian(slot.head.seq, &raw[16]);
    if (slot.head.id)
        std::copy(slot.head.id->bytes.begin(), slot.head.id->bytes.end(), &raw[24]);
    const auto sum = checksum(feed, raw);
    std::copy(sum.bytes.begin(), sum.bytes.end(), &raw[kCheckedBytes]);
    return raw;
}

std::optional<Slot> decode(const FeedId& feed, const RawSlot& raw) {
    const ByteView bytes(raw);
    const auto sum = checksum(feed, raw);
    if (textOf(bytes.first(kMagic.size())) != kMagic ||
        !std::equal(sum.bytes.begin(), sum.bytes.end(), &raw[kCheckedBytes]))
        return std::nullopt;
    Slot slot{takeBigEndian(&raw[8]), {takeBigEndian(&raw[16]), std::nullopt}};
    if (slot.head.seq > 0) {
        slot.head.id.emplace();
        std::copy_n(&raw[24], EntryId::kSize, slot.head.id->bytes.begin());
    }
    return slot;
}

// A slot beyond the end of the file, or one of zeros, was never written (or not before the power went).
Slots readSlots(int fd, const FeedId& feed) {
    Slots found;
    for (std::size_t i = 0; i < found.slots.size(); ++i) {
        RawSlot raw{};
        (void)!::pread(fd, raw.data(), raw.size(), static_cast<off_t>(i) * kSlotOffset);
        found.slots[i] = decode(feed, raw);
        const bool blank = std::all_of(raw.begin(), raw.end(), [](auto byte) { return byte == 0; });
        found.spoiled = found.spoiled || (!found.slots[i] && !blank);
    }
    return found;
}

} // namespace

Anchor::Anchor(const std::filesystem::path& bookFile, const FeedId& feed)
    : m_file(bookFile.string() + ".anchor-" + feed.hex().substr(0, 16)), m_feed(feed) {}

Result<> Anchor::write(const entry::FeedHead& head) const {
    const Descriptor fd(::open(m_file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!fd.valid())
        return fail(fileError(errno, "write the anchor", m_file));
    const auto found = readSlots(fd.get(), m_feed);
    const auto newest = found.newest();
    const bool any = found.slots[newest].has_value();
    const Slot slot{any ? found.slots[newest]->writes + 1 : 1, head};
    const auto raw = encode(m_feed, slot);
    const off_t at = any && newest == 0 ? kSlotOffset : 0;
    const ssize_t written = ::pwrite(fd.get(), raw.data(), raw.size(), at);
    if (written != static_cast<ssize_t>(raw.size()))
        return fail(fileError(written < 0 ? errno : ENOSPC, "write the anchor", m_file));
    return {};
}

Result<entry::FeedHead> Anchor::read() const {
    const Descriptor fd(::open(m_file.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW));
    if (!fd.valid() && errno == ENOENT)
        return entry::FeedHead{};
    if (!fd.valid())
        return fail(fileError(errno, "read the anchor", m_file));
    const auto found = readSlots(fd.get(), m_feed);
    if (const auto& newest = found.slots[found.newest()])
        return newest->head;
    if (found.spoiled)
        return fail(ErrorCode::Corrupt, "store.anchor-broken", "no readable slot in the anchor of this feed",
                    m_file.string());
    return entry::FeedHead{};
}

Result<> Anchor::check(const EntryTable& entries) const {
    TEKEN_TRY(const auto anchored, read());
    if (anchored.seq == 0)
        return {};
    TEKEN_TRY(const auto ids, entries.idsAt(m_feed, anchored.seq));
    if (ids.empty())
        return fail(ErrorCode::Conflict, "store.restored",
                    "the anchor is at " + std::to_string(anchored.seq) +
                        ", the book does not reach that far: it was restored from an older copy");
    if (std::find(ids.begin(), ids.end(), *anchored.id) == ids.end())
        return fail(ErrorCode::Conflict, "store.restored",
                    "the anchor knows another entry under number " + std::to_string(anchored.seq) +
                        ": the book was restored from another copy");
    return {};
}

} // namespace teken::store
