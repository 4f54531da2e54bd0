// The version of this build. Its one home is project(… VERSION …) in the CMakeLists.txt of the whole.
#pragma once

#include <string>
#include <string_view>

namespace teken {

/// "0.1.0"
[[nodiscard]] std::string_view version();

/// How a program names itself to other programs and in files for them: "tekenctl 0.1.0".
[[nodiscard]] std::string softwareName(std::string_view program);

} // namespace teken
