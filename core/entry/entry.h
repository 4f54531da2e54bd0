// Entries: a payload, who signed it, and the ink beside it (FORMAT.md sections 1, 4 and 8).
#pragma once

#include "core/crypto/keys.h"
#include "core/entry/payload.h"

namespace teken::entry {

/// As stored and as it travels: bytes and signature, nothing judged.
struct Entry {
    PublicKey key;
    Signature signature;
    Bytes payload;
    Bytes ink; ///< empty: none, or not here
    friend bool operator==(const Entry&, const Entry&) = default;
};

/// An entry whose format and signature hold. Only verifyEntry() and signEntry() make one.
struct VerifiedEntry {
    EntryId id;
    Entry raw;
    Payload payload;
};

/// "DSSEv1 35 application/… LEN payload"
[[nodiscard]] Bytes preAuthEncoding(std::string_view type, ByteView body);
/// SHA-256 of the PAE.
[[nodiscard]] EntryId entryIdOf(ByteView payload);

/// Format and signature: limits, signature, payload, feed = hash of key, ink = its hash. Authority is not
/// asked. VerificationFailed ("entry.signature", "entry.ink") or InvalidInput ("entry.…", "payload.…").
/// Thread-safe.
[[nodiscard]] Result<VerifiedEntry> verifyEntry(Entry entry);

/// What changes from one entry of a feed to the next.
struct Stamp {
    WallTime wall;
    Milliseconds monotonic{};
    BootId boot;
    Salt salt;

    [[nodiscard]] static Stamp now(const Clock& clock, RandomSource& random);
};

/// The next entry after `head`: signed, then verified again before it is returned.
/// `drive` as in FORMAT.md section 3: nullopt in the root feed and for OpenDrive.
[[nodiscard]] Result<VerifiedEntry> signEntry(const crypto::SigningKey& key, const FeedHead& head,
                                              const Stamp& stamp, std::optional<EntryId> drive, Body body,
                                              Bytes ink = {},
                                              std::optional<SeenCheckpoint> seen = std::nullopt);

/// The close code of the minutes: "7KQ2M-0V9TX" (FORMAT.md section 5.3).
[[nodiscard]] std::string closeCode(const EntryId& closing);

} // namespace teken::entry
