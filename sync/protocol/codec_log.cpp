#include "sync/protocol/codec_log.h"

#include "core/log/note.h"
#include "core/log/proof_file.h"
#include "sync/protocol/byte_reader.h"
#include "sync/protocol/strict_json.h"

#include <map>

namespace teken::sync {

namespace {

constexpr const char* kReason = "sync.message";
constexpr std::string_view kMagic = "TKL1";
constexpr std::size_t kMostHashes = kMostLogProofs * log::kMostProofHashes;

tl::unexpected<Error> malformed(const char* what) {
    return fail(ErrorCode::InvalidInput, kReason, what);
}

void append(Bytes& into, ByteView bytes) {
    into.insert(into.end(), bytes.begin(), bytes.end());
}

/// Neighbours in a tree share most of their paths: each hash travels once.
class HashList {
public:
    [[nodiscard]] std::uint16_t add(const Digest& hash) {
        const auto [place, isNew] = m_places.try_emplace(hash, static_cast<std::uint16_t>(m_all.size()));
        if (isNew)
            m_all.push_back(hash);
        return place->second;
    }
    [[nodiscard]] const std::vector<Digest>& all() const { return m_all; }

private:
    std::map<Digest, std::uint16_t> m_places;
    std::vector<Digest> m_all;
};

Result<log::Proof> readHashes(ByteReader& reader, std::size_t count) {
    const auto bytes = reader.take(count * Digest::kSize);
    if (reader.cut())
        return malformed("hashes are cut");
    log::Proof hashes(count);
    for (std::size_t i = 0; i < count; ++i)
        std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(i * Digest::kSize), Digest::kSize,
                    hashes[i].bytes.begin());
    return hashes;
}

Result<LogProof> readProof(ByteReader& reader, const std::vector<Digest>& hashes) {
    const auto place = reader.number<std::uint8_t>();
    if (reader.cut() || place > static_cast<std::uint8_t>(LogPlace::Included))
        return malformed("a place is cut or unknown");
    LogProof proof;
    proof.place = static_cast<LogPlace>(place);
    if (proof.place != LogPlace::Included)
        return proof;
    proof.index.value = reader.number<std::uint64_t>();
    const auto count = reader.number<std::uint8_t>();
    if (count > log::kMostProofHashes)
        return malformed("a proof is too long");
    for (std::uint8_t i = 0; i < count; ++i) {
        const auto number = reader.number<std::uint16_t>();
        if (reader.cut() || number >= hashes.size())
            return malformed("a proof names a hash that is not there");
        proof.hashes.push_back(hashes[number]);
    }
    return proof;
}

} // namespace

Bytes encode(const LogProofsRequest& message) {
    JsonWriter json;
    json.open('{').key("since");
    if (message.since)
        json.number(message.since->value);
    else
        json.null();
    json.key("entries").open('[');
    for (const auto& id : message.entries)
        json.hex(id);
    return json.close(']').close('}').finish();
}

template <>
Result<LogProofsRequest> decode<LogProofsRequest>(ByteView bytes) {
    TEKEN_TRY(const auto json, parseStrict(bytes, kMostMessageBytes, kReason));
    Fields fields(json, kReason);
    LogProofsRequest message;
    if (const auto since = fields.optionalInteger("since", 0, entry::kMostInteger))
        message.since = log::TreeSize{static_cast<std::uint64_t>(*since)};
    message.entries = fields.fixedList<EntryId>("entries", kMostLogProofs);
    TEKEN_CHECK(fields.done());
    return message;
}

Bytes encode(const LogProofsAnswer& message) {
    Bytes bytes = toBytes(kMagic);
    putBig(bytes, static_cast<std::uint32_t>(message.checkpoint.size()));
    append(bytes, view(message.checkpoint));
    bytes.push_back(message.consistency ? 1 : 0);
    if (message.consistency) {
        bytes.push_back(static_cast<std::uint8_t>(message.consistency->size()));
        append(bytes, log::encodeTile(*message.consistency));
    }
    HashList hashes;
    Bytes proofs;
    for (const auto& proof : message.proofs) {
        proofs.push_back(static_cast<std::uint8_t>(proof.place));
        if (proof.place != LogPlace::Included)
            continue;
        putBig(proofs, proof.index.value);
        proofs.push_back(static_cast<std::uint8_t>(proof.hashes.size()));
        for (const auto& hash : proof.hashes)
            putBig(proofs, hashes.add(hash));
    }
    putBig(bytes, static_cast<std::uint16_t>(hashes.all().size()));
    append(bytes, log::encodeTile(hashes.all()));
    putBig(bytes, static_cast<std::uint16_t>(message.proofs.size()));
    append(bytes, proofs);
    putBig(bytes, static_cast<std::uint32_t>(message.witnessed.size()));
    append(bytes, view(message.witnessed));
    bytes.push_back(static_cast<std::uint8_t>(message.sinceWitnessed.size()));
    append(bytes, log::encodeTile(message.sinceWitnessed));
    return bytes;
}

template <>
Result<LogProofsAnswer> decode<LogProofsAnswer>(ByteView bytes) {
    if (bytes.size() > kMostMessageBytes)
        return malformed("too long");
    ByteReader reader(bytes);
    if (textOf(reader.take(kMagic.size())) != kMagic)
        return malformed("expected an answer that begins with TKL1");
    LogProofsAnswer message;
    const auto length = reader.number<std::uint32_t>();
    if (length > log::kMostNoteBytes)
        return malformed("a checkpoint is too long");
    message.checkpoint = std::string(textOf(reader.take(length)));
    const auto wanted = reader.number<std::uint8_t>();
    if (reader.cut() || wanted > 1)
        return malformed("cut before the consistency proof");
    if (wanted == 1) {
        const auto count = reader.number<std::uint8_t>();
        if (count > kMostConsistencyHashes)
            return malformed("a consistency proof is too long");
        TEKEN_TRY(message.consistency, readHashes(reader, count));
    }
    const auto count = reader.number<std::uint16_t>();
    if (count > kMostHashes)
        return malformed("more hashes than proofs can hold");
    TEKEN_TRY(const auto hashes, readHashes(reader, count));
    const auto proofs = reader.number<std::uint16_t>();
    if (reader.cut() || proofs > kMostLogProofs)
        return malformed("cut, or more proofs than can be asked for");
    for (std::uint16_t i = 0; i < proofs; ++i) {
        TEKEN_TRY(auto proof, readProof(reader, hashes));
        message.proofs.push_back(std::move(proof));
    }
    const auto witnessed = reader.number<std::uint32_t>();
    if (witnessed > log::kMostNoteBytes)
        return malformed("a checkpoint is too long");
    message.witnessed = std::string(textOf(reader.take(witnessed)));
    const auto since = reader.number<std::uint8_t>();
    if (since > kMostConsistencyHashes)
        return malformed("a consistency proof is too long");
    TEKEN_TRY(message.sinceWitnessed, readHashes(reader, since));
    if (reader.cut() || !reader.atEnd())
        return malformed("cut, or bytes left over");
    return message;
}

std::string_view stateName(CosignerHealth::State state) {
    switch (state) {
    case CosignerHealth::State::Signed:
        return "signed";
    case CosignerHealth::State::Trying:
        return "trying";
    case CosignerHealth::State::TwoTrees:
        return "two-trees";
    case CosignerHealth::State::Idle:
        break;
    }
    return "idle";
}

std::string_view stateName(LogHealth::State state) {
    switch (state) {
    case LogHealth::State::Waiting:
        return "waiting";
    case LogHealth::State::Running:
        return "running";
    case LogHealth::State::Stopped:
        return "stopped";
    case LogHealth::State::Off:
        break;
    }
    return "off";
}

} // namespace teken::sync
