#include "sync/server/log_keeper.h"

#include "core/crypto/hash.h"
#include "core/store/entries.h"

namespace teken::sync::server {

namespace {

constexpr Milliseconds kBetweenSignatures{1000};
constexpr const char* kTwoRoles = "log.key-in-two-roles";

/// Damage and contradictions do not go away by trying again; a full disk does.
bool isForGood(const Error& error) {
    return error.code == ErrorCode::Conflict || error.code == ErrorCode::Corrupt ||
           error.code == ErrorCode::NotFound;
}

} // namespace

Result<std::unique_ptr<LogKeeper>> LogKeeper::open(store::Book& book, const ledger::Ledger& ledger,
                                                   const Clock& clock, const LogSeat& seat) {
    if (seat.key.publicKey() == seat.server)
        return fail(ErrorCode::InvalidInput, kTwoRoles,
                    "expected a key of the log's own, found the server's");
    std::unique_ptr<LogKeeper> keeper(new LogKeeper(book, ledger, clock, seat.key.feedId(), seat.origin));
    TEKEN_CHECK(
        book.write([&](store::Transaction& transaction) { return book.log().switchOn(transaction); }));
    TEKEN_TRY(const auto state, book.log().state());
    keeper->tell(LogHealth::State::Waiting, "log.no-checkpoint");
    auto signer = log::CheckpointSigner::open(seat.files, seat.state, seat.origin, seat.key);
    if (!signer && signer.error().code == ErrorCode::InvalidInput)
        return fail(signer.error());
    if (signer)
        keeper->m_signer.emplace(*std::move(signer));
    const bool forgotten = signer && state && state->published && !keeper->m_signer->last();
    const auto witnessed = keeper->loadWitnessed(seat);
    if (!signer || forgotten || !witnessed) {
        keeper->m_stopped = true;
        keeper->tell(LogHealth::State::Stopped, !signer      ? signer.error().reason
                                                : !witnessed ? witnessed.error().reason
                                                             : "log.signer-state-missing");
    }
    return keeper;
}

Result<std::string> LogKeeper::obstacle() const {
    TEKEN_TRY(const auto feed, m_ledger.feed(m_feed));
    if (!feed || !feed->role) // of no role, or of several, which is the same
        return std::string("log.not-certified");
    if (*feed->role != entry::Role::Log)
        return std::string(kTwoRoles);
    if (feed->revokedAfter)
        return std::string("log.revoked");
    return std::string(feed->name == m_origin ? "" : "log.other-origin");
}

bool LogKeeper::tend() {
    const auto more = tendOnce();
    if (more)
        return *more;
    if (isForGood(more.error())) {
        m_stopped = true;
        publish(std::nullopt);
        tell(LogHealth::State::Stopped, more.error().reason);
    } else {
        // Nothing contradictory: what was published stays true. Tried again a second later.
        m_signedAt = m_clock.monotonic();
        tell(health().state, more.error().reason);
    }
    return false;
}

Result<bool> LogKeeper::tendOnce() {
    TEKEN_TRY(const auto waiting, m_book.log().waiting());
    if (waiting > 0) {
        TEKEN_CHECK(m_book.write([](store::Transaction&) -> Result<> { return {}; }));
        return true;
    }
    TEKEN_TRY(const auto state, m_book.log().state());
    const auto size = state->range.size();
    {
        const std::lock_guard lock(m_mutex);
        m_health.leaves = size.value;
        if (m_stopped || (m_published && m_published->checkpoint.size == size))
            return false;
    }
    const auto now = m_clock.monotonic();
    if (m_signedAt && now - *m_signedAt < kBetweenSignatures)
        return false;
    TEKEN_TRY(const auto reason, obstacle());
    if (!reason.empty()) {
        publish(std::nullopt);
        tell(LogHealth::State::Waiting, reason);
        return false;
    }
    m_signedAt = now;
    TEKEN_CHECK(signTree(*state));
    return false;
}

Result<> LogKeeper::signTree(const store::LogState& state) {
    TEKEN_TRY(auto made, m_signer->sign(state.range.size(), state.range.root(), m_book.log().nodes()));
    if (!state.published) // from now on a missing state file is a reason to stop
        TEKEN_CHECK(m_book.write(
            [&](store::Transaction& transaction) { return m_book.log().setPublished(transaction); }));
    publish(std::move(made));
    tell(LogHealth::State::Running, {});
    return {};
}

void LogKeeper::publish(std::optional<log::CheckpointSigner::Signed> made) {
    const std::lock_guard lock(m_mutex);
    m_published = std::move(made);
    m_health.signedLeaves = m_published ? m_published->checkpoint.size.value : 0;
}

void LogKeeper::tell(LogHealth::State state, const std::string& reason) {
    const std::lock_guard lock(m_mutex);
    m_health.state = state;
    m_health.reason = reason;
}

Result<log::CheckpointSigner::Signed> LogKeeper::published() const {
    const std::lock_guard lock(m_mutex);
    if (m_published) {
        auto newest = *m_published;
        for (const auto* cosigned : {&m_gathering, &m_witnessed})
            if (*cosigned && (*cosigned)->checkpoint == newest.checkpoint)
                newest.note = (*cosigned)->note;
        return newest;
    }
    if (m_health.state == LogHealth::State::Stopped)
        return fail(ErrorCode::Locked, "log.stopped", "the log's signer has refused to go on");
    return fail(ErrorCode::Busy, "log.no-checkpoint", "no checkpoint has been signed yet");
}

Result<std::string> LogKeeper::checkpoint() const {
    TEKEN_TRY(auto newest, published());
    return std::move(newest.note);
}

LogHealth LogKeeper::health() const {
    const std::lock_guard lock(m_mutex);
    return m_health;
}

Result<LogProofsAnswer> LogKeeper::beginAnswer(const LogProofsRequest& request) const {
    if (request.entries.size() > kMostLogProofs)
        return fail(ErrorCode::InvalidInput, "sync.too-large",
                    "expected at most " + std::to_string(kMostLogProofs) + " entries");
    TEKEN_TRY(auto newest, published());
    const auto size = newest.checkpoint.size;
    const auto nodes = m_book.log().nodes();
    LogProofsAnswer answer;
    answer.checkpoint = std::move(newest.note);
    if (request.since && request.since->value == 0)
        answer.consistency.emplace();
    else if (request.since && *request.since <= size) {
        TEKEN_TRY(answer.consistency, log::proveConsistency(*request.since, size, nodes));
    }
    {
        const std::lock_guard lock(m_mutex);
        if (m_witnessed && m_witnessed->checkpoint.size < size)
            answer.witnessed = m_witnessed->note;
    }
    if (!answer.witnessed.empty()) {
        TEKEN_TRY(const auto before, openCosigned(answer.witnessed));
        TEKEN_TRY(answer.sinceWitnessed, log::proveConsistency(before.checkpoint.size, size, nodes));
    }
    return answer;
}

Result<> LogKeeper::addPlaces(std::span<const EntryId> entries, log::TreeSize size,
                              LogProofsAnswer& answer) const {
    const auto nodes = m_book.log().nodes();
    for (const auto& id : entries) {
        auto& proof = answer.proofs.emplace_back();
        TEKEN_TRY(const auto index, m_book.log().find(id));
        if (index && index->value < size.value) {
            proof.place = LogPlace::Included;
            proof.index = *index;
            TEKEN_TRY(proof.hashes, log::proveInclusion(*index, size, nodes));
            continue;
        }
        TEKEN_TRY(const bool here, m_book.entries().has(id));
        if (here)
            proof.place = LogPlace::Pending;
    }
    return {};
}

Result<Bytes> LogKeeper::tile(const log::TileId& tile) const {
    TEKEN_TRY(const auto newest, published());
    const auto there = log::tileWidthAt(newest.checkpoint.size, tile.level, tile.index);
    if (tile.width > there) // nothing beyond what is signed for
        return fail(ErrorCode::NotFound, "log.no-tile", "no such tile under the newest checkpoint");
    if (tile.entries) {
        TEKEN_TRY(const auto leaves, m_book.log().leaves({tile.index * log::kTileWidth}, tile.width));
        return log::encodeEntryBundle(leaves);
    }
    TEKEN_TRY(auto hashes, m_book.log().tile(tile.level, tile.index));
    if (hashes.size() < tile.width)
        return fail(ErrorCode::Corrupt, "log.tiles-damaged", "expected a longer tile");
    return log::encodeTile(std::span(hashes).first(tile.width));
}

} // namespace teken::sync::server
