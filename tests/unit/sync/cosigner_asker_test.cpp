// The server and its witnesses: real witnesses behind lines that fail when told to.
#include "sync/server/cosigner_asker.h"

#include "core/store/acks.h"
#include "core/store/keyring.h"
#include "core/store/receipts.h"
#include "sync/cosigner/cosigner.h"
#include "tests/support/fakes.h"
#include "tests/unit/sync/log_fixture.h"

namespace teken::test {
namespace {

using namespace teken::sync;
using State = CosignerHealth::State;

struct WitnessLine final : Transport {
    cosigner::Cosigner* witness = nullptr;
    std::optional<Error> broken;
    std::function<void(Response&)> tamper;
    unsigned asked = 0;

    Result<Response> exchange(const Request& request) override {
        ++asked;
        if (broken)
            return fail(*broken);
        const auto answer = witness->answer(textOf(request.body));
        Response response{answer.status, std::string(answer.contentType), std::nullopt, toBytes(answer.body),
                          Caching::Never};
        if (tamper)
            tamper(response);
        return response;
    }
};

class CosignerAskerTest : public LogTest {
protected:
    struct Office {
        std::unique_ptr<cosigner::Cosigner> witness;
        WitnessLine line;
    };
    std::vector<std::unique_ptr<Office>> offices;
    FakeClock askersClock; ///< of its own: officers who sign let hours pass
    std::unique_ptr<server::CosignerAsker> asker;

    void begin(int count) {
        certifyLog();
        for (int i = 0; i < count; ++i)
            addOffice("saksi" + std::to_string(i) + ".contoh/saksi");
        keepLog();
        world.provision(world.server());
        wait();
        newAsker();
    }
    Office& addOffice(const std::string& name) {
        auto office = std::make_unique<Office>();
        const auto folder = world.folder / name.substr(0, name.find('.'));
        must(files.createFolders(folder));
        office->witness =
            orThrow(cosigner::Cosigner::create({name, crypto::SigningKey::generate(world.world.random)},
                                               {vkey()}, folder, files, world.world.clock));
        must(office->witness->memory().begin(kOrigin));
        office->line.witness = office->witness.get();
        cosigners.push_back(office->witness->verifier());
        offices.push_back(std::move(office));
        return *offices.back();
    }
    void newAsker() {
        std::vector<server::CosignerSeat> seats;
        for (const auto& office : offices)
            seats.push_back({office->witness->verifier(), &office->line, "/add-checkpoint"});
        asker = std::make_unique<server::CosignerAsker>(service(), std::move(seats), askersClock);
    }
    void pass(int seconds = 11) {
        askersClock.advance(std::chrono::seconds(seconds));
        EXPECT_FALSE(asker->tend());
    }
    void grow() {
        world.laptop("Petugas " + std::to_string(++m_grown));
        world.provision(world.server());
        wait();
    }
    /// Witnesses whose line is under this note, by the log's own reader.
    std::size_t witnessesOf(const std::string& note) {
        const auto opened = log::openCheckpoint(note, vkey(), cosigners);
        return opened ? opened->signers.size() - 1 : 0;
    }
    std::size_t witnesses() { return witnessesOf(orThrow(service().logCheckpoint())); }
    CosignerHealth healthOf(std::size_t i) { return service().logHealth().cosigners.at(i); }

private:
    int m_grown = 0;
};

TEST_F(CosignerAskerTest, LinesOfAllWitnessesArePublishedUnderTheNewestCheckpoint) {
    begin(2);
    EXPECT_EQ(witnesses(), 0U);
    EXPECT_FALSE(asker->tend());
    EXPECT_EQ(witnesses(), 2U);
    EXPECT_EQ(healthOf(0).state, State::Signed);
    EXPECT_EQ(service().logHealth().witnessedLeaves, checkpoint().size.value);
    grow();
    EXPECT_EQ(witnesses(), 0U) << "publishing does not wait for witnesses";
    pass();
    EXPECT_EQ(witnesses(), 2U);
}

TEST_F(CosignerAskerTest, NothingIsAskedAgainWhileTheTreeStaysAsItIs) {
    begin(1);
    asker->tend();
    const auto asked = offices[0]->line.asked;
    for (int i = 0; i < 10; ++i)
        pass(60);
    EXPECT_EQ(offices[0]->line.asked, asked);
}

TEST_F(CosignerAskerTest, AServerThatGrowsAsksAtMostEveryTenSeconds) {
    begin(1);
    asker->tend();
    const auto asked = offices[0]->line.asked;
    for (int i = 0; i < 3; ++i) {
        grow();
        asker->tend();
    }
    EXPECT_EQ(offices[0]->line.asked, asked);
    pass();
    EXPECT_EQ(offices[0]->line.asked, asked + 1);
}

TEST_F(CosignerAskerTest, OneThatIsAwayIsAskedLessAndLessOftenAndHoldsUpNobody) {
    begin(2);
    offices[0]->line.broken = Error{ErrorCode::Offline, "sync.no-network", "away", {}};
    asker->tend();
    EXPECT_EQ(healthOf(0).state, State::Trying);
    EXPECT_EQ(healthOf(0).reason, "sync.no-network");
    EXPECT_EQ(witnesses(), 1U);
    for (int i = 0; i < 60; ++i)
        pass(10);
    EXPECT_LT(offices[0]->line.asked, 8U);
    offices[0]->line.broken.reset();
    pass(15 * 60);
    EXPECT_EQ(witnesses(), 2U);
    EXPECT_EQ(healthOf(0).state, State::Signed);
}

TEST_F(CosignerAskerTest, AWitnessThatSignedAnotherSizeIsGivenAFreshProof) {
    begin(1);
    asker->tend();
    grow();
    newAsker(); // as after a restart: it does not remember what the witness has signed
    asker->tend();
    EXPECT_EQ(witnesses(), 1U);
    EXPECT_EQ(healthOf(0).state, State::Signed);
}

TEST_F(CosignerAskerTest, ALineThatDoesNotHoldIsNotPublished) {
    begin(1);
    offices[0]->line.tamper = [](Response& response) {
        if (response.status == 200)
            response.body[response.body.size() - 10] ^= 1;
    };
    asker->tend();
    EXPECT_EQ(witnesses(), 0U);
    EXPECT_EQ(healthOf(0).state, State::Trying);
}

TEST_F(CosignerAskerTest, LinesSurviveARestart) {
    begin(2);
    asker->tend();
    const auto before = orThrow(service().logCheckpoint());
    world.server().restart();
    wait();
    EXPECT_EQ(orThrow(service().logCheckpoint()), before);
    EXPECT_EQ(witnesses(), 2U);
}

TEST_F(CosignerAskerTest, WhoAsksTheLogGetsTheNewestAndTheWitnessedCheckpointWithItsProof) {
    begin(2);
    asker->tend();
    const auto witnessed = checkpoint();
    grow();
    const auto answer = orThrow(service().logProofs({}));
    EXPECT_EQ(witnessesOf(answer.witnessed), 2U);
    const auto newest = orThrow(log::openCheckpoint(answer.checkpoint, vkey())).checkpoint;
    EXPECT_GT(newest.size, witnessed.size);
    EXPECT_TRUE(log::verifyConsistency(witnessed.size, newest.size, answer.sinceWitnessed, witnessed.root,
                                       newest.root));
}

TEST_F(CosignerAskerTest, FewerLinesNeverReplaceAMajority) {
    begin(3);
    asker->tend();
    offices[0]->line.broken = offices[1]->line.broken = Error{ErrorCode::Offline, "sync.no-network", "", {}};
    const auto majority = checkpoint().size;
    grow();
    pass();
    EXPECT_EQ(witnesses(), 1U) << "the newest shows what it has";
    EXPECT_EQ(service().logHealth().witnessedLeaves, majority.value);
    EXPECT_EQ(witnessesOf(orThrow(service().logProofs({})).witnessed), 3U);
}

TEST_F(CosignerAskerTest, OldLinesBroughtLaterBringNoOldCheckpointBack) {
    begin(1);
    const auto old = orThrow(service().logCheckpoint());
    asker->tend();
    const auto signedOld = orThrow(log::parseNote(orThrow(service().logCheckpoint())));
    grow();
    pass();
    const auto newest = orThrow(service().logCheckpoint());
    const cosigner::Testimony testimony{cosigners[0], signedOld.lines};
    EXPECT_TRUE(service().addCosignatures(old, {&testimony, 1}));
    EXPECT_EQ(orThrow(service().logCheckpoint()), newest);
    EXPECT_EQ(service().logHealth().witnessedLeaves, checkpoint().size.value);
}

TEST_F(CosignerAskerTest, LinesUnderACheckpointOfAnotherTreeAreRefused) {
    begin(1);
    auto other = checkpoint();
    other.root.bytes[0] ^= 1;
    const auto note = log::formatNote(orThrow(log::signNote(log::formatCheckpoint(other), kOrigin, logKey)));
    EXPECT_EQ(reasonOf(service().addCosignatures(note, {})), "log.other-tree");
}

TEST_F(CosignerAskerTest, AWitnessThatHoldsAnotherTreeIsTheLoudestThingTheServerSays) {
    begin(1);
    // The witness was shown a tree of this size by somebody who has the log's key.
    auto other = checkpoint();
    other.root.bytes[0] ^= 1;
    const auto note = log::formatNote(orThrow(log::signNote(log::formatCheckpoint(other), kOrigin, logKey)));
    ASSERT_EQ(offices[0]->witness->answer(cosigner::formatRequest({{0}, {}, note})).status, 200);
    asker->tend();
    EXPECT_EQ(healthOf(0).state, State::TwoTrees);
    EXPECT_EQ(healthOf(0).reason, "cosigner.two-trees");
    server::Router router(service(), world.world.random, &service());
    EXPECT_THAT(router.health(), testing::HasSubstr(R"("status":"degraded")"));
    EXPECT_THAT(router.health(), testing::HasSubstr("two-trees"));
    grow();
    pass();
    EXPECT_EQ(healthOf(0).state, State::TwoTrees) << "a larger tree does not lead from there either";
}

TEST_F(CosignerAskerTest, AWitnessThatHasSignedForMoreShowsThatThisLogWasPutBack) {
    begin(1);
    auto larger = checkpoint();
    larger.size.value += 5;
    const auto note = log::formatNote(orThrow(log::signNote(log::formatCheckpoint(larger), kOrigin, logKey)));
    ASSERT_EQ(offices[0]->witness->answer(cosigner::formatRequest({{0}, {}, note})).status, 200);
    asker->tend();
    EXPECT_EQ(healthOf(0).state, State::TwoTrees);
}

TEST_F(CosignerAskerTest, ASignerPutBackBehindItsWitnessesStaysStopped) {
    begin(1);
    const auto former = orThrow(files.read(state(), 1 << 16));
    grow();
    asker->tend();
    world.server().onStart = [this, former](server::Service& started) {
        must(files.writeAtomic(state(), former));
        must(started.keepLog(seat()));
    };
    world.server().restart();
    EXPECT_EQ(healthState(), LogHealth::State::Stopped);
    EXPECT_EQ(healthReason(), "log.signer-shrunk");
}

// --- what laptops make of it ------------------------------------------------------------------------------

class WitnessedTest : public CosignerAskerTest {
protected:
    LaptopNode* laptop = nullptr;

    void start(int count, std::int64_t untilMs = 4'000'000'000'000) {
        begin(count);
        for (const auto& witness : cosigners)
            world.world.root().append(entry::Certify{.role = entry::Role::Cosigner,
                                                     .key = witness.key,
                                                     .name = witness.name,
                                                     .units = {"*"},
                                                     .drive = std::nullopt,
                                                     .fromMs = 0,
                                                     .untilMs = untilMs,
                                                     .pins = {}});
        laptop = &world.laptop("Pak A");
        world.provision(world.server());
        laptop->openSession();
        laptop->sign(1);
        meet();
    }
    void meet() {
        laptop->sync(true);
        wait();
        pass();
        EXPECT_FALSE(laptop->sync(true).error);
    }
    std::uint64_t witnessed() {
        const auto logs = orThrow(ledger::logsOf(laptop->book()));
        return orThrow(laptop->book().acks().counts({laptop->feed()}, logs)).witnessed;
    }
};

TEST_F(WitnessedTest, MoreThanHalfOfTheCertifiedWitnessesMakeAnEntryWitnessed) {
    start(3);
    EXPECT_EQ(laptop->received(), 2U);
    EXPECT_EQ(witnessed(), 2U);
}

TEST_F(WitnessedTest, HalfIsNotEnough) {
    start(2);
    EXPECT_EQ(witnessed(), 2U);
    offices[0]->line.broken = Error{ErrorCode::Offline, "sync.no-network", "", {}};
    laptop->sign(2);
    meet();
    EXPECT_EQ(laptop->received(), 3U);
    EXPECT_EQ(witnessed(), 2U) << "the new one is received, and not witnessed";
}

TEST_F(WitnessedTest, WithoutCertifiedWitnessesTheWordNeverAppears) {
    begin(1);
    laptop = &world.laptop("Pak A");
    laptop->openSession();
    world.provision(world.server());
    meet();
    EXPECT_EQ(laptop->received(), 1U);
    EXPECT_EQ(witnessed(), 0U);
}

TEST_F(WitnessedTest, ASignatureOutsideItsCertificatesWindowCountsForNothing) {
    start(1, 1000);
    EXPECT_EQ(laptop->received(), 2U);
    EXPECT_EQ(witnessed(), 0U);
}

TEST_F(WitnessedTest, AWitnessThatTheRootRevokesTakesItsWordBack) {
    start(1);
    ASSERT_EQ(witnessed(), 2U);
    world.world.root().append(
        entry::Revoke{entry::Role::Cosigner, cosigners[0].key, 0, entry::RevokeReason::Misuse});
    world.provision(*laptop);
    world.provision(world.server());
    meet();
    EXPECT_EQ(laptop->received(), 2U);
    EXPECT_EQ(witnessed(), 0U);
}

TEST_F(WitnessedTest, AnOlderWitnessedCheckpointCoversWhatLiesUnderIt) {
    start(1);
    offices[0]->line.broken = Error{ErrorCode::Offline, "sync.no-network", "", {}};
    for (std::uint32_t person = 2; person < 5; ++person) {
        laptop->sign(person);
        meet();
    }
    EXPECT_EQ(laptop->received(), 5U);
    EXPECT_EQ(witnessed(), 2U);
}

} // namespace
} // namespace teken::test
