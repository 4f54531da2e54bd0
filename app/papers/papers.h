// The papers of a session, from what was gathered to pages. See PAPERS.md for what stands on which and who
// may read it.
#pragma once

#include "app/papers/composer.h"
#include "app/papers/paper_data.h"

#include <span>
#include <string_view>

namespace teken::papers {

enum class PaperKind : std::uint8_t {
    Pakta,      ///< one page or more for each signer
    Sheet,      ///< the text once, then everybody's name and signature
    Minutes,    ///< berita acara with its annexes
    Attendance, ///< daftar hadir
    Recap,      ///< counts by unit
    FollowUp,   ///< who has not signed: for a sesi susulan
    HeadNote    ///< for the session head's eyes: refusals, voids
};
inline constexpr std::size_t kPaperKinds = 7;
[[nodiscard]] std::string_view slug(PaperKind kind);    ///< "pakta", "sheet", "minutes", …
[[nodiscard]] std::string_view titleOf(PaperKind kind); ///< "Berita acara", …; Indonesian, for file names too
/// Reason "papers.kind".
[[nodiscard]] Result<PaperKind> paperKindFromSlug(std::string_view text);

/// How it looks, and the hour that goes into the file.
struct PaperStyle {
    PaperSize size = PaperSize::A4;
    Letterhead head;
    WallTime printedAt;    ///< printed at the foot and in the PDF's own dates
    std::string watermark; ///< "LATIHAN" in practice mode
};

/// Pakta for one person only. NotFound "papers.no-signature" when there is nothing to print for them.
[[nodiscard]] Result<Document> composePakta(const PaperData& data, const PersonId& person,
                                            const PaperStyle& style);
/// A whole paper; Pakta: of all who signed here, in the order of the list. NotFound "papers.nobody" for a
/// pakta, sheet or list without anybody on it; "papers.font-missing"; InvalidInput "papers.letter-missing".
[[nodiscard]] Result<Document> compose(PaperKind kind, const PaperData& data, const PaperStyle& style);
/// The recap of the whole drive.
[[nodiscard]] Result<Document> composeRecap(const RecapData& data, const PaperStyle& style);

/// One page with the letterhead and what stands right below it, marked CONTOH. "papers.font-missing",
/// "papers.letter-missing".
[[nodiscard]] Result<Document> composeLetterheadSample(const PaperStyle& style);

/// One small page, 80 × 125 mm, whatever the style's size.
[[nodiscard]] Result<Document> composeSlip(const SlipOnPaper& slip, const PaperStyle& style);

/// "berita-acara_kecamatan-pamekasan_2023-11-17_3fa1-0p2zn_A4.pdf": for a folder with papers of many sessions
/// and of several laptops of one session. The same paper has the same name again.
[[nodiscard]] std::string fileNameOf(PaperKind kind, const PaperData& data, PaperSize size);

} // namespace teken::papers
