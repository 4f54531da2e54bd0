#include "core/base/files.h"

#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cerrno>
#include <sched.h>
#include <stdexcept>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace teken {
namespace {

using Path = std::filesystem::path;

// Root may write anywhere, so a test of missing rights steps down for a moment.
class WithoutRights {
public:
    WithoutRights() : m_wasRoot(::geteuid() == 0) {
        if (m_wasRoot && ::seteuid(kNobody) != 0)
            throw std::runtime_error("cannot give up rights");
    }
    ~WithoutRights() {
        if (m_wasRoot && ::seteuid(0) != 0)
            std::abort();
    }
    WithoutRights(const WithoutRights&) = delete;
    WithoutRights& operator=(const WithoutRights&) = delete;

private:
    static constexpr uid_t kNobody = 65534;
    bool m_wasRoot;
};

class Files : public ::testing::Test {
protected:
    [[nodiscard]] Path path(const std::string& name) const { return m_folder / name; }
    void write(const std::string& name, std::string_view text) {
        const auto written = m_files.writeAtomic(path(name), view(text));
        ASSERT_TRUE(written) << describe(written.error());
    }
    [[nodiscard]] std::string text(const std::string& name) const {
        const auto bytes = m_files.read(path(name), 1 << 20);
        return bytes ? std::string(textOf(*bytes)) : describe(bytes.error());
    }
    [[nodiscard]] std::vector<std::string> names() const { return m_files.list(m_folder.path()).value(); }

    test::TemporaryFolder m_folder;
    PosixFileSystem m_files;
};

TEST_F(Files, AreWrittenThroughALinkWhichStaysOne) {
    write("behind", "old");
    std::filesystem::create_symlink(path("behind"), path("link"));
    write("link", "new");
    EXPECT_TRUE(std::filesystem::is_symlink(path("link")));
    EXPECT_EQ(text("behind"), "new");
}

TEST_F(Files, NeverTakeThePlaceOfAPipeOrADevice) {
    ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
    const auto refused = m_files.writeAtomic(path("pipe"), view("x"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "files.not-a-file");
    EXPECT_TRUE(std::filesystem::is_fifo(path("pipe")));
    EXPECT_EQ(names(), std::vector<std::string>{"pipe"});
}

TEST_F(Files, NeverTakeThePlaceOfADatabase) {
    write("book", std::string("SQLite format 3\0rest", 20));
    const auto refused = m_files.writeAtomic(path("book"), view("<html>"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "files.is-book");
    EXPECT_EQ(text("book"), std::string("SQLite format 3\0rest", 20));
    write("text", "SQLite format 3 is a fine thing");
    write("text", "and may be written about");
}

TEST_F(Files, ReadBackWhatWasWritten) {
    write("a", std::string_view("one\0two", 7));
    EXPECT_EQ(text("a"), std::string("one\0two", 7));
    write("a", "");
    EXPECT_EQ(text("a"), "");
}

TEST_F(Files, AreReadableByTheirOwnerOnly) {
    write("secret", "x");
    struct stat info {};
    ASSERT_EQ(::stat(path("secret").c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0600U);
}

TEST_F(Files, LeaveNothingButThemselvesBehind) {
    write("b", "1");
    write("b", "2");
    write("a", "3");
    EXPECT_EQ(names(), (std::vector<std::string>{"a", "b"}));
}

TEST_F(Files, AreReadUpToTheLimitAndRefusedAboveIt) {
    write("ten", "0123456789");
    EXPECT_TRUE(m_files.read(path("ten"), 10));
    const auto refused = m_files.read(path("ten"), 9);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::InvalidInput);
    EXPECT_EQ(refused.error().reason, "files.too-large");
    EXPECT_EQ(refused.error().place, path("ten").string());
}

TEST_F(Files, ThatNeverEndAreRefusedAtTheLimitToo) {
    const auto refused = m_files.read("/dev/zero", 100'000);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "files.too-large");
}

TEST_F(Files, ThatAreMissingSayWhichOne) {
    const auto missing = m_files.read(path("nowhere"), 10);
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
    EXPECT_EQ(missing.error().reason, "files.missing");
    EXPECT_EQ(missing.error().place, path("nowhere").string());
    EXPECT_FALSE(m_files.exists(path("nowhere")));
}

TEST_F(Files, ThatAreFoldersAreNotRead) {
    const auto refused = m_files.read(m_folder.path(), 10);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "files.is-folder");
}

TEST_F(Files, CannotBeWrittenWhereAFolderStands) {
    ASSERT_TRUE(m_files.createFolders(path("taken") / "inside"));
    EXPECT_FALSE(m_files.writeAtomic(path("taken"), view("x")));
    EXPECT_EQ(names(), std::vector<std::string>{"taken"});
}

TEST_F(Files, CannotBeWrittenIntoAFolderThatIsMissing) {
    const auto refused = m_files.writeAtomic(path("none") / "a", view("x"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::NotFound);
}

TEST_F(Files, InAReadOnlyFolderStayAsTheyWere) {
    write("kept", "old");
    ASSERT_EQ(::chmod(path("kept").c_str(), 0644), 0);
    ASSERT_EQ(::chmod(m_folder.path().c_str(), 0555), 0);
    {
        const WithoutRights nobody;
        const auto refused = m_files.writeAtomic(path("kept"), view("new"));
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::ReadOnly);
        EXPECT_EQ(refused.error().reason, "files.read-only");
        const auto removal = m_files.remove(path("kept"));
        ASSERT_FALSE(removal);
        EXPECT_EQ(removal.error().code, ErrorCode::ReadOnly);
        const auto folder = m_files.createFolders(path("more"));
        ASSERT_FALSE(folder);
        EXPECT_EQ(folder.error().code, ErrorCode::ReadOnly);
    }
    ASSERT_EQ(::chmod(m_folder.path().c_str(), 0700), 0);
    EXPECT_EQ(text("kept"), "old");
    EXPECT_EQ(names(), std::vector<std::string>{"kept"});
}

TEST_F(Files, OfOthersAreNotRead) {
    write("private", "x");
    ASSERT_EQ(::chmod(path("private").c_str(), 0000), 0);
    ASSERT_EQ(::chmod(m_folder.path().c_str(), 0755), 0);
    const WithoutRights nobody;
    const auto refused = m_files.read(path("private"), 10);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "files.read-only");
}

TEST_F(Files, AreNeverSeenHalfWritten) {
    const std::string one(200'000, '1');
    const std::string two(150'000, '2');
    write("shared", one);
    std::atomic<bool> done{false};
    std::thread writer([&] {
        PosixFileSystem files;
        for (int i = 0; i < 40; ++i)
            if (!files.writeAtomic(path("shared"), view(i % 2 == 0 ? two : one)))
                break;
        done = true;
    });
    int readings = 0;
    while (!done || readings == 0) {
        const std::string seen = text("shared");
        EXPECT_TRUE(seen == one || seen == two) << seen.size();
        ++readings;
    }
    writer.join();
    EXPECT_EQ(names(), std::vector<std::string>{"shared"});
}

// A disk of its own, 64 KiB large, in a mount namespace that ends with the process.
[[noreturn]] void writeOntoAFullDisk(const Path& folder) {
    if (::unshare(CLONE_NEWNS) != 0 || ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0 ||
        ::mount("tmpfs", folder.c_str(), "tmpfs", 0, "size=64k") != 0)
        ::_exit(77);
    PosixFileSystem files;
    if (!files.writeAtomic(folder / "kept", view("old")))
        ::_exit(1);
    const auto refused = files.writeAtomic(folder / "kept", Bytes(200'000, 'x'));
    if (refused || refused.error().code != ErrorCode::NoSpace || refused.error().reason != "files.disk-full")
        ::_exit(2);
    const auto kept = files.read(folder / "kept", 100);
    if (!kept || textOf(*kept) != "old" || files.list(folder).value().size() != 1)
        ::_exit(3);
    ::_exit(0);
}

TEST_F(Files, OnAFullDiskStayAsTheyWere) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0)
        writeOntoAFullDisk(m_folder.path());
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFEXITED(status));
    if (WEXITSTATUS(status) == 77)
        GTEST_SKIP() << "needs the right to mount a small disk";
    EXPECT_EQ(WEXITSTATUS(status), 0) << "1: first write, 2: not refused as full, 3: old content lost";
}

TEST_F(Files, CanBeRemovedOnce) {
    write("a", "x");
    EXPECT_TRUE(m_files.remove(path("a")));
    EXPECT_FALSE(m_files.exists(path("a")));
    const auto again = m_files.remove(path("a"));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().code, ErrorCode::NotFound);
}

TEST_F(Files, HaveFoldersMadeAtAnyDepthAndAgain) {
    EXPECT_TRUE(m_files.createFolders(path("a") / "b" / "c"));
    EXPECT_TRUE(m_files.createFolders(path("a") / "b" / "c"));
    EXPECT_TRUE(m_files.createFolders({})) << "the parent of a bare name is the folder one is in";
    write("file", "x");
    EXPECT_FALSE(m_files.createFolders(path("file") / "below"));
}

TEST_F(Files, AreListedInOrderOrNotAtAll) {
    write("b", "");
    write("a", "");
    write("C", "");
    EXPECT_EQ(names(), (std::vector<std::string>{"C", "a", "b"}));
    const auto missing = m_files.list(path("none"));
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::NotFound);
}

TEST_F(Files, LieOnADiskWithSomeRoomLeft) {
    EXPECT_GT(m_files.freeBytes(m_folder.path()).value(), 0U);
    EXPECT_FALSE(m_files.freeBytes(path("none")));
}

TEST(SystemError, SaysWhatTheCallerCanDo) {
    const std::pair<int, ErrorCode> cases[] = {
        {ENOENT, ErrorCode::NotFound}, {ENOTDIR, ErrorCode::NotFound}, {ENOSPC, ErrorCode::NoSpace},
        {EDQUOT, ErrorCode::NoSpace},  {EACCES, ErrorCode::ReadOnly},  {EPERM, ErrorCode::ReadOnly},
        {EROFS, ErrorCode::ReadOnly},  {EBUSY, ErrorCode::Locked},     {EISDIR, ErrorCode::InvalidInput},
        {EIO, ErrorCode::Corrupt},     {EMFILE, ErrorCode::Internal}};
    for (const auto& [number, code] : cases) {
        const Error error = systemError(number, "open", "/some/where");
        EXPECT_EQ(error.code, code) << number;
        EXPECT_EQ(error.place, "/some/where");
        EXPECT_NE(error.message.find("cannot open"), std::string::npos);
    }
}

} // namespace
} // namespace teken
