// Records on their way into an audit: read by one thread at a time, verified side by side by all of them,
// each once, and handed out in the order in which they were read, while the next ones are still under way.
#pragma once

#include "core/store/entries.h"

#include <functional>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace teken::audit {

/// Something else that a file has between its records and that belongs into the same book (a part of a blob).
/// Runs in its place, on the thread that takes.
using Aside = std::function<Result<>(store::Transaction&)>;

/// What a reader gives. `order` to `storedPrev` say where a record was stored; zeros if it comes from a file.
struct Incoming {
    std::uint64_t order = 0;
    EntryId storedId{};
    FeedId storedFeed{};
    entry::Seq storedSeq = 0;
    std::optional<EntryId> storedPrev{};
    /// Nothing: a beat, so that progress is told over parts of a file that hold no records.
    std::variant<std::monostate, entry::Record, Aside> what{};
};

/// What became of it.
struct Verified {
    std::uint64_t order = 0;
    EntryId storedId;
    FeedId storedFeed;
    entry::Seq storedSeq = 0;
    std::optional<EntryId> storedPrev;
    /// A whole entry that holds, a withheld one as it is, the error that names the rule, or something else.
    std::optional<entry::VerifiedEntry> entry;
    std::optional<entry::WithheldEntry> withheld;
    std::optional<Error> error;
    Aside aside;
};

class Conveyor {
public:
    /// Some more, in order; none: that was all. Asked by one thread at a time, but not always by the same.
    using Read = std::function<Result<std::vector<Incoming>>()>;

    /// `threads`: all that work, the caller's among them; 1 works on the caller's alone, 0 is one for each
    /// core. Memory: some pieces of what `read` gives a thread, whatever there is in all.
    Conveyor(unsigned threads, Read read);
    ~Conveyor();
    Conveyor(const Conveyor&) = delete;
    Conveyor& operator=(const Conveyor&) = delete;

    /// The next one; nullopt after the last. A caller that would have to wait reads and verifies, too. An
    /// error of the reader comes after all that it gave before. One thread.
    [[nodiscard]] Result<std::optional<Verified>> next();

private:
    struct Shared;
    std::unique_ptr<Shared> m_shared;
    std::vector<Verified> m_piece;
    std::size_t m_at = 0;
};

} // namespace teken::audit
