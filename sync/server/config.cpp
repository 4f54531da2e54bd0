#include "sync/server/config.h"

#include "core/log/checkpoint.h"

#include <toml++/toml.h>

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <sstream>

namespace teken::sync::server {

namespace {

std::string lineOf(const toml::source_region& source) {
    return "line " + std::to_string(source.begin.line);
}

/// One table; remembers which keys were asked for, so that the rest can be refused. Fails once, stays failed.
class Section {
public:
    Section(const toml::table& root, std::string name, std::optional<Error>& fault)
        : m_name(std::move(name)), m_fault(fault) {
        const auto* node = root.get(m_name);
        if (node == nullptr)
            return;
        m_table = node->as_table();
        if (m_table == nullptr)
            refuse("config.type", "expected a table", lineOf(node->source()));
    }

    void text(const char* key, std::string& into) {
        if (const auto* node = take(key)) {
            if (const auto value = node->value_exact<std::string>())
                into = *value;
            else
                refuse("config.type", shown(key) + ": expected a string", lineOf(node->source()));
        }
    }
    void path(const char* key, std::filesystem::path& into, const std::filesystem::path& folder) {
        std::string value;
        text(key, value);
        if (!value.empty())
            into = std::filesystem::path(value).is_absolute() ? std::filesystem::path(value) : folder / value;
    }
    void flag(const char* key, bool& into) {
        if (const auto* node = take(key)) {
            if (const auto value = node->value_exact<bool>())
                into = *value;
            else
                refuse("config.type", shown(key) + ": expected true or false", lineOf(node->source()));
        }
    }
    template <class Number>
    void number(const char* key, Number& into, std::int64_t least, std::int64_t most) {
        const auto* node = take(key);
        if (node == nullptr)
            return;
        const auto value = node->value_exact<std::int64_t>();
        if (!value)
            refuse("config.type", shown(key) + ": expected an integer", lineOf(node->source()));
        else if (*value < least || *value > most)
            refuse("config.range",
                   shown(key) + ": expected " + std::to_string(least) + " to " + std::to_string(most) +
                       ", found " + std::to_string(*value),
                   lineOf(node->source()));
        else
            into = Number(*value);
    }
    /// Read by somebody else.
    void leave(const char* key) { m_known.insert(key); }
    void seconds(const char* key, std::chrono::seconds& into, std::int64_t least, std::int64_t most) {
        number(key, into, least, most);
    }
    void refuseOthers() {
        if (m_table == nullptr)
            return;
        for (const auto& [key, node] : *m_table)
            if (!m_known.contains(std::string(key.str())))
                refuse("config.unknown-key", "unknown key '" + m_name + "." + std::string(key.str()) + "'",
                       lineOf(key.source()));
    }

private:
    const toml::node* take(const char* key) {
        m_known.insert(key);
        return m_table == nullptr || m_fault ? nullptr : m_table->get(key);
    }
    [[nodiscard]] std::string shown(const char* key) const { return "'" + m_name + "." + key + "'"; }
    void refuse(const char* reason, const std::string& message, const std::string& place) {
        if (!m_fault)
            m_fault = Error{ErrorCode::InvalidInput, reason, message, place};
    }

    std::string m_name;
    const toml::table* m_table = nullptr;
    std::set<std::string> m_known;
    std::optional<Error>& m_fault;
};

constexpr std::size_t kMostCosigners = 32;

/// One [[transparency.cosigner]].
Result<CosignerConfig> readCosigner(const toml::node& node) {
    const auto place = lineOf(node.source());
    const auto refuse = [&](const char* reason, const std::string& message) {
        return fail(ErrorCode::InvalidInput, reason, message, place);
    };
    const auto* table = node.as_table();
    if (table == nullptr)
        return refuse("config.type", "'transparency.cosigner': expected tables");
    for (const auto& [name, value] : *table)
        if (name != "key" && name != "url" && name != "pin")
            return refuse("config.unknown-key",
                          "unknown key 'transparency.cosigner." + std::string(name.str()) + "'");
    const auto key = table->get_as<std::string>("key");
    const auto url = table->get_as<std::string>("url");
    if (key == nullptr)
        return refuse("config.missing", "'transparency.cosigner': expected 'key'");
    CosignerConfig cosigner;
    auto parsed = log::VerifierKey::parse(key->get());
    if (!parsed || parsed->type != log::SignatureType::Cosignature)
        return refuse("config.range", "'transparency.cosigner.key': expected the key of a cosigner");
    cosigner.key = *std::move(parsed);
    cosigner.url = url == nullptr ? "" : url->get();
    if (url != nullptr && !cosigner.url.starts_with("http://") && !cosigner.url.starts_with("https://"))
        return refuse("config.range", "'transparency.cosigner.url': expected http://… or https://…");
    if (const auto* pin = table->get("pin")) {
        const auto text = pin->value_exact<std::string>();
        const auto digest = text ? Digest::fromHex(*text) : fail(Error{});
        if (!digest)
            return refuse("config.range", "'transparency.cosigner.pin': expected 64 hex digits");
        cosigner.pins.push_back(*digest);
    }
    return cosigner;
}

Result<> readCosigners(const toml::table& root, Config& config) {
    const auto list = root["transparency"]["cosigner"];
    if (!list)
        return {};
    const auto* array = list.as_array();
    if (array == nullptr || array->size() > kMostCosigners)
        return fail(ErrorCode::InvalidInput, "config.type",
                    "expected at most 32 tables [[transparency.cosigner]]", lineOf(list.node()->source()));
    for (const auto& node : *array) {
        TEKEN_TRY(auto cosigner, readCosigner(node));
        const auto same = [&](const CosignerConfig& other) {
            return other.key.key == cosigner.key.key || other.key.name == cosigner.key.name;
        };
        if (std::ranges::any_of(config.cosigners, same))
            return fail(ErrorCode::InvalidInput, "config.range",
                        "'transparency.cosigner': expected each key and name once", lineOf(node.source()));
        config.cosigners.push_back(std::move(cosigner));
    }
    return {};
}

constexpr std::array<std::string_view, 6> kSections{"server",       "tls",   "limits",
                                                    "transparency", "check", "log"};

void readSections(const toml::table& root, const std::filesystem::path& folder, Config& config,
                  std::optional<Error>& fault) {
    Section server(root, "server", fault);
    server.path("book", config.book, folder);
    server.text("address", config.address);
    server.number("port", config.port, 0, 65'535);
    server.path("port_file", config.portFile, folder);
    server.number("verify_threads", config.verifyHelpers, 0, 256);
    server.refuseOthers();
    Section tls(root, "tls", fault);
    tls.flag("enabled", config.tls);
    tls.path("certificate", config.certificate, folder);
    tls.path("key", config.key, folder);
    tls.refuseOthers();
    Section limits(root, "limits", fault);
    limits.number("connections", config.http.connections, 1, 4096);
    limits.number("waiting", config.mostWaiting, 1, 4096);
    limits.number("header_bytes", config.http.headerBytes, 1024, 64 * 1024);
    limits.seconds("request_seconds", config.http.requestTime, 1, 3600);
    limits.seconds("piece_seconds", config.http.pieceTime, 1, 600);
    limits.seconds("keep_alive_seconds", config.http.keepAlive, 1, 600);
    limits.number("keep_alive_requests", config.http.keepAliveRequests, 1, 1'000'000);
    limits.number("batch_entries", config.limits.batchEntries, 1, kMostBatchEntries);
    limits.number("batch_bytes", config.limits.batchBytes, 64 * 1024, kMostBatchBytes);
    limits.number("blob_part_bytes", config.limits.blobPartBytes, 4096, kBlobPartBytes);
    limits.refuseOthers();
    Section transparency(root, "transparency", fault);
    transparency.path("key", config.logKey, folder);
    transparency.text("origin", config.origin);
    transparency.leave("cosigner");
    transparency.refuseOthers();
    Section checking(root, "check", fault);
    checking.flag("enabled", config.check);
    checking.number("per_minute_address", config.checkLimits.perAddress, 1, 100'000);
    checking.number("per_minute", config.checkLimits.together, 1, 1'000'000);
    checking.refuseOthers();
    Section log(root, "log", fault);
    log.path("file", config.logFile, folder);
    log.text("level", config.logLevel);
    log.refuseOthers();
}

tl::unexpected<Error> refused(const char* reason, const std::string& message) {
    return fail(ErrorCode::InvalidInput, reason, message);
}

Result<> check(const Config& config) {
    if (config.book.empty())
        return refused("config.missing", "expected 'server.book', the file of the server's book");
    const bool loopback =
        config.address == "127.0.0.1" || config.address == "::1" || config.address == "localhost";
    if (!config.tls && !loopback)
        return refused("config.plain-http",
                       "'tls.enabled' may be false on 127.0.0.1 only, found '" + config.address + "'");
    if (config.tls && (config.certificate.empty() || config.key.empty()))
        return refused("config.missing", "expected 'tls.certificate' and 'tls.key'");
    if (config.logKey.empty() != config.origin.empty())
        return refused("config.missing",
                       "expected both or neither of 'transparency.key' and 'transparency.origin'");
    if (!config.cosigners.empty() && config.logKey.empty())
        return refused("config.missing", "'transparency.cosigner': expected a log of this server, too");
    if (!config.origin.empty() && !log::isOrigin(config.origin))
        return refused("config.range",
                       "'transparency.origin': expected the name of a log without white space");
    constexpr std::array<std::string_view, 4> kLevels{"debug", "info", "warn", "error"};
    if (std::ranges::find(kLevels, config.logLevel) == kLevels.end())
        return refused("config.range", "'log.level': expected debug, info, warn or error");
    return {};
}

std::string quoted(const std::filesystem::path& path) {
    std::ostringstream out;
    out << toml::value<std::string>(path.string());
    return out.str();
}

std::string transparencySection(const Config& config) {
    std::ostringstream out;
    out << "[transparency]\n";
    if (config.logKey.empty())
        out << "# key = \"log.book\"            # made by `teken-server log init`\n"
            << "# origin = \"nama.peladen/log\" # as the root certified it\n";
    else
        out << "key = " << quoted(config.logKey) << "\n"
            << "origin = \"" << config.origin << "\"   # as the root certified it; never changed\n";
    out << "# Witnesses that are asked to sign each checkpoint, one table each:\n"
        << "# [[transparency.cosigner]]\n"
        << "# key = \"bawaslu.contoh.go.id/saksi+…\" # as its operator reads it out\n"
        << "# url = \"https://bawaslu.contoh.go.id:8446/saksi\" # absent: by stick only\n"
        << "# pin = \"…\"              # of its TLS key; absent: any, its lines prove themselves\n\n";
    return out.str();
}

} // namespace

Result<Config> parseConfig(std::string_view text, const std::filesystem::path& folder) {
    Config config;
    std::optional<Error> fault;
    try {
        const auto root = toml::parse(text);
        for (const auto& [key, node] : root)
            if (std::ranges::find(kSections, key.str()) == kSections.end())
                return fail(ErrorCode::InvalidInput, "config.unknown-key",
                            "unknown key '" + std::string(key.str()) + "'", lineOf(key.source()));
        readSections(root, folder, config, fault);
        TEKEN_CHECK(readCosigners(root, config));
    } catch (const toml::parse_error& error) {
        return fail(ErrorCode::InvalidInput, "config.syntax", std::string(error.description()),
                    lineOf(error.source()));
    }
    if (fault)
        return fail(*fault);
    TEKEN_CHECK(check(config));
    return config;
}

std::string exampleConfig(const Config& config) {
    std::ostringstream out;
    out << "# Configuration of teken-server. Every key, with its value; unknown keys are refused.\n"
        << "# Relative paths are meant from the folder of this file.\n\n"
        << "[server]\n"
        << "book = " << quoted(config.book) << "\n"
        << "address = \"" << config.address << "\"   # where to listen; 0.0.0.0 for every network\n"
        << "port = " << config.port << "               # 0: any free port\n"
        << "# port_file = \"port\"       # the chosen port is written here\n"
        << "verify_threads = " << config.verifyHelpers
        << "        # beside each request's own; 0: as many as cores, minus one\n\n"
        << "[tls]\n"
        << "enabled = " << (config.tls ? "true" : "false")
        << "            # false is allowed on 127.0.0.1 only\n"
        << "certificate = " << quoted(config.certificate) << "\n"
        << "key = " << quoted(config.key) << "\n\n"
        << "[limits]\n"
        << "connections = " << config.http.connections << "         # open at a time, one thread each\n"
        << "waiting = " << config.mostWaiting << "              # requests waiting for the book before 503\n"
        << "header_bytes = " << config.http.headerBytes << "\n"
        << "request_seconds = " << config.http.requestTime.count()
        << "      # for one whole request to arrive\n"
        << "piece_seconds = " << config.http.pieceTime.count() << "        # between two pieces of it\n"
        << "keep_alive_seconds = " << config.http.keepAlive.count() << "\n"
        << "keep_alive_requests = " << config.http.keepAliveRequests << "\n"
        << "batch_entries = " << config.limits.batchEntries << "       # at most 500\n"
        << "batch_bytes = " << config.limits.batchBytes << "      # at most 524288\n"
        << "blob_part_bytes = " << config.limits.blobPartBytes << "  # at most 262144\n\n"
        << transparencySection(config) << "[check]\n"
        << "enabled = " << (config.check ? "true" : "false")
        << "            # the public page /periksa, for holders of a slip\n"
        << "per_minute_address = " << config.checkLimits.perAddress
        << "   # questions of one address; behind a proxy all have the proxy's\n"
        << "per_minute = " << config.checkLimits.together << "          # of all together\n\n"
        << "[log]\n"
        << "# file = \"teken-server.log\"   # standard error if absent\n"
        << "level = \"" << config.logLevel << "\"          # debug, info, warn, error\n";
    return out.str();
}

} // namespace teken::sync::server
