#include "app/teken/reading_voice.h"

#include <QStandardPaths>

namespace teken::app {

namespace {

constexpr int kMostMilliseconds = 500; // a program that does not end is killed by QProcess itself

} // namespace

ReadingVoice::ReadingVoice(const QString& program, QObject* parent)
    : QObject(parent), m_program(QStandardPaths::findExecutable(program)) {
    m_process.setStandardOutputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::stateChanged, this, &ReadingVoice::speakingChanged);
}

ReadingVoice::~ReadingVoice() {
    m_process.disconnect(this);
    stop();
}

void ReadingVoice::say(const QString& text) {
    stop();
    if (!isOffered() || text.trimmed().isEmpty())
        return;
    m_process.start(m_program, {QStringLiteral("--wait"), QStringLiteral("--language"), QStringLiteral("id"),
                                QStringLiteral("--"), text});
}

void ReadingVoice::stop() {
    if (!isSpeaking())
        return;
    m_process.kill();
    m_process.waitForFinished(kMostMilliseconds);
    // The voice itself is another process: it would read on to the end.
    QProcess::startDetached(m_program, {QStringLiteral("--cancel")});
}

} // namespace teken::app
