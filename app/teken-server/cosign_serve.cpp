#include "app/teken-server/cosign.h"
#include "app/teken-server/stop_signal.h"
#include "app/words/clock_words.h"
#include "sync/client/http_transport.h"
#include "sync/cosigner/request.h"
#include "sync/server/http_front.h"
#include "sync/server/tls.h"

#include <charconv>
#include <cstdio>

namespace teken::service {

namespace {

namespace cosigner = sync::cosigner;
using sync::server::EventLog;

constexpr std::string_view kAddCheckpoint = "/add-checkpoint";

/// tlog-witness over HTTP: one path. Its log names sizes and statuses, which are public.
class Door final : public sync::server::Handler {
public:
    Door(cosigner::Cosigner& witness, const std::string& prefix, EventLog& log)
        : m_witness(witness), m_path(prefix + std::string(kAddCheckpoint)), m_log(log) {}

    bool knows(std::string_view path) const override { return path == m_path; }
    std::size_t mostBodyBytes(std::string_view path) const override {
        return knows(path) ? cosigner::kMostRequestBytes : 0;
    }
    std::size_t longestBodyBytes() const override { return cosigner::kMostRequestBytes; }
    sync::Response handle(const sync::Request& request) override {
        const auto answer = m_witness.answer(textOf(request.body));
        if (answer.status == 200)
            m_log.write(EventLog::Level::Info, "cosigned");
        else if (answer.status == 500)
            m_log.write(EventLog::Level::Error, "broken",
                        {{"reason", m_witness.trouble().value_or(Error{}).reason}});
        else
            m_log.write(EventLog::Level::Warn, "not cosigned", {{"status", std::int64_t{answer.status}}});
        return {answer.status, std::string(answer.contentType), std::nullopt, toBytes(answer.body)};
    }
    sync::Response refusal(const Error& error) override {
        const int status = error.code == ErrorCode::NotFound       ? 404
                           : error.reason == "sync.too-large"      ? 413
                           : error.code == ErrorCode::InvalidInput ? 400
                                                                   : 500;
        return {status, std::string(cosigner::kTextContent), std::nullopt, toBytes(error.message + "\n")};
    }

private:
    cosigner::Cosigner& m_witness;
    std::string m_path;
    EventLog& m_log;
};

sync::server::Config frontOf(const cosigner::Config& config) {
    sync::server::Config front;
    front.address = config.address;
    front.port = config.port;
    front.tls = !config.certificate.empty();
    front.certificate = config.certificate;
    front.key = config.tlsKey;
    front.http.connections = 32; // a handful of logs asks, now and then
    return front;
}

std::uint64_t nowSeconds(const Clock& clock) {
    return static_cast<std::uint64_t>(
        std::max<std::int64_t>(0, clock.now().time_since_epoch().count() / 1000));
}

/// Tells the state of one log; fails if the witness could not sign for it.
Result<> checkLog(Context& context, cosigner::Cosigner& witness, const std::string& origin) {
    TEKEN_TRY(const auto last, witness.memory().recall(origin));
    if (last.time == 0)
        std::printf("  %s: %s\n", origin.c_str(),
                    context.say("belum pernah disaksikan", "not witnessed yet").c_str());
    else
        std::printf("  %s: %s %llu, %s\n", origin.c_str(),
                    context.say("terakhir disaksikan pada ukuran", "last witnessed at size").c_str(),
                    static_cast<unsigned long long>(last.checkpoint.size.value),
                    words::dayAndHour(last.time).c_str());
    if (nowSeconds(context.clock) + cosigner::kClockSlackSeconds < last.time)
        return fail(ErrorCode::Conflict, "cosigner.clock", "the clock is behind the last cosignature",
                    origin);
    return {};
}

/// That the memory can be written to, without touching it.
Result<> checkWriting(Context& context, const std::filesystem::path& memory) {
    const auto probe = memory / "probe";
    TEKEN_CHECK(context.files.writeAtomic(probe, view("probe\n")));
    return context.files.remove(probe);
}

Result<int> portOf(Context& context, const cosigner::Config& config) {
    if (config.port != 0)
        return config.port;
    TEKEN_TRY(const auto bytes, context.files.read(config.portFile, 16));
    int port = 0;
    const auto text = textOf(bytes);
    std::from_chars(text.data(), text.data() + text.size(), port);
    return port;
}

/// Sends the running witness a request that it must refuse as malformed.
Result<> checkRunning(Context& context, const cosigner::Config& config) {
    TEKEN_TRY(const auto port, portOf(context, config));
    const bool any = config.address == "0.0.0.0" || config.address == "::";
    sync::client::HttpSettings settings;
    settings.address = std::string(config.certificate.empty() ? "http" : "https") + "://" +
                       (any ? "127.0.0.1" : config.address) + ":" + std::to_string(port);
    if (!config.certificate.empty()) {
        TEKEN_TRY(settings.pins.emplace_back(),
                  sync::server::pinOfFiles(context.files, config.certificate, config.tlsKey));
    }
    TEKEN_TRY(const auto line, sync::client::HttpTransport::create(settings));
    const auto answer =
        line->exchange({config.prefix + std::string(kAddCheckpoint), "text/plain", {}, toBytes("?")});
    if (!answer || answer->status != 400)
        return fail(ErrorCode::Offline, "cosigner.no-answer",
                    answer ? "expected status 400, found " + std::to_string(answer->status)
                           : answer.error().message,
                    settings.address);
    std::printf("%s %s%s\n", context.say("Melayani di", "Serving at").c_str(), settings.address.c_str(),
                config.prefix.c_str());
    return {};
}

Result<> checkService(Context& context, const cosigner::Config& config) {
    const auto lock = MemoryLock::take(config.memory);
    if (!lock && lock.error().code == ErrorCode::Locked)
        return checkRunning(context, config);
    if (!lock)
        return fail(lock.error());
    std::printf(
        "%s\n",
        context
            .say("Tidak sedang melayani jaringan. Permintaan di flashdisk dapat dijawab: cosign sign.",
                 "Not serving the network now. Requests on a stick can be answered: cosign sign.")
            .c_str());
    return {};
}

} // namespace

Result<> cosignCheck(Context& context, const std::filesystem::path& file) {
    TEKEN_TRY(const auto config, readCosignConfig(context, file));
    TEKEN_TRY(const auto witness, openCosigner(context, config));
    const auto& key = witness->verifier();
    std::printf("%s %s\n%s\n", context.say("Saksi:", "Witness:").c_str(), key.name.c_str(),
                key.text().c_str());
    std::printf("%s %s\n", context.say("Jam komputer ini:", "This computer's clock:").c_str(),
                words::dayAndHour(nowSeconds(context.clock)).c_str());
    std::printf("%s\n", context.say("Log yang disaksikan:", "Logs it watches:").c_str());
    Result<> first; // all is told; the first trouble is the outcome
    const auto note = [&first](Result<> outcome) {
        if (first && !outcome)
            first = std::move(outcome);
    };
    for (const auto& origin : witness->origins())
        note(checkLog(context, *witness, origin));
    note(checkWriting(context, config.memory));
    note(checkService(context, config));
    TEKEN_CHECK(first);
    std::printf("%s\n", context.say("Saksi ini bekerja.", "This witness works.").c_str());
    return {};
}

Result<> cosignServe(Context& context, const std::filesystem::path& file) {
    TEKEN_TRY(const auto config, readCosignConfig(context, file));
    blockStopSignals();
    TEKEN_TRY(const auto witness, openCosigner(context, config));
    TEKEN_TRY(const auto lock, MemoryLock::take(config.memory));
    for (const auto& origin : witness->origins()) // better now than at the first request
        TEKEN_CHECK(witness->memory().recall(origin).map([](const auto&) {}));
    TEKEN_TRY(const auto log, EventLog::open(config.logFile, config.logLevel));
    Door door(*witness, config.prefix, *log);
    const auto settings = frontOf(config);
    TEKEN_TRY(const auto front, sync::server::HttpFront::open(settings, door, *log));
    if (!config.portFile.empty())
        TEKEN_CHECK(context.files.writeAtomic(config.portFile, view(std::to_string(front->port()) + "\n")));
    std::printf("listening %s://%s:%d%s\n", settings.tls ? "https" : "http", config.address.c_str(),
                front->port(), config.prefix.c_str());
    std::fflush(stdout);
    const SignalWatch watch([&front] { front->stop(); });
    return front->serve();
}

} // namespace teken::service
