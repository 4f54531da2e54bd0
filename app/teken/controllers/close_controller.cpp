#include "app/teken/controllers/close_controller.h"

#include <algorithm>

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
                                                   takeSigned();
                                                   emit summaryChanged();
                                               },
                                               [this] { read(); }));
}

std::array<std::pair<InkSheet*, bool>, 3> CloseController::sheets() {
    return {{{&m_head, m_summary.headSigned},
             {&m_witnessOne, m_summary.witnessOneSigned},
             {&m_witnessTwo, m_summary.witnessTwoSigned}}};
}

void CloseController::takeSigned() {
    if (isBusy())
        return; // its end says more
    const auto all = sheets();
    if (isMinutesOnly() && std::all_of(all.begin(), all.end(), [](const auto& one) { return one.second; })) {
        m_closed = true;
        m_session.state = SessionState::Closed;
        emit closedChanged();
    }
    lockInk(m_closed);
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
    // What the closing says stands; only ink can be missing.
    if (!isMinutesOnly() && m_summary.unfinishedInk > 0)
        return UnfinishedInk;
    if (!isMinutesOnly() && !countsMatch())
        return CountsDiffer;
    if (!m_summary.headSigned && m_head.amount() != InkSheet::Enough)
        return NeedsHeadInk;
    if (!m_summary.witnessOneSigned && m_witnessOne.amount() != InkSheet::Enough)
        return NeedsWitnessOneInk;
    if (!m_summary.witnessTwoSigned && m_witnessTwo.amount() != InkSheet::Enough)
        return NeedsWitnessTwoInk;
    return Ready;
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
    for (const auto& [sheet, stands] : sheets())
        sheet->setLocked(locked || stands);
}

void CloseController::forget() {
    PageController::forget();
    m_summary = {};
    lockInk(false);
    for (auto* sheet : {&m_head, &m_witnessOne, &m_witnessTwo})
        sheet->clear();
    m_loaded = false;
    emit summaryChanged();
}

} // namespace teken::app
