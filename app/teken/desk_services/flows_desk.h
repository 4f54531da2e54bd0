// What else happens at a table, over the real desk.
#pragma once

#include "app/teken/desk_services/desk_line.h"
#include "app/teken/services/flows_service.h"

namespace teken::app {

class FlowsDesk final : public FlowsService {
public:
    explicit FlowsDesk(DeskLine& line) : m_line(line) {}
    void describeDrive(Finish<DriveCard> finish) override;
    void spokenTexts(const SessionId& session, Finish<QList<SpokenText>> finish) override;
    void noteJointReading(const SessionId& session, const QString& fingerprint, Finish<> finish) override;
    void upcoming(const SessionId& session, std::optional<PersonId> after, int limit,
                  Finish<QList<CallRow>> finish) override;
    void listMissing(const SessionId& session, int limit, Finish<QList<PersonRow>> finish) override;
    void markMissing(const SessionId& session, Finish<int> finish) override;
    void proposeCorrection(const SessionId& session, const PersonId& person, CorrectionField::Value field,
                           const QString& value, Finish<> finish) override;
    void signOnPaper(const SessionId& session, const PersonId& person, const QString& scanFile,
                     Finish<SignedSlip> finish) override;
    void noteEvent(const SessionId& session, const QString& text, Finish<> finish) override;
    void listEvents(const SessionId& session, Finish<QList<EventRow>> finish) override;

private:
    DeskLine& m_line;
};

} // namespace teken::app
