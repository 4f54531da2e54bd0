#include "app/reports/audit_json.h"
#include "app/reports/html.h"
#include "core/base/version.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace teken::reports {
namespace {

using words::Language;

audit::Report altered() {
    audit::Report report;
    report.verdict = audit::Verdict::Altered;
    report.entries = 12;
    report.verified = 11;
    report.checked = {{"entries", 12}, {"signatures", 11}};
    report.notChecked = {{"completeness", 0}};
    audit::Finding finding;
    finding.rule = "entry.signature";
    finding.seq = 7;
    report.findings = {finding};
    report.findingsTotal = 1;
    report.byRule = {{"entry.signature", audit::Severity::Broken, 1}};
    audit::SessionTotal session;
    session.title = "Balai <Desa> & \"Aula\"";
    session.closed = true;
    session.closeCode = "7KQ2M-0V9TX";
    session.counts.signedCount = 3;
    report.sessions = {session};
    return report;
}

const AuditFacts kFacts{"bukti.teken", "21fe", 1'700'000'000'000, "tekenctl 0.1.0", {"saksi.txt"}};

TEST(AuditReport, FirstPageHasTheVerdictInLettersAndWhatWasNotChecked) {
    const auto pages = auditPages(altered(), kFacts, Language::Indonesian);
    EXPECT_EQ(pages.verdict, "TIDAK UTUH");
    EXPECT_EQ(pages.tone, Tone::Bad);
    ASSERT_EQ(pages.summary.size(), 3U);
    EXPECT_EQ(pages.summary[0].title, "Diperiksa");
    EXPECT_EQ(pages.summary[1].title, "Tidak diperiksa");
    EXPECT_NE(pages.summary[1].lines.at(0).text.find("kelengkapan"), std::string::npos);
    ASSERT_TRUE(pages.summary[2].table.has_value());
    EXPECT_EQ(pages.summary[2].table->rows.at(0).at(2), "1");
}

TEST(AuditReport, SaysOnEveryPageWhichVersionMadeIt) {
    const std::string version(teken::version());
    const auto pages = auditPages(altered(), kFacts, Language::Indonesian);
    EXPECT_EQ(pages.facts.at(2).value, "Teken versi " + version);
    EXPECT_TRUE(pages.footer.ends_with(" Dibuat dengan Teken versi " + version + "."));
    const auto english = auditPages(altered(), kFacts, Language::English);
    EXPECT_TRUE(english.footer.ends_with(" Made with Teken, version " + version + "."));
}

TEST(AuditReport, TellsTheTimeInJakartaAndInUtc) {
    const auto pages = auditPages(altered(), kFacts, Language::English);
    EXPECT_EQ(pages.facts.at(1).value, "2023-11-15 05:13 WIB (2023-11-14 22:13 UTC)");
}

TEST(AuditReport, OfNothingFoundSaysSo) {
    audit::Report report;
    const auto pages = auditPages(report, kFacts, Language::Indonesian);
    EXPECT_EQ(pages.verdict, "UTUH");
    EXPECT_EQ(pages.tone, Tone::Good);
    EXPECT_EQ(pages.summary[2].paragraphs.at(0), "Tidak ada temuan.");
    for (const auto& section : pages.sections)
        EXPECT_NE(section.title, "Rincian temuan");
}

TEST(AuditReport, AsHtmlIsOneFileThatLoadsNothingAndEscapesEverything) {
    const auto html = reportHtml(auditPages(altered(), kFacts, Language::Indonesian), "id");
    EXPECT_TRUE(html.starts_with("<!DOCTYPE html>"));
    EXPECT_NE(html.find("<b>TIDAK UTUH</b>"), std::string::npos);
    EXPECT_NE(html.find("Balai &lt;Desa&gt; &amp; &quot;Aula&quot;"), std::string::npos);
    EXPECT_EQ(html.find("<Desa>"), std::string::npos);
    for (const auto* outside : {"http://", "https://", "<script", "src=", "@import", "url("})
        EXPECT_EQ(html.find(outside), std::string::npos) << outside;
}

TEST(AuditReport, DrawsInkAsOnePathOfTheGrid) {
    const auto svg = inkSvg({{{10, 20}, {30, 40}}, {{5, 5}}});
    EXPECT_NE(svg.find("d=\"M10 20L30 40M5 5l0 0\""), std::string::npos) << svg;
    EXPECT_NE(svg.find("viewBox=\"0 0 4096 2048\""), std::string::npos);
}

TEST(AuditReport, AsJsonKeepsItsPromisedNames) {
    const auto json = nlohmann::json::parse(auditJson(altered(), kFacts, Language::Indonesian));
    EXPECT_EQ(json["format"], "teken/audit/v1");
    EXPECT_EQ(json["verdict"], "altered");
    EXPECT_EQ(json["ok"], false);
    EXPECT_EQ(json["findings"][0]["rule"], "entry.signature");
    EXPECT_EQ(json["findings"][0]["severity"], "broken");
    EXPECT_EQ(json["sessions"][0]["close_code"], "7KQ2M-0V9TX");
    EXPECT_EQ(json["not_checked"][0]["what"], "completeness");
    EXPECT_TRUE(json["log"].is_null());
    EXPECT_EQ(json["held"][0], "saksi.txt");
    EXPECT_EQ(json["software"], kFacts.software);
}

} // namespace
} // namespace teken::reports
