#include "app/papers/papers.h"
#include "tests/unit/papers/paper_fixture.h"

#include <gtest/gtest.h>

namespace teken::papers {
namespace {

using test::flawsOf;
using test::kLongestName;
using test::occurrences;
using test::paperData;
using test::paperStyle;

constexpr PaperKind kAll[] = {PaperKind::Pakta,      PaperKind::Sheet, PaperKind::Minutes,
                              PaperKind::Attendance, PaperKind::Recap, PaperKind::FollowUp,
                              PaperKind::HeadNote};

Document made(PaperKind kind, const PaperData& data, const PaperStyle& style = paperStyle()) {
    auto document = compose(kind, data, style);
    EXPECT_TRUE(document) << slug(kind) << ": " << describe(document.error());
    return document ? std::move(*document) : Document{};
}

TEST(Papers, LayOutThreeHundredRowsAndThreeWitnessesWithoutAFlawOnBothSizes) {
    const auto data = paperData(300);
    for (const auto size : {PaperSize::A4, PaperSize::F4})
        for (const auto kind : kAll)
            EXPECT_EQ(flawsOf(made(kind, data, paperStyle(size))), "") << slug(kind) << ' ' << nameOf(size);
}

TEST(Papers, LayOutInEveryFont) {
    for (const auto font : {FontChoice::Serif, FontChoice::Sans, FontChoice::Inter})
        for (const auto kind : kAll) {
            auto style = paperStyle();
            style.head.font = font;
            EXPECT_EQ(flawsOf(made(kind, paperData(20), style)), "") << slug(kind) << ' ' << familyOf(font);
        }
}

TEST(Papers, CarryCloseCodeFingerprintAndPageOnEveryPage) {
    const auto data = paperData(60);
    for (const auto kind : kAll) {
        const auto document = made(kind, data);
        for (const auto& page : document.pages) {
            const auto text = papers::textOf(page);
            EXPECT_NE(text.find(data.desks[0].code), std::string::npos) << slug(kind);
            EXPECT_NE(text.find(data.desks[0].closing->hex()), std::string::npos) << slug(kind);
            EXPECT_NE(
                text.find("Halaman " + std::to_string(page.number) + " dari " + std::to_string(page.of)),
                std::string::npos)
                << slug(kind);
            EXPECT_NE(text.find("bukan format resmi"), std::string::npos) << slug(kind);
            std::size_t codes = 0;
            for (const auto& item : page.items)
                codes += std::holds_alternative<QrItem>(item) ? 1 : 0;
            EXPECT_EQ(codes, 1U) << slug(kind);
        }
    }
}

TEST(Papers, ShowARefusalOnlyToTheSessionHead) {
    const auto data = paperData();
    for (const auto kind : kAll) {
        const auto text = test::textOf(made(kind, data));
        const bool says = text.find("enolak menanda") != std::string::npos;
        EXPECT_EQ(says, kind == PaperKind::HeadNote) << slug(kind);
    }
    EXPECT_NE(test::textOf(made(PaperKind::HeadNote, data)).find("Orang Yang Menolak"), std::string::npos);
}

TEST(Papers, PrintTheSameRowsForARefusalAsForAnAbsence) {
    auto data = paperData();
    for (const auto kind : {PaperKind::Sheet, PaperKind::Minutes, PaperKind::Attendance, PaperKind::Recap,
                            PaperKind::FollowUp}) {
        auto other = data;
        for (auto& person : other.people)
            if (person.state == domain::PersonState::Refused)
                person.state = domain::PersonState::Absent;
        other.counts.refused = 0;
        other.counts.absent = 2;
        other.units[0].counts.refused = 0;
        other.units[0].counts.absent = 2;
        EXPECT_EQ(test::textOf(made(kind, data)), test::textOf(made(kind, other))) << slug(kind);
    }
}

TEST(Papers, ShowFullNumbersOnlyWhereTheyAreFiled) {
    const auto data = paperData();
    const auto& number = data.people[0].number;
    const auto whole = number.substr(0, 8) + " " + number.substr(8, 6);
    for (const auto kind : kAll) {
        const auto text = test::textOf(made(kind, data));
        const bool filed = kind == PaperKind::Pakta || kind == PaperKind::Sheet ||
                           kind == PaperKind::Minutes || kind == PaperKind::HeadNote;
        EXPECT_EQ(text.find(whole) != std::string::npos, filed) << slug(kind);
        EXPECT_EQ(text.find(number), std::string::npos) << slug(kind);
    }
}

TEST(Pakta, IsOnePageForEachSignerWithTheirOwnInk) {
    const auto data = paperData(5);
    const auto document = made(PaperKind::Pakta, data);
    ASSERT_EQ(document.pages.size(), 5U);
    for (std::size_t i = 0; i < 5; ++i) {
        EXPECT_GE(occurrences(papers::textOf(document.pages[i]), data.people[i].name), 2U);
        std::vector<domain::InkStrokes> inks;
        for (const auto& item : document.pages[i].items)
            if (const auto* ink = std::get_if<InkItem>(&item))
                inks.push_back(ink->strokes);
        ASSERT_EQ(inks.size(), 1U) << "the head's ink belongs to the minutes";
        EXPECT_EQ(inks[0], data.people[i].signature->ink);
    }
}

TEST(Pakta, OfOnePersonIsRefusedWithoutTheirSignature) {
    const auto data = paperData();
    const auto refused = composePakta(data, data.people.back().id, paperStyle());
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().reason, "papers.no-signature");
    const auto unknown = composePakta(data, PersonId{}, paperStyle());
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().reason, "desk.person-unknown");
    EXPECT_TRUE(composePakta(data, data.people[0].id, paperStyle()));
}

TEST(Pakta, HasAStampBoxOnlyWhenAskedFor) {
    const auto data = paperData(1);
    auto style = paperStyle();
    EXPECT_EQ(test::textOf(made(PaperKind::Pakta, data, style)).find("Meterai"), std::string::npos);
    style.head.stampBox = true;
    EXPECT_NE(test::textOf(made(PaperKind::Pakta, data, style)).find("Meterai"), std::string::npos);
}

TEST(Sheet, HasEverySignerOnceWithInkAndNobodyElse) {
    const auto data = paperData(41);
    const auto document = made(PaperKind::Sheet, data);
    const auto text = test::textOf(document);
    for (const auto& person : data.people) {
        if (person.name == kLongestName)
            continue;
        EXPECT_EQ(occurrences(text, person.name + "\n"), person.signature ? 1U : 0U) << person.name;
    }
    std::size_t inks = 0;
    for (const auto& page : document.pages)
        for (const auto& item : page.items)
            inks += std::holds_alternative<InkItem>(item) ? 1 : 0;
    EXPECT_EQ(inks, 41U);
}

TEST(Sheet, IsRefusedWhenNobodySigned) {
    const auto sheet = compose(PaperKind::Sheet, paperData(0), paperStyle());
    ASSERT_FALSE(sheet);
    EXPECT_EQ(sheet.error().reason, "papers.nobody");
    EXPECT_TRUE(compose(PaperKind::Minutes, paperData(0), paperStyle()))
        << "minutes of an empty session exist";
}

TEST(Minutes, SayDayHoursCountsTextEventsAndSigners) {
    const auto data = paperData(12);
    const auto text = test::textOf(made(PaperKind::Minutes, data));
    for (const char* part :
         {"hari Jumat, tanggal tujuh belas bulan November tahun dua ribu dua puluh tiga (17-11-2023)",
          "pukul 08.15 s.d. 09.40 WIB", "Pendopo Kecamatan Pamekasan", "12 (dua belas) orang",
          "12 dari 16 orang (75,0 %)", "UJI versi 1, sidik", "Listrik padam pukul 09.05", "orang keliru",
          "Nomor: 100.3/17/KEC-04/2023", "Pimpinan sesi,", "Saksi satu,", "Saksi dua,", "Saksi tiga,",
          "Petugas,", "Lampiran I berita acara", "Lampiran II berita acara", "Lampiran III berita acara"})
        EXPECT_NE(text.find(part), std::string::npos) << part << '\n';
}

TEST(Minutes, DrawTheInkOfThoseWhoSignedThemAndLeaveRoomForTheRest) {
    const auto document = made(PaperKind::Minutes, paperData(3));
    std::size_t inks = 0;
    for (const auto& page : document.pages)
        for (const auto& item : page.items)
            inks += std::holds_alternative<InkItem>(item) ? 1 : 0;
    EXPECT_EQ(inks, 2U); // head and first witness; two witnesses and the officer sign by hand
}

TEST(Minutes, OfTwoDesksNameBothCodesBothOfficersAndTheHeadOnce) {
    auto data = paperData(8);
    auto second = data.desks[0];
    second.name = "Meja B";
    second.officer = "Petugas Dua";
    second.closing->bytes[5] = 99;
    second.code = "ABCDE-FGHJK";
    data.desks.push_back(second);
    for (std::size_t i = 0; i < 4; ++i)
        data.people[i].signature->desk = 1;
    const auto document = made(PaperKind::Minutes, data);
    EXPECT_EQ(flawsOf(document), "");
    const auto first = papers::textOf(document.pages[0]) + papers::textOf(document.pages[1]);
    EXPECT_NE(first.find("ABCDE-FGHJK (Meja B)"), std::string::npos);
    EXPECT_NE(first.find("Petugas Meja A,"), std::string::npos);
    EXPECT_NE(first.find("Petugas Meja B,"), std::string::npos);
    EXPECT_EQ(occurrences(first, "Pimpinan sesi,"), 1U);
    EXPECT_NE(first.find("4 (empat) penanda tangan"), std::string::npos);
}

TEST(Papers, OfARunningSessionSayThatTheyAreProvisional) {
    auto data = paperData();
    data.closed = false;
    data.desks[0].closing.reset();
    data.desks[0].closedMs.reset();
    for (const auto kind : kAll)
        for (const auto& page : made(kind, data).pages)
            EXPECT_NE(papers::textOf(page).find("SEMENTARA"), std::string::npos) << slug(kind);
}

TEST(FollowUp, ListsOnlyThoseWhoHaveNotSigned) {
    const auto data = paperData(10);
    const auto text = test::textOf(made(PaperKind::FollowUp, data));
    EXPECT_NE(text.find("4 (empat) dari 14 orang"), std::string::npos);
    for (const char* name : {"Orang Berhalangan", "Orang Tidak Hadir", "Orang Yang Menolak", "Orang Belum"})
        EXPECT_EQ(occurrences(text, name), 1U) << name;
    EXPECT_EQ(text.find("Orang Nomor 1,"), std::string::npos);
}

TEST(Recap, PutsCountsFirstThenPercentAndTheRuleUnderneath) {
    RecapData data;
    const auto session = paperData(10);
    data.drive = session.drive;
    for (int i = 0; i < 46; ++i)
        data.units.push_back({"U" + std::to_string(i),
                              "Unit kerja dengan nama yang panjang sekali nomor " + std::to_string(i), "",
                              session.units[0].counts});
    for (const auto& unit : data.units)
        data.all = data.all + unit.counts;
    const auto document = composeRecap(data, paperStyle(PaperSize::F4));
    ASSERT_TRUE(document);
    EXPECT_EQ(flawsOf(*document), "");
    const auto text = test::textOf(*document);
    const auto count = text.find("460 dari 644 orang (71,4 %)");
    const auto rule = text.find("Aturan hitung");
    ASSERT_NE(count, std::string::npos);
    ASSERT_NE(rule, std::string::npos);
    EXPECT_LT(count, rule);
}

TEST(FileNames, NameNobodyAndKeepToPlainLetters) {
    auto data = paperData(1);
    data.title = "Kecamatan Pamekasan / Désa Ma’ruf";
    data.desks.resize(1);
    data.desks[0].code = "0P2ZN-SF6CW";
    const auto session = data.session.hex().substr(0, 4);
    EXPECT_EQ(fileNameOf(PaperKind::Minutes, data, PaperSize::F4),
              "berita-acara_kecamatan-pamekasan-desa-maruf_2023-11-17_" + session + "-0p2zn_F4.pdf");
    data.title = "…";
    EXPECT_EQ(fileNameOf(PaperKind::Minutes, data, PaperSize::A4),
              "berita-acara_sesi_2023-11-17_" + session + "-0p2zn_A4.pdf");
}

TEST(FileNames, TellTheLaptopsAndSessionsOfOneTitleAndDayApart) {
    auto data = paperData(1);
    data.desks.resize(1);
    data.desks[0].code.clear();
    data.desks[0].device = "PMK-017";
    const auto name = [&data] { return fileNameOf(PaperKind::Attendance, data, PaperSize::A4); };
    const auto open = name();
    EXPECT_NE(open.find("-pmk-017_"), std::string::npos) << open;
    data.desks[0].device = "PMK-018";
    EXPECT_NE(name(), open);
    data.desks[0].device = "PMK-017";
    EXPECT_EQ(name(), open);
    data.session.bytes[0] ^= 1;
    EXPECT_NE(name(), open);
    data.desks.resize(5);
    EXPECT_NE(name().find("-dkk_"), std::string::npos) << name();
}

TEST(PaperKinds, AreKnownByTheirWordAndRefuseOthers) {
    for (const auto kind : kAll)
        EXPECT_EQ(*paperKindFromSlug(slug(kind)), kind);
    EXPECT_EQ(paperKindFromSlug("ijazah").error().reason, "papers.kind");
    EXPECT_EQ(paperSizeFromName("A5").error().reason, "papers.size");
}

} // namespace
} // namespace teken::papers
