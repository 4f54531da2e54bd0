#include "app/teken/controllers/home_controller.h"

#include <cstdlib>

namespace teken::app {

namespace {

// A signature's time is marked uncertain beyond two minutes; beyond an hour the date itself may be wrong.
constexpr int kClockAttentionSeconds = 120;
constexpr int kClockStopSeconds = 3'600;
// A session of 300 people needs about 5 MB; the rest is room for the write-ahead log and a bundle.
constexpr qint64 kDiskStopBytes = 200LL * 1024 * 1024;
constexpr qint64 kDiskAttentionBytes = 1024LL * 1024 * 1024;
constexpr int kBatteryStopPercent = 10;
constexpr int kBatteryAttentionPercent = 25;

} // namespace

HomeController::HomeController(SessionService& service, QObject* parent)
    : PageController(parent), m_service(service) {
    connect(&service, &SessionService::sessionsChanged, this, [this] {
        if (m_loaded)
            refresh();
    });
}

HomeController::Level HomeController::clockLevel() const {
    if (!m_health.clockCompared)
        return Unknown;
    const int offset = std::abs(m_health.clockOffsetSeconds);
    return offset >= kClockStopSeconds ? Stop : offset >= kClockAttentionSeconds ? Attention : Good;
}

HomeController::Level HomeController::diskLevel() const {
    if (m_health.diskFreeBytes < 0)
        return Unknown;
    return m_health.diskFreeBytes < kDiskStopBytes        ? Stop
           : m_health.diskFreeBytes < kDiskAttentionBytes ? Attention
                                                          : Good;
}

HomeController::Level HomeController::batteryLevel() const {
    if (m_health.batteryPercent < 0)
        return Unknown;
    if (m_health.charging)
        return Good;
    return m_health.batteryPercent <= kBatteryStopPercent        ? Stop
           : m_health.batteryPercent <= kBatteryAttentionPercent ? Attention
                                                                 : Good;
}

void HomeController::refresh() {
    m_service.listSessions(answer<QList<SessionRow>>([this](QList<SessionRow> rows) {
        m_sessions.replaceAll(std::move(rows));
        m_loaded = true;
        emit loadedChanged();
    }));
    refreshHealth();
}

void HomeController::refreshHealth() {
    m_service.checkHealth(listen<LaptopHealth>([this](const LaptopHealth& health) {
        m_health = health;
        m_healthKnown = true;
        emit healthChanged();
    }));
}

void HomeController::choose(int index) {
    const auto* row = m_sessions.row(index);
    if (!row)
        return;
    if (row->state == SessionState::Planned)
        emit planChosen(*row);
    else
        emit sessionChosen(row->session);
}

void HomeController::retranslate() {
    PageController::retranslate();
    emit healthChanged();
}

void HomeController::forget() {
    PageController::forget();
    m_sessions.clear();
    m_loaded = false;
    m_health.rosterTrouble = {}; // the next officer's list may be another
    emit loadedChanged();
    emit healthChanged();
}

} // namespace teken::app
