#include "app_fixture.h"

#include <QKeyEvent>
#include <QSignalSpy>

namespace teken::app::test {
namespace {

class UnlockControllerTest : public WorldTest {};

TEST_F(UnlockControllerTest, OpensWithTheRightPassphrase) {
    world.unlock();
    EXPECT_TRUE(world.app.unlock()->isUnlocked());
    EXPECT_EQ(world.app.page(), App::Home);
}

TEST_F(UnlockControllerTest, StaysShutWithAWrongOneAndSaysSo) {
    world.app.start();
    world.settle();
    QSignalSpy refused(world.app.unlock(), &UnlockController::refused);
    world.app.unlock()->unlock(QStringLiteral("salah"));
    world.settle();
    EXPECT_FALSE(world.app.unlock()->isUnlocked());
    EXPECT_EQ(world.app.page(), App::Unlock);
    EXPECT_EQ(refused.count(), 1);
}

TEST_F(UnlockControllerTest, DoesNotAskTwiceWhileBusy) {
    world.app.start();
    world.settle();
    QSignalSpy unlocked(world.app.unlock(), &UnlockController::unlocked);
    world.desk.hold();
    world.app.unlock()->unlock(QString::fromUtf8(kPassphrase));
    world.app.unlock()->unlock(QString::fromUtf8(kPassphrase));
    world.desk.release();
    EXPECT_EQ(unlocked.count(), 1);
}

TEST_F(UnlockControllerTest, TellsTheDrivesZoneBeforeAndAfterUnlocking) {
    EXPECT_TRUE(world.app.unlock()->zone().isEmpty());
    world.app.start();
    world.settle();
    EXPECT_EQ(world.app.unlock()->zone(), QStringLiteral("WIB"));
    world.desk.welcome.zone = QStringLiteral("WITA");
    QSignalSpy changed(world.app.unlock(), &UnlockController::zoneChanged);
    world.app.unlock()->unlock(QString::fromUtf8(kPassphrase));
    world.settle();
    EXPECT_EQ(world.app.unlock()->zone(), QStringLiteral("WITA"));
    EXPECT_EQ(changed.count(), 1);
}

TEST_F(UnlockControllerTest, IgnoresAnEmptyPassphrase) {
    world.app.start();
    world.settle();
    world.app.unlock()->unlock({});
    EXPECT_FALSE(world.app.unlock()->isBusy());
}

TEST_F(UnlockControllerTest, RefusesAnOfficerThatIsNotThere) {
    world.app.start();
    world.settle();
    world.app.unlock()->select(7);
    EXPECT_EQ(world.app.unlock()->selected(), 0);
}

TEST_F(UnlockControllerTest, CoversTheScreenAtOnceWhenLocked) {
    world.enterSession();
    world.desk.hold();
    world.app.lock();
    EXPECT_EQ(world.app.page(), App::Locked);
    EXPECT_FALSE(world.app.session()->hasPerson());
    EXPECT_EQ(world.app.session()->people()->count(), 0);
    EXPECT_EQ(world.app.home()->sessions()->count(), 0);
    world.desk.release();
}

TEST_F(UnlockControllerTest, ReturnsToTheSessionAfterTheLock) {
    world.enterSession();
    world.app.lock();
    world.settle();
    world.app.unlock()->unlock(QString::fromUtf8(kPassphrase));
    world.settle();
    EXPECT_EQ(world.app.page(), App::Session);
    EXPECT_TRUE(world.app.session()->isActive());
}

TEST_F(UnlockControllerTest, ReturnsToTheSessionAfterACrash) {
    world.desk.welcome.activeSession = world.desk.sessions[0].session;
    world.desk.welcome.afterCrash = true;
    world.unlock();
    EXPECT_EQ(world.app.page(), App::Session);
    EXPECT_TRUE(world.app.unlock()->welcome().afterCrash);
    world.app.unlock()->dismissWelcome();
    EXPECT_FALSE(world.app.unlock()->welcome().afterCrash);
}

TEST_F(UnlockControllerTest, TellsOfStrokesThatWaitUntilTheirPersonHasSigned) {
    world.desk.welcome.unfinishedName = world.desk.people[3].name;
    const auto sign = [this] {
        drawSignature(*world.app.sign()->ink());
        world.app.sign()->save();
        world.settle();
        world.app.sign()->leave();
        world.settle();
    };
    beginSigning(0);
    sign();
    EXPECT_EQ(world.app.unlock()->welcome().unfinishedName, world.desk.people[3].name) << "somebody else";
    search(world.desk.people[3].name);
    world.app.session()->takeFirst();
    world.settle();
    sign();
    EXPECT_TRUE(world.app.unlock()->welcome().unfinishedName.isEmpty());
}

TEST_F(UnlockControllerTest, TellsOfStrokesThatWaitOnlyOnce) {
    world.desk.welcome.unfinishedName = world.desk.people[3].name;
    world.unlock();
    world.app.unlock()->dismissWelcome();
    EXPECT_TRUE(world.app.unlock()->welcome().unfinishedName.isEmpty());
}

QKeyEvent letter(const char* text, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    return {QEvent::KeyPress, Qt::Key_A, modifiers, QString::fromLatin1(text)};
}

TEST(CapsLockWatcher, LearnsFromLetters) {
    CapsLockWatcher watcher;
    auto capital = letter("A");
    watcher.eventFilter(nullptr, &capital);
    EXPECT_TRUE(watcher.isOn());
    auto small = letter("a");
    watcher.eventFilter(nullptr, &small);
    EXPECT_FALSE(watcher.isOn());
}

TEST(CapsLockWatcher, KnowsCapitalsMadeWithShift) {
    CapsLockWatcher watcher;
    auto capital = letter("A", Qt::ShiftModifier);
    watcher.eventFilter(nullptr, &capital);
    EXPECT_FALSE(watcher.isOn());
    auto small = letter("a", Qt::ShiftModifier);
    watcher.eventFilter(nullptr, &small);
    EXPECT_TRUE(watcher.isOn());
}

TEST(CapsLockWatcher, LearnsNothingFromDigits) {
    CapsLockWatcher watcher;
    auto digit = letter("7");
    watcher.eventFilter(nullptr, &digit);
    EXPECT_FALSE(watcher.isOn());
}

} // namespace
} // namespace teken::app::test
