// The data folder of LATIHAN.
#pragma once

#include "app/teken/desk_services/laptop_desk.h"

namespace teken::app {

/// Guards nothing: shown on the page that asks for it, so that unlocking is learnt as well.
inline constexpr const char* kPracticePassphrase = "belajar tanda tangan";

/// Makes the practice book in outside.home when there is none; `anew`: also in place of the one that is
/// there. Refuses to replace a book that is not for practice: Conflict "practice.real-book".
[[nodiscard]] Result<> preparePractice(const Outside& outside, bool anew);

} // namespace teken::app
