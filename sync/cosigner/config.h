// The witness's configuration file: TOML, strict. Which logs it watches is pinned here by its operator.
#pragma once

#include "core/log/note.h"

#include <filesystem>

namespace teken::sync::cosigner {

inline constexpr std::size_t kMostConfigBytes = 64 * 1024;

struct Config {
    std::filesystem::path key;
    std::filesystem::path memory; ///< a folder
    std::vector<log::VerifierKey> logs;
    std::string address = "127.0.0.1";
    int port = 8446;                ///< 0: any free one, told in `portFile` and on the first line printed
    std::filesystem::path portFile; ///< empty: none
    std::string prefix;             ///< before "/add-checkpoint": "" or "/saksi"
    std::filesystem::path
        certificate; ///< both or neither; neither: plain HTTP, whose answers prove themselves
    std::filesystem::path tlsKey;
    std::filesystem::path logFile; ///< empty: standard error
    std::string logLevel = "info"; ///< "debug", "info", "warn", "error"
};

/// Relative paths are meant from `folder`. InvalidInput ("config.syntax", "config.unknown-key",
/// "config.type", "config.range", "config.missing") with the line; errors of VerifierKey::parse.
[[nodiscard]] Result<Config> parseConfig(std::string_view text, const std::filesystem::path& folder);

/// A file with every key and a comment, for init. Paths as they are in `config`.
[[nodiscard]] std::string exampleConfig(const Config& config);

} // namespace teken::sync::cosigner
