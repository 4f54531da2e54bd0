#include "app/teken/controllers/close_controller.h"

#include <utility>

namespace teken::app {

CloseController::CloseController(SessionService& service, QObject* parent)
    : PageController(parent), m_service(service) {
    for (auto* sheet : {&m_head, &m_witnessOne, &m_witnessTwo})
        connect(sheet, &InkSheet::changed, this, &CloseController::obstacleChanged);
    connect(this, &CloseController::summaryChanged, this, &CloseController::obstacleChanged);
    connect(this, &PageController::busyChanged, this, [this] { lockInk(isBusy() || m_closed); });
    connect(&service, &SessionService::sessionsChanged, this, [this] {
        if (m_loaded)
            read();
    });
}

void CloseController::begin(const SessionRow& session) {
    m_session = session;
    m_summary = {};
    m_loaded = false;
    m_closed = false;
    lockInk(false);
    for (auto* sheet : {&m_head, &m_witnessOne, &m_witnessTwo})
        sheet->clear();
    emit summaryChanged();
    emit closedChanged();
    read();
}

void CloseController::read() {
    m_service.summarize(m_session.session, listen<ClosingSummary>(
                                               [this](ClosingSummary summary) {
                                                   m_summary = std::move(summary);
                                                   if (!std::exchange(m_loaded, true))
                                                       dismissFailure(); // of a reading before
                                                   emit summaryChanged();
                                               },
                                               [this] { read(); }));
}

bool CloseController::countsMatch() const {
    return m_summary.signedHere + m_summary.signedElsewhere + m_summary.excused + m_summary.absent +
               m_summary.refused + m_summary.notYet ==
           m_summary.expected;
}

bool CloseController::hasInk() const {
    return !m_closed &&
           (m_head.strokeCount() > 0 || m_witnessOne.strokeCount() > 0 || m_witnessTwo.strokeCount() > 0);
}

CloseController::Obstacle CloseController::obstacle() const {
    if (!m_loaded)
        return NotLoaded;
    if (m_summary.unfinishedInk > 0)
        return UnfinishedInk;
    if (!countsMatch())
        return CountsDiffer;
    if (m_head.amount() != InkSheet::Enough)
        return NeedsHeadInk;
    if (m_witnessOne.amount() != InkSheet::Enough)
        return NeedsWitnessOneInk;
    return m_witnessTwo.amount() == InkSheet::Enough ? Ready : NeedsWitnessTwoInk;
}

void CloseController::close() {
    if (isBusy() || m_closed || obstacle() != Ready)
        return;
    const ClosingInk ink{m_head.strokes(), m_witnessOne.strokes(), m_witnessTwo.strokes()};
    m_service.close(m_session.session, ink,
                    answer(
                        [this] {
                            m_closed = true;
                            m_session.state = SessionState::Closed;
                            lockInk(true);
                            emit closedChanged();
                            emit summaryChanged();
                        },
                        [this] { close(); }));
}

void CloseController::lockInk(bool locked) {
    for (auto* sheet : {&m_head, &m_witnessOne, &m_witnessTwo})
        sheet->setLocked(locked);
}

void CloseController::forget() {
    PageController::forget();
    lockInk(false);
    for (auto* sheet : {&m_head, &m_witnessOne, &m_witnessTwo})
        sheet->clear();
    m_summary = {};
    m_loaded = false;
    emit summaryChanged();
}

} // namespace teken::app
