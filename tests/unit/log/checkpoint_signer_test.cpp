// A signer that cannot contradict itself, whatever crashes or is restored around it.
#include "core/base/files.h"
#include "core/log/checkpoint_signer.h"
#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <bit>
#include <map>

namespace teken::log {
namespace {

using test::TemporaryFolder;

template <class T>
std::string reasonOf(const Result<T>& result) {
    return result ? std::string() : result.error().reason;
}

template <class T>
T orThrow(Result<T> result) {
    if (!result)
        throw std::runtime_error(describe(result.error()));
    return *std::move(result);
}

/// A tree in memory, whose leaves are numbers.
class Tree {
public:
    void grow(std::uint64_t to, std::uint8_t salt = 0) {
        while (m_range.size().value < to) {
            const Bytes leaf{salt, static_cast<std::uint8_t>(m_range.size().value)};
            m_range.append(hashLeaf(leaf), [this](unsigned level, std::uint64_t index, const Digest& hash) {
                m_nodes[{level, index}] = hash;
            });
        }
    }
    [[nodiscard]] TreeSize size() const { return m_range.size(); }
    [[nodiscard]] Digest root() const { return m_range.root(); }
    [[nodiscard]] NodeReader nodes() const {
        return [this](unsigned level, std::uint64_t index) -> Result<Digest> {
            const auto found = m_nodes.find({level, index});
            if (found == m_nodes.end())
                return fail(ErrorCode::NotFound, "log.no-tile", "no such node");
            return found->second;
        };
    }
    void damage() { m_nodes.rbegin()->second.bytes[0] ^= 1U; }

private:
    CompactRange m_range;
    std::map<std::pair<unsigned, std::uint64_t>, Digest> m_nodes;
};

/// A disk that is full, or a power cut just before or just after the file is replaced.
class FailingFiles final : public FileSystem {
public:
    enum class Fault : std::uint8_t { None, Before, After };
    Fault fault = Fault::None;

    Result<Bytes> read(const Path& path, std::uint64_t limit) const override {
        return m_disk.read(path, limit);
    }
    Result<> writeAtomic(const Path& path, ByteView bytes) override {
        if (fault == Fault::Before)
            return fail(ErrorCode::NoSpace, "file.no-space", "full");
        TEKEN_CHECK(m_disk.writeAtomic(path, bytes));
        return fault == Fault::After ? Result<>(fail(ErrorCode::Internal, "file.failed", "cut")) : Result<>{};
    }
    bool exists(const Path& path) const override { return m_disk.exists(path); }
    Result<> remove(const Path& path) override { return m_disk.remove(path); }
    Result<> createFolders(const Path& path) override { return m_disk.createFolders(path); }
    Result<std::vector<std::string>> list(const Path& folder) const override { return m_disk.list(folder); }
    Result<std::uint64_t> freeBytes(const Path& path) const override { return m_disk.freeBytes(path); }

private:
    PosixFileSystem m_disk;
};

class CheckpointSignerTest : public testing::Test {
protected:
    TemporaryFolder folder;
    FailingFiles files;
    test::SeededRandom random;
    crypto::SigningKey key = crypto::SigningKey::generate(random);
    Tree tree;
    std::string origin = "contoh.go.id/log";

    [[nodiscard]] std::filesystem::path state() const { return folder / "log.book.signed"; }
    [[nodiscard]] Result<CheckpointSigner> tryOpen() {
        return CheckpointSigner::open(files, state(), origin, key);
    }
    [[nodiscard]] CheckpointSigner open() { return orThrow(tryOpen()); }
    [[nodiscard]] Result<CheckpointSigner::Signed> sign(CheckpointSigner& signer, const Tree& of) const {
        return signer.sign(of.size(), of.root(), of.nodes());
    }
};

TEST_F(CheckpointSignerTest, SignsATreeThatGrowsAndRemembersItAcrossStarts) {
    {
        auto signer = open();
        EXPECT_FALSE(signer.last());
        for (const std::uint64_t size : {1U, 2U, 3U, 7U, 8U, 100U}) {
            tree.grow(size);
            const auto made = orThrow(sign(signer, tree));
            const auto opened = orThrow(openCheckpoint(made.note, signer.verifierKey()));
            EXPECT_EQ(opened.checkpoint, (Checkpoint{origin, tree.size(), tree.root()}));
        }
    }
    auto signer = open();
    ASSERT_TRUE(signer.last());
    EXPECT_EQ(signer.last()->checkpoint.size, tree.size());
    tree.grow(101);
    EXPECT_TRUE(sign(signer, tree));
}

TEST_F(CheckpointSignerTest, SignsAnEmptyTreeAndThenItsFirstLeaf) {
    auto signer = open();
    EXPECT_TRUE(sign(signer, tree));
    tree.grow(1);
    EXPECT_TRUE(sign(signer, tree));
}

TEST_F(CheckpointSignerTest, GivesTheSameNoteForTheSameTree) {
    tree.grow(5);
    auto signer = open();
    const auto note = orThrow(sign(signer, tree)).note;
    EXPECT_EQ(orThrow(sign(signer, tree)).note, note);
    std::filesystem::remove(state());
    auto fresh = open();
    EXPECT_EQ(orThrow(sign(fresh, tree)).note, note) << "Ed25519 is deterministic";
}

TEST_F(CheckpointSignerTest, RefusesASmallerTree) {
    tree.grow(9);
    auto signer = open();
    ASSERT_TRUE(sign(signer, tree));
    Tree restored;
    restored.grow(8);
    EXPECT_EQ(reasonOf(sign(signer, restored)), "log.signer-shrunk");
    auto again = open();
    EXPECT_EQ(reasonOf(sign(again, restored)), "log.signer-shrunk") << "also after a start";
}

TEST_F(CheckpointSignerTest, RefusesAnotherTreeOfTheSameOrAnyGreaterSize) {
    tree.grow(9);
    auto signer = open();
    ASSERT_TRUE(sign(signer, tree));
    for (const std::uint64_t size : {9U, 10U, 64U}) {
        Tree other;
        other.grow(8);
        other.grow(size, 1); // one leaf in another order
        EXPECT_EQ(reasonOf(sign(signer, other)), "log.signer-other-tree") << size;
    }
    tree.grow(64);
    EXPECT_TRUE(sign(signer, tree)) << "the true one goes on";
}

TEST_F(CheckpointSignerTest, RefusesNodesThatDoNotLeadToTheRoot) {
    tree.grow(6);
    auto signer = open();
    EXPECT_EQ(reasonOf(signer.sign(tree.size(), emptyRoot(), tree.nodes())), "log.tiles-damaged");
    tree.damage();
    EXPECT_EQ(reasonOf(sign(signer, tree)), "log.tiles-damaged");
    EXPECT_FALSE(signer.last());
    EXPECT_FALSE(std::filesystem::exists(state()));
}

TEST_F(CheckpointSignerTest, RefusesAStateFileOfAnotherKeyOrOriginOrNone) {
    tree.grow(3);
    {
        auto signer = open();
        ASSERT_TRUE(sign(signer, tree));
    }
    const auto good = orThrow(files.read(state(), 4096));
    origin = "lain.go.id/log";
    EXPECT_EQ(reasonOf(tryOpen()), "log.signer-state");
    origin = "contoh.go.id/log";
    const auto own = std::exchange(key, crypto::SigningKey::generate(random));
    EXPECT_EQ(reasonOf(tryOpen()), "log.signer-state");
    for (const std::size_t length : {std::size_t{0}, std::size_t{10}, good.size() - 1}) {
        ASSERT_TRUE(files.writeAtomic(state(), ByteView(good).first(length)));
        EXPECT_EQ(reasonOf(tryOpen()), "log.signer-state") << length;
    }
    origin = "DSSEv1 a";
    EXPECT_EQ(reasonOf(tryOpen()), "checkpoint.origin");
}

/// A crash at every step, with a database that stays, or goes back: what was shown is never contradicted.
TEST_F(CheckpointSignerTest, NeverContradictsWhatWasShownWhateverCrashes) {
    for (const auto fault : {FailingFiles::Fault::Before, FailingFiles::Fault::After}) {
        Tree real;
        real.grow(20);
        std::filesystem::remove(state());
        auto signer = open();
        const auto shown = orThrow(sign(signer, real));
        real.grow(30);
        files.fault = fault;
        EXPECT_FALSE(sign(signer, real)) << "nothing may be shown";
        files.fault = FailingFiles::Fault::None;
        auto again = open();
        ASSERT_TRUE(again.last());
        EXPECT_GE(again.last()->checkpoint.size, shown.checkpoint.size);
        Tree back; // the database before the checkpoint shown
        back.grow(19);
        EXPECT_EQ(reasonOf(sign(again, back)), "log.signer-shrunk");
        back.grow(40, 1);
        EXPECT_EQ(reasonOf(sign(again, back)), "log.signer-other-tree");
        real.grow(40);
        EXPECT_TRUE(sign(again, real));
        EXPECT_TRUE(sign(signer, real)) << "the one that lived through the failure, too";
    }
}

} // namespace
} // namespace teken::log
