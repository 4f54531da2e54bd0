#include "sync/server/checkpoint_history.h"

#include <algorithm>
#include <charconv>

namespace teken::sync::server {
namespace {

constexpr std::string_view kEnding = ".note";

template <class Number>
bool takeNumber(std::string_view& text, char end, Number& into) {
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), into);
    if (error != std::errc{} || stop == text.data() + text.size() || *stop != end)
        return false;
    text.remove_prefix(static_cast<std::size_t>(stop - text.data()) + 1);
    return true;
}

} // namespace

std::string CheckpointHistory::Row::name() const {
    return std::to_string(size) + "-" + std::to_string(lines) + "-" + std::to_string(ms) +
           std::string(kEnding);
}

std::optional<CheckpointHistory::Row> CheckpointHistory::rowOf(const std::string& name) {
    Row row;
    std::string_view rest = name;
    if (takeNumber(rest, '-', row.size) && takeNumber(rest, '-', row.lines) &&
        takeNumber(rest, '.', row.ms) && row.name() == name)
        return row;
    return std::nullopt;
}

Result<CheckpointHistory> CheckpointHistory::open(FileSystem& files, std::filesystem::path folder) {
    TEKEN_CHECK(files.createFolders(folder));
    TEKEN_TRY(const auto names, files.list(folder));
    CheckpointHistory history(files, std::move(folder));
    for (const auto& name : names)
        if (const auto row = rowOf(name))
            history.m_rows.push_back(*row);
    std::ranges::sort(history.m_rows, {}, &Row::size);
    return history;
}

Result<> CheckpointHistory::offer(const std::string& note, WallTime now) {
    TEKEN_TRY(const auto parsed, log::parseNote(note));
    TEKEN_TRY(const auto checkpoint, log::parseCheckpoint(parsed.text));
    const Row row{checkpoint.size.value, parsed.lines.size(), now.time_since_epoch().count()};
    if (row.size == 0 || m_rows.size() >= kMost)
        return {};
    std::uint64_t covered = 0;
    std::int64_t newest = 0;
    for (const auto& kept : m_rows) {
        if (kept.lines < row.lines)
            continue;
        covered = std::max(covered, kept.size);
        newest = std::max(newest, kept.ms);
    }
    // A clock that was set back must not stop the keeping.
    const bool due = newest == 0 || row.ms - newest >= kPause.count() || row.ms < newest;
    if (row.size <= covered || !due)
        return {};
    TEKEN_CHECK(m_files.writeAtomic(m_folder / row.name(), view(note)));
    m_rows.insert(std::ranges::upper_bound(m_rows, row.size, {}, &Row::size), row);
    return {};
}

Result<std::optional<KeptCheckpoint>> CheckpointHistory::firstWith(log::LeafIndex leaf) const {
    const auto from = std::ranges::upper_bound(m_rows, leaf.value, {}, &Row::size); // size > index
    const auto witnessed = std::find_if(from, m_rows.end(), [](const Row& row) { return row.lines > 1; });
    const auto chosen = witnessed != m_rows.end() ? witnessed : from;
    if (chosen == m_rows.end())
        return std::nullopt;
    TEKEN_TRY(const auto bytes, m_files.read(m_folder / chosen->name(), log::kMostNoteBytes));
    KeptCheckpoint kept;
    kept.note = textOf(bytes);
    TEKEN_TRY(const auto parsed, log::parseNote(kept.note));
    TEKEN_TRY(kept.checkpoint, log::parseCheckpoint(parsed.text));
    kept.at = WallTime{Milliseconds{chosen->ms}};
    return kept;
}

} // namespace teken::sync::server
