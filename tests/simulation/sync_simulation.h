// Laptops, admins and a server for thousands of steps from one seed: people sign, lines fail, machines die, a
// backup is put back. Checkers run after every step.
#pragma once

#include "tests/support/sync_world.h"

#include <map>
#include <random>
#include <string>
#include <vector>

namespace teken::test {

struct SimulationOptions {
    std::uint64_t seed = 1;
    std::size_t laptops = 4;
    std::size_t steps = 600;
    /// A planted fault that the checkers must find: the server forgets what it acknowledged, and nobody is
    /// told.
    bool canary = false;
};

class SyncSimulation {
public:
    explicit SyncSimulation(const SimulationOptions& options);

    /// Empty if every promise held; else what broke, with step and seed.
    [[nodiscard]] std::vector<std::string> run();
    [[nodiscard]] const std::string& story() const { return m_story; } ///< how often each step was taken

private:
    void step();
    void work(std::size_t laptop);
    void syncOne(LaptopNode& laptop);
    void restoreServer(bool silently);
    void cloneLaptop(std::size_t laptop);
    [[nodiscard]] Fault dice();
    [[nodiscard]] std::size_t below(std::size_t most) { return m_dice() % most; }

    void checkAcknowledged();
    void checkNothingLost();
    void heal();
    void checkEnd();
    void broken(const std::string& what);

    SimulationOptions m_options;
    std::mt19937_64 m_dice;
    SyncWorld m_world;
    LaptopNode* m_admin = nullptr;
    std::vector<LaptopNode*> m_laptops;
    std::vector<bool> m_mayBelieveTooMuch; ///< the server was set back and this laptop has not met it since
    std::vector<bool> m_cloned;
    std::vector<std::uint64_t> m_saved; ///< own entries seen before
    std::filesystem::path m_serverBackup;
    std::size_t m_step = 0;
    std::uint32_t m_nextPerson = 0;
    std::map<std::string, unsigned> m_counts;
    std::string m_story;
    std::vector<std::string> m_broken;
};

} // namespace teken::test
