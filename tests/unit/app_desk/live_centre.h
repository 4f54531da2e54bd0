// A centre behind TLS on a free port of loopback, certified by the drive's own root. It can be told to lie,
// to keep silent, and to go away.
#pragma once

#include "core/crypto/random.h"
#include "sync/server/http_front.h"
#include "sync/server/router.h"
#include "sync/server/service.h"
#include "tests/unit/desk/desk_world.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace teken::app::test {

/// Stands between the network and the server's own handler.
class Gatekeeper final : public sync::server::Handler {
public:
    explicit Gatekeeper(sync::server::Handler& behind) : m_behind(behind) {}
    [[nodiscard]] bool knows(std::string_view path) const override { return m_behind.knows(path); }
    [[nodiscard]] std::size_t mostBodyBytes(std::string_view path) const override {
        return m_behind.mostBodyBytes(path);
    }
    [[nodiscard]] std::size_t longestBodyBytes() const override { return m_behind.longestBodyBytes(); }
    [[nodiscard]] sync::Response handle(const sync::Request& request) override;
    [[nodiscard]] sync::Response refusal(const Error& error) override { return m_behind.refusal(error); }

    /// From now on every answer is 200 with a page that asks for a login.
    void lie(bool lying) { m_lying = lying; }
    /// Requests wait here until release().
    void hold();
    void release();
    /// Requests that wait or have waited.
    [[nodiscard]] int seen() const { return m_seen; }

private:
    sync::server::Handler& m_behind;
    std::atomic_bool m_lying = false;
    std::atomic_int m_seen = 0;
    std::mutex m_mutex;
    std::condition_variable m_moved;
    bool m_held = false;
};

class LiveCentre {
public:
    /// `certified`: the root names the TLS key that is served; otherwise another one.
    explicit LiveCentre(teken::test::DeskWorld& world, bool certified = true);
    ~LiveCentre();
    LiveCentre(const LiveCentre&) = delete;
    LiveCentre& operator=(const LiveCentre&) = delete;

    [[nodiscard]] std::string url() const { return m_url; }
    [[nodiscard]] Gatekeeper& gate() { return *m_gate; }
    /// What the admin has certified since: the centre learns it as from the admin's own sending.
    void learn() { m_world.copy(m_world.admin, m_centre); }
    /// Nobody listens any more.
    void goAway();

private:
    [[nodiscard]] Digest writeIdentity(const std::string& name);
    void certify(const std::vector<Digest>& pins);

    teken::test::DeskWorld& m_world;
    crypto::SystemRandom m_random;
    teken::test::DeskBook m_centre;
    std::unique_ptr<sync::server::Service> m_service;
    std::unique_ptr<sync::server::Router> m_router;
    std::unique_ptr<Gatekeeper> m_gate;
    std::unique_ptr<sync::server::EventLog> m_log;
    std::unique_ptr<sync::server::HttpFront> m_front;
    std::thread m_serving;
    std::string m_url;
};

} // namespace teken::app::test
