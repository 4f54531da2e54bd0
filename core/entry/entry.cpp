#include "core/entry/entry.h"

#include "core/crypto/hash.h"

#include <utility>

namespace teken::entry {
namespace {

constexpr std::size_t kCloseCodeBytes = 7; // 56 bits, of which the code shows 50
constexpr std::size_t kCloseCodeGroup = 5;

EntryId idOfEncoding(ByteView preAuth) {
    return {crypto::sha256(preAuth).bytes};
}

Result<> checkSizes(const Entry& entry) {
    if (entry.payload.size() > kMostPayloadBytes)
        return fail(ErrorCode::InvalidInput, "payload.size",
                    "expected at most 16384 bytes, found " + std::to_string(entry.payload.size()));
    if (entry.ink.size() > kMostInkBytes)
        return fail(ErrorCode::InvalidInput, "entry.ink-size",
                    "expected at most 8192 bytes, found " + std::to_string(entry.ink.size()));
    return {};
}

/// Ink may be missing, but never be another's.
Result<> checkInk(const Entry& entry, const Body& body) {
    if (entry.ink.empty())
        return {};
    const auto bound = inkOf(body);
    if (!bound)
        return fail(ErrorCode::InvalidInput, "entry.ink-unexpected", "expected no ink beside this kind");
    if (crypto::sha256(entry.ink) != *bound)
        return fail(ErrorCode::VerificationFailed, "entry.ink", "expected ink with the hash in the payload",
                    "body.ink");
    return {};
}

Result<> checkHead(const FeedHead& head) {
    if ((head.seq == 0) == head.id.has_value())
        return fail(ErrorCode::InvalidInput, "entry.head", "expected an id exactly if the feed has entries");
    if (head.seq >= static_cast<Seq>(kMostInteger))
        return fail(ErrorCode::InvalidInput, "entry.head", "expected a feed that is not full");
    return {};
}

} // namespace

Bytes preAuthEncoding(std::string_view type, ByteView body) {
    std::string head = "DSSEv1 ";
    head += std::to_string(type.size());
    head += ' ';
    head += type;
    head += ' ';
    head += std::to_string(body.size());
    head += ' ';
    Bytes encoding;
    encoding.reserve(head.size() + body.size());
    encoding.insert(encoding.end(), head.begin(), head.end());
    encoding.insert(encoding.end(), body.begin(), body.end());
    return encoding;
}

EntryId entryIdOf(ByteView payload) {
    return idOfEncoding(preAuthEncoding(kPayloadType, payload));
}

Result<VerifiedEntry> verifyEntry(Entry entry) {
    TEKEN_CHECK(checkSizes(entry));
    // Signature before parsing: what strangers send does not reach the parser.
    const auto encoding = preAuthEncoding(kPayloadType, entry.payload);
    if (!crypto::verify(entry.key, encoding, entry.signature))
        return fail(ErrorCode::VerificationFailed, "entry.signature",
                    "expected a valid signature of the key");
    TEKEN_TRY(auto payload, decodePayload(entry.payload));
    if (payload.header.feed != crypto::feedIdOf(entry.key))
        return fail(ErrorCode::VerificationFailed, "entry.feed", "expected the hash of the signing key",
                    "feed");
    TEKEN_CHECK(checkInk(entry, payload.body));
    return VerifiedEntry{idOfEncoding(encoding), std::move(entry), std::move(payload)};
}

Stamp Stamp::now(const Clock& clock, RandomSource& random) {
    return {clock.now(), clock.monotonic(), clock.bootId(), random.make<Salt>()};
}

Result<VerifiedEntry> signEntry(const crypto::SigningKey& key, const FeedHead& head, const Stamp& stamp,
                                std::optional<EntryId> drive, Body body, Bytes ink,
                                std::optional<SeenCheckpoint> seen) {
    TEKEN_CHECK(checkHead(head));
    Header header{.drive = drive,
                  .feed = key.feedId(),
                  .seq = head.seq + 1,
                  .prev = head.id,
                  .wallMs = stamp.wall.time_since_epoch().count(),
                  .monoMs = stamp.monotonic.count(),
                  .boot = stamp.boot,
                  .seen = std::move(seen),
                  .salt = stamp.salt};
    TEKEN_TRY(auto payload, encodePayload(Payload{std::move(header), std::move(body)}));
    const auto signature = key.sign(preAuthEncoding(kPayloadType, payload));
    return verifyEntry(Entry{key.publicKey(), signature, std::move(payload), std::move(ink)});
}

std::string closeCode(const EntryId& closing) {
    const auto digits = encodeBase32(closing.view().first(kCloseCodeBytes));
    return digits.substr(0, kCloseCodeGroup) + "-" + digits.substr(kCloseCodeGroup, kCloseCodeGroup);
}

} // namespace teken::entry
