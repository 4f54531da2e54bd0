// Checkpoints that a server has shown, kept from time to time, so that a proof can say since when a record is
// provably there and not only that it is there today. One file each, public content:
// <folder>/<size>-<signature lines>-<milliseconds>.note
#pragma once

#include "core/base/seams.h"
#include "core/log/checkpoint.h"

#include <optional>
#include <string>
#include <vector>

namespace teken::sync::server {

struct KeptCheckpoint {
    log::Checkpoint checkpoint;
    std::string note;
    WallTime at; ///< by this server's clock
};

/// Belongs to one thread at a time.
class CheckpointHistory {
public:
    /// Between two that are kept: a proof is at most this much later than the truth.
    static constexpr Milliseconds kPause{15 * 60'000};
    static constexpr std::size_t kMost = 50'000;

    /// Makes the folder. Files of other names are left alone.
    [[nodiscard]] static Result<CheckpointHistory> open(FileSystem& files, std::filesystem::path folder);

    /// Keeps the note if it is time to: the tree has grown since the last one kept with as many signature
    /// lines. Whether it is this log's has been checked before.
    [[nodiscard]] Result<> offer(const std::string& note, WallTime now);

    /// The first that covers the leaf; one with witnesses before one without. Nullopt: none does.
    [[nodiscard]] Result<std::optional<KeptCheckpoint>> firstWith(log::LeafIndex leaf) const;

private:
    struct Row {
        std::uint64_t size = 0;
        std::size_t lines = 0;
        std::int64_t ms = 0;
        [[nodiscard]] std::string name() const;
    };
    CheckpointHistory(FileSystem& files, std::filesystem::path folder)
        : m_files(files), m_folder(std::move(folder)) {}
    [[nodiscard]] static std::optional<Row> rowOf(const std::string& name);

    FileSystem& m_files;
    std::filesystem::path m_folder;
    std::vector<Row> m_rows; ///< by size
};

} // namespace teken::sync::server
