// A roster's entry comes before its blobs, and a line may break in between: the table goes on.
#include "core/store/blobs.h"
#include "core/store/entries.h"
#include "tests/unit/desk/desk_world.h"

#include <gtest/gtest.h>

namespace teken::test {
namespace {

struct RosterOnItsWay : testing::Test {
    DeskWorld world;

    /// The manifest of the admin's newest roster, and what it lists.
    [[nodiscard]] std::pair<BlobId, domain::RosterManifest> newest() {
        const auto drive = orThrow(world.admin.ledger->drive(world.adminDesk->drive().value()));
        const auto bytes = orThrow(world.admin.book->blobs().get(*drive.manifest));
        return {*drive.manifest, orThrow(domain::decodeRosterManifest(bytes))};
    }
    [[nodiscard]] static std::optional<std::string_view> lackOf(Laptop& laptop, const entry::Units& units) {
        const auto lack = laptop.desk->people().lack(units);
        return lack ? std::optional(slug(*lack)) : std::nullopt;
    }
};

TEST_F(RosterOnItsWay, LeavesTheFormerListWhileItsManifestIsMissing) {
    auto laptop = world.laptop("Petugas");
    const auto session = DeskWorld::open(laptop);
    const auto signer = laptop.person(1);
    orThrow(laptop.desk->sign(world.signing(laptop, session, signer)));
    const auto former = laptop.desk->people().rosterEntry();
    world.importRoster(DeskWorld::rosterCsv(true));
    world.copyEntries(world.admin, laptop);

    ASSERT_TRUE(laptop.desk->refresh());
    world.restart(laptop); // unlocking, too
    EXPECT_EQ(lackOf(laptop, {"KEC-04"}), "desk.roster-older");
    EXPECT_EQ(laptop.desk->people().rosterEntry(), former);
    const auto counts = laptop.desk->people().counts({"KEC-04"}, session);
    EXPECT_EQ(counts.expected(), 12U);
    EXPECT_EQ(counts.signedHere, 1U);
    const auto again = laptop.desk->sign(world.signing(laptop, session, signer));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().reason, "signing.already-signed-here");
    EXPECT_TRUE(laptop.desk->sign(world.signing(laptop, session, laptop.person(2))));
}

TEST_F(RosterOnItsWay, LeavesTheFormerListWhileTheUnitsPeopleAreMissing) {
    auto laptop = world.laptop("Petugas");
    const auto former = laptop.desk->people().rosterEntry();
    world.importRoster(DeskWorld::rosterCsv(true));
    world.copyEntries(world.admin, laptop);
    world.copyBlob(world.admin, laptop, newest().first);

    ASSERT_TRUE(laptop.desk->refresh());
    EXPECT_EQ(lackOf(laptop, {"KEC-04"}), "desk.roster-older");
    const auto session = DeskWorld::open(laptop);
    const auto own = orThrow(laptop.desk->session(session)).own;
    EXPECT_EQ(orThrow(laptop.desk->openingOf(own->opening)).roster, *former);
    EXPECT_EQ(laptop.desk->people().counts({"KEC-04"}, session).expected(), 12U);
}

TEST_F(RosterOnItsWay, IsTakenAsSoonAsTheUnitsPeopleAreHere) {
    auto laptop = world.laptop("Petugas");
    world.importRoster(DeskWorld::rosterCsv(true));
    world.copyEntries(world.admin, laptop);
    ASSERT_TRUE(laptop.desk->refresh());
    const auto [manifest, listed] = newest();
    world.copyBlob(world.admin, laptop, manifest);
    for (const auto& unit : listed.units)
        if (unit.unit.code == "KEC-04") // the other unit is not of this officer's scope
            world.copyBlob(world.admin, laptop, unit.people);
    ASSERT_TRUE(laptop.desk->refresh());
    EXPECT_EQ(lackOf(laptop, {"*"}), std::nullopt);
    EXPECT_EQ(laptop.desk->people().rosterEntry(), orThrow(laptop.desk->driveState()).roster);
    EXPECT_EQ(laptop.desk->people().counts({"KEC-04"}, std::nullopt).expected(), 10U);
}

TEST_F(RosterOnItsWay, LetsTheOfficerInWithoutAnyListAndSaysSo) {
    auto laptop = world.laptop("Petugas", {"KEC-04"}, false);
    EXPECT_EQ(lackOf(laptop, {"KEC-04"}), "desk.roster-not-here");
    EXPECT_EQ(laptop.desk->people().counts({"*"}, std::nullopt).expected(), 0U);
    const auto refused = laptop.desk->openSession(DeskWorld::opening());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "desk.roster-not-here");
    world.copy(world.admin, laptop);
    ASSERT_TRUE(laptop.desk->refresh());
    EXPECT_EQ(lackOf(laptop, {"KEC-04"}), std::nullopt);
    EXPECT_TRUE(laptop.desk->openSession(DeskWorld::opening()));
}

TEST_F(RosterOnItsWay, OpensSessionsOnlyForUnitsWhosePeopleAreHere) {
    auto laptop = world.laptop("Petugas", {"KEC-04", "DINSOS"}, false);
    const auto [manifest, listed] = newest();
    world.copyBlob(world.admin, laptop, manifest);
    world.copyBlob(world.admin, laptop, world.text);
    for (const auto& unit : listed.units)
        if (unit.unit.code == "KEC-04")
            world.copyBlob(world.admin, laptop, unit.people);
    ASSERT_TRUE(laptop.desk->refresh());
    EXPECT_EQ(lackOf(laptop, {"KEC-04"}), std::nullopt);
    EXPECT_EQ(lackOf(laptop, {"*"}), "desk.roster-incomplete");
    auto request = DeskWorld::opening();
    request.units = {"DINSOS"};
    const auto refused = laptop.desk->openSession(request);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "desk.roster-incomplete");
    EXPECT_TRUE(laptop.desk->openSession(DeskWorld::opening()));
}

TEST_F(RosterOnItsWay, ChangesNothingWhenItCannotBeRead) {
    auto laptop = world.laptop("Petugas");
    const auto session = DeskWorld::open(laptop);
    orThrow(laptop.desk->sign(world.signing(laptop, session, laptop.person(0))));
    orThrow(laptop.desk->addPerson({session, "Tamu", "", "KEC-04", "", domain::SignerKind::Pns}));
    laptop.book->keyring().lock();
    ASSERT_FALSE(laptop.desk->people().load(laptop.desk->drive(), {"KEC-04"}));
    const auto counts = laptop.desk->people().counts({"KEC-04"}, session);
    EXPECT_EQ(counts.expected(), 12U);
    EXPECT_EQ(counts.signedHere, 1U);
    EXPECT_EQ(counts.added, 1U);
}

} // namespace
} // namespace teken::test
