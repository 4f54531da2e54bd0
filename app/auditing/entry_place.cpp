#include "app/auditing/entry_place.h"

#include "core/log/proof_file.h"

#include <algorithm>
#include <map>

namespace teken::auditing {

namespace {

// RFC 9162 section 2.1.3.2, keeping what it passes.
EntryPlace climb(log::LeafIndex index, log::TreeSize size, const Digest& leaf, const log::Proof& proof) {
    EntryPlace place{index, size, {}};
    auto fn = index.value;
    auto sn = size.value - 1;
    Digest hash = leaf;
    for (const auto& sibling : proof) {
        const bool left = (fn & 1) != 0 || fn == sn;
        place.steps.push_back({hash, sibling, left});
        hash = left ? log::hashNode(sibling, hash) : log::hashNode(hash, sibling);
        if (left)
            while ((fn & 1) == 0 && fn != 0) {
                fn >>= 1;
                sn >>= 1;
            }
        fn >>= 1;
        sn >>= 1;
    }
    place.steps.push_back({hash, std::nullopt, false});
    return place;
}

using NodeName = std::pair<unsigned, std::uint64_t>;

Result<> eachLeaf(const audit::LogMaterial& log, log::TreeSize size,
                  const std::function<void(std::uint64_t, ByteView)>& visit) {
    std::uint64_t index = 0;
    return log.leaves([&](ByteView bytes) -> Result<> {
        if (index < size.value)
            visit(index, bytes);
        ++index;
        return {};
    });
}

Result<std::optional<EntryPlace>> fromLeaves(const audit::LogMaterial& log, log::TreeSize size,
                                             const Bytes& wanted, const Digest& hash) {
    std::optional<log::LeafIndex> index; // the newest leaf of the entry
    TEKEN_CHECK(eachLeaf(log, size, [&](std::uint64_t at, ByteView bytes) {
        if (std::ranges::equal(bytes, wanted))
            index = log::LeafIndex{at};
    }));
    if (!index)
        return std::optional<EntryPlace>{};
    // Which nodes the proof is made of; then one more reading that keeps only those.
    std::map<NodeName, Digest> nodes;
    const auto asked =
        log::proveInclusion(*index, size, [&](unsigned level, std::uint64_t at) -> Result<Digest> {
            nodes[{level, at}] = {};
            return Digest{};
        });
    if (!asked)
        return fail(asked.error());
    log::CompactRange range;
    TEKEN_CHECK(eachLeaf(log, size, [&](std::uint64_t, ByteView bytes) {
        range.append(log::hashLeaf(bytes), [&](unsigned level, std::uint64_t at, const Digest& node) {
            if (const auto found = nodes.find({level, at}); found != nodes.end())
                found->second = node;
        });
    }));
    TEKEN_TRY(const auto proof,
              log::proveInclusion(*index, size, [&](unsigned level, std::uint64_t at) -> Result<Digest> {
                  return nodes.at({level, at});
              }));
    return std::optional(climb(*index, size, hash, proof));
}

} // namespace

Result<std::optional<EntryPlace>> findPlace(const audit::LogMaterial& log, log::TreeSize size,
                                            const log::Leaf& leaf) {
    const auto encoded = log::encodeLeaf(leaf);
    const Bytes wanted(encoded.begin(), encoded.end());
    const auto hash = log::hashLeaf(wanted);
    if (log.leaves && size.value > 0)
        return fromLeaves(log, size, wanted, hash);
    std::optional<EntryPlace> found;
    if (log.places)
        TEKEN_CHECK(log.places([&](const EntryId& entry, std::string_view text) -> Result<> {
            if (entry != leaf.entry)
                return {};
            TEKEN_TRY(const auto proof, log::parseProofFile(text));
            TEKEN_TRY(const auto note, log::parseNote(proof.checkpointNote));
            TEKEN_TRY(const auto checkpoint, log::parseCheckpoint(note.text));
            if (log::verifyInclusion(proof.index, checkpoint.size, hash, proof.hashes, checkpoint.root))
                found = climb(proof.index, checkpoint.size, hash, proof.hashes);
            return {};
        }));
    return found;
}

} // namespace teken::auditing
