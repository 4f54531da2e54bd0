#include "core/base/version.h"

namespace teken {

std::string_view version() {
    return TEKEN_VERSION;
}

std::string softwareName(std::string_view program) {
    return std::string(program) + " " + std::string(version());
}

} // namespace teken
