// Evidence of one drive in one file (FORMAT.md, "Evidence"): written from a book, and read for an audit.
#pragma once

#include "core/audit/gather.h"
#include "core/audit/log_material.h"
#include "sync/bundle/transfer.h"

namespace teken::sync {

struct EvidenceRequest {
    EntryId drive;
    FeedId origin; ///< of the machine that writes
    std::int64_t createdMs = 0;
    std::optional<RecipientKey> recipient;
    bool openly = false; ///< a deliberate choice to write without a seal what rests sealed in this book
    /// What to say of the log; its leaves are written if it has them, else its places.
    audit::LogMaterial log;
};

struct EvidenceSummary {
    std::uint64_t records = 0, blobs = 0, checkpoints = 0, leaves = 0, places = 0, bytes = 0;
    std::uint64_t accusations = 0; ///< against the log
};

/// NotFound ("drive.none": no such drive in this book), InvalidInput ("bundle.no-recipient"), Corrupt
/// ("evidence.leaves": the log gave something that is no leaf); errors of the log's source and of the
/// storage.
[[nodiscard]] Result<EvidenceSummary> writeEvidence(store::Book& book, const ledger::Ledger& ledger,
                                                    BundleStorage& storage, const BundleStorage::Path& path,
                                                    const EvidenceRequest& request, RandomSource& random,
                                                    const BundleProgress& progress = {});

/// What this book keeps as evidence against logs.
[[nodiscard]] Result<std::vector<audit::LogMaterial::Accusation>> accusationsOf(store::Book& book);

/// The log as a book has it: leaves (and these notes) if it keeps a log; else the places of own entries with
/// the checkpoints that were seen. With accusationsOf(). To be read as long as the book lives.
[[nodiscard]] Result<audit::LogMaterial> logOf(store::Book& book, std::vector<std::string> notes);

/// A .teken file of any purpose, unpacked into an open book for an audit. The file is read again when the
/// audit asks for the log, so that memory and disk stay flat; it and `storage` outlive the material.
struct UnpackedEvidence {
    BundleHeader header;
    audit::LogMaterial log;
    ImportSummary summary;
    audit::Gathered gathered;
};
/// Told with each record, in bytes of the file; false stops (Cancelled, "audit.cancelled").
using UnpackProgress = std::function<bool(std::uint64_t done, std::uint64_t total)>;
struct UnpackSettings {
    const crypto::RecipientSecret* secret = nullptr; ///< as for BundleReader::unseal(); null for open files
    /// Entries are folded under the root that this fingerprint names, while others are verified; an audit of
    /// the book then begins with its judges. Empty: they are stored only.
    std::string rootFingerprint;
    unsigned threads = 0; ///< 0: one for each core
    UnpackProgress progress;
};
/// Each signature is verified once; entries that do not hold are counted and left out. Errors of the reader,
/// also those at the end of the file: then `into` is worth nothing. InvalidInput ("bundle.leaves": leaves out
/// of order; "audit.fingerprint"), NotFound ("audit.root-absent": no entry of that root key).
[[nodiscard]] Result<UnpackedEvidence> unpackEvidence(BundleStorage& storage, const BundleStorage::Path& path,
                                                      store::Book& into, const UnpackSettings& settings);

} // namespace teken::sync
