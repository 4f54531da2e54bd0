#include "app/teken/controllers/close_controller.h"

#include <algorithm>

namespace teken::app {

CloseController::CloseController(SessionService& service, QObject* parent)
    : PageController(parent), m_service(service) {
    for (const auto& sheet : m_sheets)
        connect(&sheet, &InkSheet::changed, this, &CloseController::obstacleChanged);
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
    for (auto& sheet : m_sheets)
        sheet.clear();
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

InkSheet* CloseController::ink(int signer) {
    return signer >= 0 && signer < static_cast<int>(m_sheets.size())
               ? &m_sheets[static_cast<std::size_t>(signer)]
               : nullptr;
}

int CloseController::signers() const {
    return static_cast<int>(std::min<std::size_t>(m_summary.signers.size(), m_sheets.size()));
}

void CloseController::takeSigned() {
    if (isBusy())
        return; // its end says more
    if (isMinutesOnly() && !m_summary.inkStands.contains(false)) {
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
    return !m_closed && std::any_of(m_sheets.begin(), m_sheets.end(),
                                    [](const auto& sheet) { return sheet.strokeCount() > 0; });
}

CloseController::Obstacle CloseController::obstacle() const {
    if (!m_loaded)
        return NotLoaded;
    // What the closing says stands; only ink can be missing.
    if (!isMinutesOnly() && m_summary.unfinishedInk > 0)
        return UnfinishedInk;
    if (!isMinutesOnly() && !countsMatch())
        return CountsDiffer;
    return waitsFor() < 0 ? Ready : NeedsInk;
}

int CloseController::waitsFor() const {
    for (int i = 0; i < signers(); ++i)
        if (!stands(i) && m_sheets[static_cast<std::size_t>(i)].amount() != InkSheet::Enough)
            return i;
    return -1;
}

void CloseController::close() {
    if (obstacle() == Ready)
        closeNow(false);
}

void CloseController::closeWithoutInk() {
    if (mayCloseWithoutInk())
        closeNow(true);
}

void CloseController::closeNow(bool minutesMayFollow) {
    if (isBusy() || m_closed)
        return;
    ClosingInk ink;
    for (int i = 0; i < signers(); ++i) {
        const auto& sheet = m_sheets[static_cast<std::size_t>(i)];
        // A scribble of somebody who left is no signature.
        ink.append(sheet.amount() == InkSheet::Enough ? sheet.strokes() : InkStrokes());
    }
    m_service.close(m_session.session, ink, minutesMayFollow,
                    answer(
                        [this] {
                            m_closed = true;
                            m_session.state = SessionState::Closed;
                            lockInk(true);
                            emit closedChanged();
                            emit summaryChanged();
                        },
                        [this, minutesMayFollow] { closeNow(minutesMayFollow); }));
}

void CloseController::dropUnfinishedInk() {
    if (isBusy() || m_summary.unfinishedInk == 0)
        return;
    m_service.dropUnfinishedInk(m_session.session, answer(
                                                       [this, people = m_summary.unfinishedPeople] {
                                                           emit inkDropped(people);
                                                           read();
                                                       },
                                                       [this] { dropUnfinishedInk(); }));
}

void CloseController::lockInk(bool locked) {
    for (std::size_t i = 0; i < m_sheets.size(); ++i)
        m_sheets[i].setLocked(locked || stands(static_cast<int>(i)));
}

void CloseController::forget() {
    PageController::forget();
    m_summary = {};
    lockInk(false);
    for (auto& sheet : m_sheets)
        sheet.clear();
    m_loaded = false;
    emit summaryChanged();
}

} // namespace teken::app
