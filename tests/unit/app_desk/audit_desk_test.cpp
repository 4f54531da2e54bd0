// The auditor's desk over real evidence: a centre's log, a closed session, files that are open, sealed and
// damaged.
#include "app/teken/desk_services/audit_desk.h"

#include "core/store/log_table.h"
#include "tests/unit/app_desk/desk_services_fixture.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <cerrno>

namespace teken::app::test {
namespace {

using teken::test::DeskBook;
using teken::test::DeskWorld;
using teken::test::orThrow;

constexpr const char* kLogOrigin = "pusat.example/log";
constexpr const char* kKeyPassphrase = "kunci pemeriksa di amplop";

/// Real files, until a write fails once as it is told to.
class StickFiles final : public FileSystem {
public:
    void after(int writes, int errnoValue) {
        m_left = writes;
        m_errno = errnoValue;
    }
    Result<> writeAtomic(const Path& path, ByteView bytes) override {
        if (m_errno != 0 && m_left-- == 0)
            return fail(systemError(std::exchange(m_errno, 0), "write", path));
        return m_files.writeAtomic(path, bytes);
    }
    Result<Bytes> read(const Path& path, std::uint64_t limit) const override {
        return m_files.read(path, limit);
    }
    bool exists(const Path& path) const override { return m_files.exists(path); }
    Result<> remove(const Path& path) override { return m_files.remove(path); }
    Result<> createFolders(const Path& path) override { return m_files.createFolders(path); }
    Result<std::vector<std::string>> list(const Path& folder) const override { return m_files.list(folder); }
    Result<std::uint64_t> freeBytes(const Path& path) const override { return m_files.freeBytes(path); }

private:
    PosixFileSystem m_files;
    int m_left = 0;
    int m_errno = 0;
};

class AuditorsDesk : public ::testing::Test {
protected:
    void SetUp() override {
        m_logKey.emplace(crypto::SigningKey::generate(m_random));
        auto root = orThrow(desk::AuthorityDesk::open(m_world.seams(m_world.authority)));
        orThrow(root.certifyKey(entry::Role::Log, m_logKey->publicKey(), kLogOrigin, {}));
        m_world.copy(m_world.authority, m_world.admin);
        auto laptop = m_world.laptop("Petugas A");
        const auto session = DeskWorld::open(laptop);
        for (std::size_t i = 0; i < 3; ++i)
            m_signatures.push_back(
                orThrow(laptop.desk->sign(m_world.signing(laptop, session, laptop.person(i)))).entry);
        orThrow(laptop.desk->closeSession(session));
        m_centre.book = orThrow(
            store::Book::create(m_world.folder / "pusat.book", store::Protection::Open, m_world.bookSeams()));
        m_centre.ledger =
            orThrow(ledger::Ledger::open(*m_centre.book, orThrow(desk::pinnedRoot(*m_world.admin.book))));
        ASSERT_TRUE(m_centre.book->write(
            [&](store::Transaction& transaction) { return m_centre.book->log().switchOn(transaction); }));
        m_world.copy(m_world.admin, m_centre);
        m_world.copy(laptop, m_centre);
    }

    [[nodiscard]] QString fingerprint() {
        return QString::fromStdString(
            desk::fingerprintForPeople(orThrow(desk::pinnedRoot(*m_world.admin.book))));
    }
    [[nodiscard]] std::string checkpoint() {
        const auto state = *orThrow(m_centre.book->log().state());
        return log::formatNote(
            orThrow(log::signNote(log::formatCheckpoint({kLogOrigin, state.range.size(), state.range.root()}),
                                  kLogOrigin, *m_logKey)));
    }
    /// Written from the centre; sealed if somebody is named. Without its log nobody can say what is missing.
    QString evidence(const std::string& name, std::optional<RecipientKey> recipient = {}, bool log = true) {
        sync::EvidenceRequest request;
        request.drive = m_world.adminDesk->drive().value();
        request.recipient = recipient;
        if (log)
            request.log = orThrow(sync::logOf(*m_centre.book, {checkpoint()}));
        const auto file = m_world.folder / name;
        orThrow(sync::writeEvidence(*m_centre.book, *m_centre.ledger, m_storage, file, request, m_random));
        return QString::fromStdString(file.string());
    }
    /// A book with a key of its own, and the key.
    RecipientKey keyBook(const std::string& name) {
        const auto book = orThrow(
            store::Book::create(m_world.folder / name, store::Protection::Sealed, m_world.bookSeams()));
        orThrow(book->keyring().add("Inspektorat", entry::Role::Admin, secretText(kKeyPassphrase),
                                    crypto::KdfParams::fast(m_random)));
        return orThrow(book->keyring().recipientKey());
    }
    [[nodiscard]] QString path(const std::string& name) {
        return QString::fromStdString((m_world.folder / name).string());
    }
    static crypto::SecretBytes secretText(const char* text) {
        return crypto::SecretBytes::copyOf(view(std::string_view(text)));
    }

    [[nodiscard]] Result<AuditSeal> look(const QString& file, const QString& book = {}) {
        return wait<AuditSeal>([&](auto finish) { m_desk.look(file, book, finish); });
    }
    [[nodiscard]] Result<AuditResult> audit(const AuditQuestion& question, const char* passphrase = "") {
        return wait<AuditResult>(
            [&](auto finish) { m_desk.audit(question, secretText(passphrase), finish); });
    }
    [[nodiscard]] Result<AuditResult> audit(const QString& file) {
        return audit(AuditQuestion{file, fingerprint().remove(' '), {}, {}, "id", {}, {}});
    }
    [[nodiscard]] Result<AuditEntryView> show(const EntryId& entry, const char* language = "id") {
        return wait<AuditEntryView>([&](auto finish) { m_desk.showEntry(entry, language, finish); });
    }
    [[nodiscard]] Result<QStringList> save(const QString& folder) {
        return wait<QStringList>([&](auto finish) { m_desk.exportReport(folder, "id", finish); });
    }
    static QString said(const AuditEntryView& view, const QString& label) {
        for (const auto& fact : view.facts)
            if (fact.label == label)
                return fact.value;
        return {};
    }

    DeskWorld m_world;
    crypto::SystemRandom m_random;
    sync::PosixBundleStorage m_storage;
    DeskBook m_centre;
    std::optional<crypto::SigningKey> m_logKey;
    std::vector<EntryId> m_signatures;
    StickFiles m_files;
    AuditDesk m_desk{{m_world.clock, m_random, m_files, m_storage}};
};

TEST_F(AuditorsDesk, FindsUntouchedEvidenceIntact) {
    const auto result = audit(evidence("bukti.teken"));
    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_EQ(result->word, "UTUH");
    EXPECT_TRUE(result->canSample);
    EXPECT_EQ(m_desk.step().stage, 3);
}

TEST_F(AuditorsDesk, SeesAnAlteredBook) {
    QFile copy(path("pusat.book"));
    m_centre.ledger.reset();
    m_centre.book.reset();
    ASSERT_TRUE(copy.open(QIODevice::ReadWrite));
    auto bytes = copy.readAll();
    const auto at = bytes.indexOf("\"identified\":\"roster\"");
    ASSERT_GT(at, 0);
    bytes[at + 18] = 'n';
    copy.seek(0);
    copy.write(bytes);
    copy.close();
    const auto result = audit(path("pusat.book"));
    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_EQ(result->word, "TIDAK UTUH");
    ASSERT_FALSE(result->findings.isEmpty());
    EXPECT_EQ(result->findings[0].tone, AuditTone::Bad);

    int refused = 0;
    for (const auto& signature : m_signatures) {
        const auto view = show(signature);
        if (view)
            continue;
        ++refused;
        EXPECT_EQ(view.error().reason, "audit.entry-altered");
        for (const auto language : {words::Language::Indonesian, words::Language::English})
            EXPECT_EQ(words::sentence(view.error(), language).find("tekenctl"), std::string::npos)
                << "nobody has a command line at this desk";
    }
    EXPECT_GT(refused, 0);
}

TEST_F(AuditorsDesk, SaysWhatIsMissingOfOlderEvidence) {
    const auto file = evidence("bukti-lama.teken");
    auto laptop = m_world.laptop("Petugas B");
    m_world.copy(m_world.admin, m_centre); // its certificate: the log has grown since
    const auto newer = m_world.folder / "disimpan-saksi.txt";
    orThrow(m_world.files.writeAtomic(newer, toBytes(checkpoint())).map([] { return true; }));
    const auto result =
        audit({file, fingerprint().remove(' '), {QString::fromStdString(newer.string())}, {}, "id", {}, {}});
    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_EQ(result->word, "TIDAK LENGKAP");
}

TEST_F(AuditorsDesk, CallsAnEntryByItsNameAndFindsItsPlace) {
    ASSERT_TRUE(audit(evidence("bukti.teken")));
    const auto view = show(m_signatures[1]);
    ASSERT_TRUE(view) << describe(view.error());
    EXPECT_EQ(view->title, QStringLiteral("Tanda tangan"));
    EXPECT_FALSE(said(*view, QStringLiteral("Penanda tangan")).isEmpty());
    EXPECT_EQ(said(*view, QStringLiteral("Segel perangkat")), QStringLiteral("cocok"));
    EXPECT_EQ(said(*view, QStringLiteral("Dihitung")), QStringLiteral("ya"));
    EXPECT_FALSE(view->ink.isEmpty());
    EXPECT_GT(view->path.size(), 2);
    EXPECT_TRUE(view->placeText.contains(QLatin1String(kLogOrigin)));
    ASSERT_EQ(view->neighbours.size(), 5);
    EXPECT_TRUE(view->neighbours[2].self);
    for (const auto& near : view->neighbours) {
        EXPECT_TRUE(near.linked);
        EXPECT_FALSE(near.title.contains(QLatin1String("sign"))) << near.title.toStdString();
    }
    EXPECT_EQ(show(m_signatures[1], "en")->title, QStringLiteral("Signature"));
}

TEST_F(AuditorsDesk, OpensSealedEvidenceWithTheRecipientsBookAndPassphrase) {
    const auto key = keyBook("inspektorat.book");
    const auto file = evidence("bukti.teken", key);
    const auto closed = look(file);
    ASSERT_TRUE(closed) << describe(closed.error());
    EXPECT_TRUE(closed->sealed);
    EXPECT_FALSE(closed->ownPassphrase);
    EXPECT_TRUE(closed->holders.isEmpty());
    EXPECT_TRUE(QString::fromStdString(key.hex()).startsWith(QString(closed->recipient).remove(' ')));
    const auto open = look(file, path("inspektorat.book"));
    ASSERT_TRUE(open) << describe(open.error());
    ASSERT_EQ(open->holders, QStringList{"Inspektorat"});
    const auto result =
        audit({file, fingerprint().remove(' '), {}, {}, "id", path("inspektorat.book"), "Inspektorat"},
              kKeyPassphrase);
    ASSERT_TRUE(result) << describe(result.error());
    EXPECT_EQ(result->word, "UTUH");
    EXPECT_FALSE(show(m_signatures[0])->path.isEmpty()) << "its log is read again, with the same key";
}

TEST_F(AuditorsDesk, RefusesAWrongPassphraseAndAStrangersKeyInWords) {
    const auto file = evidence("bukti.teken", keyBook("inspektorat.book"));
    keyBook("orang-lain.book");
    AuditQuestion question{file, fingerprint().remove(' '), {},           {},
                           "id", path("inspektorat.book"),  "Inspektorat"};
    const auto wrong = audit(question, "kata sandi lain");
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().reason, "store.wrong-passphrase");
    EXPECT_TRUE(noticeFor(wrong.error()).present());
    const auto stranger = look(file, path("orang-lain.book"));
    ASSERT_FALSE(stranger);
    EXPECT_EQ(stranger.error().reason, "audit.other-recipient");
    EXPECT_TRUE(noticeFor(stranger.error()).why.contains(QStringLiteral("penerima")));
    question.keyBook = path("orang-lain.book");
    EXPECT_EQ(audit(question, kKeyPassphrase).error().reason, "audit.other-recipient");
    question.keyBook.clear();
    EXPECT_EQ(audit(question, kKeyPassphrase).error().reason, "bundle.sealed");
}

TEST_F(AuditorsDesk, AsksNothingForOpenEvidence) {
    const auto seal = look(evidence("bukti.teken"));
    ASSERT_TRUE(seal);
    EXPECT_FALSE(seal->sealed);
    EXPECT_TRUE(seal->holders.isEmpty());
}

TEST_F(AuditorsDesk, SaysAtOnceThatAFileIsNone) {
    orThrow(m_world.files.writeAtomic(m_world.folder / "surat.teken", toBytes("Yth. Bupati")).map([] {
        return true;
    }));
    const auto refused = look(path("surat.teken"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "audit.not-evidence");
    EXPECT_TRUE(noticeFor(refused.error()).why.contains(QStringLiteral("bukan bukti")));
    EXPECT_FALSE(look(path("tidak-ada.teken")));
}

TEST_F(AuditorsDesk, CanBeStoppedWhileTheFileIsOpened) {
    const auto file = evidence("bukti.teken");
    const auto stopped = wait<AuditResult>([&](auto finish) {
        m_desk.audit({file, fingerprint().remove(' '), {}, {}, "id", {}, {}}, secretText(""), finish);
        m_desk.cancel();
    });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    EXPECT_EQ(show(m_signatures[0]).error().reason, "audit.nothing-open");
    EXPECT_EQ(audit(file)->word, "UTUH") << "and begun again";
}

TEST_F(AuditorsDesk, WritesTheReportAsPdfHtmlAndJsonAndNeverOverAnother) {
    ASSERT_TRUE(audit(evidence("bukti.teken")));
    const QTemporaryDir out;
    const auto first = save(out.path());
    ASSERT_TRUE(first) << describe(first.error());
    ASSERT_EQ(first->size(), 3);
    QFile pdf((*first)[0]);
    ASSERT_TRUE(pdf.open(QIODevice::ReadOnly));
    EXPECT_EQ(pdf.read(5), QByteArray("%PDF-"));
    EXPECT_TRUE((*first)[1].endsWith(QLatin1String("bukti-laporan.html")));
    EXPECT_TRUE((*first)[2].endsWith(QLatin1String("bukti-laporan.json")));
    const auto second = save(out.path());
    ASSERT_TRUE(second);
    EXPECT_TRUE((*second)[1].endsWith(QLatin1String("bukti-laporan-2.html")));
    EXPECT_EQ(QDir(out.path()).entryList(QDir::Files).size(), 6);
}

TEST_F(AuditorsDesk, SaysWhyAReportIsNotWrittenAndLeavesNoHalf) {
    ASSERT_TRUE(audit(evidence("bukti.teken")));
    const QTemporaryDir out;
    const auto refused = save(out.path() + "/flashdisk/yang/dicabut");
    ASSERT_FALSE(refused);
    const auto notice = noticeFor(refused.error());
    EXPECT_EQ(refused.error().reason, "audit.place-gone");
    EXPECT_TRUE(notice.why.contains(QStringLiteral("dicabut")));
    EXPECT_TRUE(notice.safe.contains(QStringLiteral("Bukti")));
    EXPECT_TRUE(QDir(out.path()).isEmpty());
}

TEST_F(AuditorsDesk, LeavesNoHalfOfAReportOnAPlaceThatIsFullOrClosed) {
    ASSERT_TRUE(audit(evidence("bukti.teken")));
    const QTemporaryDir out;
    for (const auto& [errnoValue, reason] :
         {std::pair{ENOSPC, "audit.place-full"}, std::pair{EROFS, "audit.place-closed"}}) {
        m_files.after(1, errnoValue); // the PDF is written, the page is not
        const auto refused = save(out.path());
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().reason, reason);
        EXPECT_FALSE(noticeFor(refused.error()).next.isEmpty());
        EXPECT_TRUE(QDir(out.path()).isEmpty()) << "the PDF alone would be half a report";
    }
    EXPECT_EQ(save(out.path())->size(), 3) << "and once there is room it is written";
}

TEST_F(AuditorsDesk, DrawsASampleAndWritesItsChecklist) {
    ASSERT_TRUE(audit(evidence("bukti.teken")));
    const QTemporaryDir out;
    const auto early = wait<QStringList>([&](auto finish) { m_desk.exportSample(out.path(), "id", finish); });
    ASSERT_FALSE(early);
    EXPECT_EQ(early.error().reason, "audit.no-sample");
    const auto sample = wait<AuditSample>([&](auto finish) { m_desk.draw(2, finish); });
    ASSERT_TRUE(sample) << describe(sample.error());
    EXPECT_EQ(sample->rows.size(), 2);
    EXPECT_EQ(sample->population, 3);
    EXPECT_FALSE(sample->rows[0].name.isEmpty());
    const auto files = wait<QStringList>([&](auto finish) { m_desk.exportSample(out.path(), "id", finish); });
    ASSERT_TRUE(files) << describe(files.error());
    EXPECT_EQ(files->size(), 2);
}

TEST_F(AuditorsDesk, HasNothingToShowWhenItIsClosed) {
    ASSERT_TRUE(audit(evidence("bukti.teken")));
    m_desk.close();
    EXPECT_EQ(show(m_signatures[0]).error().reason, "audit.nothing-open");
    EXPECT_EQ(save(QDir::tempPath()).error().reason, "audit.nothing-open");
}

} // namespace
} // namespace teken::app::test
