#include "sync/cosigner/config.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <functional>
#include <sstream>

namespace teken::sync::cosigner {
namespace {

tl::unexpected<Error> refuse(const char* reason, std::string message, const toml::node& node) {
    return fail(ErrorCode::InvalidInput, reason, std::move(message),
                "line " + std::to_string(node.source().begin.line));
}

Result<> readText(const toml::node& node, std::string& into) {
    const auto value = node.value_exact<std::string>();
    if (!value)
        return refuse("config.type", "expected a string", node);
    into = *value;
    return {};
}

struct Key {
    std::string_view name;
    std::function<Result<>(const toml::node&)> read;
};

Result<> readTable(const toml::table& root, std::string_view name, const std::vector<Key>& keys) {
    const auto* node = root.get(name);
    if (node == nullptr)
        return {};
    const auto* table = node->as_table();
    if (table == nullptr)
        return refuse("config.type", "expected a table", *node);
    for (const auto& [key, value] : *table) {
        const auto found =
            std::ranges::find_if(keys, [&](const Key& known) { return known.name == key.str(); });
        if (found == keys.end())
            return refuse("config.unknown-key",
                          "unknown key '" + std::string(name) + "." + std::string(key.str()) + "'", value);
        TEKEN_CHECK(found->read(value));
    }
    return {};
}

/// Readers of values, each into its place.
class Into {
public:
    explicit Into(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    [[nodiscard]] Key text(std::string_view name, std::string& into) const {
        return {name, [&into](const toml::node& node) { return readText(node, into); }};
    }
    [[nodiscard]] Key path(std::string_view name, std::filesystem::path& into) const {
        return {name, [&into, folder = m_folder](const toml::node& node) -> Result<> {
                    std::string value;
                    TEKEN_CHECK(readText(node, value));
                    into = value.empty() ? std::filesystem::path() : folder / value;
                    return {};
                }};
    }
    [[nodiscard]] static Key port(std::string_view name, int& into) {
        return {name, [&into](const toml::node& node) -> Result<> {
                    const auto value = node.value_exact<std::int64_t>();
                    if (!value || *value < 0 || *value > 65'535)
                        return refuse("config.range", "expected a port from 0 to 65535", node);
                    into = static_cast<int>(*value);
                    return {};
                }};
    }
    [[nodiscard]] static Key logs(std::string_view name, std::vector<log::VerifierKey>& into) {
        return {name, [&into](const toml::node& node) -> Result<> {
                    const auto* array = node.as_array();
                    if (array == nullptr)
                        return refuse("config.type", "expected an array of keys of logs", node);
                    for (const auto& element : *array) {
                        std::string text;
                        TEKEN_CHECK(readText(element, text));
                        auto key = log::VerifierKey::parse(text);
                        if (!key)
                            return refuse(key.error().reason.c_str(), key.error().message, element);
                        into.push_back(*std::move(key));
                    }
                    return {};
                }};
    }

private:
    std::filesystem::path m_folder;
};

tl::unexpected<Error> wrong(const char* reason, const char* message) {
    return fail(ErrorCode::InvalidInput, reason, message);
}

Result<> check(const Config& config) {
    if (config.key.empty() || config.memory.empty())
        return wrong("config.missing", "expected 'cosigner.key' and 'cosigner.memory'");
    if (config.logs.empty())
        return wrong("config.missing", "expected the key of at least one log in 'cosigner.logs'");
    if (config.certificate.empty() != config.tlsKey.empty())
        return wrong("config.missing", "expected 'http.certificate' and 'http.key', or neither");
    const bool plain = std::ranges::all_of(config.prefix, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '/' || c == '-' || c == '_' ||
               c == '.';
    });
    if (!config.prefix.empty() && (!plain || config.prefix.front() != '/' || config.prefix.back() == '/'))
        return wrong("config.range", "'http.prefix': expected a path such as \"/saksi\"");
    constexpr std::array<std::string_view, 4> kLevels{"debug", "info", "warn", "error"};
    if (std::ranges::find(kLevels, config.logLevel) == kLevels.end())
        return wrong("config.range", "'log.level': expected debug, info, warn or error");
    return {};
}

std::string quoted(const std::string& text) {
    std::ostringstream out;
    out << toml::value<std::string>(text);
    return out.str();
}

} // namespace

Result<Config> parseConfig(std::string_view text, const std::filesystem::path& folder) {
    Config config;
    const Into into(folder);
    try {
        const auto root = toml::parse(text);
        for (const auto& [key, node] : root)
            if (key.str() != "cosigner" && key.str() != "http" && key.str() != "log")
                return refuse("config.unknown-key", "unknown key '" + std::string(key.str()) + "'", node);
        TEKEN_CHECK(readTable(root, "cosigner",
                              {into.path("key", config.key), into.path("memory", config.memory),
                               Into::logs("logs", config.logs)}));
        TEKEN_CHECK(
            readTable(root, "http",
                      {into.text("address", config.address), Into::port("port", config.port),
                       into.path("port_file", config.portFile), into.text("prefix", config.prefix),
                       into.path("certificate", config.certificate), into.path("key", config.tlsKey)}));
        TEKEN_CHECK(
            readTable(root, "log", {into.path("file", config.logFile), into.text("level", config.logLevel)}));
    } catch (const toml::parse_error& error) {
        return fail(ErrorCode::InvalidInput, "config.syntax", std::string(error.description()),
                    "line " + std::to_string(error.source().begin.line));
    }
    TEKEN_CHECK(check(config));
    return config;
}

std::string exampleConfig(const Config& config) {
    std::ostringstream out;
    out << "# Configuration of an independent witness. Unknown keys are refused. Relative paths are meant "
           "from the\n"
        << "# folder of this file.\n\n"
        << "[cosigner]\n"
        << "key = " << quoted(config.key.string()) << "        # secret; only its owner may read it\n"
        << "memory = " << quoted(config.memory.string()) << "           # never restore it from a backup\n"
        << "logs = [                      # the keys of the logs it watches: name+hash+key\n";
    for (const auto& log : config.logs)
        out << "    " << quoted(log.text()) << ",\n";
    out << "]\n\n"
        << "[http]\n"
        << "address = " << quoted(config.address) << "     # 0.0.0.0 for every network\n"
        << "port = " << config.port << "                   # 0: any free port\n"
        << "# port_file = \"port\"          # the chosen port is written here\n"
        << "prefix = " << quoted(config.prefix)
        << "                   # before /add-checkpoint, such as \"/saksi\"\n"
        << "# certificate = \"tls.pem\"     # without these two: plain HTTP, whose answers prove themselves\n"
        << "# key = \"tls-key.pem\"\n\n"
        << "[log]\n"
        << "# file = \"cosigner.log\"       # standard error if absent\n"
        << "level = \"" << config.logLevel << "\"                # debug, info, warn, error\n";
    return out.str();
}

} // namespace teken::sync::cosigner
