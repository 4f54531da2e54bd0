#include "core/crypto/random.h"

#include <gtest/gtest.h>

#include <cstdio>

int main(int argc, char** argv) {
    ::testing::InitGoogleTest(&argc, argv);
    if (const auto started = teken::crypto::start(); !started) {
        std::fprintf(stderr, "%s\n", teken::describe(started.error()).c_str());
        return 1;
    }
    return RUN_ALL_TESTS();
}
