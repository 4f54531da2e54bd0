// The texts of a window as they are painted: what look_check.h asks about them.
#pragma once

#include <QImage>
#include <QQuickItem>
#include <QStringList>

namespace teken::app {

/// Where an item may stand, in the window's coordinates: the window, or in what scrolls the whole of it.
[[nodiscard]] QRectF roomOf(const QQuickItem& item, const QRectF& window);

/// A row that a list keeps for later: still there, no longer painted.
[[nodiscard]] bool isPutAway(const QQuickItem& item);

/// Cut, overflowing, covered or weak text below `root`. `picture`: the window as painted.
void checkTexts(QQuickItem& root, const QRectF& window, const QImage& picture, QStringList& flaws);

} // namespace teken::app
