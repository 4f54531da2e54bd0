// NIP (civil servants) and NI PPPK (contract): 18 digits, always text. Layout: birth date 8, appointment year
// 4, month 01-12 (PNS) or contract 21-29 (PPPK) 2, sex 1, serial 3. There is no check digit, and the number
// of a PPPK can change: it is a fact about a person, never the person's key.
#pragma once

#include "core/domain/dates.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace teken::domain {

enum class NumberKind : std::uint8_t { Pns, Pppk, Unknown };
enum class Sex : std::uint8_t { Male = 1, Female = 2 };

/// Not wrong by format, but worth a look.
enum class NipWarning : std::uint8_t {
    KindUnknown,      ///< digits 13-14 are neither a month nor a contract number
    AgeAtAppointment, ///< outside 18..40
    AgeNow            ///< below 18 or above 60
};
[[nodiscard]] std::string_view slug(NipWarning warning); ///< "nip.kind-unknown", ...

/// What people type around the digits taken away: blanks (NBSP too), dots, dashes, apostrophes, and a leading
/// "NIP", "NI PPPK", "NIPPPK" with dot or colon. Everything else stays, so that parse() can refuse it.
[[nodiscard]] std::string cleanNumber(std::string_view raw);

/// A spreadsheet turned the text into a number: "1.98506E+17", "1,98506E+17", "198506112009011000.0". The
/// last digits are lost; nobody can bring them back.
[[nodiscard]] bool looksLikeFloat(std::string_view raw);

class Nip {
public:
    /// Cleans, then refuses (InvalidInput): "nip.empty", "nip.float", "nip.not-digits", "nip.not-18-digits",
    /// "nip.birth-date", "nip.sex", "nip.serial-zero". Messages never repeat digits.
    [[nodiscard]] static Result<Nip> parse(std::string_view raw);

    [[nodiscard]] const std::string& digits() const { return m_digits; } ///< exactly 18 ASCII digits
    [[nodiscard]] NumberKind kind() const;
    [[nodiscard]] Date birthDate() const;
    [[nodiscard]] Sex sex() const;
    [[nodiscard]] int appointmentYear() const;
    [[nodiscard]] std::optional<unsigned> appointmentMonth() const; ///< 1..12, PNS only
    [[nodiscard]] std::optional<unsigned> contract() const;         ///< 21..29, PPPK only
    [[nodiscard]] unsigned serial() const;                          ///< 1..999

    /// Soft warnings as of `today`, in the order of the enum.
    [[nodiscard]] std::vector<NipWarning> warnings(Date today) const;

    friend bool operator==(const Nip&, const Nip&) = default;

private:
    explicit Nip(std::string digits) : m_digits(std::move(digits)) {}
    [[nodiscard]] unsigned part(std::size_t offset, std::size_t length) const;
    std::string m_digits;
};

/// "19850611 200901 1 901" for 18 digits; any other number as it is.
[[nodiscard]] std::string prettyNumber(std::string_view number);

/// "•••••••• •••••• • 901": only the last three digits show. A number of three digits or fewer is hidden
/// whole. For everything that can be projected or leaves the office (UU 27/2022).
[[nodiscard]] std::string maskedNumber(std::string_view number);

} // namespace teken::domain
