// A laptop in memory: every service of the app over plain lists, with answers that can be held back and
// failures that can be ordered, so that each page can be seen and tested in every state. It keeps the same
// promises as the real ones: one Finish per operation, never before the operation returned.
#pragma once

#include "app/teken/app.h"
#include "fake_audit.h"

#include <deque>
#include <functional>
#include <map>

namespace teken::app::test {

inline constexpr const char* kPassphrase = "sawah hijau pagi hari";

/// The text of the QR that every signature gets here.
[[nodiscard]] QString practiceSlip();

/// Shared by all fake services.
class FakeDesk : public QObject {
    Q_OBJECT

public:
    FakeDesk();

    /// Answers come from the event loop; `hold` keeps them until `release`.
    void later(std::function<void()> answer);
    void hold() { m_held = true; }
    void release();
    /// Runs everything that waits, now; nothing while answers are held.
    void settle();

    /// The next call of `operation` ("sign", "unlock", "sendNow", …) fails like this.
    void failNext(const QString& operation, Error error) { m_failures[operation] = std::move(error); }

    template <class T>
    void answer(const QString& operation, Finish<T> finish, std::function<Result<T>()> make) {
        later([this, operation, finish = std::move(finish), make = std::move(make)] {
            if (const auto failure = m_failures.find(operation); failure != m_failures.end()) {
                const Error error = failure->second;
                m_failures.erase(failure);
                finish(fail(error));
                return;
            }
            finish(make());
        });
    }

signals:
    void statusEdited();
    void sessionsEdited();

public:
    [[nodiscard]] PersonRow* find(const PersonId& person);
    [[nodiscard]] SessionCounts counts() const;
    void becomeSigned(const PersonId& person);
    /// Still Belum, from after `after` on, then from the top.
    [[nodiscard]] QList<PersonRow> openPeople(std::optional<PersonId> after) const;

    DeviceInfo device;
    Welcome welcome;
    QList<SessionRow> sessions;
    LaptopHealth health;
    QList<UnitRow> units;
    QList<PledgeText> texts;
    /// A second text, for village heads and their staff, which nobody has read aloud yet.
    const PledgeText& addVillageText();
    QList<PersonRow> people;
    RunningSession running;
    QHash<QString, QDateTime> readAt; ///< texts read aloud at this desk, by their fingerprints
    std::map<PersonId, InkStrokes> journal;
    std::map<PersonId, InkStrokes> signatures;
    QList<QueueRow> queue;
    SendStatus status;
    QList<PlaceRow> places;
    QList<FileRow> files;
    QList<FileRow> scans;
    QList<FileRow> books;
    QList<FolderRow> folderRows;
    DriveCard drive;
    QList<EventRow> events;
    QStringList corrections;
    SigningWishes wishes; ///< of the sheet shown last
    VoidRequest voided;   ///< the last one
    SessionPlan lastPlan;
    PauseKind::Value lastPause = PauseKind::Other;
    ClosingSummary closing;
    ClosingInk closingInk; ///< of the last closing
    QDateTime now;
    QString lastRequestFolder;
    double carried = -1;
    QString slipText = practiceSlip(); ///< empty: the record is too long for a QR

private:
    std::deque<std::function<void()>> m_answers;
    std::map<QString, Error> m_failures;
    bool m_held = false;
    bool m_posted = false;
};

class FakeUnlock final : public UnlockService, public EnrolmentService {
public:
    explicit FakeUnlock(FakeDesk& desk) : m_desk(desk) {}
    void describeDevice(Finish<DeviceInfo> finish) override;
    void unlock(const FeedId& officer, crypto::SecretBytes passphrase, Finish<Welcome> finish) override;
    void lock(Finish<> finish) override;
    void writeRequest(EnrolmentRequest request, Finish<QString> finish) override;
    void loadProvisioning(ProvisioningRequest request, Finish<QString> finish) override;

private:
    FakeDesk& m_desk;
};

class FakeSessions final : public SessionService {
public:
    explicit FakeSessions(FakeDesk& desk) : m_desk(desk) {
        connect(&desk, &FakeDesk::sessionsEdited, this, &FakeSessions::sessionsChanged);
    }
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
    FakeDesk& m_desk;
};

class FakeSigning final : public SigningService, public RosterSearchService {
public:
    explicit FakeSigning(FakeDesk& desk) : m_desk(desk) {}
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
    void note(const QString& operation, const PersonId& person, PersonState::Value state, Finish<> finish);

    FakeDesk& m_desk;
};

class FakeFlows final : public FlowsService {
public:
    explicit FakeFlows(FakeDesk& desk) : m_desk(desk) {}
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
    FakeDesk& m_desk;
};

class FakeSend final : public SendService {
public:
    explicit FakeSend(FakeDesk& desk) : m_desk(desk) {
        connect(&desk, &FakeDesk::statusEdited, this, &FakeSend::statusChanged);
    }
    [[nodiscard]] SendStatus status() const override { return m_desk.status; }
    void sendNow(Finish<> finish) override;
    void cancelSending() override;
    void saveToFolder(const QString& folder, Finish<SavedBundle> finish) override;
    void loadFile(const QString& file, Finish<TakenFile> finish) override;
    [[nodiscard]] double carried() const override { return m_desk.carried; }
    void cancelCarrying() override;
    void report(const SendStatus& status);
    void showCarried(double part);

private:
    FakeDesk& m_desk;
};

class FakeQueue final : public QueueService {
public:
    explicit FakeQueue(FakeDesk& desk) : m_desk(desk) {}
    void list(EntryState::Value state, int limit, Finish<QList<QueueRow>> finish) override;

private:
    FakeDesk& m_desk;
};

class FakePlaces final : public PlacesService {
public:
    explicit FakePlaces(FakeDesk& desk) : m_desk(desk) {}
    void listPlaces(Finish<QList<PlaceRow>> finish) override;
    void listFiles(Finish<QList<FileRow>> finish) override;
    void listBooks(Finish<QList<FileRow>> finish) override;
    void listScans(Finish<QList<FileRow>> finish) override;
    /// Every folder holds `desk.folderRows`; one with "terkunci" in its name cannot be written, one with
    /// "tertutup" not even read.
    void lookInto(const QString& folder, const QStringList& patterns, Finish<FolderView> finish) override;

private:
    FakeDesk& m_desk;
};

class FakePapers final : public PapersService {
public:
    explicit FakePapers(FakeDesk& desk) : m_desk(desk) {}
    void prepare(const SessionId& session, const QString& kind, const QString& size, int pictures,
                 Finish<PreparedPaper> finish) override;
    void save(const SessionId& session, const QStringList& kinds, const QString& size, const QString& folder,
              Finish<SavedPapers> finish) override;
    void print(const SessionId& session, const QString& kind, const QString& size, Finish<> finish) override;
    void printSlip(const QString& code, Finish<> finish) override;

    QStringList saved;
    QStringList printed;

private:
    FakeDesk& m_desk;
};

/// In memory; its preview has one dark line for each line.
class FakeLetterhead final : public LetterheadService {
public:
    explicit FakeLetterhead(FakeDesk& desk) : m_desk(desk) {}
    void read(Finish<LetterheadForm> finish) override;
    void preview(const LetterheadForm& form, Finish<QImage> finish) override;
    void save(const LetterheadForm& form, Finish<LetterheadForm> finish) override;

    LetterheadForm stored;
    int previews = 0;

private:
    FakeDesk& m_desk;
};

/// Everything together, and an App on top of it. `folder` takes the preferences.
class FakeWorld {
public:
    explicit FakeWorld(const QString& folder);

    /// Unlocks as the first officer and stands on the home page.
    void unlock();
    /// Unlocks and enters the open session.
    void enterSession();
    void settle() { desk.settle(); }

    FakeDesk desk;
    FakeUnlock unlocking{desk};
    FakeSessions sessions{desk};
    FakeSigning signing{desk};
    FakeSend sending{desk};
    FakeQueue queue{desk};
    FakePlaces places{desk};
    FakeFlows flows{desk};
    FakePapers papers{desk};
    FakeLetterhead letterhead{desk};
    FakeAudit audit{desk};
    Preferences preferences;
    App app;
};

/// A signature as a hand would make it, on a pad of this size: several strokes with loops.
void drawSignature(InkSheet& sheet, QSizeF pad = QSizeF(1300, 280));

} // namespace teken::app::test
