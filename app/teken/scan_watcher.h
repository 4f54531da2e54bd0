// Tells a barcode scanner from a hand. Scanners are keyboards ("wedge"): a dozen letters within a few
// milliseconds each, then Enter. No hand types like that.
#pragma once

#include <QObject>
#include <QString>

class QKeyEvent;

namespace teken::app {

class ScanWatcher : public QObject {
    Q_OBJECT

public:
    static constexpr int kLeastLetters = 6;
    static constexpr int kMostGapMs = 40; ///< the slowest scanners send a letter every 30 ms

    explicit ScanWatcher(QObject* parent = nullptr) : QObject(parent) {}

    /// Only where a person is looked for. Elsewhere every key passes and nothing is told; nor while somebody
    /// writes in another field, or answers a question.
    void setListening(bool listening);

    /// Installed on a window. Letters pass, wherever they go; the Enter that ends a scan is taken, so that it
    /// presses no button.
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void scanned(const QString& text);

private:
    bool take(const QKeyEvent& key);

    QString m_letters;
    quint64 m_lastMs = 0;
    bool m_listening = false;
};

} // namespace teken::app
