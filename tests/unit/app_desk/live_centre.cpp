#include "tests/unit/app_desk/live_centre.h"

#include "core/desk/enrolment.h"
#include "sync/server/tls.h"

namespace teken::app::test {

namespace {

void check(const Result<>& result) {
    if (!result)
        throw std::runtime_error(describe(result.error()));
}

} // namespace

using teken::test::orThrow;

sync::Response Gatekeeper::handle(const sync::Request& request) {
    ++m_seen;
    {
        std::unique_lock lock(m_mutex);
        m_moved.wait(lock, [this] { return !m_held; });
    }
    if (m_lying)
        return sync::Response{
            200, "text/html", {}, toBytes("<html>Silakan masuk ke Wi-Fi balai desa</html>")};
    return m_behind.handle(request);
}

void Gatekeeper::hold() {
    const std::lock_guard lock(m_mutex);
    m_held = true;
    m_seen = 0;
}

void Gatekeeper::release() {
    {
        const std::lock_guard lock(m_mutex);
        m_held = false;
    }
    m_moved.notify_all();
}

Digest LiveCentre::writeIdentity(const std::string& name) {
    const auto identity =
        orThrow(sync::server::makeTlsIdentity({"127.0.0.1"}, m_world.clock.now(), m_random));
    check(m_world.files.writeAtomic(m_world.folder / (name + ".crt"), view(identity.certificatePem)));
    check(m_world.files.writeAtomic(m_world.folder / (name + ".key"), view(identity.keyPem)));
    return identity.pin;
}

void LiveCentre::certify(const std::vector<Digest>& pins) {
    const auto holder = orThrow(m_centre.book->keyring().addUnprotected("Pusat", entry::Role::Server));
    desk::EnrolmentRequest request;
    request.role = entry::Role::Server;
    request.name = "Pusat";
    request.device = "127.0.0.1";
    request.key = holder.key;
    request.recipient = orThrow(m_centre.book->keyring().recipientKey());
    request.pins = pins;
    request.address = m_url;
    request.nonce = m_random.make<Nonce>();
    auto root = orThrow(desk::AuthorityDesk::open(m_world.seams(m_world.authority)));
    orThrow(root.certify(request, {}));
    m_world.copy(m_world.authority, m_world.admin);
}

LiveCentre::LiveCentre(teken::test::DeskWorld& world, bool certified) : m_world(world) {
    const auto served = writeIdentity("pusat");
    const auto other = writeIdentity("lain");
    m_centre.book = orThrow(store::Book::create(world.folder / "pusat.book", store::Protection::Open,
                                                {world.clock, m_random, world.files, {}}));
    certify({certified ? served : other});
    m_centre.ledger =
        orThrow(ledger::Ledger::open(*m_centre.book, orThrow(desk::pinnedRoot(*world.authority.book))));
    learn();
    m_service = orThrow(sync::server::Service::open(
        *m_centre.book, *m_centre.ledger, *m_centre.book->keyring().signingKey(), world.clock, m_random, {}));
    m_router = std::make_unique<sync::server::Router>(*m_service, m_random);
    m_gate = std::make_unique<Gatekeeper>(*m_router);
    m_log = orThrow(sync::server::EventLog::open(world.folder / "pusat.log", "debug"));
    sync::server::Config config;
    config.port = 0;
    config.http.connections = 4; // each holds a thread
    config.certificate = world.folder / "pusat.crt";
    config.key = world.folder / "pusat.key";
    m_front = orThrow(sync::server::HttpFront::open(config, *m_gate, *m_log));
    m_url = "https://127.0.0.1:" + std::to_string(m_front->port());
    m_serving = std::thread([this] { static_cast<void>(m_front->serve()); });
}

LiveCentre::~LiveCentre() {
    goAway();
}

void LiveCentre::goAway() {
    m_gate->release();
    if (!m_front)
        return;
    m_front->stop();
    m_serving.join();
    m_front.reset(); // the port is closed
}

} // namespace teken::app::test
