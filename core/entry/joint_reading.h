// Which texts a note of the topic "joint-reading" says were read aloud (FORMAT.md section 5.3). Its time is
// the note's.
#pragma once

#include "core/entry/kinds_field.h"

#include <string>
#include <vector>

namespace teken::entry {

/// The `text` of such a note. Empty for no ids: every text of the session was read.
[[nodiscard]] std::string jointReadingWords(const std::vector<BlobId>& texts);
/// Empty: every text of the session; so also for words that name no text.
[[nodiscard]] std::vector<BlobId> textsReadJointly(const Note& note);
[[nodiscard]] bool wasReadJointly(const Note& note, const BlobId& text);
/// `texts` as textsReadJointly() gives them.
[[nodiscard]] bool wasReadJointly(const std::vector<BlobId>& texts, const BlobId& text);

} // namespace teken::entry
