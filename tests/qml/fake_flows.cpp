// The table of the fake laptop: calling people, corrections, papers, special events.
#include "fake_world.h"

namespace teken::app::test {

QList<PersonRow> FakeDesk::openPeople(std::optional<PersonId> after) const {
    QList<PersonRow> behind;
    QList<PersonRow> before;
    bool passed = !after;
    for (const auto& row : people) {
        if (row.state == PersonState::NotYet && !row.addedHere)
            (passed ? behind : before).append(row);
        passed = passed || row.person == *after;
    }
    return behind + before;
}

void FakeFlows::describeDrive(Finish<DriveCard> finish) {
    m_desk.answer<DriveCard>("describeDrive", std::move(finish), [this] { return m_desk.drive; });
}

void FakeFlows::spokenTexts(const SessionId&, Finish<QList<SpokenText>> finish) {
    m_desk.answer<QList<SpokenText>>("spokenTexts", std::move(finish), [this] {
        QList<SpokenText> texts;
        for (auto text : m_desk.texts) {
            text.opening = QStringLiteral("Dengan ini kami menyatakan akan:");
            texts.append({text, m_desk.readAt.value(text.fingerprint)});
        }
        return texts;
    });
}

void FakeFlows::noteJointReading(const SessionId&, const QString& fingerprint, Finish<> finish) {
    m_desk.answer<void>("noteJointReading", std::move(finish), [this, fingerprint] {
        m_desk.running.readJointlyAt = m_desk.readAt[fingerprint] = m_desk.now;
        emit m_desk.sessionsEdited();
        return Result<>();
    });
}

void FakeFlows::upcoming(const SessionId&, std::optional<PersonId> after, int limit,
                         Finish<QList<CallRow>> finish) {
    m_desk.answer<QList<CallRow>>("upcoming", std::move(finish), [this, after, limit] {
        QList<CallRow> rows;
        for (const auto& row : m_desk.openPeople(after).mid(0, limit))
            rows.append({row.name, row.unit, row.numberTail()});
        return rows;
    });
}

void FakeFlows::listMissing(const SessionId&, int limit, Finish<QList<PersonRow>> finish) {
    m_desk.answer<QList<PersonRow>>("listMissing", std::move(finish),
                                    [this, limit] { return m_desk.openPeople(std::nullopt).mid(0, limit); });
}

void FakeFlows::markMissing(const SessionId&, Finish<int> finish) {
    m_desk.answer<int>("markMissing", std::move(finish), [this] {
        int marked = 0;
        for (auto& row : m_desk.people) {
            if (row.state != PersonState::NotYet || row.addedHere)
                continue;
            row.state = PersonState::Absent;
            ++marked;
        }
        m_desk.closing.absent += m_desk.closing.notYet;
        m_desk.closing.notYet = 0;
        emit m_desk.sessionsEdited();
        return marked;
    });
}

void FakeFlows::proposeCorrection(const SessionId&, const PersonId&, CorrectionField::Value,
                                  const QString& value, Finish<> finish) {
    m_desk.answer<void>("proposeCorrection", std::move(finish), [this, value] {
        m_desk.corrections.append(value);
        return Result<>();
    });
}

void FakeFlows::signOnPaper(const SessionId&, const PersonId& person, const QString& scanFile,
                            Finish<SignedSlip> finish) {
    m_desk.answer<SignedSlip>(
        "signOnPaper", std::move(finish), [this, person, scanFile]() -> Result<SignedSlip> {
            if (scanFile.endsWith(QLatin1String(".docx")))
                return fail(ErrorCode::InvalidInput, "scan.kind", "no scan");
            m_desk.becomeSigned(person);
            return SignedSlip{m_desk.counts().signedHere, QStringLiteral("7KQ2-M0V9-TXAB-CDEFG"), m_desk.now,
                              m_desk.slipText};
        });
}

void FakeFlows::noteEvent(const SessionId&, const QString& text, Finish<> finish) {
    m_desk.answer<void>("noteEvent", std::move(finish), [this, text] {
        m_desk.events.append({text, m_desk.now});
        m_desk.closing.events = int(m_desk.events.size());
        emit m_desk.sessionsEdited();
        return Result<>();
    });
}

void FakeFlows::listEvents(const SessionId&, Finish<QList<EventRow>> finish) {
    m_desk.answer<QList<EventRow>>("listEvents", std::move(finish), [this] { return m_desk.events; });
}

} // namespace teken::app::test
