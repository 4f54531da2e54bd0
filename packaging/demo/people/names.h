// Names as they are heard on Madura and Java, put together by chance. The stock leaves out words that would
// make up the name of a known official.
#pragma once

#include "packaging/demo/people/dice.h"

#include <string>

namespace teken::demo {

enum class Sex { Male = 1, Female = 2 };

[[nodiscard]] std::string makeName(Dice& dice, Sex sex);

} // namespace teken::demo
