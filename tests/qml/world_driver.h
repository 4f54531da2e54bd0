// The fake laptop as tests written in QML drive it: `import Teken.Fakes`, singleton World.
#pragma once

#include "fake_world.h"

#include <QObject>
#include <QTemporaryDir>

namespace teken::app::test {

class WorldDriver : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString passphrase READ passphrase CONSTANT)
    Q_PROPERTY(QString auditPassphrase READ auditPassphrase CONSTANT)
    Q_PROPERTY(int signatures READ signatures)
    Q_PROPERTY(int printedSlips READ printedSlips)

public:
    [[nodiscard]] App& app() { return m_world.app; }
    [[nodiscard]] QString auditPassphrase() const { return QString::fromUtf8(kAuditPassphrase); }
    [[nodiscard]] QString passphrase() const { return QString::fromUtf8(kPassphrase); }
    [[nodiscard]] int signatures() const { return int(m_world.desk.signatures.size()); }

    Q_INVOKABLE void start() {
        m_world.app.start();
        settle();
    }
    Q_INVOKABLE void settle() { m_world.settle(); }
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
    Q_INVOKABLE QString personName(int index) const { return m_world.desk.people.value(index).name; }
    [[nodiscard]] int printedSlips() const { return int(m_world.papers.printed.size()); }
    Q_INVOKABLE QString slipText() const { return practiceSlip(); }
    Q_INVOKABLE void losePrinter() {
        m_world.desk.failNext(QStringLiteral("print"),
                              {ErrorCode::NotFound, "papers.no-printer", "no printer", ""});
    }
    /// The next call of that operation finds a full disk.
    Q_INVOKABLE void fillDisk(const QString& operation) {
        m_world.desk.failNext(operation, {ErrorCode::NoSpace, "store.disk-full", "no space left", ""});
    }

private:
    QTemporaryDir m_folder;
    FakeWorld m_world{m_folder.path()};
};

} // namespace teken::app::test
