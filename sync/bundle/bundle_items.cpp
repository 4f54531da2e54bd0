#include "core/domain/canonical_json.h"
#include "core/log/leaf.h"
#include "core/log/note.h"
#include "sync/bundle/bundle.h"
#include "sync/bundle/numbers.h"

#include <algorithm>
#include <array>

namespace teken::sync {

namespace {

constexpr std::array<std::string_view, 6> kPurposes{"entries",  "provisioning", "news",
                                                    "receipts", "book",         "evidence"};
constexpr std::uint8_t kRecord = 1;
constexpr std::uint8_t kBlobPiece = 2;
constexpr std::uint8_t kStatement = 3;
constexpr std::uint8_t kLogQuestion = 4;
constexpr std::uint8_t kLogReply = 5;
constexpr std::uint8_t kCheckpoint = 10;
constexpr std::uint8_t kLeaves = 11;
constexpr std::uint8_t kPlace = 12;
constexpr std::uint8_t kAccusation = 13;
constexpr std::size_t kMostProofBytes = log::kMostNoteBytes + 8 * 1024;
constexpr std::size_t kPieceHead = BlobId::kSize + 8 + 1;
constexpr std::size_t kStatementHead = PublicKey::kSize + Signature::kSize;

template <class Fixed>
std::string hexOrEmpty(const std::optional<Fixed>& value) {
    return value ? value->hex() : std::string();
}

template <class Fixed>
Result<std::optional<Fixed>> takeHex(domain::JsonReader& reader, std::string_view key) {
    TEKEN_TRY(const auto text, reader.text(key));
    if (text.empty())
        return std::nullopt;
    TEKEN_TRY(const auto value, Fixed::fromHex(text));
    return value;
}

/// Nothing travels in the open head but what its purpose needs: what is there besides, nobody would look at.
Result<> checkFields(const BundleHeader& header) {
    const bool provisioning = header.purpose == Purpose::Provisioning;
    const bool evidence = header.purpose == Purpose::Evidence;
    if ((header.root || !header.serverUrl.empty()) && !provisioning)
        return fail(ErrorCode::InvalidInput, "bundle.header",
                    "expected root and server in provisioning files only");
    if (header.drive && !provisioning && !evidence)
        return fail(ErrorCode::InvalidInput, "bundle.header",
                    "expected a drive in provisioning files and evidence only");
    if (!header.drive && evidence)
        return fail(ErrorCode::InvalidInput, "bundle.header", "expected the drive of the evidence");
    return {};
}

Result<BundleHeader> readHeader(ByteView bytes) {
    TEKEN_TRY(const auto json, domain::readCanonical(bytes, {.bytes = kMostBundleHeaderBytes, .depth = 2}));
    TEKEN_TRY(auto reader, domain::JsonReader::open(json, ""));
    TEKEN_TRY(const auto version, reader.number("v", 1, 1));
    static_cast<void>(version);
    BundleHeader header;
    TEKEN_TRY(const auto purpose, reader.text("purpose"));
    const auto found = std::find(kPurposes.begin(), kPurposes.end(), purpose);
    if (found == kPurposes.end())
        return fail(ErrorCode::Unsupported, "bundle.newer", "expected a known purpose, found another");
    header.purpose = static_cast<Purpose>(found - kPurposes.begin());
    TEKEN_TRY(const auto origin, reader.text("origin"));
    TEKEN_TRY(header.origin, FeedId::fromHex(origin));
    TEKEN_TRY(header.createdMs, reader.number("created_ms", 0, entry::kMostInteger));
    TEKEN_TRY(header.recipient, takeHex<RecipientKey>(reader, "recipient"));
    TEKEN_TRY(header.root, takeHex<PublicKey>(reader, "root"));
    TEKEN_TRY(header.drive, takeHex<EntryId>(reader, "drive"));
    TEKEN_TRY(header.serverUrl, reader.text("server"));
    TEKEN_CHECK(reader.finish());
    TEKEN_CHECK(checkFields(header));
    return header;
}

Result<BundleItem> decodePiece(ByteView bytes) {
    if (bytes.size() < kPieceHead || bytes.size() > kPieceHead + kBlobPartBytes || bytes[kPieceHead - 1] > 1)
        return fail(ErrorCode::InvalidInput, "bundle.item", "expected a part of a blob, found other bytes");
    BlobPiece piece;
    TEKEN_TRY(piece.id, BlobId::fromBytes(bytes.first(BlobId::kSize)));
    piece.offset = readU64(bytes.subspan(BlobId::kSize, 8));
    piece.last = bytes[kPieceHead - 1] == 1;
    piece.bytes = toBytes(bytes.subspan(kPieceHead));
    return piece;
}

Result<BundleItem> decodeStatement(ByteView bytes) {
    if (bytes.size() < kStatementHead)
        return fail(ErrorCode::InvalidInput, "bundle.item", "expected a statement, found fewer bytes");
    Statement statement;
    TEKEN_TRY(statement.key, PublicKey::fromBytes(bytes.first(PublicKey::kSize)));
    TEKEN_TRY(statement.signature, Signature::fromBytes(bytes.subspan(PublicKey::kSize, Signature::kSize)));
    statement.bytes = toBytes(bytes.subspan(kStatementHead));
    return statement;
}

Result<BundleItem> decodeCheckpoint(ByteView bytes) {
    if (bytes.empty() || bytes.size() > log::kMostNoteBytes)
        return fail(ErrorCode::InvalidInput, "bundle.item", "expected a checkpoint of at most 64 KiB");
    return CheckpointNote{std::string(textOf(bytes))};
}

Result<BundleItem> decodeLeaves(ByteView bytes) {
    const auto body = bytes.size() < 8 ? 0 : bytes.size() - 8;
    if (body == 0 || body % log::kLeafBytes != 0 || body / log::kLeafBytes > kMostLeavesInRun)
        return fail(ErrorCode::InvalidInput, "bundle.item", "expected 1 to 1,024 leaves, found other bytes");
    return LeafRun{readU64(bytes.first(8)), toBytes(bytes.subspan(8))};
}

Result<BundleItem> decodePlace(ByteView bytes) {
    if (bytes.size() <= EntryId::kSize || bytes.size() > EntryId::kSize + kMostProofBytes)
        return fail(ErrorCode::InvalidInput, "bundle.item", "expected a place in the log, found other bytes");
    EntryPlace place;
    TEKEN_TRY(place.entry, EntryId::fromBytes(bytes.first(EntryId::kSize)));
    place.proof = textOf(bytes.subspan(EntryId::kSize));
    return place;
}

Result<BundleItem> decodeAccusation(ByteView bytes) {
    const std::size_t former = bytes.size() < 4 ? kMostItemBytes : readU32(bytes.first(4));
    if (former > kMostProofBytes || former > bytes.size() - 4 || bytes.size() - 4 - former > kMostProofBytes)
        return fail(ErrorCode::InvalidInput, "bundle.item", "expected two words of a log, found other bytes");
    LogAccusation accusation;
    accusation.former = textOf(bytes.subspan(4, former));
    accusation.found = textOf(bytes.subspan(4 + former));
    return accusation;
}

Result<BundleItem> decodeRecordItem(ByteView bytes) {
    TEKEN_TRY(auto record, entry::decodeRecord(bytes));
    if (!bytes.empty())
        return fail(ErrorCode::InvalidInput, "bundle.item", "expected one record, found more bytes");
    return record;
}

/// Every malformed item has the same reason, whatever it holds.
template <class Item>
Result<BundleItem> inItem(Result<Item> item) {
    if (!item)
        return fail(ErrorCode::InvalidInput, "bundle.item", item.error().message);
    return *std::move(item);
}

void append(Bytes& into, ByteView bytes) {
    into.insert(into.end(), bytes.begin(), bytes.end());
}

} // namespace

std::string_view slug(Purpose purpose) {
    return kPurposes.at(static_cast<std::size_t>(purpose));
}

Bytes encodeBundleHeader(const BundleHeader& header) {
    domain::JsonObject json;
    json["v"] = std::int64_t{1};
    json["purpose"] = slug(header.purpose);
    json["origin"] = header.origin.hex();
    json["created_ms"] = header.createdMs;
    json["recipient"] = hexOrEmpty(header.recipient);
    json["root"] = hexOrEmpty(header.root);
    json["drive"] = hexOrEmpty(header.drive);
    json["server"] = header.serverUrl;
    return toBytes(domain::writeCanonical(json));
}

Result<BundleHeader> decodeBundleHeader(ByteView bytes) {
    auto header = readHeader(bytes);
    if (!header && header.error().code != ErrorCode::Unsupported)
        return fail(ErrorCode::InvalidInput, "bundle.header", header.error().message, header.error().place);
    return header;
}

void encodeItem(const BundleItem& item, Bytes& into) {
    Bytes body;
    std::uint8_t type = kRecord;
    if (const auto* record = std::get_if<entry::Record>(&item)) {
        entry::encodeRecord(*record, body);
    } else if (const auto* piece = std::get_if<BlobPiece>(&item)) {
        type = kBlobPiece;
        append(body, piece->id.view());
        appendU64(body, piece->offset);
        body.push_back(piece->last ? 1 : 0);
        append(body, piece->bytes);
    } else if (const auto* statement = std::get_if<Statement>(&item)) {
        type = kStatement;
        append(body, statement->key.view());
        append(body, statement->signature.view());
        append(body, statement->bytes);
    } else if (const auto* question = std::get_if<LogQuestion>(&item)) {
        type = kLogQuestion;
        body = encode(*question);
    } else if (const auto* reply = std::get_if<LogReply>(&item)) {
        type = kLogReply;
        body = encode(*reply);
    } else if (const auto* checkpoint = std::get_if<CheckpointNote>(&item)) {
        type = kCheckpoint;
        append(body, toBytes(checkpoint->note));
    } else if (const auto* run = std::get_if<LeafRun>(&item)) {
        type = kLeaves;
        appendU64(body, run->first);
        append(body, run->leaves);
    } else if (const auto* place = std::get_if<EntryPlace>(&item)) {
        type = kPlace;
        append(body, place->entry.view());
        append(body, toBytes(place->proof));
    } else if (const auto* accusation = std::get_if<LogAccusation>(&item)) {
        type = kAccusation;
        appendU32(body, static_cast<std::uint32_t>(accusation->former.size()));
        append(body, toBytes(accusation->former));
        append(body, toBytes(accusation->found));
    }
    into.push_back(type);
    appendU32(into, static_cast<std::uint32_t>(body.size()));
    append(into, body);
}

Result<BundleItem> decodeItem(ByteView& bytes) {
    if (bytes.size() < 5)
        return fail(ErrorCode::InvalidInput, "bundle.item", "expected a whole item, found a part");
    const auto type = bytes[0];
    const std::size_t length = readU32(bytes.subspan(1, 4));
    if (length > kMostItemBytes || length > bytes.size() - 5)
        return fail(ErrorCode::InvalidInput, "bundle.item",
                    "expected an item within its frame, found a longer one");
    const auto body = bytes.subspan(5, length);
    bytes = bytes.subspan(5 + length);
    switch (type) {
    case kRecord:
        return decodeRecordItem(body);
    case kBlobPiece:
        return decodePiece(body);
    case kStatement:
        return decodeStatement(body);
    case kLogQuestion:
        return inItem(decodeQuestion(body));
    case kLogReply:
        return inItem(decodeReply(body));
    case kCheckpoint:
        return decodeCheckpoint(body);
    case kLeaves:
        return decodeLeaves(body);
    case kPlace:
        return decodePlace(body);
    case kAccusation:
        return decodeAccusation(body);
    default:
        return fail(ErrorCode::Unsupported, "bundle.newer",
                    "expected a known type of item, found " + std::to_string(type));
    }
}

} // namespace teken::sync
