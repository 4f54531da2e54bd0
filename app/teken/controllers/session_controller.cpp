#include "app/teken/controllers/session_controller.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace teken::app {

namespace {

// A badge's code may hold more than the number ("NIP:198506112009011901;FAISOL"): the number is enough.
QString wantedIn(const QString& question) {
    static const QRegularExpression kNumber(QStringLiteral("(?<!\\d)\\d{18}(?!\\d)"));
    const auto found = kNumber.match(question);
    return found.hasMatch() ? found.captured() : question;
}

} // namespace

SessionController::SessionController(SessionService& sessions, RosterSearchService& roster,
                                     SigningService& signing, QObject* parent)
    : PageController(parent), m_sessions(sessions), m_roster(roster), m_signing(signing) {
    connect(&sessions, &SessionService::sessionsChanged, this, [this] {
        if (m_session.isZero())
            return;
        readSession();
        readCounts();
    });
}

void SessionController::enter(const SessionId& session) {
    // What was read of the same session is kept up to date by sessionsChanged(): it stands until it is read
    // again.
    if (m_session != session) {
        m_passed.reset();
        m_running = {};
        m_next.reset();
        emit sessionChanged();
    }
    m_session = session;
    refresh();
}

void SessionController::refresh() {
    m_takeNextWhenRead = false;
    if (m_session.isZero())
        return;
    m_question.clear();
    m_selected = -1;
    emit questionChanged();
    emit personChanged();
    readSession();
    readCounts();
    readNext();
    search();
}

void SessionController::readSession() {
    m_sessions.describe(m_session, listen<RunningSession>(
                                       [this](RunningSession running) {
                                           if (m_running == running)
                                               return;
                                           m_running = std::move(running);
                                           emit sessionChanged();
                                       },
                                       [this] { refresh(); }));
}

void SessionController::readCounts() {
    m_roster.count(m_session, listen<SessionCounts>(
                                  [this](const SessionCounts& counts) {
                                      m_counts = counts;
                                      emit countsChanged();
                                  },
                                  [this] { refresh(); }));
}

void SessionController::readNext() {
    m_roster.nextInList(m_session, m_passed,
                        listen<std::optional<PersonRow>>(
                            [this](std::optional<PersonRow> next) {
                                if (m_next != next) {
                                    m_next = std::move(next);
                                    emit personChanged();
                                }
                                if (std::exchange(m_takeNextWhenRead, false))
                                    takeNext();
                            },
                            [this] { refresh(); }));
}

void SessionController::setQuestion(const QString& question) {
    if (m_question == question)
        return;
    m_question = question;
    m_takeNextWhenRead = false; // somebody else is looked for
    emit questionChanged();
    search();
}

void SessionController::search() {
    const auto asked = ++m_asked;
    m_searching = true;
    m_takeWhenFound = false;
    m_roster.search(m_session, wantedIn(m_question), kRowsShown,
                    listen<QList<PersonRow>>(
                        [this, asked](QList<PersonRow> people) {
                            if (asked != m_asked)
                                return;
                            const auto before = std::pair(m_selected, person());
                            m_people.changeTo(std::move(people));
                            m_selected = !m_question.isEmpty() && m_people.count() > 0 ? 0 : -1;
                            m_searching = false;
                            if (!std::exchange(m_searched, true))
                                emit searchedChanged();
                            if (before != std::pair(m_selected, person()))
                                emit personChanged();
                            emit answered();
                            if (std::exchange(m_takeWhenFound, false))
                                takeFirst();
                        },
                        [this] { search(); }));
}

PersonRow SessionController::person() const {
    if (const auto* row = m_people.row(m_selected))
        return *row;
    return m_next.value_or(PersonRow());
}

void SessionController::select(int index) {
    if (m_selected == index || (index >= 0 && !m_people.row(index)))
        return;
    m_selected = index;
    emit personChanged();
}

void SessionController::moveSelection(int by) {
    if (m_people.count() > 0)
        select(std::clamp(m_selected + by, 0, m_people.count() - 1));
}

bool SessionController::clearQuestion() {
    if (m_question.isEmpty() && m_selected < 0)
        return false;
    select(-1);
    setQuestion({});
    return true;
}

void SessionController::takeFirst() {
    if (m_searching && !m_question.isEmpty()) {
        waitForNobody();
        m_takeWhenFound = true;
        return;
    }
    if (const auto* row = m_people.row(std::max(m_selected, 0))) {
        select(std::max(m_selected, 0));
        take(*row);
    }
}

void SessionController::takeNext() {
    if (!m_next)
        return;
    const PersonRow next = *m_next;
    select(-1);
    take(next);
}

void SessionController::takeNextWhenRead() {
    waitForNobody();
    m_takeNextWhenRead = !m_session.isZero();
}

void SessionController::waitForNobody() {
    m_takeWhenFound = false;
    m_takeNextWhenRead = false;
}

void SessionController::callLater() {
    if (!m_next)
        return;
    m_passed = m_next->person;
    select(-1);
    readNext();
    emit passedOver(m_next->name);
}

void SessionController::takePerson() {
    if (hasPerson())
        take(person());
}

void SessionController::take(const PersonRow& person, const SigningWishes& wishes) {
    const bool signedAlready =
        person.state == PersonState::Signed || person.state == PersonState::SignedElsewhere;
    // Their row says where and when; excused, absent and refused people may still sign.
    if (!isActive() || signedAlready || person.state == PersonState::OffRoster)
        return;
    waitForNobody(); // one signer at a time: the newest wish stands
    emit personTaken(person.person, wishes);
}

void SessionController::takeHelped(const PersonRow& person, SignForm::Value form,
                                   const QString& secondWitness) {
    SigningWishes wishes;
    wishes.form = form;
    wishes.secondWitness = secondWitness.simplified();
    if (!mayNote(person) || form == SignForm::Ink || wishes.secondWitness.isEmpty())
        return;
    // Asked for once before it is shown: on the signer's page there is no field to name somebody else in.
    m_signing.begin(m_session, person.person, wishes,
                    answer<SigningSheet>([this, person, wishes](const SigningSheet&) {
                        emit helpAccepted();
                        take(person, wishes);
                    }));
}

void SessionController::takeSymbolic(const PersonRow& person) {
    SigningWishes wishes;
    wishes.symbolic = true;
    if (!person.person.isZero())
        take(person, wishes);
}

void SessionController::takeDespiteElsewhere(const PersonRow& person) {
    if (!isActive() || person.person.isZero() || person.state != PersonState::SignedElsewhere)
        return;
    waitForNobody();
    emit personTaken(person.person, {.despiteElsewhere = true});
}

bool SessionController::mayNote(const PersonRow& person) const {
    return !person.person.isZero() && !isBusy();
}

Finish<> SessionController::noting(const PersonRow& person, PersonState::Value state) {
    return answer([this, state, name = person.name] {
        refresh();
        emit noted(name, state);
    });
}

void SessionController::excuse(const PersonRow& person, ExcuseKind::Value kind) {
    if (mayNote(person))
        m_signing.excuse(m_session, person.person, kind, noting(person, PersonState::Excused));
}

void SessionController::refuse(const PersonRow& person) {
    if (mayNote(person))
        m_signing.refuse(m_session, person.person, noting(person, PersonState::Refused));
}

void SessionController::markAbsent(const PersonRow& person) {
    if (mayNote(person))
        m_signing.markAbsent(m_session, person.person, noting(person, PersonState::Absent));
}

void SessionController::addPerson(const QString& name, const QString& number, const QString& post,
                                  const QString& unit, SignerKind::Value kind) {
    const NewPerson added{name.simplified(), number.simplified(), post.simplified(), unit.simplified(), kind};
    if (added.name.isEmpty() || isBusy())
        return;
    m_signing.addPerson(m_session, added, answer<PersonId>([this, added](const PersonId&) {
                            refresh();
                            // The new row stands first, ready to sign.
                            setQuestion(added.name);
                            emit personAdded(added.name);
                        }));
}

bool SessionController::mayVoid(const PersonRow& person, const VoidRequest& request) const {
    const bool hasReason = request.reason != VoidKind::Other || !request.words.isEmpty();
    return mayNote(person) && hasReason && !request.secondPerson.isEmpty();
}

void SessionController::voidSignature(const PersonRow& person, VoidKind::Value reason, const QString& words,
                                      const QString& secondPerson) {
    const VoidRequest request{reason, words.simplified(), secondPerson.simplified()};
    if (mayVoid(person, request))
        m_signing.voidSignature(m_session, person.person, request, noting(person, PersonState::NotYet));
}

void SessionController::voidNote(const PersonRow& person, VoidKind::Value reason, const QString& words,
                                 const QString& secondPerson) {
    const VoidRequest request{reason, words.simplified(), secondPerson.simplified()};
    if (mayVoid(person, request))
        m_signing.voidNote(m_session, person.person, request, noting(person, PersonState::NotYet));
}

void SessionController::pause(PauseKind::Value kind) {
    if (!isBusy())
        m_sessions.pause(m_session, kind, answer([this] { readSession(); }));
}

void SessionController::resume() {
    if (!isBusy())
        m_sessions.resume(m_session, answer([this] { readSession(); }));
}

void SessionController::forget() {
    PageController::forget();
    ++m_asked;
    m_session = {}; // news of a locked desk are no reason to read it
    m_people.clear();
    m_next.reset();
    m_passed.reset();
    m_takeWhenFound = false;
    m_takeNextWhenRead = false;
    m_question.clear();
    m_selected = -1;
    m_searched = false;
    m_running = {};
    m_counts = {};
    emit questionChanged();
    emit personChanged();
    emit sessionChanged();
    emit countsChanged();
    emit searchedChanged();
}

} // namespace teken::app
