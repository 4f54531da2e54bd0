// Transfer records: the one layout in which entries travel (FORMAT.md section 8).
#pragma once

#include "core/entry/entry.h"

#include <variant>

namespace teken::entry {

/// What is left of an entry whose payload was erased: its place in the chain.
struct WithheldEntry {
    PublicKey key;
    Signature signature;
    EntryId id;
    Seq seq = 0;
    std::optional<EntryId> prev;
    friend bool operator==(const WithheldEntry&, const WithheldEntry&) = default;
};

using Record = std::variant<Entry, WithheldEntry>;

/// Appends the record's bytes to `into`.
void encodeRecord(const Record& record, Bytes& into);

/// Takes one record off the front of `bytes`. InvalidInput ("record.…") for a cut or oversized record.
[[nodiscard]] Result<Record> decodeRecord(ByteView& bytes);

} // namespace teken::entry
