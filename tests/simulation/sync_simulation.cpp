#include "tests/simulation/sync_simulation.h"

#include "core/store/acks.h"
#include "core/store/entries.h"

namespace teken::test {

namespace {
constexpr std::size_t kMostRounds = 12; // to heal: gaps close one after another
}

SyncSimulation::SyncSimulation(const SimulationOptions& options)
    : m_options(options), m_dice(options.seed), m_world(options.seed) {
    m_admin = &m_world.adminMachine();
    for (std::size_t i = 0; i < options.laptops; ++i) {
        m_laptops.push_back(&m_world.laptop("Petugas " + std::to_string(i)));
        m_laptops.back()->openSession();
    }
    m_mayBelieveTooMuch.assign(options.laptops, false);
    m_cloned.assign(options.laptops, false);
    m_saved.assign(options.laptops, 0);
    m_serverBackup = m_world.server().backup();
}

void SyncSimulation::broken(const std::string& what) {
    m_broken.push_back("seed " + std::to_string(m_options.seed) + ", step " + std::to_string(m_step) + ": " +
                       what);
}

Fault SyncSimulation::dice() {
    if (below(6) != 0)
        return Fault::None;
    constexpr Fault kFaults[] = {Fault::RequestLost, Fault::AnswerLost, Fault::Doubled, Fault::Stale,
                                 Fault::Cut,         Fault::Flipped,    Fault::Slow,    Fault::CaptivePortal,
                                 Fault::ProxyError,  Fault::ServerDies};
    return kFaults[below(std::size(kFaults))];
}

void SyncSimulation::work(std::size_t laptop) {
    auto& node = *m_laptops[laptop];
    const auto many = 1 + below(4);
    for (std::size_t i = 0; i < many; ++i)
        if (below(4) == 0)
            node.note();
        else
            node.sign(below(3) == 0 ? static_cast<std::uint32_t>(below(20)) : m_nextPerson++ + 100);
}

void SyncSimulation::syncOne(LaptopNode& laptop) {
    laptop.transport.otherwise = [this](const sync::Request&) { return dice(); };
    const auto report = laptop.sync(below(8) == 0);
    laptop.transport.otherwise = {};
    for (std::size_t i = 0; i < m_laptops.size(); ++i)
        if (m_laptops[i] == &laptop && report.clockOffset && report.ok())
            m_mayBelieveTooMuch[i] = false;
}

/// The operator puts last week's backup back. `silently`: the note beside the book goes with it, and the
/// planted fault does not even tell the checkers.
void SyncSimulation::restoreServer(bool silently) {
    if (silently || below(2) == 0)
        for (const auto& file : std::filesystem::directory_iterator(m_world.folder.path()))
            if (file.path().filename().string().starts_with("pusat.book.anchor"))
                std::filesystem::remove(file.path());
    m_world.server().restore(m_serverBackup);
    if (!silently)
        m_mayBelieveTooMuch.assign(m_laptops.size(), true);
}

/// A disk image is put back: what was signed since then is gone from the laptop, and its feed may fork.
void SyncSimulation::cloneLaptop(std::size_t laptop) {
    auto& node = *m_laptops[laptop];
    const auto image = node.backup();
    node.note();
    syncOne(node);
    node.restore(image);
    node.memory = {};
    node.note();
    m_cloned[laptop] = true;
    m_saved[laptop] = 0;
}

void SyncSimulation::step() {
    const auto roll = below(100);
    const auto laptop = below(m_laptops.size());
    const auto count = [this](const char* what) { ++m_counts[what]; };
    if (roll < 40) {
        count("work");
        work(laptop);
    } else if (roll < 75) {
        count("sync");
        syncOne(*m_laptops[laptop]);
    } else if (roll < 85) {
        count("admin sync");
        syncOne(*m_admin);
    } else if (roll < 89) {
        count("laptop restarts");
        m_laptops[laptop]->restart();
        m_laptops[laptop]->memory = {};
    } else if (roll < 92) {
        count("server restarts");
        m_world.server().restart();
    } else if (roll < 94) {
        count("authority writes");
        m_world.world.lockText();
        m_admin->record(m_world.world.all());
    } else if (roll < 96) {
        count("server backup");
        m_serverBackup = m_world.server().backup();
    } else if (roll < 98) {
        count("server restored");
        restoreServer(false);
    } else if (!m_cloned[laptop] && laptop == 0 && m_step > m_options.steps / 2) {
        count("laptop cloned");
        cloneLaptop(laptop);
    }
    if (m_options.canary && m_step == m_options.steps / 2) {
        m_serverBackup = m_world.server().backup();
        for (std::size_t i = 0; i < m_laptops.size(); ++i) {
            work(i);
            m_laptops[i]->sync();
        }
        restoreServer(true);
    }
}

/// What a laptop shows as received is at the centre, unless the centre was set back since they last met.
void SyncSimulation::checkAcknowledged() {
    for (std::size_t i = 0; i < m_laptops.size(); ++i) {
        if (m_mayBelieveTooMuch[i])
            continue;
        auto& node = *m_laptops[i];
        const auto ack = orThrow(node.book().acks().latest(node.feed()));
        if (ack && !orThrow(m_world.server().book().entries().has(ack->head)))
            broken("laptop " + std::to_string(i) + " holds an acknowledgement of number " +
                   std::to_string(ack->seq) + " which the server does not have");
    }
}

void SyncSimulation::checkNothingLost() {
    for (std::size_t i = 0; i < m_laptops.size(); ++i) {
        const auto counts = orThrow(m_laptops[i]->book().acks().counts({m_laptops[i]->feed()}, {}));
        if (counts.saved < m_saved[i])
            broken("laptop " + std::to_string(i) + " lost entries");
        m_saved[i] = counts.saved;
        if (counts.saved != counts.received + counts.troubled + counts.waiting)
            broken("laptop " + std::to_string(i) + " counts do not add up");
    }
}

void SyncSimulation::heal() {
    for (std::size_t round = 0; round < kMostRounds; ++round) {
        for (auto* laptop : m_laptops)
            if (const auto report = laptop->sync(true); !report.ok())
                broken("a round failed on a good line: " + describe(*report.error));
        if (const auto report = m_admin->sync(true); !report.ok())
            broken("the admin's round failed on a good line: " + describe(*report.error));
    }
}

void SyncSimulation::checkEnd() {
    auto& server = m_world.server();
    if (m_admin->dump() != server.dump())
        broken("admin and server disagree");
    if (const auto before = server.dump(); !server.ledger().refold() || before != server.dump())
        broken("the server's state is not the refold of its entries");
    for (std::size_t i = 0; i < m_laptops.size(); ++i) {
        auto& node = *m_laptops[i];
        const auto ids = orThrow(node.book().entries().idsOf(node.feed(), 1, 1'000'000));
        for (const auto& id : ids)
            if (!orThrow(server.book().entries().has(id)))
                broken("an entry of laptop " + std::to_string(i) + " never arrived");
        const auto counts = orThrow(node.book().acks().counts({node.feed()}, {}));
        if (!m_cloned[i] && counts.received != counts.saved)
            broken("laptop " + std::to_string(i) + ": " + std::to_string(counts.received) + " of " +
                   std::to_string(counts.saved) + " received");
    }
}

std::vector<std::string> SyncSimulation::run() {
    for (m_step = 0; m_step < m_options.steps && m_broken.empty(); ++m_step) {
        step();
        checkAcknowledged();
        checkNothingLost();
    }
    if (m_broken.empty()) {
        heal();
        checkEnd();
    }
    for (const auto& [what, times] : m_counts)
        m_story += what + " " + std::to_string(times) + ", ";
    m_story += "entries " + std::to_string(m_world.server().count());
    return m_broken;
}

} // namespace teken::test
