#include "app/teken/scan_watcher.h"
#include "app_fixture.h"

#include <QKeyEvent>
#include <QSignalSpy>

namespace teken::app::test {
namespace {

class Scans : public WorldTest {
protected:
    Scans() {
        m_watcher.setListening(true);
        m_target.installEventFilter(&m_watcher);
    }
    /// Whether the key was taken away from whoever has the focus.
    bool press(int key, const QString& text, int gapMs) {
        m_now += quint64(gapMs);
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, text);
        event.setTimestamp(m_now);
        return m_watcher.eventFilter(&m_target, &event);
    }
    void type(const QString& text, int gapMs) {
        for (const QChar letter : text)
            EXPECT_FALSE(press(letter.unicode(), letter, gapMs));
    }
    bool enter(int gapMs) { return press(Qt::Key_Return, QStringLiteral("\r"), gapMs); }

    QObject m_target;
    ScanWatcher m_watcher;
    QSignalSpy m_scanned{&m_watcher, &ScanWatcher::scanned};
    quint64 m_now = 1'000'000;
};

TEST_F(Scans, AreToldByTheirSpeedAndTheEnterBehind) {
    type("198506112009011901", 8);
    EXPECT_TRUE(enter(8));
    ASSERT_EQ(m_scanned.count(), 1);
    EXPECT_EQ(m_scanned[0][0].toString(), "198506112009011901");
}

TEST_F(Scans, AreNotAHandThatTypes) {
    type("198506112009011901", 90);
    EXPECT_FALSE(enter(90));
    EXPECT_EQ(m_scanned.count(), 0);
}

TEST_F(Scans, BeginAfterWhatAHandHasTyped) {
    type("nur", 120);
    m_now += 500;
    type("198506112009011901", 8);
    EXPECT_TRUE(enter(8));
    EXPECT_EQ(m_scanned[0][0].toString(), "198506112009011901");
}

TEST_F(Scans, AreLongerThanAQuickWord) {
    type("nurul", 20);
    EXPECT_FALSE(enter(20));
}

TEST_F(Scans, EndWithAnEnterThatComesAtOnce) {
    type("198506112009011901", 8);
    EXPECT_FALSE(enter(400));
    EXPECT_EQ(m_scanned.count(), 0);
}

TEST_F(Scans, LeaveEnterAloneWhereNobodyListens) {
    m_watcher.setListening(false);
    type("198506112009011901", 8);
    EXPECT_FALSE(enter(8));
}

TEST_F(Scans, AreNoArrowOrDeleteKeys) {
    type("1985061120", 8);
    EXPECT_FALSE(press(Qt::Key_Left, {}, 8));
    EXPECT_FALSE(enter(8));
}

TEST_F(Scans, TakeThePersonOnTheSessionPage) {
    world.enterSession();
    QObject window;
    world.app.watch(&window);
    const QString number = QString(world.desk.people[3].number).remove(' ');
    quint64 now = 5'000;
    const auto send = [&](int key, const QString& text) {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, text);
        event.setTimestamp(now += 8);
        QCoreApplication::sendEvent(&window, &event);
    };
    for (const QChar letter : number)
        send(letter.unicode(), letter);
    send(Qt::Key_Return, QStringLiteral("\r"));
    world.settle();
    EXPECT_EQ(world.app.page(), App::Sign);
    EXPECT_EQ(world.app.sign()->person().name, world.desk.people[3].name);
}

TEST_F(Scans, OfABadgeEndTheSlipBefore) {
    beginSigning(0);
    QObject window;
    world.app.watch(&window);
    quint64 now = 5'000;
    const auto scan = [&] {
        for (const QChar letter : QString(world.desk.people[3].number).remove(' ') + u'\r') {
            QKeyEvent event(QEvent::KeyPress, letter == u'\r' ? int(Qt::Key_Return) : letter.unicode(),
                            Qt::NoModifier, QString(letter));
            event.setTimestamp(now += 8);
            QCoreApplication::sendEvent(&window, &event);
        }
        world.settle();
    };
    scan();
    EXPECT_EQ(world.app.sign()->person().name, world.desk.people[0].name) << "somebody signs";
    drawSignature(*world.app.sign()->ink());
    world.app.sign()->save();
    world.settle();
    scan();
    EXPECT_EQ(world.app.page(), App::Sign);
    EXPECT_EQ(world.app.sign()->person().name, world.desk.people[3].name);
    EXPECT_EQ(world.app.sign()->stage(), SignController::Signing);
}

} // namespace
} // namespace teken::app::test
