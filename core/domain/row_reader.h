// Rows of a table, wherever they come from: CSV here, spreadsheets later.
#pragma once

#include "core/base/bytes.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace teken::domain {

inline constexpr std::uint64_t kMaxTableBytes = 32ULL * 1024 * 1024;
inline constexpr std::uint64_t kMaxTableRows = 200'000;
inline constexpr std::size_t kMaxTableColumns = 100;
inline constexpr std::size_t kMaxCellBytes = 1'000;

struct Cell {
    std::string text;     ///< UTF-8
    bool numeric = false; ///< stored as a number by a spreadsheet: an NIP in it has lost its last digits
    bool tooLong = false; ///< longer than kMaxCellBytes; `text` holds the beginning only
};

struct Row {
    std::uint64_t line = 0; ///< where it begins in the file, counted from 1
    std::vector<Cell> cells;
    bool openQuote = false; ///< a quotation mark was never closed; the row ends at its first line
};

class RowReader {
public:
    virtual ~RowReader() = default;
    /// True and a row, or false at the end. Errors ("table.too-many-rows", "table.too-many-columns") end the
    /// reading for good.
    [[nodiscard]] virtual Result<bool> next(Row& row) = 0;
    /// "utf-8", "utf-8-bom", "windows-1252", "xlsx": for the report.
    [[nodiscard]] virtual std::string encodingName() const = 0;
    [[nodiscard]] virtual char delimiter() const { return '\0'; }
};

/// CSV (RFC 4180 and what spreadsheets make of it): comma, semicolon or tab by what the first lines hold,
/// "sep=;" line understood, LF, CRLF or CR, UTF-8 with or without BOM, otherwise Windows-1252. Copies the
/// bytes. A quotation mark that is not closed costs its own line only. Refuses "table.too-large",
/// "table.empty", "table.utf-16", "table.spreadsheet" (.xlsx, .xls), "table.binary", "table.broken-utf-8"
/// (UTF-8 that was cut or has another encoding's line in it: taken for Windows-1252, its names would be
/// spoilt in silence).
[[nodiscard]] Result<std::unique_ptr<RowReader>> openCsv(ByteView file);

} // namespace teken::domain
