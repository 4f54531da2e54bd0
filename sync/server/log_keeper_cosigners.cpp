// The log and its witnesses: what they are asked, and what becomes of their lines.
#include "sync/server/log_keeper.h"

#include <algorithm>

namespace teken::sync::server {

namespace {

constexpr std::uint64_t kMostWitnessedBytes = log::kMostNoteBytes;

} // namespace

Result<LogKeeper::Cosigned> LogKeeper::openCosigned(const std::string& note) const {
    TEKEN_TRY(auto opened, log::openCheckpoint(note, m_self, m_cosigners));
    const auto lines = opened.signers.size() - 1; // the log's own is among them
    return Cosigned{std::move(opened.checkpoint), note, lines};
}

/// A file that says more than the signer remembers: the signer's own state was put back to an earlier one.
Result<> LogKeeper::loadWitnessed(const LogSeat& seat) {
    m_cosigners = seat.cosigners;
    m_self = {seat.origin, log::SignatureType::Ed25519, seat.key.publicKey()};
    m_files = &seat.files;
    m_witnessedFile = seat.state;
    m_witnessedFile.replace_extension(".witnessed");
    for (const auto& cosigner : m_cosigners)
        m_health.cosigners.push_back({cosigner.name, CosignerHealth::State::Idle, {}, 0});
    if (!seat.files.exists(m_witnessedFile))
        return {};
    TEKEN_TRY(const auto bytes, seat.files.read(m_witnessedFile, kMostWitnessedBytes));
    auto kept = openCosigned(std::string(textOf(bytes)));
    if (!kept || kept->lines == 0)
        return {}; // of other witnesses, or damaged: they are asked again, and nothing hangs on it
    const auto& last = m_signer ? m_signer->last() : std::nullopt;
    if (!last || last->checkpoint.size < kept->checkpoint.size)
        return fail(ErrorCode::Conflict, "log.signer-shrunk",
                    "expected a signer that remembers what its witnesses have signed");
    if (last->checkpoint.size == kept->checkpoint.size && last->checkpoint.root != kept->checkpoint.root)
        return fail(ErrorCode::Conflict, "log.signer-other-tree",
                    "expected the checkpoint that the witnesses have signed, found another of that size");
    m_witnessed = *std::move(kept);
    countWitnessed();
    return {};
}

/// More than half of the witnesses decides; among equals the larger tree.
bool LogKeeper::saysMore(const Cosigned& one, const Cosigned& other) const {
    const auto rank = [&](const Cosigned& cosigned) {
        return std::tuple(cosigned.lines > m_cosigners.size() / 2, cosigned.checkpoint.size.value,
                          cosigned.lines);
    };
    return rank(one) > rank(other);
}

void LogKeeper::countWitnessed() {
    m_health.witnessedLeaves = m_witnessed ? m_witnessed->checkpoint.size.value : 0;
}

void LogKeeper::place(Cosigned cosigned) {
    const std::lock_guard lock(m_mutex);
    if (!m_witnessed || saysMore(cosigned, *m_witnessed))
        m_witnessed = cosigned;
    if (!m_gathering || m_gathering->checkpoint.size <= cosigned.checkpoint.size)
        m_gathering = std::move(cosigned);
    countWitnessed();
}

Result<cosigner::AddCheckpoint> LogKeeper::requestFor(log::TreeSize old, const std::string& note) const {
    TEKEN_TRY(const auto asked, openCosigned(note));
    const auto size = asked.checkpoint.size;
    if (old > size)
        return fail(ErrorCode::InvalidInput, "log.shrunk",
                    "expected a witness that has signed for at most " + std::to_string(size.value) +
                        " leaves, found " + std::to_string(old.value));
    cosigner::AddCheckpoint request{old, {}, note};
    if (old.value > 0 && old < size) {
        TEKEN_TRY(request.proof, log::proveConsistency(old, size, m_book.log().nodes()));
    }
    return request;
}

Result<cosigner::Collected> LogKeeper::addCosignatures(const std::string& note,
                                                       std::span<const cosigner::Testimony> testimonies) {
    TEKEN_TRY(const auto asked, openCosigned(note));
    const auto& checkpoint = asked.checkpoint;
    TEKEN_TRY(const auto newest, published());
    const bool ours = checkpoint.origin == m_origin && checkpoint.size <= newest.checkpoint.size;
    const auto root =
        ours ? log::rootOf(checkpoint.size, m_book.log().nodes()) : Result<Digest>(fail(Error{}));
    if (!root || *root != checkpoint.root)
        return fail(ErrorCode::VerificationFailed, "log.other-tree",
                    "expected a checkpoint of this log's tree, found another's");
    // Onto whatever lines this checkpoint has already: witnesses answer at different times.
    std::string base = note;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto* cosigned : {&m_witnessed, &m_gathering})
            if (*cosigned && (*cosigned)->checkpoint == checkpoint && (*cosigned)->lines >= asked.lines)
                base = (*cosigned)->note;
    }
    TEKEN_TRY(auto collected, cosigner::collectCosignatures(base, m_self, testimonies));
    TEKEN_TRY(auto cosigned, openCosigned(collected.note));
    if (cosigned.lines == 0)
        return collected;
    const bool better = [&] {
        const std::lock_guard lock(m_mutex);
        return !m_witnessed || saysMore(cosigned, *m_witnessed);
    }();
    if (better)
        TEKEN_CHECK(m_files->writeAtomic(m_witnessedFile, view(collected.note)));
    place(std::move(cosigned));
    return collected;
}

void LogKeeper::noteCosigner(const CosignerHealth& health) {
    const std::lock_guard lock(m_mutex);
    for (auto& known : m_health.cosigners)
        if (known.name == health.name)
            known = health;
}

} // namespace teken::sync::server
