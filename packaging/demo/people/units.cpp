#include "packaging/demo/people/units.h"

#include <algorithm>
#include <charconv>

namespace teken::demo {
namespace {

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos)
            return parts;
        text = text.substr(end + 1);
    }
}

tl::unexpected<Error> bad(std::size_t line, std::string message) {
    return fail(ErrorCode::InvalidInput, "demo.units", std::move(message), "line " + std::to_string(line));
}

Result<int> number(std::string_view text, std::size_t line) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0 || value > 100'000)
        return bad(line, "expected a number of people");
    return value;
}

Trade tradeOf(std::string_view name) {
    const auto has = [&](std::string_view word) { return name.find(word) != std::string_view::npos; };
    if (has("Pendidikan"))
        return Trade::School;
    if (has("Kesehatan") || has("RSUD"))
        return Trade::Health;
    return name.starts_with("Kecamatan ") ? Trade::District : Trade::Office;
}

struct Columns {
    std::size_t code = 0, name = 0, total = 0, pns = 0, pppk = 0;
    std::size_t count = 0;
};

Result<Columns> columnsOf(std::string_view heading) {
    const auto names = split(heading, '\t');
    Columns columns;
    columns.count = names.size();
    for (const auto& [name, place] :
         {std::pair{"kode_unit", &columns.code}, std::pair{"nama_unit", &columns.name},
          std::pair{"jumlah_asn", &columns.total}, std::pair{"pns", &columns.pns},
          std::pair{"pppk", &columns.pppk}}) {
        const auto found = std::find(names.begin(), names.end(), name);
        if (found == names.end())
            return bad(1, std::string("expected a column ") + name);
        *place = static_cast<std::size_t>(found - names.begin());
    }
    return columns;
}

Result<DemoUnit> unitOf(std::string_view text, const Columns& columns, std::size_t line) {
    const auto cells = split(text, '\t');
    if (cells.size() != columns.count)
        return bad(line, "expected " + std::to_string(columns.count) + " cells, found " +
                             std::to_string(cells.size()));
    DemoUnit unit{std::string(cells[columns.code]), std::string(cells[columns.name])};
    TEKEN_TRY(const int total, number(cells[columns.total], line));
    TEKEN_TRY(unit.pns, number(cells[columns.pns], line));
    TEKEN_TRY(unit.pppk, number(cells[columns.pppk], line));
    if (unit.code.empty() || unit.name.empty() || total != unit.pns + unit.pppk)
        return bad(line, "expected a code, a name, and pns + pppk = jumlah_asn");
    unit.trade = tradeOf(unit.name);
    return unit;
}

} // namespace

Result<std::vector<DemoUnit>> readUnits(std::string_view tsv) {
    while (!tsv.empty() && tsv.back() == '\n')
        tsv.remove_suffix(1);
    const auto lines = split(tsv, '\n');
    TEKEN_TRY(const auto columns, columnsOf(lines[0]));
    std::vector<DemoUnit> units;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        TEKEN_TRY(auto unit, unitOf(lines[i], columns, i + 1));
        units.push_back(std::move(unit));
    }
    if (units.empty())
        return bad(1, "expected at least one unit");
    return units;
}

} // namespace teken::demo
