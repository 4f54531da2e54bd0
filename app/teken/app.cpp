#include "app/teken/app.h"

#include "core/base/version.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QQmlEngine>

#include <algorithm>

namespace teken::app {

namespace {

// The engine carries the App to the QML singleton's factory, so that no static variable has to.
constexpr const char* kEngineProperty = "tekenApp";

bool isSignOfLife(QEvent::Type type) {
    switch (type) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
    case QEvent::Wheel:
        return true;
    default:
        return false;
    }
}

} // namespace

App::App(const Services& services, Preferences& preferences, QObject* parent)
    : QObject(parent), m_preferences(preferences), m_unlock(services.unlock), m_enrolment(services.enrolment),
      m_home(services.sessions), m_opening(services.sessions),
      m_session(services.sessions, services.roster, services.signing),
      m_notes(services.flows, services.places), m_calls(services.flows), m_sign(services.signing),
      m_slip(services.signing, services.papers), m_closing(services.sessions), m_queue(services.queue),
      m_send(services.send, services.places), m_papers(services.papers),
      m_letterhead(services.letterhead, services.places), m_audit(services.audit, services.places),
      m_theme(preferences.theme()), m_language(preferences.language()),
      m_textPercent(preferences.textPercent()) {
    m_audit.setLanguage(m_language);
    connectPages();
    connect(&m_capsLock, &CapsLockWatcher::onChanged, this, &App::capsLockChanged);
    m_idle.setSingleShot(true);
    m_idle.setInterval(preferences.lockAfterMinutes() * 60'000);
    connect(&m_idle, &QTimer::timeout, this, &App::lock);
    // A battery runs down and a disk fills up while somebody signs.
    m_health.setInterval(kHealthMilliseconds);
    connect(&m_health, &QTimer::timeout, &m_home, &HomeController::refreshHealth);
    connect(&m_scans, &ScanWatcher::scanned, this, &App::takeScan);
    connect(&m_sign, &SignController::stageChanged, this, &App::followScans);
    connect(&m_audit, &AuditController::stateChanged, this, &App::followScans);
    installTranslator();
}

App::~App() {
    QCoreApplication::removeTranslator(&m_translator);
}

void App::connectPages() {
    connect(&m_unlock, &UnlockController::deviceChanged, this, &App::showFirstPage);
    // A book that cannot be opened says so on the first page there is.
    connect(&m_unlock, &PageController::failureChanged, this, [this] {
        if (m_page == Starting && m_unlock.failure().present())
            show(Unlock);
    });
    connect(&m_unlock, &UnlockController::unlocked, this, &App::welcome);
    connect(&m_unlock, &UnlockController::locked, this, &App::onLocked);
    connect(&m_enrolment, &EnrolmentController::enrolled, &m_unlock, &UnlockController::refresh);
    connect(&m_home, &HomeController::planChosen, this, [this](const SessionRow& planned) {
        m_opening.start(planned);
        show(OpenSession);
    });
    connect(&m_home, &HomeController::sessionChosen, this, &App::enterSession);
    connect(&m_opening, &OpenSessionController::opened, this, [this](const SessionId& session) {
        enterSession(session);
        emit sessionOpened();
    });
    connect(&m_session, &SessionController::personTaken, this,
            [this](const PersonId& person, const SigningWishes& wishes) {
                if (m_page != Session)
                    return; // read too late: another page, or another signer, is in front
                m_sign.begin(m_session.sessionId(), person, wishes);
                show(Sign);
            });
    // Whoever is called follows from the counts: every save, note and void changes them, or the session.
    connect(&m_session, &SessionController::countsChanged, this, &App::followCalls);
    connect(&m_session, &SessionController::sessionChanged, this, &App::followCalls);
    connect(&m_session, &SessionController::passedOver, this, &App::followCalls);
    connect(&m_notes, &NotesController::signedOnPaper, &m_session, &SessionController::refresh);
    // While the signer looks at the slip the session is read anew: its page has nothing to wait for.
    connect(&m_sign, &SignController::stageChanged, this, [this] {
        if (m_sign.stage() == SignController::Saved)
            m_session.refresh();
    });
    connect(&m_sign, &SignController::finished, this, [this] {
        m_unlock.forgetUnfinished(m_sign.person().name); // saved, or left on purpose
        m_session.refresh();
        show(Session);
    });
    connect(&m_closing, &CloseController::inkDropped, this, [this](const QStringList& people) {
        for (const auto& name : people)
            m_unlock.forgetUnfinished(name);
    });
}

QList<PageController*> App::controllers() {
    return {&m_unlock, &m_enrolment, &m_home,    &m_opening, &m_session, &m_notes,  &m_calls,
            &m_sign,   &m_slip,      &m_closing, &m_queue,   &m_send,    &m_papers, &m_letterhead};
}

void App::attachTo(QQmlEngine& engine) {
    m_engine = &engine;
    engine.setProperty(kEngineProperty, QVariant::fromValue(this));
    QJSEngine::setObjectOwnership(this, QJSEngine::CppOwnership);
}

App* App::create(QQmlEngine* engine, QJSEngine*) {
    return engine->property(kEngineProperty).value<App*>();
}

QString App::version() const {
    const auto own = teken::version();
    return QString::fromUtf8(own.data(), qsizetype(own.size()));
}

void App::start() {
    m_unlock.refresh();
}

void App::show(Page page) {
    if (m_page == page)
        return;
    m_voice.stop(); // nobody reads on behind another page
    m_page = page;
    followScans();
    emit pageChanged();
}

void App::followScans() {
    const bool slipShown = m_page == Sign && m_sign.stage() == SignController::Saved;
    const bool fingerprintWanted = m_page == Audit && m_audit.state() == AuditController::Choosing;
    m_scans.setListening(m_page == Session || slipShown || fingerprintWanted);
}

// A scanner's Enter does what Enter does in the search field, wherever the focus is.
void App::takeScan(const QString& text) {
    if (m_page == Audit)
        return m_audit.takeScan(text);
    if (m_page == Sign)
        m_sign.leave(); // somebody else's turn
    m_session.setQuestion(text);
    m_session.takeFirst();
}

void App::showFirstPage() {
    if (m_unlock.isUnlocked() || m_page == Audit)
        return;
    show(m_unlock.deviceState() == DeviceState::Enrolled ? Unlock : FirstStart);
}

void App::welcome() {
    if (m_idle.interval() > 0)
        m_idle.start();
    m_health.start();
    m_home.refreshHealth();
    // After a lock or a crash the officer is back where the work was.
    const auto session = m_sessionBeforeLock ? m_sessionBeforeLock : m_unlock.welcome().activeSession;
    m_sessionBeforeLock.reset();
    if (session)
        enterSession(*session);
    else if (m_preferences.tourSeen())
        goHome();
    else
        showTour();
}

void App::enterSession(const SessionId& session) {
    m_session.enter(session);
    m_notes.enter(session);
    show(Session);
}

void App::followCalls() {
    if (!m_session.session().session.isZero())
        m_calls.follow(m_session.session(), m_session.passed());
}

void App::lock() {
    const bool inSession = m_page == Session || m_page == Sign || m_page == Close || m_page == Papers;
    if (inSession && !m_session.sessionId().isZero()) // papers are opened from the list of sessions, too
        m_sessionBeforeLock = m_session.sessionId();
    m_unlock.lock();
}

void App::onLocked() {
    m_idle.stop();
    m_health.stop();
    // The page goes first, so that nothing is drawn from emptied models.
    show(Locked);
    for (auto* controller : controllers())
        controller->forget();
    m_audit.forget();
}

void App::changeOfficer() {
    m_sessionBeforeLock.reset();
    show(Unlock);
}

void App::copyText(const QString& text) const {
    QGuiApplication::clipboard()->setText(text);
}

void App::goHome() {
    m_home.refresh();
    show(Home);
}

void App::openNewSession() {
    m_opening.start(std::nullopt);
    show(OpenSession);
}

void App::closeSession() {
    m_notes.enter(m_session.sessionId());
    m_closing.begin(m_session.session());
    show(Close);
}

void App::openFollowUp() {
    m_opening.startFollowUp(m_session.session(), m_session.head());
    show(OpenSession);
}

void App::signNext() {
    if (m_page != Sign || m_sign.stage() != SignController::Saved)
        return;
    m_sign.leave();
    m_session.takeNextWhenRead();
}

void App::showQueue() {
    if (m_page != Queue)
        m_beforeQueue = m_page;
    m_queue.refresh();
    show(Queue);
}

void App::showGallery() {
    if (m_page == Sign || m_page == Gallery)
        return;
    m_beforeGallery = m_page;
    show(Gallery);
}

void App::finishTour() {
    m_preferences.setTourSeen();
    goHome();
}

void App::showPapers() {
    const auto from = m_page;
    m_papers.begin(from == Close ? m_closing.session() : m_session.session());
    if (from != Papers)
        m_beforePapers = from;
    show(Papers);
}

void App::showLetterhead() {
    if (m_page == Letterhead)
        return;
    m_beforeLetterhead = m_page;
    m_letterhead.begin();
    show(Letterhead);
}

void App::showAudit() {
    if (m_page == Audit)
        return;
    m_beforeAudit = m_page;
    show(Audit);
}

void App::back() {
    switch (m_page) {
    case Audit:
        if (m_audit.back())
            break;
        show(m_beforeAudit);
        m_audit.leave();
        break;
    case Queue:
        show(m_beforeQueue);
        break;
    case Papers:
        show(m_beforePapers);
        break;
    case Letterhead:
        // The papers behind it are drawn with the head that there is now.
        if (m_beforeLetterhead == Papers)
            m_papers.prepare();
        show(m_beforeLetterhead);
        break;
    case Sign:
        m_sign.leave();
        break;
    case Close:
        if (m_closing.isClosed()) {
            goHome();
        } else {
            m_session.refresh();
            show(Session);
        }
        break;
    case OpenSession:
    case Session:
        goHome();
        break;
    case Tour:
        finishTour();
        break;
    case Gallery:
        show(m_beforeGallery);
        break;
    case Starting:
    case FirstStart:
    case Unlock:
    case Locked:
    case Home:
        break;
    }
}

void App::setTheme(const QString& theme) {
    if (m_theme == theme)
        return;
    m_theme = theme;
    m_preferences.setTheme(theme);
    emit themeChanged();
}

void App::setReadingSize(int pixels) {
    const int size = std::clamp(pixels, smallestReading(), largestReading());
    if (m_readingSize == size)
        return;
    m_readingSize = size;
    emit readingSizeChanged();
}

void App::setLanguage(const QString& language) {
    if (m_language == language)
        return;
    m_language = language;
    m_preferences.setLanguage(language);
    m_audit.setLanguage(language);
    installTranslator();
    if (m_engine)
        m_engine->retranslate();
    for (auto* controller : controllers())
        controller->retranslate();
    m_audit.retranslate();
    emit languageChanged();
}

void App::setTextPercent(int percent) {
    percent = std::clamp(percent, Preferences::kLeastTextPercent, Preferences::kMostTextPercent);
    if (m_textPercent == percent)
        return;
    m_textPercent = percent;
    m_preferences.setTextPercent(percent);
    emit textPercentChanged();
}

void App::installTranslator() {
    QCoreApplication::removeTranslator(&m_translator);
    // Indonesian is in the source; a language without a file shows it.
    if (m_language != QLatin1String("id") &&
        m_translator.load(QLatin1String(":/i18n/teken_") + m_language + QLatin1String(".qm")))
        QCoreApplication::installTranslator(&m_translator);
}

void App::watch(QObject* window) {
    window->installEventFilter(this);
    window->installEventFilter(&m_capsLock);
    window->installEventFilter(&m_scans);
}

bool App::eventFilter(QObject* watched, QEvent* event) {
    if (m_idle.isActive() && isSignOfLife(event->type()))
        m_idle.start();
    return QObject::eventFilter(watched, event);
}

} // namespace teken::app
