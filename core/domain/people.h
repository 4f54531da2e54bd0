// A person of the roster: who, of which kind, in which unit and post.
#pragma once

#include "core/base/bytes.h"
#include "core/domain/dates.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace teken::domain {

/// Each kind has its own denominator. Village heads and staff are not ASN and sign another text.
enum class SignerKind : std::uint8_t {
    Pns,
    Cpns,
    Pppk,
    PppkPartTime,
    NonAsn,
    VillageHead,
    VillageStaff,
    Other
};
inline constexpr std::size_t kSignerKinds = 8;
/// "pns", "cpns", "pppk", "pppk-part-time", "non-asn", "village-head", "village-staff", "other".
[[nodiscard]] std::string_view slug(SignerKind kind);
[[nodiscard]] Result<SignerKind> signerKindFromSlug(std::string_view text);
[[nodiscard]] bool isAsn(SignerKind kind); ///< PNS, CPNS, PPPK, PPPK part time: must have a number

/// Acting in a post: a field of the post, never part of a name.
enum class Acting : std::uint8_t { None, Pj, Plt, Plh };
[[nodiscard]] std::string_view slug(Acting acting); ///< "none", "pj", "plt", "plh"
[[nodiscard]] Result<Acting> actingFromSlug(std::string_view text);

/// What the roster knows about a person's presence, coarse on purpose: no diagnosis, no free text.
enum class RosterNote : std::uint8_t {
    None,
    Leave,        ///< cuti, hajj and umrah too
    OfficialTrip, ///< dinas luar
    StudyLeave,   ///< tugas belajar
    OtherAbsence,
    Retired,
    Transferred,
    Deceased, ///< never shown on a projected list
    Resigned,
    WrongData
};
/// "none", "leave", "official-trip", "study-leave", "other-absence", "retired", "transferred", "deceased",
/// "resigned", "wrong-data".
[[nodiscard]] std::string_view slug(RosterNote note);
[[nodiscard]] Result<RosterNote> rosterNoteFromSlug(std::string_view text);
/// Retired, transferred, deceased, resigned, wrong data: outside the denominator.
[[nodiscard]] bool isOffRoster(RosterNote note);

struct Post {
    std::string unit;  ///< code of the unit
    std::string title; ///< as stored, without Pj./Plt./Plh.; may be empty; at most 200 code points
    Acting acting = Acting::None;
    friend bool operator==(const Post&, const Post&) = default;
};

inline constexpr std::size_t kMaxNumbers = 8;    ///< of one person, newest first
inline constexpr std::size_t kMaxExtraPosts = 4; ///< beyond the first
inline constexpr std::size_t kMaxTitleLetters = 200;
inline constexpr std::size_t kMaxRankLetters = 40;

struct Person {
    PersonId id;
    std::string name;                 ///< with degrees, as stored
    std::vector<std::string> numbers; ///< 18 digits each, the current one first; empty for many non-ASN
    SignerKind kind = SignerKind::Other;
    std::string rank; ///< golongan: "III/d", "IX"; may be empty
    Post post;        ///< the definitive one where there is one; its unit is the person's unit
    std::vector<Post> extraPosts;
    RosterNote note = RosterNote::None;
    friend bool operator==(const Person&, const Person&) = default;
};

/// From the current number; none without one.
[[nodiscard]] std::optional<Date> birthDateOf(const Person& person);

/// Limits of every field. Reasons "person.id", "person.number", "person.too-many-numbers", "person.post",
/// "person.rank", "person.too-many-posts" and those of checkName().
[[nodiscard]] Result<> checkPerson(const Person& person);

/// "Plt. Kepala Dinas" gives {Plt, "Kepala Dinas"}; also written-out "Pelaksana Tugas", "Penjabat",
/// "Pelaksana Harian".
struct PostTitle {
    Acting acting = Acting::None;
    std::string title;
};
[[nodiscard]] PostTitle splitActing(std::string_view written);

} // namespace teken::domain
