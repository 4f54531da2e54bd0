// `teken-server log`: the transparency log's key, and what its operator may ask of it.
#pragma once

#include "app/teken-server/commands.h"
#include "core/crypto/keys.h"
#include "core/log/note.h"
#include "sync/protocol/log_messages.h"

#include <functional>
#include <optional>

namespace CLI {
class App;
}

namespace teken::service {

struct LogQuestion {
    std::filesystem::path config;
    std::string entry;         ///< proof: 64 hex digits
    std::filesystem::path out; ///< proof: empty is "<first 16 digits>.tlog-proof"
    bool json = false;
};

/// Makes the key's book and the request to be certified beside it. Returns the request's path. Conflict if
/// one of them is there.
struct LogFiles {
    std::filesystem::path key;     ///< a book of its own: the key never lies in the server's
    std::filesystem::path request; ///< for the holder of the root
};
[[nodiscard]] Result<PublicKey> makeLogKey(Context& context, const LogFiles& files,
                                           const std::string& origin);
/// "pusat.contoh.go.id:8443/log" for "https://pusat.contoh.go.id:8443"
[[nodiscard]] std::string originFor(const std::string& url);
/// Nullopt: this server keeps no log. The key's book is closed again.
[[nodiscard]] Result<std::optional<crypto::SigningKey>> loadLogKey(Context& context,
                                                                   const sync::server::Config& config);
/// Checkpoints that were shown, kept from time to time.
[[nodiscard]] std::filesystem::path historyFolder(const sync::server::Config& config);
/// What the signer remembers, beside its key and apart from the server's book.
[[nodiscard]] std::filesystem::path signerState(const sync::server::Config& config);

/// The log's own key as everybody may see it. NotFound ("log.off").
[[nodiscard]] Result<log::VerifierKey> verifierKey(Context& context, const sync::server::Config& config);
/// The log's answer: of the server while it runs, of its book otherwise.
[[nodiscard]] Result<sync::LogProofsAnswer> askLog(Context& context, const sync::server::Config& config,
                                                   const sync::LogProofsRequest& request);

/// For servers that were made before they kept a log.
[[nodiscard]] Result<> logInit(Context& context, const LogQuestion& question, const std::string& origin);
/// The log's key as witnesses and auditors pin it; also before the first checkpoint.
[[nodiscard]] Result<> logKey(Context& context, const LogQuestion& question);
[[nodiscard]] Result<> logStatus(Context& context, const LogQuestion& question);
/// The newest checkpoint, as it is.
[[nodiscard]] Result<> logCheckpoint(Context& context, const LogQuestion& question);
/// Writes a proof file for one entry. NotFound ("log.no-entry"), Busy ("log.pending").
[[nodiscard]] Result<> logProof(Context& context, const LogQuestion& question);

/// `evidence`: the same options and words as `tekenctl evidence`.
void addEvidence(CLI::App& app, const std::filesystem::path& config,
                 std::function<Result<>(Context&)>& chosen);
/// All of the above under `log`; the chosen one is put into `chosen`, `config` is read when it runs.
void addLog(CLI::App& app, const std::filesystem::path& config, std::function<Result<>(Context&)>& chosen);

} // namespace teken::service
