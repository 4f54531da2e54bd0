// Before the first start: keys out, certificate in.
#include "app/teken-server/commands.h"
#include "app/teken-server/log_commands.h"
#include "core/desk/enrolment.h"
#include "core/ledger/ledger.h"
#include "core/store/keyring.h"
#include "sync/bundle/transfer.h"
#include "sync/client/http_transport.h"
#include "sync/server/epoch.h"
#include "sync/server/tls.h"

#include <cstdio>

namespace teken::service {

namespace {

constexpr std::uint64_t kMostConfigBytes = 64 * 1024;

struct Paths {
    std::filesystem::path book, certificate, key, nextCertificate, nextKey, config, request, logKey,
        logRequest;

    explicit Paths(const InitOptions& options)
        : book(options.folder / "server.book"), certificate(options.folder / "tls-certificate.pem"),
          key(options.folder / "tls-key.pem"), nextCertificate(options.folder / "tls-next-certificate.pem"),
          nextKey(options.folder / "tls-next-key.pem"), config(options.folder / "server.toml"),
          request(options.request.empty() ? options.folder / "server.minta" : options.request),
          logKey(options.folder / "log.book"), logRequest(options.folder / "log.minta") {}

    [[nodiscard]] std::vector<std::filesystem::path> all() const {
        return {book, certificate, key, nextCertificate, nextKey, config, request, logKey, logRequest};
    }
};

Result<Digest> writeIdentity(Context& context, const std::string& host,
                             const std::filesystem::path& certificate, const std::filesystem::path& key) {
    TEKEN_TRY(auto identity, sync::server::makeTlsIdentity({host}, context.clock.now(), context.random));
    TEKEN_CHECK(context.files.writeAtomic(certificate, view(identity.certificatePem)));
    const auto written = context.files.writeAtomic(key, view(identity.keyPem));
    crypto::wipe(identity.keyPem);
    TEKEN_CHECK(written);
    return identity.pin;
}

sync::server::Config configFor(const InitOptions& options, const sync::client::Address& address,
                               const Paths& paths) {
    sync::server::Config config;
    config.book = paths.book.filename();
    config.logKey = paths.logKey.filename();
    config.origin = options.origin.empty() ? originFor(options.url) : options.origin;
    config.tls = address.tls;
    config.address = !options.listen.empty() ? options.listen : address.tls ? "0.0.0.0" : "127.0.0.1";
    config.port = options.port >= 0 ? options.port : address.port;
    if (config.tls) {
        config.certificate = paths.certificate.filename();
        config.key = paths.key.filename();
    }
    return config;
}

} // namespace

Result<sync::server::Config> readConfig(Context& context, const std::filesystem::path& file) {
    if (!context.files.exists(file))
        return fail(ErrorCode::NotFound, "server.no-config", "expected a configuration file, found none",
                    file.string());
    TEKEN_TRY(const auto bytes, context.files.read(file, kMostConfigBytes));
    auto config = sync::server::parseConfig(textOf(bytes), file.parent_path());
    if (!config) {
        auto error = std::move(config).error();
        error.place = file.string() + (error.place.empty() ? "" : ", " + error.place);
        return fail(std::move(error));
    }
    return config;
}

Result<> init(Context& context, const InitOptions& options) {
    TEKEN_TRY(const auto address, sync::client::parseAddress(options.url));
    if (!address.tls && !address.loopback())
        return fail(ErrorCode::InvalidInput, "sync.address-plain",
                    "expected https for other machines; plain http is for this one only");
    const Paths paths(options);
    TEKEN_CHECK(context.files.createFolders(options.folder));
    for (const auto& path : paths.all())
        if (context.files.exists(path))
            return fail(ErrorCode::Conflict, "server.exists", "this file is there already and stays as it is",
                        path.string());
    desk::EnrolmentRequest request;
    request.role = entry::Role::Server;
    request.name = options.name;
    request.device = address.host;
    request.address = options.url;
    request.nonce = context.random.make<Nonce>();
    if (address.tls) {
        TEKEN_TRY(const auto pin, writeIdentity(context, address.host, paths.certificate, paths.key));
        TEKEN_TRY(const auto next,
                  writeIdentity(context, address.host, paths.nextCertificate, paths.nextKey));
        request.pins = {pin, next};
    }
    TEKEN_TRY(const auto book, store::Book::create(paths.book, store::Protection::Open, context.bookSeams()));
    TEKEN_TRY(const auto holder, book->keyring().addUnprotected(options.name, entry::Role::Server));
    request.key = holder.key;
    TEKEN_TRY(request.recipient, book->keyring().recipientKey());
    TEKEN_TRY(const auto file, desk::encodeRequest(request, *book->keyring().signingKey()));
    const auto config = configFor(options, address, paths);
    TEKEN_TRY(const auto logKey, makeLogKey(context, {paths.logKey, paths.logRequest}, config.origin));
    TEKEN_CHECK(context.files.writeAtomic(paths.config, view(sync::server::exampleConfig(config))));
    TEKEN_CHECK(context.files.writeAtomic(paths.request, file));
    std::printf("%s %s\n", context.say("Permintaan ditulis:", "Request written:").c_str(),
                paths.request.c_str());
    std::printf("%s %s\n", context.say("Sidik kunci peladen:", "Fingerprint of the server's key:").c_str(),
                desk::fingerprintForPeople(holder.key).c_str());
    std::printf("%s %s (%s)\n", context.say("Permintaan log ditulis:", "Request of the log written:").c_str(),
                paths.logRequest.c_str(), config.origin.c_str());
    std::printf("%s %s\n", context.say("Sidik kunci log:", "Fingerprint of the log's key:").c_str(),
                desk::fingerprintForPeople(logKey).c_str());
    for (const auto& pin : request.pins)
        std::printf("%s %s\n", context.say("Sidik TLS:", "TLS pin:").c_str(), pin.hex().c_str());
    std::printf("%s\n", context
                            .say("Langkah berikut: bawa kedua permintaan ke pemegang akar, lalu "
                                 "`teken-server accept BERKAS --root SIDIK --config server.toml`.",
                                 "Next: take both requests to the holder of the root, then "
                                 "`teken-server accept FILE --root FINGERPRINT --config server.toml`.")
                            .c_str());
    return {};
}

Result<> accept(Context& context, const AcceptOptions& options) {
    TEKEN_TRY(const auto config, readConfig(context, options.config));
    TEKEN_TRY(const auto book, store::Book::open(config.book, context.bookSeams()));
    sync::PosixBundleStorage storage;
    TEKEN_TRY(const auto secret, book->keyring().recipientSecret());
    TEKEN_TRY(const auto checked, sync::checkBundle(storage, options.file, &secret));
    TEKEN_TRY(const auto reader, sync::BundleReader::open(storage, options.file));
    const auto& header = reader->header();
    if (header.purpose != sync::Purpose::Provisioning || !header.root)
        return fail(ErrorCode::InvalidInput, "enrolment.not-provisioning",
                    "expected a provisioning file, found " + std::string(sync::slug(header.purpose)));
    if (header.recipient)
        TEKEN_CHECK(reader->unseal(secret));
    const desk::Provisioning provisioning{*header.root, header.drive, header.serverUrl};
    TEKEN_CHECK(desk::pinRoot(*book, provisioning, options.root));
    TEKEN_TRY(const auto ledger, ledger::Ledger::open(*book, provisioning.root));
    TEKEN_TRY(const auto imported, sync::importBundle(*reader, *book, *ledger, context.clock));
    TEKEN_TRY(const auto accepted, desk::finishAccept(*book, *ledger, provisioning));
    std::printf("%s %s (%llu)\n", context.say("Diterima:", "Accepted:").c_str(), accepted.name.c_str(),
                static_cast<unsigned long long>(imported.stored));
    (void)checked;
    return {};
}

Result<> checkConfig(Context& context, const std::filesystem::path& file) {
    TEKEN_TRY(const auto config, readConfig(context, file));
    if (!context.files.exists(config.book))
        return fail(ErrorCode::NotFound, "store.missing", "expected the server's book, found no such file",
                    config.book.string());
    if (config.tls) {
        TEKEN_TRY(const auto pin, sync::server::pinOfFiles(context.files, config.certificate, config.key));
        std::printf("%s %s\n", context.say("Sidik TLS:", "TLS pin:").c_str(), pin.hex().c_str());
    }
    std::printf("%s %s:%d\n",
                context.say("Pengaturan baik. Alamat:", "The configuration is good. Address:").c_str(),
                config.address.c_str(), config.port);
    return {};
}

Result<> renewEpoch(Context& context, const std::filesystem::path& file) {
    TEKEN_TRY(const auto config, readConfig(context, file));
    TEKEN_TRY(const auto book, store::Book::open(config.book, context.bookSeams()));
    const auto* holder = book->keyring().current();
    if (holder == nullptr)
        return fail(ErrorCode::NotFound, "server.no-key", "expected a server's key in this book, found none");
    sync::server::EpochKeeper epochs(*book, holder->feed, context.random);
    TEKEN_TRY(const auto epoch, epochs.renew());
    std::printf("%s %s\n",
                context
                    .say("Pemulihan dicatat; laptop akan mengirim ulang. Masa baru:",
                         "Restoration noted; laptops will send again. New epoch:")
                    .c_str(),
                epoch.hex().c_str());
    return {};
}

} // namespace teken::service
