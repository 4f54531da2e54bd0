// Questions to the centre's log that came on somebody's stick, and the answers that go back on it: a machine
// with a way to the centre runs the errand for one without (sync/PROTOCOL.md section 11).
#pragma once

#include "core/entry/ids.h"
#include "core/log/merkle.h"
#include "core/store/book.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace teken::store {

struct LogErrand {
    std::int64_t id = 0; ///< given by the book
    FeedId feed;         ///< whose stick brought it
    std::string note;    ///< the newest checkpoint its laptop has seen; empty: none
    std::vector<EntryId> entries;
    std::optional<log::TreeSize> since; ///< the answer's growth is proven from here; of an answer only
    Bytes answer;                       ///< encoded; empty: not asked yet
    bool whole = false;                 ///< nothing in the answer is pending
};

class ErrandTable {
public:
    /// More are forgotten, oldest first: a stick may not fill a disk.
    static constexpr std::size_t kMost = 500;

    explicit ErrandTable(Connection& connection) : m_connection(connection) {}

    /// Instead of all questions of this feed; `id`, `since`, `answer` and `whole` are ignored.
    [[nodiscard]] Result<> replace(Transaction& transaction, const FeedId& feed,
                                   std::span<const LogErrand> questions);
    /// In the order they came.
    [[nodiscard]] Result<std::vector<LogErrand>> all() const;
    [[nodiscard]] Result<> answer(Transaction& transaction, std::int64_t id,
                                  std::optional<log::TreeSize> since, ByteView answer, bool whole);
    [[nodiscard]] Result<> remove(Transaction& transaction, std::int64_t id);

private:
    Connection& m_connection;
};

} // namespace teken::store
