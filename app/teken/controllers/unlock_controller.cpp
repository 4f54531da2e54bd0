#include "app/teken/controllers/unlock_controller.h"

#include "app/teken/controllers/secret_text.h"

namespace teken::app {

UnlockController::UnlockController(UnlockService& service, QObject* parent)
    : PageController(parent), m_service(service) {
    connect(this, &PageController::failureChanged, this, [this] {
        if (!m_unlocked && error().reason == "store.wrong-passphrase")
            emit refused();
    });
}

void UnlockController::select(int index) {
    if (m_selected == index || (index >= 0 && !m_officers.row(index)))
        return;
    m_selected = index;
    dismissFailure();
    emit selectedChanged();
}

QString UnlockController::selectedName() const {
    const auto* officer = m_officers.row(m_selected);
    return officer ? officer->name : QString();
}

void UnlockController::refresh() {
    m_service.describeDevice(answer<DeviceInfo>([this](DeviceInfo device) {
        m_device = std::move(device);
        m_officers.replaceAll(m_device.officers);
        m_selected = m_officers.count() > 0 ? 0 : -1;
        setZone(m_device.zone);
        emit deviceChanged();
        emit selectedChanged();
    }));
}

void UnlockController::unlock(const QString& passphrase) {
    const auto* officer = m_officers.row(m_selected);
    if (!officer || isBusy() || passphrase.isEmpty())
        return;
    m_service.unlock(officer->officer, secretFrom(passphrase), answer<Welcome>([this](Welcome welcome) {
                         m_welcome = std::move(welcome);
                         m_unlocked = true;
                         setZone(m_welcome.zone);
                         emit unlockedChanged();
                         emit unlocked();
                     }));
}

void UnlockController::lock() {
    if (!m_unlocked)
        return;
    // The screen is covered at once; the keys follow as soon as work under way has ended.
    m_unlocked = false;
    m_welcome = {};
    emit unlockedChanged();
    emit locked();
    m_service.lock(answer([] {}));
}

void UnlockController::setZone(const QString& zone) {
    if (m_zone == zone)
        return;
    m_zone = zone;
    emit zoneChanged();
}

void UnlockController::dismissWelcome() {
    m_welcome.afterCrash = false;
    m_welcome.unfinishedName.clear();
    emit unlockedChanged();
}

void UnlockController::forgetUnfinished(const QString& name) {
    if (name.isEmpty() || m_welcome.unfinishedName != name)
        return;
    m_welcome.unfinishedName.clear();
    emit unlockedChanged();
}

} // namespace teken::app
