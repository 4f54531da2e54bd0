#include "packaging/demo/people/csv.h"

#include <utility>

namespace teken::demo {
namespace {

// Only the letters that appear in these lists and are not ASCII.
std::string toWindows1252(const std::string& utf8) {
    static const std::vector<std::pair<std::string, char>> letters = {
        {"\xc2\xa0", '\xa0'}, {"\xc3\xa9", '\xe9'}, {"\xe2\x80\x99", '\x92'}, {"\xe2\x80\x93", '\x96'}};
    std::string text;
    for (std::size_t i = 0; i < utf8.size();) {
        std::size_t used = 0;
        for (const auto& [from, to] : letters)
            if (utf8.compare(i, from.size(), from) == 0) {
                text += to;
                used = from.size();
            }
        if (used == 0) {
            text += static_cast<unsigned char>(utf8[i]) < 0x80 ? utf8[i] : '?';
            used = 1;
        }
        i += used;
    }
    return text;
}

} // namespace

CsvWriter::CsvWriter(const CsvStyle& style) : m_style(style) {
    if (style.byteOrderMark)
        m_text = "\xef\xbb\xbf";
}

std::string CsvWriter::quoted(const std::string& cell) const {
    if (cell.find_first_of(std::string("\"\r\n") + m_style.separator) == std::string::npos)
        return cell;
    std::string text = "\"";
    for (const char c : cell)
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + '"';
}

void CsvWriter::row(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i)
        line += (i == 0 ? "" : std::string(1, m_style.separator)) + quoted(cells[i]);
    m_text += m_style.windows1252 ? toWindows1252(line) : line;
    m_text += m_style.carriageReturns ? "\r\n" : "\n";
}

const std::vector<std::string>& rosterHeadings() {
    static const std::vector<std::string> headings = {"No",      "Nama",       "NIP",    "Golongan",
                                                      "Jabatan", "Unit Kerja", "Status", "Keterangan"};
    return headings;
}

} // namespace teken::demo
