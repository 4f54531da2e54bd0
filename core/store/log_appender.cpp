#include "core/store/log_appender.h"

#include "core/log/tiles.h"
#include "core/store/connection.h"

#include <array>

namespace teken::store {
namespace {

constexpr std::int64_t kFollowAtOnce = 4096; // entries from before the log: bounds a transaction

#define TEKEN_LEAF_COLUMNS "e.ord, f.id, e.seq, e.id, e.signature FROM entry e JOIN feed f ON f.no = e.feed"
constexpr const char* kRow = "SELECT " TEKEN_LEAF_COLUMNS " WHERE e.ord = ?1";
constexpr const char* kRowsFrom = "SELECT " TEKEN_LEAF_COLUMNS " WHERE e.ord >= ?1 ORDER BY e.ord LIMIT ?2";
#undef TEKEN_LEAF_COLUMNS

Result<std::array<std::uint8_t, log::kLeafBytes>> readLeaf(const Query& cells) {
    log::Leaf leaf;
    TEKEN_TRY(leaf.feed, cells.fixed<FeedId>(1));
    leaf.seq = cells.number(2);
    TEKEN_TRY(leaf.entry, cells.fixed<EntryId>(3));
    TEKEN_TRY(leaf.signature, cells.fixed<Signature>(4));
    return log::encodeLeaf(leaf);
}

/// The tree's right edge and its growing tiles, in memory for the length of one transaction.
class Appender {
public:
    explicit Appender(Connection& connection) : m_connection(connection) {}

    /// False: this book keeps no log.
    [[nodiscard]] Result<bool> open() {
        TEKEN_TRY(auto found, LogTable(m_connection).state());
        if (found)
            state = *std::move(found);
        return found.has_value();
    }
    [[nodiscard]] Result<> append(ByteView leaf) {
        state.range.append(log::hashLeaf(leaf),
                           [this](unsigned level, std::uint64_t index, const Digest& hash) {
                               if (level % log::kTileLevels == 0 && !m_error)
                                   take(level / log::kTileLevels, index, hash);
                           });
        return m_error ? Result<>(fail(*m_error)) : Result<>{};
    }
    [[nodiscard]] Result<> save() {
        for (unsigned level = 0; level < m_tiles.size(); ++level)
            if (m_tiles[level].dirty)
                TEKEN_CHECK(write(level));
        return m_connection
            .query("UPDATE log_state SET size = ?1, next = ?2, caught_up = ?3, range = ?4 WHERE one = 1")
            .bind(state.range.size().value)
            .bind(state.next)
            .bind(state.caughtUp ? 1 : 0)
            .bind(log::encodeTile(state.range.hashes()))
            .run();
    }

    LogState state;

private:
    struct Tile {
        std::uint64_t index = 0;
        std::vector<Digest> hashes;
        bool open = false, dirty = false;
    };

    void take(unsigned level, std::uint64_t index, const Digest& hash) {
        auto& tile = m_tiles[level];
        const auto number = index / log::kTileWidth;
        const auto place = index % log::kTileWidth;
        if (!tile.open || tile.index != number) {
            tile = {number, {}, true, false};
            if (place > 0) {
                auto stored = LogTable(m_connection).tile(level, number);
                if (!stored) {
                    m_error = stored.error();
                    return;
                }
                tile.hashes = *std::move(stored);
            }
        }
        if (tile.hashes.size() != place) {
            m_error = Error{ErrorCode::Corrupt,
                            "log.tiles-damaged",
                            "expected a tile of " + std::to_string(place) + " hashes, found " +
                                std::to_string(tile.hashes.size()),
                            {}};
            return;
        }
        tile.hashes.push_back(hash);
        tile.dirty = true;
        if (tile.hashes.size() == log::kTileWidth)
            if (const auto written = write(level); !written)
                m_error = written.error();
    }
    [[nodiscard]] Result<> write(unsigned level) {
        auto& tile = m_tiles[level];
        tile.dirty = false;
        return m_connection
            .query("INSERT INTO log_tile (at, hashes) VALUES (?1, ?2) "
                   "ON CONFLICT (at) DO UPDATE SET hashes = excluded.hashes")
            .bind(tileKey(level, tile.index))
            .bind(log::encodeTile(tile.hashes))
            .run();
    }

    Connection& m_connection;
    std::array<Tile, log::kMostTileLevel + 1> m_tiles;
    std::optional<Error> m_error; // from inside the callback
};

} // namespace

Result<> followEntries(Connection& connection) {
    Appender appender(connection);
    TEKEN_TRY(const bool kept, appender.open());
    if (!kept)
        return {};
    auto& state = appender.state;
    bool changed = false;
    std::int64_t left = state.caughtUp ? -1 : kFollowAtOnce; // a negative limit is none
    auto rows = connection.query(kRowsFrom);
    rows.bind(state.next).bind(left);
    for (;;) {
        TEKEN_TRY(const bool here, rows.next());
        if (!here)
            break;
        if (rows.number(0) != state.next) // nothing is ever deleted, so leaves and rows go in step
            return fail(ErrorCode::Corrupt, "store.damaged",
                        "expected entry number " + std::to_string(state.next) + " in the stored order");
        TEKEN_TRY(const auto leaf, readLeaf(rows));
        TEKEN_CHECK(appender.append(leaf));
        ++state.next;
        --left;
        changed = true;
    }
    if (!state.caughtUp && left > 0)
        changed = state.caughtUp = true;
    return changed ? appender.save() : Result<>{};
}

Result<Bytes> leafOfRow(Connection& connection, std::int64_t order) {
    auto cells = connection.query(kRow);
    TEKEN_TRY(const bool here, cells.bind(order).next());
    if (!here)
        return fail(ErrorCode::NotFound, "log.no-leaf", "no such leaf in this log");
    TEKEN_TRY(const auto leaf, readLeaf(cells));
    return toBytes(leaf);
}

Result<std::optional<log::LeafIndex>> indexOfRow(Connection& connection, std::int64_t order) {
    TEKEN_TRY(const auto state, LogTable(connection).state());
    if (!state || static_cast<std::uint64_t>(order) >= state->next)
        return std::optional<log::LeafIndex>{};
    auto again = connection.query("SELECT max(ix) FROM log_extra WHERE entry = ?1");
    TEKEN_TRY(const bool row, again.bind(order).next());
    if (row && !again.isNull(0))
        return std::optional(log::LeafIndex{again.number(0)});
    auto before = connection.query("SELECT count(*) FROM log_extra WHERE next <= ?1");
    TEKEN_TRY(const bool counted, before.bind(order).next());
    const auto extras = counted ? before.number(0) : 0;
    return std::optional(log::LeafIndex{static_cast<std::uint64_t>(order) - 1 + extras});
}

Result<> ChangingRow::before() {
    TEKEN_TRY(m_index, indexOfRow(m_connection, m_order));
    if (m_index) {
        TEKEN_TRY(m_leaf, leafOfRow(m_connection, m_order));
    }
    return {};
}

Result<> ChangingRow::after() {
    if (!m_index)
        return {};
    TEKEN_TRY(const auto leaf, leafOfRow(m_connection, m_order));
    if (leaf == m_leaf)
        return {};
    TEKEN_CHECK(m_connection.query("INSERT INTO log_former (ix, leaf) VALUES (?1, ?2)")
                    .bind(m_index->value)
                    .bind(m_leaf)
                    .run());
    Appender appender(m_connection);
    TEKEN_TRY(const bool kept, appender.open());
    TEKEN_ASSERT(kept, "an entry that has a leaf has a log");
    TEKEN_CHECK(m_connection.query("INSERT INTO log_extra (ix, entry, next) VALUES (?1, ?2, ?3)")
                    .bind(appender.state.range.size().value)
                    .bind(m_order)
                    .bind(appender.state.next)
                    .run());
    TEKEN_CHECK(appender.append(leaf));
    return appender.save();
}

} // namespace teken::store
