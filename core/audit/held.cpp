#include "core/audit/held.h"

#include "core/entry/entry.h"

namespace teken::audit {
namespace {

constexpr std::size_t kCloseCodeLetters = 10;

tl::unexpected<Error> noForm() {
    return fail(ErrorCode::InvalidInput, "held.form",
                "expected a checkpoint, a .tlog-proof or a .bukti, found something else");
}

// The text of a JSON string that starts at `at`, which is behind its quote. A `.bukti` is no evidence before
// its note and its hashes have been verified, so that a simple reading is enough: what it gets wrong does not
// verify.
std::optional<std::string> stringAt(std::string_view text, std::size_t at) {
    std::string out;
    for (; at < text.size(); ++at) {
        if (text[at] == '"')
            return out;
        if (text[at] != '\\') {
            out += text[at];
            continue;
        }
        if (++at == text.size())
            return std::nullopt;
        if (text[at] == 'n')
            out += '\n';
        else if (text[at] == '"' || text[at] == '\\' || text[at] == '/')
            out += text[at];
        else if (text.substr(at).starts_with("u2014"))
            out += "\xE2\x80\x94", at += 4;
        else
            return std::nullopt;
    }
    return std::nullopt;
}

std::optional<std::string> member(std::string_view text, std::string_view key) {
    const auto at = text.find(key);
    return at == std::string_view::npos ? std::nullopt : stringAt(text, at + key.size());
}

Result<HeldDocument> readProof(std::string_view text) {
    HeldDocument held;
    TEKEN_TRY(held.proof, log::parseProofFile(text));
    held.note = held.proof->checkpointNote;
    return held;
}

Result<HeldDocument> readBukti(std::string_view text) {
    const auto proof = member(text, "\"proof\":\"");
    if (!proof)
        return noForm();
    TEKEN_TRY(auto held, readProof(*proof));
    const auto own = text.find("\"entry\":{");
    const auto others = text.find("\"certificates\":");
    if (own == std::string_view::npos)
        return held;
    const auto payload =
        member(text.substr(own, others == std::string_view::npos || others < own ? std::string_view::npos
                                                                                 : others - own),
               "\"payload\":\"");
    if (payload) {
        TEKEN_TRY(const auto bytes, decodeBase64(*payload));
        held.entry = entry::entryIdOf(bytes);
    }
    return held;
}

} // namespace

Result<HeldDocument> readHeld(std::string_view text) {
    if (text.size() > kMostHeldBytes)
        return fail(ErrorCode::InvalidInput, "held.form", "expected at most 256 KiB");
    if (text.starts_with("c2sp.org/tlog-proof@"))
        return readProof(text);
    if (text.starts_with('{'))
        return readBukti(text);
    // The memory of a witness (sync/cosigner/FORMAT.md section 3) is a line and the note.
    constexpr std::string_view kMemory = "teken/cosigner-memory/v1\n";
    if (text.starts_with(kMemory))
        text.remove_prefix(kMemory.size());
    TEKEN_TRY(const auto note, log::parseNote(text));
    TEKEN_TRY(const auto checkpoint, log::parseCheckpoint(note.text));
    static_cast<void>(checkpoint);
    return HeldDocument{std::string(text), {}, {}};
}

std::string normalCloseCode(std::string_view typed) {
    std::string letters;
    for (const char c : typed) {
        if (c == ' ' || c == '-')
            continue;
        const char upper = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        // As people read them off paper: these letters are not in the alphabet.
        letters += upper == 'O' ? '0' : upper == 'I' || upper == 'L' ? '1' : upper;
    }
    if (letters.size() != kCloseCodeLetters)
        return {};
    return letters.substr(0, kCloseCodeLetters / 2) + "-" + letters.substr(kCloseCodeLetters / 2);
}

} // namespace teken::audit
