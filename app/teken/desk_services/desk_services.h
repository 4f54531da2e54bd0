// Every service of the app over one real book. Made by main() and by tests; GUI thread.
#pragma once

#include "app/teken/app.h"
#include "app/teken/desk_services/audit_desk.h"
#include "app/teken/desk_services/flows_desk.h"
#include "app/teken/desk_services/letterhead_desk.h"
#include "app/teken/desk_services/mounted_places.h"
#include "app/teken/desk_services/papers_desk.h"
#include "app/teken/desk_services/send_desk.h"
#include "app/teken/desk_services/sessions_desk.h"
#include "app/teken/desk_services/signing_desk.h"
#include "app/teken/desk_services/unlock_desk.h"

namespace teken::app {

class DeskServices {
public:
    explicit DeskServices(const Outside& outside,
                          const QString& powerFolder = QStringLiteral("/sys/class/power_supply"),
                          std::unique_ptr<Printer> printer = std::make_unique<CupsPrinter>());
    /// Ends what is under way, says goodbye and locks. After the App is gone.
    ~DeskServices();
    DeskServices(const DeskServices&) = delete;
    DeskServices& operator=(const DeskServices&) = delete;

    /// For the App; valid as long as this.
    [[nodiscard]] Services services();

private:
    void take(const LineNews& news);

    std::unique_ptr<DeskLine> m_line;
    UnlockDesk m_unlock;
    SessionsDesk m_sessions;
    SigningDesk m_signing;
    FlowsDesk m_flows;
    SendDesk m_send;
    QueueDesk m_queue;
    MountedPlaces m_places;
    PapersDesk m_papers;
    LetterheadDesk m_letterhead;
    AuditDesk m_audit;
    desk::QueueCounts m_counts;
    bool m_unlocked = false;
};

} // namespace teken::app
