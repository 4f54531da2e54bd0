#include "core/domain/import_columns.h"

#include "core/domain/roster_import.h"
#include "core/domain/text.h"

#include <algorithm>

namespace teken::domain {
namespace {

struct Heading {
    std::string_view plain;
    Column column;
};
constexpr std::array kHeadings{
    Heading{"nama", Column::Name},
    Heading{"nama lengkap", Column::Name},
    Heading{"nama pegawai", Column::Name},
    Heading{"nama asn", Column::Name},
    Heading{"nama pns", Column::Name},
    Heading{"nama dan gelar", Column::Name},
    Heading{"nama gelar", Column::Name},
    Heading{"nama lengkap dan gelar", Column::Name},
    Heading{"nama lengkap gelar", Column::Name},
    Heading{"nama lengkap dengan gelar", Column::Name},
    Heading{"nama pejabat", Column::Name},
    Heading{"nama penanda tangan", Column::Name},
    Heading{"gelar depan", Column::FrontDegree},
    Heading{"gelar belakang", Column::BackDegree},
    Heading{"nip", Column::Number},
    Heading{"nip baru", Column::Number},
    Heading{"nip pns", Column::Number},
    Heading{"nip pegawai", Column::Number},
    Heading{"nip ni pppk", Column::Number},
    Heading{"nip nipppk", Column::Number},
    Heading{"nip nippppk", Column::Number},
    Heading{"nip nippk", Column::Number},
    Heading{"nip nip pppk", Column::Number},
    Heading{"nip pppk", Column::Number},
    Heading{"ni pppk", Column::Number},
    Heading{"nipppk", Column::Number},
    Heading{"nippk", Column::Number},
    Heading{"nomor induk", Column::Number},
    Heading{"nomor induk pegawai", Column::Number},
    Heading{"no induk pegawai", Column::Number},
    Heading{"unit kerja", Column::Unit},
    Heading{"nama unit kerja", Column::Unit},
    Heading{"unit", Column::Unit},
    Heading{"nama unit", Column::Unit},
    Heading{"unit organisasi", Column::Unit},
    Heading{"unor", Column::Unit},
    Heading{"satuan kerja", Column::Unit},
    Heading{"satker", Column::Unit},
    Heading{"instansi", Column::Unit},
    Heading{"tempat tugas", Column::Unit},
    Heading{"unit kerja opd", Column::Unit},
    Heading{"opd unit kerja", Column::Unit},
    Heading{"kode unit", Column::Unit},
    Heading{"opd", Column::UnitAbove},
    Heading{"nama opd", Column::UnitAbove},
    Heading{"skpd", Column::UnitAbove},
    Heading{"perangkat daerah", Column::UnitAbove},
    Heading{"organisasi perangkat daerah", Column::UnitAbove},
    Heading{"unor induk", Column::UnitAbove},
    Heading{"jabatan", Column::Post},
    Heading{"nama jabatan", Column::Post},
    Heading{"jabatan terakhir", Column::Post},
    Heading{"jabatan saat ini", Column::Post},
    Heading{"status", Column::Kind},
    Heading{"status kepegawaian", Column::Kind},
    Heading{"status pegawai", Column::Kind},
    Heading{"status jenis", Column::Kind},
    Heading{"status asn", Column::Kind},
    Heading{"jenis", Column::Kind},
    Heading{"jenis pegawai", Column::Kind},
    Heading{"jenis asn", Column::Kind},
    Heading{"jenis kepegawaian", Column::Kind},
    Heading{"golongan", Column::Rank},
    Heading{"gol", Column::Rank},
    Heading{"gol ruang", Column::Rank},
    Heading{"golongan ruang", Column::Rank},
    Heading{"pangkat gol", Column::Rank},
    Heading{"pangkat golongan", Column::Rank},
    Heading{"pangkat gol ruang", Column::Rank},
    Heading{"pangkat golongan ruang", Column::Rank},
    Heading{"gol pangkat", Column::Rank},
    Heading{"pangkat", Column::RankName},
    Heading{"keterangan", Column::Note},
    Heading{"ket", Column::Note},
    Heading{"catatan", Column::Note},
};

std::optional<Column> columnNamed(std::string_view heading) {
    const std::string plain = plainText(heading);
    for (const Heading& known : kHeadings)
        if (known.plain == plain)
            return known.column;
    return std::nullopt;
}

/// "AB (Nama)": the letters over the column in a spreadsheet, and its heading.
std::string columnForPeople(const Row& row, std::size_t at) {
    constexpr std::size_t kLetters = 26;
    std::string letters;
    for (std::size_t left = at + 1; left > 0; left = (left - 1) / kLetters)
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % kLetters));
    return letters + " (" + tidySpaces(row.cells[at].text) + ")";
}

} // namespace

std::string_view fieldOf(Column column) {
    switch (column) {
    case Column::Name:
    case Column::FrontDegree:
    case Column::BackDegree:
        return field::kName;
    case Column::Number:
        return field::kNumber;
    case Column::Unit:
    case Column::UnitAbove:
        return field::kUnit;
    case Column::Post:
        return field::kPost;
    case Column::Kind:
        return field::kKind;
    case Column::Rank:
    case Column::RankName:
        return field::kRank;
    case Column::Note:
        return field::kNote;
    }
    return field::kRow;
}

std::optional<ColumnMap> ColumnMap::fromHeadings(const Row& row) {
    ColumnMap map;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (const auto column = columnNamed(row.cells[i].text)) {
            auto& slot = map.m_at[static_cast<std::size_t>(*column)];
            if (slot)
                map.m_unread.push_back({*column, i});
            else
                slot = i;
        }
    const auto known =
        std::count_if(map.m_at.begin(), map.m_at.end(), [](const auto& at) { return at.has_value(); });
    if (!map.at(Column::Name) || known < 2)
        return std::nullopt;
    return map;
}

const Cell* ColumnMap::cell(const Row& row, Column column) const {
    const auto index = at(column);
    return index && *index < row.cells.size() ? &row.cells[*index] : nullptr;
}

Result<std::vector<RowProblem>> ColumnMap::warnOfDoubles(const Row& row) const {
    std::vector<RowProblem> warnings;
    for (const Unread& unread : m_unread) {
        const std::string used = columnForPeople(row, *at(unread.column));
        const std::string other = columnForPeople(row, unread.at);
        if (unread.column == Column::Name || unread.column == Column::Number)
            return fail(ErrorCode::InvalidInput, "roster.double-column",
                        "expected one column for the " + std::string(fieldOf(unread.column)) +
                            ", found two: " + used + ", " + other,
                        "line " + std::to_string(row.line));
        warnings.push_back(
            {row.line, std::string(fieldOf(unread.column)), "column.double", other, used, false});
    }
    return warnings;
}

std::string ColumnMap::text(const Row& row, Column column) const {
    const Cell* found = cell(row, column);
    return found == nullptr ? std::string() : tidySpaces(found->text);
}

} // namespace teken::domain
