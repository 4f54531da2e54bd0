#include "sync/cosigner/cosigner.h"

#include "sync/cosigner/request.h"

#include <algorithm>

namespace teken::sync::cosigner {

/// A request whose form and log signature hold.
struct Question {
    AddCheckpoint request;
    log::Note note;
    log::Checkpoint checkpoint;
};

namespace {

Answer refuse(int status, const std::string& why) {
    return {status, kTextContent, why + "\n"};
}

Answer conflict(const Signed& last) {
    return {409, kSizeContent, std::to_string(last.checkpoint.size.value) + "\n"};
}

Result<> checkLogs(const std::vector<log::VerifierKey>& logs, const PublicKey& own) {
    if (logs.empty() || logs.size() > kMostLogs)
        return fail(ErrorCode::InvalidInput, "cosigner.logs",
                    "expected 1 to 64 logs, found " + std::to_string(logs.size()));
    std::vector<PublicKey> keys{own}; // one key, one role
    for (const auto& log : logs) {
        if (log.type != log::SignatureType::Ed25519 || !log::isOrigin(log.name) ||
            !crypto::vetPublicKey(log.key))
            return fail(ErrorCode::InvalidInput, "cosigner.log-key", "expected the Ed25519 key of a log",
                        log.name);
        if (std::ranges::find(keys, log.key) != keys.end())
            return fail(ErrorCode::InvalidInput, "cosigner.key-role", "expected each key once", log.name);
        keys.push_back(log.key);
    }
    return {};
}

} // namespace

Cosigner::Cosigner(CosignerKey key, std::vector<log::VerifierKey> logs, std::filesystem::path folder,
                   FileSystem& files, const Clock& clock)
    : m_key(std::move(key)), m_self(m_key.verifier()), m_logs(std::move(logs)),
      m_memory(files, std::move(folder), m_self), m_clock(clock) {}

Result<std::unique_ptr<Cosigner>> Cosigner::create(CosignerKey key, std::vector<log::VerifierKey> logs,
                                                   std::filesystem::path folder, FileSystem& files,
                                                   const Clock& clock) {
    TEKEN_CHECK(checkLogs(logs, key.key.publicKey()));
    return std::unique_ptr<Cosigner>(
        new Cosigner(std::move(key), std::move(logs), std::move(folder), files, clock));
}

std::vector<std::string> Cosigner::origins() const {
    std::vector<std::string> origins;
    for (const auto& log : m_logs)
        if (std::ranges::find(origins, log.name) == origins.end())
            origins.push_back(log.name);
    return origins;
}

std::optional<Error> Cosigner::trouble() const {
    const std::scoped_lock turn(m_turn);
    return m_trouble;
}

Answer Cosigner::broken(Error error) {
    m_trouble = std::move(error);
    return refuse(500, "the witness cannot sign now and has to be looked after");
}

Answer Cosigner::answer(std::string_view text) {
    Question question;
    auto request = parseRequest(text);
    if (!request)
        return refuse(400, request.error().message);
    question.request = *std::move(request);
    auto note = log::parseNote(question.request.note);
    auto checkpoint = note ? log::parseCheckpoint(note->text) : fail(note.error());
    if (!checkpoint)
        return refuse(400, checkpoint.error().message);
    question.note = *std::move(note);
    question.checkpoint = *std::move(checkpoint);

    std::vector<log::VerifierKey> keys;
    std::ranges::copy_if(m_logs, std::back_inserter(keys),
                         [&](const auto& log) { return log.name == question.checkpoint.origin; });
    if (keys.empty())
        return refuse(404, "this witness does not know the log");
    if (const auto signers = log::verifyNote(question.note, keys); !signers)
        return refuse(403, signers.error().message);
    if (question.request.old > question.checkpoint.size)
        return refuse(400, "the old size is larger than the checkpoint's");
    const std::scoped_lock turn(m_turn);
    return answerTo(question);
}

Answer Cosigner::answerTo(const Question& question) {
    // Read anew each time: after a write that failed only the file knows what is on the disk.
    const auto last = m_memory.recall(question.checkpoint.origin);
    if (!last)
        return broken(last.error());
    if (question.request.old != last->checkpoint.size)
        return conflict(*last);
    if (question.checkpoint.size == last->checkpoint.size &&
        question.checkpoint.root != last->checkpoint.root)
        return conflict(*last);
    const auto holds =
        log::verifyConsistency(question.request.old, question.checkpoint.size, question.request.proof,
                               last->checkpoint.root, question.checkpoint.root);
    if (!holds)
        return refuse(422, holds.error().message);
    return sign(question, *last);
}

Answer Cosigner::sign(const Question& question, const Signed& last) {
    const auto now = std::chrono::floor<std::chrono::seconds>(m_clock.now()).time_since_epoch().count();
    auto time = now < 0 ? std::uint64_t{0} : static_cast<std::uint64_t>(now);
    if (time + kClockSlackSeconds < last.time)
        return broken({ErrorCode::Conflict, "cosigner.clock",
                       "expected a clock that does not run backwards: the last cosignature is of " +
                           std::to_string(last.time) + ", the clock says " + std::to_string(time),
                       question.checkpoint.origin});
    time = std::max(time, last.time);
    const auto line = log::cosign(question.note.text, m_self.name, m_key.key, time);
    if (!line)
        return broken(line.error());
    // The log's lines and ours: whatever else came along is not for us to keep. Of each key the first line,
    // which is the one that was verified.
    log::Note kept{question.note.text, {}};
    for (const auto& log : m_logs) {
        const auto own = std::ranges::find_if(question.note.lines, [&](const auto& there) {
            return log.name == there.name && log.hash() == there.hash;
        });
        if (own != question.note.lines.end())
            kept.lines.push_back(*own);
    }
    kept.lines.push_back(*line);
    if (const auto remembered = m_memory.remember(question.checkpoint.origin, log::formatNote(kept));
        !remembered)
        return broken(remembered.error());
    m_trouble.reset();
    return {200, kTextContent, log::formatLine(*line)};
}

} // namespace teken::sync::cosigner
