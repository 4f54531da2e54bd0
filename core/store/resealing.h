// A new data key for everything sealed, and no trace of the old ciphertext.
#pragma once

#include "core/base/seams.h"
#include "core/crypto/secret.h"
#include "core/store/connection.h"
#include "core/store/schema.h"

namespace teken::store {

/// Opens every sealed cell with `from` and seals it with `to`; inside a transaction. Corrupt
/// ("store.cell-altered") if one does not open: then nothing may be kept.
[[nodiscard]] Result<> resealAll(Connection& connection, std::span<const SchemaPart> parts,
                                 RandomSource& random, const crypto::SecretBytes& from,
                                 const crypto::SecretBytes& to);

/// Inside the same transaction: remembers that a scrub is due.
[[nodiscard]] Result<> scrubLater(Connection& connection);
/// Writes the file anew without free space and empties the WAL, if that is due. Needs room for a second copy.
[[nodiscard]] Result<> scrubIfDue(Connection& connection);

} // namespace teken::store
