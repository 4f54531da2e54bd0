#include "core/store/log_table.h"

#include "core/log/tiles.h"
#include "core/store/connection.h"
#include "core/store/log_appender.h"

#include <map>
#include <memory>

namespace teken::store {
namespace {

/// Hashes from stored tiles; what lies inside a tile is computed from its bottom row.
class TileNodes {
public:
    explicit TileNodes(const LogTable& table) : m_table(table) {}

    [[nodiscard]] Result<Digest> read(unsigned level, std::uint64_t index) {
        const unsigned inside = level % log::kTileLevels;
        const std::uint64_t first = index << inside;
        const std::uint64_t count = std::uint64_t{1} << inside;
        TEKEN_TRY(const auto tile, tileAt(level / log::kTileLevels, first / log::kTileWidth));
        const auto place = first % log::kTileWidth;
        if (place + count > tile->size())
            return fail(ErrorCode::Corrupt, "log.tiles-damaged", "expected a longer tile");
        std::vector<Digest> row(tile->begin() + static_cast<std::ptrdiff_t>(place),
                                tile->begin() + static_cast<std::ptrdiff_t>(place + count));
        while (row.size() > 1) {
            for (std::size_t i = 0; i < row.size() / 2; ++i)
                row[i] = log::hashNode(row[2 * i], row[2 * i + 1]);
            row.resize(row.size() / 2);
        }
        return row.front();
    }

private:
    static constexpr std::size_t kMostTiles = 256; // 2 MiB

    [[nodiscard]] Result<const std::vector<Digest>*> tileAt(unsigned level, std::uint64_t index) {
        const auto key = tileKey(level, index);
        if (const auto known = m_tiles.find(key); known != m_tiles.end())
            return &known->second;
        if (m_tiles.size() >= kMostTiles)
            m_tiles.clear();
        TEKEN_TRY(auto hashes, m_table.tile(level, index));
        return &(m_tiles[key] = std::move(hashes));
    }

    LogTable m_table;
    std::map<std::int64_t, std::vector<Digest>> m_tiles;
};

} // namespace

Result<std::optional<LogState>> LogTable::state() const {
    auto cells = m_connection.query("SELECT size, next, caught_up, published, range FROM log_state");
    TEKEN_TRY(const bool here, cells.next());
    if (!here)
        return std::optional<LogState>{};
    LogState state;
    state.next = cells.number(1);
    state.caughtUp = cells.integer(2) != 0;
    state.published = cells.integer(3) != 0;
    const auto bytes = cells.bytes(4);
    std::vector<Digest> hashes(bytes.size() / Digest::kSize);
    for (std::size_t i = 0; i < hashes.size(); ++i)
        std::memcpy(hashes[i].bytes.data(), bytes.data() + i * Digest::kSize, Digest::kSize);
    auto range = log::CompactRange::restore({cells.number(0)}, std::move(hashes));
    if (!range)
        return fail(ErrorCode::Corrupt, "store.damaged", range.error().message);
    state.range = *std::move(range);
    return std::optional<LogState>(std::move(state));
}

Result<> LogTable::switchOn(Transaction&) {
    return m_connection
        .query("INSERT INTO log_state (one, size, next, caught_up, published, range) "
               "VALUES (1, 0, 1, 0, 0, x'') ON CONFLICT (one) DO NOTHING")
        .run();
}

Result<std::uint64_t> LogTable::waiting() const {
    TEKEN_TRY(const auto found, state());
    if (!found)
        return std::uint64_t{0};
    TEKEN_TRY(const auto last, m_connection.integer("SELECT coalesce(max(ord), 0) FROM entry"));
    return static_cast<std::uint64_t>(last) + 1 - found->next;
}

Result<> LogTable::setPublished(Transaction&) {
    return m_connection.query("UPDATE log_state SET published = 1").run();
}

Result<std::optional<log::LeafIndex>> LogTable::find(const EntryId& id) const {
    auto cells = m_connection.query("SELECT ord FROM entry WHERE id = ?1");
    TEKEN_TRY(const bool here, cells.bind(id).next());
    if (!here)
        return std::optional<log::LeafIndex>{};
    return indexOfRow(m_connection, cells.integer(0));
}

namespace {

/// A leaf as it was when it was appended.
Result<Bytes> leafAt(Connection& connection, std::uint64_t index) {
    auto former = connection.query("SELECT leaf FROM log_former WHERE ix = ?1");
    TEKEN_TRY(const bool changed, former.bind(index).next());
    if (changed)
        return toBytes(former.bytes(0));
    auto extra = connection.query("SELECT entry FROM log_extra WHERE ix = ?1");
    TEKEN_TRY(const bool again, extra.bind(index).next());
    if (again)
        return leafOfRow(connection, extra.integer(0));
    auto before = connection.query("SELECT count(*) FROM log_extra WHERE ix < ?1");
    TEKEN_TRY(const bool counted, before.bind(index).next());
    const auto extras = counted ? before.integer(0) : 0;
    return leafOfRow(connection, static_cast<std::int64_t>(index) + 1 - extras);
}

} // namespace

Result<std::vector<Bytes>> LogTable::leaves(log::LeafIndex from, std::uint64_t count) const {
    TEKEN_TRY(const auto found, state());
    const auto size = found ? found->range.size().value : 0;
    if (from.value > size || count > size - from.value)
        return fail(ErrorCode::NotFound, "log.no-leaf", "no such leaf in this log");
    std::vector<Bytes> leaves;
    std::vector<Digest> hashes;
    for (auto index = from.value; index < from.value + count; ++index) {
        if (hashes.empty() || index % log::kTileWidth == 0) {
            TEKEN_TRY(hashes, tile(0, index / log::kTileWidth));
        }
        TEKEN_TRY(auto leaf, leafAt(m_connection, index));
        const auto place = index % log::kTileWidth;
        if (place >= hashes.size() || log::hashLeaf(leaf) != hashes[place])
            return fail(ErrorCode::Corrupt, "log.leaf-altered",
                        "leaf " + std::to_string(index) + " is not what the tree was built of");
        leaves.push_back(std::move(leaf));
    }
    return leaves;
}

Result<std::vector<Digest>> LogTable::tile(unsigned level, std::uint64_t index) const {
    auto cells = m_connection.query("SELECT hashes FROM log_tile WHERE at = ?1");
    TEKEN_TRY(const bool here, cells.bind(tileKey(level, index)).next());
    if (!here)
        return fail(ErrorCode::NotFound, "log.no-tile", "no such tile in this log");
    const auto bytes = cells.bytes(0);
    return log::decodeTile(bytes, static_cast<unsigned>(bytes.size() / Digest::kSize));
}

log::NodeReader LogTable::nodes() const {
    return [nodes = std::make_shared<TileNodes>(*this)](unsigned level, std::uint64_t index) {
        return nodes->read(level, index);
    };
}

} // namespace teken::store
