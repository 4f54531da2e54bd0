// The fake laptop as tests written in QML drive it: `import Teken.Fakes`, singleton World.
#pragma once

#include "fake_world.h"

#include <QCoreApplication>
#include <QDropEvent>
#include <QKeyEvent>
#include <QMetaEnum>
#include <QMimeData>
#include <QObject>
#include <QTemporaryDir>
#include <QUrl>

namespace teken::app::test {

class WorldDriver : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString passphrase READ passphrase CONSTANT)
    Q_PROPERTY(QString auditPassphrase READ auditPassphrase CONSTANT)
    Q_PROPERTY(int signatures READ signatures)
    Q_PROPERTY(int printedSlips READ printedSlips)
    Q_PROPERTY(int pages READ pages CONSTANT)

public:
    [[nodiscard]] App& app() { return m_world.app; }
    [[nodiscard]] QString auditPassphrase() const { return QString::fromUtf8(kAuditPassphrase); }
    [[nodiscard]] QString passphrase() const { return QString::fromUtf8(kPassphrase); }
    /// As many as App::Page names.
    [[nodiscard]] int pages() const { return QMetaEnum::fromType<App::Page>().keyCount(); }
    [[nodiscard]] int signatures() const { return int(m_world.desk.signatures.size()); }

    Q_INVOKABLE void start() {
        m_world.app.start();
        settle();
    }
    Q_INVOKABLE void settle() { m_world.settle(); }
    /// A laptop that was never enrolled, started anew.
    Q_INVOKABLE void startWithoutBook() {
        m_world.desk.device = {DeviceState::New, {}, {}, {}, false, {}, {}};
        m_world.sending.report({});
        start();
    }
    /// The book says that it is one of invented people, or that it is not.
    Q_INVOKABLE void practise(bool practice) {
        m_world.desk.device.practice = practice;
        m_world.app.unlock()->refresh();
        settle();
    }
    Q_INVOKABLE void hold() { m_world.desk.hold(); }
    Q_INVOKABLE void release() { m_world.desk.release(); }
    Q_INVOKABLE void alterEvidence() { m_world.audit.result = FakeAudit::altered(); }
    Q_INVOKABLE bool auditClosed() const { return m_world.audit.closed; }
    Q_INVOKABLE void enterSession() { m_world.enterSession(); }
    /// As if it had been closed: the running page shows it so.
    Q_INVOKABLE void closeSession() {
        m_world.desk.running.row.state = SessionState::Closed;
        emit m_world.desk.sessionsEdited();
        settle();
    }
    /// Ink of the head and the witnesses, as their hands would make it.
    Q_INVOKABLE void signMinutes() {
        for (int signer = 0; signer < m_world.app.closing()->summary().signers.size(); ++signer)
            drawSignature(*m_world.app.closing()->ink(signer), {800, 280});
    }
    /// As after a power cut between the closing and the witnesses' ink; false: the session is open again.
    Q_INVOKABLE void interruptClosing(bool interrupted) {
        m_world.desk.closing.closedBefore = interrupted;
        m_world.desk.closing.inkStands[0] = interrupted;
        m_world.desk.running.row.state = interrupted ? SessionState::Closed : SessionState::Open;
        m_world.desk.running.row.minutesMissing = interrupted;
        emit m_world.desk.sessionsEdited();
        settle();
    }
    Q_INVOKABLE void leaveInkUnsaved(int people) {
        m_world.desk.closing.unfinishedInk = people;
        emit m_world.desk.sessionsEdited();
        settle();
    }
    /// A second text, for village heads, and none of both read.
    Q_INVOKABLE void addVillageText() {
        m_world.desk.addVillageText();
        m_world.desk.readAt.clear();
        m_world.desk.running.readJointlyAt = {};
        emit m_world.desk.sessionsEdited();
        settle();
    }
    Q_INVOKABLE int voidedFor() const { return m_world.desk.voided.reason; }
    Q_INVOKABLE QString voidedWords() const { return m_world.desk.voided.words; }
    /// The next note that is taken back was made at another desk.
    Q_INVOKABLE void noteElsewhere() {
        m_world.desk.failNext(QStringLiteral("voidNote"),
                              {ErrorCode::NotFound, "signing.no-own-note", "", ""});
    }
    /// The next sheet that is begun finds that its second witness may not be one.
    Q_INVOKABLE void refuseSecondWitness() {
        m_world.desk.failNext(QStringLiteral("begin"),
                              {ErrorCode::InvalidInput, "signing.second-self", "", ""});
    }
    /// Whoever unlocks next is told that strokes of that person wait.
    Q_INVOKABLE void leaveStrokesOf(int index) {
        m_world.desk.welcome.unfinishedName = m_world.desk.people.value(index).name;
    }
    Q_INVOKABLE int personState(int index) const { return m_world.desk.people.value(index).state; }
    Q_INVOKABLE QString personName(int index) const { return m_world.desk.people.value(index).name; }
    [[nodiscard]] int printedSlips() const { return int(m_world.papers.printed.size()); }
    Q_INVOKABLE QString slipText() const { return practiceSlip(); }
    Q_INVOKABLE void losePrinter() {
        m_world.desk.failNext(QStringLiteral("print"),
                              {ErrorCode::NotFound, "papers.no-printer", "no printer", ""});
    }
    /// A hand drags files over that place of the window, and lets go there unless it only holds them.
    Q_INVOKABLE void drag(QObject* window, double x, double y, const QStringList& files, bool letGo) {
        QList<QUrl> urls;
        for (const auto& file : files)
            urls.append(QUrl::fromLocalFile(file));
        QMimeData data;
        data.setUrls(urls);
        const QPoint at{qRound(x), qRound(y)};
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window, &enter);
        QDragMoveEvent move(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window, &move);
        if (letGo) {
            QDropEvent drop(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QCoreApplication::sendEvent(window, &drop);
        }
        settle();
    }
    /// The hand leaves the window with what it holds.
    Q_INVOKABLE void dragAway(QObject* window) {
        QDragLeaveEvent leave;
        QCoreApplication::sendEvent(window, &leave);
    }
    /// A badge or a printed code before the scanner: a dozen letters a few milliseconds apart, then Enter.
    Q_INVOKABLE void scan(QObject* window, const QString& text) {
        m_world.app.watch(window); // as the program does with its own
        m_now += 10'000;
        for (const QChar letter : text + u'\r')
            for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
                QKeyEvent key(type, letter == u'\r' ? int(Qt::Key_Return) : letter.toUpper().unicode(),
                              Qt::NoModifier, QString(letter));
                key.setTimestamp(m_now += 4);
                QCoreApplication::sendEvent(window, &key);
            }
        settle();
    }
    Q_INVOKABLE void pullStick() {
        m_world.desk.places.removeFirst();
        emit m_world.places.placesChanged();
        settle();
    }
    /// The next call of that operation cannot read the disk.
    Q_INVOKABLE void breakDisk(const QString& operation) {
        m_world.desk.failNext(operation, {ErrorCode::Corrupt, "files.device-error", "read error", ""});
    }
    /// The next call of that operation finds a full disk.
    Q_INVOKABLE void fillDisk(const QString& operation) {
        m_world.desk.failNext(operation, {ErrorCode::NoSpace, "store.disk-full", "no space left", ""});
    }

private:
    quint64 m_now = 0;
    QTemporaryDir m_folder;
    FakeWorld m_world{m_folder.path()};
};

} // namespace teken::app::test
