// Names of people: stored exactly as they came, folded only for searching and comparing. Indonesian names are
// never split into first and last; a single word is a whole name.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace teken::domain {

inline constexpr std::size_t kMaxNameLetters = 60;             ///< code points without degrees
inline constexpr std::size_t kMaxNameLettersWithDegrees = 120; ///< code points of the whole field

/// For display and search only; joining the parts again is not meant to give the stored bytes.
struct NameParts {
    std::string front; ///< "Dr. H."
    std::string name;  ///< "Ach. FAISOL", never re-cased
    std::string back;  ///< "S.Sos., M.Si."
};
[[nodiscard]] NameParts splitDegrees(std::string_view name);

/// Limits of a stored name: well-formed UTF-8, no control characters, at least one letter, 1..60 letters, 120
/// with degrees. Reasons "name.empty", "name.not-utf8", "name.control-character", "name.no-letter",
/// "name.too-long", "name.too-long-with-degrees".
[[nodiscard]] Result<> checkName(std::string_view name);

/// One word of a name in the two forms a person may type it.
struct SearchWord {
    std::string folded; ///< variants joined: moh/moch -> muhammad, oe -> u, dj -> j, tj -> c, sj -> sy
    std::string plain;  ///< lower case without marks only
    friend bool operator==(const SearchWord&, const SearchWord&) = default;
};
/// Without degrees, dots, commas, apostrophes and double spaces.
[[nodiscard]] std::vector<SearchWord> searchWords(std::string_view name);

/// The folded words joined by one space. Equal texts mean "perhaps the same name", never "the same person".
[[nodiscard]] std::string foldName(std::string_view name);

/// While someone is still typing a variant ("moha" on the way to "mohammad"): the folded word it may become,
/// or empty. Needs at least three letters.
[[nodiscard]] std::string variantBegunBy(std::string_view plainWord);

/// The name is built in the Balinese way (birth order and caste words first), so that its last words tell
/// people apart.
[[nodiscard]] bool isBalineseShaped(const std::vector<SearchWord>& words);

} // namespace teken::domain
