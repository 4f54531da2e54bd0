#include "app/teken/caps_lock_watcher.h"

#include <QKeyEvent>

namespace teken::app {

bool CapsLockWatcher::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress)
        learnFrom(*static_cast<QKeyEvent*>(event));
    return QObject::eventFilter(watched, event);
}

void CapsLockWatcher::learnFrom(const QKeyEvent& key) {
    if (key.key() == Qt::Key_CapsLock) {
        if (m_known)
            set(!m_on);
        return;
    }
    const QString text = key.text();
    if (text.size() != 1 || !text.front().isLetter())
        return;
    const bool upper = text.front().isUpper();
    const bool shift = key.modifiers().testFlag(Qt::ShiftModifier);
    m_known = true;
    set(upper != shift);
}

void CapsLockWatcher::set(bool on) {
    if (m_on == on)
        return;
    m_on = on;
    emit onChanged();
}

} // namespace teken::app
