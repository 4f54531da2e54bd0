// What has become of each entry of this machine: always read from the store, never from what a screen
// believes.
#pragma once

#include "core/desk/desk_seams.h"
#include "core/desk/log_alarm.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace teken::desk {

enum class QueueState : std::uint8_t {
    Saved,     ///< Tersimpan di laptop: no way to the centre is known yet
    Waiting,   ///< Menunggu internet
    Received,  ///< Diterima pusat: under a verified statement of the server, and in its log if one counts
    Witnessed, ///< Disaksikan: received, and under a checkpoint that a quorum of cosigners has signed
    Trouble    ///< Perlu bantuan: kept, visible, the rest goes on
};
[[nodiscard]] std::string_view
slug(QueueState state); ///< "saved", "waiting", "received", "witnessed", "trouble"

struct QueueItem {
    EntryId entry;
    FeedId feed;
    entry::Seq seq = 0;
    std::uint64_t order = 0; ///< in which this book stored it
    std::string kind;        ///< "sign", "excuse" …
    std::optional<SessionId> session;
    std::optional<PersonId> person;
    std::int64_t wallMs = 0;
    QueueState state = QueueState::Saved;
    std::string reason;                     ///< slug, for Trouble
    std::optional<std::int64_t> receivedMs; ///< when the acknowledgement came
};

struct QueueCounts {
    std::uint64_t saved = 0; ///< all entries of this machine's own feeds
    std::uint64_t received = 0, waiting = 0, trouble = 0;
    std::uint64_t witnessed = 0;   ///< of the received
    std::optional<LogAlarm> alarm; ///< the centre's log has contradicted itself
};

/// The one person an entry is about; nullopt for entries about none or many.
[[nodiscard]] std::optional<PersonId> personOf(const entry::Body& body);

/// Feeds of all holders of this book (retired keys too): what this machine is responsible for.
[[nodiscard]] Result<std::vector<FeedId>> ownFeeds(store::Book& book);
/// Is there a receipt of one of these logs (ledger::logsOf)? True if there are none.
[[nodiscard]] Result<bool> isInLog(store::Book& book, const EntryId& entry, std::span<const FeedId> logs);
[[nodiscard]] Result<QueueCounts> queueCounts(store::Book& book);
/// The newest of all own feeds, as this book stored them and whatever the clock said; only those in one of
/// these states (none named: all). Memory grows with `limit` and the number of feeds only, and so does what
/// is read when no state is named.
[[nodiscard]] Result<std::vector<QueueItem>> listQueue(store::Book& book, const std::vector<QueueState>& only,
                                                       std::size_t limit);

} // namespace teken::desk
