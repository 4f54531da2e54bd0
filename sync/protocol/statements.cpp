#include "sync/protocol/statements.h"

#include "core/entry/entry.h"
#include "sync/protocol/strict_json.h"

#include <algorithm>

namespace teken::sync {

namespace {

constexpr const char* kReason = "sync.statement";

Result<JsonValue> verified(const Statement& statement, std::string_view type, std::size_t mostBytes) {
    if (statement.bytes.size() > mostBytes)
        return fail(ErrorCode::InvalidInput, kReason,
                    "expected at most " + std::to_string(mostBytes) + " bytes, found " +
                        std::to_string(statement.bytes.size()));
    if (!crypto::verify(statement.key, entry::preAuthEncoding(type, statement.bytes), statement.signature))
        return fail(ErrorCode::VerificationFailed, "sync.statement-signature",
                    "expected a valid signature over a statement of type " + std::string(type));
    return parseStrict(statement.bytes, mostBytes, kReason);
}

void readVersion(Fields& fields) {
    (void)fields.integer("v", 1, 1);
}

WallTime readTime(Fields& fields) {
    return WallTime{Milliseconds{fields.integer("time_ms", 0, entry::kMostInteger)}};
}

/// A statement speaks for the key that signed it and for no other.
void requireOwn(Fields& fields, const PublicKey& named, const PublicKey& signer) {
    if (named != signer)
        fields.refuse("server", "not the key that signed");
}

JsonWriter& begin(JsonWriter& json, const PublicKey& server) {
    return json.open('{').key("v").number(std::int64_t{1}).key("server").hex(server);
}

JsonWriter& stamp(JsonWriter& json, const Epoch& epoch, WallTime time, const Nonce& nonce) {
    json.key("epoch").hex(epoch).key("time_ms").number(std::int64_t{time.time_since_epoch().count()});
    return json.key("nonce").hex(nonce);
}

Bytes packPersons(const std::vector<PersonId>& persons) {
    Bytes packed;
    packed.reserve(persons.size() * PersonId::kSize);
    for (const auto& person : persons)
        packed.insert(packed.end(), person.bytes.begin(), person.bytes.end());
    return packed;
}

std::vector<PersonId> unpackPersons(Fields& fields) {
    const auto packed = fields.base64("persons", kMostStatusPersons * PersonId::kSize);
    std::vector<PersonId> persons;
    if (packed.size() % PersonId::kSize != 0) {
        fields.refuse("persons", "not a whole number of ids");
        return persons;
    }
    persons.resize(packed.size() / PersonId::kSize);
    for (std::size_t i = 0; i < persons.size(); ++i)
        std::copy_n(packed.begin() + static_cast<std::ptrdiff_t>(i * PersonId::kSize), PersonId::kSize,
                    persons[i].bytes.begin());
    if (std::adjacent_find(persons.begin(), persons.end(), std::greater_equal<>()) != persons.end())
        fields.refuse("persons", "not sorted");
    return persons;
}

} // namespace

Statement signStatement(const crypto::SigningKey& key, std::string_view type, Bytes bytes) {
    Statement statement;
    statement.key = key.publicKey();
    statement.signature = key.sign(entry::preAuthEncoding(type, bytes));
    statement.bytes = std::move(bytes);
    return statement;
}

Statement signHello(const crypto::SigningKey& key, const HelloFacts& facts) {
    JsonWriter json;
    stamp(begin(json, facts.server), facts.epoch, facts.time, facts.nonce);
    json.key("challenge").hex(facts.challenge);
    json.key("batch_entries").number(facts.limits.batchEntries);
    json.key("batch_bytes").number(facts.limits.batchBytes);
    json.key("blob_part_bytes").number(facts.limits.blobPartBytes).close('}');
    return signStatement(key, kHelloType, json.finish());
}

Statement signAck(const crypto::SigningKey& key, const AckFacts& facts) {
    JsonWriter json;
    stamp(begin(json, facts.server), facts.epoch, facts.time, facts.nonce);
    json.key("feed").hex(facts.feed).key("seq").number(facts.seq).key("head").hex(facts.head).close('}');
    return signStatement(key, kAckType, json.finish());
}

Statement signRequest(const crypto::SigningKey& key, const RequestFacts& facts) {
    JsonWriter json;
    begin(json, facts.server).key("challenge").hex(facts.challenge);
    json.key("path").text(facts.path).key("body").hex(facts.body).close('}');
    return signStatement(key, kRequestType, json.finish());
}

Statement signStatus(const crypto::SigningKey& key, const StatusFacts& facts) {
    JsonWriter json;
    stamp(begin(json, facts.server), facts.epoch, facts.time, facts.nonce);
    json.key("drive").hex(facts.drive).key("units").open('[');
    for (const auto& unit : facts.units)
        json.text(unit);
    json.close(']').key("persons").base64(packPersons(facts.persons));
    json.key("next").hexOrNull(facts.next).close('}');
    return signStatement(key, kStatusType, json.finish());
}

Result<HelloFacts> verifyHello(const Statement& statement) {
    TEKEN_TRY(const auto json, verified(statement, kHelloType, kMostProofBytes));
    Fields fields(json, kReason);
    readVersion(fields);
    HelloFacts facts;
    facts.server = fields.fixed<PublicKey>("server");
    requireOwn(fields, facts.server, statement.key);
    facts.epoch = fields.fixed<Epoch>("epoch");
    facts.time = readTime(fields);
    facts.nonce = fields.fixed<Nonce>("nonce");
    facts.challenge = fields.fixed<Nonce>("challenge");
    const auto number = [&](const char* key, std::size_t most) {
        return static_cast<std::uint64_t>(fields.integer(key, 1, static_cast<std::int64_t>(most)));
    };
    facts.limits.batchEntries = number("batch_entries", kMostBatchEntries);
    facts.limits.batchBytes = number("batch_bytes", kMostBatchBytes);
    facts.limits.blobPartBytes = number("blob_part_bytes", kBlobPartBytes);
    TEKEN_CHECK(fields.done());
    return facts;
}

Result<AckFacts> verifyAck(const Statement& statement) {
    TEKEN_TRY(const auto json, verified(statement, kAckType, kMostProofBytes));
    Fields fields(json, kReason);
    readVersion(fields);
    AckFacts facts;
    facts.server = fields.fixed<PublicKey>("server");
    requireOwn(fields, facts.server, statement.key);
    facts.epoch = fields.fixed<Epoch>("epoch");
    facts.time = readTime(fields);
    facts.nonce = fields.fixed<Nonce>("nonce");
    facts.feed = fields.fixed<FeedId>("feed");
    facts.seq = static_cast<entry::Seq>(fields.integer("seq", 1, entry::kMostInteger));
    facts.head = fields.fixed<EntryId>("head");
    TEKEN_CHECK(fields.done());
    return facts;
}

Result<RequestFacts> verifyRequest(const Statement& statement) {
    TEKEN_TRY(const auto json, verified(statement, kRequestType, kMostProofBytes));
    Fields fields(json, kReason);
    readVersion(fields);
    RequestFacts facts;
    facts.server = fields.fixed<PublicKey>("server");
    facts.challenge = fields.fixed<Nonce>("challenge");
    facts.path = fields.text("path", 100);
    facts.body = fields.fixed<Digest>("body");
    TEKEN_CHECK(fields.done());
    return facts;
}

Result<StatusFacts> verifyStatus(const Statement& statement) {
    TEKEN_TRY(const auto json, verified(statement, kStatusType, kMostStatementBytes));
    Fields fields(json, kReason);
    readVersion(fields);
    StatusFacts facts;
    facts.server = fields.fixed<PublicKey>("server");
    requireOwn(fields, facts.server, statement.key);
    facts.epoch = fields.fixed<Epoch>("epoch");
    facts.time = readTime(fields);
    facts.nonce = fields.fixed<Nonce>("nonce");
    facts.drive = fields.fixed<EntryId>("drive");
    facts.units = fields.texts("units", 100, 160);
    facts.persons = unpackPersons(fields);
    facts.next = fields.optionalFixed<PersonId>("next");
    TEKEN_CHECK(fields.done());
    return facts;
}

} // namespace teken::sync
