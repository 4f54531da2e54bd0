// What else a session meets: papers, codes for a second laptop, people passed over, bad ink, bad clocks.
#include "core/crypto/hash.h"
#include "core/desk/scan_file.h"
#include "core/desk/session_code.h"
#include "core/store/blobs.h"
#include "tests/unit/desk/desk_world.h"

#include <gtest/gtest.h>

namespace teken::test {
namespace {

Bytes pdf(const std::string& body = "satu halaman") {
    return toBytes(view("%PDF-1.4\n" + body + "\n%%EOF\n"));
}

std::string mediaOrReason(std::string_view content) {
    const auto media = desk::scanMedia(view(content));
    return media ? *media : media.error().reason;
}

TEST(ScanFile, IsKnownByWhatIsInside) {
    using namespace std::string_view_literals;
    EXPECT_EQ(mediaOrReason("%PDF-1.7\n…\n%%EOF"), "application/pdf");
    EXPECT_EQ(mediaOrReason("\xff\xd8\xff\xe0 foto \xff\xd9"sv), "image/jpeg");
    EXPECT_EQ(mediaOrReason("\x89PNG\r\n\x1a\n gambar IEND\xae\x42\x60\x82"sv), "image/png");
}

TEST(ScanFile, RefusesWhatIsNoScan) {
    EXPECT_EQ(mediaOrReason(""), "scan.empty");
    EXPECT_EQ(mediaOrReason("surat undangan rapat"), "scan.kind");
    EXPECT_EQ(mediaOrReason("PK\x03\x04 dokumen.docx"), "scan.kind");
}

TEST(ScanFile, RefusesACopyThatBrokeOff) {
    EXPECT_EQ(mediaOrReason("%PDF-1.7\nhalaman pertama"), "scan.broken-off");
    EXPECT_EQ(mediaOrReason("\xff\xd8\xff\xe0 separuh foto"), "scan.broken-off");
}

TEST(ScanFile, RefusesWhatIsTooLarge) {
    Bytes film(desk::kMostScanBytes + 1, 0x20);
    EXPECT_EQ(desk::scanMedia(film).error().reason, "scan.too-large");
}

TEST(SessionCode, ComesBackFromTypingWithoutHyphensInLowerCase) {
    SessionId session;
    for (std::size_t i = 0; i < SessionId::kSize; ++i)
        session.bytes[i] = static_cast<std::uint8_t>(i * 37 + 11);
    const auto code = desk::sessionCode(session);
    EXPECT_EQ(code.size(), 34U);
    EXPECT_EQ(orThrow(desk::sessionFromCode(code)), session);
    std::string typed;
    for (const char c : code)
        typed += c == '-' ? ' ' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    EXPECT_EQ(orThrow(desk::sessionFromCode(" " + typed)), session);
    EXPECT_EQ(orThrow(desk::sessionFromCode(session.hex())), session);
}

TEST(SessionCode, NoticesEveryWrongLetterOfAThousand) {
    SeededRandom random;
    std::size_t unnoticed = 0;
    for (int i = 0; i < 40; ++i) {
        const auto code = desk::sessionCode(random.make<SessionId>());
        for (std::size_t at = 0; at < code.size(); ++at) {
            if (code[at] == '-')
                continue;
            auto wrong = code;
            wrong[at] = wrong[at] == '7' ? '8' : '7';
            unnoticed += desk::sessionFromCode(wrong) ? 1 : 0;
        }
    }
    EXPECT_LE(unnoticed, 12U) << "one byte of check: one in 256 may pass";
}

TEST(SessionCode, RefusesWhatIsShortOrForeign) {
    const auto reason = [](std::string_view typed) {
        const auto id = desk::sessionFromCode(typed);
        return id ? std::string("taken") : id.error().reason;
    };
    EXPECT_EQ(reason(""), "session.code");
    EXPECT_EQ(reason("7Q4M-K2PX"), "session.code");
    EXPECT_EQ(reason("UUUU-UUUU-UUUU-UUUU-UUUU-UUUU-UUUU"), "session.code");
    EXPECT_EQ(reason(std::string(32, 'g')), "session.code");
}

struct OfficerFlows : testing::Test {
    DeskWorld world;
    Laptop laptop = world.laptop("Petugas");
    SessionId session = DeskWorld::open(laptop);

    desk::PaperRequest paper(std::size_t number, Bytes scan = pdf()) {
        return {session, laptop.person(number), std::move(scan), "Tanda tangan basah", {}, false};
    }
    desk::SignRequest request(std::size_t number) {
        return world.signing(laptop, session, laptop.person(number));
    }
    desk::StatusCounts counts() { return orThrow(laptop.desk->session(session)).counts; }
};

TEST_F(OfficerFlows, CountASignatureOnPaperAndKeepItsScan) {
    const auto slip = orThrow(laptop.desk->signFromPaper(paper(0)));
    EXPECT_EQ(slip.numberInSession, 1U);
    EXPECT_EQ(counts().signedHere, 1U);
    EXPECT_EQ(orThrow(laptop.book->blobs().get(crypto::blobIdOf(pdf()))), pdf());
    const auto closed = orThrow(laptop.desk->closeSession(session));
    EXPECT_EQ(closed.counts.signedCount, 1);
    EXPECT_EQ(closed.entries, 3); // opening, attachment, signature
}

TEST_F(OfficerFlows, TakeOneSheetForSeveralPeople) {
    orThrow(laptop.desk->signFromPaper(paper(0)));
    orThrow(laptop.desk->signFromPaper(paper(1)));
    EXPECT_EQ(counts().signedHere, 2U);
}

TEST_F(OfficerFlows, WriteNothingForAPaperThatIsNone) {
    const auto before = orThrow(laptop.desk->queueCounts()).saved;
    EXPECT_EQ(laptop.desk->signFromPaper(paper(0, toBytes(view("surat")))).error().reason, "scan.kind");
    orThrow(laptop.desk->sign(request(1)));
    EXPECT_EQ(laptop.desk->signFromPaper(paper(1)).error().reason, "signing.already-signed-here");
    EXPECT_EQ(orThrow(laptop.desk->queueCounts()).saved, before + 1);
}

TEST_F(OfficerFlows, RefuseAPaperWhilePaused) {
    orThrow(laptop.desk->pause(session, entry::PauseReason::Power));
    EXPECT_EQ(laptop.desk->signFromPaper(paper(0)).error().reason, "session.paused");
}

TEST_F(OfficerFlows, RememberSpecialEventsWithTheirTime) {
    orThrow(laptop.desk->note(session, entry::NoteTopic::SpecialEvent, "Listrik padam 20 menit."));
    orThrow(laptop.desk->note(session, entry::NoteTopic::Other, "bukan kejadian"));
    orThrow(laptop.desk->jointReading(session));
    const auto events = orThrow(laptop.desk->specialEvents(session));
    ASSERT_EQ(events.size(), 1U);
    EXPECT_EQ(events[0].text, "Listrik padam 20 menit.");
    EXPECT_TRUE(events[0].atMs);
    EXPECT_TRUE(orThrow(laptop.desk->specialEvents(SessionId{})).empty());
}

TEST_F(OfficerFlows, ListThoseWhoAreNextAndComeRoundToThoseWhoWerePassedOver) {
    const auto& people = laptop.desk->people();
    orThrow(laptop.desk->sign(request(1)));
    orThrow(laptop.desk->refuse(session, laptop.person(2)));
    const auto all = people.upcoming({"KEC-04"}, session, std::nullopt, 100);
    ASSERT_GE(all.size(), 3U);
    EXPECT_EQ(all[0].person, laptop.person(0));
    EXPECT_EQ(all[1].person, laptop.person(3)) << "signed and refused people are not called";
    const auto later = people.upcoming({"KEC-04"}, session, laptop.person(0), 100);
    EXPECT_EQ(later.size(), all.size());
    EXPECT_EQ(later.front().person, laptop.person(3));
    EXPECT_EQ(later.back().person, laptop.person(0)) << "passed over, not forgotten";
    EXPECT_EQ(people.upcoming({"KEC-04"}, session, std::nullopt, 2).size(), 2U);
    EXPECT_TRUE(people.upcoming({"KEC-04"}, session, std::nullopt, 0).empty());
}

TEST_F(OfficerFlows, JoinASessionOfAnotherLaptopByItsCodeWithoutAnyNetwork) {
    auto second = world.laptop("Petugas B");
    const auto joined = orThrow(desk::sessionFromCode(desk::sessionCode(session)));
    EXPECT_EQ(DeskWorld::open(second, joined), session);
    orThrow(laptop.desk->sign(request(0)));
    orThrow(second.desk->sign(world.signing(second, session, second.person(1))));
    orThrow(laptop.desk->closeSession(session));
    orThrow(second.desk->closeSession(session));
    world.copy(second, laptop);
    ASSERT_TRUE(laptop.desk->refresh());
    const auto card = orThrow(laptop.desk->session(session));
    EXPECT_EQ(card.state.desks.size(), 2U);
    EXPECT_EQ(card.state.signedCount, 2U);
    EXPECT_EQ(card.state.phase, ledger::SessionPhase::Closed);
}

TEST_F(OfficerFlows, FollowASessionForThoseItMissed) {
    orThrow(laptop.desk->sign(request(0)));
    orThrow(laptop.desk->closeSession(session));
    auto asked = DeskWorld::opening();
    asked.parent = session;
    const auto followUp = orThrow(laptop.desk->openSession(asked));
    EXPECT_EQ(orThrow(laptop.desk->session(followUp)).state.parent, session);
    const auto missed = laptop.desk->people().next({"KEC-04"}, followUp, std::nullopt);
    ASSERT_TRUE(missed);
    EXPECT_EQ(missed->person, laptop.person(1));
    orThrow(laptop.desk->sign(world.signing(laptop, followUp, laptop.person(1))));
}

TEST_F(OfficerFlows, GoOnWhenTheClockIsSetBackAndSayByHowMuch) {
    orThrow(laptop.desk->sign(request(0)));
    EXPECT_FALSE(orThrow(laptop.desk->clockSetBack()));
    world.clock.setWall(world.clock.now() - Milliseconds(10'800'000));
    const auto back = orThrow(laptop.desk->clockSetBack());
    ASSERT_TRUE(back);
    EXPECT_GE(*back, Milliseconds(3 * 3'600'000 - 60'000));
    EXPECT_EQ(orThrow(laptop.desk->sign(request(1))).numberInSession, 2U) << "the chain keeps the order";
    EXPECT_EQ(orThrow(laptop.desk->closeSession(session)).counts.signedCount, 2);
}

TEST_F(OfficerFlows, GoOnWhenTheRosterIsReplacedInTheMiddle) {
    orThrow(laptop.desk->sign(request(0)));
    const auto first = laptop.person(0);
    world.importRoster(DeskWorld::rosterCsv(true));
    world.copy(world.admin, laptop);
    ASSERT_TRUE(laptop.desk->refresh());
    EXPECT_EQ(laptop.desk->people().stateOf(first).status, ledger::PersonStatus::Signed);
    const auto next = laptop.desk->people().next({"KEC-04"}, session, std::nullopt);
    ASSERT_TRUE(next);
    EXPECT_NE(next->person, first) << "nobody is asked twice";
    orThrow(laptop.desk->sign(world.signing(laptop, session, next->person)));
    EXPECT_EQ(orThrow(laptop.desk->closeSession(session)).counts.signedCount, 2);
}

TEST_F(OfficerFlows, RefuseTenMegabytesOfStrokesAndKeepTheRest) {
    orThrow(laptop.desk->sign(request(0)));
    domain::InkStrokes scribble;
    for (int i = 0; i < 500; ++i) {
        domain::InkStroke stroke;
        for (int k = 0; k < 5'000; ++k)
            stroke.push_back({static_cast<std::uint16_t>((k * 131 + i * 17) % domain::kInkWidth),
                              static_cast<std::uint16_t>((k * 197 + i * 29) % domain::kInkHeight)});
        scribble.push_back(std::move(stroke));
    }
    auto asked = request(1);
    asked.ink = scribble;
    EXPECT_TRUE(laptop.desk->sign(asked).error().reason.starts_with("ink.too-"));
    EXPECT_TRUE(
        laptop.desk->keepStrokes(session, laptop.person(1), scribble).error().reason.starts_with("ink.too-"));
    EXPECT_EQ(orThrow(laptop.desk->closeSession(session)).counts.signedCount, 1);
}

TEST_F(OfficerFlows, RefuseOneDotAndNothingEvenFromSomebodyWhoIsHelped) {
    auto asked = request(0);
    asked.form = entry::SignForm::Assisted;
    asked.second = entry::Party{"Saksi Kedua", {}, {}};
    asked.ink = {{{700, 700}}};
    EXPECT_EQ(laptop.desk->sign(asked).error().reason, "ink.one-dot");
    asked.ink = {};
    EXPECT_EQ(laptop.desk->sign(asked).error().reason, "ink.empty");
    asked.ink = {{{700, 700}, {900, 900}}};
    EXPECT_TRUE(laptop.desk->sign(asked)) << "a cross is enough";
}

TEST_F(OfficerFlows, ProposeACorrectionAndLeaveTheRosterAsItIs) {
    const auto person = laptop.person(0);
    const auto before = orThrow(laptop.desk->people().card(person, session)).name;
    orThrow(
        laptop.desk->proposeCorrection(session, person, entry::CorrectionField::Name, "Siti Aminah, S.Pd."));
    EXPECT_EQ(orThrow(laptop.desk->people().card(person, session)).name, before);
    EXPECT_EQ(
        laptop.desk->proposeCorrection(session, PersonId{}, entry::CorrectionField::Name, "X").error().reason,
        "desk.person-unknown");
}

} // namespace
} // namespace teken::test
