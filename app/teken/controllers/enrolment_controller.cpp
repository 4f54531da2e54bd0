#include "app/teken/controllers/enrolment_controller.h"

#include "app/teken/controllers/secret_text.h"

namespace teken::app {

EnrolmentController::EnrolmentController(EnrolmentService& service, QObject* parent)
    : PageController(parent), m_service(service) {}

EnrolmentController::Obstacle EnrolmentController::obstacle(const QString& officerName,
                                                            const QString& deviceName,
                                                            const QString& passphrase,
                                                            const QString& again) const {
    if (officerName.trimmed().isEmpty())
        return NeedsOfficerName;
    if (deviceName.trimmed().isEmpty())
        return NeedsDeviceName;
    if (passphrase.isEmpty())
        return NeedsPassphrase;
    if (passphrase.size() < kShortestPassphrase)
        return PassphraseTooShort;
    return passphrase == again ? Ready : PassphrasesDiffer;
}

void EnrolmentController::writeRequest(const QString& officerName, const QString& deviceName,
                                       const QString& passphrase, const QString& folder) {
    if (isBusy())
        return;
    EnrolmentRequest request{officerName.trimmed(), deviceName.trimmed(), folder, secretFrom(passphrase)};
    m_service.writeRequest(std::move(request), answer<QString>([this](const QString& file) {
                               m_writtenFile = file;
                               emit writtenFileChanged();
                           }));
}

void EnrolmentController::load(const QString& file, const QString& rootFingerprint,
                               const QString& passphrase) {
    if (isBusy())
        return;
    ProvisioningRequest request{file, rootFingerprint, secretFrom(passphrase)};
    m_service.loadProvisioning(std::move(request), answer<QString>([this](const QString& drive) {
                                   m_drive = drive;
                                   emit driveChanged();
                                   emit enrolled();
                               }));
}

} // namespace teken::app
