// The part of allScenes() that shows the rarer flows of a session.
#pragma once

#include "scenes.h"

namespace teken::app::test {

[[nodiscard]] QList<Scene> flowScenes();

} // namespace teken::app::test
