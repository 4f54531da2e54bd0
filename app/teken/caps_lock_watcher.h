// Tells that caps lock is on from what is typed: Qt has no portable question for it, and a passphrase refused
// because of it is the most common unlocking trouble.
#pragma once

#include <QObject>

class QKeyEvent;

namespace teken::app {

class CapsLockWatcher : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool on READ isOn NOTIFY onChanged FINAL)

public:
    explicit CapsLockWatcher(QObject* parent = nullptr) : QObject(parent) {}
    [[nodiscard]] bool isOn() const { return m_on; }

    /// Installed on a window; looks at key presses and lets all of them pass.
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void onChanged();

private:
    void learnFrom(const QKeyEvent& key);
    void set(bool on);

    bool m_on = false;
    bool m_known = false; ///< a letter has shown the state, so the key itself may toggle it
};

} // namespace teken::app
