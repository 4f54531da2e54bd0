#include "core/log/merkle.h"

#include "core/crypto/hash.h"

#include <algorithm>
#include <bit>

namespace teken::log {
namespace {

tl::unexpected<Error> refuse(const char* reason, std::string message) {
    return fail(ErrorCode::VerificationFailed, reason, std::move(message));
}

std::string expectedLength(std::size_t expected, std::size_t found) {
    return "expected a proof of " + std::to_string(expected) + " hashes, found " + std::to_string(found);
}

// How many steps of an inclusion path lie inside the complete subtrees, below the point where the path of
// `index` and the right edge of the tree meet.
unsigned innerSteps(std::uint64_t index, std::uint64_t size) {
    return static_cast<unsigned>(std::bit_width(index ^ (size - 1)));
}

// Above it each set bit of the index is one node to the left.
unsigned borderSteps(std::uint64_t index, unsigned inner) {
    return inner >= 64 ? 0 : static_cast<unsigned>(std::popcount(index >> inner));
}

// The largest power of two below n, for n > 1.
std::uint64_t splitPoint(std::uint64_t n) {
    return std::bit_floor(n - 1);
}

// Root of the leaves [begin, begin + count), where `begin` is a multiple of the smallest power of two >=
// count.
Result<Digest> rangeRoot(std::uint64_t begin, std::uint64_t count, const NodeReader& read) {
    if (std::has_single_bit(count)) {
        const auto level = static_cast<unsigned>(std::countr_zero(count));
        return read(level, begin >> level);
    }
    const std::uint64_t left = splitPoint(count);
    TEKEN_TRY(const auto l, rangeRoot(begin, left, read));
    TEKEN_TRY(const auto r, rangeRoot(begin + left, count - left, read));
    return hashNode(l, r);
}

// RFC 9162 section 2.1.4.1, SUBPROOF(m, D[begin:begin+n], complete).
Result<> subproof(std::uint64_t m, std::uint64_t begin, std::uint64_t n, bool complete,
                  const NodeReader& read, Proof& into) {
    if (m == n) {
        if (!complete) {
            TEKEN_TRY(into.emplace_back(), rangeRoot(begin, n, read));
        }
        return {};
    }
    const std::uint64_t k = splitPoint(n);
    if (m <= k) {
        TEKEN_CHECK(subproof(m, begin, k, complete, read, into));
        TEKEN_TRY(const auto right, rangeRoot(begin + k, n - k, read));
        into.push_back(right);
        return {};
    }
    TEKEN_CHECK(subproof(m - k, begin + k, n - k, false, read, into));
    TEKEN_TRY(const auto left, rangeRoot(begin, k, read));
    into.push_back(left);
    return {};
}

} // namespace

Digest emptyRoot() {
    return crypto::sha256(ByteView{});
}

Digest hashLeaf(ByteView leaf) {
    const std::uint8_t prefix = 0;
    return crypto::Sha256().add({&prefix, 1}).add(leaf).finish();
}

Digest hashNode(const Digest& l, const Digest& r) {
    std::array<std::uint8_t, 65> message;
    message[0] = 1;
    std::ranges::copy(l.bytes, message.begin() + 1);
    std::ranges::copy(r.bytes, message.begin() + 33);
    return crypto::sha256(message);
}

std::size_t inclusionProofLength(LeafIndex index, TreeSize size) {
    const unsigned inner = innerSteps(index.value, size.value);
    return inner + borderSteps(index.value, inner);
}

std::size_t consistencyProofLength(TreeSize from, TreeSize to) {
    if (from == to)
        return 0;
    const auto shift = static_cast<unsigned>(std::countr_zero(from.value));
    const unsigned inner = innerSteps(from.value - 1, to.value) - shift;
    const unsigned border = borderSteps(from.value - 1, inner + shift);
    // A complete tree needs no hash of itself in front.
    return inner + border + (std::has_single_bit(from.value) ? 0U : 1U);
}

Result<> verifyInclusion(LeafIndex index, TreeSize size, const Digest& leafHash,
                         std::span<const Digest> proof, const Digest& root) {
    if (index.value >= size.value)
        return refuse("log.index", "expected an index below " + std::to_string(size.value));
    if (const auto length = inclusionProofLength(index, size); proof.size() != length)
        return refuse("log.proof-length", expectedLength(length, proof.size()));
    std::uint64_t fn = index.value;
    std::uint64_t sn = size.value - 1;
    Digest r = leafHash;
    for (const auto& p : proof) {
        if ((fn & 1) != 0 || fn == sn) {
            r = hashNode(p, r);
            while ((fn & 1) == 0 && fn != 0) {
                fn >>= 1;
                sn >>= 1;
            }
        } else {
            r = hashNode(r, p);
        }
        fn >>= 1;
        sn >>= 1;
    }
    if (sn != 0 || r != root)
        return refuse("log.root", "the proof leads to another root");
    return {};
}

Result<> verifyConsistency(TreeSize from, TreeSize to, std::span<const Digest> proof, const Digest& fromRoot,
                           const Digest& toRoot) {
    if (from.value > to.value)
        return refuse("log.shrunk", "expected a tree of at least " + std::to_string(from.value) + " leaves");
    const std::size_t length = from.value == 0 ? 0 : consistencyProofLength(from, to);
    if (proof.size() != length)
        return refuse("log.proof-length", expectedLength(length, proof.size()));
    if (from.value == 0)
        return fromRoot == emptyRoot() && (to.value != 0 || toRoot == fromRoot)
                   ? Result<>{}
                   : refuse("log.root", "the empty tree has another root");
    if (from == to)
        return fromRoot == toRoot ? Result<>{} : refuse("log.root", "two roots for one size");

    std::uint64_t fn = from.value - 1;
    std::uint64_t sn = to.value - 1;
    while ((fn & 1) != 0) {
        fn >>= 1;
        sn >>= 1;
    }
    // The proof leaves out a first hash that the verifier has already: the root of a complete first tree.
    const bool complete = std::has_single_bit(from.value);
    Digest fr = complete ? fromRoot : proof.front();
    Digest sr = fr;
    for (const auto& c : proof.subspan(complete ? 0 : 1)) {
        if (sn == 0)
            return refuse("log.proof-length", "the proof goes on above the root");
        if ((fn & 1) != 0 || fn == sn) {
            fr = hashNode(c, fr);
            sr = hashNode(c, sr);
            while ((fn & 1) == 0 && fn != 0) {
                fn >>= 1;
                sn >>= 1;
            }
        } else {
            sr = hashNode(sr, c);
        }
        fn >>= 1;
        sn >>= 1;
    }
    if (sn != 0 || fr != fromRoot || sr != toRoot)
        return refuse("log.root", "the proof leads to other roots");
    return {};
}

Result<Digest> rootOf(TreeSize size, const NodeReader& read) {
    return size.value == 0 ? Result<Digest>(emptyRoot()) : rangeRoot(0, size.value, read);
}

Result<Proof> proveInclusion(LeafIndex index, TreeSize size, const NodeReader& read) {
    if (index.value >= size.value)
        return fail(ErrorCode::InvalidInput, "log.index",
                    "expected an index below " + std::to_string(size.value));
    Proof proof;
    std::uint64_t begin = 0;
    std::uint64_t count = size.value;
    while (count > 1) { // from the root down; the proof is written from the leaf up
        const std::uint64_t left = splitPoint(count);
        if (index.value - begin < left) {
            TEKEN_TRY(proof.emplace_back(), rangeRoot(begin + left, count - left, read));
            count = left;
        } else {
            TEKEN_TRY(proof.emplace_back(), rangeRoot(begin, left, read));
            begin += left;
            count -= left;
        }
    }
    std::ranges::reverse(proof);
    return proof;
}

Result<Proof> proveConsistency(TreeSize from, TreeSize to, const NodeReader& read) {
    if (from.value == 0 || from.value > to.value)
        return fail(ErrorCode::InvalidInput, "log.shrunk",
                    "expected a size from 1 to " + std::to_string(to.value));
    Proof proof;
    TEKEN_CHECK(subproof(from.value, 0, to.value, true, read, proof));
    return proof;
}

Result<CompactRange> CompactRange::restore(TreeSize size, std::vector<Digest> hashes) {
    if (static_cast<std::size_t>(std::popcount(size.value)) != hashes.size())
        return fail(ErrorCode::InvalidInput, "log.range",
                    "expected " + std::to_string(std::popcount(size.value)) + " hashes, found " +
                        std::to_string(hashes.size()));
    CompactRange range;
    range.m_size = size;
    range.m_hashes = std::move(hashes);
    return range;
}

void CompactRange::append(const Digest& leafHash, const Visit& visit) {
    Digest hash = leafHash;
    std::uint64_t index = m_size.value;
    if (visit)
        visit(0, index, hash);
    // Each set low bit of the old size is a complete subtree waiting for its right sibling.
    for (unsigned level = 1; (m_size.value >> (level - 1) & 1) != 0; ++level) {
        hash = hashNode(m_hashes.back(), hash);
        m_hashes.pop_back();
        index >>= 1;
        if (visit)
            visit(level, index, hash);
    }
    m_hashes.push_back(hash);
    ++m_size.value;
}

Digest CompactRange::root() const {
    if (m_hashes.empty())
        return emptyRoot();
    Digest root = m_hashes.back();
    for (auto it = std::next(m_hashes.rbegin()); it != m_hashes.rend(); ++it)
        root = hashNode(*it, root);
    return root;
}

} // namespace teken::log
