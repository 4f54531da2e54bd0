// Where one entry stands in the log at hand, with the way up to the root: for somebody who looks closer.
#pragma once

#include "core/audit/log_material.h"
#include "core/log/leaf.h"
#include "core/log/merkle.h"

#include <optional>
#include <vector>

namespace teken::auditing {

/// A node on the way up.
struct PathStep {
    Digest hash;
    std::optional<Digest> sibling; ///< nullopt at the root
    bool siblingLeft = false;
};

struct EntryPlace {
    log::LeafIndex index;
    log::TreeSize size;
    std::vector<PathStep> steps; ///< the leaf first, the root last
};

/// Nullopt: the log at hand does not name this leaf. Reads the leaves up to `size` twice, or the kept proofs
/// once.
[[nodiscard]] Result<std::optional<EntryPlace>> findPlace(const audit::LogMaterial& log, log::TreeSize size,
                                                          const log::Leaf& leaf);

} // namespace teken::auditing
