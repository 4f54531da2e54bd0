// Work units, and finding the one a spreadsheet means. A name that is not the unit's own is only ever a
// proposal: an admin says yes.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace teken::domain {

enum class UnitKind : std::uint8_t { Opd, Kecamatan, Kelurahan, Desa, Other };
[[nodiscard]] std::string_view slug(UnitKind kind); ///< "opd", "kecamatan", "kelurahan", "desa", "other"
[[nodiscard]] Result<UnitKind> unitKindFromSlug(std::string_view text);

struct Unit {
    std::string code; ///< 1..32 of A-Z a-z 0-9 . -, unique in a roster: "DINKES", "KEC-04", "RSUD-SM"
    std::string name; ///< 1..160 code points
    UnitKind kind = UnitKind::Opd;
    std::string areaCode; ///< "35.28" or deeper; may be empty
    std::string parent;   ///< code of the unit above; may be empty
    friend bool operator==(const Unit&, const Unit&) = default;
};

[[nodiscard]] bool isUnitCode(std::string_view text);
[[nodiscard]] Result<> checkUnit(const Unit& unit); ///< reasons "unit.code", "unit.name", "unit.area"

/// A checked list: codes unique, parents known, no parent above itself. At most 20,000 units.
class UnitList {
public:
    [[nodiscard]] static Result<UnitList> create(std::vector<Unit> units);
    /// Tab-separated UTF-8. Columns by heading: kode_unit (or kode), nama_unit (or nama), jenis, and if there
    /// kode_wilayah, induk. Other columns are passed over. Refused at the first bad row.
    [[nodiscard]] static Result<UnitList> readTsv(std::string_view tsv);

    [[nodiscard]] const std::vector<Unit>& all() const { return m_units; } ///< order of the list
    [[nodiscard]] const Unit* find(std::string_view code) const;           ///< nullptr when unknown
    /// The unit itself or one above it has that code.
    [[nodiscard]] bool isWithin(std::string_view code, std::string_view above) const;

private:
    std::vector<Unit> m_units;
    std::unordered_map<std::string, std::size_t> m_byCode;
};

struct UnitMatch {
    enum class Kind : std::uint8_t {
        Exact,     ///< the unit's code, or its name but for case and spaces, and no other unit's
        Proposal,  ///< one unit is likely: ask
        Ambiguous, ///< several are likely: ask
        None
    };
    Kind kind = Kind::None;
    std::vector<std::string> codes; ///< one for Exact and Proposal, 2..8 for Ambiguous, likeliest first
};

/// Understands "Dinkes", "DINAS KESEHATAN KAB. PAMEKASAN", "Kec. Galis", initials (BKPSDM) and small slips.
/// Copies what it needs; const calls are thread-safe.
class UnitMatcher {
public:
    /// `placeName` ("Pamekasan") may stand behind any unit's name and is then not part of it.
    explicit UnitMatcher(const UnitList& units, std::string_view placeName = {});
    [[nodiscard]] UnitMatch match(std::string_view written) const;

private:
    struct Known {
        std::string code;
        std::string plainCode;
        std::string plainName;
        std::string initials;
        std::vector<std::string> words;
    };
    [[nodiscard]] UnitMatch exact(std::string_view written) const;
    [[nodiscard]] std::string withoutPlace(const std::string& plain) const;
    std::vector<Known> m_known;
    std::string m_place;
};

} // namespace teken::domain
