#include "core/domain/status.h"

#include "core/domain/slugs.h"

#include <algorithm>

namespace teken::domain {
namespace {

constexpr Slugs<5> kDriveSlugs{"prepared", "text-locked", "running", "closed", "archived"};
constexpr Slugs<8> kSessionSlugs{"draft",  "ready",          "open", "paused",
                                 "closed", "minutes-signed", "sent", "cancelled"};
constexpr Slugs<4> kExcuseSlugs{"leave", "official-trip", "study-leave", "other"};
constexpr Slugs<5> kLeftSlugs{"retired", "transferred", "deceased", "resigned", "wrong-data"};
constexpr Slugs<7> kPersonSlugs{"not-yet", "signed", "excused", "absent", "refused", "off-roster", "added"};
constexpr Slugs<5> kProgressSlugs{"saved", "waiting", "sending", "received", "witnessed"};
constexpr Slugs<4> kMarkSlugs{"duplicate", "needs-help", "void", "wet-ink"};

template <class State>
tl::unexpected<Error> impossible(std::string_view reason, State from, State to) {
    return fail(ErrorCode::Conflict, std::string(reason),
                "expected a step that may follow " + std::string(slug(from)) + ", found " +
                    std::string(slug(to)));
}

bool mayFollow(SessionState from, SessionState to) {
    using S = SessionState;
    switch (from) {
    case S::Draft:
        return to == S::Ready || to == S::Cancelled;
    case S::Ready:
        return to == S::Open || to == S::Cancelled;
    case S::Open:
        return to == S::Paused || to == S::Closed || to == S::Cancelled;
    case S::Paused:
        return to == S::Open || to == S::Closed || to == S::Cancelled;
    case S::Closed:
        return to == S::MinutesSigned;
    case S::MinutesSigned:
        return to == S::Sent;
    case S::Sent:
    case S::Cancelled:
        return false;
    }
    return false;
}

template <class Kind>
std::optional<Kind> lowest(std::uint8_t bits, std::size_t kinds) {
    for (std::size_t i = 0; i < kinds; ++i)
        if ((bits >> i & 1U) != 0)
            return static_cast<Kind>(i);
    return std::nullopt;
}

} // namespace

std::string_view slug(DriveState state) {
    return slugOf(kDriveSlugs, state);
}
Result<DriveState> driveStateFromSlug(std::string_view text) {
    return enumOf<DriveState>(kDriveSlugs, text, "drive state");
}
Result<> checkTransition(DriveState from, DriveState to) {
    if (static_cast<int>(to) != static_cast<int>(from) + 1)
        return impossible("drive.transition", from, to);
    return {};
}

std::string_view slug(SessionState state) {
    return slugOf(kSessionSlugs, state);
}
Result<SessionState> sessionStateFromSlug(std::string_view text) {
    return enumOf<SessionState>(kSessionSlugs, text, "session state");
}
Result<> checkTransition(SessionState from, SessionState to, std::uint64_t signatures) {
    if (!mayFollow(from, to))
        return impossible("session.transition", from, to);
    if (to == SessionState::Cancelled && signatures > 0)
        return fail(ErrorCode::Conflict, "session.has-signatures",
                    "expected a session without signatures, found " + std::to_string(signatures));
    return {};
}

std::string_view slug(ExcuseKind kind) {
    return slugOf(kExcuseSlugs, kind);
}
Result<ExcuseKind> excuseKindFromSlug(std::string_view text) {
    return enumOf<ExcuseKind>(kExcuseSlugs, text, "excuse");
}
std::string_view slug(LeftKind kind) {
    return slugOf(kLeftSlugs, kind);
}
Result<LeftKind> leftKindFromSlug(std::string_view text) {
    return enumOf<LeftKind>(kLeftSlugs, text, "reason for leaving the roster");
}

PersonFacts join(const PersonFacts& a, const PersonFacts& b) {
    PersonFacts both;
    both.onRoster = a.onRoster || b.onRoster;
    both.hasSigned = a.hasSigned || b.hasSigned;
    both.refused = a.refused || b.refused;
    both.absent = a.absent || b.absent;
    both.excuses = static_cast<std::uint8_t>(a.excuses | b.excuses);
    both.left = static_cast<std::uint8_t>(a.left | b.left);
    return both;
}

std::string_view slug(PersonState state) {
    return slugOf(kPersonSlugs, state);
}
Result<PersonState> personStateFromSlug(std::string_view text) {
    return enumOf<PersonState>(kPersonSlugs, text, "person state");
}

PersonState stateOf(const PersonFacts& facts) {
    if (!facts.onRoster)
        return PersonState::Added;
    if (facts.hasSigned)
        return PersonState::Signed;
    if (facts.left != 0)
        return PersonState::OffRoster;
    if (facts.refused)
        return PersonState::Refused;
    if (facts.excuses != 0)
        return PersonState::Excused;
    return facts.absent ? PersonState::Absent : PersonState::NotYet;
}

std::optional<ExcuseKind> excuseOf(const PersonFacts& facts) {
    return lowest<ExcuseKind>(facts.excuses, kExcuseSlugs.size());
}
std::optional<LeftKind> leftOf(const PersonFacts& facts) {
    return lowest<LeftKind>(facts.left, kLeftSlugs.size());
}

void count(Coverage& coverage, const PersonFacts& facts) {
    // Whoever left is in neither side of the fraction, or the coverage could pass 100 percent.
    if (facts.onRoster && facts.left != 0) {
        ++coverage.offRoster;
        coverage.signedThenLeft += facts.hasSigned ? 1 : 0;
        return;
    }
    switch (stateOf(facts)) {
    case PersonState::Added:
        ++coverage.added;
        break;
    case PersonState::Signed:
        ++coverage.signedPeople;
        break;
    case PersonState::OffRoster:
        ++coverage.offRoster;
        break;
    case PersonState::Refused:
        ++coverage.refused;
        break;
    case PersonState::Excused:
        ++coverage.excused;
        break;
    case PersonState::Absent:
        ++coverage.absent;
        break;
    case PersonState::NotYet:
        ++coverage.notYet;
        break;
    }
}

Coverage coverageOf(std::span<const PersonFacts> people) {
    Coverage coverage;
    for (const PersonFacts& facts : people)
        count(coverage, facts);
    return coverage;
}

Coverage operator+(const Coverage& a, const Coverage& b) {
    return {a.signedPeople + b.signedPeople,
            a.excused + b.excused,
            a.absent + b.absent,
            a.refused + b.refused,
            a.notYet + b.notYet,
            a.offRoster + b.offRoster,
            a.added + b.added,
            a.signedThenLeft + b.signedThenLeft};
}

std::string_view slug(EntryProgress progress) {
    return slugOf(kProgressSlugs, progress);
}
Result<> checkTransition(EntryProgress from, EntryProgress to) {
    const bool broken = from == EntryProgress::Sending && to == EntryProgress::Waiting;
    if (!broken && static_cast<int>(to) <= static_cast<int>(from))
        return impossible("entry.transition", from, to);
    return {};
}
std::string_view slug(EntryMark mark) {
    return slugOf(kMarkSlugs, mark);
}

} // namespace teken::domain
