// Indonesian area codes and names (Kepmendagri 300.2.2-2430/2025). Codes are text: "35.28.01.2001".
#pragma once

#include "core/base/result.h"

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace teken::domain {

enum class AreaKind : std::uint8_t { Provinsi, Kabupaten, Kota, Kecamatan, Kelurahan, Desa, DesaAdat };
[[nodiscard]] std::string_view slug(AreaKind kind); ///< "kabupaten", "desa-adat", ...

/// PP, PP.KK, PP.KK.CC or PP.KK.CC.DDDD; the first digit of DDDD is 1 kelurahan, 2 desa, 3 desa adat.
class AreaCode {
public:
    /// Reason "area.code".
    [[nodiscard]] static Result<AreaCode> parse(std::string_view text);
    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] unsigned level() const; ///< 1 provinsi .. 4 desa or kelurahan
    [[nodiscard]] std::optional<AreaCode> parent() const;
    /// Only for level 4, where the code itself tells.
    [[nodiscard]] std::optional<AreaKind> villageKind() const;
    [[nodiscard]] bool isWithin(const AreaCode& other) const; ///< equal to it or below it
    friend auto operator<=>(const AreaCode&, const AreaCode&) = default;

private:
    explicit AreaCode(std::string text) : m_text(std::move(text)) {}
    std::string m_text;
};

struct Area {
    AreaCode code;
    AreaKind kind;
    std::string name;
    std::string parentCode; ///< as in the list; empty for a provinsi
    std::string kecamatan;  ///< name of its kecamatan; empty above that level
};

class AreaList {
public:
    /// Tab-separated UTF-8 with the heading kode, jenis, nama, kode_induk, kecamatan. At most 200,000 rows
    /// and 32 MiB. The whole list is refused at its first bad row: it is reference data, not people's input.
    [[nodiscard]] static Result<AreaList> readTsv(std::string_view tsv);

    [[nodiscard]] const std::vector<Area>& all() const { return m_areas; } ///< in the order of the list
    [[nodiscard]] const Area* find(std::string_view code) const;           ///< nullptr when unknown
    /// Every area of that name, case ignored: two desa Tanjung are two answers.
    [[nodiscard]] std::vector<const Area*> named(std::string_view name) const;
    /// "Tanjung (Pademawu)": the name with its parent, since names of villages repeat. Above kecamatan only
    /// the name.
    [[nodiscard]] std::string shownName(const Area& area) const;

private:
    std::vector<Area> m_areas;
    std::unordered_map<std::string, std::size_t> m_byCode;
};

} // namespace teken::domain
