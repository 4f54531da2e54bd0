#include "app/teken/controllers/open_session_controller.h"

#include <algorithm>

namespace teken::app {

namespace {

bool sameName(const QString& a, const QString& b) {
    return a.simplified().compare(b.simplified(), Qt::CaseInsensitive) == 0;
}

} // namespace

OpenSessionController::OpenSessionController(SessionService& service, QObject* parent)
    : PageController(parent), m_service(service) {}

void OpenSessionController::start(const std::optional<SessionRow>& planned) {
    m_plan = {};
    m_plannedUnit.clear();
    m_followUpOf.clear();
    m_unitIndex = -1;
    m_textIndex = -1;
    m_chosen.clear();
    m_loaded = false;
    if (planned) {
        m_plan.planned = planned->session;
        m_plan.place = planned->place;
        m_plannedUnit = planned->unit;
    }
    emit loadedChanged();
    emit formChanged();
    read();
}

void OpenSessionController::read() {
    m_service.listUnits(answer<QList<UnitRow>>([this](QList<UnitRow> units) {
        m_units.replaceAll(std::move(units));
        chooseUnitNamed(m_plannedUnit);
    }));
    m_service.listTexts(m_plan.planned, answer<QList<PledgeText>>([this](QList<PledgeText> texts) {
                            m_texts.replaceAll(std::move(texts));
                            chooseTextsByThemselves();
                            m_loaded = true;
                            emit loadedChanged();
                            emit formChanged();
                        }));
}

void OpenSessionController::startFollowUp(const SessionRow& closed, const QString& head) {
    start(std::nullopt);
    m_plan.parent = closed.session;
    m_plan.place = closed.place;
    m_plan.head = head;
    m_plannedUnit = closed.unit;
    m_followUpOf = closed.unit;
    emit formChanged();
}

void OpenSessionController::chooseUnitNamed(const QString& name) {
    for (int i = 0; i < m_units.count(); ++i)
        if (m_units.rows()[i].name == name)
            m_unitIndex = i;
    if (m_units.count() == 1)
        m_unitIndex = 0;
    emit formChanged();
}

void OpenSessionController::setUnitIndex(int index) {
    if (m_unitIndex == index)
        return;
    m_unitIndex = index;
    emit formChanged();
}

// The only text there is needs no choice, only to be read; a plan has made it.
void OpenSessionController::chooseTextsByThemselves() {
    m_chosen.clear();
    for (int i = 0; i < m_texts.count(); ++i)
        if (m_texts.count() == 1 || m_texts.rows()[i].planned)
            m_chosen.append(i);
    m_textIndex = m_chosen.isEmpty() ? -1 : m_chosen.constFirst();
}

void OpenSessionController::setTextIndex(int index) {
    if (index < 0)
        m_chosen.clear();
    else if (m_texts.row(index) && !m_chosen.contains(index))
        m_chosen.append(index);
    std::sort(m_chosen.begin(), m_chosen.end());
    m_textIndex = index;
    emit formChanged();
}

void OpenSessionController::toggleText(int index) {
    if (!m_texts.row(index))
        return;
    if (m_chosen.removeAll(index) > 0) {
        m_textIndex = index;
        emit formChanged();
    } else {
        setTextIndex(index);
    }
}

QString OpenSessionController::overlap() const {
    for (qsizetype i = 0; i < m_chosen.size(); ++i)
        for (qsizetype k = i + 1; k < m_chosen.size(); ++k) {
            const auto& one = m_texts.rows()[m_chosen[i]];
            const auto& other = m_texts.rows()[m_chosen[k]];
            for (const auto& kind : one.kinds)
                if (other.kinds.contains(kind))
                    return kind;
        }
    return {};
}

void OpenSessionController::change(QString& field, const QString& value) {
    if (field == value)
        return;
    field = value;
    emit formChanged();
}

PledgeText OpenSessionController::text() const {
    const auto* text = m_texts.row(m_textIndex);
    return text ? *text : PledgeText();
}

OpenSessionController::Obstacle OpenSessionController::obstacle() const {
    if (!m_units.row(m_unitIndex))
        return NeedsUnit;
    if (m_plan.place.trimmed().isEmpty())
        return NeedsPlace;
    if (m_plan.head.trimmed().isEmpty())
        return NeedsHead;
    if (m_plan.witnessOne.trimmed().isEmpty() || m_plan.witnessTwo.trimmed().isEmpty())
        return NeedsWitnesses;
    if (sameName(m_plan.witnessOne, m_plan.witnessTwo) || sameName(m_plan.head, m_plan.witnessOne) ||
        sameName(m_plan.head, m_plan.witnessTwo))
        return SamePersonTwice;
    if (m_chosen.isEmpty())
        return NeedsText;
    return overlap().isEmpty() ? Ready : TextsOverlap;
}

void OpenSessionController::open() {
    if (isBusy() || obstacle() != Ready)
        return;
    SessionPlan plan = m_plan;
    plan.unitCode = m_units.rows()[m_unitIndex].code;
    plan.place = plan.place.simplified();
    plan.head = plan.head.simplified();
    plan.witnessOne = plan.witnessOne.simplified();
    plan.witnessTwo = plan.witnessTwo.simplified();
    plan.joinCode = plan.joinCode.simplified();
    plan.texts.clear();
    for (const int index : m_chosen)
        plan.texts.append(m_texts.rows()[index].fingerprint);
    m_service.open(plan, answer<SessionId>([this](const SessionId& session) { emit opened(session); }));
}

void OpenSessionController::forget() {
    PageController::forget();
    m_plan = {};
    m_units.clear();
    m_unitIndex = -1;
    m_textIndex = -1;
    m_chosen.clear();
    m_followUpOf.clear();
    emit formChanged();
}

} // namespace teken::app
