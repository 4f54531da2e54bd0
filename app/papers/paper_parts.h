// What several papers have in common, and the papers themselves. Inside this room only.
#pragma once

#include "app/papers/papers.h"
#include "app/papers/words_of_time.h"

namespace teken::papers {

inline constexpr TextStyle kBody{.size = 11, .align = Align::Justify, .leading = 1.08};
inline constexpr TextStyle kPlain{.size = 11, .leading = 1.08};
inline constexpr TextStyle kSmall{.size = 9};
inline constexpr TextStyle kHeading{.size = 13.5, .bold = true, .align = Align::Center};
inline constexpr TextStyle kUnderHeading{.size = 11, .align = Align::Center};
inline constexpr TextStyle kSection{.size = 11, .bold = true};

/// A paper of this session: close codes, fingerprints of the closings, QR.
[[nodiscard]] Footer footerOf(const PaperData& data, const PaperStyle& style, PaperKind kind,
                              const std::string& note = {});
/// Capital letters as a heading, with the session below it.
void putHeading(Composer& composer, const std::string& title, const std::vector<std::string>& under);
/// Kegiatan, sesi, unit, tempat, waktu.
void putSessionFields(Composer& composer, const PaperData& data);
/// Where it counts who signed elsewhere: of which hour the centre's list is. Nothing if records say it all.
void putCentreList(Composer& composer, const PaperData& data);
/// "Pamekasan, 17 November 2023": where and when the session ended, or began while it runs.
[[nodiscard]] std::string placeAndDate(const PaperData& data, const PaperStyle& style);
[[nodiscard]] std::string sessionHours(const PaperData& data);
[[nodiscard]] std::int64_t startOf(const PaperData& data);
[[nodiscard]] std::optional<std::int64_t> endOf(const PaperData& data);
/// Head, witnesses, each once over all desks, and every desk's officer, with the ink they gave.
[[nodiscard]] std::vector<SignatureBlock> minutesSigners(const PaperData& data, const PaperStyle& style);
/// Head alone, for lists; with the ink of the minutes? No: ink is drawn only where it was given.
[[nodiscard]] SignatureBlock emptyBlock(const std::string& above, const std::string& role,
                                        const entry::Party& party);
[[nodiscard]] std::string numberBelow(const entry::Party& party);
/// Kode naskah, versi, sidik (32 digits in groups).
[[nodiscard]] std::string textLine(const PledgeOnPaper& text);
/// Title and points of a pledge without its opening words.
void putPoints(Composer& composer, const domain::PledgeText& text);

void putPakta(Composer& composer, const PaperData& data, const PersonOnPaper& person,
              const PaperStyle& style);
void putSheet(Composer& composer, const PaperData& data, const PaperStyle& style);
void putMinutes(Composer& composer, const PaperData& data, const PaperStyle& style);
void putAttendance(Composer& composer, const PaperData& data, const PaperStyle& style);
void putRecap(Composer& composer, const PaperData& data, const PaperStyle& style);
void putFollowUp(Composer& composer, const PaperData& data, const PaperStyle& style);
void putHeadNote(Composer& composer, const PaperData& data, const PaperStyle& style);

} // namespace teken::papers
