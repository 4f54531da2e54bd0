// What an office prints on all its papers: kop surat, crest, font, paper. A small TOML file (PAPERS.md).
#pragma once

#include "app/papers/document.h"

#include <functional>
#include <optional>

namespace teken::papers {

struct Letterhead {
    std::vector<std::string> lines;   ///< "PEMERINTAH KABUPATEN …", the office itself last; at most 6
    std::vector<std::string> address; ///< street, telephone; at most 3
    std::shared_ptr<const Bytes> crest;
    std::string city;          ///< before the date above signatures; empty: the session's place
    std::string minutesNumber; ///< empty: a dotted line to write on
    FontChoice font = FontChoice::Serif;
    std::optional<PaperSize> size;
    bool stampBox = false; ///< kotak meterai on the pakta: off unless asked for
};

inline constexpr std::size_t kMostLetterheadBytes = 64 * 1024;
inline constexpr std::size_t kMostCrestFileBytes = 2 * 1024 * 1024;
inline constexpr std::size_t kMostLetterheadLines = 6;
inline constexpr std::size_t kMostAddressLines = 3;

/// What stands in the file, before the crest is looked for: what is edited.
struct LetterheadFile {
    std::vector<std::string> lines;
    std::vector<std::string> address;
    std::string crest; ///< the name of a file beside this one; empty: none
    std::string city;
    std::string minutesNumber;
    FontChoice font = FontChoice::Serif;
    std::optional<PaperSize> size;
    bool stampBox = false;
    friend bool operator==(const LetterheadFile&, const LetterheadFile&) = default;
};

/// Reads a file that the letterhead names, beside the letterhead's own.
using CrestReader = std::function<Result<Bytes>(const std::string& name)>;

/// InvalidInput "papers.letterhead" with the line or key in its place.
[[nodiscard]] Result<LetterheadFile> parseLetterhead(ByteView toml);
/// And the crest: "papers.crest"; errors of `read`.
[[nodiscard]] Result<Letterhead> readLetterhead(ByteView toml, const CrestReader& read);
/// As a head of papers with that crest (PNG; empty: none). "papers.crest".
[[nodiscard]] Result<Letterhead> letterheadOf(const LetterheadFile& file, Bytes crest);
/// TOML that parseLetterhead reads back as the same; lines that are empty at the end are left out. Refuses
/// what that would refuse.
[[nodiscard]] Result<std::string> formatLetterhead(LetterheadFile file);

[[nodiscard]] std::string_view nameOf(FontChoice font); ///< "serif", "sans", "inter"
/// The same words; empty: serif. "papers.letterhead".
[[nodiscard]] Result<FontChoice> fontFromName(const std::string& name);

} // namespace teken::papers
