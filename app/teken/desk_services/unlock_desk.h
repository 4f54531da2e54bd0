// Unlocking and first start over the real book.
#pragma once

#include "app/teken/desk_services/desk_line.h"

namespace teken::app {

class UnlockDesk final : public UnlockService, public EnrolmentService {
public:
    explicit UnlockDesk(DeskLine& line) : m_line(line) {}
    void describeDevice(Finish<DeviceInfo> finish) override;
    void unlock(const FeedId& officer, crypto::SecretBytes passphrase, Finish<Welcome> finish) override;
    void lock(Finish<> finish) override;
    void writeRequest(EnrolmentRequest request, Finish<QString> finish) override;
    void loadProvisioning(ProvisioningRequest request, Finish<QString> finish) override;

private:
    DeskLine& m_line;
};

} // namespace teken::app
