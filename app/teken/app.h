// The application as its pages see it: which page is shown, who is at the laptop, and one controller a page.
// Made by the composition root with the services it is given; put on the engine by `attachTo`, from where QML
// takes it as the singleton App. GUI thread.
#pragma once

#include "app/teken/caps_lock_watcher.h"
#include "app/teken/controllers/audit_controller.h"
#include "app/teken/controllers/call_list_controller.h"
#include "app/teken/controllers/close_controller.h"
#include "app/teken/controllers/enrolment_controller.h"
#include "app/teken/controllers/home_controller.h"
#include "app/teken/controllers/letterhead_controller.h"
#include "app/teken/controllers/notes_controller.h"
#include "app/teken/controllers/open_session_controller.h"
#include "app/teken/controllers/papers_controller.h"
#include "app/teken/controllers/queue_controller.h"
#include "app/teken/controllers/send_controller.h"
#include "app/teken/controllers/session_controller.h"
#include "app/teken/controllers/sign_controller.h"
#include "app/teken/controllers/slip_controller.h"
#include "app/teken/controllers/unlock_controller.h"
#include "app/teken/preferences.h"
#include "app/teken/reading_voice.h"
#include "app/teken/scan_watcher.h"

#include <QTimer>
#include <QTranslator>

class QJSEngine;
class QQmlEngine;

namespace teken::app {

/// References outlive the App.
struct Services {
    UnlockService& unlock;
    EnrolmentService& enrolment;
    SessionService& sessions;
    RosterSearchService& roster;
    SigningService& signing;
    SendService& send;
    QueueService& queue;
    PlacesService& places;
    FlowsService& flows;
    PapersService& papers;
    LetterheadService& letterhead;
    AuditService& audit;
};

class App : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(Page page READ page NOTIFY pageChanged FINAL)
    Q_PROPERTY(QString version READ version CONSTANT FINAL)
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY themeChanged FINAL)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged FINAL)
    Q_PROPERTY(int readingSize READ readingSize WRITE setReadingSize NOTIFY readingSizeChanged FINAL)
    Q_PROPERTY(int smallestReading READ smallestReading CONSTANT FINAL)
    Q_PROPERTY(int largestReading READ largestReading CONSTANT FINAL)
    Q_PROPERTY(int readingStep READ readingStep CONSTANT FINAL)
    Q_PROPERTY(teken::app::ReadingVoice* voice READ voice CONSTANT FINAL)
    Q_PROPERTY(int textPercent READ textPercent WRITE setTextPercent NOTIFY textPercentChanged FINAL)
    Q_PROPERTY(bool animated READ isAnimated CONSTANT FINAL)
    Q_PROPERTY(bool capsLock READ capsLock NOTIFY capsLockChanged FINAL)
    Q_PROPERTY(teken::app::UnlockController* unlock READ unlock CONSTANT FINAL)
    Q_PROPERTY(teken::app::EnrolmentController* enrolment READ enrolment CONSTANT FINAL)
    Q_PROPERTY(teken::app::HomeController* home READ home CONSTANT FINAL)
    Q_PROPERTY(teken::app::OpenSessionController* opening READ opening CONSTANT FINAL)
    Q_PROPERTY(teken::app::SessionController* session READ session CONSTANT FINAL)
    Q_PROPERTY(teken::app::NotesController* notes READ notes CONSTANT FINAL)
    Q_PROPERTY(teken::app::CallListController* calls READ calls CONSTANT FINAL)
    Q_PROPERTY(teken::app::SignController* sign READ sign CONSTANT FINAL)
    Q_PROPERTY(teken::app::SlipController* slip READ slip CONSTANT FINAL)
    Q_PROPERTY(teken::app::CloseController* closing READ closing CONSTANT FINAL)
    Q_PROPERTY(teken::app::QueueController* queue READ queue CONSTANT FINAL)
    Q_PROPERTY(teken::app::SendController* send READ send CONSTANT FINAL)
    Q_PROPERTY(teken::app::PapersController* papers READ papers CONSTANT FINAL)
    Q_PROPERTY(teken::app::LetterheadController* letterhead READ letterhead CONSTANT FINAL)
    Q_PROPERTY(teken::app::AuditController* audit READ audit CONSTANT FINAL)

public:
    static constexpr int kHealthMilliseconds = 30'000;

    enum Page {
        Starting,
        FirstStart,
        Unlock,
        Locked,
        Home,
        OpenSession,
        Session,
        Sign,
        Close,
        Queue,
        Tour,
        Gallery,
        Papers,
        Letterhead,
        Audit
    };
    Q_ENUM(Page)

    /// Which data to work on; the program opens a new window on it.
    enum DataPlace { RealData, Practice, PracticeAnew };
    Q_ENUM(DataPlace)

    App(const Services& services, Preferences& preferences, QObject* parent = nullptr);
    ~App() override;

    /// Must come before the engine loads anything that says App.
    void attachTo(QQmlEngine& engine);
    static App* create(QQmlEngine* engine, QJSEngine*);

    /// Asks what this laptop is, then shows the first page.
    void start();

    [[nodiscard]] Page page() const { return m_page; }
    /// Of this build, "0.1.0".
    [[nodiscard]] QString version() const;
    [[nodiscard]] QString theme() const { return m_theme; }
    void setTheme(const QString& theme);
    [[nodiscard]] QString language() const { return m_language; }
    void setLanguage(const QString& language);
    /// Size of letters, 100 to 200; other values are brought into that range.
    [[nodiscard]] int textPercent() const { return m_textPercent; }
    void setTextPercent(int percent);
    /// Motion is off when the system says so and on screens nobody looks at.
    [[nodiscard]] bool isAnimated() const { return m_animated; }
    void setAnimated(bool animated) { m_animated = animated; }
    /// Letters of the text that is signed, in pixels; kept until the program ends.
    [[nodiscard]] int readingSize() const { return m_readingSize; }
    void setReadingSize(int pixels);
    [[nodiscard]] ReadingVoice* voice() { return &m_voice; }
    [[nodiscard]] static int smallestReading() { return 16; }
    [[nodiscard]] static int largestReading() { return 40; }
    [[nodiscard]] static int readingStep() { return 4; }
    [[nodiscard]] bool capsLock() const { return m_capsLock.isOn(); }
    [[nodiscard]] UnlockController* unlock() { return &m_unlock; }
    [[nodiscard]] EnrolmentController* enrolment() { return &m_enrolment; }
    [[nodiscard]] HomeController* home() { return &m_home; }
    [[nodiscard]] OpenSessionController* opening() { return &m_opening; }
    [[nodiscard]] SessionController* session() { return &m_session; }
    [[nodiscard]] NotesController* notes() { return &m_notes; }
    [[nodiscard]] CallListController* calls() { return &m_calls; }
    [[nodiscard]] SignController* sign() { return &m_sign; }
    [[nodiscard]] SlipController* slip() { return &m_slip; }
    [[nodiscard]] CloseController* closing() { return &m_closing; }
    [[nodiscard]] QueueController* queue() { return &m_queue; }
    [[nodiscard]] SendController* send() { return &m_send; }
    [[nodiscard]] PapersController* papers() { return &m_papers; }
    [[nodiscard]] LetterheadController* letterhead() { return &m_letterhead; }
    [[nodiscard]] AuditController* audit() { return &m_audit; }

    /// Keys and clicks of this window count as a sign of life; its letters tell about caps lock.
    void watch(QObject* window);
    bool eventFilter(QObject* watched, QEvent* event) override;

    Q_INVOKABLE void lock();
    Q_INVOKABLE void goHome();
    Q_INVOKABLE void openNewSession();
    Q_INVOKABLE void closeSession();
    /// Sesi susulan of the session on the screen, for those it missed.
    Q_INVOKABLE void openFollowUp();
    /// From a slip straight to the next person in the list.
    Q_INVOKABLE void signNext();
    Q_INVOKABLE void showQueue();
    /// Of the session on the screen.
    Q_INVOKABLE void showPapers();
    /// Kop surat of all papers of this laptop.
    Q_INVOKABLE void showLetterhead();
    /// Meja pemeriksa: needs nobody to be unlocked.
    Q_INVOKABLE void showAudit();
    /// From a page to the one it was opened from.
    Q_INVOKABLE void back();
    /// Another officer at a locked laptop.
    Q_INVOKABLE void changeOfficer();
    /// Every control and state on one page, for whoever draws or judges the look.
    Q_INVOKABLE void showGallery();
    /// The one page that explains all; it shows by itself once.
    Q_INVOKABLE void showTour() { show(Tour); }
    Q_INVOKABLE void finishTour();
    /// Help for the page in sight.
    Q_INVOKABLE void askForHelp() { emit helpAsked(); }
    Q_INVOKABLE void startPractice() { emit dataWanted(Practice); }
    Q_INVOKABLE void restartPractice() { emit dataWanted(PracticeAnew); }
    Q_INVOKABLE void endPractice() { emit dataWanted(RealData); }
    /// "Simpan ke flashdisk", from whichever page.
    Q_INVOKABLE void askForStick() { emit stickAsked(); }
    /// "Ambil tanda terima dari flashdisk".
    Q_INVOKABLE void askForReceipts() { emit receiptsAsked(); }
    /// A kind of entry, quietly; a kind of signer, by its slug or as SignerKind (app/words/kind_words.h).
    Q_INVOKABLE QString entryWord(const QString& kind, const QString& language) const;
    Q_INVOKABLE QString signerWord(const QString& slug, const QString& language) const;
    Q_INVOKABLE QString signerKindWord(int kind, const QString& language) const;
    /// Details of an error, for whoever helps.
    Q_INVOKABLE void copyText(const QString& text) const;

signals:
    void pageChanged();
    void themeChanged();
    void languageChanged();
    void textPercentChanged();
    void capsLockChanged();
    void readingSizeChanged();
    void dataWanted(teken::app::App::DataPlace place);
    void helpAsked();
    void stickAsked();
    void receiptsAsked();
    /// A session was opened at this laptop just now: the card for signers comes first.
    void sessionOpened();

private:
    void connectPages();
    void show(Page page);
    void showFirstPage();
    void enterSession(const SessionId& session);
    void followCalls();
    void followScans();
    void takeScan(const QString& text);
    void welcome();
    void onLocked();
    [[nodiscard]] QList<PageController*> controllers();
    void installTranslator();

    Preferences& m_preferences;
    UnlockController m_unlock;
    EnrolmentController m_enrolment;
    HomeController m_home;
    OpenSessionController m_opening;
    SessionController m_session;
    NotesController m_notes;
    CallListController m_calls;
    SignController m_sign;
    SlipController m_slip;
    CloseController m_closing;
    QueueController m_queue;
    SendController m_send;
    PapersController m_papers;
    LetterheadController m_letterhead;
    AuditController m_audit;
    CapsLockWatcher m_capsLock;
    ReadingVoice m_voice;
    ScanWatcher m_scans;
    QTranslator m_translator;
    QTimer m_idle;
    QTimer m_health;
    QQmlEngine* m_engine = nullptr;
    Page m_page = Starting;
    Page m_beforeQueue = Home;
    Page m_beforeGallery = Home;
    Page m_beforePapers = Home;
    Page m_beforeLetterhead = Home;
    Page m_beforeAudit = Unlock;
    std::optional<SessionId> m_sessionBeforeLock;
    QString m_theme;
    QString m_language;
    int m_textPercent;
    bool m_animated = true;
    int m_readingSize = 20;
};

} // namespace teken::app
