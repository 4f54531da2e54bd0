#include "app/teken/reading_voice.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace teken::app::test {
namespace {

/// A voice that writes down what it is told.
class ReadingVoiceTest : public ::testing::Test {
protected:
    QTemporaryDir m_folder;

    [[nodiscard]] QString said() const { return m_folder.filePath("ucapan"); }
    [[nodiscard]] QString program(const char* after) {
        const QString path = m_folder.filePath("suara");
        QFile file(path);
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write("#!/bin/sh\nprintf '%s|' \"$@\" >> '" + said().toUtf8() + "'\n" + after + "\n");
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        return path;
    }
    [[nodiscard]] QByteArray words() const {
        QFile file(said());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    template <class Predicate>
    [[nodiscard]] static bool waitUntil(Predicate reached) {
        QElapsedTimer timer;
        timer.start();
        while (!reached() && timer.elapsed() < 30'000)
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
        return reached();
    }
};

TEST_F(ReadingVoiceTest, IsNotOfferedWhereTheSystemHasNone) {
    ReadingVoice voice(m_folder.filePath("tidak-ada"));
    EXPECT_FALSE(voice.isOffered());
    voice.say("menjaga netralitas");
    EXPECT_FALSE(voice.isSpeaking());
}

TEST_F(ReadingVoiceTest, SaysTheTextInIndonesianAndNotItsDashesAsOptions) {
    ReadingVoice voice(program(""));
    ASSERT_TRUE(voice.isOffered());
    voice.say("--cancel menolak politik uang");
    EXPECT_TRUE(waitUntil([&] { return !voice.isSpeaking(); }));
    EXPECT_EQ(words(), "--wait|--language|id|--|--cancel menolak politik uang|");
}

TEST_F(ReadingVoiceTest, SaysNothingForNothing) {
    ReadingVoice voice(program(""));
    voice.say("   ");
    EXPECT_FALSE(voice.isSpeaking());
    EXPECT_TRUE(words().isEmpty());
}

TEST_F(ReadingVoiceTest, StopsAtOnce) {
    ReadingVoice voice(program("[ \"$1\" = --cancel ] || exec sleep 600"));
    voice.say("menjaga netralitas");
    ASSERT_TRUE(waitUntil([&] { return !words().isEmpty(); }));
    voice.stop();
    EXPECT_FALSE(voice.isSpeaking());
    EXPECT_TRUE(waitUntil([&] { return words().endsWith("--cancel|"); }));
}

} // namespace
} // namespace teken::app::test
