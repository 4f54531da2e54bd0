// No reason without words: the sources are read, and every slug that a failure names must be in the
// catalogue, or be listed as covered by the sentence of its code.
#include "app/words/clock_words.h"
#include "app/words/words.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <sstream>

namespace teken::words {
namespace {

std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

/// Slugs that stand as the second argument of fail(ErrorCode::…, "room.situation" …).
std::set<std::string> reasonsIn(const std::string& source) {
    static const std::regex kFail(R"re(ErrorCode::\w+,\s*"([a-z0-9-]+\.[a-z0-9.-]+)")re");
    std::set<std::string> reasons;
    for (std::sregex_iterator at(source.begin(), source.end(), kFail), end; at != end; ++at)
        reasons.insert((*at)[1]);
    return reasons;
}

std::set<std::string> reasonsOfTheHouse() {
    std::set<std::string> reasons;
    for (const char* part : {"core", "sync", "app"})
        for (const auto& file :
             std::filesystem::recursive_directory_iterator(std::filesystem::path(TEKEN_SOURCE_DIR) / part)) {
            const auto kind = file.path().extension();
            if (kind == ".cpp" || kind == ".h")
                reasons.merge(reasonsIn(contentOf(file.path())));
        }
    return reasons;
}

bool isCovered(const std::string& reason) {
    for (const auto covered : coveredByCode())
        if (covered == reason ||
            (covered.ends_with(".*") && reason.starts_with(covered.substr(0, covered.size() - 1))))
            return true;
    return false;
}

TEST(Words, ExistForEveryReasonInTheHouse) {
    const auto reasons = reasonsOfTheHouse();
    EXPECT_GT(reasons.size(), 200U) << "the sources were not read";
    for (const auto& reason : reasons)
        EXPECT_TRUE(find(reason) != nullptr || isCovered(reason)) << "no words for " << reason;
}

/// Rooms whose reasons people meet: each is listed by itself, so that a new one has to be thought about.
TEST(Words, CoverNoWholeRoomThatPeopleMeet) {
    for (const auto covered : coveredByCode())
        for (const char* room :
             {"store.", "files.", "crypto.", "ledger.", "encoding.", "ctl.", "server.", "desk.", "signing.",
              "bundle.", "enrolment.", "recovery.", "config.", "http.", "tls."})
            EXPECT_FALSE(covered.starts_with(room) && covered.ends_with("*")) << covered;
}

TEST(Words, AreSharpWhereOneStepMendsIt) {
    for (const char* reason :
         {"server.no-root", "server.no-key", "server.no-config", "store.in-use", "store.newer",
          "store.not-a-book", "store.disk-full", "store.read-only", "store.wrong-passphrase",
          "store.holder-retired", "encoding.hex", "nip.serial-zero", "row.two-people", "unit.unknown",
          "bundle.no-recipient", "desk.revoked", "sync.captive-portal", "drive.code-taken"}) {
        ASSERT_NE(find(reason), nullptr) << reason;
        EXPECT_EQ(find(reason)->reason, reason) << "only its room has words";
    }
}

TEST(Words, NoticeAReasonThatNobodyThoughtOf) {
    const auto found = reasonsIn("return fail(ErrorCode::NotFound,\n  \"nowhere.never-heard\", \"x\");");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_TRUE(find(*found.begin()) == nullptr && !isCovered(*found.begin()));
}

TEST(Words, SayAllThreePartsInBothLanguages) {
    for (const auto& entry : catalogue())
        for (const auto& words : {entry.indonesian, entry.english}) {
            EXPECT_FALSE(words.safe.empty() || words.why.empty() || words.next.empty()) << entry.reason;
            for (const auto part : {words.safe, words.why, words.next})
                EXPECT_TRUE(part.ends_with(".") || part.ends_with(").")) << entry.reason << ": " << part;
        }
}

TEST(Words, AreGivenOncePerReason) {
    std::set<std::string_view> seen;
    for (const auto& entry : catalogue())
        EXPECT_TRUE(seen.insert(entry.reason).second) << entry.reason;
}

TEST(Words, FallBackOnTheCodeAndNeverSaySilence) {
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code) {
        const Error error{static_cast<ErrorCode>(code), "nowhere.never-heard", "", ""};
        EXPECT_FALSE(sentence(error, Language::Indonesian).empty());
        EXPECT_NE(sentence(error, Language::Indonesian), sentence(error, Language::English));
    }
}

TEST(Words, PreferTheReasonsOwnWordsToItsRooms) {
    ASSERT_NE(find("sync.captive-portal"), nullptr);
    EXPECT_EQ(find("sync.captive-portal")->reason, "sync.captive-portal");
    EXPECT_EQ(find("sync.something-new")->reason, "sync.*");
}

TEST(Words, NeverBlameThePersonAndNeverSpeakLikeACourt) {
    for (const auto& entry : catalogue())
        for (const auto part : {entry.indonesian.safe, entry.indonesian.why, entry.indonesian.next}) {
            EXPECT_EQ(part.find("Anda gagal"), std::string_view::npos) << entry.reason;
            EXPECT_EQ(part.find("kampanye"), std::string_view::npos) << entry.reason;
        }
}

TEST(ClockWords, SayAnHourWhateverZoneTheMachineIsIn) {
    EXPECT_EQ(dayAndHour(1'700'208'000), "2023-11-17 08.00 UTC");
    const auto beyond = std::uint64_t{1} << 63U;
    EXPECT_EQ(dayAndHour(beyond), std::to_string(beyond)) << "no calendar holds it";
}

} // namespace
} // namespace teken::words
