#include "sync/cosigner/answer.h"

#include <algorithm>
#include <charconv>

namespace teken::sync::cosigner {
namespace {

tl::unexpected<Error> strange(const char* message) {
    return fail(ErrorCode::InvalidInput, "cosigner.answer", message);
}

Result<Reading> readLines(std::string_view text) {
    if (text.empty() || !text.ends_with('\n') || !isUtf8(text))
        return strange("expected signature lines");
    Lines lines;
    while (!text.empty()) {
        const auto end = text.find('\n');
        if (lines.size() == log::kMostSignatureLines)
            return strange("expected at most 100 signature lines");
        auto line = log::parseLine(text.substr(0, end));
        if (!line)
            return strange("expected nothing but signature lines");
        lines.push_back(*std::move(line));
        text.remove_prefix(end + 1);
    }
    return lines;
}

Result<Reading> readSize(std::string_view text) {
    Conflict conflict;
    if (!text.ends_with('\n'))
        return strange("expected a size and a line end");
    text.remove_suffix(1);
    const auto [stop, error] =
        std::from_chars(text.data(), text.data() + text.size(), conflict.signedLast.value);
    if (error != std::errc{} || stop != text.data() + text.size() || (text.size() > 1 && text[0] == '0'))
        return strange("expected a decimal size without leading zeros");
    return conflict;
}

/// The time inside a line of a witness; the line has been verified.
std::uint64_t timeOf(const log::SignatureLine& line) {
    const auto cosignature = log::decodeCosignature(line.signature);
    return cosignature ? cosignature->time : 0;
}

/// The witness's newest line of those it sent.
Result<log::SignatureLine> newestGoodLine(const Testimony& testimony, const std::string& checkpointText) {
    const log::SignatureLine* newest = nullptr;
    for (const auto& line : testimony.lines) {
        if (line.name != testimony.witness.name || line.hash != testimony.witness.hash())
            continue;
        // One line at a time: verifyNote() would look at the first line of a key only.
        TEKEN_CHECK(log::verifyNote({checkpointText, {line}}, {testimony.witness}).map([](const auto&) {}));
        if (newest == nullptr || timeOf(line) > timeOf(*newest))
            newest = &line;
    }
    if (newest == nullptr)
        return fail(ErrorCode::VerificationFailed, "cosigner.no-line", "the witness's own line is not there");
    return *newest;
}

/// True if the note is the richer for it.
bool place(log::Note& note, const log::SignatureLine& line) {
    const auto old = std::ranges::find_if(note.lines, [&](const log::SignatureLine& there) {
        return there.name == line.name && there.hash == line.hash;
    });
    if (old == note.lines.end()) {
        note.lines.push_back(line);
        return true;
    }
    if (timeOf(line) <= timeOf(*old))
        return false;
    *old = line;
    return true;
}

} // namespace

Result<Reading> readAnswer(int status, std::string_view contentType, std::string_view body) {
    if (body.size() > kMostAnswerBytes)
        return strange("expected an answer of at most 64 KiB");
    switch (status) {
    case 200:
        return readLines(body);
    case 400:
        return fail(ErrorCode::InvalidInput, "cosigner.refused", "the witness found the request malformed");
    case 403:
        return fail(ErrorCode::VerificationFailed, "cosigner.log-signature",
                    "the witness found no signature of the log's key that it knows");
    case 404:
        return fail(ErrorCode::NotFound, "cosigner.unknown-log", "the witness does not know this log");
    case 409:
        // A proxy may say 409 as well; a witness says it with this content type.
        if (contentType != kSizeContent)
            return strange("expected a size as text/x.tlog.size");
        return readSize(body);
    case 422:
        return fail(ErrorCode::VerificationFailed, "cosigner.proof",
                    "the witness found that the proof does not lead from its checkpoint to this one");
    case 429:
    case 500:
    case 502:
    case 503:
    case 504:
        return fail(ErrorCode::Busy, "cosigner.unavailable",
                    "the witness cannot sign now, status " + std::to_string(status));
    default:
        return strange("expected a status of tlog-witness");
    }
}

Result<Reading> readAnswerFile(std::string_view text) {
    if (text.size() > kMostAnswerBytes)
        return strange("expected an answer of at most 64 KiB");
    const bool size = !text.empty() && text.front() >= '0' && text.front() <= '9';
    return size ? readSize(text) : readLines(text);
}

Result<Collected> collectCosignatures(std::string_view text, const log::VerifierKey& log,
                                      std::span<const Testimony> testimonies) {
    std::vector<log::VerifierKey> witnesses;
    for (const auto& testimony : testimonies)
        witnesses.push_back(testimony.witness);
    // With the witnesses among the known keys: a bad line of theirs that is in the note already is noticed
    // here.
    TEKEN_TRY(auto checkpoint, log::openCheckpoint(text, log, witnesses));
    Collected collected;
    for (const auto& testimony : testimonies) {
        auto line = newestGoodLine(testimony, checkpoint.note.text);
        if (!line) {
            auto error = std::move(line).error();
            error.place = testimony.witness.name;
            collected.refused.push_back(std::move(error));
        } else if (checkpoint.note.lines.size() == log::kMostSignatureLines) {
            collected.refused.push_back({ErrorCode::InvalidInput, "note.too-many-lines",
                                         "expected at most 100 signature lines", testimony.witness.name});
        } else if (place(checkpoint.note, *line)) {
            ++collected.added;
        }
    }
    collected.note = log::formatNote(checkpoint.note);
    return collected;
}

} // namespace teken::sync::cosigner
