// What the cells of a roster table say about a person or about the row. Private to the import.
#pragma once

#include "core/domain/people.h"
#include "core/domain/row_reader.h"

#include <optional>
#include <string_view>

namespace teken::domain {

/// "PNS", "P3K Paruh Waktu", "Honorer", "Kades", ...; nothing when the words are unknown.
[[nodiscard]] std::optional<SignerKind> kindFromWords(std::string_view written);

/// "Cuti melahirkan" is only Leave: what is not asked for is not kept. Nothing when the words are unknown;
/// None for "-", "aktif" and the like. Who leaves the roster is counted no longer, so a remark does that only
/// when it says nothing else ("Pensiun TMT 1 Januari 2024"): "Belum pensiun", "Mutasi dari Dinas Kesehatan"
/// and "Cuti, istri meninggal" are doubtful, and only what remains of them is kept.
struct NoteSaid {
    RosterNote note = RosterNote::None;
    bool doubtful = false; ///< named a reason to leave, but not for sure
};
[[nodiscard]] std::optional<NoteSaid> noteFromWords(std::string_view written);

/// "Jumlah", "Total", "Sub Total" at the beginning of the row's first words, and no number of a person in it.
[[nodiscard]] bool isFooter(const Row& row);
/// "1, 2, 3, 4 …" under the headings.
[[nodiscard]] bool isColumnNumbers(const Row& row);
/// The one text all filled cells share, with nothing else but running numbers beside it; empty otherwise.
[[nodiscard]] std::string onlyText(const Row& row);
/// Begins like a unit's name ("Dinas …", "Kec. …").
[[nodiscard]] bool beginsLikeUnit(std::string_view text);

/// Two people in one cell: a line break, slash, semicolon or "dan" between two names, "1. … 2. …".
[[nodiscard]] bool holdsTwoNames(std::string_view cell);
/// Two numbers of 18 digits.
[[nodiscard]] bool holdsTwoNumbers(std::string_view cell);

} // namespace teken::domain
