// Sending, sticks and the queue over the real book and the sync worker.
#pragma once

#include "app/teken/desk_services/desk_line.h"
#include "app/teken/services/send_service.h"

namespace teken::app {

class SendDesk final : public SendService {
public:
    SendDesk(DeskLine& line, const Clock& clock) : m_line(line), m_clock(clock) {}
    ~SendDesk() override;
    [[nodiscard]] SendStatus status() const override { return m_status; }
    void sendNow(Finish<> finish) override;
    void cancelSending() override { m_line.cancelSending(); }
    void saveToFolder(const QString& folder, Finish<SavedBundle> finish) override;
    void loadFile(const QString& file, Finish<> finish) override;

    void take(const LineNews& news);

private:
    DeskLine& m_line;
    const Clock& m_clock;
    SendStatus m_status;
    std::vector<Finish<>> m_untilRoundEnds;
};

class QueueDesk final : public QueueService {
public:
    explicit QueueDesk(DeskLine& line) : m_line(line) {}
    void list(EntryState::Value state, int limit, Finish<QList<QueueRow>> finish) override;

private:
    DeskLine& m_line;
};

} // namespace teken::app
