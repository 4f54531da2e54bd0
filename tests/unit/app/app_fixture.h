#pragma once

#include "fake_people.h"
#include "fake_world.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace teken::app::test {

/// A fresh laptop for each test.
class WorldTest : public ::testing::Test {
protected:
    QTemporaryDir m_folder;
    FakeWorld world{m_folder.path()};

    void search(const QString& question) {
        world.app.session()->setQuestion(question);
        world.settle();
    }
    /// The signer's page of the n-th person of the fake roster.
    void beginSigning(int index = 0) {
        world.enterSession();
        search(world.desk.people[index].name);
        world.app.session()->takeFirst();
        world.settle();
    }
};

} // namespace teken::app::test
