// The text people sign. Data, versioned; the bytes are a blob and their SHA-256 is the Sidik naskah.
// Format: core/domain/FORMAT.md, section "Pledge text".
#pragma once

#include "core/base/bytes.h"
#include "core/domain/dates.h"
#include "core/domain/people.h"

#include <optional>
#include <string>
#include <vector>

namespace teken::domain {

inline constexpr std::size_t kMaxPledgeBytes = 64 * 1024;
inline constexpr std::size_t kMaxPledgePoints = 12;

/// The plural form (kami) that is read aloud together. As many points as the signed form, or none at all
/// when only opening and closing differ.
struct SpokenForm {
    std::string opening;
    std::vector<std::string> points;
    std::string closing;
    friend bool operator==(const SpokenForm&, const SpokenForm&) = default;
};

struct PledgeText {
    std::string code;          ///< 1..40 of A-Z a-z 0-9 . -
    std::uint32_t version = 1; ///< 1..9999
    std::string title;
    std::string opening;             ///< singular (saya)
    std::vector<std::string> points; ///< 1..12, without numbers in front
    std::string closing;
    std::vector<std::string> legalBases;   ///< at most 40; laws change in the middle of a round
    std::vector<std::string> prohibitions; ///< the attached list; at most 40
    std::vector<SignerKind> signerKinds;   ///< whom it is for; at least one, each once, in the enum's order
    Date date{};                           ///< of this version
    std::optional<SpokenForm> spoken;
    friend bool operator==(const PledgeText&, const PledgeText&) = default;
};

/// The limits above; title 1..300 code points, every other piece 1..4,000 (opening and closing may be empty),
/// one line each. Reasons "pledge.code", "pledge.version", "pledge.title", "pledge.points", ...
[[nodiscard]] Result<> checkPledgeText(const PledgeText& text);

/// Canonical bytes; at most 64 KiB ("pledge.too-large").
[[nodiscard]] Result<Bytes> encodePledgeText(const PledgeText& text);
/// Only bytes that encodePledgeText could have written: no unknown or missing key, no other spelling.
[[nodiscard]] Result<PledgeText> decodePledgeText(ByteView bytes);

/// SHA-256 of the encoded text: the Sidik naskah.
[[nodiscard]] Digest pledgeFingerprint(ByteView encoded);
/// First 8 hex digits: a label, not proof.
[[nodiscard]] std::string fingerprintLabel(const Digest& fingerprint);
/// First 32 hex digits in groups of four: for comparing.
[[nodiscard]] std::string fingerprintForComparing(const Digest& fingerprint);

/// What screens and papers show: title, opening, "1. …" points, closing; LF line ends, an empty line between
/// the parts. Legal bases and prohibitions are printed by the papers on their own.
[[nodiscard]] std::string renderPlain(const PledgeText& text);
/// The same in the spoken form; the singular points where it has none of its own. Empty without a spoken
/// form.
[[nodiscard]] std::string renderSpoken(const PledgeText& text);

} // namespace teken::domain
