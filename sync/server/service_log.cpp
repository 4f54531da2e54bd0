// The service's log: turns at the book, and nothing else.
#include "sync/server/log_keeper.h"
#include "sync/server/service.h"
#include "sync/server/turn.h"

#include <algorithm>

namespace teken::sync::server {

namespace {

constexpr std::size_t kPlacesInATurn = 50;

tl::unexpected<Error> off() {
    return fail(ErrorCode::NotFound, "log.off", "this server keeps no log");
}

} // namespace

Result<> Service::keepLog(const LogSeat& seat) {
    TEKEN_TRY(const auto turn, takeTurn());
    TEKEN_TRY(m_log, LogKeeper::open(m_book, m_ledger, m_clock, seat));
    m_log->tend();
    return {};
}

bool Service::tendLog() {
    if (!m_log)
        return false;
    const bool more = [&] {
        const auto turn = takeTurn();
        return turn && m_log->tend();
    }();
    return more && m_waiting == 0; // an old server's catching up lets everybody else go first
}

Result<LogProofsAnswer> Service::logProofs(const LogProofsRequest& request) {
    if (!m_log)
        return off();
    LogProofsAnswer answer;
    {
        TEKEN_TRY(const auto turn, takeTurn());
        m_log->tend(); // who asks about what was just stored gets it, if a signature is due
        TEKEN_TRY(answer, m_log->beginAnswer(request));
    }
    TEKEN_TRY(const auto note, log::parseNote(answer.checkpoint));
    TEKEN_TRY(const auto checkpoint, log::parseCheckpoint(note.text));
    // Some at a time: storing does not wait for a long question. The tree under this checkpoint never
    // changes.
    for (std::span<const EntryId> rest = request.entries; !rest.empty();) {
        const auto some = rest.first(std::min(kPlacesInATurn, rest.size()));
        rest = rest.subspan(some.size());
        TEKEN_TRY(const auto turn, takeTurn());
        TEKEN_CHECK(m_log->addPlaces(some, checkpoint.size, answer));
    }
    return answer;
}

Result<std::string> Service::logCheckpoint() {
    return m_log ? m_log->checkpoint() : off();
}

Result<Bytes> Service::logTile(const log::TileId& tile) {
    if (!m_log)
        return off();
    TEKEN_TRY(const auto turn, takeTurn());
    return m_log->tile(tile);
}

Result<cosigner::AddCheckpoint> Service::cosignerRequest(log::TreeSize old, const std::string& note) {
    if (!m_log)
        return off();
    TEKEN_TRY(const auto turn, takeTurn());
    return m_log->requestFor(old, note);
}

Result<cosigner::Collected> Service::addCosignatures(const std::string& note,
                                                     std::span<const cosigner::Testimony> testimonies) {
    if (!m_log)
        return off();
    TEKEN_TRY(const auto turn, takeTurn());
    return m_log->addCosignatures(note, testimonies);
}

void Service::noteCosigner(const CosignerHealth& health) {
    if (m_log)
        m_log->noteCosigner(health);
}

LogHealth Service::logHealth() const {
    return m_log ? m_log->health() : LogHealth{};
}

} // namespace teken::sync::server
