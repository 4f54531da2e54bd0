#include "app/words/audit/audit_words.h"

#include "app/words/audit/finding_table.h"
#include "app/words/kind_words.h"

#include <algorithm>

namespace teken::words {
namespace {

std::string_view pick(Language language, std::string_view indonesian, std::string_view english) {
    return language == Language::Indonesian ? indonesian : english;
}

const FindingWords* findRule(std::string_view rule) {
    const auto table = findingTable();
    const auto found = std::ranges::find(table, rule, &FindingWords::rule);
    return found == table.end() ? nullptr : &*found;
}

void replace(std::string& text, std::string_view mark, std::string_view value) {
    for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + value.size()))
        text.replace(at, mark.size(), value);
}

// Rules whose values are kinds of entries, and roles of keys.
constexpr std::string_view kAboutKinds[]{"entry.out-of-scope", "session.after-closing"};

std::string inWords(const audit::Finding& finding, const std::string& value, Language language) {
    if (std::ranges::find(kAboutKinds, finding.rule) == std::end(kAboutKinds) || value.empty())
        return value;
    return std::string(entryWord(value, language));
}

// Long hashes are for machines; a person compares the beginning.
std::string shortened(const std::string& hex) {
    return hex.substr(0, 8) + "…";
}

struct CheckWords {
    std::string_view what, indonesian, english;
};

constexpr CheckWords kChecks[]{
    {"entries", "entri dibaca", "entries read"},
    {"signatures", "segel perangkat cocok", "seals that hold"},
    {"chains", "rantai umpan diikuti dari nomor 1", "chains followed from number 1"},
    {"certificates", "kunci dengan sertifikat yang berlaku", "keys with a certificate that counts"},
    {"sessions", "sesi dihitung ulang", "sessions recounted"},
    {"blobs", "naskah dan daftar pegawai dicocokkan", "texts and rosters compared"},
    {"state", "rekap dihitung ulang dan dibandingkan", "totals recomputed and compared"},
    {"log", "daun log dibaca dan akarnya dihitung ulang", "leaves of the log read and its root recomputed"},
    {"places", "entri dengan tempat terbukti dalam log", "entries with a proven place in the log"},
    {"witnesses", "saksi independen untuk titik periksa terbaru",
     "independent witnesses of the newest checkpoint"},
    {"close-codes", "kode penutup dari berita acara yang cocok", "close codes of minutes that fit"},
    {"compare-feeds", "umpan dibandingkan", "feeds compared"},
    {"compare-entries", "entri lama yang masih ada, sama, di tempat yang sama",
     "earlier entries that are still there, the same, in the same place"},
    {"compare-log", "daun log lama yang tetap menjadi awal log baru",
     "leaves of the earlier log that the later one begins with"},
    {"completeness", "kelengkapan: daun log yang dijamin bukti dari luar",
     "completeness: leaves that something held elsewhere covers"},
    {"time", "waktu: entri yang batas akhirnya dibuktikan saksi",
     "time: entries whose latest time a witness proves"},
};

// Where nothing could be shown, the words say what would be needed.
constexpr CheckWords kMissing[]{
    {"completeness",
     "kelengkapan: apakah ada ekor atau umpan yang disembunyikan (perlu seluruh log dan titik periksa dari "
     "luar)",
     "completeness: whether a tail or a whole feed was withheld (needs the whole log and a checkpoint kept "
     "elsewhere)"},
    {"completeness-beyond-codes",
     "kelengkapan di luar sesi yang kode penutupnya dicocokkan (perlu seluruh log dan titik periksa dari "
     "luar)",
     "completeness beyond the sessions whose close codes were compared (needs the whole log and a checkpoint "
     "kept elsewhere)"},
    {"time", "waktu: jam perangkat hanya pengakuan (perlu titik periksa yang disaksikan)",
     "time: device clocks are claims (needs a witnessed checkpoint)"},
    {"compare-log", "log: salah satu bukti tidak memuat seluruh log atau titik periksa",
     "log: one of the two came without all leaves or without a checkpoint"},
    {"log", "log: tidak seluruh daun ada dalam bukti ini", "log: not all leaves came with this evidence"},
    {"witnesses", "saksi: titik periksa terbaru belum disaksikan cukup saksi",
     "witnesses: the newest checkpoint does not have enough of them"},
};

} // namespace

std::string_view verdictWord(audit::Verdict verdict, Language language) {
    switch (verdict) {
    case audit::Verdict::Intact:
        return pick(language, "UTUH", "INTACT");
    case audit::Verdict::Altered:
        return pick(language, "TIDAK UTUH", "NOT INTACT");
    case audit::Verdict::Incomplete:
        return pick(language, "TIDAK LENGKAP", "INCOMPLETE");
    }
    return "";
}

namespace {

bool completenessOpen(const audit::Report& report) {
    return std::ranges::any_of(report.notChecked,
                               [](const auto& one) { return one.what.starts_with("completeness"); });
}

} // namespace

std::string_view verdictSentence(const audit::Report& report, Language language) {
    switch (report.verdict) {
    case audit::Verdict::Intact:
        if (!report.clean())
            return pick(language, "Bukti cocok, tetapi ada hal yang perlu dilihat.",
                        "The evidence holds, but something needs a look.");
        if (completenessOpen(report))
            return pick(language,
                        "Semua yang ada di sini cocok. Belum diperiksa: apakah ada yang disembunyikan.",
                        "Everything that is here holds. Not checked: whether anything was left out.");
        return pick(language, "Semua yang diperiksa cocok.", "Everything that was checked holds.");
    case audit::Verdict::Altered:
        return pick(language, "Sedikitnya satu bukti tidak cocok. Lihat temuan di bawah.",
                    "At least one piece of evidence does not hold. See the findings below.");
    case audit::Verdict::Incomplete:
        return pick(language, "Yang ada cocok, tetapi sebagian bukti tidak ada di sini.",
                    "What is here holds, but part of the evidence is not here.");
    }
    return "";
}

std::string_view severityWord(audit::Severity severity, Language language) {
    switch (severity) {
    case audit::Severity::Attention:
        return pick(language, "perlu dilihat", "needs a look");
    case audit::Severity::Missing:
        return pick(language, "tidak ada", "missing");
    case audit::Severity::Broken:
        return pick(language, "tidak cocok", "does not hold");
    }
    return "";
}

std::string_view checkWord(std::string_view what, Language language) {
    const auto* found = std::ranges::find(kChecks, what, &CheckWords::what);
    return found == std::end(kChecks) ? what : pick(language, found->indonesian, found->english);
}

std::string_view missingWord(std::string_view what, Language language) {
    const auto* found = std::ranges::find(kMissing, what, &CheckWords::what);
    return found == std::end(kMissing) ? checkWord(what, language)
                                       : pick(language, found->indonesian, found->english);
}

std::string explain(const audit::Finding& finding, Language language) {
    const auto* words = findRule(finding.rule);
    if (words == nullptr)
        return finding.rule;
    std::string text(pick(language, words->indonesian, words->english));
    const bool aboutRoles = finding.rule == "entry.out-of-scope";
    replace(text, "{e}", aboutRoles ? std::string(roleWord(finding.expected, language)) : finding.expected);
    replace(text, "{f}", inWords(finding, finding.found, language));
    return text;
}

std::string place(const audit::Finding& finding, Language language) {
    std::string text;
    const auto add = [&](std::string_view word, const std::string& value) {
        text += (text.empty() ? "" : ", ") + std::string(word) + " " + value;
    };
    if (finding.feed)
        add(pick(language, "umpan", "feed"), shortened(finding.feed->hex()));
    if (finding.seq > 0)
        add(pick(language, "nomor", "number"), std::to_string(finding.seq));
    if (finding.entry)
        add(pick(language, "entri", "entry"), shortened(finding.entry->hex()));
    if (finding.session)
        add(pick(language, "sesi", "session"), shortened(finding.session->hex()));
    return text;
}

bool hasWords(std::string_view rule) {
    return findRule(rule) != nullptr;
}

} // namespace teken::words
