// An independent witness of logs: request text in, answer text out (C2SP tlog-witness). It signs a checkpoint
// only if that extends the one it signed before, so that nobody who trusts it can be shown another history.
#pragma once

#include "sync/cosigner/answer.h"
#include "sync/cosigner/key_file.h"
#include "sync/cosigner/memory.h"

#include <memory>
#include <mutex>

namespace teken::sync::cosigner {

inline constexpr std::size_t kMostLogs = 64;

/// A clock behind the last cosignature by more than this is wrong; by less, it was being set.
inline constexpr std::uint64_t kClockSlackSeconds = 300;

struct Question; // inside

class Cosigner {
public:
    /// `logs`: keys of the logs it watches, pinned by its operator; the name of a key is the log's origin,
    /// and a log may have two keys while it changes over. InvalidInput ("cosigner.logs": none, or too many;
    /// "cosigner.log-key": not an Ed25519 key of an origin; "cosigner.key-role": a log's key is the witness's
    /// own, or named twice). Files and clock outlive it.
    [[nodiscard]] static Result<std::unique_ptr<Cosigner>> create(CosignerKey key,
                                                                  std::vector<log::VerifierKey> logs,
                                                                  std::filesystem::path folder,
                                                                  FileSystem& files, const Clock& clock);

    /// Always an answer. Whatever it signs it has remembered durably before it returns. Thread-safe; one at a
    /// time.
    [[nodiscard]] Answer answer(std::string_view request);

    /// What happened inside the last 500, for the operator: strangers are told less.
    [[nodiscard]] std::optional<Error> trouble() const;

    [[nodiscard]] const log::VerifierKey& verifier() const { return m_self; }
    [[nodiscard]] std::vector<std::string> origins() const; ///< each once, in the order pinned
    [[nodiscard]] Memory& memory() { return m_memory; }

private:
    Cosigner(CosignerKey key, std::vector<log::VerifierKey> logs, std::filesystem::path folder,
             FileSystem& files, const Clock& clock);

    [[nodiscard]] Answer answerTo(const Question& question);
    [[nodiscard]] Answer sign(const Question& question, const Signed& last);
    [[nodiscard]] Answer broken(Error error);

    CosignerKey m_key;
    log::VerifierKey m_self;
    std::vector<log::VerifierKey> m_logs;
    Memory m_memory;
    const Clock& m_clock;
    mutable std::mutex m_turn; // read, judge, write and sign are one step
    std::optional<Error> m_trouble;
};

} // namespace teken::sync::cosigner
