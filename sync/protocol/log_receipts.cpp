#include "sync/protocol/log_receipts.h"

#include "core/log/proof_file.h"

#include <algorithm>

namespace teken::sync {

namespace {

std::string proofText(const log::LeafIndex& index, const log::Proof& hashes, const std::string& note) {
    return log::formatProofFile({index, hashes, note});
}

/// One entry has lost its place: the receipt it had, or nothing, is kept beside what was answered.
Result<Error> keepFault(store::Book& book, store::Transaction& transaction, const LogVerdict& verdict,
                        const EntryId& id, const LogFault& fault, const LogProof& proof,
                        const LogProofsAnswer& answer, WallTime now) {
    auto& receipts = book.receipts();
    const auto& note = verdict.note;
    TEKEN_TRY(const auto held, receipts.find(id, note.log.key));
    store::LogEvidence evidence{std::string(fault.reason), note.log.key, note.log.origin, id, {},
                                answer.checkpoint,         now};
    if (held)
        evidence.former = proofText(held->index, held->hashes, held->checkpoint);
    if (proof.place == LogPlace::Included)
        evidence.found = proofText(proof.index, proof.hashes, answer.checkpoint);
    TEKEN_CHECK(receipts.addEvidence(transaction, evidence));
    TEKEN_CHECK(receipts.withdraw(transaction, id, note.log.key, now));
    return Error{ErrorCode::VerificationFailed, evidence.reason, std::string(messageOf(fault.reason)),
                 id.hex()};
}

/// The larger of the two checkpoints that has its quorum, if it is larger than the one before.
Result<> keepWitnessed(store::Book& book, store::Transaction& transaction, const LogProofsAnswer& answer,
                       const LogVerdict& verdict, WallTime now) {
    TEKEN_TRY(const auto policy, witnessPolicy(book, verdict.note.log));
    if (!policy)
        return {};
    TEKEN_TRY(const auto before, book.receipts().witnessed(verdict.note.log.origin));
    const auto offer = [&](const std::string& note, const log::Checkpoint& checkpoint) -> Result<bool> {
        if (before && checkpoint.size <= before->seen.checkpoint.size)
            return false;
        const auto judged = policy->judge(note); // a bad line of a cosigner spoils its own word, no receipt
        if (!judged || !judged->witnessed)
            return false;
        TEKEN_CHECK(book.receipts().putWitnessed(
            transaction, {{verdict.note.log.key, checkpoint, note}, judged->witnesses}, now));
        return true;
    };
    TEKEN_TRY(const bool newest, offer(answer.checkpoint, verdict.note.checkpoint));
    if (!newest && verdict.witnessed)
        return offer(answer.witnessed, verdict.witnessed->checkpoint).map([](bool) {});
    return {};
}

} // namespace

bool LogVerdict::doubtful() const {
    return (growth && !growth->proven) ||
           std::ranges::any_of(places, [](const auto& fault) { return fault.has_value(); });
}

Result<LogVerdict> judgeAnswer(store::Book& book, std::span<const ledger::Ledger::LogCertificate> logs,
                               std::span<const log::Leaf> asked,
                               const std::optional<store::SeenCheckpoint>& seen,
                               const LogProofsAnswer& answer) {
    if (answer.proofs.size() != asked.size())
        return fail(ErrorCode::InvalidInput, "sync.answer-other", "expected one place for each entry asked");
    LogVerdict verdict;
    TEKEN_TRY(verdict.note, verifyNote(answer.checkpoint, logs));
    verdict.growth = faultOfGrowth(seen, verdict.note.checkpoint, answer.consistency);
    if (verdict.growth) {
        verdict.former = seen->note;
        return verdict;
    }
    if (auto second = verifyNote(answer.witnessed, logs); second && second->log.key == verdict.note.log.key)
        verdict.witnessed = *std::move(second);
    verdict.growth = faultOfWitnessed(answer, verdict.note, verdict.witnessed);
    if (verdict.growth) {
        verdict.former = answer.witnessed;
        return verdict;
    }
    for (std::size_t i = 0; i < asked.size(); ++i) {
        TEKEN_TRY(const auto held, book.receipts().find(asked[i].entry, verdict.note.log.key));
        verdict.places.push_back(
            faultOfPlace(asked[i], answer.proofs[i], held.has_value(), verdict.note.checkpoint));
    }
    return verdict;
}

Result<KeptPlaces> keepPlaces(store::Book& book, std::span<const log::Leaf> asked,
                              const LogProofsAnswer& answer, const LogVerdict& verdict, std::uint64_t turn,
                              WallTime now) {
    KeptPlaces kept;
    const auto& note = verdict.note;
    const auto written = book.write([&](store::Transaction& transaction) -> Result<> {
        auto& receipts = book.receipts();
        TEKEN_CHECK(receipts.putSeen(transaction, {note.log.key, note.checkpoint, answer.checkpoint}, now));
        for (std::size_t i = 0; i < verdict.places.size(); ++i) {
            const auto& id = asked[i].entry;
            const auto& proof = answer.proofs[i];
            if (verdict.places[i]) {
                TEKEN_TRY(auto fault,
                          keepFault(book, transaction, verdict, id, *verdict.places[i], proof, answer, now));
                if (!kept.fault)
                    kept.fault = std::move(fault);
            } else if (proof.place == LogPlace::Included) {
                ++kept.receipts;
                TEKEN_CHECK(receipts.put(
                    transaction, {id, note.log.key, answer.checkpoint, proof.index, proof.hashes, false},
                    note.checkpoint, turn));
            } else {
                ++kept.pending;
            }
        }
        return keepWitnessed(book, transaction, answer, verdict, now);
    });
    TEKEN_CHECK(written);
    return kept;
}

Result<Error> keepAccusation(store::Book& book, const LogVerdict& verdict, const LogProofsAnswer& answer,
                             WallTime now) {
    const auto& origin = verdict.note.log.origin;
    const auto& fault = *verdict.growth;
    const auto written = book.write([&](store::Transaction& transaction) -> Result<> {
        auto& receipts = book.receipts();
        TEKEN_CHECK(
            receipts.addEvidence(transaction, {std::string(fault.reason), verdict.note.log.key, origin,
                                               std::nullopt, verdict.former, answer.checkpoint, now}));
        TEKEN_CHECK(receipts.forgetWitnessed(transaction, origin));
        return receipts.withdrawAll(transaction, origin, now);
    });
    TEKEN_CHECK(written);
    return Error{
        ErrorCode::VerificationFailed, std::string(fault.reason), std::string(messageOf(fault.reason)), {}};
}

Result<> refreshWitnessed(store::Book& book, std::span<const ledger::Ledger::LogCertificate> logs) {
    for (const auto& log : logs) {
        TEKEN_TRY(const auto kept, book.receipts().witnessed(log.origin));
        if (!kept || kept->seen.log != log.key)
            continue;
        TEKEN_TRY(const auto policy, witnessPolicy(book, log));
        const auto judged = policy ? policy->judge(kept->seen.note) : fail(Error{});
        if (judged && judged->witnessed)
            continue;
        TEKEN_CHECK(book.write([&](store::Transaction& transaction) {
            return book.receipts().forgetWitnessed(transaction, log.origin);
        }));
    }
    return {};
}

} // namespace teken::sync
