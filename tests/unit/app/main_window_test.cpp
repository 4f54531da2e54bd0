#include "app/teken/main_window.h"
#include "app_fixture.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QQuickWindow>

namespace teken::app::test {
namespace {

class MainWindowTest : public WorldTest {
protected:
    [[nodiscard]] QRect openAndMove(const QRect& to) {
        MainWindow window(world.app);
        EXPECT_TRUE(window.load());
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
    const QRect place(40, 30, 1000, 700);
    EXPECT_NE(openAndMove(place), place);
    Preferences again(m_folder.path() + "/jendela.ini");
    EXPECT_EQ(again.window(), place) << "kept in a file of its own";
    EXPECT_EQ(openAndMove({}), place);
}

TEST_F(MainWindowTest, DoesNotHideOnAScreenThatIsGone) {
    preferences.setWindow(QRect(90'000, 50'000, 1000, 700));
    EXPECT_LT(openAndMove({}).left(), 10'000);
}

} // namespace
} // namespace teken::app::test
