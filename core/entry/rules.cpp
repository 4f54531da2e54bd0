#include "core/entry/rules.h"

#include "core/entry/kind_table.h"

#include <algorithm>

namespace teken::entry {
namespace {

/// SHA-256 of no bytes: who signs nothing binds nothing, and the missing ink would look as if it were on its
/// way.
constexpr Digest kHashOfNothing{{0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4,
                                 0xc8, 0x99, 0x6f, 0xb9, 0x24, 0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b,
                                 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55}};

/// InvalidInput unless `holds`.
Result<> require(bool holds, const char* reason, const char* message, const char* place) {
    if (holds)
        return {};
    return fail(ErrorCode::InvalidInput, reason, message, place);
}

Result<> checkHeader(const Header& header, DriveKey drive) {
    TEKEN_CHECK(require((header.seq == 1) == !header.prev.has_value(), "payload.prev",
                        "expected null for number 1 and an entry id for every other", "prev"));
    TEKEN_CHECK(require(drive != DriveKey::Present || header.drive.has_value(), "payload.missing-key",
                        "expected the key", "drive"));
    return require(drive != DriveKey::Absent || !header.drive.has_value(), "payload.drive",
                   "expected no drive in this kind", "drive");
}

template <class Kind>
Result<> checkBody(const Kind&) {
    return {};
}

Result<> checkBody(const Certify& body) {
    const bool isAdmin = body.role == Role::Admin;
    TEKEN_CHECK(require(body.role != Role::Field, "payload.slug", "expected a role that the root certifies",
                        "body.role"));
    TEKEN_CHECK(require(isAdmin || body.units == Units{"*"}, "payload.units",
                        "expected * unless the role is admin", "body.units"));
    TEKEN_CHECK(require(isAdmin || body.role == Role::Recipient || !body.drive, "payload.drive",
                        "expected null unless the role is admin or recipient", "body.drive"));
    return require(body.role == Role::Server || body.pins.empty(), "payload.pins",
                   "expected none unless the role is server", "body.pins");
}

Result<> checkBody(const Revoke& body) {
    const bool hasFeed = body.role == Role::Admin || body.role == Role::Root;
    TEKEN_CHECK(require(body.role != Role::Field, "payload.slug", "expected a role that the root certifies",
                        "body.role"));
    return require(hasFeed || body.lastSeq == 0, "payload.range", "expected 0 for a key without a feed",
                   "body.last_seq");
}

Result<> checkBody(const Match& body) {
    return require(body.person != body.added, "payload.match", "expected another person or null",
                   "body.person");
}

Result<> checkBody(const Decide& body) {
    const bool isFork = body.topic == DecideTopic::Fork;
    TEKEN_CHECK(require(isFork == body.feed.has_value(), "payload.decide",
                        "expected a feed for a fork and null for a duplicate", "body.feed"));
    TEKEN_CHECK(require(isFork == (body.seq > 0), "payload.decide",
                        "expected the forked number for a fork and 0 for a duplicate", "body.seq"));
    TEKEN_CHECK(require(isFork != body.person.has_value(), "payload.decide",
                        "expected null for a fork and a person for a duplicate", "body.person"));
    const bool isListed =
        std::find(body.entries.begin(), body.entries.end(), body.chosen) != body.entries.end();
    return require(isListed, "payload.decide", "expected one of the entries", "body.chosen");
}

Result<> checkBody(const Succeed& body) {
    return require((body.seq == 0) == !body.head.has_value(), "payload.succeed",
                   "expected null for number 0 and an entry id for every other", "body.head");
}

Result<> checkInk(const Digest& ink) {
    return require(ink != kHashOfNothing, "payload.ink", "expected the hash of some ink", "body.ink");
}

Result<> checkBody(const Sign& body) {
    TEKEN_CHECK(checkInk(body.ink));
    const bool needsSecond = body.form == SignForm::Thumb || body.form == SignForm::Assisted;
    return require(!needsSecond || body.second.has_value(), "payload.second",
                   "expected a second witness for this form", "body.second");
}

Result<> checkBody(const SignMinutes& body) {
    return checkInk(body.ink);
}

} // namespace

Result<> checkRules(const Payload& payload) {
    TEKEN_CHECK(checkHeader(payload.header, kKinds[payload.body.index()].drive));
    return std::visit([](const auto& body) { return checkBody(body); }, payload.body);
}

} // namespace teken::entry
