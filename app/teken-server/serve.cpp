#include "app/teken-server/commands.h"
#include "app/teken-server/cosigners.h"
#include "app/teken-server/log_commands.h"
#include "app/teken-server/stop_signal.h"
#include "core/desk/desk_seams.h"
#include "core/ledger/ledger.h"
#include "core/store/entries.h"
#include "core/store/keyring.h"
#include "sync/client/runner.h"
#include "sync/server/check_desk.h"
#include "sync/server/http_front.h"
#include "sync/server/log_keeper.h"
#include "sync/server/router.h"
#include "sync/server/service.h"
#include "sync/server/ticker.h"
#include "sync/server/tls.h"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <thread>

namespace teken::service {

namespace {

using sync::server::Config;
using sync::server::EventLog;
using sync::server::HttpFront;

/// Between two looks at the log: short enough to sign at once for people, long enough to cost nothing.
constexpr Milliseconds kLogPause{200};

unsigned helpersFor(const Config& config) {
    if (config.verifyHelpers > 0)
        return config.verifyHelpers;
    const auto cores = std::thread::hardware_concurrency();
    return cores > 1 ? cores - 1 : 0;
}

void logPush(EventLog& log, const sync::server::PushCount& count) {
    const auto number = [](auto value) { return static_cast<std::int64_t>(value); };
    log.write(EventLog::Level::Info, "push",
              {{"entries", number(count.entries)},
               {"stored", number(count.stored)},
               {"duplicate", number(count.duplicate)},
               {"refused", number(count.refused)},
               {"quarantined", number(count.quarantined)},
               {"unknown", number(count.unknown)},
               {"wait_ms", number(count.waiting.count())},
               {"store_ms", number(count.storing.count())}});
}

Result<> tellPort(Context& context, const Config& config, int port) {
    if (!config.portFile.empty())
        TEKEN_CHECK(context.files.writeAtomic(config.portFile, view(std::to_string(port) + "\n")));
    std::printf("listening %s://%s:%d\n", config.tls ? "https" : "http", config.address.c_str(), port);
    std::fflush(stdout);
    return {};
}

/// Laptops go by the TLS keys that the root has certified and by no others: with another one every laptop
/// turns away and says that a stranger answers. The server starts all the same: a new certificate of the root
/// may come in by the next laptop.
Result<> warnOfUnpinnedKey(const Context& context, const ledger::Ledger& ledger, const Config& config,
                           const Digest& key, EventLog& log) {
    TEKEN_TRY(const auto pins, sync::client::certifiedPins(ledger));
    if (std::ranges::find(pins, key) != pins.end())
        return {};
    log.write(EventLog::Level::Warn, "tls-key-not-certified", {{"pin", std::string_view(key.hex())}});
    const auto which = config.certificate.string() + " (" + key.hex() + ")";
    const auto words = context.say(
        "Peringatan: kunci TLS ini tidak disertifikasi akar: " + which +
            ". Catatan aman, tetapi laptop akan menolak peladen ini (sync.tls-pin). Langkah berikut: pasang "
            "kembali salah satu kunci dari `init`, atau minta pemegang akar menyertifikasi sidik ini.",
        "Warning: the root has not certified this TLS key: " + which +
            ". Records are safe, but laptops will turn this server away (sync.tls-pin). Next: put back one "
            "of the keys from `init`, or ask the holder of the root to certify this pin.");
    std::fprintf(stderr, "teken-server: %s\n", words.c_str());
    return {};
}

} // namespace

Result<> serve(Context& context, const std::filesystem::path& file) {
    TEKEN_TRY(const auto config, readConfig(context, file));
    std::optional<Digest> tlsKey;
    if (config.tls) {
        TEKEN_TRY(tlsKey, sync::server::pinOfFiles(context.files, config.certificate, config.key));
    }
    blockStopSignals();
    TEKEN_TRY(const auto log, EventLog::open(config.logFile, config.logLevel));
    TEKEN_TRY(const auto book, store::Book::open(config.book, context.bookSeams()));
    const auto* key = book->keyring().signingKey();
    if (key == nullptr)
        return fail(ErrorCode::NotFound, "server.no-key", "expected a server's key in this book, found none",
                    config.book.string());
    const auto root = desk::pinnedRoot(*book);
    if (!root && root.error().code == ErrorCode::NotFound)
        return fail(ErrorCode::NotFound, "server.no-root",
                    "expected a pinned root; `accept` comes before the first start", config.book.string());
    if (!root)
        return fail(root.error());
    TEKEN_TRY(const auto ledger, ledger::Ledger::open(*book, *root));
    sync::server::ServiceSettings settings;
    settings.limits = config.limits;
    settings.verifyHelpers = helpersFor(config);
    settings.mostWaiting = config.mostWaiting;
    TEKEN_TRY(const auto logKey, loadLogKey(context, config)); // outlives the service that signs with it
    TEKEN_TRY(const auto service,
              sync::server::Service::open(*book, *ledger, *key, context.clock, context.random, settings));
    service->onPush([&log = *log](const auto& count) { logPush(log, count); });
    if (logKey)
        TEKEN_CHECK(service->keepLog({context.files, signerState(config), config.origin, *logKey,
                                      key->publicKey(), cosignerKeys(config)}));
    if (logKey && config.check)
        TEKEN_CHECK(service->keepHistory(context.files, historyFolder(config)));
    sync::server::CheckDesk check(*service, config.checkLimits, context.clock, context.random);
    sync::server::Router router(*service, context.random, service.get(), config.check ? &check : nullptr);
    TEKEN_TRY(const auto front, HttpFront::open(config, router, *log));
    TEKEN_TRY(const auto entries, book->entries().count());
    log->write(EventLog::Level::Info, "start",
               {{"port", std::int64_t{front->port()}},
                {"entries", static_cast<std::int64_t>(entries)},
                {"restored", std::int64_t{service->restored() ? 1 : 0}}});
    if (tlsKey)
        TEKEN_CHECK(warnOfUnpinnedKey(context, *ledger, config, *tlsKey, *log));
    TEKEN_CHECK(tellPort(context, config, front->port()));
    std::unique_ptr<CosignerLines> witnesses;
    if (logKey && !config.cosigners.empty()) {
        TEKEN_TRY(witnesses, CosignerLines::open(context, config, *service, *log));
    }
    const auto served = [&] {
        const SignalWatch watch([&] {
            front->stop();
            if (witnesses)
                witnesses->stop();
        });
        const sync::server::Ticker signing(kLogPause, [&service, &log = *log] {
            const bool more = service->tendLog();
            service->tendHistory();
            log.flush(); // an operator reads along, and a killed server has said what it did
            return more;
        });
        return front->serve();
    }();
    log->write(EventLog::Level::Info, "stop");
    log->flush();
    return served;
}

} // namespace teken::service
