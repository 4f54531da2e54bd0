#pragma once

#include "scenes.h"

namespace teken::app::test {

/// What a page looks like before its data is there, when it cannot be read, when there is none, and when
/// something is done: for pages whose other scenes show them full.
[[nodiscard]] QList<Scene> stateScenes();

} // namespace teken::app::test
