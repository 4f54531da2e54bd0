#include "core/log/policy.h"

#include <algorithm>

namespace teken::log {

Result<Policy> Policy::create(VerifierKey log, std::vector<Witness> witnesses, std::size_t quorum) {
    if (quorum > witnesses.size() || (quorum == 0 && !witnesses.empty()))
        return fail(ErrorCode::InvalidInput, "policy.quorum",
                    "expected a quorum from 1 to " + std::to_string(witnesses.size()));
    std::vector<PublicKey> keys{log.key}; // one key, one role: the log's own key is no witness
    for (const auto& witness : witnesses) {
        if (witness.key.type != SignatureType::Cosignature)
            return fail(ErrorCode::InvalidInput, "policy.key-type", "expected keys of cosigners");
        if (std::ranges::find(keys, witness.key.key) != keys.end())
            return fail(ErrorCode::InvalidInput, "policy.duplicate-key", "a public key may count once only");
        keys.push_back(witness.key.key);
    }
    Policy policy;
    policy.m_log = std::move(log);
    policy.m_witnesses = std::move(witnesses);
    policy.m_quorum = quorum;
    return policy;
}

Result<Policy::Judgement> Policy::judge(std::string_view checkpointNote) const {
    std::vector<VerifierKey> keys;
    for (const auto& witness : m_witnesses)
        keys.push_back(witness.key);
    Judgement judgement;
    TEKEN_TRY(judgement.checkpoint, openCheckpoint(checkpointNote, m_log, keys));
    for (const auto& witness : m_witnesses) {
        const auto& lines = judgement.checkpoint.note.lines;
        // openCheckpoint verified the first line of each known key; its time decides.
        const auto line = std::ranges::find_if(lines, [&](const SignatureLine& one) {
            return one.name == witness.key.name && one.hash == witness.key.hash();
        });
        const auto cosignature =
            line == lines.end() ? Result<Cosignature>(fail(Error{})) : decodeCosignature(line->signature);
        if (cosignature && cosignature->time >= witness.fromSeconds &&
            cosignature->time <= witness.untilSeconds)
            ++judgement.witnesses;
    }
    judgement.witnessed = m_quorum > 0 && judgement.witnesses >= m_quorum;
    return judgement;
}

} // namespace teken::log
