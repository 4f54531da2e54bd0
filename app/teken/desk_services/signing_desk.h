// Finding people and putting down what happened with them, over the real desk.
#pragma once

#include "app/teken/desk_services/desk_line.h"
#include "app/teken/services/signing_service.h"

namespace teken::app {

class SigningDesk final : public SigningService, public RosterSearchService {
public:
    explicit SigningDesk(DeskLine& line) : m_line(line) {}
    void search(const SessionId& session, const QString& question, int limit,
                Finish<QList<PersonRow>> finish) override;
    void find(const SessionId& session, const PersonId& person, Finish<PersonRow> finish) override;
    void nextInList(const SessionId& session, std::optional<PersonId> after,
                    Finish<std::optional<PersonRow>> finish) override;
    void count(const SessionId& session, Finish<SessionCounts> finish) override;

    void begin(const SessionId& session, const PersonId& person, const SigningWishes& wishes,
               Finish<SigningSheet> finish) override;
    void keepStrokes(const SessionId& session, const PersonId& person, const InkStrokes& strokes,
                     Finish<> finish) override;
    void sign(const SessionId& session, const PersonId& person, const InkStrokes& ink,
              Finish<SignedSlip> finish) override;
    void excuse(const SessionId& session, const PersonId& person, ExcuseKind::Value kind,
                Finish<> finish) override;
    void refuse(const SessionId& session, const PersonId& person, Finish<> finish) override;
    void markAbsent(const SessionId& session, const PersonId& person, Finish<> finish) override;
    void addPerson(const SessionId& session, const NewPerson& person, Finish<PersonId> finish) override;
    void checkSlip(const QString& text, Finish<SlipVerdict> finish) override;
    void voidSignature(const SessionId& session, const PersonId& person, const VoidRequest& request,
                       Finish<> finish) override;
    void voidNote(const SessionId& session, const PersonId& person, const VoidRequest& request,
                  Finish<> finish) override;

private:
    DeskLine& m_line;
};

} // namespace teken::app
