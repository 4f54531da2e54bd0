// Questions to a log and its answers as they travel on sticks (sync/PROTOCOL.md section 11).
#pragma once

#include "sync/protocol/log_check.h"

namespace teken::sync {

inline constexpr std::size_t kMostErrandEntries = 200; ///< so that an answer fits one item of a file
inline constexpr std::size_t kMostErrandPages = 50;    ///< 10,000 entries of one laptop
inline constexpr std::size_t kMostErrandNoteBytes = 4096;

/// What a laptop without a way to the centre wants to know of its own entries.
struct LogQuestion {
    /// The largest checkpoint that it has seen: a proof is wanted that the log only grew since, and who
    /// carries the question compares it with what the centre shows to others. Empty: none.
    std::string note;
    std::vector<EntryId> entries;
    friend bool operator==(const LogQuestion&, const LogQuestion&) = default;
};

/// What the centre's log answered. Nothing of it is worth anything before it is verified.
struct LogReply {
    FeedId asker;                       ///< whose question it was: the origin of the file that brought it
    std::optional<log::TreeSize> since; ///< the answer's consistency proof leads from here
    std::vector<EntryId> entries;       ///< in the order of the answer's places
    LogProofsAnswer answer;
    friend bool operator==(const LogReply&, const LogReply&) = default;
};

[[nodiscard]] Bytes encode(const LogQuestion& question);
[[nodiscard]] Bytes encode(const LogReply& reply);
/// InvalidInput ("sync.message").
[[nodiscard]] Result<LogQuestion> decodeQuestion(ByteView bytes);
[[nodiscard]] Result<LogReply> decodeReply(ByteView bytes);

/// Questions about every own entry that has no receipt of a log that counts, in pages; then one page of those
/// that were asked for longest ago. None if no log counts.
[[nodiscard]] Result<std::vector<LogQuestion>>
ownQuestions(store::Book& book, std::span<const ledger::Ledger::LogCertificate> logs);

} // namespace teken::sync
