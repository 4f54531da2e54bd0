#include "app/teken/look/look_check.h"

#include "app/teken/main_window.h"
#include "app_fixture.h"

#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>

namespace teken::app::test {
namespace {

/// A window with whatever QML stands in it.
class LookCheck : public ::testing::Test {
protected:
    QStringList flawsOf(const QByteArray& content) {
        QQmlComponent component(&m_engine);
        component.setData(
            "import QtQuick\nimport QtQuick.Templates as T\nRectangle { width: 400; height: 300; "
            "color: \"white\"\n" +
                content + "\n}",
            {});
        auto* item = qobject_cast<QQuickItem*>(component.create());
        EXPECT_TRUE(item) << qPrintable(component.errorString());
        m_window.resize(400, 300);
        m_window.setColor(Qt::white);
        m_window.show();
        if (!item)
            return {};
        item->setParent(&m_window);
        item->setParentItem(m_window.contentItem());
        return findFlaws(m_window);
    }
    static bool says(const QStringList& flaws, const char* part) {
        return flaws.join('|').contains(QLatin1String(part));
    }
    static QByteArray button(const QByteArray& more) {
        return "T.Button { objectName: \"b\"; text: \"Simpan\"; Accessible.name: text; Accessible.role: "
               "Accessible.Button; " +
               more + " }";
    }

    QQmlEngine m_engine;
    QQuickWindow m_window;
};

TEST_F(LookCheck, FindsNothingOnACleanPage) {
    const auto flaws = flawsOf(button("x: 10; y: 10; width: 100; height: 44") +
                               "\nText { y: 100; text: \"Nama\"; color: \"#222222\" }");
    EXPECT_TRUE(flaws.isEmpty()) << qPrintable(flaws.join('\n'));
}

TEST_F(LookCheck, FindsAButtonTooSmallForAFinger) {
    EXPECT_TRUE(says(flawsOf(button("width: 100; height: 43")), "too small"));
}

TEST_F(LookCheck, FindsAButtonOutsideTheWindow) {
    EXPECT_TRUE(says(flawsOf(button("x: 350; width: 100; height: 44")), "outside"));
}

TEST_F(LookCheck, FindsAControlWithoutANameForScreenReaders) {
    EXPECT_TRUE(says(flawsOf("T.Button { objectName: \"b\"; width: 100; height: 44; Accessible.role: "
                             "Accessible.Button; Accessible.name: \"\" }"),
                     "no accessible name"));
}

TEST_F(LookCheck, FindsTextCutWithAnEllipsis) {
    EXPECT_TRUE(
        says(flawsOf("Text { width: 30; elide: Text.ElideRight; text: \"Ni Luh Putu Ayu\" }"), "ellipsis"));
}

TEST_F(LookCheck, AllowsAnEllipsisWhereThePageSaysSo) {
    EXPECT_FALSE(
        says(flawsOf("Text { readonly property bool mayElide: true; width: 30; elide: Text.ElideRight; "
                     "text: \"Ni Luh Putu Ayu\" }"),
             "ellipsis"));
}

TEST_F(LookCheck, FindsTextThatRunsOverItsSheet) {
    EXPECT_TRUE(says(flawsOf("Rectangle { width: 40; height: 40; Text { text: \"Pengadministrasi Umum\" } }"),
                     "runs over"));
}

TEST_F(LookCheck, FindsTextOnText) {
    EXPECT_TRUE(
        says(flawsOf("Text { text: \"Sudah 128\" } Text { x: 8; text: \"Belum 112\" }"), "lie on each"));
}

TEST_F(LookCheck, FindsWeakLetters) {
    EXPECT_TRUE(says(flawsOf("Text { text: \"Nomor\"; color: \"#AAAAAA\" }"), "contrast"));
}

TEST_F(LookCheck, AsksNoContrastOfWhatCannotBeUsed) {
    EXPECT_FALSE(says(flawsOf("Text { enabled: false; text: \"Nomor\"; color: \"#AAAAAA\" }"), "contrast"));
}

TEST_F(LookCheck, LooksAtNothingThatIsHidden) {
    EXPECT_TRUE(flawsOf("Text { visible: false; width: 3; text: \"Nomor\" }").isEmpty());
}

TEST(Contrast, IsThatOfTheStandard) {
    EXPECT_NEAR(contrastOf(Qt::black, Qt::white), 21, 0.01);
    EXPECT_NEAR(contrastOf(QColor("#767676"), Qt::white), 4.54, 0.01);
    EXPECT_NEAR(contrastOf(Qt::red, Qt::red), 1, 0.01);
}

class Palettes : public WorldTest {};

TEST_F(Palettes, OfAllThemesReadWell) {
    MainWindow window(world.app);
    ASSERT_TRUE(window.load());
    const auto* theme = window.theme();
    ASSERT_NE(theme, nullptr);
    for (const auto* name : {"light", "dark", "outdoor"}) {
        const auto* palette = theme->property(name).value<QObject*>();
        ASSERT_NE(palette, nullptr) << name;
        const auto weak = weakPairs(*palette);
        EXPECT_TRUE(weak.isEmpty()) << name << ": " << qPrintable(weak.join(", "));
    }
}

} // namespace
} // namespace teken::app::test
