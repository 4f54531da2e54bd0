// The whole command line of teken-server: what may be typed, and the help about it.
#pragma once

#include "app/teken-server/commands.h"

#include <filesystem>
#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace teken::service {

/// Everything the command line may hold; parsing fills it.
struct CommandLine {
    std::string language = "id";
    std::filesystem::path config = "server.toml";
    InitOptions init;
    AcceptOptions accept;
    std::function<Result<>(Context&)> chosen;
};

/// Every command and option goes into `app`; `line` outlives it. Without a command, `serve` is chosen.
void addEverything(CLI::App& app, CommandLine& line);

} // namespace teken::service
