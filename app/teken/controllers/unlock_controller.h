// Buka and Kunci layar: who is at the laptop, and the passphrase that opens it.
#pragma once

#include "app/teken/controllers/page_controller.h"
#include "app/teken/models/row_model.h"
#include "app/teken/services/unlock_service.h"

namespace teken::app {

class UnlockController final
    : public teken::app::PageController { // in full: qmllint takes the base's name as it is written
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(teken::app::RowModelBase* officers READ officers CONSTANT FINAL)
    Q_PROPERTY(int selected READ selected WRITE select NOTIFY selectedChanged FINAL)
    Q_PROPERTY(QString selectedName READ selectedName NOTIFY selectedChanged FINAL)
    Q_PROPERTY(teken::app::DeviceState::Value deviceState READ deviceState NOTIFY deviceChanged FINAL)
    Q_PROPERTY(QString deviceName READ deviceName NOTIFY deviceChanged FINAL)
    Q_PROPERTY(QString requestFile READ requestFile NOTIFY deviceChanged FINAL)
    Q_PROPERTY(bool practice READ isPractice NOTIFY deviceChanged FINAL)
    Q_PROPERTY(QString practicePassphrase READ practicePassphrase NOTIFY deviceChanged FINAL)
    Q_PROPERTY(QString zone READ zone NOTIFY zoneChanged FINAL)
    Q_PROPERTY(bool unlocked READ isUnlocked NOTIFY unlockedChanged FINAL)
    Q_PROPERTY(teken::app::Welcome welcome READ welcome NOTIFY unlockedChanged FINAL)

public:
    UnlockController(UnlockService& service, QObject* parent = nullptr);

    [[nodiscard]] RowModelBase* officers() { return &m_officers; }
    [[nodiscard]] int selected() const { return m_selected; }
    void select(int index);
    [[nodiscard]] QString selectedName() const;
    [[nodiscard]] DeviceState::Value deviceState() const { return m_device.state; }
    [[nodiscard]] QString deviceName() const { return m_device.deviceName; }
    [[nodiscard]] QString requestFile() const { return m_device.requestFile; }
    /// What the book itself says, not how the program was started.
    [[nodiscard]] bool isPractice() const { return m_device.practice; }
    [[nodiscard]] QString practicePassphrase() const { return m_device.practicePassphrase; }
    /// "WIB", "WITA" or "WIT": hours on all pages are the drive's. Empty while no drive is known.
    [[nodiscard]] QString zone() const { return m_zone; }
    [[nodiscard]] bool isUnlocked() const { return m_unlocked; }
    [[nodiscard]] const Welcome& welcome() const { return m_welcome; }

    /// Asks what this laptop is and who may open it.
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void unlock(const QString& passphrase);
    Q_INVOKABLE void lock();
    /// The note about a crash, or about strokes that wait, was read.
    Q_INVOKABLE void dismissWelcome();
    /// Whatever waited of that person was saved, or thrown away on purpose.
    void forgetUnfinished(const QString& name);

signals:
    void selectedChanged();
    void deviceChanged();
    void zoneChanged();
    void unlockedChanged();
    void unlocked();
    void locked();
    /// The field is emptied and gets the focus again.
    void refused();

private:
    void setZone(const QString& zone);

    UnlockService& m_service;
    RowModel<OfficerRow> m_officers;
    DeviceInfo m_device;
    Welcome m_welcome;
    QString m_zone;
    int m_selected = -1;
    bool m_unlocked = false;
};

} // namespace teken::app
