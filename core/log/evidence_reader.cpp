#include "core/entry/scan.h"
#include "core/log/evidence.h"

#include <algorithm>
#include <initializer_list>

namespace teken::log {
namespace {

using entry::Document;
using entry::Token;
using entry::TokenType;

tl::unexpected<Error> notEvidence(const char* message) {
    return fail(ErrorCode::InvalidInput, "log.evidence", message);
}

std::vector<std::uint32_t> childrenOf(const Document& document, std::uint32_t parent) {
    std::vector<std::uint32_t> children;
    for (auto at = parent + 1; at < document[parent].next; at = document[at].next)
        children.push_back(at);
    return children;
}

/// The members of an object that has exactly these keys, in the order asked.
Result<std::vector<std::uint32_t>> members(const Document& document, std::uint32_t object,
                                           std::initializer_list<std::string_view> keys) {
    const auto children = childrenOf(document, object);
    if (document[object].type != TokenType::Object || children.size() != keys.size())
        return notEvidence("expected an object with the keys of the format");
    std::vector<std::uint32_t> found;
    for (const auto key : keys) {
        const auto child =
            std::ranges::find(children, key, [&](std::uint32_t at) { return document[at].key; });
        if (child == children.end())
            return notEvidence("expected an object with the keys of the format");
        found.push_back(*child);
    }
    return found;
}

bool isNull(const Token& token) {
    return token.type == TokenType::Null;
}

Result<std::string_view> textIn(const Token& token) {
    if (token.type != TokenType::String)
        return notEvidence("expected a text");
    return token.text;
}

/// Decoded, and of the one form that encodes these bytes.
Result<Bytes> bytesIn(const Token& token) {
    TEKEN_TRY(const auto text, textIn(token));
    const auto bytes = decodeBase64(text);
    if (!bytes || encodeBase64(*bytes) != text)
        return notEvidence("expected base64 with padding and no stray bits");
    return *bytes;
}

template <class Fixed>
Result<Fixed> fixedIn(const Token& token) {
    TEKEN_TRY(const auto bytes, bytesIn(token));
    const auto value = Fixed::fromBytes(bytes);
    if (!value)
        return notEvidence("expected a key or signature of its length");
    return *value;
}

Result<Envelope> envelopeAt(const Document& document, std::uint32_t at) {
    TEKEN_TRY(const auto parts, members(document, at, {"payload", "payloadType", "signatures"}));
    TEKEN_TRY(const auto type, textIn(document[parts[1]]));
    if (type != entry::kPayloadType)
        return notEvidence("expected a payload of Teken");
    const auto signatures = childrenOf(document, parts[2]);
    if (document[parts[2]].type != TokenType::Array || signatures.size() != 1)
        return notEvidence("expected one signature");
    TEKEN_TRY(const auto seal, members(document, signatures.front(), {"keyid", "key", "sig"}));
    Envelope envelope;
    TEKEN_TRY(envelope.entry.payload, bytesIn(document[parts[0]]));
    TEKEN_TRY(envelope.entry.key, fixedIn<PublicKey>(document[seal[1]]));
    TEKEN_TRY(envelope.entry.signature, fixedIn<Signature>(document[seal[2]]));
    TEKEN_TRY(const auto claimed, textIn(document[seal[0]]));
    const auto feed = FeedId::fromHex(claimed);
    if (!feed || feed->hex() != claimed)
        return fail(ErrorCode::VerificationFailed, "entry.feed", "expected the hash of the signing key");
    envelope.feed = *feed;
    return envelope;
}

bool isNumber(std::string_view text) {
    return text.size() == 3 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace

Result<EvidenceFile> parseEvidence(std::string_view text) {
    Document document;
    if (const auto scanned = document.scan(view(text), kMostEvidenceBytes); !scanned)
        return fail(ErrorCode::InvalidInput, "log.evidence", scanned.error().message, scanned.error().place);
    TEKEN_TRY(const auto parts,
              members(document, Document::kRoot, {"format", "number", "entry", "certificates", "proof"}));
    TEKEN_TRY(const auto format, textIn(document[parts[0]]));
    if (format != "teken/bukti/v1")
        return notEvidence("expected teken/bukti/v1");
    EvidenceFile file;
    if (!isNull(document[parts[1]])) {
        TEKEN_TRY(file.number, textIn(document[parts[1]]));
        if (!isNumber(file.number))
            return notEvidence("expected the last three digits of a number");
    }
    if (!isNull(document[parts[2]]))
        file.entry = envelopeAt(document, parts[2]);
    if (document[parts[3]].type != TokenType::Array)
        return notEvidence("expected a list of certificates");
    for (const auto certificate : childrenOf(document, parts[3]))
        file.certificates.push_back(envelopeAt(document, certificate));
    if (!isNull(document[parts[4]])) {
        TEKEN_TRY(const auto proof, textIn(document[parts[4]]));
        file.proof.emplace(proof);
    }
    return file;
}

} // namespace teken::log
