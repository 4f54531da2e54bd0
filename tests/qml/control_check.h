// Every control that a person can reach must have a name for screen readers, an objectName for tests, and
// enough room for a finger. Looked at on every scene, so that a page added tomorrow is held to it too.
#pragma once

#include <QQuickWindow>
#include <QStringList>

namespace teken::app::test {

/// One sentence for each control in sight that breaks a rule.
[[nodiscard]] QStringList brokenControls(QQuickWindow& window);

} // namespace teken::app::test
