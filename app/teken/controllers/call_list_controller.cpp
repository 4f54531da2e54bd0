#include "app/teken/controllers/call_list_controller.h"

namespace teken::app {

CallListController::CallListController(FlowsService& flows, QObject* parent)
    : PageController(parent), m_flows(flows) {}

void CallListController::setShown(bool shown) {
    if (m_shown == shown)
        return;
    m_shown = shown;
    emit shownChanged();
    read();
}

void CallListController::follow(const SessionRow& session, const std::optional<PersonId>& passed) {
    m_session = session.session;
    m_passed = passed;
    m_unit = session.unit;
    m_place = session.place;
    m_waiting = session.state != SessionState::Open;
    emit listChanged();
    read();
}

void CallListController::read() {
    const auto asked = ++m_asked;
    if (!m_shown || m_session.isZero())
        return;
    m_flows.upcoming(m_session, m_passed, kShown, listen<QList<CallRow>>([this, asked](QList<CallRow> rows) {
                         if (asked != m_asked)
                             return;
                         m_rows.replaceAll(std::move(rows));
                         m_loaded = true;
                         emit listChanged();
                     }));
}

void CallListController::forget() {
    PageController::forget();
    setShown(false);
    m_session = {};
    m_passed.reset();
    m_rows.clear();
    m_unit.clear();
    m_place.clear();
    m_loaded = false;
    emit listChanged();
}

} // namespace teken::app
