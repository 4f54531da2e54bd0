#include "app/words/audit/audit_words.h"
#include "app/words/audit/bukti_words.h"
#include "app/words/audit/finding_table.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace teken::words {
namespace {

constexpr Language kLanguages[]{Language::Indonesian, Language::English};

TEST(AuditWords, EveryRuleHasASentenceInBothLanguages) {
    for (const auto& rule : audit::rules()) {
        ASSERT_TRUE(hasWords(rule.slug)) << rule.slug;
        audit::Finding finding;
        finding.rule = rule.slug;
        const auto indonesian = explain(finding, Language::Indonesian);
        const auto english = explain(finding, Language::English);
        EXPECT_TRUE(indonesian.ends_with('.') && english.ends_with('.')) << rule.slug;
        EXPECT_NE(indonesian, english) << rule.slug;
    }
}

TEST(BuktiWords, EveryCodeHasASentenceInBothLanguages) {
    for (const auto code : audit::buktiCodes()) {
        ASSERT_TRUE(hasBuktiWords(code)) << code;
        EXPECT_TRUE(buktiWord(code, Language::Indonesian).ends_with('.')) << code;
        EXPECT_TRUE(buktiWord(code, Language::English).ends_with('.')) << code;
        EXPECT_NE(buktiWord(code, Language::Indonesian), buktiWord(code, Language::English)) << code;
    }
    EXPECT_FALSE(hasBuktiWords("no-such-code"));
    EXPECT_EQ(buktiWord("no-such-code", Language::English), "no-such-code");
}

TEST(AuditWords, NoSentenceIsLeftWithoutItsRule) {
    for (const auto& words : findingTable())
        EXPECT_TRUE(std::ranges::any_of(audit::rules(), [&](const auto& rule) {
            return rule.slug == words.rule;
        })) << words.rule;
}

TEST(AuditWords, PutNumbersIntoTheSentence) {
    audit::Finding finding;
    finding.rule = "chain.gap";
    finding.expected = "7";
    finding.found = "9";
    EXPECT_EQ(explain(finding, Language::Indonesian),
              "Ada nomor yang hilang: seharusnya nomor 7, yang ada nomor 9.");
    EXPECT_EQ(explain(finding, Language::English), "A number is missing: expected 7, found 9.");
}

TEST(AuditWords, CallKindsOfEntriesAsTheScreensDo) {
    audit::Finding finding;
    finding.rule = "entry.out-of-scope";
    finding.expected = "field";
    finding.found = "lock-text";
    EXPECT_EQ(explain(finding, Language::Indonesian),
              "Entri ini (Penguncian naskah) di luar wewenang sertifikatnya (petugas) dan tidak dihitung.");
    finding.rule = "session.after-closing";
    finding.found = "sign";
    EXPECT_EQ(explain(finding, Language::English),
              "This entry (Signature) was written after its session was closed on the same device.");
    finding.rule = "entry.unknown-kind";
    finding.found = "hold-on"; // of a later version: its own name is all there is
    EXPECT_NE(explain(finding, Language::English).find("hold-on"), std::string::npos);
}

TEST(AuditWords, NeverUseTheWordOfACourt) {
    for (const auto& words : findingTable())
        EXPECT_EQ((" " + std::string(words.indonesian) + " ").find(" sah"), std::string::npos) << words.rule;
    for (const auto verdict : {audit::Verdict::Intact, audit::Verdict::Altered, audit::Verdict::Incomplete})
        for (const auto language : kLanguages)
            EXPECT_EQ(verdictWord(verdict, language).find("SAH"), std::string_view::npos);
}

TEST(AuditWords, NeverLetIntactSoundLikeCompleteWhenNobodyCouldTell) {
    audit::Report report;
    for (const auto language : kLanguages) {
        report.notChecked = {{"time", 0}};
        const auto whole = verdictSentence(report, language);
        for (const auto* open : {"completeness", "completeness-beyond-codes"}) {
            report.notChecked = {{"time", 0}, {open, 0}};
            EXPECT_NE(verdictSentence(report, language), whole) << open;
        }
    }
    report.findingsTotal = 1;
    EXPECT_EQ(verdictSentence(report, Language::Indonesian),
              "Bukti cocok, tetapi ada hal yang perlu dilihat.");
}

TEST(AuditWords, NameThePlaceShortly) {
    audit::Finding finding;
    finding.rule = "chain.gap";
    finding.feed = FeedId{{0xab}};
    finding.seq = 17;
    EXPECT_EQ(place(finding, Language::Indonesian), "umpan ab000000…, nomor 17");
    EXPECT_EQ(place(audit::Finding{}, Language::English), "");
}

} // namespace
} // namespace teken::words
