// Tables of text as spreadsheets write them.
#pragma once

#include <string>
#include <vector>

namespace teken::demo {

struct CsvStyle {
    char separator = ',';
    bool windows1252 = false; ///< otherwise UTF-8
    bool byteOrderMark = false;
    bool carriageReturns = false;
};

/// Quotes cells that need it (RFC 4180). In Windows-1252 letters that it lacks become '?'.
class CsvWriter {
public:
    explicit CsvWriter(const CsvStyle& style);
    void row(const std::vector<std::string>& cells);
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    [[nodiscard]] std::string quoted(const std::string& cell) const;

    CsvStyle m_style;
    std::string m_text;
};

/// The headings of a personnel office: No, Nama, NIP, Golongan, Jabatan, Unit Kerja, Status, Keterangan.
[[nodiscard]] const std::vector<std::string>& rosterHeadings();

} // namespace teken::demo
