#include "sync/cosigner/answer.h"

#include "tests/unit/cosigner/small_log.h"

#include <gtest/gtest.h>

namespace teken::sync::cosigner {
namespace {

class Collecting : public ::testing::Test {
protected:
    void SetUp() override { m_log.grow(5); }
    static log::VerifierKey witness(std::uint64_t seed) {
        return {"saksi" + std::to_string(seed), log::SignatureType::Cosignature, keyOf(seed).publicKey()};
    }
    [[nodiscard]] log::SignatureLine line(std::uint64_t seed, std::uint64_t time) const {
        const auto text = log::formatCheckpoint(m_log.checkpoint());
        return log::cosign(text, witness(seed).name, keyOf(seed), time).value();
    }
    [[nodiscard]] Collected collect(const std::string& note,
                                    const std::vector<Testimony>& testimonies) const {
        return collectCosignatures(note, m_log.verifier(), testimonies).value();
    }
    [[nodiscard]] std::size_t witnesses(const std::string& note) const {
        return log::Policy::create(m_log.verifier(), {{witness(2)}, {witness(3)}}, 1)
            .value()
            .judge(note)
            .value()
            .witnesses;
    }
    SmallLog m_log;
};

TEST_F(Collecting, AddsTheLinesThatHold) {
    const auto collected = collect(m_log.note(), {{witness(2), {line(2, 10)}}, {witness(3), {line(3, 11)}}});
    EXPECT_EQ(collected.added, 2U);
    EXPECT_TRUE(collected.refused.empty());
    EXPECT_EQ(witnesses(collected.note), 2U);
}

TEST_F(Collecting, LeavesOutALineThatDoesNotHoldAndSaysWhose) {
    auto forged = line(3, 11);
    forged.signature[20] ^= 1;
    const auto collected = collect(m_log.note(), {{witness(2), {line(2, 10)}}, {witness(3), {forged}}});
    EXPECT_EQ(collected.added, 1U);
    ASSERT_EQ(collected.refused.size(), 1U);
    EXPECT_EQ(collected.refused[0].reason, "note.signature");
    EXPECT_EQ(collected.refused[0].place, "saksi3");
    EXPECT_EQ(witnesses(collected.note), 1U);
}

TEST_F(Collecting, TakesNoLineOfAnotherThanWasAsked) {
    const auto collected = collect(m_log.note(), {{witness(2), {line(3, 10)}}});
    EXPECT_EQ(collected.added, 0U);
    EXPECT_EQ(collected.refused.at(0).reason, "cosigner.no-line");
    EXPECT_EQ(collected.note, m_log.note());
}

TEST_F(Collecting, RefusesALineOfAnotherCheckpoint) {
    SmallLog other;
    other.grow(6);
    const auto text = log::formatCheckpoint(other.checkpoint());
    const auto replayed = log::cosign(text, witness(2).name, keyOf(2), 5).value();
    EXPECT_EQ(collect(m_log.note(), {{witness(2), {replayed}}}).refused.at(0).reason, "note.signature");
}

TEST_F(Collecting, KeepsTheNewerLineOfAWitness) {
    const auto first = collect(m_log.note(), {{witness(2), {line(2, 10)}}}).note;
    const auto newer = collect(first, {{witness(2), {line(2, 20)}}});
    EXPECT_EQ(newer.added, 1U);
    EXPECT_EQ(log::parseNote(newer.note)->lines.size(), 2U);
    const auto again = collect(newer.note, {{witness(2), {line(2, 10), line(2, 15)}}});
    EXPECT_EQ(again.added, 0U);
    EXPECT_EQ(again.note, newer.note);
}

TEST_F(Collecting, NeedsACheckpointOfTheLog) {
    SmallLog impostor(m_log.origin(), 99);
    impostor.grow(5);
    EXPECT_FALSE(collectCosignatures(impostor.note(), m_log.verifier(), {}));
}

TEST_F(Collecting, StopsAtAHundredLines) {
    auto note = log::parseNote(m_log.note()).value();
    while (note.lines.size() < log::kMostSignatureLines)
        note.lines.push_back(line(3, note.lines.size()));
    const auto collected = collect(log::formatNote(note), {{witness(2), {line(2, 10)}}});
    EXPECT_EQ(collected.refused.at(0).reason, "note.too-many-lines");
}

TEST(Answers, AreReadByTheirStatus) {
    const std::string line = "\xe2\x80\x94 saksi AAAAAAAA\n";
    EXPECT_EQ(std::get<Lines>(readAnswer(200, kTextContent, line).value()).size(), 1U);
    EXPECT_EQ(std::get<Conflict>(readAnswer(409, kSizeContent, "17\n").value()).signedLast,
              log::TreeSize{17});
    const std::map<int, std::string> refusals{{400, "cosigner.refused"},     {403, "cosigner.log-signature"},
                                              {404, "cosigner.unknown-log"}, {422, "cosigner.proof"},
                                              {500, "cosigner.unavailable"}, {503, "cosigner.unavailable"},
                                              {302, "cosigner.answer"},      {204, "cosigner.answer"}};
    for (const auto& [status, reason] : refusals)
        EXPECT_EQ(readAnswer(status, kTextContent, "").error().reason, reason) << status;
}

TEST(Answers, ThatAWitnessWouldNotGiveAreRefused) {
    const std::string line = "\xe2\x80\x94 saksi AAAAAAAA\n";
    std::string many;
    for (int i = 0; i < 101; ++i)
        many += line;
    for (const auto& body : {std::string(), std::string("<html>Login</html>\n"), line + "\n" + line, many,
                             line.substr(0, line.size() - 1), std::string(kMostAnswerBytes + 1, 'x')})
        EXPECT_EQ(readAnswer(200, kTextContent, body).error().reason, "cosigner.answer");
    for (const auto& body : {"", "\n", "017\n", "17", "-1\n", "17\n18\n", "99999999999999999999\n"})
        EXPECT_EQ(readAnswer(409, kSizeContent, body).error().reason, "cosigner.answer") << body;
    EXPECT_EQ(readAnswer(409, "text/html", "17\n").error().reason, "cosigner.answer");
}

TEST(Answers, OnAStickAreLinesOrASize) {
    EXPECT_EQ(std::get<Conflict>(readAnswerFile("0\n").value()).signedLast, log::TreeSize{0});
    EXPECT_EQ(std::get<Lines>(readAnswerFile("\xe2\x80\x94 saksi AAAAAAAA\n").value()).size(), 1U);
    EXPECT_FALSE(readAnswerFile(""));
    EXPECT_FALSE(readAnswerFile("halo\n"));
    EXPECT_FALSE(readAnswerFile("1x\n"));
}

} // namespace
} // namespace teken::sync::cosigner
