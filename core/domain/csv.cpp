#include "core/base/encoding.h"
#include "core/domain/row_reader.h"
#include "core/domain/text.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

namespace teken::domain {
namespace {

constexpr std::size_t kSniffedLines = 40;
constexpr std::size_t kMostCells = 16'384; ///< a spreadsheet's own limit; empty tails are dropped afterwards

/// Code points of 0x80..0x9f in Windows-1252; the five unused bytes become U+FFFD, which no name may hold.
constexpr std::array<char32_t, 32> kWindows1252{
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178};

std::string fromWindows1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 16);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        appendCodePoint(text, byte >= 0x80 && byte < 0xa0 ? kWindows1252[byte - 0x80] : byte);
    }
    return text;
}

/// How often `delimiter` stands outside quoted cells, line by line. A line end closes every quotation here,
/// so that one mark left open cannot hide the rest of the table.
std::vector<std::size_t> countsOf(std::string_view text, char delimiter) {
    std::vector<std::size_t> counts(1, 0);
    bool quoted = false;
    char before = '\n';
    for (const char c : text) {
        const bool cellBegins = before == '\n' || before == '\r' || before == delimiter;
        if (c == '\n' || c == '\r') {
            if (counts.size() == kSniffedLines)
                break;
            counts.push_back(0);
            quoted = false;
        } else if (c == '"') {
            quoted = !quoted && cellBegins;
        } else if (c == delimiter && !quoted) {
            ++counts.back();
        }
        before = c;
    }
    return counts;
}

/// The delimiter whose number per line repeats most: commas inside names come and go, columns do not.
char sniffDelimiter(std::string_view text) {
    char best = ',';
    std::size_t bestScore = 0;
    for (const char candidate : {';', '\t', ','}) {
        std::map<std::size_t, std::size_t> lines;
        for (const std::size_t count : countsOf(text, candidate))
            if (count > 0)
                ++lines[count];
        std::size_t score = 0;
        for (const auto& [count, times] : lines)
            score = std::max(score, count * times);
        if (score > bestScore) {
            best = candidate;
            bestScore = score;
        }
    }
    return best;
}

class CsvReader final : public RowReader {
public:
    CsvReader(std::string text, std::string encoding)
        : m_text(std::move(text)), m_encoding(std::move(encoding)) {
        if (m_text.size() >= 6 && m_text.starts_with("sep=") && (m_text[5] == '\n' || m_text[5] == '\r')) {
            m_delimiter = m_text[4];
            m_at = 5;
            skipLineEnd();
        } else {
            m_delimiter = sniffDelimiter(m_text);
        }
    }

    Result<bool> next(Row& row) override {
        row = {};
        row.line = m_line;
        if (m_at >= m_text.size())
            return false;
        if (++m_rows > kMaxTableRows)
            return fail(ErrorCode::InvalidInput, "table.too-many-rows",
                        "expected at most " + std::to_string(kMaxTableRows) + " rows", place());
        const std::size_t start = m_at;
        if (!readCells(row, true)) {
            // The quotation mark may swallow the rest of the file: take this one line as it stands and go on
            // behind it.
            m_at = start;
            m_line = row.line;
            row.cells.clear();
            row.openQuote = true;
            readCells(row, false);
        }
        while (!row.cells.empty() && row.cells.back().text.empty())
            row.cells.pop_back();
        if (row.cells.size() > kMaxTableColumns)
            return fail(ErrorCode::InvalidInput, "table.too-many-columns",
                        "expected at most " + std::to_string(kMaxTableColumns) + " columns, found " +
                            std::to_string(row.cells.size()),
                        "line " + std::to_string(row.line));
        return true;
    }

    [[nodiscard]] std::string encodingName() const override { return m_encoding; }
    [[nodiscard]] char delimiter() const override { return m_delimiter; }

private:
    [[nodiscard]] std::string place() const { return "line " + std::to_string(m_line); }
    [[nodiscard]] bool atLineEnd() const { return m_text[m_at] == '\n' || m_text[m_at] == '\r'; }

    void skipLineEnd() {
        if (m_at >= m_text.size())
            return;
        if (m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n')
            ++m_at;
        ++m_at;
        ++m_line;
    }

    static void append(Cell& cell, char c) {
        if (cell.text.size() < kMaxCellBytes)
            cell.text += c;
        else
            cell.tooLong = true;
    }

    /// One row, with quotation marks or taking them as letters. False: a mark was not closed as it must be.
    bool readCells(Row& row, bool quotes) {
        while (true) {
            Cell cell;
            if (quotes && m_at < m_text.size() && m_text[m_at] == '"') {
                if (!readQuoted(cell))
                    return false;
            } else {
                while (m_at < m_text.size() && !atLineEnd() && m_text[m_at] != m_delimiter)
                    append(cell, m_text[m_at++]);
            }
            // A cut in the middle of a letter would no longer be UTF-8.
            if (cell.tooLong)
                cell.text.resize(utf8ErrorOffset(cell.text));
            if (row.cells.size() < kMostCells)
                row.cells.push_back(std::move(cell));
            if (m_at >= m_text.size())
                return true;
            if (atLineEnd()) {
                skipLineEnd();
                return true;
            }
            ++m_at;
        }
    }

    bool readQuoted(Cell& cell) {
        ++m_at;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c != '"') {
                m_line += c == '\n' || (c == '\r' && (m_at + 1 >= m_text.size() || m_text[m_at + 1] != '\n'))
                              ? 1
                              : 0;
                append(cell, c);
                ++m_at;
                continue;
            }
            ++m_at;
            if (m_at >= m_text.size() || m_text[m_at] == m_delimiter || atLineEnd())
                return true;
            if (m_text[m_at] != '"')
                return false;
            append(cell, '"');
            ++m_at;
        }
        return false;
    }

    std::string m_text;
    std::string m_encoding;
    char m_delimiter = ',';
    std::size_t m_at = 0;
    std::uint64_t m_line = 1;
    std::uint64_t m_rows = 0;
};

/// The line that breaks UTF-8 in a table that holds UTF-8 elsewhere; 0 when nothing else in it is UTF-8. A
/// file cut in the middle of a letter, or two encodings pasted into one, would come out as "Maâ€™ruf" if it
/// were read as Windows-1252: no name of that code page looks like a whole letter of UTF-8.
std::uint64_t lineThatBreaksUtf8(std::string_view bytes, bool marked) {
    std::uint64_t line = 0;
    std::uint64_t broken = 0;
    bool mixed = marked;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        const std::string_view text = bytes.substr(at, end - at);
        ++line;
        const std::size_t good = utf8ErrorOffset(text);
        if (good != text.size() && broken == 0)
            broken = line;
        const auto isAscii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
        mixed = mixed || !std::ranges::all_of(text.substr(0, good), isAscii);
        at = end + 1;
    }
    return mixed ? broken : 0;
}

tl::unexpected<Error> refuse(std::string_view reason, std::string_view expected) {
    return fail(ErrorCode::InvalidInput, std::string(reason), "expected " + std::string(expected));
}

} // namespace

Result<std::unique_ptr<RowReader>> openCsv(ByteView file) {
    if (file.size() > kMaxTableBytes)
        return refuse("table.too-large", "at most 32 MiB");
    std::string_view bytes = textOf(file);
    if (bytes.starts_with("\xff\xfe") || bytes.starts_with("\xfe\xff"))
        return refuse("table.utf-16", "UTF-8 or Windows-1252, found UTF-16");
    if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("\xd0\xcf\x11\xe0"))
        return refuse("table.spreadsheet", "text with separators, found a spreadsheet file");
    if (bytes.find('\0') != std::string_view::npos)
        return refuse("table.binary", "text, found a zero byte");
    const bool marked = bytes.starts_with("\xef\xbb\xbf");
    if (marked)
        bytes.remove_prefix(3);
    if (bytes.empty())
        return refuse("table.empty", "a table, found an empty file");
    const bool utf8 = isUtf8(bytes);
    if (const auto line = utf8 ? 0 : lineThatBreaksUtf8(bytes, marked); line != 0)
        return fail(ErrorCode::InvalidInput, "table.broken-utf-8",
                    "expected UTF-8 throughout or Windows-1252", "line " + std::to_string(line));
    return std::make_unique<CsvReader>(utf8 ? std::string(bytes) : fromWindows1252(bytes),
                                       !utf8    ? "windows-1252"
                                       : marked ? "utf-8-bom"
                                                : "utf-8");
}

} // namespace teken::domain
