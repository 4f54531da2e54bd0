#include "sync/cosigner/request.h"

#include <charconv>

namespace teken::sync::cosigner {
namespace {

constexpr std::string_view kOld = "old ";

tl::unexpected<Error> bad(const char* reason, const char* message) {
    return fail(ErrorCode::InvalidInput, reason, message);
}

} // namespace

std::string formatRequest(const AddCheckpoint& request) {
    std::string text = std::string(kOld) + std::to_string(request.old.value) + "\n";
    for (const auto& hash : request.proof)
        text += encodeBase64(hash.bytes) + "\n";
    return text + "\n" + request.note;
}

Result<AddCheckpoint> parseRequest(std::string_view text) {
    if (text.size() > kMostRequestBytes)
        return bad("cosigner.request-size", "expected a request of at most 67 KiB");
    const auto end = text.find('\n');
    if (!text.starts_with(kOld) || end == std::string_view::npos)
        return bad("cosigner.request-old", "expected a first line 'old' with a size");
    AddCheckpoint request;
    const auto digits = text.substr(kOld.size(), end - kOld.size());
    const auto [stop, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), request.old.value);
    if (error != std::errc{} || stop != digits.data() + digits.size() ||
        (digits.size() > 1 && digits.front() == '0'))
        return bad("cosigner.request-old", "expected a decimal size without leading zeros");
    text.remove_prefix(end + 1);
    while (!text.starts_with('\n')) {
        const auto line = text.find('\n');
        if (line == std::string_view::npos)
            return bad("cosigner.request-form", "expected an empty line before the checkpoint");
        if (request.proof.size() == log::kMostProofHashes)
            return bad("cosigner.request-proof", "expected at most 63 hashes");
        const auto hash = decodeBase64(text.substr(0, line));
        const auto digest = hash ? Digest::fromBytes(*hash) : fail(hash.error());
        if (!digest)
            return bad("cosigner.request-proof", "expected hashes of 32 bytes in base64, one a line");
        request.proof.push_back(*digest);
        text.remove_prefix(line + 1);
    }
    request.note = text.substr(1);
    if (request.note.empty())
        return bad("cosigner.request-form", "expected a checkpoint after the empty line");
    return request;
}

} // namespace teken::sync::cosigner
