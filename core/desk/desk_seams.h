// What every desk works on. All of it is owned by main() or by the store's worker thread and outlives the
// desk.
//
// Threads: a desk belongs to the thread of its Book.
#pragma once

#include "core/base/seams.h"
#include "core/ledger/ledger.h"
#include "core/store/book.h"

namespace teken::desk {

struct DeskSeams {
    store::Book& book;
    ledger::Ledger& ledger;
    const Clock& clock;
    RandomSource& random;
};

/// Names of settings that more than one room reads (store::SettingsTable; none is personal).
namespace setting {
inline constexpr const char* kRootKey = "root.key";       ///< 64 hex digits, pinned by a person
inline constexpr const char* kDrive = "drive.id";         ///< the drive this laptop or admin works on
inline constexpr const char* kServerUrl = "server.url";   ///< "https://pusat.example:8443"
inline constexpr const char* kServerPins = "server.pins"; ///< hex digests of TLS keys, one a line
inline constexpr const char* kDeviceName = "device.name"; ///< "PMK-017"
inline constexpr const char* kRequestFile =
    "enrolment.file"; ///< where the request was written, while awaited
inline constexpr const char* kRecoveryUsed = "recovery.used"; ///< SHA-256 of the last answer that was used
} // namespace setting

/// The pinned root key. NotFound ("desk.no-root") before enrolment.
[[nodiscard]] Result<PublicKey> pinnedRoot(store::Book& book);

} // namespace teken::desk
