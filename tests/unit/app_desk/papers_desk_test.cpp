// Papers through the screens' service, over a real book; and the system's print command as a script.
#include "tests/unit/app_desk/desk_services_fixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace teken::app::test {
namespace {

using teken::test::orThrow;

class PapersDay : public OfficersDay {
protected:
    void SetUp() override {
        OfficersDay::SetUp();
        m_session = open();
        for (const auto& person : search(m_session, {}).mid(0, 3))
            ASSERT_TRUE(sign(m_session, person.person));
    }
    [[nodiscard]] Result<PreparedPaper> prepare(const char* kind, int pictures = 3) {
        return wait<PreparedPaper>([&](auto finish) {
            on().papers.prepare(m_session, QString::fromLatin1(kind), QStringLiteral("F4"), pictures, finish);
        });
    }
    [[nodiscard]] Result<SavedPapers> save(const QStringList& kinds, const QString& folder) {
        return wait<SavedPapers>(
            [&](auto finish) { on().papers.save(m_session, kinds, QStringLiteral("A4"), folder, finish); });
    }
    [[nodiscard]] Result<> print() {
        return wait<void>([&](auto finish) {
            on().papers.print(m_session, QStringLiteral("minutes"), QStringLiteral("A4"), finish);
        });
    }
    void writeLetterhead(const char* toml) {
        QDir().mkpath(folder() + "data");
        QFile file(folder() + "data/kop.toml");
        ASSERT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(toml);
    }

    SessionId m_session;
    QTemporaryDir m_out;
};

TEST_F(PapersDay, DrawsTheFirstPagesAndCountsAll) {
    const auto paper = prepare("pakta", 2);
    ASSERT_TRUE(paper) << describe(paper.error());
    EXPECT_EQ(paper->pages, 3);
    ASSERT_EQ(paper->pictures.size(), 2);
    EXPECT_GT(paper->pictures[0].height(), paper->pictures[0].width());
    EXPECT_EQ(prepare("head", 0)->pictures.size(), 0);
}

TEST_F(PapersDay, SavesEachPaperAsAFileOfItsOwn) {
    const auto saved = save({"minutes", "sheet", "attendance"}, m_out.path());
    ASSERT_TRUE(saved) << describe(saved.error());
    EXPECT_EQ(saved->files, 3);
    const auto files = QDir(m_out.path()).entryList({"*.pdf"}, QDir::Files);
    ASSERT_EQ(files.size(), 3);
    QFile file(m_out.filePath(files[0]));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.read(5), QByteArray("%PDF-"));
}

TEST_F(PapersDay, SaysInWordsThatAStickWasPulled) {
    const auto gone = save({"minutes"}, m_out.path() + "/flashdisk/yang/dicabut");
    ASSERT_FALSE(gone);
    const auto notice = noticeFor(gone.error());
    EXPECT_FALSE(notice.safe.isEmpty() || notice.why.isEmpty() || notice.next.isEmpty());
}

TEST_F(PapersDay, UsesTheLetterheadOfTheDataFolderAndNamesItsFault) {
    writeLetterhead("lines = [\"KECAMATAN PAMEKASAN\"]\n");
    EXPECT_TRUE(prepare("minutes"));
    writeLetterhead("kop = 1\n");
    const auto refused = prepare("minutes");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "papers.letterhead");
    EXPECT_EQ(refused.error().place, "kop");
}

class LetterheadDay : public PapersDay {
protected:
    [[nodiscard]] Result<LetterheadForm> read() {
        return wait<LetterheadForm>([&](auto finish) { on().letterhead.read(finish); });
    }
    [[nodiscard]] Result<LetterheadForm> save(const LetterheadForm& form) {
        return wait<LetterheadForm>([&](auto finish) { on().letterhead.save(form, finish); });
    }
    [[nodiscard]] Result<QImage> preview(const LetterheadForm& form) {
        return wait<QImage>([&](auto finish) { on().letterhead.preview(form, finish); });
    }
    [[nodiscard]] QString picture(const char* name, QSize size) {
        const auto path = m_out.filePath(QString::fromLatin1(name));
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::darkGreen);
        EXPECT_TRUE(image.save(path, "PNG"));
        return path;
    }
};

TEST_F(LetterheadDay, IsWrittenOnceAndPrintedFromThenOn) {
    auto form = orThrow(read());
    EXPECT_EQ(form, LetterheadForm());
    form.lines = QStringList{"PEMERINTAH KABUPATEN PAMEKASAN", "KECAMATAN PAMEKASAN"};
    form.city = QStringLiteral("Pamekasan");
    form.newCrest = picture("lambang.png", {60, 80});
    const auto head = preview(form);
    ASSERT_TRUE(head) << describe(head.error());
    EXPECT_GT(head->width(), head->height());
    const auto written = save(form);
    ASSERT_TRUE(written) << describe(written.error());
    EXPECT_FALSE(written->crest.isEmpty());
    EXPECT_TRUE(written->newCrest.isEmpty());
    EXPECT_EQ(orThrow(read()), *written);
    EXPECT_TRUE(prepare("minutes"));
}

TEST_F(LetterheadDay, RefusesPicturesAndFoldersAndKeepsWhatThereWas) {
    LetterheadForm form;
    form.lines = QStringList{"KECAMATAN PAMEKASAN"};
    ASSERT_TRUE(save(form));
    auto wrong = form;
    wrong.newCrest = picture("besar.png", {2'100, 20});
    EXPECT_EQ(preview(wrong).error().reason, "papers.crest");
    EXPECT_EQ(save(wrong).error().reason, "papers.crest");
    QFile text(m_out.filePath("surat.png"));
    ASSERT_TRUE(text.open(QIODevice::WriteOnly) && text.write("bukan gambar") > 0);
    text.close();
    wrong.newCrest = text.fileName();
    EXPECT_EQ(save(wrong).error().reason, "papers.crest");
    wrong = form;
    wrong.lines = QStringList(QStringList{"1", "2", "3", "4", "5", "6", "7"});
    EXPECT_EQ(save(wrong).error().reason, "papers.letterhead");
    EXPECT_EQ(orThrow(read()), form);
}

TEST_F(PapersDay, PrintsOneWholePdf) {
    ASSERT_TRUE(print());
    ASSERT_EQ(m_tray.papers.size(), 1U);
    EXPECT_EQ(::teken::textOf(ByteView(m_tray.papers[0]).first(5)), "%PDF-");
}

TEST_F(PapersDay, SaysInWordsWhatAPrinterLacks) {
    for (const char* reason :
         {"papers.no-printer", "papers.no-print-program", "papers.printer-silent", "papers.print-refused"}) {
        m_tray.trouble = Error{ErrorCode::NotFound, reason, "x", ""};
        const auto refused = print();
        ASSERT_FALSE(refused);
        EXPECT_EQ(noticeFor(refused.error()).reason, QString::fromLatin1(reason));
        EXPECT_TRUE(noticeFor(refused.error()).safe.contains(QStringLiteral("PDF"))) << reason;
    }
}

TEST_F(PapersDay, GivesNothingWhileLocked) {
    orThrow(wait<bool>([&](auto finish) {
        on().unlock.lock([finish](Result<> result) {
            finish(result ? Result<bool>(true) : Result<bool>(tl::unexpected(result.error())));
        });
    }));
    const auto refused = prepare("minutes");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::Locked);
}

class Cups : public ::testing::Test {
protected:
    QString lp(const char* script) {
        const auto path = m_folder.filePath(QStringLiteral("lp"));
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(script);
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }
    [[nodiscard]] std::string reasonOf(const QString& program) {
        const auto printed =
            CupsPrinter(program).print(toBytes("%PDF-"), QStringLiteral("Teken"), QStringLiteral("F4"));
        return printed ? "" : printed.error().reason;
    }
    QTemporaryDir m_folder;
};

TEST_F(Cups, IsGivenThePdfAndThePaper) {
    const auto said = m_folder.filePath(QStringLiteral("kata"));
    const auto got = m_folder.filePath(QStringLiteral("berkas"));
    const auto script = QStringLiteral("#!/bin/sh\necho \"$@\" >'%1'\ncat >'%2'\n").arg(said, got);
    EXPECT_EQ(reasonOf(lp(script.toUtf8().constData())), "");
    QFile words(said), pdf(got);
    ASSERT_TRUE(words.open(QIODevice::ReadOnly) && pdf.open(QIODevice::ReadOnly));
    EXPECT_TRUE(words.readAll().contains("Custom.215x330mm"));
    EXPECT_EQ(pdf.readAll(), QByteArray("%PDF-"));
}

TEST_F(Cups, DrawsNoSlipOutOverTheSheet) {
    const auto said = m_folder.filePath(QStringLiteral("kata"));
    const auto script = QStringLiteral("#!/bin/sh\necho \"$@\" >'%1'\ncat >/dev/null\n").arg(said);
    ASSERT_TRUE(CupsPrinter(lp(script.toUtf8().constData()))
                    .print(toBytes("%PDF-"), QStringLiteral("Teken"), QStringLiteral("slip")));
    QFile words(said);
    ASSERT_TRUE(words.open(QIODevice::ReadOnly));
    EXPECT_TRUE(words.readAll().contains("media=A4 -o print-scaling=none"));
}

TEST_F(Cups, TellsAMissingProgramFromAMissingPrinterAndFromARefusal) {
    EXPECT_EQ(reasonOf(m_folder.filePath(QStringLiteral("tidak-ada"))), "papers.no-print-program");
    EXPECT_EQ(
        reasonOf(
            lp("#!/bin/sh\ncat >/dev/null\necho 'lp: Error - no default destination available.'\nexit 1\n")),
        "papers.no-printer");
    EXPECT_EQ(reasonOf(lp("#!/bin/sh\ncat >/dev/null\necho 'lp: unsupported document-format'\nexit 1\n")),
              "papers.print-refused");
}

} // namespace
} // namespace teken::app::test
