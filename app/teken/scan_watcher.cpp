#include "app/teken/scan_watcher.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QQuickItem>

#include <utility>

namespace teken::app {

namespace {

/// Somebody writes something else, or answers a question first.
bool isElsewhere(QObject* focus) {
    const bool writes = focus && (focus->inherits("QQuickTextInput") || focus->inherits("QQuickTextEdit"));
    if (writes && focus->objectName() != QLatin1String("searchFieldInput"))
        return true;
    for (const auto* item = qobject_cast<QQuickItem*>(focus); item; item = item->parentItem())
        if (item->inherits("QQuickPopupItem"))
            return true;
    return false;
}

} // namespace

void ScanWatcher::setListening(bool listening) {
    m_listening = listening;
    m_letters.clear();
}

bool ScanWatcher::eventFilter(QObject* watched, QEvent* event) {
    if (m_listening && event->type() == QEvent::KeyPress && !isElsewhere(QGuiApplication::focusObject()) &&
        take(*static_cast<QKeyEvent*>(event)))
        return true;
    return QObject::eventFilter(watched, event);
}

bool ScanWatcher::take(const QKeyEvent& key) {
    const bool quick = key.timestamp() - m_lastMs <= quint64(kMostGapMs);
    if (!quick || key.isAutoRepeat())
        m_letters.clear();
    if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
        const QString text = std::exchange(m_letters, {});
        if (text.size() < kLeastLetters)
            return false;
        emit scanned(text);
        return true;
    }
    if (key.key() == Qt::Key_Shift)
        return false; // scanners press it for capital letters
    const QString typed = key.text();
    if (typed.size() == 1 && typed.front().isPrint() && !key.isAutoRepeat()) {
        m_letters += typed;
        m_lastMs = key.timestamp();
    } else {
        m_letters.clear();
    }
    return false;
}

} // namespace teken::app
