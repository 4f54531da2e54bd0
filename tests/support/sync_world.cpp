#include "tests/support/sync_world.h"

#include "core/crypto/hash.h"
#include "core/domain/roster.h"
#include "core/store/acks.h"
#include "core/store/blobs.h"
#include "core/store/entries.h"
#include "core/store/keyring.h"

#include "core/base/files.h"

namespace teken::test {

namespace {

constexpr std::int64_t kYearMs = 365LL * 24 * 3600 * 1000;

void expectDone(Result<> result) {
    if (!result)
        throw std::runtime_error(describe(result.error()));
}

FileSystem& diskFiles() {
    static PosixFileSystem files; // has no state
    return files;
}

} // namespace

Node::Node(World& world, const TemporaryFolder& folder, const std::string& name, entry::Role role)
    : m_world(world), m_file(folder / (name + ".book")) {
    m_book = orThrow(
        store::Book::create(m_file, store::Protection::Open, {world.clock, world.random, diskFiles(), {}}));
    orThrow(m_book->keyring().addUnprotected(name, role));
    m_ledger = orThrow(ledger::Ledger::open(*m_book, world.root().key().publicKey()));
}

const crypto::SigningKey& Node::key() {
    return *m_book->keyring().signingKey();
}

void Node::closeBook() {
    m_ledger.reset();
    m_book.reset();
}

void Node::openBook() {
    m_book = orThrow(store::Book::open(m_file, {m_world.clock, m_world.random, diskFiles(), {}}));
    m_ledger = orThrow(ledger::Ledger::open(*m_book, m_world.root().key().publicKey()));
}

void Node::restart() {
    closeBook();
    openBook();
}

std::filesystem::path Node::backup() {
    auto file = m_file;
    file += ".backup-" + std::to_string(++m_backups);
    expectDone(m_book->backupTo(file));
    return file;
}

void Node::restore(const std::filesystem::path& backup) {
    closeBook();
    for (const char* suffix : {"-wal", "-shm"}) {
        auto beside = m_file;
        std::filesystem::remove(beside += suffix);
    }
    std::filesystem::copy_file(backup, m_file, std::filesystem::copy_options::overwrite_existing);
    openBook();
}

void Node::record(const std::vector<entry::VerifiedEntry>& entries) {
    orThrow(m_ledger->record(entries));
}

entry::VerifiedEntry Node::append(entry::Body body, Bytes ink) {
    m_world.clock.advance(Milliseconds{7'000});
    entry::FeedHead head;
    if (const auto summary = orThrow(m_book->entries().feed(feed())))
        head = summary->head;
    auto made = orThrow(entry::signEntry(key(), head, entry::Stamp::now(m_world.clock, m_world.random),
                                         m_world.drive(), std::move(body), std::move(ink)));
    record({made});
    return made;
}

BlobId Node::putBlob(ByteView bytes) {
    BlobId id;
    expectDone(m_book->write([&](store::Transaction& transaction) -> Result<> {
        TEKEN_TRY(id, m_book->blobs().put(transaction, bytes));
        return {};
    }));
    return id;
}

bool Node::hasBlob(const BlobId& id) {
    return orThrow(m_book->blobs().has(id));
}

std::string Node::dump() {
    return orThrow(m_ledger->dump());
}

std::uint64_t Node::count() {
    return orThrow(m_book->entries().count());
}

ServerNode::ServerNode(World& world, const TemporaryFolder& folder, const std::string& name)
    : Node(world, folder, name, entry::Role::Server) {
    settings.verifyHelpers = 1;
    startService();
}

void ServerNode::startService() {
    m_router.reset();
    m_service.reset();
    m_service = orThrow(
        sync::server::Service::open(book(), ledger(), key(), m_world.clock, m_world.random, settings));
    if (onStart)
        onStart(*m_service);
    m_router = std::make_unique<sync::server::Router>(*m_service, m_world.random, m_service.get());
}

void ServerNode::closeBook() {
    m_router.reset();
    m_service.reset();
    Node::closeBook();
}

void ServerNode::openBook() {
    Node::openBook();
    startService();
}

Result<sync::Response> FaultyTransport::exchange(const sync::Request& request) {
    auto fault = Fault::None;
    if (!script.empty()) {
        fault = script.front();
        script.pop_front();
    } else if (otherwise) {
        fault = otherwise(request);
    }
    paths.push_back(request.path);
    bytesUp += request.body.size();
    m_world.clock.advance(Milliseconds{fault == Fault::Slow ? 30'000 : 40});
    if (fault == Fault::RequestLost)
        return fail(ErrorCode::Offline, "sync.no-network", "lost on the way there");
    if (fault == Fault::CaptivePortal)
        return sync::Response{200, "text/html", {}, toBytes("<html>Silakan login</html>")};
    if (fault == Fault::ProxyError)
        return sync::Response{502, "text/html", {}, toBytes("<html>Bad Gateway</html>")};
    auto response = m_server.handle(request);
    if (fault == Fault::Doubled)
        response = m_server.handle(request);
    if (fault == Fault::ServerDies)
        m_server.restart();
    if (tamper)
        tamper(request, response);
    if (fault == Fault::AnswerLost || fault == Fault::ServerDies)
        return fail(ErrorCode::Offline, "sync.no-answer", "lost on the way back");
    if (fault == Fault::Cut)
        response.body.resize(response.body.size() / 2);
    if (fault == Fault::Flipped && !response.body.empty())
        response.body[response.body.size() / 2] ^= 4U;
    const auto previous = std::exchange(m_previous, response);
    if (fault == Fault::Stale && previous)
        response = *previous;
    bytesDown += response.body.size();
    return response;
}

LaptopNode::LaptopNode(World& world, const TemporaryFolder& folder, const std::string& name, entry::Role role,
                       ServerNode& server)
    : Node(world, folder, name, role), transport(server, world) {}

sync::client::RoundReport LaptopNode::sync(bool byHand) {
    sync::client::DirectGate gate(book(), ledger());
    return sync::client::runRound(gate, transport, m_world.clock, memory, m_world.random, {byHand, "test"});
}

entry::VerifiedEntry LaptopNode::openSession() {
    m_session = m_world.random.make<SessionId>();
    entry::OpenSession body;
    body.session = m_session;
    body.title = "Penandatanganan";
    body.units = {"*"};
    body.place = "Balai";
    body.roster = m_world.roster();
    body.texts = {m_world.text()};
    body.head = {"Pimpinan", {}, "Camat"};
    body.witnesses = {{"Saksi Satu", {}, "Kasubag"}, {"Saksi Dua", {}, "Kasi"}};
    body.desk = "Meja 1";
    return append(std::move(body));
}

entry::VerifiedEntry LaptopNode::sign(std::uint32_t person) {
    Bytes ink(600);
    m_world.random.fill(ink);
    entry::Sign body;
    body.session = m_session;
    body.person = World::person(person);
    body.roster = m_world.roster();
    body.unit = person % 2 == 0 ? "DINKES" : "DISDIK";
    body.text = m_world.text();
    body.ink = crypto::sha256(ink);
    body.present = {entry::Present::Officer, entry::Present::Witness1};
    return append(std::move(body), std::move(ink));
}

entry::VerifiedEntry LaptopNode::note(const std::string& text) {
    return append(entry::Note{m_session, entry::NoteTopic::SpecialEvent, text, std::nullopt});
}

std::uint64_t LaptopNode::received() {
    return orThrow(book().acks().counts({feed()}, orThrow(ledger::logsOf(book())))).received;
}
std::uint64_t LaptopNode::troubled() {
    return orThrow(book().acks().counts({feed()}, orThrow(ledger::logsOf(book())))).troubled;
}
std::uint64_t LaptopNode::waiting() {
    return orThrow(book().acks().counts({feed()}, orThrow(ledger::logsOf(book())))).waiting;
}

SyncWorld::SyncWorld(std::uint64_t seed) : world(seed) {
    world.begin();
    m_server = makeServer("pusat");
    provision(*m_server);
}

std::unique_ptr<ServerNode> SyncWorld::makeServer(const std::string& name) {
    auto server = std::make_unique<ServerNode>(world, folder, name);
    world.root().append(entry::Certify{.role = entry::Role::Server,
                                       .key = server->key().publicKey(),
                                       .name = name,
                                       .units = {"*"},
                                       .drive = std::nullopt,
                                       .fromMs = 0,
                                       .untilMs = kYearMs * 100,
                                       .pins = {}});
    return server;
}

void SyncWorld::provision(Node& node) {
    node.record(world.all());
}

LaptopNode& SyncWorld::laptop(const std::string& name, entry::Units units) {
    auto& laptop = uncertified(name);
    world.admin().append(entry::CertifyOfficer{.key = laptop.key().publicKey(),
                                               .name = name,
                                               .device = "Laptop",
                                               .units = std::move(units),
                                               .fromMs = 0,
                                               .untilMs = kYearMs * 100,
                                               .recipient = std::nullopt,
                                               .succeeds = std::nullopt});
    provision(laptop);
    return laptop;
}

LaptopNode& SyncWorld::adminMachine(const std::string& name) {
    auto& machine = *m_laptops.emplace_back(
        std::make_unique<LaptopNode>(world, folder, name, entry::Role::Admin, *m_server));
    world.root().append(entry::Certify{.role = entry::Role::Admin,
                                       .key = machine.key().publicKey(),
                                       .name = name,
                                       .units = {"*"},
                                       .drive = std::nullopt,
                                       .fromMs = 0,
                                       .untilMs = kYearMs * 100,
                                       .pins = {}});
    provision(machine);
    return machine;
}

LaptopNode& SyncWorld::uncertified(const std::string& name) {
    return *m_laptops.emplace_back(
        std::make_unique<LaptopNode>(world, folder, name, entry::Role::Field, *m_server));
}

SyncWorld::Roster SyncWorld::publishRoster(Node& node) {
    domain::RosterSnapshot roster;
    roster.date = orThrow(domain::parseIsoDate("2023-11-01"));
    roster.units = {{"DINKES", "Dinas Kesehatan", domain::UnitKind::Opd, {}, {}},
                    {"DISDIK", "Dinas Pendidikan", domain::UnitKind::Opd, {}, {}}};
    for (std::uint32_t i = 0; i < 400; ++i) {
        domain::Person person;
        person.id = World::person(i);
        person.name = "Pegawai " + std::to_string(i);
        person.kind = domain::SignerKind::NonAsn;
        person.post.unit = i % 2 == 0 ? "DINKES" : "DISDIK";
        roster.people.push_back(std::move(person));
    }
    const auto encoded = orThrow(domain::encodeRoster(roster));
    entry::RosterSnapshot body;
    body.date = "2023-11-01";
    body.manifest = encoded.manifestId;
    body.source = crypto::sha256("file");
    body.rows.read = body.rows.accepted = body.persons = 400;
    body.units = 2;
    body.previous = world.roster();
    world.admin().append(body);
    provision(node);
    node.putBlob(encoded.manifest);
    for (const auto& unit : encoded.units)
        node.putBlob(unit.bytes);
    return {encoded.manifestId, encoded.units.at(0).id, encoded.units.at(1).id};
}

} // namespace teken::test
