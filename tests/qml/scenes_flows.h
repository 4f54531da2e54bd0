// The part of allScenes() that shows the rarer flows of a session.
#pragma once

#include "scenes.h"

namespace teken::app::test {

[[nodiscard]] QList<Scene> flowScenes();
/// Kop surat.
[[nodiscard]] QList<Scene> letterheadScenes();

} // namespace teken::app::test
