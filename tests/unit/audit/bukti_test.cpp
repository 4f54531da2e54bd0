// The proof of one record that core/log/EVIDENCE.md shows, read byte by byte. Forgeries that keep their
// signatures are in tests/functional/bukti_reader_test.py, for every reader alike.
#include "core/audit/bukti.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>
#include <iterator>

namespace teken::audit {
namespace {

constexpr const char* kRoot = "21fe31dfa154a261626bf854046fd227";

std::string exampleBukti() {
    std::ifstream file(std::string(TEKEN_SOURCE_DIR) + "/core/log/EVIDENCE.md", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const std::string_view fence = "```example-bukti\n";
    const auto from = text.find(fence) + fence.size();
    return text.substr(from, text.find("```", from) - from);
}

TEST(Bukti, OfTheDocumentIsWhole) {
    const auto report = judgeBukti(exampleBukti(), kRoot).value();
    EXPECT_EQ(report.verdict, Verdict::Intact);
    for (const auto* step : report.steps())
        EXPECT_TRUE(step->holds()) << step->code;
    EXPECT_EQ(report.device, "PMK-017");
    EXPECT_EQ(report.unit, "KEC-04");
    EXPECT_EQ(report.number, "123");
    EXPECT_EQ(report.origin, "pusat.example/log");
    EXPECT_EQ(report.index.value, 2U);
    EXPECT_EQ(report.size.value, 5U);
    ASSERT_EQ(report.witnesses.size(), 1U);
    EXPECT_EQ(report.witnesses[0].name, "bawaslu.example/saksi");
    EXPECT_EQ(report.witnesses[0].seconds, 1'700'190'000U);
    EXPECT_FALSE(report.admitted);
}

TEST(Bukti, OfAnotherRootIsNot) {
    const auto report = judgeBukti(exampleBukti(), std::string(32, '0')).value();
    EXPECT_EQ(report.verdict, Verdict::Altered);
    EXPECT_EQ(report.certificates.code, "root");
    EXPECT_TRUE(report.seal.holds());
}

TEST(Bukti, RefusesWhatIsNoneAndFingerprintsThatAreNone) {
    for (const auto* text : {"", "{}", "[]", "hello", "{\"format\":\"teken/bukti/v1\"}"})
        EXPECT_EQ(judgeBukti(text, kRoot).error().reason, "log.evidence") << text;
    EXPECT_EQ(judgeBukti(exampleBukti() + "x", kRoot).error().reason, "log.evidence");
    EXPECT_EQ(judgeBukti(std::string(300'000, ' '), kRoot).error().reason, "log.evidence");
    EXPECT_EQ(judgeBukti(exampleBukti(), "21fe31df").error().reason, "audit.fingerprint");
}

TEST(Bukti, TakesAPlaceThatTravelledBesideIt) {
    auto text = exampleBukti();
    const auto from = text.find("\"proof\":") + 8;
    text.replace(from, text.rfind("\n}") - from, "null");
    EXPECT_EQ(judgeBukti(text, kRoot).value().log.code, "no-proof");
    EXPECT_EQ(judgeBukti(text, kRoot).value().verdict, Verdict::Incomplete);
    EXPECT_EQ(judgeBukti(text, kRoot, "no proof").value().log.code, "proof");
    const auto whole = log::parseEvidence(exampleBukti()).value();
    EXPECT_EQ(judgeBukti(text, kRoot, whole.proof).value().verdict, Verdict::Intact);
}

TEST(Bukti, WithOneFlippedBitAnywhereIsNoticedOrSaysTheSame) {
    const auto whole = exampleBukti();
    const auto before = judgeBukti(whole, kRoot).value();
    std::size_t refused = 0, altered = 0, incomplete = 0, same = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        auto text = whole;
        text[at] = static_cast<char>(text[at] ^ 1 << (at % 7));
        const auto report = judgeBukti(text, kRoot);
        if (!report) {
            EXPECT_EQ(report.error().reason, "log.evidence");
            ++refused;
            continue;
        }
        altered += report->verdict == Verdict::Altered ? 1U : 0U;
        incomplete += report->verdict == Verdict::Incomplete ? 1U : 0U;
        if (report->verdict != Verdict::Intact)
            continue;
        // The claimed digits, a line of nobody known, white space: what is proven is what was proven.
        ++same;
        EXPECT_EQ(report->record->id, before.record->id) << at;
        EXPECT_EQ(report->origin, before.origin) << at;
        EXPECT_EQ(report->index, before.index) << at;
        EXPECT_EQ(report->size, before.size) << at;
        for (const auto& witness : report->witnesses)
            EXPECT_EQ(witness, before.witnesses[0]) << at;
    }
    std::printf("%zu bytes: %zu refused, %zu altered, %zu incomplete, %zu proved the same\n", whole.size(),
                refused, altered, incomplete, same);
    EXPECT_GT(altered + refused, whole.size() * 9 / 10);
}

} // namespace
} // namespace teken::audit
