// The server's configuration file: TOML, every limit in it, strict.
#pragma once

#include "core/base/result.h"
#include "core/log/note.h"
#include "sync/protocol/limits.h"
#include "sync/server/check_limit.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace teken::sync::server {

struct HttpLimits {
    std::size_t connections = 128; ///< open at a time; each holds one thread; more are told to come back
    std::size_t headerBytes = 16 * 1024;  ///< request line and headers together
    std::chrono::seconds requestTime{60}; ///< for a whole request to arrive; before it, for the handshake
    std::chrono::seconds pieceTime{10};   ///< between two pieces of it
    std::chrono::seconds keepAlive{15};   ///< an idle connection is closed after this
    std::size_t keepAliveRequests = 1000; ///< and after this many requests
};

/// A witness that the log's checkpoints are sent to.
struct CosignerConfig {
    log::VerifierKey key;
    std::string
        url; ///< "https://bawaslu.example.go.id:8446/saksi"; "/add-checkpoint" follows; empty: by stick only
    std::vector<Digest> pins; ///< of its TLS key; none: any, because its lines prove themselves
};

struct Config {
    std::filesystem::path book;
    std::string address = "127.0.0.1";
    int port = 8443;                ///< 0: any free one, told in `portFile` and on the first line printed
    std::filesystem::path portFile; ///< empty: none
    bool tls = true;                ///< false only on loopback
    std::filesystem::path certificate;
    std::filesystem::path key;
    std::filesystem::path logKey; ///< book of the transparency log's key; empty: no log is kept
    std::vector<CosignerConfig> cosigners;
    std::string origin;            ///< of the log, as the root's certificate names it
    std::filesystem::path logFile; ///< empty: standard error
    std::string logLevel = "info"; ///< "debug", "info", "warn", "error"
    unsigned verifyHelpers =
        0; ///< threads that verify signatures beside the request's own; 0: cores minus one
    std::size_t mostWaiting = 64; ///< requests waiting for the book
    Limits limits;
    HttpLimits http;
    bool check = true; ///< the public page /periksa
    CheckLimits checkLimits;
};

/// Relative paths are meant from `folder`. InvalidInput ("config.syntax", "config.unknown-key",
/// "config.type", "config.range", "config.missing", "config.plain-http") with the line.
[[nodiscard]] Result<Config> parseConfig(std::string_view text, const std::filesystem::path& folder);

/// A file with every key, its default and a comment, for init.
[[nodiscard]] std::string exampleConfig(const Config& config);

} // namespace teken::sync::server
