#include "sync/protocol/codec.h"
#include "sync/protocol/strict_json.h"

#include <algorithm>

namespace teken::sync {

namespace {

constexpr const char* kReason = "sync.message";
constexpr std::int64_t kMost = entry::kMostInteger;

void writeStatement(JsonWriter& json, const Statement& statement) {
    json.open('{').key("bytes").base64(statement.bytes).key("key").hex(statement.key);
    json.key("signature").hex(statement.signature).close('}');
}

Statement readStatement(Fields& fields) {
    Statement statement;
    statement.bytes = fields.base64("bytes", kMostStatementBytes);
    statement.key = fields.fixed<PublicKey>("key");
    statement.signature = fields.fixed<Signature>("signature");
    return statement;
}

template <class Fixed>
void writeList(JsonWriter& json, const char* key, const std::vector<Fixed>& list) {
    json.key(key).open('[');
    for (const auto& element : list)
        json.hex(element);
    json.close(']');
}

void writeOptional(JsonWriter& json, const char* key, const std::optional<entry::Seq>& value) {
    json.key(key);
    if (value)
        json.number(*value);
    else
        json.null();
}

std::uint64_t readCount(Fields& fields, const char* key, std::int64_t least = 0) {
    return static_cast<std::uint64_t>(fields.integer(key, least, kMost));
}

std::optional<entry::Seq> readOptional(Fields& fields, const char* key) {
    if (const auto value = fields.optionalInteger(key, 1, kMost))
        return static_cast<entry::Seq>(*value);
    return std::nullopt;
}

void writeHead(JsonWriter& json, const FeedId& feed, const entry::FeedHead& head) {
    json.key("feed").hex(feed).key("seq").number(head.seq).key("id").hexOrNull(head.id);
}

entry::FeedHead readHead(Fields& fields) {
    entry::FeedHead head;
    head.seq = readCount(fields, "seq");
    head.id = fields.optionalFixed<EntryId>("id");
    if ((head.seq == 0) != !head.id)
        fields.refuse("id", "expected null exactly if seq is 0");
    return head;
}

FeedReport readReport(Fields& fields) {
    FeedReport report;
    report.feed = fields.fixed<FeedId>("feed");
    report.head = readHead(fields);
    report.last = readCount(fields, "last");
    report.forkedAt = readOptional(fields, "fork");
    report.loose = fields.optionalFixed<Digest>("loose");
    report.holds = fields.boolean("holds");
    return report;
}

void writeBlobState(JsonWriter& json, const BlobState& state) {
    json.open('{').key("id").hex(state.id).key("bytes").number(state.bytes);
    json.key("complete").boolean(state.complete).close('}');
}

BlobState readBlobState(Fields& fields) {
    BlobState state;
    state.id = fields.fixed<BlobId>("id");
    state.bytes = readCount(fields, "bytes");
    state.complete = fields.boolean("complete");
    return state;
}

/// Parses, lets `read` take the fields, and refuses what is left over.
template <class Message, class Read>
Result<Message> readMessage(ByteView bytes, Read&& read) {
    TEKEN_TRY(const auto json, parseStrict(bytes, kMostMessageBytes, kReason));
    Fields fields(json, kReason);
    Message message;
    read(fields, message);
    TEKEN_CHECK(fields.done());
    return message;
}

} // namespace

std::string_view fateName(Fate fate) {
    switch (fate) {
    case Fate::Stored:
        return "stored";
    case Fate::Duplicate:
        return "duplicate";
    case Fate::Refused:
        return "refused";
    case Fate::Quarantined:
        return "quarantined";
    case Fate::UnknownKind:
        return "unknown-kind";
    }
    return "?";
}

std::string encodeProof(const Statement& statement) {
    return "Teken " + statement.key.hex() + "." + statement.signature.hex() + "." +
           encodeBase64(statement.bytes);
}

Result<Statement> decodeProof(std::string_view header) {
    constexpr std::string_view kScheme = "Teken ";
    constexpr std::size_t kKeyEnd = kScheme.size() + 64;
    constexpr std::size_t kSignatureEnd = kKeyEnd + 1 + 128;
    if (header.size() > kMostProofBytes || !header.starts_with(kScheme) || header.size() <= kSignatureEnd ||
        header[kKeyEnd] != '.' || header[kSignatureEnd] != '.')
        return fail(ErrorCode::Unauthorized, "sync.proof-form", "expected Teken <key>.<signature>.<bytes>");
    Statement statement;
    const auto key = PublicKey::fromHex(header.substr(kScheme.size(), 64));
    const auto signature = Signature::fromHex(header.substr(kKeyEnd + 1, 128));
    auto bytes = decodeBase64(header.substr(kSignatureEnd + 1));
    if (!key || !signature || !bytes)
        return fail(ErrorCode::Unauthorized, "sync.proof-form", "expected hex, hex and base64");
    return Statement{*std::move(bytes), *key, *signature};
}

Bytes encode(const HelloRequest& message) {
    JsonWriter json;
    json.open('{').key("nonce").hex(message.nonce).key("software").text(message.software).close('}');
    return json.finish();
}

template <>
Result<HelloRequest> decode<HelloRequest>(ByteView bytes) {
    return readMessage<HelloRequest>(bytes, [](Fields& fields, HelloRequest& message) {
        message.nonce = fields.fixed<Nonce>("nonce");
        message.software = fields.text("software", 80);
        if (std::ranges::any_of(message.software, [](char letter) { return letter < 0x20 || letter > 0x7e; }))
            fields.refuse("software", "expected printable ASCII");
    });
}

Bytes encode(const HelloAnswer& message) {
    JsonWriter json;
    json.open('{').key("statement");
    writeStatement(json, message.statement);
    return json.close('}').finish();
}

template <>
Result<HelloAnswer> decode<HelloAnswer>(ByteView bytes) {
    return readMessage<HelloAnswer>(bytes, [](Fields& fields, HelloAnswer& message) {
        message.statement = fields.object("statement", readStatement);
    });
}

Bytes encode(const HeadsRequest& message) {
    JsonWriter json;
    json.open('{').key("named").open('[');
    for (const auto& known : message.named) {
        json.open('{');
        writeHead(json, known.feed, known.head);
        json.close('}');
    }
    json.close(']').key("list").boolean(message.list).key("after").hexOrNull(message.after).close('}');
    return json.finish();
}

template <>
Result<HeadsRequest> decode<HeadsRequest>(ByteView bytes) {
    return readMessage<HeadsRequest>(bytes, [](Fields& fields, HeadsRequest& message) {
        message.named = fields.objects<KnownHead>("named", kMostHeads, [](Fields& inner) {
            KnownHead known;
            known.feed = inner.fixed<FeedId>("feed");
            known.head = readHead(inner);
            return known;
        });
        message.list = fields.boolean("list");
        message.after = fields.optionalFixed<FeedId>("after");
        if (message.list && !message.named.empty())
            fields.refuse("named", "expected none in a listing");
    });
}

Bytes encode(const HeadsAnswer& message) {
    JsonWriter json;
    json.open('{').key("feeds").open('[');
    for (const auto& report : message.feeds) {
        json.open('{');
        writeHead(json, report.feed, report.head);
        json.key("last").number(report.last);
        writeOptional(json, "fork", report.forkedAt);
        json.key("loose").hexOrNull(report.loose).key("holds").boolean(report.holds).close('}');
    }
    json.close(']').key("more").boolean(message.more).close('}');
    return json.finish();
}

template <>
Result<HeadsAnswer> decode<HeadsAnswer>(ByteView bytes) {
    return readMessage<HeadsAnswer>(bytes, [](Fields& fields, HeadsAnswer& message) {
        message.feeds = fields.objects<FeedReport>("feeds", kMostHeads, readReport);
        message.more = fields.boolean("more");
    });
}

Bytes encode(const IdsRequest& message) {
    JsonWriter json;
    json.open('{').key("feed").hex(message.feed).key("from").number(message.from).close('}');
    return json.finish();
}

template <>
Result<IdsRequest> decode<IdsRequest>(ByteView bytes) {
    return readMessage<IdsRequest>(bytes, [](Fields& fields, IdsRequest& message) {
        message.feed = fields.fixed<FeedId>("feed");
        message.from = readCount(fields, "from", 1);
    });
}

Bytes encode(const IdsAnswer& message) {
    JsonWriter json;
    json.open('{');
    writeList(json, "ids", message.ids);
    writeOptional(json, "next", message.next);
    return json.close('}').finish();
}

template <>
Result<IdsAnswer> decode<IdsAnswer>(ByteView bytes) {
    return readMessage<IdsAnswer>(bytes, [](Fields& fields, IdsAnswer& message) {
        message.ids = fields.fixedList<EntryId>("ids", kMostIds);
        message.next = readOptional(fields, "next");
    });
}

Bytes encode(const AckRequest& message) {
    JsonWriter json;
    json.open('{').key("nonce").hex(message.nonce);
    writeList(json, "feeds", message.feeds);
    return json.close('}').finish();
}

template <>
Result<AckRequest> decode<AckRequest>(ByteView bytes) {
    return readMessage<AckRequest>(bytes, [](Fields& fields, AckRequest& message) {
        message.nonce = fields.fixed<Nonce>("nonce");
        message.feeds = fields.fixedList<FeedId>("feeds", kMostAckFeeds);
    });
}

Bytes encode(const AckAnswer& message) {
    JsonWriter json;
    json.open('{').key("acks").open('[');
    for (const auto& ack : message.acks)
        writeStatement(json, ack);
    return json.close(']').close('}').finish();
}

template <>
Result<AckAnswer> decode<AckAnswer>(ByteView bytes) {
    return readMessage<AckAnswer>(bytes, [](Fields& fields, AckAnswer& message) {
        message.acks = fields.objects<Statement>("acks", kMostAckFeeds, readStatement);
    });
}

Bytes encode(const PullRequest& message) {
    JsonWriter json;
    json.open('{').key("ranges").open('[');
    for (const auto& range : message.ranges) {
        json.open('{').key("feed").hex(range.feed).key("from").number(range.from);
        json.key("to").number(range.to).close('}');
    }
    json.close(']');
    writeList(json, "ids", message.ids);
    return json.close('}').finish();
}

template <>
Result<PullRequest> decode<PullRequest>(ByteView bytes) {
    return readMessage<PullRequest>(bytes, [](Fields& fields, PullRequest& message) {
        message.ranges = fields.objects<FeedRange>("ranges", kMostPullRanges, [](Fields& inner) {
            FeedRange range;
            range.feed = inner.fixed<FeedId>("feed");
            range.from = readCount(inner, "from", 1);
            range.to = readCount(inner, "to", 1);
            if (range.to < range.from)
                inner.refuse("to", "expected not less than from");
            return range;
        });
        message.ids = fields.fixedList<EntryId>("ids", kMostPullIds);
    });
}

Bytes encode(const StatusRequest& message) {
    JsonWriter json;
    json.open('{').key("nonce").hex(message.nonce).key("drive").hex(message.drive);
    json.key("after").hexOrNull(message.after).close('}');
    return json.finish();
}

template <>
Result<StatusRequest> decode<StatusRequest>(ByteView bytes) {
    return readMessage<StatusRequest>(bytes, [](Fields& fields, StatusRequest& message) {
        message.nonce = fields.fixed<Nonce>("nonce");
        message.drive = fields.fixed<EntryId>("drive");
        message.after = fields.optionalFixed<PersonId>("after");
    });
}

Bytes encode(const StatusAnswer& message) {
    return encode(HelloAnswer{message.statement}); // the same shape: one statement
}

template <>
Result<StatusAnswer> decode<StatusAnswer>(ByteView bytes) {
    TEKEN_TRY(auto message, decode<HelloAnswer>(bytes));
    return StatusAnswer{std::move(message.statement)};
}

Bytes encode(const BlobsRequest& message) {
    JsonWriter json;
    json.open('{');
    writeList(json, "ids", message.ids);
    return json.close('}').finish();
}

template <>
Result<BlobsRequest> decode<BlobsRequest>(ByteView bytes) {
    return readMessage<BlobsRequest>(bytes, [](Fields& fields, BlobsRequest& message) {
        message.ids = fields.fixedList<BlobId>("ids", kMostBlobIds);
    });
}

Bytes encode(const BlobsAnswer& message) {
    JsonWriter json;
    json.open('{').key("blobs").open('[');
    for (const auto& state : message.blobs)
        writeBlobState(json, state);
    return json.close(']').close('}').finish();
}

template <>
Result<BlobsAnswer> decode<BlobsAnswer>(ByteView bytes) {
    return readMessage<BlobsAnswer>(bytes, [](Fields& fields, BlobsAnswer& message) {
        message.blobs = fields.objects<BlobState>("blobs", kMostBlobIds, readBlobState);
    });
}

Bytes encode(const BlobReadRequest& message) {
    JsonWriter json;
    json.open('{').key("id").hex(message.id).key("offset").number(message.offset).close('}');
    return json.finish();
}

template <>
Result<BlobReadRequest> decode<BlobReadRequest>(ByteView bytes) {
    return readMessage<BlobReadRequest>(bytes, [](Fields& fields, BlobReadRequest& message) {
        message.id = fields.fixed<BlobId>("id");
        message.offset = readCount(fields, "offset");
    });
}

Bytes encode(const BlobState& message) {
    JsonWriter json;
    writeBlobState(json, message);
    return json.finish();
}

template <>
Result<BlobState> decode<BlobState>(ByteView bytes) {
    return readMessage<BlobState>(
        bytes, [](Fields& fields, BlobState& message) { message = readBlobState(fields); });
}

} // namespace teken::sync
