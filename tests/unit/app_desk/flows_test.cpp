// The rarer flows over a real book: what the screens ask for is what the entries say.
#include "app/teken/notice.h"
#include "core/desk/session_code.h"
#include "tests/unit/app_desk/desk_services_fixture.h"

#include <fstream>

namespace teken::app::test {
namespace {

using teken::test::orThrow;

class RareFlows : public OfficersDay {
protected:
    void SetUp() override {
        OfficersDay::SetUp();
        session = open();
        people = search(session, {});
    }
    [[nodiscard]] QString file(const char* name, const std::string& content) {
        const auto path = m_world.folder / name;
        std::ofstream(path, std::ios::binary) << content;
        return QString::fromStdString(path.string());
    }
    [[nodiscard]] Result<SignedSlip> onPaper(int person, const QString& scan) {
        return wait<SignedSlip>(
            [&](auto finish) { on().flows.signOnPaper(session, people[person].person, scan, finish); });
    }
    [[nodiscard]] Result<SigningSheet> sheet(const SigningWishes& wishes) {
        return wait<SigningSheet>(
            [&](auto finish) { on().signing.begin(session, people[0].person, wishes, finish); });
    }
    [[nodiscard]] ClosingSummary summary() {
        return orThrow(wait<ClosingSummary>([&](auto finish) { on().sessions.summarize(session, finish); }));
    }
    [[nodiscard]] RunningSession running() {
        return orThrow(wait<RunningSession>([&](auto finish) { on().sessions.describe(session, finish); }));
    }

    SessionId session;
    QList<PersonRow> people;
};

TEST_F(RareFlows, CountASignatureOnPaperByItsScan) {
    ASSERT_TRUE(onPaper(0, file("lembar.pdf", "%PDF-1.4 lembar %%EOF")));
    EXPECT_EQ(counts(session).signedHere, 1);
    const auto again = onPaper(0, file("lembar.pdf", "%PDF-1.4 lembar %%EOF"));
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().reason, "signing.already-signed-here");
}

TEST_F(RareFlows, RefuseAPaperInWordsAndCountNobody) {
    const auto reason = [&](const QString& scan) {
        const auto refused = onPaper(0, scan);
        if (refused)
            return std::string("counted");
        const auto notice = noticeFor(refused.error());
        EXPECT_FALSE(notice.safe.isEmpty() || notice.why.isEmpty() || notice.next.isEmpty());
        return refused.error().reason;
    };
    EXPECT_EQ(reason(file("surat.docx", "PK surat")), "scan.kind");
    EXPECT_EQ(reason(file("kosong.pdf", "")), "scan.empty");
    EXPECT_EQ(reason(file("putus.pdf", "%PDF-1.4 separuh")), "scan.broken-off");
    EXPECT_EQ(reason(file("film.jpg", std::string(17 * 1024 * 1024, 'x'))), "scan.too-large");
    EXPECT_EQ(reason(folder() + "tercabut/lembar.pdf"), "files.missing");
    EXPECT_EQ(counts(session).signedHere, 0);
}

TEST_F(RareFlows, HelpIsRefusedBeforeTheSheetWithoutASecondWitness) {
    const auto refused = sheet({.form = SignForm::Thumb});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "signing.second-needed");
    ASSERT_TRUE(sheet({.form = SignForm::Assisted, .secondWitness = QStringLiteral("Bu Lurah")}));
    const InkStrokes cross{{{700, 700}, {900, 900}}, {{900, 700}, {700, 900}}};
    EXPECT_TRUE(
        wait<SignedSlip>([&](auto finish) { on().signing.sign(session, people[0].person, cross, finish); }));
}

TEST_F(RareFlows, ASymbolicSignatureIsOnePerson) {
    ASSERT_TRUE(sheet({.symbolic = true}));
    ASSERT_TRUE(wait<SignedSlip>(
        [&](auto finish) { on().signing.sign(session, people[0].person, someInk(), finish); }));
    EXPECT_EQ(counts(session).signedHere, 1);
}

TEST_F(RareFlows, TheHallSeesThreeDigitsOfThoseWhoAreCalled) {
    const auto rows = orThrow(wait<QList<CallRow>>(
        [&](auto finish) { on().flows.upcoming(session, people[0].person, 3, finish); }));
    ASSERT_EQ(rows.size(), 3);
    EXPECT_EQ(rows[0].name, people[1].name);
    EXPECT_EQ(rows[0].numberTail.size(), 3);
    EXPECT_TRUE(people[1].number.endsWith(rows[0].numberTail));
}

TEST_F(RareFlows, EverybodyWhoIsMissingIsNotedAtOnceAndMayStillSign) {
    ASSERT_TRUE(sign(session, people[0].person));
    EXPECT_EQ(orThrow(wait<int>([&](auto finish) { on().flows.markMissing(session, finish); })), 11);
    EXPECT_EQ(summary().absent, 11);
    EXPECT_EQ(summary().notYet, 0);
    EXPECT_EQ(orThrow(wait<int>([&](auto finish) { on().flows.markMissing(session, finish); })), 0);
    EXPECT_TRUE(sign(session, people[1].person)) << "whoever comes late signs";
    EXPECT_EQ(summary().absent, 10);
}

TEST_F(RareFlows, SpecialEventsReachTheChecklist) {
    EXPECT_EQ(summary().events, 0);
    ASSERT_TRUE(wait<void>([&](auto finish) { on().flows.noteEvent(session, "Listrik padam.", finish); }));
    EXPECT_EQ(summary().events, 1);
    const auto events =
        orThrow(wait<QList<EventRow>>([&](auto finish) { on().flows.listEvents(session, finish); }));
    ASSERT_EQ(events.size(), 1);
    EXPECT_TRUE(events[0].at.isValid());
}

TEST_F(RareFlows, ACorrectionIsNotedAndChangesNothing) {
    ASSERT_TRUE(wait<void>([&](auto finish) {
        on().flows.proposeCorrection(session, people[0].person, CorrectionField::Name, "Lain Nama", finish);
    }));
    EXPECT_EQ(search(session, {})[0].name, people[0].name);
    EXPECT_EQ(queue(EntryState::Waiting).constFirst().what, QStringLiteral("propose-correction"));
}

TEST_F(RareFlows, TheCardForSignersSaysWhoAsksAndWhatFor) {
    const auto card = orThrow(wait<DriveCard>([&](auto finish) { on().flows.describeDrive(finish); }));
    EXPECT_FALSE(card.title.isEmpty());
    EXPECT_FALSE(card.organisation.isEmpty());
    EXPECT_GE(card.retentionDays, 0);
}

TEST_F(RareFlows, TheTextReadAloudIsTheSessions) {
    const auto spoken =
        orThrow(wait<QList<SpokenText>>([&](auto finish) { on().flows.spokenTexts(session, finish); }));
    ASSERT_EQ(spoken.size(), 1);
    EXPECT_FALSE(spoken[0].text.points.isEmpty());
    EXPECT_FALSE(spoken[0].readAt.isValid());
}

TEST_F(RareFlows, WhatWasReadAloudIsNotedWithItsHourAndNothingElseIs) {
    const auto unread = [&] {
        return orThrow(wait<RunningSession>([&](auto finish) { on().sessions.describe(session, finish); }))
            .textsUnread;
    };
    const auto spoken = [&] {
        return orThrow(
            wait<QList<SpokenText>>([&](auto finish) { on().flows.spokenTexts(session, finish); }));
    };
    EXPECT_EQ(unread(), 1);
    const auto foreign = wait<void>(
        [&](auto finish) { on().flows.noteJointReading(session, QString(64, QLatin1Char('a')), finish); });
    ASSERT_FALSE(foreign);
    EXPECT_EQ(foreign.error().reason, "session.no-text");
    EXPECT_EQ(unread(), 1);
    ASSERT_TRUE(wait<void>(
        [&](auto finish) { on().flows.noteJointReading(session, spoken()[0].text.fingerprint, finish); }));
    EXPECT_EQ(unread(), 0);
    EXPECT_TRUE(spoken()[0].readAt.isValid());
}

TEST_F(RareFlows, AWrongCodeOpensNoSessionAndARightOneJoins) {
    const auto texts =
        orThrow(wait<QList<PledgeText>>([&](auto finish) { on().sessions.listTexts(std::nullopt, finish); }));
    const auto units = orThrow(wait<QList<UnitRow>>([&](auto finish) { on().sessions.listUnits(finish); }));
    SessionPlan plan{{},          units[0].code,          "Balai", "Bu Camat", "Saksi Satu",
                     "Saksi Dua", {texts[0].fingerprint}, {},      {}};
    const auto opened = [&] {
        return wait<SessionId>([&](auto finish) { on().sessions.open(plan, finish); });
    };
    plan.joinCode = QStringLiteral("7Q4M-K2PX");
    ASSERT_FALSE(opened());
    SessionId elsewhere;
    elsewhere.bytes[3] = 0x42;
    plan.joinCode = QString::fromStdString(desk::sessionCode(elsewhere)).toLower();
    EXPECT_EQ(orThrow(opened()), elsewhere);
    EXPECT_EQ(running().code.size(), 34);
}

TEST_F(RareFlows, ATextThatIsNotHereOpensNoSession) {
    const auto texts =
        orThrow(wait<QList<PledgeText>>([&](auto finish) { on().sessions.listTexts(std::nullopt, finish); }));
    const auto units = orThrow(wait<QList<UnitRow>>([&](auto finish) { on().sessions.listUnits(finish); }));
    for (const auto& wanted : {QStringList(), QStringList(QString(64, QLatin1Char('0'))),
                               QStringList{texts[0].fingerprint, QString(64, QLatin1Char('0'))}}) {
        const SessionPlan plan{{},          units[0].code, "Balai", "Bu Camat", "Saksi Satu",
                               "Saksi Dua", wanted,        {},      {}};
        const auto refused = wait<SessionId>([&](auto finish) { on().sessions.open(plan, finish); });
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().reason, "session.no-text");
    }
}

TEST_F(RareFlows, ASessionForThoseWhoWereMissedNamesTheOneBefore) {
    const auto texts =
        orThrow(wait<QList<PledgeText>>([&](auto finish) { on().sessions.listTexts(std::nullopt, finish); }));
    const auto units = orThrow(wait<QList<UnitRow>>([&](auto finish) { on().sessions.listUnits(finish); }));
    const ClosingInk ink{someInk(), someInk(), someInk()};
    ASSERT_TRUE(wait<void>([&](auto finish) { on().sessions.close(session, ink, false, finish); }));
    const SessionPlan plan{{},          units[0].code,          "Balai", "Bu Camat", "Saksi Satu",
                           "Saksi Dua", {texts[0].fingerprint}, {},      session};
    const auto next = orThrow(wait<SessionId>([&](auto finish) { on().sessions.open(plan, finish); }));
    const auto rows =
        orThrow(wait<QList<SessionRow>>([&](auto finish) { on().sessions.listSessions(finish); }));
    EXPECT_TRUE(std::any_of(rows.begin(), rows.end(),
                            [&](const SessionRow& row) { return row.session == next && row.followUp; }));
}

TEST_F(RareFlows, AClockThatWentBackIsSaidAndStopsNobody) {
    ASSERT_TRUE(sign(session, people[0].person));
    EXPECT_EQ(running().clockSetBackSeconds, 0);
    m_world.clock.setWall(m_world.clock.now() - Milliseconds(7'200'000));
    EXPECT_GE(running().clockSetBackSeconds, 7'000);
    EXPECT_TRUE(sign(session, people[1].person));
}

TEST_F(RareFlows, AWindowClosedInTheMiddleKeepsTheStrokesForTheSamePerson) {
    ASSERT_TRUE(sheet({}));
    ASSERT_TRUE(wait<void>(
        [&](auto finish) { on().signing.keepStrokes(session, people[0].person, someInk(), finish); }));
    start(); // the window is gone
    const auto welcome = orThrow(unlock());
    EXPECT_EQ(welcome.activeSession, session);
    EXPECT_EQ(welcome.unfinishedName, people[0].name);
    EXPECT_FALSE(orThrow(sheet({})).recovered.isEmpty());
}

TEST_F(RareFlows, TenMegabytesOfStrokesAreRefusedInWordsAndThePersonSignsAnew) {
    InkStrokes scribble;
    for (int i = 0; i < 500; ++i) {
        InkStroke stroke;
        for (int k = 0; k < 5'000; ++k)
            stroke.append(
                {std::uint16_t((k * 131 + i * 17) % 4'096), std::uint16_t((k * 197 + i * 29) % 1'000)});
        scribble.append(stroke);
    }
    const auto refused = sign(session, people[0].person, scribble);
    ASSERT_FALSE(refused);
    EXPECT_TRUE(refused.error().reason.starts_with("ink.too-")) << refused.error().reason;
    const auto notice = noticeFor(refused.error());
    EXPECT_FALSE(notice.safe.isEmpty() || notice.why.isEmpty() || notice.next.isEmpty());
    const auto kept = wait<void>(
        [&](auto finish) { on().signing.keepStrokes(session, people[0].person, scribble, finish); });
    ASSERT_FALSE(kept) << "said while it is drawn, not only when it is saved";
    EXPECT_TRUE(sign(session, people[0].person));
}

} // namespace
} // namespace teken::app::test
