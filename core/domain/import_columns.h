// Which column of a roster table holds what, by the headings Indonesian offices use. Private to the import.
#pragma once

#include "core/base/result.h"
#include "core/domain/row_reader.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace teken::domain {

struct RowProblem;

enum class Column : std::uint8_t {
    Name,
    FrontDegree,
    BackDegree,
    Number,
    Unit,      ///< "Unit Kerja": may be a part of an OPD
    UnitAbove, ///< "OPD", "Perangkat Daerah"
    Post,
    Kind,
    Rank,     ///< "Golongan", "Pangkat/Gol."
    RankName, ///< "Pangkat": used where there is no golongan
    Note
};
inline constexpr std::size_t kColumns = 11;
[[nodiscard]] std::string_view fieldOf(Column column); ///< the name in problems: "name", "number", ...

class ColumnMap {
public:
    /// A heading row has a name column and at least one more known column.
    [[nodiscard]] static std::optional<ColumnMap> fromHeadings(const Row& row);

    [[nodiscard]] std::optional<std::size_t> at(Column column) const {
        return m_at[static_cast<std::size_t>(column)];
    }
    /// The cell of that column, or nullptr when the table or the row has none.
    [[nodiscard]] const Cell* cell(const Row& row, Column column) const;
    /// Two columns of one meaning. Of unit, post and the like the first is read and the others are warned of,
    /// at the heading. Which name or number is the right one nobody but the list's owner can know:
    /// InvalidInput ("roster.double-column") names both, as a spreadsheet letters them. `row`: the headings.
    [[nodiscard]] Result<std::vector<RowProblem>> warnOfDoubles(const Row& row) const;
    /// Without blanks around; empty when there is no cell.
    [[nodiscard]] std::string text(const Row& row, Column column) const;

private:
    struct Unread {
        Column column;
        std::size_t at;
    };
    std::array<std::optional<std::size_t>, kColumns> m_at{};
    std::vector<Unread> m_unread; ///< known columns behind the first of their meaning
};

} // namespace teken::domain
