// What teken-server can be told to do. Each command is a value that main() runs.
#pragma once

#include "app/words/words.h"
#include "core/base/files.h"
#include "core/base/system.h"
#include "core/crypto/random.h"
#include "core/store/book.h"
#include "sync/server/config.h"

#include <filesystem>
#include <string>
#include <vector>

namespace teken::service {

struct InitOptions {
    std::filesystem::path folder = ".";
    std::string name;              ///< of the server, as the certificate will say
    std::string url;               ///< where laptops reach it: "https://pusat.contoh.go.id:8443"
    std::string listen;            ///< empty: every network, or this machine only without TLS
    int port = -1;                 ///< -1: the one in `url`
    std::filesystem::path request; ///< empty: server.minta in the folder
    std::string origin;            ///< of the transparency log; empty: from `url`
};

struct AcceptOptions {
    std::filesystem::path config;
    std::filesystem::path file;
    std::string root; ///< fingerprint typed by a person
};

/// The outside world of every command; made in main().
struct Context {
    SystemClock clock;
    crypto::SystemRandom random;
    PosixFileSystem files;
    words::Language language = words::Language::Indonesian;

    [[nodiscard]] store::BookSeams bookSeams() { return {clock, random, files, {}}; }
    [[nodiscard]] const std::string& say(const std::string& indonesian, const std::string& english) const {
        return language == words::Language::English ? english : indonesian;
    }
};

/// Makes book, keys, TLS identities (current and next), configuration, and the request to be certified.
/// Conflict if one of the files is there already: nothing is overwritten.
[[nodiscard]] Result<> init(Context& context, const InitOptions& options);
/// Takes what came back from the root: pins the root, imports the certificates.
[[nodiscard]] Result<> accept(Context& context, const AcceptOptions& options);
/// Reads the configuration, the TLS files and the book's presence, and says what it found.
[[nodiscard]] Result<> checkConfig(Context& context, const std::filesystem::path& config);
/// The operator says that the book was restored from a backup.
[[nodiscard]] Result<> renewEpoch(Context& context, const std::filesystem::path& config);
/// Until SIGTERM or SIGINT.
[[nodiscard]] Result<> serve(Context& context, const std::filesystem::path& config);

[[nodiscard]] Result<sync::server::Config> readConfig(Context& context, const std::filesystem::path& file);

} // namespace teken::service
