// Sessions and the laptop's health over the real desk.
#pragma once

#include "app/teken/desk_services/desk_line.h"
#include "app/teken/services/session_service.h"

namespace teken::app {

class SessionsDesk final : public SessionService {
public:
    SessionsDesk(DeskLine& line, QString powerFolder) : m_line(line), m_power(std::move(powerFolder)) {}
    void listSessions(Finish<QList<SessionRow>> finish) override;
    void checkHealth(Finish<LaptopHealth> finish) override;
    void listUnits(Finish<QList<UnitRow>> finish) override;
    void listTexts(std::optional<SessionId> session, Finish<QList<PledgeText>> finish) override;
    void open(const SessionPlan& plan, Finish<SessionId> finish) override;
    void describe(const SessionId& session, Finish<RunningSession> finish) override;
    void pause(const SessionId& session, PauseKind::Value kind, Finish<> finish) override;
    void resume(const SessionId& session, Finish<> finish) override;
    void summarize(const SessionId& session, Finish<ClosingSummary> finish) override;
    void close(const SessionId& session, const ClosingInk& ink, bool minutesMayFollow,
               Finish<> finish) override;
    void dropUnfinishedInk(const SessionId& session, Finish<> finish) override;

private:
    DeskLine& m_line;
    QString m_power;
};

} // namespace teken::app
