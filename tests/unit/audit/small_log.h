// The log of a centre in a few lines: leaves of what it took in, checkpoints, a witness.
#pragma once

#include "core/audit/log_material.h"
#include "core/log/cosignature.h"
#include "core/log/leaf.h"
#include "core/log/proof_file.h"
#include "tests/unit/audit/evidence.h"

namespace teken::test {

class SmallLog {
public:
    /// Certifies a log and `cosigners` witnesses in the world's root feed.
    explicit SmallLog(Evidence& evidence, std::size_t cosigners = 0);

    /// Leaves of everything the world has made since the last call.
    void takeIn();
    void add(const log::Leaf& leaf);
    void drop(std::size_t index);

    /// A checkpoint over the first `size` leaves, cosigned by the first `witnesses`; a minute after the
    /// newest entry unless told otherwise.
    [[nodiscard]] std::string checkpoint(std::size_t size, std::size_t witnesses = 0,
                                         std::optional<std::uint64_t> seconds = {}) const;
    [[nodiscard]] std::string checkpoint() const { return checkpoint(m_leaves.size()); }
    /// Signed by the same keys for whatever root.
    [[nodiscard]] std::string checkpointOf(std::size_t size, const Digest& root, std::size_t witnesses = 0,
                                           std::optional<std::uint64_t> seconds = {}) const;
    [[nodiscard]] Digest root(std::size_t size) const;
    [[nodiscard]] std::string proof(std::size_t index) const;
    [[nodiscard]] std::size_t size() const { return m_leaves.size(); }
    [[nodiscard]] const std::vector<Bytes>& leaves() const { return m_leaves; }
    [[nodiscard]] static log::Leaf leafOf(const entry::VerifiedEntry& entry);
    [[nodiscard]] std::size_t indexOf(const EntryId& entry) const;

    /// Leaves and this checkpoint (the newest if empty), as evidence brings them.
    [[nodiscard]] audit::LogMaterial material(std::string note = {}) const;

    static constexpr const char* kOrigin = "pusat.example/log";

private:
    Evidence& m_evidence;
    crypto::SigningKey m_key;
    std::vector<crypto::SigningKey> m_witnesses;
    std::vector<Bytes> m_leaves;
    std::size_t m_taken = 0;
};

} // namespace teken::test
