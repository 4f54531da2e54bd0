#include "sync/protocol/batch.h"
#include "sync/protocol/byte_reader.h"
#include "sync/protocol/codec.h"

#include <algorithm>

namespace teken::sync {

namespace {

constexpr std::string_view kAnswerMagic = "TKA1";
constexpr std::size_t kMostReason = 60;

tl::unexpected<Error> malformed(const std::string& what) {
    return fail(ErrorCode::InvalidInput, "sync.message", what);
}

using Reader = ByteReader;

void append(Bytes& into, ByteView bytes) {
    into.insert(into.end(), bytes.begin(), bytes.end());
}

bool isReason(std::string_view text, Fate fate) {
    const bool wanted = fate == Fate::Refused || fate == Fate::Quarantined;
    return wanted != text.empty() && text.size() <= kMostReason && std::ranges::all_of(text, [](char letter) {
               return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '-' ||
                      letter == '.';
           });
}

Result<EntryFate> readFate(Reader& reader) {
    EntryFate fate;
    fate.id = reader.fixed<EntryId>();
    const auto code = reader.number<std::uint8_t>();
    fate.reason = std::string(textOf(reader.take(reader.number<std::uint8_t>())));
    if (reader.cut() || code < 1 || code > 5)
        return malformed("a fate is cut or unknown");
    fate.fate = static_cast<Fate>(code);
    if (!isReason(fate.reason, fate.fate))
        return malformed("a reason does not fit its fate");
    return fate;
}

Result<Statement> readStatement(Reader& reader) {
    Statement statement;
    statement.key = reader.fixed<PublicKey>();
    statement.signature = reader.fixed<Signature>();
    statement.bytes = toBytes(reader.take(reader.number<std::uint16_t>()));
    if (reader.cut() || statement.bytes.size() > kMostProofBytes)
        return malformed("an acknowledgement is cut or too long");
    return statement;
}

} // namespace

Result<Bytes> encode(const PushRequest& message) {
    TEKEN_TRY(const auto batch, encodeBatch(message.records));
    Bytes bytes = toBytes(message.nonce.view());
    append(bytes, batch);
    return bytes;
}

template <>
Result<PushRequest> decode<PushRequest>(ByteView bytes) {
    Reader reader(bytes);
    PushRequest message;
    message.nonce = reader.fixed<Nonce>();
    if (reader.cut())
        return malformed("expected a nonce of 32 bytes");
    TEKEN_TRY(message.records, decodeBatch(reader.rest()));
    return message;
}

Bytes encode(const PushAnswer& message) {
    Bytes bytes = toBytes(kAnswerMagic);
    putBig(bytes, static_cast<std::uint32_t>(message.fates.size()));
    for (const auto& fate : message.fates) {
        append(bytes, fate.id.view());
        bytes.push_back(static_cast<std::uint8_t>(fate.fate));
        const auto reason = std::string_view(fate.reason).substr(0, kMostReason);
        bytes.push_back(static_cast<std::uint8_t>(reason.size()));
        append(bytes, view(reason));
    }
    putBig(bytes, static_cast<std::uint16_t>(message.acks.size()));
    for (const auto& ack : message.acks) {
        append(bytes, ack.key.view());
        append(bytes, ack.signature.view());
        putBig(bytes, static_cast<std::uint16_t>(ack.bytes.size()));
        append(bytes, ack.bytes);
    }
    return bytes;
}

template <>
Result<PushAnswer> decode<PushAnswer>(ByteView bytes) {
    if (bytes.size() > kMostMessageBytes)
        return malformed("too long");
    Reader reader(bytes);
    if (textOf(reader.take(kAnswerMagic.size())) != kAnswerMagic)
        return malformed("expected an answer that begins with TKA1");
    const auto count = reader.number<std::uint32_t>();
    if (count > kMostBatchEntries)
        return malformed("more fates than a batch has entries");
    PushAnswer message;
    for (std::uint32_t i = 0; i < count; ++i) {
        TEKEN_TRY(auto fate, readFate(reader));
        message.fates.push_back(std::move(fate));
    }
    const auto acks = reader.number<std::uint16_t>();
    if (reader.cut() || acks > kMostBatchEntries)
        return malformed("cut, or more acknowledgements than entries");
    for (std::uint16_t i = 0; i < acks; ++i) {
        TEKEN_TRY(auto ack, readStatement(reader));
        message.acks.push_back(std::move(ack));
    }
    if (!reader.atEnd())
        return malformed("bytes left over");
    return message;
}

Result<Bytes> encode(const PullAnswer& message) {
    TEKEN_TRY(const auto batch, encodeBatch(message.records));
    Bytes bytes{static_cast<std::uint8_t>(message.more ? 1 : 0)};
    append(bytes, batch);
    return bytes;
}

template <>
Result<PullAnswer> decode<PullAnswer>(ByteView bytes) {
    if (bytes.empty() || bytes[0] > 1)
        return malformed("expected a first byte of 0 or 1");
    PullAnswer message;
    message.more = bytes[0] == 1;
    TEKEN_TRY(message.records, decodeBatch(bytes.subspan(1)));
    return message;
}

Bytes encode(const BlobPart& message) {
    Bytes bytes;
    putBig(bytes, message.total);
    append(bytes, message.bytes);
    return bytes;
}

template <>
Result<BlobPart> decode<BlobPart>(ByteView bytes) {
    Reader reader(bytes);
    BlobPart message;
    message.total = reader.number<std::uint64_t>();
    if (reader.cut() || reader.rest().size() > kBlobPartBytes || message.total < reader.rest().size())
        return malformed("a part of a blob is cut or too long");
    message.bytes = toBytes(reader.rest());
    return message;
}

Bytes encode(const BlobWriteRequest& message) {
    Bytes bytes = toBytes(message.id.view());
    putBig(bytes, message.offset);
    bytes.push_back(message.last ? 1 : 0);
    append(bytes, message.bytes);
    return bytes;
}

template <>
Result<BlobWriteRequest> decode<BlobWriteRequest>(ByteView bytes) {
    Reader reader(bytes);
    BlobWriteRequest message;
    message.id = reader.fixed<BlobId>();
    message.offset = reader.number<std::uint64_t>();
    const auto last = reader.number<std::uint8_t>();
    if (reader.cut() || last > 1 || reader.rest().size() > kBlobPartBytes)
        return malformed("a part of a blob is cut or too long");
    message.last = last == 1;
    message.bytes = toBytes(reader.rest());
    return message;
}

} // namespace teken::sync
