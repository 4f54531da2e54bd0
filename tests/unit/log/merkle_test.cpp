#include "core/log/leaf.h"
#include "core/log/merkle.h"
#include "tests/support/shared_data.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <map>

namespace teken::log {
namespace {

// A tree in memory, with the nodes an appender would keep.
class MemoryTree {
public:
    explicit MemoryTree(std::uint64_t leaves) {
        for (std::uint64_t i = 0; i < leaves; ++i)
            append(i);
    }
    void append(std::uint64_t i) {
        const std::string text = "leaf " + std::to_string(i);
        m_leaves.push_back(hashLeaf(view(text)));
        m_range.append(m_leaves.back(), [this](unsigned level, std::uint64_t index, const Digest& hash) {
            m_nodes[{level, index}] = hash;
        });
    }
    [[nodiscard]] NodeReader reader() const {
        return [this](unsigned level, std::uint64_t index) -> Result<Digest> {
            const auto found = m_nodes.find({level, index});
            if (found == m_nodes.end())
                return fail(ErrorCode::NotFound, "test.node", "no such node");
            return found->second;
        };
    }
    [[nodiscard]] Digest root(std::uint64_t size) const { return rootOf(TreeSize{size}, reader()).value(); }
    [[nodiscard]] const Digest& leaf(std::uint64_t index) const { return m_leaves[index]; }
    [[nodiscard]] const CompactRange& range() const { return m_range; }

private:
    CompactRange m_range;
    std::vector<Digest> m_leaves;
    std::map<std::pair<unsigned, std::uint64_t>, Digest> m_nodes;
};

constexpr std::uint64_t kSizes = 70;

TEST(EmptyTree, HasTheHashOfNothing) {
    EXPECT_EQ(emptyRoot().hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(CompactRange().root(), emptyRoot());
}

TEST(CompactRange, GivesTheRootOfEverySize) {
    const MemoryTree all(kSizes);
    for (std::uint64_t size = 0; size <= kSizes; ++size)
        EXPECT_EQ(MemoryTree(size).range().root(), all.root(size)) << size;
}

TEST(CompactRange, GoesOnAfterBeingRestored) {
    const MemoryTree before(37);
    auto range = CompactRange::restore(before.range().size(), before.range().hashes()).value();
    const MemoryTree after(38);
    range.append(after.leaf(37));
    EXPECT_EQ(range.root(), after.range().root());
}

TEST(CompactRange, RefusesHashesThatDoNotFitItsSize) {
    EXPECT_FALSE(CompactRange::restore(TreeSize{3}, {Digest{}}));
    EXPECT_FALSE(CompactRange::restore(TreeSize{0}, {Digest{}}));
}

TEST(Inclusion, HoldsForEveryLeafOfEverySize) {
    const MemoryTree tree(kSizes);
    for (std::uint64_t size = 1; size <= kSizes; ++size)
        for (std::uint64_t index = 0; index < size; ++index) {
            const auto proof = proveInclusion(LeafIndex{index}, TreeSize{size}, tree.reader()).value();
            ASSERT_EQ(proof.size(), inclusionProofLength(LeafIndex{index}, TreeSize{size}));
            ASSERT_TRUE(
                verifyInclusion(LeafIndex{index}, TreeSize{size}, tree.leaf(index), proof, tree.root(size)))
                << index << " of " << size;
        }
}

TEST(Inclusion, RefusesAnotherLeafIndexSizeRootAndEveryChangedHash) {
    const MemoryTree tree(kSizes);
    const LeafIndex index{21};
    const TreeSize size{45};
    const auto proof = proveInclusion(index, size, tree.reader()).value();
    const auto root = tree.root(45);
    EXPECT_FALSE(verifyInclusion(index, size, tree.leaf(22), proof, root));
    EXPECT_FALSE(verifyInclusion(LeafIndex{20}, size, tree.leaf(21), proof, root));
    EXPECT_FALSE(verifyInclusion(index, TreeSize{44}, tree.leaf(21), proof, tree.root(44)));
    EXPECT_FALSE(verifyInclusion(index, size, tree.leaf(21), proof, tree.root(46)));
    for (std::size_t i = 0; i < proof.size(); ++i) {
        auto changed = proof;
        changed[i].bytes[5] ^= 4;
        EXPECT_EQ(verifyInclusion(index, size, tree.leaf(21), changed, root).error().reason, "log.root") << i;
    }
}

TEST(Inclusion, RefusesAPathOneNodeTooLongOrTooShortByItsLength) {
    const MemoryTree tree(kSizes);
    auto proof = proveInclusion(LeafIndex{3}, TreeSize{10}, tree.reader()).value();
    proof.push_back(Digest{});
    EXPECT_EQ(verifyInclusion(LeafIndex{3}, TreeSize{10}, tree.leaf(3), proof, tree.root(10)).error().reason,
              "log.proof-length");
    proof.resize(proof.size() - 2);
    EXPECT_EQ(verifyInclusion(LeafIndex{3}, TreeSize{10}, tree.leaf(3), proof, tree.root(10)).error().reason,
              "log.proof-length");
}

TEST(Inclusion, RefusesAnIndexOutsideTheTree) {
    const MemoryTree tree(4);
    EXPECT_EQ(verifyInclusion(LeafIndex{4}, TreeSize{4}, tree.leaf(3), {}, tree.root(4)).error().reason,
              "log.index");
    EXPECT_FALSE(proveInclusion(LeafIndex{4}, TreeSize{4}, tree.reader()));
}

TEST(Consistency, HoldsBetweenEveryTwoSizes) {
    const MemoryTree tree(kSizes);
    for (std::uint64_t from = 1; from <= kSizes; ++from)
        for (std::uint64_t to = from; to <= kSizes; ++to) {
            const auto proof = proveConsistency(TreeSize{from}, TreeSize{to}, tree.reader()).value();
            ASSERT_EQ(proof.size(), consistencyProofLength(TreeSize{from}, TreeSize{to}))
                << from << " " << to;
            ASSERT_TRUE(
                verifyConsistency(TreeSize{from}, TreeSize{to}, proof, tree.root(from), tree.root(to)))
                << from << " to " << to;
        }
}

TEST(Consistency, RefusesATreeThatShrank) {
    const MemoryTree tree(9);
    EXPECT_EQ(verifyConsistency(TreeSize{9}, TreeSize{8}, {}, tree.root(9), tree.root(8)).error().reason,
              "log.shrunk");
}

TEST(Consistency, RefusesSwappedRootsAndEveryChangedHash) {
    const MemoryTree tree(kSizes);
    const auto proof = proveConsistency(TreeSize{13}, TreeSize{64}, tree.reader()).value();
    EXPECT_FALSE(verifyConsistency(TreeSize{13}, TreeSize{64}, proof, tree.root(64), tree.root(13)));
    for (std::size_t i = 0; i < proof.size(); ++i) {
        auto changed = proof;
        changed[i].bytes[0] ^= 1;
        EXPECT_FALSE(verifyConsistency(TreeSize{13}, TreeSize{64}, changed, tree.root(13), tree.root(64)))
            << i;
    }
}

TEST(Consistency, RefusesTwoRootsForOneSize) {
    const MemoryTree tree(9);
    EXPECT_EQ(verifyConsistency(TreeSize{9}, TreeSize{9}, {}, tree.root(9), tree.root(8)).error().reason,
              "log.root");
}

TEST(Consistency, FromNothingNeedsTheEmptyRoot) {
    const MemoryTree tree(9);
    EXPECT_TRUE(verifyConsistency(TreeSize{0}, TreeSize{9}, {}, emptyRoot(), tree.root(9)));
    EXPECT_FALSE(verifyConsistency(TreeSize{0}, TreeSize{9}, {}, tree.root(8), tree.root(9)));
    EXPECT_FALSE(verifyConsistency(TreeSize{0}, TreeSize{0}, {}, emptyRoot(), tree.root(1)));
}

// Texts of another length than 32 bytes cannot be expressed as a Digest: refused where they are read.
std::optional<Digest> digestOf(const nlohmann::json& value) {
    const auto bytes = decodeBase64(value.is_null() ? std::string() : value.get<std::string>());
    const auto digest = bytes ? Digest::fromBytes(*bytes) : Result<Digest>(fail(bytes.error()));
    return digest ? std::optional(*digest) : std::nullopt;
}

bool accepts(const std::string& name, const nlohmann::json& probe) {
    Proof proof;
    for (const auto& one : probe.at("proof")) {
        const auto hash = digestOf(one);
        if (!hash)
            return false;
        proof.push_back(*hash);
    }
    if (name.starts_with("consistency")) {
        const auto from = digestOf(probe.at("root1"));
        const auto to = digestOf(probe.at("root2"));
        return from && to &&
               verifyConsistency(TreeSize{probe.at("size1")}, TreeSize{probe.at("size2")}, proof, *from, *to);
    }
    const auto leaf = digestOf(probe.at("leafHash"));
    const auto root = digestOf(probe.at("root"));
    return leaf && root &&
           verifyInclusion(LeafIndex{probe.at("leafIdx")}, TreeSize{probe.at("treeSize")}, *leaf, proof,
                           *root);
}

TEST(UpstreamProbes, AreAcceptedAndRefusedAsTheirAuthorsSay) {
    TEKEN_SHARED_DATA_OR_SKIP(text, "vectors/transparency-dev-merkle/probes.json");
    const auto probes = nlohmann::json::parse(text);
    int good = 0;
    int refused = 0;
    for (const auto& [name, probe] : probes.items()) {
        const bool wanted = !probe.at("wantErr").get<bool>();
        EXPECT_EQ(accepts(name, probe), wanted) << name;
        ++(wanted ? good : refused);
    }
    EXPECT_GT(good, 5);
    EXPECT_GT(refused, 50);
}

TEST(Leaf, KeepsEveryFieldThroughItsBytes) {
    Leaf leaf{.feed = {{1}}, .seq = 0x0102030405060708, .entry = {{2}}, .signature = {{3}}};
    const auto bytes = encodeLeaf(leaf);
    EXPECT_EQ(bytes.size(), 152U);
    EXPECT_EQ(encodeHex(std::span(bytes).subspan(48, 8)), "0102030405060708");
    EXPECT_EQ(decodeLeaf(bytes).value(), leaf);
}

TEST(Leaf, RefusesAnotherLengthAndAnotherPrefix) {
    auto bytes = encodeLeaf(Leaf{});
    EXPECT_EQ(decodeLeaf(ByteView(bytes).first(151)).error().reason, "leaf.length");
    bytes[12] ^= 1;
    EXPECT_EQ(decodeLeaf(bytes).error().reason, "leaf.magic");
}

} // namespace
} // namespace teken::log
