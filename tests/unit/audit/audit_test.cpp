#include "tests/unit/audit/evidence.h"

#include "core/crypto/hash.h"
#include "core/domain/ink.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace teken {
namespace {

using audit::Verdict;
using test::Evidence;
using test::rulesOf;

// Three signatures in one session that was closed.
void playSession(Evidence& evidence) {
    evidence.officer().openSession();
    for (std::size_t n = 0; n < 3; ++n)
        evidence.sign(evidence.officer(), evidence.person(n));
    evidence.officer().closeSession();
}

std::size_t indexOfSign(const std::vector<entry::VerifiedEntry>& entries, std::size_t which) {
    for (std::size_t i = 0; i < entries.size(); ++i)
        if (std::holds_alternative<entry::Sign>(entries[i].payload.body) && which-- == 0)
            return i;
    throw std::runtime_error("no such signature");
}

audit::Report report(Evidence& evidence) {
    return test::orThrow(evidence.audit());
}

TEST(Audit, OfAnUntouchedBookFindsNothing) {
    Evidence evidence;
    playSession(evidence);
    const auto found = report(evidence);
    EXPECT_EQ(rulesOf(found), "");
    EXPECT_EQ(found.verdict, Verdict::Intact);
    EXPECT_TRUE(found.clean());
    EXPECT_EQ(found.entries, evidence.world.all().size());
    EXPECT_EQ(found.verified, found.entries);
    ASSERT_EQ(found.drives.size(), 1U);
    EXPECT_EQ(found.drives[0].signedPersons, 3U);
}

TEST(Audit, SaysThatCompletenessWasNotChecked) {
    Evidence evidence;
    const auto found = report(evidence);
    ASSERT_FALSE(found.notChecked.empty());
    EXPECT_EQ(found.notChecked.front().what, "completeness");
}

TEST(Audit, NamesTheEntryWhoseSignatureWasChanged) {
    Evidence evidence;
    playSession(evidence);
    EntryId changed;
    evidence.change([&](auto& entries) {
        auto& one = entries[indexOfSign(entries, 1)];
        one.raw.signature.bytes[3] ^= 1;
        changed = one.id;
    });
    const auto found = report(evidence);
    EXPECT_EQ(found.verdict, Verdict::Altered);
    EXPECT_NE(rulesOf(found).find("entry.signature"), std::string::npos) << rulesOf(found);
    EXPECT_TRUE(std::ranges::any_of(found.findings, [&](const audit::Finding& one) {
        return one.rule == "entry.signature" && one.entry == changed;
    }));
    EXPECT_EQ(found.verified, found.entries - 1);
}

TEST(Audit, FindsOneChangedByteOfAPayload) {
    Evidence evidence;
    playSession(evidence);
    evidence.change([](auto& entries) {
        auto& payload = entries[indexOfSign(entries, 0)].raw.payload;
        payload[payload.size() / 2] ^= 1;
    });
    const auto found = report(evidence);
    EXPECT_EQ(found.verdict, Verdict::Altered);
    EXPECT_NE(rulesOf(found).find("entry.signature"), std::string::npos) << rulesOf(found);
}

TEST(Audit, FindsInkThatIsNotTheSigners) {
    Evidence evidence;
    playSession(evidence);
    evidence.change([](auto& entries) { entries[indexOfSign(entries, 0)].raw.ink.back() ^= 1; });
    EXPECT_NE(rulesOf(report(evidence)).find("entry.ink"), std::string::npos);
}

TEST(Audit, CallsABookWithARemovedRowIncompleteAndNamesTheGap) {
    Evidence evidence;
    playSession(evidence);
    entry::Seq missing = 0;
    evidence.change([&](auto& entries) {
        const auto at = indexOfSign(entries, 1);
        missing = entries[at].payload.header.seq;
        entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(at));
    });
    const auto found = report(evidence);
    EXPECT_EQ(found.verdict, Verdict::Incomplete) << rulesOf(found);
    EXPECT_EQ(found.findings.front().rule, "chain.gap");
    EXPECT_EQ(found.findings.front().expected, std::to_string(missing));
}

TEST(Audit, FindsTwoEntriesUnderOneNumber) {
    Evidence evidence;
    playSession(evidence);
    evidence.officer().rewindTo(2);
    evidence.sign(evidence.officer(), evidence.person(7));
    const auto found = report(evidence);
    EXPECT_EQ(found.verdict, Verdict::Altered);
    EXPECT_NE(rulesOf(found).find("chain.fork"), std::string::npos) << rulesOf(found);
}

TEST(Audit, FindsAFeedThatNobodyCertified) {
    Evidence evidence;
    auto& stranger = evidence.world.stranger();
    stranger.openSession();
    evidence.sign(stranger, evidence.person(1));
    const auto found = report(evidence);
    EXPECT_EQ(rulesOf(found), "feed.uncertified");
    EXPECT_EQ(found.drives.at(0).signedPersons, 0U);
}

TEST(Audit, FindsEntriesAfterARevocation) {
    Evidence evidence;
    playSession(evidence);
    evidence.world.revokeOfficer(evidence.officer(), 2);
    const auto found = report(evidence);
    EXPECT_NE(rulesOf(found).find("entry.after-revocation"), std::string::npos) << rulesOf(found);
    EXPECT_EQ(found.drives.at(0).signedPersons, 1U);
}

TEST(Audit, FindsASignatureUnderATextThatWasNeverLocked) {
    Evidence evidence;
    evidence.officer().openSession();
    auto body = evidence.signBody(evidence.officer(), evidence.person(0));
    body.text = {{9}};
    auto ink = evidence.ink();
    body.ink = crypto::sha256(ink);
    evidence.officer().append(body, ink);
    evidence.officer().closeSession();
    EXPECT_EQ(rulesOf(report(evidence)), "text.not-locked");
}

TEST(Audit, FindsASignerWhoIsOnNoRoster) {
    Evidence evidence;
    evidence.officer().openSession();
    evidence.sign(evidence.officer(), test::World::person(99));
    evidence.officer().closeSession();
    EXPECT_EQ(rulesOf(report(evidence)), "person.unknown");
}

TEST(Audit, FindsInkThatIsOnlyADot) {
    Evidence evidence;
    evidence.officer().openSession();
    auto body = evidence.signBody(evidence.officer(), evidence.person(0));
    auto dot = test::orThrow(domain::encodeInk({{{100, 100}}}));
    body.ink = crypto::sha256(dot);
    evidence.officer().append(body, dot);
    evidence.officer().closeSession();
    const auto found = report(evidence);
    EXPECT_EQ(rulesOf(found), "ink.too-little");
    EXPECT_EQ(found.verdict, Verdict::Intact);
    EXPECT_FALSE(found.clean());
}

TEST(Audit, AsksForTheScanOfAWetSignature) {
    Evidence evidence;
    evidence.officer().openSession();
    auto body = evidence.signBody(evidence.officer(), evidence.person(0));
    body.form = entry::SignForm::Wet;
    body.ink = crypto::sha256("a scan that is not here");
    evidence.officer().append(body);
    evidence.officer().closeSession();
    EXPECT_EQ(rulesOf(report(evidence)), "blob.missing");
}

TEST(Audit, FindsAMissingTextBlob) {
    Evidence evidence;
    playSession(evidence);
    evidence.leaveOutBlob(evidence.text());
    const auto found = report(evidence);
    EXPECT_EQ(rulesOf(found), "blob.missing");
    EXPECT_EQ(found.verdict, Verdict::Incomplete);
}

TEST(Audit, FindsClosingCountsThatDoNotAddUp) {
    Evidence evidence;
    evidence.officer().openSession();
    evidence.sign(evidence.officer(), evidence.person(0));
    auto closing = evidence.officer().closing();
    closing.counts.signedCount = 2;
    evidence.officer().append(closing);
    const auto found = report(evidence);
    EXPECT_EQ(rulesOf(found), "session.counts");
    EXPECT_EQ(found.verdict, Verdict::Altered);
}

TEST(Audit, FindsASecondClosingOfOneOpening) {
    Evidence evidence;
    playSession(evidence);
    auto again = std::get<entry::CloseSession>(evidence.world.all().back().payload.body);
    again.counts.signedCount = 1;
    evidence.officer().append(again);
    const auto found = report(evidence);
    EXPECT_EQ(rulesOf(found), "session.false-closing");
    EXPECT_EQ(found.verdict, Verdict::Altered);
}

TEST(Audit, FindsAClosingOfAnOpeningThatIsNotThere) {
    Evidence evidence;
    evidence.officer().openSession();
    evidence.sign(evidence.officer(), evidence.person(0));
    auto closing = evidence.officer().closing();
    closing.opening = evidence.world.drive();
    evidence.officer().append(closing);
    const auto found = report(evidence);
    EXPECT_EQ(rulesOf(found), "session.false-closing session.not-closed");
    EXPECT_EQ(found.verdict, Verdict::Altered);
}

TEST(Audit, MentionsWhatWasWrittenAfterTheClosing) {
    Evidence evidence;
    playSession(evidence);
    evidence.sign(evidence.officer(), evidence.person(7));
    const auto found = report(evidence);
    EXPECT_EQ(rulesOf(found), "session.after-closing");
    EXPECT_EQ(found.verdict, Verdict::Intact);
}

TEST(Audit, FindsWorkOfAKeyThatIsCertifiedForSomethingElse) {
    for (const auto role : {entry::Role::Server, entry::Role::Log, entry::Role::Cosigner}) {
        Evidence evidence;
        playSession(evidence);
        entry::Certify body;
        body.role = role;
        body.key = evidence.officer().key().publicKey();
        body.name = "Dua peran";
        body.units = {"*"};
        evidence.world.root().append(body);
        const auto found = report(evidence);
        EXPECT_EQ(found.verdict, Verdict::Altered) << entry::roleName(role);
        EXPECT_NE(rulesOf(found).find("entry.out-of-scope"), std::string::npos) << rulesOf(found);
        EXPECT_EQ(found.drives.at(0).signedPersons, 0U);
    }
}

TEST(Audit, MentionsAnEmptyRecordThatNobodyVouchesForAndCallsItNoFork) {
    Evidence evidence;
    playSession(evidence);
    const auto entries = evidence.world.all();
    const auto& second = entries[indexOfSign(entries, 1)];
    EntryId made;
    made.bytes.fill(0xaa);
    evidence.addWithheld(
        {second.raw.key, Signature{}, made, second.payload.header.seq, second.payload.header.prev});
    const auto found = report(evidence);
    EXPECT_EQ(rulesOf(found), "entry.unvouched");
    EXPECT_EQ(found.verdict, Verdict::Intact);
    EXPECT_EQ(found.drives.at(0).signedPersons, 3U);
}

TEST(Audit, MentionsASessionThatWasNeverClosed) {
    Evidence evidence;
    evidence.officer().openSession();
    evidence.sign(evidence.officer(), evidence.person(0));
    const auto found = report(evidence);
    EXPECT_EQ(rulesOf(found), "session.not-closed");
    EXPECT_EQ(found.verdict, Verdict::Intact);
}

TEST(Audit, MentionsCountsThatCannotBeCompared) {
    Evidence evidence;
    playSession(evidence);
    const auto entries = evidence.world.all();
    evidence.withhold(entries[indexOfSign(entries, 1)].id);
    const auto found = report(evidence);
    EXPECT_EQ(rulesOf(found), "entry.withheld session.not-comparable");
    EXPECT_EQ(found.verdict, Verdict::Incomplete);
    const auto one = std::ranges::find(found.findings, "session.not-comparable", &audit::Finding::rule);
    ASSERT_NE(one, found.findings.end());
    EXPECT_EQ(one->severity, audit::Severity::Attention);
    EXPECT_NE(one->expected.find("signed 2"), std::string::npos) << one->expected;
}

TEST(Audit, MentionsAClockThatRanBackwards) {
    Evidence evidence;
    evidence.officer().openSession();
    evidence.world.clock.setWall(evidence.world.clock.now() - std::chrono::hours(1));
    evidence.sign(evidence.officer(), evidence.person(0));
    evidence.officer().closeSession();
    EXPECT_NE(rulesOf(report(evidence)).find("clock.backwards"), std::string::npos);
}

TEST(Audit, MentionsAPersonWhoSignedTwice) {
    Evidence evidence;
    playSession(evidence);
    evidence.officer().openSession();
    evidence.sign(evidence.officer(), evidence.person(0));
    evidence.officer().closeSession();
    const auto found = report(evidence);
    EXPECT_EQ(rulesOf(found), "conflict.duplicate");
    EXPECT_EQ(found.drives.at(0).signedPersons, 3U);
}

TEST(Audit, TakesAFingerprintAsPeopleTypeIt) {
    Evidence evidence;
    const auto hex = evidence.world.root().id().hex();
    std::string typed;
    for (std::size_t i = 0; i < 32; ++i)
        typed += (i % 4 == 0 && i > 0 ? " " : "") + std::string(1, static_cast<char>(std::toupper(hex[i])));
    EXPECT_TRUE(evidence.audit(typed)) << typed;
}

TEST(Audit, RefusesAShortFingerprintOneThatIsNoHexAndOneOfAnotherRoot) {
    const auto reason = [](const std::string& fingerprint) {
        Evidence evidence;
        return evidence.audit(fingerprint).error().reason;
    };
    Evidence evidence;
    EXPECT_EQ(reason(evidence.world.root().id().hex().substr(0, 31)), "audit.fingerprint");
    EXPECT_EQ(reason(std::string(32, 'g')), "audit.fingerprint");
    EXPECT_EQ(reason(std::string(64, '0')), "audit.root-absent");
}

TEST(Audit, StopsWhenTheCallerAsks) {
    Evidence evidence;
    evidence.officer().openSession();
    for (std::size_t n = 0; n < 100; ++n)
        evidence.sign(evidence.officer(), evidence.person(n % 20));
    const auto stopped =
        evidence.audit(evidence.world.root().id().hex(), [](const audit::Progress&) { return false; });
    EXPECT_EQ(stopped.error().reason, "audit.cancelled");
}

} // namespace
} // namespace teken
