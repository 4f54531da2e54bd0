// What a witness answers (C2SP tlog-witness; FORMAT.md section 2), and what the one who asked makes of it.
#pragma once

#include "core/log/policy.h"

#include <span>
#include <variant>

namespace teken::sync::cosigner {

inline constexpr std::string_view kTextContent = "text/plain; charset=utf-8";
inline constexpr std::string_view kSizeContent = "text/x.tlog.size";
inline constexpr std::size_t kMostAnswerBytes = 64 * 1024;

/// As a witness writes it.
struct Answer {
    int status = 500; ///< 200, 400, 403, 404, 409, 422; 500 when it could not keep its state
    std::string_view contentType = kTextContent;
    std::string body;
};

/// 409: the size it signed last is another than `old`. Equal to the `old` that was asked with: it holds
/// another root of that size, and two trees are being shown around.
struct Conflict {
    log::TreeSize signedLast;
    friend bool operator==(const Conflict&, const Conflict&) = default;
};
using Lines = std::vector<log::SignatureLine>; ///< 200: to be added to the note that was asked about
using Reading = std::variant<Lines, Conflict>;

/// An answer that came over a network. Nothing in it is verified yet: collectCosignatures() does.
/// NotFound ("cosigner.unknown-log"), VerificationFailed ("cosigner.log-signature", "cosigner.proof"),
/// InvalidInput ("cosigner.refused": it found the request malformed; "cosigner.answer": no answer of a
/// witness), Busy ("cosigner.unavailable").
[[nodiscard]] Result<Reading> readAnswer(int status, std::string_view contentType, std::string_view body);

/// An answer that came on a stick: signature lines, or a size. InvalidInput ("cosigner.answer").
[[nodiscard]] Result<Reading> readAnswerFile(std::string_view text);

/// What one witness answered.
struct Testimony {
    log::VerifierKey witness; ///< whom we asked, of type Cosignature
    Lines lines;
};

struct Collected {
    std::string note;           ///< the checkpoint note with every line that holds
    std::size_t added = 0;      ///< lines new or newer than the note had
    std::vector<Error> refused; ///< in words, whose line did not hold: place = the witness's name
};

/// Adds the lines of the witnesses to a checkpoint note of `log`, each after it was verified over this very
/// text. Of two lines of one witness the one with the later time stays. Lines of others than the one asked
/// are not taken. A line that does not hold goes to `refused` and spoils nothing. Errors of openCheckpoint()
/// for the note.
[[nodiscard]] Result<Collected> collectCosignatures(std::string_view note, const log::VerifierKey& log,
                                                    std::span<const Testimony> testimonies);

} // namespace teken::sync::cosigner
