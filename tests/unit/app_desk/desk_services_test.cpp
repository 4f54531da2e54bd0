#include "app/teken/desk_services/rows.h"
#include "tests/unit/app_desk/desk_services_fixture.h"

namespace teken::app::test {
namespace {

using teken::test::orThrow;

TEST_F(DeskServicesTest, RefuseAWrongPassphraseInWords) {
    enrol();
    const auto refused = unlock("salah");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "store.wrong-passphrase");
    const auto notice = noticeFor(refused.error());
    EXPECT_FALSE(notice.safe.isEmpty() || notice.why.isEmpty() || notice.next.isEmpty());
    EXPECT_TRUE(unlock()) << "a wrong passphrase must not lock the right one out";
}

TEST_F(OfficersDay, SignsThreeAndGoesOnWhereItStopped) {
    const auto session = open();
    const auto people = search(session, {});
    ASSERT_EQ(people.size(), 12);
    for (int i = 0; i < 3; ++i) {
        const auto slip = sign(session, people[i].person);
        ASSERT_TRUE(slip) << describe(slip.error());
        EXPECT_EQ(slip->numberInSession, i + 1);
        EXPECT_FALSE(slip->code.isEmpty());
    }
    EXPECT_EQ(counts(session), (SessionCounts{9, 3, 0, 12}));
    EXPECT_EQ(queue(EntryState::Waiting).size(), 4); // the opening too
    EXPECT_EQ(on().send.status().saved, 4);

    start();
    const auto welcome = orThrow(unlock());
    EXPECT_EQ(welcome.activeSession, session);
    EXPECT_EQ(welcome.safeCount, 3);
    EXPECT_FALSE(welcome.afterCrash) << "the program ended in order";
    EXPECT_EQ(counts(session), (SessionCounts{9, 3, 0, 12}));
    const auto running =
        orThrow(wait<RunningSession>([&](auto finish) { on().sessions.describe(session, finish); }));
    EXPECT_EQ(running.row.state, SessionState::Open);
    EXPECT_EQ(running.head, QStringLiteral("Bu Camat"));
}

TEST_F(OfficersDay, RefusesASecondSignatureAndTooLittleInk) {
    const auto session = open();
    const auto person = search(session, {})[0].person;
    const auto dot = sign(session, person, {{{10, 10}}});
    ASSERT_FALSE(dot);
    EXPECT_TRUE(noticeFor(dot.error()).present());
    ASSERT_TRUE(sign(session, person));
    const auto again = sign(session, person);
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().reason, "signing.already-signed-here");
    EXPECT_EQ(counts(session).signedHere, 1);
}

TEST_F(OfficersDay, LetsSomebodyWhoSignedElsewhereSignAgainOnlyKnowingly) {
    const auto first = open();
    const auto person = search(first, {})[0].person;
    ASSERT_TRUE(sign(first, person));
    const auto second = open();
    const auto row = orThrow(wait<PersonRow>([&](auto finish) { on().roster.find(second, person, finish); }));
    EXPECT_EQ(row.state, PersonState::SignedElsewhere);
    EXPECT_FALSE(row.signedAtPlace.isEmpty());
    const auto warned = sign(second, person);
    ASSERT_FALSE(warned);
    EXPECT_EQ(warned.error().reason, "signing.already-signed");
    const auto sheet = wait<SigningSheet>(
        [&](auto finish) { on().signing.begin(second, person, {.despiteElsewhere = true}, finish); });
    ASSERT_TRUE(sheet) << describe(sheet.error());
    const auto slip =
        wait<SignedSlip>([&](auto finish) { on().signing.sign(second, person, someInk(), finish); });
    ASSERT_TRUE(slip) << describe(slip.error());
    EXPECT_EQ(counts(second).signedHere, 1) << "one person, however often";
    const auto summary =
        orThrow(wait<ClosingSummary>([&](auto finish) { on().sessions.summarize(second, finish); }));
    EXPECT_EQ(summary.duplicates, 1) << "an admin decides which one counts";
}

TEST_F(OfficersDay, FindsPeopleByPartsOfTheirNames) {
    const auto session = open();
    const auto rows = search(session, QStringLiteral("orang ke c"));
    ASSERT_FALSE(rows.isEmpty());
    EXPECT_EQ(rows[0].name, QStringLiteral("Orang Ke C"));
    EXPECT_EQ(rows[0].numberLabel, QStringLiteral("NIP"));
    EXPECT_EQ(rows[0].unit, QStringLiteral("Kecamatan Pamekasan"));
    EXPECT_TRUE(search(session, QStringLiteral("tidak ada orangnya")).isEmpty());
}

TEST_F(OfficersDay, TakesBackAWrongNoteAndShowsTheRightOne) {
    const auto session = open();
    const auto person = search(session, {})[0].person;
    const auto state = [&] {
        return orThrow(wait<PersonRow>([&](auto finish) { on().roster.find(session, person, finish); }))
            .state;
    };
    const auto takeBack = [&](const VoidRequest& request) {
        return wait<void>([&](auto finish) { on().signing.voidNote(session, person, request, finish); });
    };
    const VoidRequest request{VoidKind::WrongPerson, {}, QStringLiteral("Saksi Satu")};
    ASSERT_TRUE(wait<void>([&](auto finish) { on().signing.refuse(session, person, finish); }));
    ASSERT_TRUE(
        wait<void>([&](auto finish) { on().signing.excuse(session, person, ExcuseKind::Duty, finish); }));
    ASSERT_EQ(state(), PersonState::Refused);
    ASSERT_TRUE(takeBack(request));
    EXPECT_EQ(state(), PersonState::Excused);
    ASSERT_TRUE(takeBack(request));
    EXPECT_EQ(state(), PersonState::NotYet);
    const auto nothing = takeBack(request);
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().reason, "signing.no-own-note");
    EXPECT_FALSE(noticeFor(nothing.error()).next.isEmpty());
}

TEST(VoidReasons, AreTheFormatsOwn) {
    EXPECT_EQ(voidReason(VoidKind::WrongPerson), entry::VoidReason::WrongPerson);
    EXPECT_EQ(voidReason(VoidKind::Trial), entry::VoidReason::Trial);
    EXPECT_EQ(voidReason(VoidKind::Illegible), entry::VoidReason::Illegible);
    EXPECT_EQ(voidReason(VoidKind::Double), entry::VoidReason::Double);
    EXPECT_EQ(voidReason(VoidKind::Other), entry::VoidReason::Other);
}

TEST_F(OfficersDay, CountsEachOutcomeOnce) {
    const auto session = open();
    const auto people = search(session, {});
    orThrow(wait<void>([&](auto finish) {
                on().signing.excuse(session, people[0].person, ExcuseKind::Duty, finish);
            }).map([] { return 0; }));
    orThrow(wait<void>([&](auto finish) { on().signing.refuse(session, people[1].person, finish); }).map([] {
        return 0;
    }));
    orThrow(wait<void>([&](auto finish) {
                on().signing.markAbsent(session, people[2].person, finish);
            }).map([] { return 0; }));
    ASSERT_TRUE(sign(session, people[3].person));
    EXPECT_EQ(counts(session), (SessionCounts{8, 1, 3, 12}));
    const auto voided = wait<void>([&](auto finish) {
        on().signing.voidSignature(
            session, people[3].person,
            {VoidKind::WrongPerson, QStringLiteral("salah orang di meja"), QStringLiteral("Saksi Satu")},
            finish);
    });
    ASSERT_TRUE(voided) << describe(voided.error());
    EXPECT_EQ(counts(session), (SessionCounts{9, 0, 3, 12}));
    const auto added = wait<PersonId>([&](auto finish) {
        on().signing.addPerson(session,
                               {QStringLiteral("Orang Baru"),
                                {},
                                QStringLiteral("Staf"),
                                QStringLiteral("kecamatan pamekasan"),
                                SignerKind::Pns},
                               finish);
    });
    ASSERT_TRUE(added) << describe(added.error());
    EXPECT_TRUE(sign(session, *added));
    const auto lost = wait<PersonId>([&](auto finish) {
        on().signing.addPerson(
            session, {QStringLiteral("Orang Lain"), {}, {}, QStringLiteral("Dinas Bulan"), SignerKind::Pns},
            finish);
    });
    ASSERT_FALSE(lost);
    EXPECT_EQ(lost.error().reason, "desk.unit-unknown");
}

TEST_F(OfficersDay, KeepsStrokesOverARestartAndRefusesToCloseOverThem) {
    const auto session = open();
    const auto person = search(session, {})[0];
    ASSERT_TRUE(wait<void>(
        [&](auto finish) { on().signing.keepStrokes(session, person.person, someInk(), finish); }));
    start();
    EXPECT_EQ(orThrow(unlock()).unfinishedName, person.name);
    const auto sheet = orThrow(
        wait<SigningSheet>([&](auto finish) { on().signing.begin(session, person.person, {}, finish); }));
    EXPECT_FALSE(sheet.recovered.isEmpty());
    const auto summary =
        orThrow(wait<ClosingSummary>([&](auto finish) { on().sessions.summarize(session, finish); }));
    EXPECT_EQ(summary.unfinishedInk, 1);
    const auto refused = wait<void>([&](auto finish) {
        on().sessions.close(session, {someInk(), someInk(), someInk()}, false, finish);
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "session.ink-unfinished");
}

TEST_F(OfficersDay, ClosesWithThreeSignaturesAndNotWithTwo) {
    const auto session = open();
    ASSERT_TRUE(sign(session, search(session, {})[0].person));
    const auto two = wait<void>([&](auto finish) {
        on().sessions.close(session, {someInk(), someInk(), {}}, false, finish);
    });
    ASSERT_FALSE(two);
    EXPECT_EQ(two.error().reason, "ink.empty");
    const auto closed = wait<void>([&](auto finish) {
        on().sessions.close(session, {someInk(), someInk(), someInk()}, false, finish);
    });
    ASSERT_TRUE(closed) << describe(closed.error());
    const auto rows =
        orThrow(wait<QList<SessionRow>>([&](auto finish) { on().sessions.listSessions(finish); }));
    ASSERT_EQ(rows.size(), 1);
    EXPECT_EQ(rows[0].state, SessionState::MinutesSigned);
    EXPECT_EQ(rows[0].signedCount, 1);
}

/// What a power cut between the closing and the ink of the minutes leaves behind: `signedBy` came before it.
void interruptClosing(Outside outside, const FeedId& officer, const crypto::SecretBytes& passphrase,
                      const SessionId& session, const std::vector<entry::Present>& signedBy) {
    LaptopDesk laptop(std::move(outside));
    orThrow(laptop.unlock(officer, passphrase));
    auto& desk = *orThrow(laptop.desk());
    orThrow(desk.closeSession(session));
    for (const auto role : signedBy)
        orThrow(desk.signMinutes(session, role, "Bu Camat", domainInk(someInk())));
}

TEST_F(OfficersDay, SignsTheMinutesOfAClosingThatWasInterrupted) {
    const auto session = open();
    ASSERT_TRUE(sign(session, search(session, {})[0].person));
    const auto officer = device().officers.value(0).officer;
    m_desk.reset();
    interruptClosing(outside(), officer, secret(), session, {entry::Present::Head});
    start();
    orThrow(unlock());
    const auto row = [&] {
        return orThrow(wait<QList<SessionRow>>([&](auto finish) { on().sessions.listSessions(finish); }))[0];
    };
    EXPECT_EQ(row().state, SessionState::Closed);
    EXPECT_TRUE(row().minutesMissing);
    const auto summary = [&] {
        return orThrow(wait<ClosingSummary>([&](auto finish) { on().sessions.summarize(session, finish); }));
    };
    EXPECT_TRUE(summary().closedBefore);
    EXPECT_EQ(summary().signers, (QStringList{"Bu Camat", "Saksi Satu", "Saksi Dua"}));
    EXPECT_EQ(summary().inkStands, (QList<bool>{true, false, false}));

    // The head has signed and is not asked again; the witnesses must.
    const auto one = wait<void>([&](auto finish) {
        on().sessions.close(session, {{}, someInk(), {}}, false, finish);
    });
    ASSERT_FALSE(one);
    EXPECT_EQ(one.error().reason, "ink.empty");
    EXPECT_TRUE(row().minutesMissing);
    const auto both = wait<void>([&](auto finish) {
        on().sessions.close(session, {{}, someInk(), someInk()}, false, finish);
    });
    ASSERT_TRUE(both) << describe(both.error());
    EXPECT_FALSE(row().minutesMissing);
    EXPECT_EQ(row().state, SessionState::MinutesSigned);
    EXPECT_EQ(summary().inkStands, (QList<bool>{true, true, true}));
    const auto running =
        orThrow(wait<RunningSession>([&](auto finish) { on().sessions.describe(session, finish); }));
    EXPECT_FALSE(running.row.minutesMissing);
}

TEST_F(OfficersDay, ASessionIsClosedThoughAWitnessHasLeftAndTheMinutesFollow) {
    const auto session = open();
    ASSERT_TRUE(sign(session, search(session, {})[0].person));
    const auto row = [&] {
        return orThrow(wait<QList<SessionRow>>([&](auto finish) { on().sessions.listSessions(finish); }))[0];
    };
    const auto close = [&](const ClosingInk& ink, bool minutesMayFollow) {
        return wait<void>([&](auto finish) { on().sessions.close(session, ink, minutesMayFollow, finish); });
    };
    ASSERT_FALSE(close({someInk(), someInk(), {}}, false));
    EXPECT_EQ(row().state, SessionState::Open) << "nothing is closed by what was refused";
    const auto dot = close({someInk(), {{{10, 10}}}, {}}, true);
    ASSERT_FALSE(dot);
    EXPECT_EQ(row().state, SessionState::Open);
    const auto closed = close({someInk(), someInk(), {}}, true);
    ASSERT_TRUE(closed) << describe(closed.error());
    EXPECT_EQ(row().state, SessionState::Closed);
    EXPECT_TRUE(row().minutesMissing);
    ASSERT_TRUE(close({{}, {}, someInk()}, false));
    EXPECT_FALSE(row().minutesMissing);
    EXPECT_EQ(row().state, SessionState::MinutesSigned);
}

TEST_F(OfficersDay, StrokesThatNobodySavedAreNamedAndCanBeThrownAway) {
    const auto session = open();
    const auto people = search(session, {});
    ASSERT_TRUE(wait<void>(
        [&](auto finish) { on().signing.keepStrokes(session, people[0].person, someInk(), finish); }));
    const auto summary = [&] {
        return orThrow(wait<ClosingSummary>([&](auto finish) { on().sessions.summarize(session, finish); }));
    };
    EXPECT_EQ(summary().unfinishedInk, 1);
    EXPECT_EQ(summary().unfinishedPeople, QStringList(people[0].name));
    const ClosingInk ink{someInk(), someInk(), someInk()};
    const auto refused = wait<void>([&](auto finish) { on().sessions.close(session, ink, true, finish); });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "session.ink-unfinished");
    ASSERT_TRUE(wait<void>([&](auto finish) { on().sessions.dropUnfinishedInk(session, finish); }));
    EXPECT_EQ(summary().unfinishedInk, 0);
    EXPECT_EQ(counts(session).signedHere, 0) << "what was thrown away is no signature";
    EXPECT_TRUE(wait<void>([&](auto finish) { on().sessions.close(session, ink, false, finish); }));
}

TEST_F(OfficersDay, TheMinutesAreSignedByAsManyWitnessesAsTheOpeningNames) {
    const auto session = open("");
    const auto summary =
        orThrow(wait<ClosingSummary>([&](auto finish) { on().sessions.summarize(session, finish); }));
    EXPECT_EQ(summary.signers, (QStringList{"Bu Camat", "Saksi Satu"}));
    const auto closed = wait<void>([&](auto finish) {
        on().sessions.close(session, {someInk(), someInk()}, false, finish);
    });
    ASSERT_TRUE(closed) << describe(closed.error());
    const auto rows =
        orThrow(wait<QList<SessionRow>>([&](auto finish) { on().sessions.listSessions(finish); }));
    EXPECT_EQ(rows[0].state, SessionState::MinutesSigned);
    EXPECT_FALSE(rows[0].minutesMissing);
}

TEST_F(OfficersDay, TakesWhatWaitsToAStick) {
    const auto session = open();
    ASSERT_TRUE(sign(session, search(session, {})[0].person));
    const auto saved = wait<SavedBundle>([&](auto finish) { on().send.saveToFolder(folder(), finish); });
    ASSERT_TRUE(saved) << describe(saved.error());
    EXPECT_EQ(saved->entries, 2);
    EXPECT_TRUE(m_world.files.exists(saved->path.toStdString()));
    const auto nowhere =
        wait<SavedBundle>([&](auto finish) { on().send.saveToFolder(folder() + "/tidak/ada", finish); });
    ASSERT_FALSE(nowhere);
    EXPECT_TRUE(noticeFor(nowhere.error()).present());
}

TEST_F(OfficersDay, TellsTheDrivesZoneAlsoWhileLocked) {
    EXPECT_EQ(device().zone, QStringLiteral("WIB"));
    start();
    EXPECT_EQ(device().zone, QStringLiteral("WIB")) << "the first page shows hours as well";
    EXPECT_EQ(orThrow(unlock()).zone, QStringLiteral("WIB"));
}

TEST_F(OfficersDay, SaysSoWhenNoCentreIsKnown) {
    const auto sent = wait<void>([&](auto finish) { on().send.sendNow(finish); });
    ASSERT_FALSE(sent);
    EXPECT_EQ(sent.error().reason, "sync.no-server");
    EXPECT_FALSE(noticeFor(sent.error()).next.isEmpty());
}

TEST_F(OfficersDay, ForgetsEverythingWhenLocked) {
    const auto session = open();
    ASSERT_TRUE(wait<void>([&](auto finish) { on().unlock.lock(finish); }));
    const auto rows = wait<QList<PersonRow>>(
        [&](auto finish) { on().roster.search(session, QStringLiteral("orang"), 5, finish); });
    ASSERT_FALSE(rows);
    EXPECT_EQ(rows.error().reason, "store.locked");
    EXPECT_EQ(on().send.status().saved, 1) << "the counter is not personal and stays";
    EXPECT_EQ(orThrow(unlock()).activeSession, session);
}

} // namespace
} // namespace teken::app::test
