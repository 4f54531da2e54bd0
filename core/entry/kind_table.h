// One row for each kind, in the order of the alternatives of Body (FORMAT.md section 5).
#pragma once

#include "core/entry/kinds.h"

#include <array>
#include <cstdint>
#include <string_view>
#include <variant>

namespace teken::entry {

/// Whose feed a kind belongs in.
enum class Feeds : std::uint8_t { Unknown, Root, Admin, Field, AdminAndField };

/// Whether the header names a drive.
enum class DriveKey : std::uint8_t { Either, Absent, Present };

struct KindRow {
    std::string_view name;
    Feeds feeds;
    DriveKey drive;
};

inline constexpr std::array<KindRow, std::variant_size_v<Body>> kKinds{{
    {"", Feeds::Unknown, DriveKey::Either},
    {"certify", Feeds::Root, DriveKey::Absent},
    {"revoke", Feeds::Root, DriveKey::Absent},
    {"open-drive", Feeds::Admin, DriveKey::Absent},
    {"lock-text", Feeds::Admin, DriveKey::Present},
    {"roster-snapshot", Feeds::Admin, DriveKey::Present},
    {"roster-change", Feeds::Admin, DriveKey::Present},
    {"plan-session", Feeds::Admin, DriveKey::Present},
    {"certify-officer", Feeds::Admin, DriveKey::Present},
    {"revoke-officer", Feeds::Admin, DriveKey::Present},
    {"match", Feeds::Admin, DriveKey::Present},
    {"decide", Feeds::Admin, DriveKey::Present},
    {"admit", Feeds::Admin, DriveKey::Present},
    {"close-drive", Feeds::Admin, DriveKey::Present},
    {"succeed", Feeds::Field, DriveKey::Present},
    {"open-session", Feeds::Field, DriveKey::Present},
    {"pause", Feeds::Field, DriveKey::Present},
    {"resume", Feeds::Field, DriveKey::Present},
    {"sign", Feeds::Field, DriveKey::Present},
    {"excuse", Feeds::Field, DriveKey::Present},
    {"absent", Feeds::Field, DriveKey::Present},
    {"refuse", Feeds::Field, DriveKey::Present},
    {"add-person", Feeds::Field, DriveKey::Present},
    {"propose-correction", Feeds::Field, DriveKey::Present},
    {"void", Feeds::AdminAndField, DriveKey::Present},
    {"note", Feeds::Field, DriveKey::Present},
    {"attach", Feeds::Field, DriveKey::Present},
    {"close-session", Feeds::Field, DriveKey::Present},
    {"sign-minutes", Feeds::Field, DriveKey::Present},
}};

/// Index in Body of a kind's name; 0 (UnknownKind) for any other word.
[[nodiscard]] constexpr std::size_t kindIndex(std::string_view name) {
    for (std::size_t i = 1; i < kKinds.size(); ++i)
        if (kKinds[i].name == name)
            return i;
    return 0;
}

} // namespace teken::entry
