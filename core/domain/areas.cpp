#include "core/domain/areas.h"

#include "core/domain/slugs.h"
#include "core/domain/text.h"
#include "core/domain/tsv.h"

#include <array>

namespace teken::domain {
namespace {

constexpr Slugs<7> kKindSlugs{"provinsi", "kabupaten", "kota", "kecamatan", "kelurahan", "desa", "desa-adat"};

/// As the list writes them.
constexpr std::array<std::string_view, 7> kKindNames{"provinsi",  "kabupaten", "kota",     "kecamatan",
                                                     "kelurahan", "desa",      "desa adat"};

std::optional<AreaKind> kindNamed(std::string_view name) {
    const std::string plain = plainText(name);
    for (std::size_t i = 0; i < kKindNames.size(); ++i)
        if (kKindNames[i] == plain)
            return static_cast<AreaKind>(i);
    return std::nullopt;
}

unsigned levelOf(AreaKind kind) {
    constexpr std::array<unsigned, 7> kLevels{1, 2, 2, 3, 4, 4, 4};
    return kLevels[static_cast<std::size_t>(kind)];
}

} // namespace

std::string_view slug(AreaKind kind) {
    return slugOf(kKindSlugs, kind);
}

Result<AreaCode> AreaCode::parse(std::string_view text) {
    constexpr std::string_view kShape = "dd.dd.dd.dddd";
    const bool wholeLevel =
        text.size() == 2 || text.size() == 5 || text.size() == 8 || text.size() == kShape.size();
    bool right = wholeLevel;
    for (std::size_t i = 0; right && i < text.size(); ++i)
        right = kShape[i] == '.' ? text[i] == '.' : text[i] >= '0' && text[i] <= '9';
    if (right && text.size() == kShape.size())
        right = text[9] >= '1' && text[9] <= '3';
    if (!right)
        return fail(ErrorCode::InvalidInput, "area.code", "expected PP, PP.KK, PP.KK.CC or PP.KK.CC.DDDD");
    return AreaCode(std::string(text));
}

unsigned AreaCode::level() const {
    return static_cast<unsigned>(m_text.size() / 3 + 1 - (m_text.size() == 13 ? 1 : 0));
}

std::optional<AreaCode> AreaCode::parent() const {
    const std::size_t dot = m_text.rfind('.');
    if (dot == std::string::npos)
        return std::nullopt;
    return AreaCode(m_text.substr(0, dot));
}

std::optional<AreaKind> AreaCode::villageKind() const {
    if (level() != 4)
        return std::nullopt;
    constexpr std::array<AreaKind, 3> kKinds{AreaKind::Kelurahan, AreaKind::Desa, AreaKind::DesaAdat};
    return kKinds[static_cast<std::size_t>(m_text[9] - '1')];
}

bool AreaCode::isWithin(const AreaCode& other) const {
    return m_text == other.m_text || m_text.starts_with(other.m_text + ".");
}

Result<AreaList> AreaList::readTsv(std::string_view tsv) {
    TEKEN_TRY(const TsvTable table, readTsvTable(tsv));
    const auto code = table.column({"kode"});
    const auto kind = table.column({"jenis"});
    const auto name = table.column({"nama"});
    const auto parent = table.column({"kode_induk"});
    const auto kecamatan = table.column({"kecamatan"});
    if (!code || !kind || !name || !parent || !kecamatan)
        return fail(ErrorCode::InvalidInput, "area.heading",
                    "expected the columns kode, jenis, nama, kode_induk, kecamatan", "line 1");
    AreaList list;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const auto& row = table.rows[i];
        const auto wrong = [&](std::string_view reason, std::string_view expected) {
            return fail(ErrorCode::InvalidInput, std::string(reason), "expected " + std::string(expected),
                        tsvPlace(i));
        };
        const auto parsed = AreaCode::parse(row[*code]);
        const auto kindFound = kindNamed(row[*kind]);
        if (!parsed)
            return wrong("area.code", "PP, PP.KK, PP.KK.CC or PP.KK.CC.DDDD");
        if (!kindFound || levelOf(*kindFound) != parsed->level() ||
            (parsed->villageKind() && parsed->villageKind() != kindFound))
            return wrong("area.kind", "a kind that fits the code");
        if (tidySpaces(row[*name]).empty())
            return wrong("area.name", "a name");
        if (const auto above = parsed->parent(); row[*parent] != (above ? above->text() : ""))
            return wrong("area.parent", "the code's own beginning as parent");
        if (!list.m_byCode.emplace(parsed->text(), list.m_areas.size()).second)
            return wrong("area.duplicate", "each code once");
        list.m_areas.push_back({*parsed, *kindFound, tidySpaces(row[*name]), std::string(row[*parent]),
                                tidySpaces(row[*kecamatan])});
    }
    return list;
}

const Area* AreaList::find(std::string_view code) const {
    const auto found = m_byCode.find(std::string(code));
    return found == m_byCode.end() ? nullptr : &m_areas[found->second];
}

std::vector<const Area*> AreaList::named(std::string_view name) const {
    const std::string wanted = plainText(name);
    std::vector<const Area*> found;
    for (const Area& area : m_areas)
        if (plainText(area.name) == wanted)
            found.push_back(&area);
    return found;
}

std::string AreaList::shownName(const Area& area) const {
    if (area.code.level() < 3)
        return area.name;
    const Area* parent = find(area.parentCode);
    std::string above = parent != nullptr ? parent->name : area.code.level() == 4 ? area.kecamatan : "";
    return above.empty() ? area.name : area.name + " (" + above + ")";
}

} // namespace teken::domain
