// Any folder of the machine, as the auditor looks through them.
#include "app/teken/desk_services/mounted_places.h"

#include "tests/unit/app_desk/desk_services_fixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace teken::app::test {
namespace {

class Folders : public ::testing::Test {
protected:
    void SetUp() override {
        QDir root(m_root.path());
        for (const auto* folder : {"b/dalam", "A", ".tersembunyi"})
            ASSERT_TRUE(root.mkpath(QLatin1String(folder)));
        for (const auto* name : {"bukti.teken", "Anggaran.teken", "surat.txt"}) {
            QFile file(root.filePath(QLatin1String(name)));
            ASSERT_TRUE(file.open(QIODevice::WriteOnly));
            file.write("isi");
        }
    }
    [[nodiscard]] Result<FolderView> look(const QString& folder, const QStringList& patterns = {}) {
        return wait<FolderView>([&](auto finish) { m_places.lookInto(folder, patterns, finish); });
    }
    static QStringList names(const Result<FolderView>& view) {
        QStringList names;
        for (const auto& row : view->rows)
            names.append(row.name);
        return names;
    }

    QTemporaryDir m_root;
    MountedPlaces m_places;
};

TEST_F(Folders, ListFoldersFirstAndOnlyFilesThatAreLookedFor) {
    const auto view = look(m_root.path(), {QStringLiteral("*.teken")});
    ASSERT_TRUE(view) << describe(view.error());
    EXPECT_EQ(names(view), (QStringList{"A", "b", "Anggaran.teken", "bukti.teken"}));
    EXPECT_TRUE(view->rows[0].isFolder);
    EXPECT_EQ(view->rows[3].bytes, 3);
    EXPECT_TRUE(view->writable);
    EXPECT_GT(view->freeBytes, 0);
}

TEST_F(Folders, ListNoFilesWhereOneIsToBeWritten) {
    EXPECT_EQ(names(look(m_root.path())), (QStringList{"A", "b"}));
}

TEST_F(Folders, KnowTheWayUpAndWhereItEnds) {
    const auto below = look(m_root.path() + "/b/dalam/../dalam");
    ASSERT_TRUE(below);
    EXPECT_EQ(below->folder, QDir(m_root.path()).canonicalPath() + "/b/dalam");
    EXPECT_EQ(look(below->parent)->folder, QDir(m_root.path()).canonicalPath() + "/b");
    EXPECT_TRUE(look("/")->parent.isEmpty());
}

TEST_F(Folders, BeginAtThePersonsOwn) {
    const auto own = QDir(QDir::homePath()).canonicalPath();
    EXPECT_EQ(look("")->folder, own);
    EXPECT_EQ(look("~")->folder, own);
}

TEST_F(Folders, ThatAreNoneAreRefusedInWords) {
    for (const auto& none : {m_root.path() + "/tidak-ada", m_root.path() + "/surat.txt"}) {
        const auto refused = look(none);
        ASSERT_FALSE(refused) << none.toStdString();
        EXPECT_EQ(refused.error().code, ErrorCode::NotFound);
        EXPECT_TRUE(noticeFor(refused.error()).present());
    }
}

TEST_F(Folders, WithTooMuchInThemSayHowMuchIsNotShown) {
    for (int number = 0; number < 510; ++number)
        ASSERT_TRUE(QDir(m_root.path()).mkdir(QStringLiteral("A/%1").arg(number)));
    const auto view = look(m_root.path() + "/A");
    ASSERT_TRUE(view);
    EXPECT_EQ(view->rows.size(), 500);
    EXPECT_EQ(view->hidden, 10);
}

} // namespace
} // namespace teken::app::test
