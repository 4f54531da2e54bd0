#include "core/log/checkpoint.h"

#include <algorithm>
#include <charconv>

namespace teken::log {
namespace {

tl::unexpected<Error> bad(const char* reason, const char* message) {
    return fail(ErrorCode::InvalidInput, reason, message);
}

Result<std::string_view> takeLine(std::string_view& text) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos)
        return bad("checkpoint.form", "expected three lines");
    const auto line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

} // namespace

bool isOrigin(std::string_view origin) {
    const bool printable =
        std::ranges::all_of(origin, [](char c) { return c > ' ' && c < '\x7f' && c != '+'; });
    return printable && !origin.empty() && origin.size() <= kMostNameBytes && !origin.starts_with("DSSEv1") &&
           !origin.starts_with("cosignature/");
}

std::string formatCheckpoint(const Checkpoint& checkpoint) {
    return checkpoint.origin + "\n" + std::to_string(checkpoint.size.value) + "\n" +
           encodeBase64(checkpoint.root.bytes) + "\n";
}

Result<Checkpoint> parseCheckpoint(std::string_view text) {
    Checkpoint checkpoint;
    TEKEN_TRY(const auto origin, takeLine(text));
    TEKEN_TRY(const auto size, takeLine(text));
    TEKEN_TRY(const auto root, takeLine(text));
    if (!text.empty())
        return bad("checkpoint.form", "expected three lines");
    if (!isOrigin(origin))
        return bad("checkpoint.origin", "expected an origin");
    checkpoint.origin = origin;
    const auto [end, error] = std::from_chars(size.data(), size.data() + size.size(), checkpoint.size.value);
    if (error != std::errc{} || end != size.data() + size.size() || (size.size() > 1 && size.front() == '0'))
        return bad("checkpoint.size", "expected a decimal size without leading zeros");
    TEKEN_TRY(const auto hash, decodeBase64(root));
    const auto digest = Digest::fromBytes(hash);
    if (!digest)
        return bad("checkpoint.root", "expected a root of 32 bytes");
    checkpoint.root = *digest;
    if (checkpoint.size.value == 0 && checkpoint.root != emptyRoot())
        return bad("checkpoint.root", "expected the root of the empty tree");
    return checkpoint;
}

Result<SignedCheckpoint> openCheckpoint(std::string_view text, const VerifierKey& log,
                                        const std::vector<VerifierKey>& cosigners) {
    SignedCheckpoint result;
    TEKEN_TRY(result.note, parseNote(text));
    std::vector<VerifierKey> known = cosigners;
    known.push_back(log);
    TEKEN_TRY(result.signers, verifyNote(result.note, known));
    if (std::ranges::find(result.signers, log) == result.signers.end())
        return fail(ErrorCode::VerificationFailed, "checkpoint.no-log-signature",
                    "the log's key did not sign");
    TEKEN_TRY(result.checkpoint, parseCheckpoint(result.note.text));
    if (result.checkpoint.origin != log.name)
        return fail(ErrorCode::VerificationFailed, "checkpoint.origin-mismatch", "another log's checkpoint");
    return result;
}

} // namespace teken::log
