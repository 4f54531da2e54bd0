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

/// Reads a file that the letterhead names, beside the letterhead's own.
using CrestReader = std::function<Result<Bytes>(const std::string& name)>;

/// InvalidInput "papers.letterhead" with the line or key in its place; "papers.crest"; errors of `read`.
[[nodiscard]] Result<Letterhead> readLetterhead(ByteView toml, const CrestReader& read);

} // namespace teken::papers
