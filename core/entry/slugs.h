// Words of the format for enumerations. One table each, read by the decoder and the encoder alike, so that
// the two cannot differ. The position in the table is the enumerator's value.
#pragma once

#include "core/entry/kinds.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace teken::entry {

template <class Enum>
struct Slugs;

template <>
struct Slugs<Role> {
    static constexpr std::array<std::string_view, 7> kNames{"root", "admin",    "field",    "server",
                                                            "log",  "cosigner", "recipient"};
    static constexpr Role kLast = Role::Recipient;
};
template <>
struct Slugs<RevokeReason> {
    static constexpr std::array<std::string_view, 6> kNames{"lost",  "stolen",   "left",
                                                            "ended", "replaced", "misuse"};
    static constexpr RevokeReason kLast = RevokeReason::Misuse;
};
template <>
struct Slugs<Zone> {
    static constexpr std::array<std::string_view, 3> kNames{"WIB", "WITA", "WIT"};
    static constexpr Zone kLast = Zone::Wit;
};
template <>
struct Slugs<RosterChangeKind> {
    static constexpr std::array<std::string_view, 6> kNames{"retired",  "transferred", "deceased",
                                                            "resigned", "wrong-data",  "restored"};
    static constexpr RosterChangeKind kLast = RosterChangeKind::Restored;
};
template <>
struct Slugs<DecideTopic> {
    static constexpr std::array<std::string_view, 2> kNames{"duplicate", "fork"};
    static constexpr DecideTopic kLast = DecideTopic::Fork;
};
template <>
struct Slugs<SucceedReason> {
    static constexpr std::array<std::string_view, 4> kNames{"restored", "cloned", "lost", "replaced"};
    static constexpr SucceedReason kLast = SucceedReason::Replaced;
};
template <>
struct Slugs<PauseReason> {
    static constexpr std::array<std::string_view, 4> kNames{"power", "break", "weather", "other"};
    static constexpr PauseReason kLast = PauseReason::Other;
};
template <>
struct Slugs<SignForm> {
    static constexpr std::array<std::string_view, 4> kNames{"ink", "thumb", "assisted", "wet"};
    static constexpr SignForm kLast = SignForm::Wet;
};
template <>
struct Slugs<Identified> {
    static constexpr std::array<std::string_view, 4> kNames{"known", "card", "roster", "colleague"};
    static constexpr Identified kLast = Identified::Colleague;
};
template <>
struct Slugs<Present> {
    static constexpr std::array<std::string_view, 5> kNames{"officer", "head", "witness-1", "witness-2",
                                                            "witness-3"};
    static constexpr Present kLast = Present::Witness3;
};
template <>
struct Slugs<Reading> {
    static constexpr std::array<std::string_view, 2> kNames{"self", "joint"};
    static constexpr Reading kLast = Reading::Joint;
};
template <>
struct Slugs<Mark> {
    static constexpr std::array<std::string_view, 2> kNames{"none", "symbolic"};
    static constexpr Mark kLast = Mark::Symbolic;
};
template <>
struct Slugs<ExcuseReason> {
    static constexpr std::array<std::string_view, 4> kNames{"leave", "duty", "study", "other"};
    static constexpr ExcuseReason kLast = ExcuseReason::Other;
};
template <>
struct Slugs<CorrectionField> {
    static constexpr std::array<std::string_view, 6> kNames{"name", "number", "unit",
                                                            "post", "kind",   "other"};
    static constexpr CorrectionField kLast = CorrectionField::Other;
};
template <>
struct Slugs<VoidReason> {
    static constexpr std::array<std::string_view, 5> kNames{"wrong-person", "trial", "illegible", "double",
                                                            "other"};
    static constexpr VoidReason kLast = VoidReason::Other;
};
template <>
struct Slugs<NoteTopic> {
    static constexpr std::array<std::string_view, 3> kNames{"joint-reading", "special-event", "other"};
    static constexpr NoteTopic kLast = NoteTopic::Other;
};

/// The word for a value; empty for a number that is no enumerator.
template <class Enum>
[[nodiscard]] constexpr std::string_view slugOf(Enum value) {
    using Table = Slugs<Enum>;
    static_assert(Table::kNames.size() == static_cast<std::size_t>(Table::kLast) + 1,
                  "a word for each enumerator");
    const auto index = static_cast<std::size_t>(value);
    return index < Table::kNames.size() ? Table::kNames[index] : std::string_view{};
}

template <class Enum>
[[nodiscard]] constexpr std::optional<Enum> enumOf(std::string_view slug) {
    const auto& names = Slugs<Enum>::kNames;
    const auto found = std::find(names.begin(), names.end(), slug);
    if (found == names.end())
        return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

} // namespace teken::entry
