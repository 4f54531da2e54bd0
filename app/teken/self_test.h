// `teken --self-test`: every page, as it is built into this program, in every look.
#pragma once

#include "app/teken/desk_services/desk_services.h"
#include "app/teken/look/look_check.h"

#include <functional>

namespace teken::app {

/// Walks through a new laptop and a practice laptop, both in a temporary folder, and says on standard error
/// what is wrong: warnings of QML, and all that look/look_check.h finds. 0 when nothing is; `outsideOf` gives
/// the machine with that home.
[[nodiscard]] int selfTest(const std::function<Outside(const BookHome&)>& outsideOf, Looks looks);

} // namespace teken::app
