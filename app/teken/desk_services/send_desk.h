// Sending, sticks and the queue over the real book and the sync worker.
#pragma once

#include "app/teken/desk_services/carrying.h"
#include "app/teken/desk_services/desk_line.h"
#include "app/teken/services/send_service.h"

namespace teken::app {

class SendDesk final : public SendService {
public:
    SendDesk(DeskLine& line, const Outside& outside);
    ~SendDesk() override;
    [[nodiscard]] SendStatus status() const override { return m_status; }
    void sendNow(Finish<> finish) override;
    void cancelSending() override { m_line.cancelSending(); }
    void saveToFolder(const QString& folder, Finish<SavedBundle> finish) override;
    void loadFile(const QString& file, Finish<TakenFile> finish) override;
    [[nodiscard]] double carried() const override { return m_carried; }
    void cancelCarrying() override { m_stop = true; }

    void take(const LineNews& news);
    /// Ends the file under way. While the line still stands.
    void close();

private:
    /// One stage of a file's way, told in whole percents: `from` + 0..1 times `share`.
    [[nodiscard]] CarryProgress stage(double from, double share);
    void setCarried(double part);
    /// The file's way is over, well or not; its copy on this laptop goes.
    template <class T>
    [[nodiscard]] Finish<T> whenCarried(Finish<T> finish);
    struct Taking;
    static constexpr std::size_t kItemsAtOnce = 100; ///< of a file, before others have their turn at the book
    [[nodiscard]] Result<std::shared_ptr<Taking>> openTaking(LaptopDesk& desk, CarryProgress progress);
    [[nodiscard]] static Result<bool> takeStep(LaptopDesk& desk, Taking& taking);
    void takeOn(std::shared_ptr<Taking> taking, Finish<TakenFile> done);

    DeskLine& m_line;
    const Clock& m_clock;
    const std::filesystem::path m_between; ///< the copy on this laptop, sealed as on the stick
    std::atomic_bool m_stop = false;
    StoppableStorage m_storage;
    double m_carried = -1;
    SendStatus m_status;
    std::vector<Finish<>> m_untilRoundEnds;
    WorkThread m_stick; ///< last: its work uses all of the above
};

class QueueDesk final : public QueueService {
public:
    explicit QueueDesk(DeskLine& line) : m_line(line) {}
    void list(EntryState::Value state, int limit, Finish<QList<QueueRow>> finish) override;

private:
    DeskLine& m_line;
};

} // namespace teken::app
