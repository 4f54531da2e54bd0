// RFC 6962 / RFC 9162 Merkle trees over SHA-256: hashing, proofs and their verification.
#pragma once

#include "core/base/bytes.h"

#include <compare>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace teken::log {

/// Number of leaves. Not an index: the two cannot be mixed up.
struct TreeSize {
    std::uint64_t value = 0;
    friend auto operator<=>(const TreeSize&, const TreeSize&) = default;
};
/// Place of a leaf, from 0.
struct LeafIndex {
    std::uint64_t value = 0;
    friend auto operator<=>(const LeafIndex&, const LeafIndex&) = default;
};

[[nodiscard]] Digest emptyRoot();                                ///< SHA-256 of nothing
[[nodiscard]] Digest hashLeaf(ByteView leaf);                    ///< SHA-256(0x00 || leaf)
[[nodiscard]] Digest hashNode(const Digest& l, const Digest& r); ///< SHA-256(0x01 || l || r)

using Proof = std::vector<Digest>;

/// The exact number of hashes of a valid proof. `index` < `size`; 0 < `from` <= `to`.
[[nodiscard]] std::size_t inclusionProofLength(LeafIndex index, TreeSize size);
[[nodiscard]] std::size_t consistencyProofLength(TreeSize from, TreeSize to);

/// RFC 9162 section 2.1.3.2. VerificationFailed: "log.index", "log.proof-length", "log.root".
[[nodiscard]] Result<> verifyInclusion(LeafIndex index, TreeSize size, const Digest& leafHash,
                                       std::span<const Digest> proof, const Digest& root);

/// RFC 9162 section 2.1.4.2. Two equal sizes need equal roots and an empty proof; from the empty tree nothing
/// can be proven, so `from` = 0 is accepted only with an empty proof and the empty root. VerificationFailed:
/// "log.shrunk", "log.proof-length", "log.root".
[[nodiscard]] Result<> verifyConsistency(TreeSize from, TreeSize to, std::span<const Digest> proof,
                                         const Digest& fromRoot, const Digest& toRoot);

/// Hash of the complete subtree of 2^level leaves that starts at leaf index * 2^level.
using NodeReader = std::function<Result<Digest>(unsigned level, std::uint64_t index)>;

[[nodiscard]] Result<Digest> rootOf(TreeSize size, const NodeReader& read);
/// InvalidInput ("log.index") outside the tree.
[[nodiscard]] Result<Proof> proveInclusion(LeafIndex index, TreeSize size, const NodeReader& read);
/// InvalidInput ("log.shrunk") unless 0 < from <= to.
[[nodiscard]] Result<Proof> proveConsistency(TreeSize from, TreeSize to, const NodeReader& read);

/// The right edge of a growing tree: the roots of its complete subtrees, largest first. Everything an
/// appender has to remember.
class CompactRange {
public:
    CompactRange() = default;
    /// InvalidInput ("log.range") unless there is one hash for each bit set in `size`.
    [[nodiscard]] static Result<CompactRange> restore(TreeSize size, std::vector<Digest> hashes);

    /// Called for every complete subtree that an append finishes, the leaf itself (level 0) first.
    using Visit = std::function<void(unsigned level, std::uint64_t index, const Digest& hash)>;
    void append(const Digest& leafHash, const Visit& visit = {});

    [[nodiscard]] TreeSize size() const { return m_size; }
    [[nodiscard]] Digest root() const;
    [[nodiscard]] const std::vector<Digest>& hashes() const { return m_hashes; }

private:
    TreeSize m_size;
    std::vector<Digest> m_hashes;
};

} // namespace teken::log
