// A log that lies as its test wants, signed all the same.
#pragma once

#include "core/log/leaf.h"
#include "core/log/tiles.h"
#include "sync/server/service.h"
#include "tests/support/world.h"

#include <map>

namespace teken::test {

/// A log that says whatever its leaves say, under any name and key.
struct FalseLog {
    std::vector<log::Leaf> leaves;
    std::string origin;
    const crypto::SigningKey* key = nullptr;

    [[nodiscard]] sync::LogProofsAnswer answer(const sync::LogProofsRequest& request) const {
        std::map<std::pair<unsigned, std::uint64_t>, Digest> nodes;
        std::map<EntryId, std::uint64_t> places;
        log::CompactRange range;
        for (const auto& leaf : leaves) {
            places[leaf.entry] = range.size().value;
            range.append(log::hashLeaf(log::encodeLeaf(leaf)),
                         [&](unsigned level, std::uint64_t index, const Digest& hash) {
                             nodes[{level, index}] = hash;
                         });
        }
        const log::NodeReader read = [&](unsigned level, std::uint64_t index) -> Result<Digest> {
            return nodes.at({level, index});
        };
        sync::LogProofsAnswer made;
        made.checkpoint = log::formatNote(orThrow(
            log::signNote(log::formatCheckpoint({origin, range.size(), range.root()}), origin, *key)));
        if (request.since && *request.since <= range.size())
            made.consistency = orThrow(log::proveConsistency(*request.since, range.size(), read));
        for (const auto& id : request.entries) {
            auto& proof = made.proofs.emplace_back();
            const auto place = places.find(id);
            if (place == places.end())
                continue;
            proof = {sync::LogPlace::Included, {place->second}, {}};
            proof.hashes = orThrow(log::proveInclusion(proof.index, range.size(), read));
        }
        return made;
    }
};

/// The log of a server as it is, to be changed.
inline FalseLog copyOfLog(sync::server::Service& service, log::TreeSize size, const std::string& origin,
                          const crypto::SigningKey& key) {
    const auto width = static_cast<unsigned>(size.value); // of small trees
    FalseLog copy{{}, origin, &key};
    for (const auto& leaf :
         orThrow(log::decodeEntryBundle(orThrow(service.logTile({true, 0, 0, width})), width)))
        copy.leaves.push_back(orThrow(log::decodeLeaf(leaf)));
    return copy;
}

} // namespace teken::test
