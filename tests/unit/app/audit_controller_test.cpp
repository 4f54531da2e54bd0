#include "app_fixture.h"

#include <QKeyEvent>
#include <QSignalSpy>

namespace teken::app::test {
namespace {

constexpr const char* kDigits = "21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9";

class AuditControllerTest : public WorldTest {
protected:
    AuditController& audit = *world.app.audit();

    void SetUp() override {
        world.app.start();
        world.settle();
        world.app.showAudit();
        world.settle();
    }
    void choose(const char* file) {
        audit.choose(QString::fromUtf8(file));
        world.settle();
    }
    void start(const char* passphrase = "") {
        audit.start(QString::fromUtf8(kDigits), QString::fromUtf8(passphrase));
        world.settle();
    }
};

TEST_F(AuditControllerTest, ReadsAFingerprintHoweverItComes) {
    const auto digits = [](const char* typed) { return AuditController::digitsOf(QString::fromUtf8(typed)); };
    EXPECT_EQ(digits("21FE 31DF a154"), "21fe31dfa154");
    EXPECT_EQ(digits("  21fe-31df–a154—\t\n"), "21fe31dfa154");
    EXPECT_EQ(digits("SHA256: 21:fe:31.df"), "21fe31df");
    EXPECT_EQ(digits("21fe\xC2\xA0"
                     "31df\xE2\x80\x8B"
                     "a154"),
              "21fe31dfa154"); // no-break and zero-width
    EXPECT_EQ(digits("0x21fe"), "21fe");
}

TEST_F(AuditControllerTest, NamesALetterThatIsNoDigit) {
    EXPECT_EQ(AuditController::strayIn("21fe 31dO"), "o");
    EXPECT_EQ(AuditController::strayIn("21fe 31d0"), "");
}

TEST_F(AuditControllerTest, TakesAScanOfTheFingerprint) {
    QSignalSpy scanned(&audit, &AuditController::scanned);
    QObject window;
    world.app.watch(&window);
    quint64 now = 5'000;
    for (const QChar letter : QString::fromUtf8(kDigits).toUpper() + u'\r') {
        QKeyEvent event(QEvent::KeyPress, letter == u'\r' ? int(Qt::Key_Return) : letter.unicode(),
                        Qt::NoModifier, QString(letter));
        event.setTimestamp(now += 8);
        QCoreApplication::sendEvent(&window, &event);
    }
    ASSERT_EQ(scanned.count(), 1);
    EXPECT_EQ(scanned[0][0].toString(), kDigits);
}

TEST_F(AuditControllerTest, AsksForTheRecipientsKeyOnlyWhereTheFileIsSealed) {
    choose("/media/bukti.teken");
    EXPECT_FALSE(audit.sealed());
    choose("/media/bersegel.teken");
    EXPECT_TRUE(audit.wantsKey());
    EXPECT_FALSE(audit.wantsPassphrase());
    audit.chooseKey("/media/berdua.book");
    world.settle();
    EXPECT_TRUE(audit.wantsPassphrase());
    EXPECT_EQ(audit.holders().size(), 2);
    audit.setHolder(1);
    start(kAuditPassphrase);
    EXPECT_EQ(audit.state(), AuditController::Verdict);
    EXPECT_EQ(world.audit.asked.holder, audit.holders()[1]);
    EXPECT_EQ(world.audit.asked.keyBook, "/media/berdua.book");
}

TEST_F(AuditControllerTest, LetsGoOfABookThatDoesNotFit) {
    choose("/media/bersegel.teken");
    audit.chooseKey("/media/lain.book");
    world.settle();
    EXPECT_EQ(audit.failure().reason, "audit.other-recipient");
    EXPECT_TRUE(audit.sealed());
    EXPECT_TRUE(audit.keyBook().isEmpty());
    audit.chooseKey("/media/inspektorat.book");
    world.settle();
    EXPECT_FALSE(audit.failure().present());
    EXPECT_TRUE(audit.wantsPassphrase());
}

TEST_F(AuditControllerTest, SaysThatAPassphraseIsWrongAndTakesAnother) {
    choose("/media/bersegel.teken");
    audit.chooseKey("/media/inspektorat.book");
    world.settle();
    QSignalSpy refused(&audit, &AuditController::refused);
    start("salah");
    EXPECT_EQ(refused.count(), 1);
    EXPECT_EQ(audit.state(), AuditController::Choosing);
    EXPECT_EQ(audit.failure().reason, "store.wrong-passphrase");
    start(kAuditPassphrase);
    EXPECT_EQ(audit.state(), AuditController::Verdict);
}

TEST_F(AuditControllerTest, ForgetsTheKeyWithTheFile) {
    choose("/media/bersegel.teken");
    audit.chooseKey("/media/inspektorat.book");
    world.settle();
    choose("/media/bukti.teken");
    EXPECT_TRUE(audit.keyBook().isEmpty());
    EXPECT_FALSE(audit.wantsPassphrase());
}

TEST_F(AuditControllerTest, TellsADroppedBookFromEvidence) {
    audit.drop({"file:///media/pusat.book"});
    world.settle();
    EXPECT_EQ(audit.file(), "/media/pusat.book");
    audit.drop({"file:///media/inspektorat.book", "file:///media/bersegel.teken", "/media/saksi.txt"});
    world.settle();
    EXPECT_EQ(audit.file(), "/media/bersegel.teken");
    EXPECT_EQ(audit.keyBook(), "/media/inspektorat.book");
    EXPECT_EQ(audit.held(), QStringList{"/media/saksi.txt"});
}

TEST_F(AuditControllerTest, TakesNothingDroppedOverAVerdict) {
    choose("/media/bukti.teken");
    start();
    audit.drop({"/media/lain.teken"});
    EXPECT_EQ(audit.file(), "/media/bukti.teken");
}

TEST_F(AuditControllerTest, KeepsTheVerdictWhenAReportCannotBeWritten) {
    choose("/media/bukti.teken");
    start();
    world.desk.failNext("exportReport", {ErrorCode::NoSpace, "audit.place-full", "full", ""});
    audit.exportReport("/media");
    world.settle();
    EXPECT_EQ(audit.failure().reason, "audit.place-full");
    EXPECT_TRUE(audit.written().isEmpty());
    EXPECT_EQ(audit.state(), AuditController::Verdict);
    audit.exportReport("/media");
    world.settle();
    EXPECT_EQ(audit.written().size(), 3);
}

TEST_F(AuditControllerTest, PutsSealedEvidenceAwayWhenTheLaptopIsLocked) {
    world.unlock();
    world.app.showAudit();
    choose("/media/bersegel.teken");
    audit.chooseKey("/media/inspektorat.book");
    world.settle();
    start(kAuditPassphrase);
    ASSERT_EQ(audit.state(), AuditController::Verdict);
    world.app.lock();
    world.settle();
    EXPECT_TRUE(world.audit.closed);
    EXPECT_TRUE(audit.file().isEmpty());
}

} // namespace
} // namespace teken::app::test
