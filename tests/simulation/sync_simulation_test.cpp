#include "tests/simulation/sync_simulation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>

namespace teken::test {
namespace {

/// More of it: TEKEN_SIMULATION_STEPS=20000 TEKEN_SIMULATION_SEED=77.
std::uint64_t fromEnvironment(const char* name, std::uint64_t otherwise) {
    const char* text = std::getenv(name);
    return text != nullptr && *text != '\0' ? std::strtoull(text, nullptr, 10) : otherwise;
}

class SyncSimulationSeeds : public testing::TestWithParam<std::uint64_t> {};

TEST_P(SyncSimulationSeeds, KeepEveryPromiseHoweverTheLineFails) {
    SimulationOptions options;
    options.seed = fromEnvironment("TEKEN_SIMULATION_SEED", GetParam());
    options.steps = fromEnvironment("TEKEN_SIMULATION_STEPS", 500);
    SyncSimulation simulation(options);
    EXPECT_THAT(simulation.run(), testing::IsEmpty());
    std::cout << "seed " << options.seed << ": " << simulation.story() << "\n";
}

INSTANTIATE_TEST_SUITE_P(Some, SyncSimulationSeeds, testing::Values(1, 2, 3, 4));

TEST(SyncSimulationCanary, IsFoundWhenAServerForgetsWhatItAcknowledged) {
    SimulationOptions options;
    options.seed = 5;
    options.steps = 60;
    options.canary = true;
    SyncSimulation simulation(options);
    EXPECT_THAT(simulation.run(), testing::Contains(testing::HasSubstr("which the server does not have")));
}

} // namespace
} // namespace teken::test
