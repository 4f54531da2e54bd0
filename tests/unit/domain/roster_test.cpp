#include "core/domain/roster.h"

#include "tests/unit/domain/roster_samples.h"

#include <gtest/gtest.h>

#include <map>

namespace teken::domain {
namespace {

using test::person;
using test::smallRoster;

std::string encodeReason(auto change) {
    RosterSnapshot roster = smallRoster();
    change(roster);
    const auto encoded = encodeRoster(roster);
    return encoded ? "" : encoded.error().reason;
}

/// Encodes, lets the caller read (and damage) blobs, reads again.
Result<RosterSnapshot> readBack(const EncodedRoster& encoded, const std::function<void(Bytes&)>& damage = {},
                                const std::function<bool(const Unit&)>& wanted = {}) {
    TEKEN_TRY(const auto manifest, decodeRosterManifest(encoded.manifest));
    const auto read = [&](const BlobId& id) -> Result<Bytes> {
        for (const RosterBlob& blob : encoded.units)
            if (blob.id == id) {
                Bytes bytes = blob.bytes;
                if (damage)
                    damage(bytes);
                return bytes;
            }
        return fail(ErrorCode::NotFound, "test.no-blob", "");
    };
    return readRoster(manifest, read, wanted);
}

TEST(Roster, ReadsBackWhatItWroteInTheOrderOfUnits) {
    const RosterSnapshot roster = smallRoster();
    const auto encoded = encodeRoster(roster);
    ASSERT_TRUE(encoded) << describe(encoded.error());
    const auto back = readBack(*encoded);
    ASSERT_TRUE(back) << describe(back.error());
    EXPECT_EQ(back->date, roster.date);
    ASSERT_EQ(back->units.size(), 3U);
    EXPECT_EQ(back->units[0], roster.units[1]);
    ASSERT_EQ(back->people.size(), 3U);
    EXPECT_EQ(back->people[0], roster.people[2]);
    EXPECT_EQ(back->people[1], roster.people[0]);
    EXPECT_EQ(back->people[2], roster.people[1]);
}

TEST(Roster, GivesEveryUnitABlobOfItsOwnEvenWithoutPeople) {
    const auto encoded = encodeRoster(smallRoster());
    const auto manifest = decodeRosterManifest(encoded->manifest);
    ASSERT_TRUE(manifest);
    EXPECT_EQ(manifest->peopleCount(), 3U);
    EXPECT_EQ(manifest->find("KEC-01")->count, 0U);
    EXPECT_EQ(manifest->find("DINSOS")->count, 2U);
    EXPECT_EQ(manifest->find("NOBODY"), nullptr);
    EXPECT_NE(manifest->find("KEC-01")->people, manifest->find("DINSOS")->people);
}

TEST(Roster, ReadsOnlyTheUnitsOfAScope) {
    const auto encoded = encodeRoster(smallRoster());
    const auto back = readBack(*encoded, {}, [](const Unit& unit) { return unit.code == "DINKES"; });
    ASSERT_TRUE(back);
    EXPECT_EQ(back->people.size(), 1U);
    EXPECT_EQ(back->units.size(), 3U);
}

TEST(Roster, GivesTheSameBytesForTheSamePeople) {
    RosterSnapshot shuffled = smallRoster();
    std::swap(shuffled.units[0], shuffled.units[2]);
    std::swap(shuffled.people[0], shuffled.people[2]);
    std::swap(shuffled.people[1], shuffled.people[2]);
    EXPECT_EQ(encodeRoster(shuffled)->manifestId, encodeRoster(smallRoster())->manifestId);
}

TEST(Roster, RefusesContradictions) {
    EXPECT_EQ(encodeReason([](RosterSnapshot& r) { r.people[1].id = r.people[0].id; }),
              "roster.duplicate-person");
    EXPECT_EQ(encodeReason([](RosterSnapshot& r) { r.people[1].numbers = r.people[0].numbers; }),
              "roster.duplicate-number");
    EXPECT_EQ(encodeReason([](RosterSnapshot& r) { r.people[1].post.unit = "NOBODY"; }),
              "roster.unknown-unit");
    EXPECT_EQ(encodeReason([](RosterSnapshot& r) { r.people[0].extraPosts[0].unit = "NOBODY"; }),
              "roster.unknown-unit");
    EXPECT_EQ(encodeReason([](RosterSnapshot& r) { r.people[0].name.clear(); }), "name.empty");
    EXPECT_EQ(encodeReason([](RosterSnapshot& r) { r.date = {}; }), "roster.date");
    EXPECT_EQ(encodeReason([](RosterSnapshot& r) { r.units.push_back(r.units[0]); }), "unit.duplicate");
}

TEST(Roster, NoticesEveryAlteredByteOfABlob) {
    const auto encoded = encodeRoster(smallRoster());
    const auto back = readBack(*encoded, [](Bytes& bytes) { bytes[bytes.size() / 2] ^= 1; });
    ASSERT_FALSE(back);
    EXPECT_EQ(back.error().code, ErrorCode::VerificationFailed);
    EXPECT_EQ(back.error().reason, "roster.blob-hash");
}

TEST(UnitBlob, IsRefusedWhenItIsNotWhatTheManifestSays) {
    const auto encoded = encodeRoster(smallRoster());
    const auto manifest = decodeRosterManifest(encoded->manifest);
    const Bytes& bytes = encoded->units[1].bytes;
    RosterUnit expected = *manifest->find("DINSOS");
    EXPECT_TRUE(decodeUnitPeople(bytes, expected));
    expected.count = 3;
    EXPECT_EQ(decodeUnitPeople(bytes, expected).error().reason, "roster.count");
    EXPECT_EQ(decodeUnitPeople(bytes, *manifest->find("DINKES")).error().reason, "roster.unit");
}

TEST(UnitBlob, RefusesSpellingsItWouldNotHaveWritten) {
    const auto encoded = encodeRoster(smallRoster());
    const RosterUnit expected = *decodeRosterManifest(encoded->manifest)->find("DINSOS");
    const auto reasonOf = [&](std::string_view from, std::string_view to) {
        std::string bytes(textOf(encoded->units[1].bytes));
        const std::size_t at = bytes.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        bytes.replace(at, from.size(), to);
        const auto people = decodeUnitPeople(view(bytes), expected);
        return people ? std::string() : people.error().reason;
    };
    EXPECT_EQ(reasonOf("\"name\":\"Sukarno\"", "\"name\":\"Sukarno\",\"rank\":\"\""), "json.not-canonical");
    EXPECT_EQ(reasonOf("\"name\":\"Sukarno\"", "\"name\":\"Sukarno\",\"nik\":\"1\""), "json.unknown-key");
    EXPECT_EQ(reasonOf("\"198506112009011901\"", "198506112009011"), "json.wrong-type")
        << "a number is never a number";
    EXPECT_EQ(reasonOf("\"198506112009011901\"", "\"198506112009011000\""), "person.number");
    EXPECT_EQ(reasonOf("Sukarno", ""), "name.empty");
    EXPECT_EQ(reasonOf("\"acting\":\"plt\"", "\"acting\":\"none\""), "json.not-canonical");
    EXPECT_EQ(reasonOf("roster-unit/v1", "roster-unit/v2"), "roster.format");
    EXPECT_EQ(reasonOf("00000000000000000000000000000002", "00000000000000000000000000000001"),
              "roster.duplicate-person");
}

TEST(RosterManifest, RefusesDisorderAndDoubles) {
    const auto encoded = encodeRoster(smallRoster());
    std::string bytes(textOf(encoded->manifest));
    const auto swapCodes = [&](std::string_view a, std::string_view b) {
        std::string changed = bytes;
        changed.replace(changed.find(a), a.size(), b);
        const auto manifest = decodeRosterManifest(view(changed));
        return manifest ? std::string() : manifest.error().reason;
    };
    EXPECT_EQ(swapCodes("\"DINKES\"", "\"DINXES\""), "roster.order");
    EXPECT_EQ(swapCodes("\"DINKES\"", "\"DINSOS\""), "roster.order");
    EXPECT_EQ(swapCodes("roster/v1", "roster/v9"), "roster.format");
    EXPECT_EQ(swapCodes("\"count\":1", "\"count\":-1"), "json.wrong-type");
}

} // namespace
} // namespace teken::domain
