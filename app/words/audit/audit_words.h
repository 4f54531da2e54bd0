// What a person is told about an audit: verdicts, what was checked, and a sentence for each finding that
// somebody who does not program understands. No Qt. Never "sah": that is a court's word.
#pragma once

#include "app/words/words.h"
#include "core/audit/report.h"

#include <string>

namespace teken::words {

/// "UTUH", "TIDAK UTUH", "TIDAK LENGKAP"
[[nodiscard]] std::string_view verdictWord(audit::Verdict verdict, Language language);
/// One sentence under the verdict. It never lets "UTUH" sound like "nothing was left out" if that was not checked.
[[nodiscard]] std::string_view verdictSentence(const audit::Report& report, Language language);
/// "rusak", "tidak ada di sini", "perlu dilihat"
[[nodiscard]] std::string_view severityWord(audit::Severity severity, Language language);
/// Name of something that was checked; the slug itself if there are no words for it.
[[nodiscard]] std::string_view checkWord(std::string_view what, Language language);
/// Of something that was not, with what it would take.
[[nodiscard]] std::string_view missingWord(std::string_view what, Language language);

/// What is wrong, with numbers and hashes where they help.
[[nodiscard]] std::string explain(const audit::Finding& finding, Language language);
/// Feed, number and entry, shortened for reading: "umpan 1a2b3c4d… nomor 17, entri 99aabbcc…"
[[nodiscard]] std::string place(const audit::Finding& finding, Language language);

/// Whether the rule has words of its own.
[[nodiscard]] bool hasWords(std::string_view rule);

} // namespace teken::words
