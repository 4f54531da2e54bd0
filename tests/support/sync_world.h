// Laptops, an admin and a server in one process, on a transport that fails when told to.
//
//   SyncWorld world;                        // root, admin, drive, text, roster, a certified server
//   auto& laptop = world.laptop("Pak A");   // certified, knows the authority feeds
//   laptop.openSession();
//   laptop.sign(1);
//   laptop.sync();                          // one round
//   EXPECT_EQ(laptop.received(), 2U);
#pragma once

#include "core/ledger/ledger.h"
#include "core/store/book.h"
#include "sync/client/runner.h"
#include "sync/server/router.h"
#include "sync/server/service.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

#include <deque>
#include <functional>
#include <memory>

namespace teken::test {

/// A machine: a book in a folder, its key, its ledger.
class Node {
public:
    Node(World& world, const TemporaryFolder& folder, const std::string& name, entry::Role role);
    virtual ~Node() = default;
    Node(const Node&) = delete;
    Node& operator=(const Node&) = delete;

    [[nodiscard]] store::Book& book() { return *m_book; }
    [[nodiscard]] ledger::Ledger& ledger() { return *m_ledger; }
    [[nodiscard]] const crypto::SigningKey& key();
    [[nodiscard]] FeedId feed() { return key().feedId(); }

    void record(const std::vector<entry::VerifiedEntry>& entries);
    /// Signs the next entry of this machine's feed and stores it.
    entry::VerifiedEntry append(entry::Body body, Bytes ink = {});
    BlobId putBlob(ByteView bytes);
    [[nodiscard]] bool hasBlob(const BlobId& id);
    [[nodiscard]] std::string dump();
    [[nodiscard]] std::uint64_t count();

    /// As if the program had been killed and started again.
    virtual void restart();
    /// A copy of the book as it is now; restore() puts it back, as from a backup of last week.
    [[nodiscard]] std::filesystem::path backup();
    void restore(const std::filesystem::path& backup);

protected:
    virtual void closeBook();
    virtual void openBook();
    World& m_world;

private:
    std::filesystem::path m_file;
    std::unique_ptr<store::Book> m_book;
    std::unique_ptr<ledger::Ledger> m_ledger;
    unsigned m_backups = 0;
};

class ServerNode final : public Node {
public:
    ServerNode(World& world, const TemporaryFolder& folder, const std::string& name);
    [[nodiscard]] sync::server::Service& service() { return *m_service; }
    [[nodiscard]] sync::Response handle(const sync::Request& request) { return m_router->handle(request); }
    /// Limits for the next start.
    sync::server::ServiceSettings settings;
    void startService();
    /// Called at each start of the service: for what main() does beside it.
    std::function<void(sync::server::Service&)> onStart;

private:
    void closeBook() override;
    void openBook() override;
    std::unique_ptr<sync::server::Service> m_service;
    std::unique_ptr<sync::server::Router> m_router;
};

/// What goes wrong with one exchange.
enum class Fault : std::uint8_t {
    None,
    RequestLost,
    AnswerLost, ///< the server did it, nobody hears of it
    Doubled,    ///< the request arrives twice, the second answer is heard
    Stale,      ///< the answer to the question before this one
    Cut,        ///< half of the answer's body
    CaptivePortal,
    ProxyError,
    Flipped,   ///< one bit of the answer's body
    Slow,      ///< takes 30 s
    ServerDies ///< after the commit, before the answer
};

class FaultyTransport final : public sync::Transport {
public:
    FaultyTransport(ServerNode& server, World& world) : m_server(server), m_world(world) {}
    Result<sync::Response> exchange(const sync::Request& request) override;

    /// The next exchanges, one fault each; afterwards `otherwise`.
    std::deque<Fault> script;
    std::function<Fault(const sync::Request&)> otherwise;
    /// A lying server or a hand in the line: sees and changes each answer.
    std::function<void(const sync::Request&, sync::Response&)> tamper;
    std::vector<std::string> paths; ///< of all requests, in order
    std::uint64_t bytesUp = 0, bytesDown = 0;

private:
    ServerNode& m_server;
    World& m_world;
    std::optional<sync::Response> m_previous;
};

class LaptopNode final : public Node {
public:
    LaptopNode(World& world, const TemporaryFolder& folder, const std::string& name, entry::Role role,
               ServerNode& server);

    sync::client::RoundReport sync(bool byHand = false);
    FaultyTransport transport;
    sync::client::Memory memory;

    entry::VerifiedEntry openSession();
    entry::VerifiedEntry sign(std::uint32_t person);
    entry::VerifiedEntry note(const std::string& text = "hujan deras");
    [[nodiscard]] std::uint64_t received();
    [[nodiscard]] std::uint64_t troubled();
    [[nodiscard]] std::uint64_t waiting();

private:
    SessionId m_session;
};

class SyncWorld {
public:
    explicit SyncWorld(std::uint64_t seed = 1);

    TemporaryFolder folder;
    World world;
    [[nodiscard]] ServerNode& server() { return *m_server; }
    /// A certified officer's laptop that holds the authority feeds as they are now.
    LaptopNode& laptop(const std::string& name, entry::Units units = {"*"});
    /// The admin's own machine: a second admin key, because the first one's feed is written by World.
    LaptopNode& adminMachine(const std::string& name = "Admin 2");
    LaptopNode& uncertified(const std::string& name);
    /// A server of its own that the root certified, too.
    std::unique_ptr<ServerNode> makeServer(const std::string& name);
    /// Everything root and admins have written so far, into this node.
    void provision(Node& node);
    /// A roster of two units, "DINKES" and "DISDIK", as blobs in `node` and as an entry of the admin.
    struct Roster {
        BlobId manifest, health, schools;
    };
    Roster publishRoster(Node& node);

private:
    std::unique_ptr<ServerNode> m_server;
    std::vector<std::unique_ptr<LaptopNode>> m_laptops;
};

} // namespace teken::test
