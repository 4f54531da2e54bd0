// `teken-server cosign`: an independent witness of logs, for an office that is not the log's owner.
#pragma once

#include "app/teken-server/commands.h"
#include "sync/cosigner/config.h"
#include "sync/cosigner/cosigner.h"

#include <functional>
#include <memory>

namespace CLI {
class App;
}

namespace teken::service {

struct CosignInit {
    std::filesystem::path folder = ".";
    std::string name; ///< of the witness, as its lines will say: "bawaslu.contoh.go.id/saksi"
    std::vector<std::string> logs;
    std::string address = "127.0.0.1";
    int port = 8446;
};

/// Makes key, memory and configuration, and says what the holder of the root needs. Conflict if one is there.
[[nodiscard]] Result<> cosignInit(Context& context, const CosignInit& options);
/// A log that was added to the configuration: from now on a missing memory of it is a loss.
[[nodiscard]] Result<> cosignBegin(Context& context, const std::filesystem::path& config,
                                   const std::string& origin);
/// Says in words whether this witness works, and fails with the first thing that does not.
[[nodiscard]] Result<> cosignCheck(Context& context, const std::filesystem::path& config);
/// A request that came on a stick, and its answer.
[[nodiscard]] Result<> cosignSign(Context& context, const std::filesystem::path& config,
                                  const std::filesystem::path& request, const std::filesystem::path& answer);
/// Until SIGTERM or SIGINT.
[[nodiscard]] Result<> cosignServe(Context& context, const std::filesystem::path& config);

/// All of the above under `cosign`; the chosen one is put into `chosen`.
void addCosign(CLI::App& app, std::function<Result<>(Context&)>& chosen);

// --- shared by the commands
// ---------------------------------------------------------------------------------

[[nodiscard]] Result<sync::cosigner::Config> readCosignConfig(Context& context,
                                                              const std::filesystem::path& file);
/// Reads the key, which nobody but its owner may be able to read: Unauthorized ("cosigner.key-open").
[[nodiscard]] Result<std::unique_ptr<sync::cosigner::Cosigner>>
openCosigner(Context& context, const sync::cosigner::Config& config);

/// One process at a time uses a witness's memory.
class MemoryLock {
public:
    /// Locked ("cosigner.in-use"), errors of the file system.
    [[nodiscard]] static Result<MemoryLock> take(const std::filesystem::path& memory);
    ~MemoryLock();
    MemoryLock(MemoryLock&& other) noexcept;
    MemoryLock& operator=(MemoryLock&&) = delete;

private:
    explicit MemoryLock(int fd) : m_fd(fd) {}
    int m_fd;
};

} // namespace teken::service
