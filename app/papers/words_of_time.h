// Days, hours and short words as minutes write them.
#pragma once

#include "app/papers/paper_data.h"

namespace teken::papers {

[[nodiscard]] WallTime timeOf(std::int64_t wallMs);

/// "hari Jumat, tanggal tujuh belas bulan November tahun dua ribu dua puluh tiga (17-11-2023)".
[[nodiscard]] std::string dayInMinutes(domain::Date date);
/// "08.15" without its zone.
[[nodiscard]] std::string hourOf(std::int64_t wallMs, domain::Zone zone);
/// "pukul 08.15 s.d. 09.40 WIB"; with dates when it ends on another day; "mulai pukul 08.15 WIB" without an
/// end.
[[nodiscard]] std::string hoursOf(std::int64_t fromMs, std::optional<std::int64_t> untilMs,
                                  domain::Zone zone);
/// "12 (dua belas)".
[[nodiscard]] std::string counted(std::uint64_t number);

/// 18 digits as "19850611 200901 1 903"; other numbers as they are.
[[nodiscard]] std::string fullNumber(const std::string& number);
/// Only its last three digits: "••• 903"; "–" without a number.
[[nodiscard]] std::string maskedNumber(const std::string& number);
/// "NIP", "NI PPPK" or "Nomor".
[[nodiscard]] std::string numberLabel(domain::SignerKind kind);
[[nodiscard]] std::string excuseWord(std::optional<domain::ExcuseKind> kind); ///< "Berhalangan (cuti)"
[[nodiscard]] std::string formWord(entry::SignForm form);                     ///< empty for plain ink
[[nodiscard]] std::string voidWord(entry::VoidReason reason);
[[nodiscard]] std::string pauseWord(entry::PauseReason reason);

} // namespace teken::papers
