#include "app/reports/audit_pages.h"

#include "app/words/audit/audit_words.h"

#include <algorithm>
#include <chrono>

namespace teken::reports {
namespace {

using words::Language;

constexpr std::size_t kMostListed = 500; // a paper of a thousand pages helps nobody; the JSON has them all
constexpr std::size_t kHexGroup = 4;

Tone toneOf(audit::Verdict verdict, bool clean) {
    switch (verdict) {
    case audit::Verdict::Intact:
        return clean ? Tone::Good : Tone::Look;
    case audit::Verdict::Altered:
        return Tone::Bad;
    case audit::Verdict::Incomplete:
        return Tone::Missing;
    }
    return Tone::Bad;
}

Tone toneOf(audit::Severity severity) {
    switch (severity) {
    case audit::Severity::Attention:
        return Tone::Look;
    case audit::Severity::Missing:
        return Tone::Missing;
    case audit::Severity::Broken:
        return Tone::Bad;
    }
    return Tone::Bad;
}

std::string grouped(const std::string& hex) {
    std::string out;
    for (std::size_t i = 0; i < hex.size(); ++i) {
        if (i > 0 && i % kHexGroup == 0)
            out += ' ';
        out += hex[i];
    }
    return out;
}

// Both, because a report travels: the hour of Jakarta for people, UTC for comparing.
std::string timeText(std::int64_t ms) {
    using namespace std::chrono;
    const auto text = [](sys_seconds at, const char* zone) {
        const auto day = floor<days>(at);
        const year_month_day date(day);
        const hh_mm_ss clock(at - day);
        const auto two = [](auto value) {
            const auto digits = std::to_string(value);
            return digits.size() < 2 ? "0" + digits : digits;
        };
        return std::to_string(static_cast<int>(date.year())) + "-" +
               two(static_cast<unsigned>(date.month())) + "-" + two(static_cast<unsigned>(date.day())) + " " +
               two(clock.hours().count()) + ":" + two(clock.minutes().count()) + zone;
    };
    const sys_seconds utc{floor<seconds>(milliseconds(ms))};
    return text(utc + hours(7), " WIB") + " (" + text(utc, " UTC)");
}

class Writer {
public:
    Writer(const audit::Report& report, const AuditFacts& facts, Language language)
        : m_report(report), m_facts(facts), m_language(language) {}

    ReportPages pages() {
        ReportPages pages;
        pages.title = say("Laporan pemeriksaan keutuhan", "Report of an integrity audit");
        pages.subtitle = m_facts.file;
        pages.verdict = words::verdictWord(m_report.verdict, m_language);
        pages.tone = toneOf(m_report.verdict, m_report.clean());
        pages.sentence = words::verdictSentence(m_report, m_language);
        pages.facts = firstFacts();
        pages.summary = {
            checks(say("Diperiksa", "Checked"), m_report.checked, Tone::Good, true),
            checks(say("Tidak diperiksa", "Not checked"), m_report.notChecked, Tone::Look, false), counts()};
        pages.sections = {findings(), sessions(), drives(), log(), explained()};
        std::erase_if(pages.sections, [](const Section& section) { return section.title.empty(); });
        pages.footer =
            say("Teken membuktikan siapa mencatat tanda tangan mana di bawah naskah mana, dalam sesi mana, "
                "dan "
                "bahwa perubahan sesudahnya terlihat. Goresan adalah tanda tangan elektronik tidak "
                "tersertifikasi; Teken tidak menilai keaslian goresan.",
                "Teken proves who recorded which signature under which text, in which session, and that "
                "later "
                "changes show. The ink is an uncertified electronic signature; Teken does not judge whether "
                "handwriting is genuine.") +
            madeWith(m_language);
        return pages;
    }

private:
    [[nodiscard]] std::string say(const char* indonesian, const char* english) const {
        return m_language == Language::Indonesian ? indonesian : english;
    }

    std::vector<Fact> firstFacts() const {
        std::vector<Fact> facts{{say("Sidik akar", "Root fingerprint"), grouped(m_report.root.hex()), true},
                                {say("Diperiksa pada", "Checked at"), timeText(m_facts.checkedAtMs), false},
                                {say("Diperiksa dengan", "Checked with"), productName(m_language), false},
                                {say("Entri", "Entries"),
                                 std::to_string(m_report.entries) +
                                     say(", segel cocok ", ", seals that hold ") +
                                     std::to_string(m_report.verified),
                                 false}};
        for (const auto& name : m_facts.held)
            facts.push_back({say("Pembanding dari luar", "Held elsewhere"), name, false});
        return facts;
    }

    Section checks(std::string title, const std::vector<audit::Check>& checks, Tone tone,
                   bool counted) const {
        Section section;
        section.title = std::move(title);
        for (const auto& check : checks)
            section.lines.push_back({counted ? std::string(words::checkWord(check.what, m_language)) + ": " +
                                                   std::to_string(check.count)
                                             : std::string(words::missingWord(check.what, m_language)),
                                     "", tone});
        if (checks.empty())
            section.paragraphs.push_back(say("Tidak ada.", "Nothing."));
        return section;
    }

    Section counts() const {
        Section section;
        section.title = say("Temuan menurut jenis", "Findings by kind");
        if (m_report.byRule.empty()) {
            section.paragraphs.push_back(say("Tidak ada temuan.", "No findings."));
            return section;
        }
        Table table{{{say("Temuan", "Finding"), false},
                     {say("Arti", "Meaning"), false},
                     {say("Banyaknya", "Count"), true}},
                    {}};
        for (const auto& rule : m_report.byRule)
            table.rows.push_back({rule.rule, std::string(words::severityWord(rule.severity, m_language)),
                                  std::to_string(rule.count)});
        section.table = std::move(table);
        return section;
    }

    Section findings() const {
        Section section;
        if (m_report.findings.empty())
            return section;
        section.title = say("Rincian temuan", "Findings in detail");
        section.newPage = true;
        const auto most = std::min(kMostListed, m_report.findings.size());
        for (std::size_t i = 0; i < most; ++i) {
            const auto& finding = m_report.findings[i];
            section.lines.push_back({words::explain(finding, m_language),
                                     std::string(words::severityWord(finding.severity, m_language)) + " · " +
                                         finding.rule + " · " + words::place(finding, m_language),
                                     toneOf(finding.severity)});
        }
        if (m_report.findingsTotal > most)
            section.paragraphs.push_back(say("Dicetak di sini: ", "Printed here: ") + std::to_string(most) +
                                         say(" dari ", " of ") + std::to_string(m_report.findingsTotal) +
                                         ".");
        return section;
    }

    [[nodiscard]] std::string closing(const audit::SessionTotal& total) const {
        if (!total.closed)
            return say("belum ditutup", "not closed");
        if (!total.comparable)
            return say("tidak dapat dibandingkan", "cannot be compared");
        return total.agrees ? say("cocok", "agrees") : say("TIDAK COCOK", "DOES NOT AGREE");
    }

    Section sessions() const {
        Section section;
        if (m_report.sessions.empty())
            return section;
        section.title = say("Sesi: dihitung ulang dari entri", "Sessions: recounted from the entries");
        section.paragraphs.push_back(
            say("Cocokkan dengan berita acara di atas kertas: jumlah dan kode penutup harus sama.",
                "Compare with the minutes on paper: counts and close code must be the same."));
        Table table{{{say("Sesi", "Session"), false},
                     {say("Umpan", "Feed"), false},
                     {say("Tanda tangan", "Signed"), true},
                     {say("Dibatalkan", "Voided"), true},
                     {say("Izin", "Excused"), true},
                     {say("Tidak hadir", "Absent"), true},
                     {say("Menolak", "Refused"), true},
                     {say("Kode penutup", "Close code"), false},
                     {say("Penutupan", "Closing"), false}},
                    {}};
        for (const auto& total : m_report.sessions)
            table.rows.push_back({total.title.empty() ? total.session.hex().substr(0, 8) : total.title,
                                  total.feed.hex().substr(0, 8), std::to_string(total.counts.signedCount),
                                  std::to_string(total.counts.voided), std::to_string(total.counts.excused),
                                  std::to_string(total.counts.absent), std::to_string(total.counts.refused),
                                  total.closeCode + (total.codeHeld ? " ✓" : ""), closing(total)});
        section.table = std::move(table);
        return section;
    }

    Section drives() const {
        Section section;
        if (m_report.drives.empty())
            return section;
        section.title = say("Kegiatan: dihitung ulang dari entri", "Drives: recounted from the entries");
        Table table{{{say("Kegiatan", "Drive"), false},
                     {say("Menandatangani", "Signed"), true},
                     {say("Menolak", "Refused"), true},
                     {say("Izin", "Excused"), true},
                     {say("Tidak hadir", "Absent"), true},
                     {say("Ganda", "Duplicates"), true}},
                    {}};
        for (const auto& drive : m_report.drives)
            table.rows.push_back({drive.opening.title, std::to_string(drive.signedPersons),
                                  std::to_string(drive.refused), std::to_string(drive.excused),
                                  std::to_string(drive.absent), std::to_string(drive.duplicates)});
        section.table = std::move(table);
        return section;
    }

    Section log() const {
        Section section;
        if (!m_report.log)
            return section;
        const auto& log = *m_report.log;
        section.title = say("Catatan umum (log)", "Transparency log");
        section.facts = {
            {say("Nama", "Name"), log.origin, false},
            {say("Titik periksa", "Checkpoint"), say("nomor ", "size ") + std::to_string(log.size.value),
             false},
            {say("Akar", "Root"), encodeBase64(log.root.view()), true},
            {say("Daun", "Leaves"),
             log.whole
                 ? std::to_string(log.leaves) + say(" dibaca dan dihitung ulang", " read and recomputed")
                 : say("tidak semua ada di sini", "not all are here"),
             false},
            {say("Tempat terbukti", "Proven places"), std::to_string(log.places), false},
            {say("Batas waktu terbukti", "Proven not newer than"), std::to_string(log.bounded), false},
            {say("Saksi", "Witnesses"),
             std::to_string(log.witnesses) + say(" dari ", " of ") + std::to_string(log.cosigners) +
                 (log.witnessed() ? say(": disaksikan", ": witnessed")
                                  : say(": hanya dicatat", ": recorded only")),
             false},
            {say("Cocok dengan bukti dari luar", "Agrees with what was held elsewhere"),
             log.held == 0 ? say("tidak ada yang dibawa", "nothing was brought along")
                           : std::to_string(log.held) + say(", sampai nomor ", ", up to size ") +
                                 std::to_string(log.heldSize.value),
             false}};
        return section;
    }

    Section explained() const {
        Section section;
        section.title = say("Cara membaca laporan ini", "How to read this report");
        section.paragraphs = {
            say("UTUH: semua yang diperiksa cocok. TIDAK UTUH: sedikitnya satu bukti tidak cocok. TIDAK "
                "LENGKAP: "
                "yang ada cocok, tetapi sebagian bukti tidak ada di sini.",
                "INTACT: everything that was checked holds. NOT INTACT: at least one piece of evidence does "
                "not "
                "hold. INCOMPLETE: what is here holds, but part of the evidence is not here."),
            say("Sidik akar membuktikan apa yang ada. Bahwa tidak ada yang disembunyikan hanya terbukti "
                "terhadap titik "
                "periksa, tanda terima, atau kode penutup yang disimpan di tempat lain.",
                "The root fingerprint proves what is here. That nothing was withheld is proven only against "
                "a "
                "checkpoint, receipt or close code held elsewhere."),
            say("Bandingkan sidik akar di atas dengan yang tercetak dalam keputusan, sedikitnya 32 digit.",
                "Compare the root fingerprint above with the printed one, at least 32 digits.")};
        return section;
    }

    const audit::Report& m_report;
    const AuditFacts& m_facts;
    const Language m_language;
};

} // namespace

ReportPages auditPages(const audit::Report& report, const AuditFacts& facts, words::Language language) {
    return Writer(report, facts, language).pages();
}

} // namespace teken::reports
