#pragma once

#include "scenes.h"

namespace teken::app::test {

/// What a signer takes along, and what the table says of a slip that somebody brings.
[[nodiscard]] QList<Scene> slipScenes();

} // namespace teken::app::test
