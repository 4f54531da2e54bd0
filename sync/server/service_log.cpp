// The service's log: turns at the book, and nothing else.
#include "sync/server/log_keeper.h"
#include "sync/server/service.h"
#include "sync/server/turn.h"

namespace teken::sync::server {

namespace {

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
    const auto turn = takeTurn();
    return turn && m_log->tend();
}

Result<LogProofsAnswer> Service::logProofs(const LogProofsRequest& request) {
    if (!m_log)
        return off();
    TEKEN_TRY(const auto turn, takeTurn());
    m_log->tend(); // who asks about what was just stored gets it, if a signature is due
    return m_log->proofs(request);
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

LogHealth Service::logHealth() const {
    return m_log ? m_log->health() : LogHealth{};
}

} // namespace teken::sync::server
