// The one thing a log's key does: sign checkpoints, none of which may contradict an earlier one. Keeps its
// newest checkpoint in a file of its own, so that neither a crash nor a restored database can make it forget
// (FORMAT.md section 9).
#pragma once

#include "core/base/seams.h"
#include "core/log/checkpoint.h"

#include <filesystem>
#include <optional>

namespace teken::log {

class CheckpointSigner {
public:
    struct Signed {
        Checkpoint checkpoint;
        std::string note;
    };

    /// `state`: the file; need not exist before the first checkpoint. Corrupt ("log.signer-state") if it is
    /// not a checkpoint of this key and origin; InvalidInput ("checkpoint.origin").
    [[nodiscard]] static Result<CheckpointSigner> open(FileSystem& files, std::filesystem::path state,
                                                       std::string origin, const crypto::SigningKey& key);

    /// Nullopt: it has never signed anything.
    [[nodiscard]] const std::optional<Signed>& last() const { return m_last; }
    [[nodiscard]] VerifierKey verifierKey() const;

    /// Signs a tree whose leaves are durable, after checking from its nodes that it has this root and begins
    /// with the last checkpoint's tree. The state file is durable when this returns; only then may the note
    /// be shown to anybody. The same tree again gives the same note. Conflict ("log.signer-shrunk",
    /// "log.signer-other-tree"), Corrupt ("log.tiles-damaged"); errors of reading nodes and writing the file:
    /// nothing was signed.
    [[nodiscard]] Result<Signed> sign(TreeSize size, const Digest& root, const NodeReader& read);

private:
    CheckpointSigner(FileSystem& files, std::filesystem::path state, std::string origin,
                     const crypto::SigningKey& key)
        : m_files(files), m_state(std::move(state)), m_origin(std::move(origin)), m_key(key) {}

    FileSystem& m_files;
    std::filesystem::path m_state;
    std::string m_origin;
    const crypto::SigningKey& m_key;
    std::optional<Signed> m_last;
};

} // namespace teken::log
