#include "core/domain/tsv.h"

#include "core/base/encoding.h"

#include <algorithm>

namespace teken::domain {
namespace {

constexpr std::size_t kMaxBytes = 32 * 1024 * 1024;
constexpr std::size_t kMaxRows = 200'000;

std::vector<std::string_view> cellsOf(std::string_view line) {
    std::vector<std::string_view> cells;
    std::size_t at = 0;
    while (true) {
        const std::size_t tab = line.find('\t', at);
        cells.push_back(line.substr(at, tab == std::string_view::npos ? tab : tab - at));
        if (tab == std::string_view::npos)
            return cells;
        at = tab + 1;
    }
}

} // namespace

std::optional<std::size_t> TsvTable::column(std::initializer_list<std::string_view> names) const {
    for (const std::string_view name : names)
        if (const auto found = std::find(heading.begin(), heading.end(), name); found != heading.end())
            return static_cast<std::size_t>(found - heading.begin());
    return std::nullopt;
}

std::string tsvPlace(std::size_t rowIndex) {
    return "line " + std::to_string(rowIndex + 2);
}

Result<TsvTable> readTsvTable(std::string_view text) {
    if (text.size() > kMaxBytes)
        return fail(ErrorCode::InvalidInput, "tsv.too-large", "expected at most 32 MiB");
    if (const std::size_t bad = utf8ErrorOffset(text); bad != text.size())
        return fail(ErrorCode::InvalidInput, "tsv.not-utf8", "expected well-formed UTF-8",
                    "offset " + std::to_string(bad));
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    TsvTable table;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (table.heading.empty()) {
            table.heading = cellsOf(line);
            continue;
        }
        if (table.rows.size() == kMaxRows)
            return fail(ErrorCode::InvalidInput, "tsv.too-many-rows", "expected at most 200000 rows");
        table.rows.push_back(cellsOf(line));
        if (table.rows.back().size() != table.heading.size())
            return fail(ErrorCode::InvalidInput, "tsv.cells",
                        "expected " + std::to_string(table.heading.size()) + " cells, found " +
                            std::to_string(table.rows.back().size()),
                        tsvPlace(table.rows.size() - 1));
    }
    if (table.heading.empty())
        return fail(ErrorCode::InvalidInput, "tsv.no-heading", "expected a first line with headings");
    return table;
}

} // namespace teken::domain
