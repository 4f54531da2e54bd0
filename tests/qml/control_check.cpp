#include "control_check.h"

#include <QAccessible>
#include <QCoreApplication>
#include <QEvent>
#include <QQuickItem>

namespace teken::app::test {

namespace {

constexpr double kLeastTarget = 44;

bool isControl(const QQuickItem& item) {
    return item.inherits("QQuickAbstractButton") || item.inherits("QQuickTextInput") ||
           item.inherits("QQuickComboBox");
}

QString nameOf(QQuickItem& item) {
    auto* interface = QAccessible::queryAccessibleInterface(&item);
    return interface ? interface->text(QAccessible::Name) : QString();
}

void look(QQuickItem& item, QStringList& broken) {
    if (!item.isVisible() || item.width() <= 0)
        return;
    if (isControl(item)) {
        const QString who = item.objectName().isEmpty()
                                ? QString::fromLatin1(item.metaObject()->className()) + QStringLiteral(" '") +
                                      item.property("text").toString() + QLatin1Char('\'')
                                : item.objectName();
        if (item.objectName().isEmpty())
            broken.append(who + QStringLiteral(": no objectName"));
        if (nameOf(item).isEmpty())
            broken.append(who + QStringLiteral(": no accessible name"));
        if (item.height() < kLeastTarget || item.width() < kLeastTarget)
            broken.append(
                QStringLiteral("%1: %2 x %3 px is too small").arg(who).arg(item.width()).arg(item.height()));
    }
    for (auto* child : item.childItems())
        look(*child, broken);
}

} // namespace

QStringList brokenControls(QQuickWindow& window) {
    // A row that left its list may live until the event loop deletes it, with its bindings already gone: on a
    // slow machine that is now. What is on its way out is not on the screen.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCoreApplication::processEvents();
    QStringList broken;
    look(*window.contentItem(), broken);
    return broken;
}

} // namespace teken::app::test
