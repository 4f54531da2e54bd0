// What kinds are called: of entries, of signers, of keys. The one place for it, so that a screen, a paper, a
// report and the command line call the same thing the same. Slugs are those of core/entry/FORMAT.md and
// core/domain.
#pragma once

#include "app/words/words.h"

#include <span>
#include <string_view>

namespace teken::words {

struct KindWord {
    std::string_view slug, indonesian, english;
};

/// "sign": "Tanda tangan". A kind that this version does not know: "Catatan lain"; "withheld": one whose
/// content is not here.
[[nodiscard]] std::string_view entryWord(std::string_view kind, Language language);
/// The same for screens that lie open on a table: who refused or did not come is nobody else's business.
[[nodiscard]] std::string_view quietEntryWord(std::string_view kind, Language language);
/// "pppk-part-time": "PPPK paruh waktu"; any other slug: "Lainnya".
[[nodiscard]] std::string_view signerWord(std::string_view slug, Language language);
/// Whose key it is, "field": "petugas"; the slug itself for any other.
[[nodiscard]] std::string_view roleWord(std::string_view slug, Language language);

/// Of a session, "minutes-signed"; of a .teken file, "news"; of what waits for a decision, "fork". The slug
/// itself for any other.
[[nodiscard]] std::string_view phaseWord(std::string_view slug, Language language);
[[nodiscard]] std::string_view purposeWord(std::string_view slug, Language language);
[[nodiscard]] std::string_view conflictWord(std::string_view slug, Language language);

/// For the test that finds every kind named.
[[nodiscard]] std::span<const KindWord> entryKindWords();
[[nodiscard]] std::span<const KindWord> signerKindWords();
[[nodiscard]] std::span<const KindWord> roleWords();
[[nodiscard]] std::span<const KindWord> purposeWords();

} // namespace teken::words
