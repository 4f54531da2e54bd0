// The server's way to its witnesses: over the network while it serves, on a stick for those without one.
#pragma once

#include "app/teken-server/log_commands.h"
#include "sync/client/http_transport.h"
#include "sync/server/cosigner_asker.h"
#include "sync/server/event_log.h"
#include "sync/server/ticker.h"

#include <memory>
#include <vector>

namespace teken::service {

/// Keys of all configured witnesses.
[[nodiscard]] std::vector<log::VerifierKey> cosignerKeys(const sync::server::Config& config);

/// Asks the configured witnesses as long as it lives, on a thread of its own, and takes in what a command has
/// laid beside the log's key.
class CosignerLines {
public:
    /// InvalidInput ("sync.address"). All outlive it.
    [[nodiscard]] static Result<std::unique_ptr<CosignerLines>> open(Context& context,
                                                                     const sync::server::Config& config,
                                                                     sync::server::Service& service,
                                                                     sync::server::EventLog& log);
    ~CosignerLines() { stop(); }
    CosignerLines(const CosignerLines&) = delete;
    CosignerLines& operator=(const CosignerLines&) = delete;
    /// Ends calls under way; from any thread.
    void stop();

private:
    CosignerLines(Context& context, const sync::server::Config& config, sync::server::Service& service,
                  sync::server::EventLog& log);
    void takeBrought();

    Context& m_context;
    const sync::server::Config& m_config;
    sync::server::Service& m_service;
    sync::server::EventLog& m_log;
    std::vector<std::unique_ptr<sync::client::HttpTransport>> m_lines;
    std::unique_ptr<sync::server::CosignerAsker> m_asker;
    std::unique_ptr<sync::server::Ticker> m_ticker; ///< last: ends first
};

struct StickQuestion {
    std::filesystem::path config;
    std::string cosigner;          ///< name of its key
    std::filesystem::path request; ///< written by ask, read by take
    std::filesystem::path answer;  ///< take: what the witness wrote
    std::int64_t from = -1;        ///< size it signed last; -1: as far as is known here
};
/// Writes a request for a witness without a network. NotFound ("log.no-cosigner").
[[nodiscard]] Result<> logAsk(Context& context, const StickQuestion& question);
/// Verifies its answer and lays it where the server takes it in, running or not. Conflict
/// ("cosigner.other-size", "cosigner.two-trees"), VerificationFailed.
[[nodiscard]] Result<> logTake(Context& context, const StickQuestion& question);

} // namespace teken::service
