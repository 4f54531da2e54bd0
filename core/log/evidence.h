// A proof of one record in one text file ("bukti"): the record, the certificates up to the root, its place in
// the log. For signers and their lawyers, for the page that checks it in a browser. EVIDENCE.md.
#pragma once

#include "core/entry/entry.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace teken::log {

inline constexpr std::size_t kMostEvidenceCertificates = 16;
inline constexpr std::size_t kMostEvidenceBytes = 256 * 1024;

struct Evidence {
    entry::Entry entry;                     ///< its ink does not travel with it
    std::vector<entry::Entry> certificates; ///< of the root, then of admins: certifications and revocations
    std::string proof;                      ///< a .tlog-proof; empty: the record has no verified place yet
    std::string number; ///< last three digits of the person's number, a claim; empty: none
};

/// DSSE JSON envelope (EVIDENCE.md section 1), one line.
[[nodiscard]] std::string formatEnvelope(const entry::Entry& entry);

/// Refuses to write what does not hold by itself: errors of verifyEntry() and parseProofFile(); InvalidInput
/// ("log.evidence": too many certificates, or a number that is not three digits).
[[nodiscard]] Result<std::string> formatEvidence(const Evidence& evidence);

/// One envelope of a file: the bytes it holds, nothing verified. `feed` is what it claims as `keyid`.
struct Envelope {
    entry::Entry entry;
    FeedId feed;
};

/// A file taken apart. An envelope that is none has its own error, so that the rest can still be judged.
struct EvidenceFile {
    std::string number; ///< empty: none
    std::optional<Result<Envelope>> entry;
    std::vector<Result<Envelope>> certificates;
    std::optional<std::string> proof;
};

/// Strict (EVIDENCE.md section 2): exactly these keys, no others, none twice. InvalidInput ("log.evidence").
[[nodiscard]] Result<EvidenceFile> parseEvidence(std::string_view text);

} // namespace teken::log
