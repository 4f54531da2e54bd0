// The part of allScenes() that closes a session and looks at what was sent.
#pragma once

#include "scenes.h"

namespace teken::app::test {

[[nodiscard]] QList<Scene> closeAndQueueScenes();

} // namespace teken::app::test
