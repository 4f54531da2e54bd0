// Sessions of the fake laptop: opening, pausing, closing.
#include "fake_people.h"
#include "fake_world.h"

namespace teken::app::test {

const PledgeText& FakeDesk::addVillageText() {
    auto text = texts.constFirst();
    text.code = QStringLiteral("PMK-DESA");
    text.title = QStringLiteral("Ikrar Netralitas Kepala Desa dan Perangkat Desa");
    text.fingerprint = QString(64, QLatin1Char('b'));
    text.kinds = {QStringLiteral("village-head"), QStringLiteral("village-staff")};
    texts.append(text);
    return texts.constLast();
}

namespace {

SessionId newSession() {
    SessionId id;
    id.bytes[0] = 0x5E;
    id.bytes[15] = 9;
    return id;
}

} // namespace

void FakeSessions::listSessions(Finish<QList<SessionRow>> finish) {
    m_desk.answer<QList<SessionRow>>("listSessions", std::move(finish), [this] { return m_desk.sessions; });
}

void FakeSessions::checkHealth(Finish<LaptopHealth> finish) {
    m_desk.answer<LaptopHealth>("checkHealth", std::move(finish), [this] { return m_desk.health; });
}

void FakeSessions::listUnits(Finish<QList<UnitRow>> finish) {
    m_desk.answer<QList<UnitRow>>("listUnits", std::move(finish), [this] { return m_desk.units; });
}

void FakeSessions::listTexts(std::optional<SessionId>, Finish<QList<PledgeText>> finish) {
    m_desk.answer<QList<PledgeText>>("listTexts", std::move(finish), [this] { return m_desk.texts; });
}

void FakeSessions::open(const SessionPlan& plan, Finish<SessionId> finish) {
    m_desk.lastPlan = plan;
    m_desk.answer<SessionId>("open", std::move(finish), [this, plan] {
        SessionRow row = m_desk.sessions.value(0);
        row.session = plan.planned.value_or(newSession());
        row.place = plan.place;
        row.signedCount = 0;
        row.state = SessionState::Open;
        row.startsAt = m_desk.now;
        for (const auto& unit : m_desk.units) {
            if (unit.code == plan.unitCode) {
                row.unit = unit.name;
                row.expectedCount = unit.people;
            }
        }
        m_desk.running = {row, plan.head, {}, m_desk.running.code, 0, 0};
        m_desk.readAt.clear();
        m_desk.people = inventPeople(row.expectedCount, row.unit, {});
        return row.session;
    });
}

void FakeSessions::describe(const SessionId&, Finish<RunningSession> finish) {
    m_desk.answer<RunningSession>("describe", std::move(finish), [this] {
        // A scene that only says when it was read means all of it.
        if (m_desk.readAt.isEmpty() && m_desk.running.readJointlyAt.isValid())
            for (const auto& text : m_desk.texts)
                m_desk.readAt[text.fingerprint] = m_desk.running.readJointlyAt;
        m_desk.running.textsUnread = int(m_desk.texts.size() - m_desk.readAt.size());
        return m_desk.running;
    });
}

void FakeSessions::pause(const SessionId&, PauseKind::Value kind, Finish<> finish) {
    m_desk.lastPause = kind;
    m_desk.answer<void>("pause", std::move(finish), [this] {
        m_desk.running.row.state = SessionState::Paused;
        return Result<>();
    });
}

void FakeSessions::resume(const SessionId&, Finish<> finish) {
    m_desk.answer<void>("resume", std::move(finish), [this] {
        m_desk.running.row.state = SessionState::Open;
        return Result<>();
    });
}

void FakeSessions::summarize(const SessionId&, Finish<ClosingSummary> finish) {
    m_desk.answer<ClosingSummary>("summarize", std::move(finish), [this] { return m_desk.closing; });
}

void FakeSessions::dropUnfinishedInk(const SessionId&, Finish<> finish) {
    m_desk.answer<void>("dropUnfinishedInk", std::move(finish), [this] {
        m_desk.closing.unfinishedInk = 0;
        m_desk.closing.unfinishedPeople.clear();
        return Result<>();
    });
}

void FakeSessions::close(const SessionId&, const ClosingInk& ink, bool, Finish<> finish) {
    m_desk.answer<void>("close", std::move(finish), [this, ink] {
        m_desk.closingInk = ink;
        m_desk.running.row.state = SessionState::Closed;
        return Result<>();
    });
}

} // namespace teken::app::test
