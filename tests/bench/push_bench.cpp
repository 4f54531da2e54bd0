// Signatures pushed over loopback HTTP to a server that verifies them, stores them durably and folds them,
// against a bare libsodium verify loop over the same entries on one core in the same run. Aim: at least 50 %
// of the loop, at most 1,200 bytes a signature on the wire. Then a whole round, client's book and
// acknowledgements included.
//
// push_bench [SIGNATURES]: set TMPDIR to a folder on the disk in question.
#include "core/crypto/hash.h"
#include "core/crypto/random.h"
#include "core/store/entries.h"
#include "core/store/keyring.h"
#include "sync/client/http_transport.h"
#include "sync/client/runner.h"
#include "sync/protocol/codec.h"
#include "sync/server/http_front.h"
#include "sync/server/router.h"
#include "tests/bench/handwriting.h"
#include "tests/support/sync_world.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <thread>

namespace {

using namespace teken;
using test::orThrow;
using Seconds = std::chrono::duration<double>;

constexpr std::size_t kBatch = 500;

double secondsOf(const auto& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return Seconds(std::chrono::steady_clock::now() - start).count();
}

std::vector<entry::VerifiedEntry> signatures(test::SyncWorld& world, test::LaptopNode& laptop,
                                             std::size_t count) {
    std::vector<entry::VerifiedEntry> made;
    entry::FeedHead head;
    for (std::uint32_t i = 0; i < count; ++i) {
        auto ink = bench::someHandwriting(world.world.random);
        entry::Sign body;
        body.person = test::World::person(i);
        body.roster = world.world.roster();
        body.unit = "DINKES";
        body.text = world.world.text();
        body.ink = crypto::sha256(ink);
        body.present = {entry::Present::Officer, entry::Present::Witness1, entry::Present::Witness2};
        world.world.clock.advance(Milliseconds{20'000});
        made.push_back(orThrow(entry::signEntry(laptop.key(), head,
                                                entry::Stamp::now(world.world.clock, world.world.random),
                                                world.world.drive(), body, std::move(ink))));
        head = {made.back().payload.header.seq, made.back().id};
    }
    return made;
}

double bareVerifyRate(const std::vector<entry::VerifiedEntry>& entries) {
    std::vector<Bytes> messages;
    for (const auto& made : entries)
        messages.push_back(entry::preAuthEncoding(entry::kPayloadType, made.raw.payload));
    std::size_t good = 0;
    const auto seconds = secondsOf([&] {
        for (std::size_t i = 0; i < entries.size(); ++i)
            good += crypto::verify(entries[i].raw.key, messages[i], entries[i].raw.signature) ? 1U : 0U;
    });
    if (good != entries.size())
        throw std::runtime_error("a signature does not hold");
    return static_cast<double>(entries.size()) / seconds;
}

/// A server of its own behind HTTP on loopback, as teken-server runs it.
class Centre {
public:
    Centre(test::SyncWorld& world, const std::string& name) : m_node(world.makeServer(name)) {
        world.provision(*m_node);
        m_node->settings.verifyHelpers = std::max(1U, std::thread::hardware_concurrency()) - 1;
        m_node->startService();
        m_router = std::make_unique<sync::server::Router>(m_node->service(), m_random);
        m_log = orThrow(sync::server::EventLog::open(world.folder / (name + ".log"), "error"));
        sync::server::Config config;
        config.tls = false;
        config.port = 0;
        m_front = orThrow(sync::server::HttpFront::open(config, *m_router, *m_log));
        m_thread = std::thread([this] { (void)m_front->serve(); });
    }
    ~Centre() {
        m_front->stop();
        m_thread.join();
    }
    [[nodiscard]] std::unique_ptr<sync::client::HttpTransport> transport() const {
        return orThrow(sync::client::HttpTransport::create(
            {.address = "http://127.0.0.1:" + std::to_string(m_front->port()), .pins = {}}));
    }
    [[nodiscard]] test::ServerNode& node() { return *m_node; }

private:
    std::unique_ptr<test::ServerNode> m_node;
    crypto::SystemRandom m_random;
    std::unique_ptr<sync::server::Router> m_router;
    std::unique_ptr<sync::server::EventLog> m_log;
    std::unique_ptr<sync::server::HttpFront> m_front;
    std::thread m_thread;
};

struct Traffic {
    std::uint64_t up = 0, down = 0;
    double encoding = 0;
};

/// One connection, batch after batch, as one laptop sends.
Traffic pushFeed(const Centre& centre, const std::vector<entry::VerifiedEntry>& entries) {
    const auto transport = centre.transport();
    test::SeededRandom random;
    Traffic traffic;
    for (std::size_t from = 0; from < entries.size();) {
        sync::PushRequest message{random.make<Nonce>(), {}};
        sync::Request request{std::string(sync::path::kPush), std::string(sync::kBinaryContent), {}, {}};
        traffic.encoding += secondsOf([&] {
            for (std::size_t i = from; i < std::min(from + kBatch, entries.size()); ++i)
                message.records.emplace_back(entries[i].raw);
            auto body = sync::encode(message);
            while (!body) { // more than 512 KiB: take fewer
                message.records.resize(message.records.size() * 3 / 4);
                body = sync::encode(message);
            }
            request.body = *std::move(body);
        });
        from += message.records.size();
        const auto response = orThrow(transport->exchange(request));
        const auto answer = orThrow(sync::decode<sync::PushAnswer>(response.body));
        traffic.up += request.body.size();
        traffic.down += response.body.size();
        for (const auto& fate : answer.fates)
            if (fate.fate != sync::Fate::Stored)
                throw std::runtime_error("not stored: " + fate.reason);
    }
    return traffic;
}

double rate(const char* what, double count, double seconds, double bare) {
    std::printf("%-21s %8.0f entries/s   %5.1f %% of the bare loop\n", what, count / seconds,
                100 * count / seconds / bare);
    return count / seconds;
}

using Feeds = std::vector<std::vector<entry::VerifiedEntry>>;

void pushAll(test::SyncWorld& world, const Feeds& feeds, double bare) {
    const auto count = static_cast<double>(feeds[0].size());
    {
        Centre centre(world, "pusat-satu");
        Traffic traffic;
        const auto seconds = secondsOf([&] { traffic = pushFeed(centre, feeds[0]); });
        rate("push, one laptop", count, seconds, bare);
        std::printf("  on the wire         %8.0f bytes up, %.0f down a signature (aim: at most 1,200)\n",
                    static_cast<double>(traffic.up) / count, static_cast<double>(traffic.down) / count);
        std::printf("  client encodes      %8.1f %% of the time\n", 100 * traffic.encoding / seconds);
        std::vector<entry::Entry> raw;
        for (const auto& made : feeds[0])
            raw.push_back(made.raw);
        sync::server::VerifyPool pool(std::max(1U, std::thread::hardware_concurrency()) - 1);
        const auto verifying = secondsOf([&] {
            auto under = pool.start(std::move(raw));
            while (under.next()) {
            }
        });
        std::printf(
            "  verifying alone     %8.1f %% of the time, on all cores; storing and folding go on beside it\n",
            100 * verifying / seconds);
    }
    Centre centre(world, "pusat-semua");
    const auto seconds = secondsOf([&] {
        std::vector<std::thread> laptops;
        for (const auto& feed : feeds)
            laptops.emplace_back([&] { pushFeed(centre, feed); });
        for (auto& laptop : laptops)
            laptop.join();
    });
    rate("push, all laptops", count * static_cast<double>(feeds.size()), seconds, bare);
    std::printf("  aim: at least 50 %%, durable and verified on the server\n");
}

void recordAlone(test::SyncWorld& world, const std::vector<entry::VerifiedEntry>& entries, double bare) {
    const auto node = world.makeServer("tanpa-http");
    world.provision(*node);
    const auto seconds = secondsOf([&] {
        for (std::size_t from = 0; from < entries.size(); from += kBatch)
            (void)orThrow(node->ledger().record(
                std::span(entries).subspan(from, std::min(kBatch, entries.size() - from))));
    });
    rate("store and fold alone", static_cast<double>(entries.size()), seconds, bare);
}

void wholeRound(Centre& centre, test::SyncWorld& world, test::LaptopNode& laptop, std::size_t count,
                double bare) {
    const auto transport = centre.transport();
    sync::client::RoundReport report;
    const auto seconds = secondsOf([&] {
        report = sync::client::syncOnce(laptop.book(), laptop.ledger(), *transport, world.world.clock,
                                        world.world.random);
    });
    if (!report.ok())
        throw std::runtime_error(describe(*report.error));
    rate("whole round", static_cast<double>(count), seconds, bare);
    std::printf("  client's book, acknowledgements and all; %llu received\n",
                static_cast<unsigned long long>(laptop.received()));
}

int run(std::size_t count) {
    constexpr std::size_t kLaptops = 3;
    test::SyncWorld world;
    Feeds feeds;
    test::LaptopNode* first = nullptr;
    for (std::size_t i = 0; i < kLaptops; ++i) {
        auto& laptop = world.laptop("Petugas " + std::to_string(i));
        feeds.push_back(signatures(world, laptop, count));
        first = first != nullptr ? first : &laptop;
    }
    std::uint64_t payload = 0;
    std::uint64_t ink = 0;
    for (const auto& made : feeds[0]) {
        payload += made.raw.payload.size();
        ink += made.raw.ink.size();
    }
    std::printf("%zu signatures of each of %zu laptops, payload %llu bytes, ink %llu bytes on average\n",
                count, kLaptops, static_cast<unsigned long long>(payload / count),
                static_cast<unsigned long long>(ink / count));
    const double bare = bareVerifyRate(feeds[0]);
    std::printf("%-21s %8.0f entries/s   one core\n", "bare verify loop", bare);
    pushAll(world, feeds, bare);
    recordAlone(world, feeds[0], bare);
    for (std::size_t from = 0; from < count; from += kBatch)
        first->record({feeds[0].begin() + static_cast<std::ptrdiff_t>(from),
                       feeds[0].begin() + static_cast<std::ptrdiff_t>(std::min(from + kBatch, count))});
    Centre centre(world, "pusat-putaran");
    world.provision(*first);
    wholeRound(centre, world, *first, count, bare);
    return 0;
}

} // namespace

int main(int count, char** values) {
    try {
        if (const auto started = crypto::start(); !started)
            throw std::runtime_error(describe(started.error()));
        return run(count > 1 ? std::strtoull(values[1], nullptr, 10) : 6'000);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "push_bench: %s\n", error.what());
        return 1;
    }
}
