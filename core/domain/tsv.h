// Tab-separated reference tables: a heading, then rows of as many cells. No quoting, nothing forgiven.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace teken::domain {

struct TsvTable {
    std::vector<std::string_view> heading; ///< views into the text that was read
    std::vector<std::vector<std::string_view>> rows;

    /// The first of `names` among the headings.
    [[nodiscard]] std::optional<std::size_t> column(std::initializer_list<std::string_view> names) const;
};

/// "line 12": rows count from 2, behind the heading.
[[nodiscard]] std::string tsvPlace(std::size_t rowIndex);

/// UTF-8 (a BOM is passed over), LF or CRLF, at most 32 MiB and 200,000 rows. Reasons "tsv.too-large",
/// "tsv.not-utf8", "tsv.no-heading", "tsv.cells", "tsv.too-many-rows".
[[nodiscard]] Result<TsvTable> readTsvTable(std::string_view text);

} // namespace teken::domain
