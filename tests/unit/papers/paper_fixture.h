// A session on paper without a book: as many people as a test wants, with ink, long names and refusals.
#pragma once

#include "app/papers/papers.h"

namespace teken::test {

inline constexpr const char* kLongestName =
    "Prof. Dr. Ir. H. Raden Ayu Mangkunegara Sastrowardoyo Kusumaningrum Purbodiningratan Wiratmojo, S.Sos., "
    "M.Si., M.Kes., Ph.D.";

[[nodiscard]] papers::PaperData paperData(std::size_t people = 12);
[[nodiscard]] papers::PaperStyle paperStyle(papers::PaperSize size = papers::PaperSize::A4);
/// A PNG of 24 × 30 pixels.
[[nodiscard]] Bytes smallCrest();

/// What is wrong with the layout, one line each: text wider than its place, outside the page, in the margins,
/// or over other text. Empty when all is well.
[[nodiscard]] std::string flawsOf(const papers::Document& document);

/// All texts of all pages.
[[nodiscard]] std::string textOf(const papers::Document& document);
[[nodiscard]] std::size_t occurrences(const std::string& text, const std::string& part);

} // namespace teken::test
