#include "core/log/note.h"

#include "core/crypto/hash.h"
#include "core/log/cosignature.h"

#include <algorithm>

namespace teken::log {
namespace {

constexpr std::string_view kLineStart = "\xe2\x80\x94 "; // U+2014 and a space

tl::unexpected<Error> bad(const char* reason, const char* message) {
    return fail(ErrorCode::InvalidInput, reason, message);
}

bool hasControl(std::string_view text) {
    return std::ranges::any_of(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte != '\n' && (byte < 0x20 || byte == 0x7f);
    });
}

// The white space of Unicode, which a name may not hold.
bool hasSpace(std::string_view text) {
    static constexpr std::array<std::string_view, 9> kSpaces{" ",
                                                             "\xc2\x85",
                                                             "\xc2\xa0",
                                                             "\xe1\x9a\x80",
                                                             "\xe2\x80\xa8",
                                                             "\xe2\x80\xa9",
                                                             "\xe2\x80\xaf",
                                                             "\xe2\x81\x9f",
                                                             "\xe3\x80\x80"};
    if (std::ranges::any_of(kSpaces, [&](auto space) { return text.find(space) != std::string_view::npos; }))
        return true;
    for (auto at = text.find("\xe2\x80"); at != std::string_view::npos; at = text.find("\xe2\x80", at + 1))
        if (at + 2 < text.size() && static_cast<unsigned char>(text[at + 2]) >= 0x80 &&
            static_cast<unsigned char>(text[at + 2]) <= 0x8a)
            return true; // U+2000..U+200A
    return std::ranges::any_of(
        text, [](char c) { return c == '\t' || c == '\n' || c == '\v' || c == '\f' || c == '\r'; });
}

bool verifyLine(const SignatureLine& line, const VerifierKey& key, std::string_view text) {
    if (key.type == SignatureType::Cosignature) {
        const auto cosignature = decodeCosignature(line.signature);
        return cosignature && crypto::verify(key.key, view(cosignedMessage(cosignature->time, text)),
                                             cosignature->signature);
    }
    const auto signature = Signature::fromBytes(line.signature);
    return signature && crypto::verify(key.key, view(text), *signature);
}

} // namespace

bool isNoteName(std::string_view name) {
    return !name.empty() && name.size() <= kMostNameBytes && isUtf8(name) && !hasControl(name) &&
           !hasSpace(name) && name.find('+') == std::string_view::npos;
}

KeyHash VerifierKey::hash() const {
    const std::uint8_t typeByte = static_cast<std::uint8_t>(type);
    const auto digest =
        crypto::Sha256().add(name).add(std::string_view("\n")).add({&typeByte, 1}).add(key.view()).finish();
    KeyHash hash;
    std::copy_n(digest.bytes.begin(), hash.size(), hash.begin());
    return hash;
}

std::string VerifierKey::text() const {
    Bytes blob{static_cast<std::uint8_t>(type)};
    blob.insert(blob.end(), key.bytes.begin(), key.bytes.end());
    return name + "+" + encodeHex(hash()) + "+" + encodeBase64(blob);
}

Result<VerifierKey> VerifierKey::parse(std::string_view text) {
    const auto first = text.find('+');
    const auto second = first == std::string_view::npos ? first : text.find('+', first + 1);
    if (second == std::string_view::npos)
        return bad("vkey.form", "expected name+hash+key");
    VerifierKey result;
    result.name = text.substr(0, first);
    if (!isNoteName(result.name))
        return bad("vkey.name", "expected a name without white space");
    KeyHash hash;
    TEKEN_CHECK(decodeHex(text.substr(first + 1, second - first - 1), hash));
    TEKEN_TRY(const auto blob, decodeBase64(text.substr(second + 1)));
    if (blob.empty())
        return bad("vkey.form", "expected a key");
    if (blob[0] != static_cast<std::uint8_t>(SignatureType::Ed25519) &&
        blob[0] != static_cast<std::uint8_t>(SignatureType::Cosignature))
        return fail(ErrorCode::Unsupported, "vkey.type", "unknown signature type " + std::to_string(blob[0]));
    result.type = static_cast<SignatureType>(blob[0]);
    TEKEN_TRY(result.key, PublicKey::fromBytes(ByteView(blob).subspan(1)));
    if (result.hash() != hash)
        return bad("vkey.hash", "the key hash is not the one of name and key");
    return result;
}

Result<SignatureLine> parseLine(std::string_view line) {
    if (!line.starts_with(kLineStart))
        return bad("note.line", "expected a signature line");
    line.remove_prefix(kLineStart.size());
    const auto space = line.find(' ');
    if (space == std::string_view::npos || !isNoteName(line.substr(0, space)))
        return bad("note.line", "expected a name and a signature");
    TEKEN_TRY(const auto blob, decodeBase64(line.substr(space + 1)));
    SignatureLine result;
    if (blob.size() <= result.hash.size())
        return bad("note.line", "expected more than a key hash");
    result.name = line.substr(0, space);
    std::copy_n(blob.begin(), result.hash.size(), result.hash.begin());
    result.signature.assign(blob.begin() + static_cast<std::ptrdiff_t>(result.hash.size()), blob.end());
    return result;
}

std::string formatLine(const SignatureLine& line) {
    Bytes blob(line.hash.begin(), line.hash.end());
    blob.insert(blob.end(), line.signature.begin(), line.signature.end());
    return std::string(kLineStart) + line.name + " " + encodeBase64(blob) + "\n";
}

Result<Note> parseNote(std::string_view note) {
    if (note.size() > kMostNoteBytes)
        return bad("note.too-large", "expected at most 64 KiB");
    if (!isUtf8(note) || hasControl(note))
        return bad("note.text", "expected UTF-8 without control characters");
    const auto split = note.rfind("\n\n");
    if (split == std::string_view::npos || !note.ends_with('\n'))
        return bad("note.form", "expected a text, an empty line and signature lines");
    Note result;
    result.text = note.substr(0, split + 1);
    std::string_view rest = note.substr(split + 2);
    if (rest.empty())
        return bad("note.form", "expected at least one signature line");
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        if (result.lines.size() == kMostSignatureLines)
            return bad("note.too-many-lines", "expected at most 100 signature lines");
        TEKEN_TRY(result.lines.emplace_back(), parseLine(rest.substr(0, end)));
        rest.remove_prefix(end + 1);
    }
    return result;
}

std::string formatNote(const Note& note) {
    std::string text = note.text + "\n";
    for (const auto& line : note.lines)
        text += formatLine(line);
    return text;
}

SignatureLine signatureLine(const VerifierKey& key, ByteView signature) {
    return {key.name, key.hash(), toBytes(signature)};
}

Result<Note> signNote(std::string_view text, const std::string& name, const crypto::SigningKey& key) {
    if (!isNoteName(name))
        return bad("note.name", "expected a name without white space");
    if (!text.ends_with('\n') || !isUtf8(text) || hasControl(text))
        return bad("note.text", "expected UTF-8 that ends in a line end");
    const VerifierKey verifier{name, SignatureType::Ed25519, key.publicKey()};
    return Note{std::string(text), {signatureLine(verifier, key.sign(view(text)).view())}};
}

Result<std::vector<VerifierKey>> verifyNote(const Note& note, const std::vector<VerifierKey>& known) {
    std::vector<VerifierKey> signers;
    for (const auto& line : note.lines) {
        const auto key = std::ranges::find_if(
            known, [&](const VerifierKey& k) { return k.name == line.name && k.hash() == line.hash; });
        if (key == known.end())
            continue; // other keys, other algorithms: not ours to judge
        if (std::ranges::find(signers, *key) != signers.end())
            continue; // counted already
        if (!verifyLine(line, *key, note.text))
            return fail(ErrorCode::VerificationFailed, "note.signature",
                        "a known key's signature does not hold");
        signers.push_back(*key);
    }
    if (signers.empty())
        return fail(ErrorCode::VerificationFailed, "note.no-known-key", "no signature of a known key");
    return signers;
}

} // namespace teken::log
