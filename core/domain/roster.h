// Daftar pegawai: who was employed where on one day. On disk a manifest blob and one blob for each unit, so
// that a laptop fetches only the units of its scope. Format: core/domain/FORMAT.md, section "Roster".
#pragma once

#include "core/base/bytes.h"
#include "core/domain/dates.h"
#include "core/domain/people.h"
#include "core/domain/units.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace teken::domain {

inline constexpr std::size_t kMaxManifestBytes = 8 * 1024 * 1024;
inline constexpr std::size_t kMaxUnitBlobBytes = 64 * 1024 * 1024;
inline constexpr std::size_t kMaxRosterUnits = 20'000;
inline constexpr std::size_t kMaxUnitPeople = 100'000;

/// The whole roster in memory. People in the order of their units, then of the file they came from.
struct RosterSnapshot {
    Date date{}; ///< Tanggal daftar: the day the list is true for
    std::vector<Unit> units;
    std::vector<Person> people;
    friend bool operator==(const RosterSnapshot&, const RosterSnapshot&) = default;
};

struct RosterUnit {
    Unit unit;
    BlobId people;           ///< blob with the unit's persons
    std::uint32_t count = 0; ///< persons in it
    friend bool operator==(const RosterUnit&, const RosterUnit&) = default;
};

struct RosterManifest {
    Date date{};
    std::vector<RosterUnit> units; ///< sorted by code
    [[nodiscard]] const RosterUnit* find(std::string_view unitCode) const;
    [[nodiscard]] std::uint64_t peopleCount() const;
    friend bool operator==(const RosterManifest&, const RosterManifest&) = default;
};

struct RosterBlob {
    std::string unitCode;
    BlobId id;
    Bytes bytes;
};

struct EncodedRoster {
    BlobId manifestId; ///< what entries name
    Bytes manifest;
    std::vector<RosterBlob> units; ///< one for each unit, sorted by code; a unit without people too
};

/// Checks every unit and person, that ids and current numbers are unique, that every post names a known unit.
/// Reasons "roster.duplicate-person", "roster.duplicate-number", "roster.unknown-unit", "roster.date",
/// "roster.too-large" and those of checkPerson() and UnitList::create().
[[nodiscard]] Result<EncodedRoster> encodeRoster(const RosterSnapshot& snapshot);

[[nodiscard]] Result<RosterManifest> decodeRosterManifest(ByteView bytes);
/// Compares with the manifest's count and unit code; reason "roster.count" or "roster.unit".
[[nodiscard]] Result<std::vector<Person>> decodeUnitPeople(ByteView bytes, const RosterUnit& expected);

using BlobReader = std::function<Result<Bytes>(const BlobId&)>;
/// Reads all units, or only those `wanted` accepts. Verifies each blob against its id
/// (VerificationFailed, "roster.blob-hash").
[[nodiscard]] Result<RosterSnapshot> readRoster(const RosterManifest& manifest, const BlobReader& read,
                                                const std::function<bool(const Unit&)>& wanted = {});

} // namespace teken::domain
