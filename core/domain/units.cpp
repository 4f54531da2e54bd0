#include "core/domain/units.h"

#include "core/base/encoding.h"
#include "core/domain/areas.h"
#include "core/domain/slugs.h"
#include "core/domain/text.h"
#include "core/domain/tsv.h"

#include <algorithm>

namespace teken::domain {
namespace {

constexpr Slugs<5> kKindSlugs{"opd", "kecamatan", "kelurahan", "desa", "other"};
constexpr std::size_t kMaxUnits = 20'000;

UnitKind kindNamed(std::string_view name) {
    const std::string plain = plainText(name);
    for (std::size_t i = 0; i + 1 < kKindSlugs.size(); ++i)
        if (kKindSlugs[i] == plain)
            return static_cast<UnitKind>(i);
    return UnitKind::Other;
}

bool isCodeCharacter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

} // namespace

std::string_view slug(UnitKind kind) {
    return slugOf(kKindSlugs, kind);
}

Result<UnitKind> unitKindFromSlug(std::string_view text) {
    return enumOf<UnitKind>(kKindSlugs, text, "unit kind");
}

bool isUnitCode(std::string_view text) {
    return !text.empty() && text.size() <= 32 && std::all_of(text.begin(), text.end(), isCodeCharacter);
}

Result<> checkUnit(const Unit& unit) {
    if (!isUnitCode(unit.code) || (!unit.parent.empty() && !isUnitCode(unit.parent)))
        return fail(ErrorCode::InvalidInput, "unit.code", "expected 1 to 32 of A-Z a-z 0-9 . -");
    const bool plain = isUtf8(unit.name) && tidySpaces(unit.name) == unit.name;
    bool control = false;
    for (std::size_t at = 0; plain && at < unit.name.size();)
        control = isControl(nextCodePoint(unit.name, at)) || control;
    if (!plain || control || unit.name.empty() || utf8Length(unit.name) > 160)
        return fail(ErrorCode::InvalidInput, "unit.name", "expected 1 to 160 characters on one line",
                    unit.code);
    if (!unit.areaCode.empty() && !AreaCode::parse(unit.areaCode))
        return fail(ErrorCode::InvalidInput, "unit.area", "expected an area code or nothing", unit.code);
    return {};
}

Result<UnitList> UnitList::create(std::vector<Unit> units) {
    if (units.size() > kMaxUnits)
        return fail(ErrorCode::InvalidInput, "unit.too-many", "expected at most 20000 units");
    UnitList list;
    for (std::size_t i = 0; i < units.size(); ++i) {
        TEKEN_CHECK(checkUnit(units[i]));
        if (!list.m_byCode.emplace(units[i].code, i).second)
            return fail(ErrorCode::InvalidInput, "unit.duplicate", "expected each code once", units[i].code);
    }
    list.m_units = std::move(units);
    for (const Unit& unit : list.m_units) {
        std::size_t steps = 0;
        for (const Unit* at = &unit; !at->parent.empty(); ++steps) {
            const Unit* above = list.find(at->parent);
            if (above == nullptr)
                return fail(ErrorCode::InvalidInput, "unit.unknown-parent", "expected a parent in the list",
                            unit.code);
            if (steps > 16)
                return fail(ErrorCode::InvalidInput, "unit.parent-circle", "expected at most 16 levels",
                            unit.code);
            at = above;
        }
    }
    return list;
}

Result<UnitList> UnitList::readTsv(std::string_view tsv) {
    TEKEN_TRY(const TsvTable table, readTsvTable(tsv));
    const auto code = table.column({"kode_unit", "kode"});
    const auto name = table.column({"nama_unit", "nama"});
    const auto kind = table.column({"jenis"});
    const auto area = table.column({"kode_wilayah"});
    const auto parent = table.column({"induk", "kode_induk"});
    if (!code || !name || !kind)
        return fail(ErrorCode::InvalidInput, "unit.heading",
                    "expected the columns kode_unit, nama_unit, jenis", "line 1");
    std::vector<Unit> units;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& row = table.rows[i];
        Unit unit{std::string(row[*code]), tidySpaces(row[*name]), kindNamed(row[*kind]),
                  area ? std::string(row[*area]) : "", parent ? std::string(row[*parent]) : ""};
        if (auto right = checkUnit(unit); !right) {
            right.error().place = tsvPlace(i);
            return fail(right.error());
        }
        units.push_back(std::move(unit));
    }
    return create(std::move(units));
}

const Unit* UnitList::find(std::string_view code) const {
    const auto found = m_byCode.find(std::string(code));
    return found == m_byCode.end() ? nullptr : &m_units[found->second];
}

bool UnitList::isWithin(std::string_view code, std::string_view above) const {
    for (const Unit* unit = find(code); unit != nullptr; unit = find(unit->parent)) {
        if (unit->code == above)
            return true;
        if (unit->parent.empty())
            return false;
    }
    return false;
}

} // namespace teken::domain
