// First start: a laptop without data asks to be taken in, by files.
#pragma once

#include "app/teken/controllers/page_controller.h"
#include "app/teken/services/unlock_service.h"

namespace teken::app {

class EnrolmentController final
    : public teken::app::PageController { // in full: qmllint takes the base's name as it is written
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString writtenFile READ writtenFile NOTIFY writtenFileChanged FINAL)
    Q_PROPERTY(QString drive READ drive NOTIFY driveChanged FINAL)

public:
    /// Characters; four short words have about twenty.
    static constexpr int kShortestPassphrase = 12;

    enum Obstacle {
        Ready,
        NeedsOfficerName,
        NeedsDeviceName,
        NeedsPassphrase,
        PassphraseTooShort,
        PassphrasesDiffer
    };
    Q_ENUM(Obstacle)

    EnrolmentController(EnrolmentService& service, QObject* parent = nullptr);

    [[nodiscard]] QString writtenFile() const { return m_writtenFile; }
    [[nodiscard]] QString drive() const { return m_drive; }

    /// What still stands in the way, in the order of the form.
    Q_INVOKABLE [[nodiscard]] teken::app::EnrolmentController::Obstacle obstacle(const QString& officerName,
                                                                                 const QString& deviceName,
                                                                                 const QString& passphrase,
                                                                                 const QString& again) const;
    Q_INVOKABLE void writeRequest(const QString& officerName, const QString& deviceName,
                                  const QString& passphrase, const QString& folder);
    Q_INVOKABLE void load(const QString& file, const QString& rootFingerprint, const QString& passphrase);

signals:
    void writtenFileChanged();
    void driveChanged();
    /// The laptop belongs to a drive now and can be unlocked.
    void enrolled();

private:
    EnrolmentService& m_service;
    QString m_writtenFile;
    QString m_drive;
};

} // namespace teken::app
