#include "tests/unit/audit/small_log.h"

#include <map>

namespace teken::test {
namespace {

void certify(Evidence& evidence, entry::Role role, const crypto::SigningKey& key, std::string name) {
    entry::Certify body;
    body.role = role;
    body.key = key.publicKey();
    body.name = std::move(name);
    body.units = {"*"};
    body.fromMs = 1'600'000'000'000;
    body.untilMs = 1'900'000'000'000;
    evidence.world.root().append(std::move(body));
}

std::string witnessName(std::size_t n) {
    return "saksi-" + std::to_string(n) + ".example";
}

} // namespace

SmallLog::SmallLog(Evidence& evidence, std::size_t cosigners)
    : m_evidence(evidence), m_key(crypto::SigningKey::generate(evidence.world.random)) {
    certify(evidence, entry::Role::Log, m_key, kOrigin);
    for (std::size_t n = 0; n < cosigners; ++n) {
        m_witnesses.push_back(crypto::SigningKey::generate(evidence.world.random));
        certify(evidence, entry::Role::Cosigner, m_witnesses.back(), witnessName(n));
    }
}

log::Leaf SmallLog::leafOf(const entry::VerifiedEntry& entry) {
    const auto& header = entry.payload.header;
    return {header.feed, header.seq, entry.id, entry.raw.signature};
}

void SmallLog::add(const log::Leaf& leaf) {
    const auto bytes = log::encodeLeaf(leaf);
    m_leaves.emplace_back(bytes.begin(), bytes.end());
}

void SmallLog::drop(std::size_t index) {
    m_leaves.erase(m_leaves.begin() + static_cast<std::ptrdiff_t>(index));
}

void SmallLog::takeIn() {
    const auto& all = m_evidence.world.all();
    for (; m_taken < all.size(); ++m_taken)
        add(leafOf(all[m_taken]));
}

Digest SmallLog::root(std::size_t size) const {
    log::CompactRange range;
    for (std::size_t i = 0; i < size; ++i)
        range.append(log::hashLeaf(m_leaves.at(i)));
    return range.root();
}

std::string SmallLog::checkpoint(std::size_t size, std::size_t witnesses,
                                 std::optional<std::uint64_t> seconds) const {
    return checkpointOf(size, root(size), witnesses, seconds);
}

std::string SmallLog::checkpointOf(std::size_t size, const Digest& root, std::size_t witnesses,
                                   std::optional<std::uint64_t> seconds) const {
    const auto newest = m_evidence.world.all().back().payload.header.wallMs / 1000;
    const auto at = seconds.value_or(static_cast<std::uint64_t>(newest) + 60);
    const auto text = log::formatCheckpoint({kOrigin, {size}, root});
    auto note = orThrow(log::signNote(text, kOrigin, m_key));
    for (std::size_t n = 0; n < witnesses; ++n)
        note.lines.push_back(orThrow(log::cosign(text, witnessName(n), m_witnesses.at(n), at)));
    return log::formatNote(note);
}

std::string SmallLog::proof(std::size_t index) const {
    std::map<std::pair<unsigned, std::uint64_t>, Digest> nodes;
    log::CompactRange range;
    for (const auto& leaf : m_leaves)
        range.append(log::hashLeaf(leaf), [&](unsigned level, std::uint64_t at, const Digest& hash) {
            nodes[{level, at}] = hash;
        });
    auto hashes = orThrow(log::proveInclusion({index}, {m_leaves.size()},
                                              [&](unsigned level, std::uint64_t at) -> Result<Digest> {
                                                  return nodes.at({level, at});
                                              }));
    return log::formatProofFile({{index}, std::move(hashes), checkpoint()});
}

std::size_t SmallLog::indexOf(const EntryId& entry) const {
    for (std::size_t i = 0; i < m_leaves.size(); ++i)
        if (orThrow(log::decodeLeaf(m_leaves[i])).entry == entry)
            return i;
    throw std::runtime_error("no such leaf");
}

audit::LogMaterial SmallLog::material(std::string note) const {
    audit::LogMaterial material;
    material.checkpoints = {note.empty() ? checkpoint() : std::move(note)};
    material.leaves = [leaves = m_leaves](const audit::LogMaterial::VisitLeaf& visit) -> Result<> {
        for (const auto& leaf : leaves)
            TEKEN_CHECK(visit(leaf));
        return {};
    };
    return material;
}

} // namespace teken::test
