#include "core/log/proof_file.h"

#include <charconv>

namespace teken::log {
namespace {

constexpr std::string_view kFirstLine = "c2sp.org/tlog-proof@v1\n";
constexpr std::string_view kIndex = "index ";

tl::unexpected<Error> bad(const char* reason, const char* message) {
    return fail(ErrorCode::InvalidInput, reason, message);
}

} // namespace

std::string formatProofFile(const ProofFile& proof) {
    std::string text(kFirstLine);
    text += std::string(kIndex) + std::to_string(proof.index.value) + "\n";
    for (const auto& hash : proof.hashes)
        text += encodeBase64(hash.bytes) + "\n";
    return text + "\n" + proof.checkpointNote;
}

Result<ProofFile> parseProofFile(std::string_view text) {
    if (text.size() > kMostNoteBytes + 8 * 1024)
        return bad("proof.too-large", "expected at most 72 KiB");
    if (!text.starts_with(kFirstLine))
        return bad("proof.form", "expected a tlog-proof of version 1");
    text.remove_prefix(kFirstLine.size());
    const auto end = text.find('\n');
    if (!text.starts_with(kIndex) || end == std::string_view::npos)
        return bad("proof.index", "expected an index line");
    ProofFile proof;
    const auto digits = text.substr(kIndex.size(), end - kIndex.size());
    const auto [stop, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), proof.index.value);
    if (error != std::errc{} || stop != digits.data() + digits.size() ||
        (digits.size() > 1 && digits[0] == '0'))
        return bad("proof.index", "expected a decimal index without leading zeros");
    text.remove_prefix(end + 1);
    while (!text.starts_with('\n')) {
        const auto line = text.find('\n');
        if (line == std::string_view::npos || proof.hashes.size() == kMostProofHashes)
            return bad("proof.hashes", "expected at most 63 hashes and an empty line");
        TEKEN_TRY(const auto hash, decodeBase64(text.substr(0, line)));
        TEKEN_TRY(proof.hashes.emplace_back(), Digest::fromBytes(hash));
        text.remove_prefix(line + 1);
    }
    proof.checkpointNote = text.substr(1);
    return proof;
}

Result<SignedCheckpoint> verifyProofFile(const ProofFile& proof, const Digest& leafHash,
                                         const VerifierKey& log, const std::vector<VerifierKey>& cosigners) {
    TEKEN_TRY(auto checkpoint, openCheckpoint(proof.checkpointNote, log, cosigners));
    TEKEN_CHECK(verifyInclusion(proof.index, checkpoint.checkpoint.size, leafHash, proof.hashes,
                                checkpoint.checkpoint.root));
    return checkpoint;
}

} // namespace teken::log
