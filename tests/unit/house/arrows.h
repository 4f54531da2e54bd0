// Who may use whom. Arrows run downwards only; three libraries have one door each.
#pragma once

#include "tests/unit/house/tree.h"

namespace teken::house {

/// Rules "arrow" (an include or a link that points upwards or sideways), "unknown room" (a folder of core or
/// sync that the plan does not name), "sodium", "sqlite", "httplib", "qt" and "heavy header".
[[nodiscard]] std::vector<Finding> checkArrows(const std::vector<SourceFile>& files);

} // namespace teken::house
