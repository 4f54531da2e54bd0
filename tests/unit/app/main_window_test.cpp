#include "app/teken/main_window.h"
#include "app_fixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QGuiApplication>
#include <QQuickWindow>
#include <QScreen>

namespace teken::app::test {
namespace {

class MainWindowTest : public WorldTest {
protected:
    [[nodiscard]] QRect openAndMove(const QRect& to) {
        MainWindow window(world.app);
        EXPECT_TRUE(window.load());
        window.window()->setMinimumSize({400, 300}); // the screen here is a small one
        window.remember(preferences);
        const QRect before = window.window()->geometry();
        if (to.isValid())
            window.window()->setGeometry(to);
        QElapsedTimer timer;
        timer.start();
        while (to.isValid() && preferences.window() != to && timer.elapsed() < 60'000)
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
        return before;
    }

    Preferences preferences{m_folder.path() + "/jendela.ini"};
};

TEST_F(MainWindowTest, StandsWhereItWasLeft) {
    const QRect place(40, 30, 700, 600);
    EXPECT_NE(openAndMove(place), place);
    Preferences again(m_folder.path() + "/jendela.ini");
    EXPECT_EQ(again.window(), place) << "kept in a file of its own";
    EXPECT_EQ(openAndMove({}), place);
}

TEST_F(MainWindowTest, DoesNotHideOnAScreenThatIsGone) {
    preferences.setWindow(QRect(90'000, 50'000, 1000, 700));
    EXPECT_LT(openAndMove({}).left(), 10'000);
}

TEST_F(MainWindowTest, OpensNoLargerThanItsScreen) {
    const QSize room = QGuiApplication::primaryScreen()->availableGeometry().size();
    const QSize given = openAndMove({}).size();
    EXPECT_LE(given.width(), room.width());
    EXPECT_LE(given.height(), room.height());
}

TEST(FittedWindow, LiesOnItsScreen) {
    const QRect room(0, 0, 1280, 720);
    const QSize least(960, 600);
    EXPECT_EQ(MainWindow::fitted({0, 0, 1366, 768}, room, least), room);
    EXPECT_EQ(MainWindow::fitted({400, 300, 1000, 700}, room, least), QRect(280, 20, 1000, 700));
    EXPECT_EQ(MainWindow::fitted({100, 10, 1000, 700}, room, least), QRect(100, 10, 1000, 700));
    EXPECT_EQ(MainWindow::fitted({1200, -40, 1000, 700}, {1280, 0, 1920, 1080}, least),
              QRect(1280, 0, 1000, 700));
    EXPECT_EQ(MainWindow::fitted({10, 10, 1366, 768}, {0, 0, 800, 480}, least), QRect(0, 0, 960, 600));
}

} // namespace
} // namespace teken::app::test
