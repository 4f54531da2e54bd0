#include "app/teken/desk_services/unlock_desk.h"

namespace teken::app {

void UnlockDesk::describeDevice(Finish<DeviceInfo> finish) {
    // A change of what is known: the counters of a locked laptop show on its first page.
    m_line.change<DeviceInfo>(std::move(finish), [](LaptopDesk& desk) { return desk.describe(); });
}

void UnlockDesk::unlock(const FeedId& officer, crypto::SecretBytes passphrase, Finish<Welcome> finish) {
    m_line.unlock(officer, std::move(passphrase), std::move(finish));
}

void UnlockDesk::lock(Finish<> finish) {
    m_line.lock(std::move(finish));
}

void UnlockDesk::writeRequest(EnrolmentRequest request, Finish<QString> finish) {
    auto kept = std::make_shared<EnrolmentRequest>(std::move(request));
    m_line.change<QString>(std::move(finish), [kept](LaptopDesk& desk) {
        auto written = desk.writeRequest(*kept);
        kept->passphrase = {};
        return written;
    });
}

void UnlockDesk::loadProvisioning(ProvisioningRequest request, Finish<QString> finish) {
    auto kept = std::make_shared<ProvisioningRequest>(std::move(request));
    m_line.change<QString>(std::move(finish), [kept](LaptopDesk& desk) {
        auto drive = desk.loadProvisioning(*kept);
        kept->passphrase = {};
        return drive;
    });
}

} // namespace teken::app
