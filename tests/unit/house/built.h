// Nothing lies in the tree unbuilt: a test that is in no CMakeLists.txt passes for ever.
#pragma once

#include "tests/unit/house/tree.h"

namespace teken::house {

/// Rules "unbuilt file" (a .cpp that the nearest CMakeLists.txt above it does not name) and "unbuilt folder"
/// (a CMakeLists.txt whose folder the next one above does not name).
[[nodiscard]] std::vector<Finding> checkAllIsBuilt(const std::vector<SourceFile>& files);

} // namespace teken::house
