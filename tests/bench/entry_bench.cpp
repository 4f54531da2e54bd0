// How much of a bare signature check is left when everything else of verifyEntry() is paid for: PAE, entry
// id, strict parsing, feed id, hash of the ink. Aim (audit, one core): at least 85 %.
#include "core/crypto/hash.h"
#include "core/crypto/random.h"
#include "core/entry/entry.h"
#include "tests/support/world.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

namespace {

using namespace teken;
using Seconds = std::chrono::duration<double>;

constexpr std::uint32_t kSignatures = 2'000;
constexpr int kRounds = 9;

double secondsOf(const auto& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return Seconds(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> values) {
    std::nth_element(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2),
                     values.end());
    return values[values.size() / 2];
}

std::vector<entry::Entry> signatures() {
    test::World world;
    world.begin();
    auto& officer = world.certifyOfficer("Petugas");
    officer.openSession();
    std::vector<entry::Entry> entries;
    for (std::uint32_t i = 0; i < kSignatures; ++i) {
        Bytes ink(600); // a usual signature after thinning
        world.random.fill(ink);
        entries.push_back(officer.sign(test::World::person(i), std::move(ink)).raw);
    }
    return entries;
}

void require(bool good) {
    TEKEN_ASSERT(good, "the bench verifies what it signed");
}

void print(const char* what, double seconds, double bare) {
    std::printf("%-34s %8.2f us each   %6.1f %% of bare speed\n", what, seconds / kSignatures * 1e6,
                100 * bare / seconds);
}

} // namespace

int main() {
    require(crypto::start().has_value());
    const auto entries = signatures();
    std::vector<Bytes> messages;
    for (const auto& entry : entries)
        messages.push_back(entry::preAuthEncoding(entry::kPayloadType, entry.payload));

    std::vector<double> bare, whole, parse, hash;
    for (int round = 0; round < kRounds; ++round) {
        bare.push_back(secondsOf([&] {
            for (std::size_t i = 0; i < entries.size(); ++i)
                require(crypto::verify(entries[i].key, messages[i], entries[i].signature));
        }));
        auto copies = entries;
        whole.push_back(secondsOf([&] {
            for (auto& entry : copies)
                require(entry::verifyEntry(std::move(entry)).has_value());
        }));
        parse.push_back(secondsOf([&] {
            for (const auto& entry : entries)
                require(entry::decodePayload(entry.payload).has_value());
        }));
        hash.push_back(secondsOf([&] {
            for (std::size_t i = 0; i < entries.size(); ++i)
                require(!crypto::sha256(messages[i]).isZero() && !crypto::sha256(entries[i].ink).isZero());
        }));
    }
    const double floor = median(bare);
    std::printf("%u sign entries, payload %zu bytes, ink %zu bytes, one core, median of %d rounds\n",
                kSignatures, entries[0].payload.size(), entries[0].ink.size(), kRounds);
    print("bare signature check", floor, floor);
    print("verifyEntry", median(whole), floor);
    std::printf("%-34s %8.2f us each\n", "  of it decodePayload", median(parse) / kSignatures * 1e6);
    std::printf("%-34s %8.2f us each\n", "  of it SHA-256 (entry id, ink)", median(hash) / kSignatures * 1e6);
}
