// Reads the text aloud where the system offers it: through speech-dispatcher's own program, which Debian's
// desktops bring for screen readers. Without it nothing is offered and nothing is missing.
#pragma once

#include <QObject>
#include <QProcess>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace teken::app {

class ReadingVoice : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(bool offered READ isOffered CONSTANT FINAL)
    Q_PROPERTY(bool speaking READ isSpeaking NOTIFY speakingChanged FINAL)

public:
    /// `program`: name or path; looked for once.
    explicit ReadingVoice(const QString& program = QStringLiteral("spd-say"), QObject* parent = nullptr);
    ~ReadingVoice() override;

    [[nodiscard]] bool isOffered() const { return !m_program.isEmpty(); }
    [[nodiscard]] bool isSpeaking() const { return m_process.state() != QProcess::NotRunning; }

    /// In the language of the text, "id". What is being said stops first.
    Q_INVOKABLE void say(const QString& text);
    Q_INVOKABLE void stop();

signals:
    void speakingChanged();

private:
    QString m_program;
    QProcess m_process;
};

} // namespace teken::app
