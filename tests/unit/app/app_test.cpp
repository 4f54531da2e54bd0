#include "app_fixture.h"

#include <QKeyEvent>
#include <QSettings>

namespace teken::app::test {
namespace {

class AppTest : public WorldTest {};

TEST_F(AppTest, RemembersLookAndLanguage) {
    world.app.setTheme("outdoor");
    world.app.setLanguage("en");
    Preferences again(m_folder.path() + "/teken.ini");
    EXPECT_EQ(again.theme(), QStringLiteral("outdoor"));
    EXPECT_EQ(again.language(), QStringLiteral("en"));
    world.app.setLanguage("id");
}

TEST_F(AppTest, ChangesTheWordsOfAFailureWithTheLanguage) {
    world.unlock();
    world.desk.failNext("listSessions", {ErrorCode::NoSpace, "no.such-reason", "full", ""});
    world.app.goHome();
    world.settle();
    const auto indonesian = world.app.home()->failure().why;
    world.app.setLanguage("en");
    EXPECT_NE(world.app.home()->failure().why, indonesian);
    world.app.setLanguage("id");
    EXPECT_EQ(world.app.home()->failure().why, indonesian);
}

TEST_F(AppTest, ShowsUnlockingOnAnEnrolledLaptop) {
    world.app.start();
    world.settle();
    EXPECT_EQ(world.app.page(), App::Unlock);
}

TEST_F(AppTest, AnotherOfficerDoesNotLandInTheSessionOfTheFirst) {
    world.enterSession();
    world.app.lock();
    world.settle();
    world.app.changeOfficer();
    EXPECT_EQ(world.app.page(), App::Unlock);
    world.app.unlock()->unlock(QString::fromUtf8(kPassphrase));
    world.settle();
    EXPECT_EQ(world.app.page(), App::Home);
}

TEST_F(AppTest, BackNeverLeavesALockedScreen) {
    world.enterSession();
    world.app.lock();
    world.app.back();
    EXPECT_EQ(world.app.page(), App::Locked);
}

TEST_F(AppTest, ShowsTheTourAfterTheFirstUnlockingAndNeverAgain) {
    QSettings(m_folder.path() + "/teken.ini", QSettings::IniFormat).remove("look/tour-seen");
    world.unlock();
    EXPECT_EQ(world.app.page(), App::Tour);
    world.app.finishTour();
    EXPECT_EQ(world.app.page(), App::Home);
    world.app.lock();
    world.settle();
    world.app.unlock()->unlock(QString::fromUtf8(kPassphrase));
    world.settle();
    EXPECT_EQ(world.app.page(), App::Home);
}

TEST_F(AppTest, ComesBackFromTheGalleryToWhereItWas) {
    world.enterSession();
    world.app.showGallery();
    EXPECT_EQ(world.app.page(), App::Gallery);
    world.app.back();
    EXPECT_EQ(world.app.page(), App::Session);
}

TEST_F(AppTest, OpensNoGalleryOverSomebodyWhoSigns) {
    world.enterSession();
    world.app.session()->takeNext();
    world.settle();
    world.app.showGallery();
    EXPECT_EQ(world.app.page(), App::Sign);
}

TEST_F(AppTest, KeepsTheSizeOfLettersWithinItsBounds) {
    world.app.setTextPercent(150);
    EXPECT_EQ(Preferences(m_folder.path() + "/teken.ini").textPercent(), 150);
    world.app.setTextPercent(900);
    EXPECT_EQ(world.app.textPercent(), 200);
    world.app.setTextPercent(0);
    EXPECT_EQ(world.app.textPercent(), 100);
}

} // namespace
} // namespace teken::app::test
