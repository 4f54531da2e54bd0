// Every screen in every state worth a look: a name and how to get there. Pictures and the self-test walk the
// same list.
#pragma once

#include "fake_world.h"

#include <QList>
#include <QQuickWindow>

#include <functional>

namespace teken::app::test {

struct Scene {
    const char* name;
    std::function<void(FakeWorld&)> prepare;            ///< before the window exists
    std::function<void(FakeWorld&, QQuickWindow&)> act; ///< in the window; may be empty
};

[[nodiscard]] QList<Scene> allScenes();
[[nodiscard]] QList<Scene> auditScenes();

/// An item somewhere below `root` by objectName, popups included; null when there is none.
[[nodiscard]] QQuickItem* findItem(QQuickWindow& window, const QString& objectName);
/// A real click in the middle of that item; false when it is missing or hidden.
bool click(QQuickWindow& window, const QString& objectName);

} // namespace teken::app::test
