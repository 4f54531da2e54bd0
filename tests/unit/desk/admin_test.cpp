#include "core/crypto/hash.h"
#include "tests/unit/desk/desk_world.h"

#include <gtest/gtest.h>

namespace teken::test {
namespace {

struct AdminDeskTest : testing::Test {
    DeskWorld world;
};

TEST_F(AdminDeskTest, LocksATextOnceAndNeverWithOtherWords) {
    EXPECT_EQ(orThrow(world.adminDesk->lockText(DeskWorld::pledge())).text, world.text);
    auto other = DeskWorld::pledge();
    other.closing = "Lain.";
    EXPECT_EQ(world.adminDesk->lockText(other).error().reason, "text.version-locked");
    other.version = 2;
    EXPECT_TRUE(world.adminDesk->lockText(other));
}

TEST_F(AdminDeskTest, CarriesPersonsOnFromRosterToRoster) {
    const auto before = orThrow(world.adminDesk->presentRoster());
    const auto imported = world.importRoster(DeskWorld::rosterCsv(true));
    EXPECT_EQ(imported.body.changes.joined, 1);
    EXPECT_EQ(imported.body.changes.left, 1);
    EXPECT_EQ(imported.body.changes.moved, 1);
    const auto after = orThrow(world.adminDesk->presentRoster());
    for (const auto& person : after.people)
        for (const auto& old : before.people)
            if (old.numbers == person.numbers) {
                EXPECT_EQ(old.id, person.id);
            }
}

TEST_F(AdminDeskTest, KnowsPeopleAgainWhoWereMissingFromTheListInBetween) {
    const auto before = orThrow(world.adminDesk->presentRoster());
    const auto whole = DeskWorld::rosterCsv();
    const auto two = whole.substr(0, whole.find('\n', whole.find('\n', whole.find('\n') + 1) + 1) + 1);
    ASSERT_EQ(world.importRoster(two).body.persons, 2);
    const auto again = world.importRoster(whole);
    EXPECT_EQ(again.body.changes.joined, 16) << "against the list in between";
    const auto after = orThrow(world.adminDesk->presentRoster());
    ASSERT_EQ(after.people.size(), before.people.size());
    for (std::size_t i = 0; i < after.people.size(); ++i)
        EXPECT_EQ(after.people[i].id, before.people[i].id) << after.people[i].name;
    world.importRoster("Nama,NIP,Unit Kerja\nOrang Lain,197001012009011977,Dinas Sosial\n");
    const auto other = orThrow(world.adminDesk->presentRoster());
    for (const auto& person : before.people)
        EXPECT_NE(other.people.at(0).id, person.id) << "a stranger stays one";
}

TEST_F(AdminDeskTest, RefusesAProposalAgainstAnOlderRoster) {
    const auto list = DeskWorld::units();
    desk::RosterImportRequest request;
    request.units = &list;
    request.options.date = request.options.today = DeskWorld::pledge().date;
    const auto csv = DeskWorld::rosterCsv(true);
    const auto proposal = orThrow(world.adminDesk->readRoster(view(csv), request));
    orThrow(world.adminDesk->acceptRoster(proposal));
    EXPECT_EQ(world.adminDesk->acceptRoster(proposal).error().reason, "roster.changed-meanwhile");
}

TEST_F(AdminDeskTest, SettlesADuplicateAndSupersedesItsOwnDecision) {
    auto a = world.laptop("Petugas A");
    auto b = world.laptop("Petugas B");
    for (auto* laptop : {&a, &b}) {
        const auto session = DeskWorld::open(*laptop);
        orThrow(laptop->desk->sign(world.signing(*laptop, session, laptop->person(0))));
        world.copy(*laptop, world.admin);
    }
    const auto drive = *world.adminDesk->drive();
    auto conflicts = orThrow(world.admin.ledger->conflicts(drive));
    ASSERT_EQ(conflicts.size(), 1U);
    const auto conflict = conflicts.front();
    orThrow(world.adminDesk->decide(conflict, conflict.entries[0], "pertama"));
    EXPECT_TRUE(orThrow(world.admin.ledger->conflicts(drive)).empty());
    orThrow(world.adminDesk->decide(conflict, conflict.entries[1], "dipikir lagi"));
    EXPECT_TRUE(orThrow(world.admin.ledger->conflicts(drive)).empty());
    const auto person = orThrow(world.admin.ledger->person(drive, *conflict.person));
    EXPECT_EQ(person.signature->entry, conflict.entries[1]);
    EXPECT_EQ(world.adminDesk->decide(conflict, world.random.make<EntryId>(), "x").error().reason,
              "desk.choice-unknown");
}

TEST_F(AdminDeskTest, MatchesAnAddedPerson) {
    auto laptop = world.laptop("Petugas");
    const auto session = DeskWorld::open(laptop);
    const auto added =
        orThrow(laptop.desk->addPerson({session, "Tamu", "", "KEC-04", "", domain::SignerKind::Pns}));
    orThrow(laptop.desk->sign(world.signing(laptop, session, added)));
    world.copy(laptop, world.admin);
    const auto person = laptop.person(3);
    orThrow(world.adminDesk->match(added, person));
    const auto state = orThrow(world.admin.ledger->person(*world.adminDesk->drive(), person));
    EXPECT_EQ(state.status, ledger::PersonStatus::Signed);
}

TEST_F(AdminDeskTest, RefusesAKeyThatHasAnotherRole) {
    auto laptop = world.laptop("Petugas");
    auto rootDesk = orThrow(desk::AuthorityDesk::open(world.seams(world.authority)));
    world.copy(world.admin, world.authority);
    const auto key = laptop.book->keyring().current()->key;
    EXPECT_EQ(rootDesk.certifyKey(entry::Role::Server, key, "x", {}).error().reason,
              "desk.key-in-other-role");
    PublicKey small;
    EXPECT_EQ(rootDesk.certifyKey(entry::Role::Server, small, "x", {}).error().reason, "desk.key-not-valid");
}

TEST_F(AdminDeskTest, RefusesASecondNameForTheKeyOfALogOrAWitness) {
    auto rootDesk = orThrow(desk::AuthorityDesk::open(world.seams(world.authority)));
    for (const auto role : {entry::Role::Log, entry::Role::Cosigner}) {
        const auto key = crypto::SigningKey::generate(world.random).publicKey();
        orThrow(rootDesk.certifyKey(role, key, "satu.example/log", {}));
        orThrow(rootDesk.certifyKey(role, key, "satu.example/log", {})); // a renewal
        EXPECT_EQ(rootDesk.certifyKey(role, key, "dua.example/log", {}).error().reason,
                  "desk.key-other-name");
    }
    const auto server = crypto::SigningKey::generate(world.random).publicKey();
    orThrow(rootDesk.certifyKey(entry::Role::Server, server, "Pusat", {}));
    orThrow(rootDesk.certifyKey(entry::Role::Server, server, "Pusat data", {})); // a name for people only
}

TEST_F(AdminDeskTest, ClosesADriveForGood) {
    orThrow(world.adminDesk->closeDrive("selesai"));
    EXPECT_EQ(world.adminDesk->lockText(DeskWorld::pledge(3)).error().reason, "drive.closed");
    EXPECT_EQ(world.adminDesk->closeDrive("lagi").error().reason, "drive.closed");
}

TEST_F(AdminDeskTest, IsNoDeskForOfficersOrTheRoot) {
    auto laptop = world.laptop("Petugas");
    EXPECT_EQ(desk::AdminDesk::open(world.seams(laptop)).error().reason, "desk.wrong-role");
    EXPECT_EQ(desk::AuthorityDesk::open(world.seams(world.admin)).error().reason, "desk.wrong-role");
    EXPECT_EQ(desk::OfficerDesk::open(world.seams(world.admin)).error().reason, "desk.wrong-role");
}

TEST_F(AdminDeskTest, StopsCountingARevokedOfficerAtItsNumber) {
    auto laptop = world.laptop("Petugas");
    const auto session = DeskWorld::open(laptop);
    orThrow(laptop.desk->sign(world.signing(laptop, session, laptop.person(0))));
    const auto late = orThrow(laptop.desk->sign(world.signing(laptop, session, laptop.person(1))));
    world.copy(laptop, world.admin);
    const auto feed = laptop.desk->feedState().feed;
    orThrow(world.adminDesk->revokeOfficer(feed, 2, entry::RevokeReason::Stolen));
    EXPECT_FALSE(orThrow(world.admin.ledger->counts(late.entry)));
    orThrow(world.adminDesk->admit(feed, {late.entry}, "jujur"));
    EXPECT_TRUE(orThrow(world.admin.ledger->counts(late.entry)));
    EXPECT_EQ(world.adminDesk->revokeOfficer(world.random.make<FeedId>(), 0, entry::RevokeReason::Lost)
                  .error()
                  .reason,
              "desk.feed-unknown");
}

TEST_F(AdminDeskTest, OpensNoSecondDriveOfOneCode) {
    entry::OpenDrive again;
    again.code = "UJI";
    again.title = "Sekali lagi";
    again.organisation = "BKPSDM";
    again.signerKinds = {"pns"};
    EXPECT_EQ(world.adminDesk->openDrive(again).error().reason, "drive.code-taken");
    orThrow(world.adminDesk->closeDrive("selesai"));
    EXPECT_TRUE(world.adminDesk->openDrive(again)) << "a closed one does not stand in the way";
}

TEST_F(AdminDeskTest, BindsNobodyToAUnitThatNoRosterKnows) {
    auto laptop = world.laptop("Petugas");
    const auto request =
        orThrow(desk::readRequest(orThrow(desk::requestOfHolder(*laptop.book, world.random, "PMK"))));
    EXPECT_EQ(world.adminDesk->certifyOfficer(request, {{"NGAWUR"}, 0, 0}).error().reason,
              "desk.unit-unknown");
    EXPECT_TRUE(world.adminDesk->certifyOfficer(request, {{"*"}, 0, 0}));
    entry::PlanSession plan;
    plan.title = "Sesi";
    plan.place = "Balai";
    plan.units = {"NGAWUR"};
    EXPECT_EQ(world.adminDesk->planSession(plan).error().reason, "desk.unit-unknown");
    plan.units = {"DINSOS"};
    EXPECT_TRUE(world.adminDesk->planSession(plan));
}

TEST_F(AdminDeskTest, RecordsNothingAboutPeopleAndEntriesThatAreNotHere) {
    auto laptop = world.laptop("Petugas");
    const auto stranger = world.random.make<PersonId>();
    const auto& desk = world.adminDesk;
    EXPECT_EQ(desk->match(stranger, std::nullopt).error().reason, "desk.person-unknown");
    EXPECT_EQ(desk->match(laptop.person(0), std::nullopt).error().reason, "desk.person-unknown")
        << "a person of the roster was not added at a table";
    EXPECT_EQ(desk->changeRoster(stranger, entry::RosterChangeKind::Retired, "2023-11-17").error().reason,
              "desk.person-unknown");
    const auto feed = laptop.desk->feedState().feed;
    EXPECT_EQ(desk->admit(feed, {world.random.make<EntryId>()}, "x").error().reason, "store.no-entry");
    const auto own = orThrow(desk::FeedWriter(world.seams(world.admin)).head());
    EXPECT_EQ(desk->admit(feed, {*own.id}, "x").error().reason, "desk.not-of-feed");
    EXPECT_EQ(orThrow(desk::FeedWriter(world.seams(world.admin)).head()), own);
}

TEST_F(AdminDeskTest, StoresNoRosterWithoutASinglePerson) {
    EXPECT_THROW(world.importRoster("Nama,NIP,Unit Kerja\n\"Orang A,1,2\n"), std::runtime_error);
    EXPECT_EQ(orThrow(world.adminDesk->presentRoster()).people.size(), 18U) << "the present one stays";
}

} // namespace
} // namespace teken::test
