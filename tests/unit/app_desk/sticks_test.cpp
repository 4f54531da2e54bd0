// Files to and from sticks: what the centre gives back, sticks that are pulled, full or lying.
#include "app/teken/desk_services/carrying.h"
#include "app/teken/notice.h"
#include "core/base/files.h"
#include "core/desk/feed_writer.h"
#include "tests/unit/app_desk/desk_services_fixture.h"
#include "tests/unit/app_desk/live_centre.h"

#include <QDir>

#include <cerrno>

namespace teken::app::test {
namespace {

using teken::test::orThrow;
using teken::test::TemporaryFolder;

/// A stick with little room, or one whose cells forget.
class BadStick final : public sync::BundleStorage {
public:
    std::size_t room = 1'000'000'000;
    bool forgets = false;
    bool pulledWhenFull = false; ///< no room is left because nothing is left: the stick is gone

    Result<std::unique_ptr<sync::BundleSink>> create(const Path& path) override {
        TEKEN_TRY(auto sink, m_disk.create(path));
        return std::make_unique<Sink>(*this, std::move(sink));
    }
    Result<std::unique_ptr<sync::BundleSource>> open(const Path& path) override { return m_disk.open(path); }
    Result<> rename(const Path& from, const Path& to) override { return m_disk.rename(from, to); }
    void remove(const Path& path) override { m_disk.remove(path); }

private:
    class Sink final : public sync::BundleSink {
    public:
        Sink(BadStick& stick, std::unique_ptr<sync::BundleSink> sink)
            : m_stick(stick), m_sink(std::move(sink)) {}
        Result<> write(ByteView bytes) override {
            if (bytes.size() > m_stick.room && m_stick.pulledWhenFull)
                return fail(systemError(EIO, "write", "tujuan.bagian"));
            if (bytes.size() > m_stick.room)
                return fail(ErrorCode::NoSpace, "files.disk-full", "no room on the stick");
            m_stick.room -= bytes.size();
            Bytes kept(bytes.begin(), bytes.end());
            if (m_stick.forgets)
                kept.back() ^= 1;
            return m_sink->write(kept);
        }
        Result<> sync() override { return m_sink->sync(); }

    private:
        BadStick& m_stick;
        std::unique_ptr<sync::BundleSink> m_sink;
    };

    sync::PosixBundleStorage m_disk;
};

class Carrying : public ::testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(m_files.writeAtomic(m_folder / "asal", Bytes(700'000, 7)));
        ASSERT_TRUE(m_files.writeAtomic(m_folder / "tujuan", view(std::string_view("yang lama"))));
    }
    [[nodiscard]] Result<> carryIt() {
        return carry(m_storage, m_folder / "asal", m_folder / "tujuan", [&](double part) {
            m_told.push_back(part);
            if (m_told.size() == m_stopAfter)
                m_stop = true;
        });
    }
    [[nodiscard]] Bytes target() { return orThrow(m_files.read(m_folder / "tujuan", 1'000'000)); }
    void expectUntouched(const Result<>& result, const char* reason) {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().reason, reason);
        EXPECT_TRUE(noticeFor(result.error()).present());
        EXPECT_EQ(target().size(), 9U) << "the file that was there stays";
        EXPECT_FALSE(m_files.exists(m_folder / "tujuan.bagian"));
    }

    TemporaryFolder m_folder;
    PosixFileSystem m_files;
    BadStick m_stick;
    std::atomic_bool m_stop = false;
    StoppableStorage m_storage{m_stick, m_stop};
    std::vector<double> m_told;
    std::size_t m_stopAfter = 0;
};

TEST_F(Carrying, BringsEveryByteAndTellsHowFar) {
    ASSERT_TRUE(carryIt());
    EXPECT_EQ(target(), Bytes(700'000, 7));
    ASSERT_FALSE(m_told.empty());
    EXPECT_TRUE(std::is_sorted(m_told.begin(), m_told.end()));
    EXPECT_DOUBLE_EQ(m_told.back(), 1);
}

TEST_F(Carrying, LeavesNothingOnAFullStick) {
    m_stick.room = 300'000;
    expectUntouched(carryIt(), "files.disk-full");
}

TEST_F(Carrying, SaysThatTheStickWasPulledInTheMiddleAndTakesNothingForWritten) {
    m_stick.room = 300'000;
    m_stick.pulledWhenFull = true;
    const auto pulled = carryIt();
    expectUntouched(pulled, "files.device-error");
    EXPECT_LT(m_told.empty() ? 0 : m_told.back(), 1);
    m_stick = {};
    m_told.clear();
    ASSERT_TRUE(carryIt()) << "the same again, once it is back";
    EXPECT_EQ(target(), Bytes(700'000, 7));
}

TEST_F(Carrying, SeesThatAStickForgets) {
    m_stick.forgets = true;
    expectUntouched(carryIt(), "bundle.read-back");
}

TEST_F(Carrying, StopsBetweenTwoPieces) {
    m_stopAfter = 1;
    expectUntouched(carryIt(), "bundle.cancelled");
}

class Sticks : public OfficersDay {
protected:
    [[nodiscard]] Result<SavedBundle> save() {
        return wait<SavedBundle>([&](auto finish) { on().send.saveToFolder(folder(), finish); });
    }
    [[nodiscard]] Result<TakenFile> take(const QString& file) {
        return wait<TakenFile>([&](auto finish) { on().send.loadFile(file, finish); });
    }
    SessionId signTwo() {
        const auto session = open();
        const auto people = search(session, {});
        EXPECT_TRUE(sign(session, people[0].person));
        EXPECT_TRUE(sign(session, people[1].person));
        return session;
    }
};

TEST_F(Sticks, AreToldHowFarAndGetAFileNamedByTheDrivesClock) {
    signTwo();
    std::vector<double> told;
    QObject::connect(&on().send, &SendService::carriedChanged, &on().send,
                     [&] { told.push_back(on().send.carried()); });
    const auto saved = save();
    ASSERT_TRUE(saved) << describe(saved.error());
    EXPECT_EQ(saved->entries, 3);
    EXPECT_TRUE(saved->path.endsWith(QStringLiteral("kiriman-PMK-017-20231117-081500.teken")))
        << saved->path.toStdString();
    ASSERT_GE(told.size(), 3U);
    EXPECT_EQ(told.back(), -1) << "nothing is under way any more";
    EXPECT_EQ(QDir(folder()).entryList({QStringLiteral("kiriman*")}).size(), 1);
}

TEST_F(Sticks, AreLeftAloneWhenSomebodyChangesTheirMind) {
    signTwo();
    const auto stopped = wait<SavedBundle>([&](auto finish) {
        on().send.saveToFolder(folder(), finish);
        on().send.cancelCarrying();
    });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().reason, "bundle.cancelled");
    EXPECT_TRUE(QDir(folder()).entryList({QStringLiteral("kiriman*")}).isEmpty());
    EXPECT_TRUE(save()) << "and the next one goes through";
}

/// News of so many entries that they take several steps.
class LargeStick : public Sticks {
protected:
    void SetUp() override {
        Sticks::SetUp();
        desk::FeedWriter writer(m_world.seams(m_world.admin));
        const auto drive = m_world.adminDesk->drive();
        for (int i = 0; i < 350; ++i)
            orThrow(writer.append(drive,
                                  entry::Admit{m_random.make<FeedId>(), {m_random.make<EntryId>()}, "uji"}));
        sync::ExportRequest request;
        request.header.purpose = sync::Purpose::News;
        request.feeds = orThrow(sync::authorityFeeds(*m_world.admin.ledger));
        request.blobs = false;
        request.openly = true;
        orThrow(sync::exportBundle(*m_world.admin.book, *m_world.admin.ledger, m_storage,
                                   m_file.toStdString(), request, m_random));
    }
    /// Once, while the first steps of the file are in the book and others are not.
    void meanwhile(std::function<void()> work) {
        QObject::connect(&on().send, &SendService::carriedChanged, &on().send,
                         [this, work = std::move(work), done = false]() mutable {
                             if (!done && on().send.carried() > 0.5) {
                                 done = true;
                                 work();
                             }
                         });
    }

    QString m_file = QString::fromStdString((m_world.folder / "kabar.teken").string());
};

TEST_F(LargeStick, LetsOthersHaveTheirTurnAtTheBook) {
    std::vector<std::string> order;
    meanwhile([&] {
        on().queue.list(EntryState::Waiting, 10, [&](const auto& listed) {
            EXPECT_TRUE(listed);
            order.emplace_back("a list");
        });
    });
    const auto taken = wait<TakenFile>([&](auto finish) {
        on().send.loadFile(m_file, [&, finish](Result<TakenFile> result) {
            order.emplace_back("the file");
            finish(std::move(result));
        });
    });
    ASSERT_TRUE(taken) << describe(taken.error());
    EXPECT_EQ(taken->news, 350);
    ASSERT_TRUE(waitUntil([&] { return order.size() == 2; }));
    EXPECT_EQ(order, (std::vector<std::string>{"a list", "the file"}));
}

TEST_F(LargeStick, StopsWhenTheDeskIsLockedInBetween) {
    meanwhile([&] { on().unlock.lock([](const auto& locked) { EXPECT_TRUE(locked); }); });
    const auto stopped = take(m_file);
    ASSERT_FALSE(stopped);
    EXPECT_TRUE(noticeFor(stopped.error()).present()) << stopped.error().reason;
    orThrow(unlock());
    const auto again = take(m_file);
    ASSERT_TRUE(again) << describe(again.error());
    EXPECT_LT(again->news, 350) << "what was taken before the lock stayed";
}

/// A newer roster whose entry came alone, as a line leaves it that breaks; then the rest.
class HalfARoster : public Sticks {
protected:
    [[nodiscard]] QString news(bool whole) {
        if (!whole)
            m_world.importRoster(teken::test::DeskWorld::rosterCsv(true));
        sync::ExportRequest request;
        request.header.purpose = sync::Purpose::News;
        request.feeds = orThrow(sync::authorityFeeds(*m_world.admin.ledger));
        request.blobs = whole;
        request.openly = true;
        const auto file = m_world.folder / (whole ? "utuh.teken" : "separuh.teken");
        orThrow(sync::exportBundle(*m_world.admin.book, *m_world.admin.ledger, m_storage, file, request,
                                   m_random));
        return QString::fromStdString(file.string());
    }
    [[nodiscard]] LaptopHealth health() {
        return orThrow(wait<LaptopHealth>([&](auto finish) { on().sessions.checkHealth(finish); }));
    }
};

TEST_F(HalfARoster, IsNoReasonToStayOutAndTheDayGoesOnWithTheFormerOne) {
    const auto session = signTwo();
    const auto before = counts(session);
    ASSERT_TRUE(take(news(false)));
    start();
    orThrow(unlock());
    EXPECT_EQ(health().rosterTrouble.reason, "desk.roster-older");
    EXPECT_TRUE(noticeFor(health().rosterTrouble).present());
    EXPECT_EQ(counts(session), before);
    const auto running =
        orThrow(wait<RunningSession>([&](auto finish) { on().sessions.describe(session, finish); }));
    EXPECT_TRUE(running.rosterTrouble.reason.empty()) << "its people are all here";
    EXPECT_TRUE(sign(session, search(session, {})[2].person));
    ASSERT_TRUE(take(news(true)));
    EXPECT_TRUE(health().rosterTrouble.reason.empty());
    EXPECT_EQ(counts(session).signedHere, 2) << "one of the three has left the roster with it";
}

/// The same laptop twice: before the centre has answered, and the receipts that it would bring back on a
/// stick.
class Receipts : public Sticks {
protected:
    void SetUp() override {
        m_centre = std::make_unique<LiveCentre>(m_world);
        m_serverUrl = m_centre->url();
        m_centre->gate().lie(true); // the laptop sends by itself: not yet
        Sticks::SetUp();
        m_centre->learn();
        signTwo();
        m_desk.reset();
        std::filesystem::copy(m_data, m_before, std::filesystem::copy_options::recursive);
        m_centre->gate().lie(false);
        start();
        orThrow(unlock());
        ASSERT_TRUE(wait<void>([&](auto finish) { on().send.sendNow(finish); }));
        ASSERT_TRUE(waitUntil([&] { return on().send.status().received == 3; }));
        m_desk.reset();
        m_centre->goAway(); // from here on there are only sticks
        writeReceipts();
        std::filesystem::remove_all(m_data);
        std::filesystem::rename(m_before, m_data);
        start();
        orThrow(unlock());
        ASSERT_TRUE(waitUntil([&] { return on().send.status().saved == 3; }));
        ASSERT_EQ(on().send.status().received, 0);
    }
    void TearDown() override {
        m_desk.reset();
        m_centre.reset();
    }
    void writeReceipts() {
        const auto book = orThrow(store::Book::open(m_data / "laptop.book", m_world.bookSeams()));
        const auto holders = orThrow(book->keyring().holders());
        ASSERT_TRUE(book->keyring().unlock(holders.front().id, secret()));
        const auto ledger = orThrow(ledger::Ledger::open(*book, root()));
        sync::ExportRequest request;
        request.header.purpose = sync::Purpose::Receipts;
        request.feeds.emplace();
        request.blobs = false;
        request.receipts = true;
        orThrow(sync::exportBundle(*book, *ledger, m_storage, m_file.toStdString(), request, m_random));
    }

    std::filesystem::path m_data = m_world.folder / "data";
    std::filesystem::path m_before = m_world.folder / "sebelum";
    QString m_file = QString::fromStdString((m_world.folder / "tanda-terima.teken").string());
    std::unique_ptr<LiveCentre> m_centre;
};

TEST_F(Receipts, TurnWhatWaitedIntoReceived) {
    const auto taken = take(m_file);
    ASSERT_TRUE(taken) << describe(taken.error());
    EXPECT_EQ(taken->received, 3);
    EXPECT_EQ(taken->refused, 0);
    EXPECT_EQ(on().send.status().received, 3);
    EXPECT_EQ(on().send.status().waiting, 0);
    EXPECT_EQ(queue(EntryState::Received).size(), 3);
    const auto again = take(m_file);
    ASSERT_TRUE(again);
    EXPECT_EQ(again->received, 0) << "the same stick again turns nothing";
}

TEST_F(Receipts, AreRefusedWhenABitHasChanged) {
    auto bytes = orThrow(m_world.files.read(m_file.toStdString(), 10'000'000));
    bytes[bytes.size() / 2] ^= 1;
    ASSERT_TRUE(m_world.files.writeAtomic(m_file.toStdString(), bytes));
    const auto refused = take(m_file);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(noticeFor(refused.error()).present());
    EXPECT_EQ(on().send.status().received, 0);
    EXPECT_EQ(on().send.status().waiting, 3);
}

TEST_F(Receipts, NeedAFileThatIsThere) {
    const auto gone = take(folder() + QStringLiteral("tidak-ada.teken"));
    ASSERT_FALSE(gone);
    EXPECT_FALSE(noticeFor(gone.error()).next.isEmpty());
    EXPECT_EQ(on().send.carried(), -1);
}

} // namespace
} // namespace teken::app::test
