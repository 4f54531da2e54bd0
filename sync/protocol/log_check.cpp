#include "sync/protocol/log_check.h"

#include "core/ledger/cosigners.h"

#include <algorithm>

namespace teken::sync {

namespace {

constexpr std::string_view kShrunk = "sync.log-shrunk";
constexpr std::string_view kForked = "sync.log-forked";
constexpr std::string_view kMissing = "sync.log-missing-entry";
constexpr std::string_view kSwapped = "sync.log-swapped-entry";

} // namespace

Result<VerifiedNote> verifyNote(const std::string& note,
                                std::span<const ledger::Ledger::LogCertificate> logs) {
    TEKEN_TRY(const auto parsed, log::parseNote(note));
    TEKEN_TRY(const auto claimed, log::parseCheckpoint(parsed.text));
    bool known = false;
    for (const auto& log : logs) {
        if (log.origin != claimed.origin)
            continue;
        known = true;
        auto opened = log::openCheckpoint(note, {log.origin, log::SignatureType::Ed25519, log.key});
        if (opened)
            return VerifiedNote{log, std::move(opened->checkpoint)};
    }
    if (known)
        return fail(ErrorCode::VerificationFailed, "sync.log-signature",
                    "expected a checkpoint signed by the log's certified key");
    return fail(ErrorCode::VerificationFailed, "sync.log-unknown",
                "expected the checkpoint of a log that the root certified, found another origin",
                claimed.origin);
}

std::optional<LogFault> faultOfGrowth(const std::optional<store::SeenCheckpoint>& seen,
                                      const log::Checkpoint& now,
                                      const std::optional<log::Proof>& consistency) {
    if (!seen)
        return std::nullopt;
    const auto& before = seen->checkpoint;
    if (now.size < before.size)
        return LogFault{kShrunk, false};
    if (now.size == before.size) { // no proof is needed, nor could one help
        if (now.root == before.root)
            return std::nullopt;
        return LogFault{kForked, true};
    }
    if (before.size.value == 0) // the empty tree is the beginning of every tree
        return std::nullopt;
    if (consistency && log::verifyConsistency(before.size, now.size, *consistency, before.root, now.root))
        return std::nullopt;
    return LogFault{kForked, false};
}

std::optional<LogFault> faultOfPlace(const log::Leaf& leaf, const LogProof& proof, bool receipt,
                                     const log::Checkpoint& now) {
    switch (proof.place) {
    case LogPlace::Absent:
        return LogFault{kMissing, false};
    case LogPlace::Pending: // not signed for yet; but what had a place once cannot be waiting for one
        return receipt ? std::optional<LogFault>({kMissing, false}) : std::nullopt;
    case LogPlace::Included:
        break;
    }
    const auto hash = log::hashLeaf(log::encodeLeaf(leaf));
    if (log::verifyInclusion(proof.index, now.size, hash, proof.hashes, now.root))
        return std::nullopt;
    return LogFault{kSwapped, false};
}

std::optional<LogFault> faultOfWitnessed(const LogProofsAnswer& answer, const VerifiedNote& now,
                                         const std::optional<VerifiedNote>& witnessed) {
    if (!witnessed || witnessed->log.key != now.log.key || witnessed->checkpoint.size > now.checkpoint.size ||
        witnessed->checkpoint.size.value == 0)
        return std::nullopt; // nobody's word
    const auto& before = witnessed->checkpoint;
    if (log::verifyConsistency(before.size, now.checkpoint.size, answer.sinceWitnessed, before.root,
                               now.checkpoint.root))
        return std::nullopt;
    return LogFault{kForked, before.size == now.checkpoint.size};
}

Result<std::optional<log::Policy>> witnessPolicy(store::Book& book,
                                                 const ledger::Ledger::LogCertificate& log) {
    constexpr auto kSeconds = [](std::int64_t ms) {
        return ms < 0 ? std::uint64_t{0} : static_cast<std::uint64_t>(ms) / 1000;
    };
    TEKEN_TRY(const auto certified, ledger::cosignersOf(book));
    std::vector<log::Witness> witnesses;
    for (const auto& one : certified)
        witnesses.push_back({{one.name, log::SignatureType::Cosignature, one.key},
                             kSeconds(one.fromMs),
                             kSeconds(one.untilMs)});
    if (witnesses.empty())
        return std::optional<log::Policy>{};
    // One whose window is over still counts among them until the root revokes it: a quorum may not become
    // easier to reach by waiting.
    const auto quorum = witnesses.size() / 2 + 1;
    TEKEN_TRY(auto policy, log::Policy::create({log.origin, log::SignatureType::Ed25519, log.key},
                                               std::move(witnesses), quorum));
    return std::optional(std::move(policy));
}

std::string_view messageOf(std::string_view reason) {
    if (reason == kShrunk)
        return "expected a log that only grows, found fewer entries than it had signed for";
    if (reason == kForked)
        return "expected a log that continues the one seen before, found another";
    if (reason == kMissing)
        return "expected an acknowledged entry in the log, found no place of it";
    return "expected the proof of an own entry, found one that leads elsewhere";
}

} // namespace teken::sync
