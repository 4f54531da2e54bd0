// What an audit sees with the log at hand: attacks of a centre, and of officers who work with it.
#include "tests/unit/audit/small_log.h"

#include "core/audit/held.h"
#include "core/crypto/hash.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace teken {
namespace {

using audit::Held;
using audit::Verdict;
using test::Evidence;
using test::rulesOf;
using test::SmallLog;

class LogAudit : public ::testing::Test {
protected:
    void play() {
        evidence.officer().openSession();
        for (std::size_t n = 0; n < 3; ++n)
            signatures.push_back(evidence.sign(evidence.officer(), evidence.person(n)).id);
        closing = evidence.officer().closeSession().id;
        log.takeIn();
    }
    static Held held(std::string text) { return {{{"saksi.txt", std::move(text)}}, {}}; }
    static bool has(const std::vector<audit::Check>& checks, std::string_view what) {
        return std::ranges::any_of(checks, [&](const auto& check) { return check.what == what; });
    }
    audit::Report report(audit::LogMaterial material, Held with = {}) {
        return test::orThrow(evidence.audit(std::move(material), std::move(with)));
    }

    Evidence evidence;
    SmallLog log{evidence, 3};
    std::vector<EntryId> signatures;
    EntryId closing;
};

TEST_F(LogAudit, OfAWholeAndWitnessedLogFindsNothingAndCoversEverything) {
    play();
    const auto note = log.checkpoint(log.size(), 2);
    const auto found = report(log.material(note), held(log.checkpoint(4)));
    EXPECT_EQ(rulesOf(found), "");
    EXPECT_EQ(found.verdict, Verdict::Intact);
    ASSERT_TRUE(found.log);
    EXPECT_TRUE(found.log->whole);
    EXPECT_TRUE(found.log->witnessed());
    EXPECT_EQ(found.log->places, evidence.world.all().size());
    EXPECT_EQ(found.log->bounded, evidence.world.all().size());
    EXPECT_EQ(found.log->heldSize.value, 4U);
    for (const auto* what : {"completeness", "time", "log", "witnesses"}) {
        EXPECT_TRUE(has(found.checked, what)) << what;
        EXPECT_FALSE(has(found.notChecked, what)) << what;
    }
}

TEST_F(LogAudit, WithoutAnythingHeldElsewhereStillSaysThatCompletenessWasNotChecked) {
    play();
    const auto found = report(log.material(log.checkpoint(log.size(), 3)));
    EXPECT_EQ(rulesOf(found), "");
    EXPECT_TRUE(has(found.notChecked, "completeness"));
    EXPECT_FALSE(has(found.checked, "completeness"));
}

TEST_F(LogAudit, BelowItsQuorumACheckpointIsRecordedOnly) {
    play();
    const auto found = report(log.material(log.checkpoint(log.size(), 1)));
    EXPECT_EQ(rulesOf(found), "log.not-witnessed");
    EXPECT_TRUE(has(found.notChecked, "witnesses"));
}

TEST_F(LogAudit, SeesAnEntryThatTheLogRecordedAndTheEvidenceLeftOut) {
    play();
    evidence.change(
        [&](auto& entries) { std::erase_if(entries, [&](const auto& one) { return one.id == closing; }); });
    const auto found = report(log.material(log.checkpoint(log.size(), 3)));
    EXPECT_EQ(found.verdict, Verdict::Incomplete);
    EXPECT_NE(rulesOf(found).find("log.entry-absent"), std::string::npos) << rulesOf(found);
}

TEST_F(LogAudit, SeesAWholeFeedThatWasLeftOut) {
    auto& second = evidence.world.certifyOfficer("Bu B");
    second.openSession();
    evidence.sign(second, evidence.person(7));
    play();
    evidence.change([&](auto& entries) {
        std::erase_if(entries, [&](const auto& one) { return one.payload.header.feed == second.id(); });
    });
    const auto found = report(log.material(log.checkpoint(log.size(), 3)));
    ASSERT_EQ(rulesOf(found), "log.entry-absent");
    EXPECT_EQ(found.findings.front().feed, second.id());
    EXPECT_EQ(found.findings.front().found, "2");
}

TEST_F(LogAudit, SeesATreeBuiltAnewWithoutAnEntryAgainstACheckpointHeldElsewhere) {
    play();
    const auto before = log.checkpoint();
    log.drop(log.indexOf(signatures[1]));
    evidence.change([&](auto& entries) {
        std::erase_if(entries, [&](const auto& one) { return one.id == signatures[1] || one.id == closing; });
    });
    // By itself the new tree looks like any other; what was held elsewhere does not fit it.
    const auto rewritten = log.checkpoint(log.size(), 3);
    const auto found = report(log.material(rewritten), held(before));
    EXPECT_NE(rulesOf(found).find("log.older-than-held"), std::string::npos) << rulesOf(found);
    const auto grown = [&] {
        evidence.officer().note();
        log.takeIn();
        return log.checkpoint(log.size(), 3);
    }();
    const auto later = report(log.material(grown), held(before));
    EXPECT_EQ(later.verdict, Verdict::Altered);
    EXPECT_NE(rulesOf(later).find("log.split-view"), std::string::npos) << rulesOf(later);
    EXPECT_FALSE(has(later.checked, "completeness"));
}

TEST_F(LogAudit, SeesLeavesThatAreNotThoseOfTheCheckpoint) {
    play();
    const auto note = log.checkpoint(log.size(), 3);
    auto material = log.material(note);
    auto leaves = log.leaves();
    leaves[3][60] ^= 1;
    material.leaves = [leaves](const audit::LogMaterial::VisitLeaf& visit) -> Result<> {
        for (const auto& leaf : leaves)
            TEKEN_CHECK(visit(leaf));
        return {};
    };
    const auto found = report(std::move(material));
    EXPECT_EQ(found.verdict, Verdict::Altered);
    EXPECT_NE(rulesOf(found).find("log.root"), std::string::npos) << rulesOf(found);
}

TEST_F(LogAudit, SeesLeavesCutBeforeTheCheckpoint) {
    play();
    const auto note = log.checkpoint(log.size(), 3);
    log.drop(log.size() - 1);
    const auto found = report(log.material(note));
    EXPECT_NE(rulesOf(found).find("log.leaves-cut"), std::string::npos) << rulesOf(found);
    EXPECT_FALSE(found.log->whole);
}

TEST_F(LogAudit, SeesEntriesThatNeverReachedTheLog) {
    play();
    const auto note = log.checkpoint(log.size(), 3);
    evidence.officer().note();
    const auto found = report(log.material(note));
    const auto rule = std::ranges::find(found.findings, "log.entry-not-logged", &audit::Finding::rule);
    ASSERT_NE(rule, found.findings.end()) << rulesOf(found);
    EXPECT_EQ(rule->found, "1");
    EXPECT_EQ(found.verdict, Verdict::Intact);
}

TEST_F(LogAudit, SeesAnotherEntryUnderANumberThanTheCentreTookIn) {
    evidence.officer().openSession();
    const auto taken = evidence.sign(evidence.officer(), evidence.person(1));
    log.takeIn();
    // The officer restores the laptop's disk and records somebody else under that number.
    evidence.officer().rewindTo(taken.payload.header.seq - 1);
    evidence.sign(evidence.officer(), evidence.person(2));
    evidence.change(
        [&](auto& entries) { std::erase_if(entries, [&](const auto& one) { return one.id == taken.id; }); });
    const auto found = report(log.material(log.checkpoint(log.size(), 3)));
    EXPECT_EQ(found.verdict, Verdict::Altered);
    EXPECT_NE(rulesOf(found).find("log.other-entry"), std::string::npos) << rulesOf(found);
}

TEST_F(LogAudit, SeesADeviceThatWasShownAnotherLog) {
    log.takeIn();
    evidence.officer().setSeen(entry::SeenCheckpoint{SmallLog::kOrigin, 3, Digest{{9}}});
    play();
    const auto found = report(log.material(log.checkpoint(log.size(), 3)));
    EXPECT_EQ(rulesOf(found), "seen.not-in-log");
    EXPECT_EQ(found.verdict, Verdict::Altered);
}

TEST_F(LogAudit, CountsWhatDevicesSawOfThisVeryLog) {
    log.takeIn();
    evidence.officer().setSeen(entry::SeenCheckpoint{SmallLog::kOrigin, 3, log.root(3)});
    play();
    const auto found = report(log.material(log.checkpoint(log.size(), 3)));
    EXPECT_EQ(rulesOf(found), "");
    EXPECT_EQ(found.log->seen, 5U); // open, three signatures, close
}

TEST_F(LogAudit, BoundsTheTimeOfEntriesByTheFirstWitnessedCheckpoint) {
    play();
    // Witnessed an hour before the clock of the device says that anything was written.
    const auto wall = evidence.world.all().back().payload.header.wallMs / 1000;
    const auto found =
        report(log.material(log.checkpoint(log.size(), 3, static_cast<std::uint64_t>(wall) - 3600)));
    EXPECT_EQ(rulesOf(found), "clock.ahead");
    EXPECT_EQ(found.verdict, Verdict::Intact);
}

TEST_F(LogAudit, NoticesAClockFarBehindWhatItHadSeen) {
    log.takeIn();
    evidence.officer().setSeen(entry::SeenCheckpoint{SmallLog::kOrigin, 3, log.root(3)});
    play();
    const auto wall = evidence.world.all().back().payload.header.wallMs / 1000;
    auto material =
        log.material(log.checkpoint(log.size(), 3, static_cast<std::uint64_t>(wall) + 4 * 86'400));
    material.checkpoints.push_back(log.checkpoint(3, 3, static_cast<std::uint64_t>(wall) + 3 * 86'400));
    const auto found = report(std::move(material));
    EXPECT_EQ(rulesOf(found), "clock.before-seen");
}

TEST_F(LogAudit, BelievesNoLogThatTheRootDidNotCertify) {
    play();
    Evidence other;
    static_cast<void>(other.world.random.make<Salt>()); // another key than this log's
    SmallLog stranger(other);
    stranger.takeIn();
    auto material = log.material(log.checkpoint(log.size(), 3));
    material.checkpoints.push_back(stranger.checkpoint());
    const auto found = report(std::move(material));
    EXPECT_EQ(rulesOf(found), "log.checkpoint") << "same origin, another key";
    EXPECT_EQ(found.verdict, Verdict::Altered);
}

TEST_F(LogAudit, SaysOfAnUnusableDocumentThatItProvesNothing) {
    play();
    for (const auto* text :
         {"", "hello", "c2sp.org/tlog-proof@v1\nindex 01\n\n", "{\"proof\":\"\\u0000\"}"}) {
        const auto found = report(log.material(log.checkpoint(log.size(), 3)), held(text));
        EXPECT_EQ(rulesOf(found), "held.unusable") << text;
        EXPECT_TRUE(has(found.notChecked, "completeness")) << text;
    }
}

TEST_F(LogAudit, TakesAReceiptAsACheckpointHeldElsewhere) {
    play();
    const auto found =
        report(log.material(log.checkpoint(log.size(), 3)), held(log.proof(log.indexOf(signatures[0]))));
    EXPECT_EQ(rulesOf(found), "");
    EXPECT_TRUE(has(found.checked, "completeness"));
}

TEST_F(LogAudit, ComparesCloseCodesOfThePaperMinutes) {
    play();
    auto code = entry::closeCode(closing);
    std::ranges::transform(code, code.begin(),
                           [](char c) { return c == '-' ? ' ' : static_cast<char>(std::tolower(c)); });
    const auto good = report({}, {{}, {code}});
    EXPECT_EQ(rulesOf(good), "");
    EXPECT_TRUE(has(good.checked, "close-codes"));
    EXPECT_TRUE(has(good.notChecked, "completeness-beyond-codes"));
    EXPECT_TRUE(good.sessions.at(0).codeHeld);
    const auto bad = report({}, {{}, {"00000-00000"}});
    EXPECT_EQ(rulesOf(bad), "close-code.absent");
    EXPECT_EQ(bad.verdict, Verdict::Incomplete);
}

TEST_F(LogAudit, ChecksThePlacesOfALaptop) {
    play();
    audit::LogMaterial laptop;
    const auto index = log.indexOf(signatures[0]);
    laptop.places = [&](const audit::LogMaterial::VisitPlace& visit) {
        return visit(signatures[0], log.proof(index));
    };
    const auto good = report(laptop);
    EXPECT_EQ(rulesOf(good), "log.not-witnessed");
    EXPECT_EQ(good.log->places, 1U);
    EXPECT_TRUE(has(good.notChecked, "log"));
    laptop.places = [&](const audit::LogMaterial::VisitPlace& visit) {
        return visit(signatures[1], log.proof(index)); // the place of another entry
    };
    const auto bad = report(laptop);
    EXPECT_NE(rulesOf(bad).find("log.place"), std::string::npos) << rulesOf(bad);
    EXPECT_EQ(bad.verdict, Verdict::Altered);
}

TEST_F(LogAudit, OfALaptopSeesTwoRootsOfOneSize) {
    play();
    audit::LogMaterial laptop;
    laptop.checkpoints = {log.checkpoint(5)};
    log.drop(2);
    const auto found = report(laptop, held(log.checkpoint(5)));
    EXPECT_NE(rulesOf(found).find("log.split-view"), std::string::npos) << rulesOf(found);
}

// --- accusations: what two words of a log prove
// --------------------------------------------------------------

struct LogAccused : LogAudit {
    void SetUp() override {
        play();
        honest = log.checkpoint(5, 3);
        whole = log.checkpoint(log.size(), 3);
        lie = log.checkpointOf(5, Digest{{0x1e}}, 3); // of another tree, by the same keys
        longerLie = log.checkpointOf(6, Digest{{0x1e}}, 3);
    }
    /// Of everything that was said of the log: rules and verdict.
    audit::Report accused(std::string former, std::string found, bool leaves = true) {
        auto material = log.material(whole);
        if (!leaves)
            material.leaves = {};
        material.accusations = {{std::move(former), std::move(found)}};
        return report(std::move(material));
    }
    std::string honest, whole, lie, longerLie;
};

TEST_F(LogAccused, TwoSignedRootsOfOneSizeAreAContradictionWithoutAnyLeaf) {
    for (const bool leaves : {false, true}) {
        const auto found = accused(honest, lie, leaves);
        EXPECT_EQ(rulesOf(found), "log.contradiction");
        EXPECT_EQ(found.verdict, Verdict::Altered);
        EXPECT_EQ(found.findings.front().expected, "5");
    }
}

TEST_F(LogAccused, ASignedRootThatIsNotOfThisTreeIsAContradiction) {
    const auto found = accused(honest, longerLie);
    EXPECT_EQ(rulesOf(found), "log.contradiction");
    EXPECT_EQ(found.findings.front().expected, "6");
}

TEST_F(LogAccused, AProofOfAPlaceIsAWordToo) {
    EXPECT_EQ(rulesOf(accused(log.proof(2), lie)), "log.contradiction");
    EXPECT_EQ(rulesOf(accused("", longerLie)), "log.contradiction");
}

TEST_F(LogAccused, WithoutLeavesNobodyCanTellOfTwoSizes) {
    const auto found = accused(honest, longerLie, false);
    EXPECT_EQ(rulesOf(found), "log.accusation-open");
    EXPECT_EQ(found.verdict, Verdict::Intact);
}

TEST_F(LogAccused, AFalseAccusationAccusesNobody) {
    auto forged = lie;
    forged[forged.rfind('\n') - 8] ^= 1; // in a signature
    auto foreign = lie;
    foreign.replace(foreign.find("pusat"), 5, "pasut");
    struct Case {
        std::string former, found;
        const char* reason;
    };
    for (const auto& [former, found, reason] : std::vector<Case>{{honest, whole, "log.no-contradiction"},
                                                                 {honest, honest, "log.no-contradiction"},
                                                                 {"", honest, "log.no-contradiction"},
                                                                 {honest, forged, ""},
                                                                 {forged, lie, ""},
                                                                 {honest, foreign, "log.uncertified"},
                                                                 {"", "", "held.form"},
                                                                 {"halo", lie, ""}}) {
        const auto seen = accused(former, found);
        EXPECT_EQ(rulesOf(seen), "log.accusation-void") << former << found;
        EXPECT_EQ(seen.verdict, Verdict::Intact);
        if (*reason != '\0') {
            EXPECT_EQ(seen.findings.front().found, reason);
        }
    }
}

TEST_F(LogAccused, OneFalseAccusationDoesNotHideATrueOne) {
    auto material = log.material(whole);
    material.accusations = {{honest, whole}, {honest, lie}};
    EXPECT_EQ(rulesOf(report(std::move(material))), "log.accusation-void log.contradiction");
}

TEST_F(LogAudit, AWitnessUnderTwoNamesIsAFindingAndCountsAsNone) {
    play();
    const auto note = log.checkpoint(log.size(), 2);
    EXPECT_EQ(rulesOf(report(log.material(note))), "");
    auto again = *std::ranges::find_if(evidence.world.all(), [](const auto& one) {
        const auto* body = std::get_if<entry::Certify>(&one.payload.body);
        return body != nullptr && body->role == entry::Role::Cosigner;
    });
    auto body = std::get<entry::Certify>(again.payload.body);
    body.name = "lain.example/saksi";
    evidence.world.root().append(body);
    log.takeIn();
    const auto found = report(log.material(log.checkpoint(log.size(), 2)));
    EXPECT_NE(rulesOf(found).find("certificate.two-names"), std::string::npos) << rulesOf(found);
    EXPECT_EQ(found.verdict, Verdict::Altered);
    EXPECT_EQ(found.log->cosigners, 2U) << "of three, one is nobody";
    EXPECT_EQ(found.log->witnesses, 1U);
}

TEST_F(LogAudit, LetsLeavesOfOtherDrivesPass) {
    play();
    log.add({FeedId{{7}}, 1, EntryId{{7}}, Signature{}});
    const auto found = report(log.material(log.checkpoint(log.size(), 3)));
    EXPECT_EQ(rulesOf(found), "");
    EXPECT_EQ(found.log->foreign, 1U);
}

TEST_F(LogAudit, IsCancelledInTheMiddleOfALog) {
    play();
    auto material = log.material(log.checkpoint(log.size(), 3));
    material.leaves = [](const audit::LogMaterial::VisitLeaf&) -> Result<> {
        return fail(ErrorCode::Offline, "sync.no-network", "gone");
    };
    const auto found = evidence.audit(std::move(material));
    ASSERT_FALSE(found);
    EXPECT_EQ(found.error().reason, "sync.no-network");
}

TEST_F(LogAudit, MinutesSignedForAnotherClosingAreFound) {
    play();
    entry::SignMinutes minutes;
    minutes.session = evidence.officer().session();
    minutes.closing = signatures[0];
    minutes.name = "Kepala";
    auto strokes = evidence.ink();
    minutes.ink = crypto::sha256(strokes);
    evidence.officer().append(minutes, strokes);
    EXPECT_NE(rulesOf(report({})).find("minutes.other-closing"), std::string::npos);
}

TEST(HeldDocuments, AreReadFromTheMemoryOfAWitness) {
    Evidence evidence;
    SmallLog log(evidence);
    log.takeIn();
    const auto held = audit::readHeld("teken/cosigner-memory/v1\n" + log.checkpoint());
    ASSERT_TRUE(held) << describe(held.error());
    EXPECT_EQ(held->note, log.checkpoint());
}

TEST(CloseCodes, AreReadAsPeopleTypeThem) {
    EXPECT_EQ(audit::normalCloseCode("7kq2m 0v9tx"), "7KQ2M-0V9TX");
    EXPECT_EQ(audit::normalCloseCode("7KQ2M-OV9TX"), "7KQ2M-0V9TX");
    EXPECT_EQ(audit::normalCloseCode("7KQ2M"), "");
}

} // namespace
} // namespace teken
