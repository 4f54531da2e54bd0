// C2SP signed notes (v1.0.0): a text and signature lines under it. FORMAT.md section 3.
#pragma once

#include "core/crypto/keys.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace teken::log {

inline constexpr std::size_t kMostNoteBytes = 64 * 1024;
inline constexpr std::size_t kMostSignatureLines = 100;
inline constexpr std::size_t kMostNameBytes = 255;

enum class SignatureType : std::uint8_t {
    Ed25519 = 0x01,    ///< over the note's text
    Cosignature = 0x04 ///< timestamped, over "cosignature/v1" and the text
};

using KeyHash = std::array<std::uint8_t, 4>;

/// A name and a key as verifiers know them.
struct VerifierKey {
    std::string name;
    SignatureType type = SignatureType::Ed25519;
    PublicKey key;

    [[nodiscard]] KeyHash hash() const;     ///< SHA-256(name || 0x0A || type || key)[0:4]
    [[nodiscard]] std::string text() const; ///< "name+hex8(hash)+base64(type || key)"
    /// InvalidInput ("vkey.…"), Unsupported ("vkey.type").
    [[nodiscard]] static Result<VerifierKey> parse(std::string_view text);
    friend bool operator==(const VerifierKey&, const VerifierKey&) = default;
};

/// Names: not empty, at most 255 bytes of UTF-8, no white space, no "+".
[[nodiscard]] bool isNoteName(std::string_view name);

struct SignatureLine {
    std::string name;
    KeyHash hash{};
    Bytes signature;
};

/// A note taken apart; nothing is verified yet.
struct Note {
    std::string text; ///< ends in "\n"
    std::vector<SignatureLine> lines;
};

/// Strict: UTF-8, no control characters but "\n", text ends in "\n", split at the last empty line, 1 to 100
/// signature lines. InvalidInput ("note.…").
[[nodiscard]] Result<Note> parseNote(std::string_view note);
[[nodiscard]] std::string formatNote(const Note& note);
[[nodiscard]] SignatureLine signatureLine(const VerifierKey& key, ByteView signature);
[[nodiscard]] std::string formatLine(const SignatureLine& line);      ///< with its line end
[[nodiscard]] Result<SignatureLine> parseLine(std::string_view line); ///< without line end

/// Signs the text with an Ed25519 note key. InvalidInput ("note.name", "note.text").
[[nodiscard]] Result<Note> signNote(std::string_view text, const std::string& name,
                                    const crypto::SigningKey& key);

/// Which of `known` signed: lines of unknown keys are skipped, a line of a known key that does not verify
/// rejects the whole note (VerificationFailed "note.signature"), and so does no known line at all
/// ("note.no-known-key"). A key counts once.
[[nodiscard]] Result<std::vector<VerifierKey>> verifyNote(const Note& note,
                                                          const std::vector<VerifierKey>& known);

} // namespace teken::log
