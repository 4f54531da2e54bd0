#include "app/teken/controllers/send_controller.h"

namespace teken::app {

SendController::SendController(SendService& service, PlacesService& places, QObject* parent)
    : PageController(parent), m_service(service), m_placesService(places) {
    m_second.setInterval(1'000);
    connect(&m_second, &QTimer::timeout, this, [this] { setRetry(m_retryInSeconds - 1); });
    connect(&service, &SendService::statusChanged, this, &SendController::readStatus);
    connect(&service, &SendService::carriedChanged, this, &SendController::carriedChanged);
    connect(&places, &PlacesService::placesChanged, this, &SendController::refreshPlaces);
    readStatus();
}

void SendController::readStatus() {
    m_status = m_service.status();
    setRetry(m_status.retryInSeconds);
    emit statusChanged();
}

void SendController::setRetry(int seconds) {
    // The countdown stops at zero: what follows is the service's next report, never a promise of the screen.
    const int now = m_status.retryInSeconds < 0 ? -1 : std::max(seconds, 0);
    if (now > 0)
        m_second.start();
    else
        m_second.stop();
    if (m_retryInSeconds == now)
        return;
    m_retryInSeconds = now;
    emit retryChanged();
}

void SendController::send() {
    if (!isBusy() && !m_status.sending)
        m_service.sendNow(answer([] {}));
}

void SendController::cancel() {
    m_service.cancelSending();
}

void SendController::refreshPlaces() {
    m_placesService.listPlaces(listen<QList<PlaceRow>>([this](QList<PlaceRow> places) {
        m_places.replaceAll(std::move(places));
        m_placesLoaded = true;
        emit placesChanged();
    }));
    m_placesService.listFiles(listen<QList<FileRow>>([this](QList<FileRow> files) {
        m_files.replaceAll(std::move(files));
        emit placesChanged();
    }));
}

void SendController::saveTo(const QString& folder) {
    if (isBusy() || folder.trimmed().isEmpty())
        return;
    m_service.saveToFolder(folder.trimmed(), answer<SavedBundle>([this](SavedBundle bundle) {
                               m_bundle = std::move(bundle);
                               emit savedPathChanged();
                           }));
}

void SendController::load(const QString& file) {
    if (!isBusy() && !file.isEmpty())
        m_service.loadFile(file, answer<TakenFile>([this](TakenFile taken) {
                               m_taken = taken;
                               emit savedPathChanged();
                           }));
}

void SendController::cancelCarrying() {
    m_service.cancelCarrying();
}

void SendController::forgetSavedPath() {
    dismissFailure();
    m_bundle = {};
    m_taken.reset();
    emit savedPathChanged();
}

void SendController::retranslate() {
    PageController::retranslate();
    emit statusChanged();
}

} // namespace teken::app
