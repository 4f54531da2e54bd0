// A machine joins by files: request out, provisioning back.
#include "app/tekenctl/bundle_file.h"
#include "app/tekenctl/commands.h"
#include "app/tekenctl/common_options.h"
#include "app/tekenctl/parsing.h"
#include "app/tekenctl/terminal.h"
#include "app/words/help/help.h"
#include "app/words/kind_words.h"
#include "core/crypto/hash.h"
#include "core/desk/admin_desk.h"
#include "core/store/journal.h"
#include "core/store/keyring.h"
#include "sync/bundle/transfer.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace teken::ctl {

namespace {

struct RequestOptions {
    std::string role = "field", name, device;
    std::filesystem::path out;
    bool renew = false;
};

struct AcceptOptions {
    std::filesystem::path file;
    std::string root;
};

struct ProvisionOptions {
    std::filesystem::path out, request;
    std::string server;
};

// A new book with its first holder, or one more holder in a book that is open already.
Result<std::unique_ptr<store::Book>> bookWithHolder(Context& context, const RequestOptions& options,
                                                    entry::Role role) {
    if (context.options.book.empty())
        return fail(ErrorCode::InvalidInput, "ctl.no-book", "expected --book FILE, found none");
    if (!context.files.exists(context.options.book)) {
        TEKEN_TRY(const auto secret,
                  context.passphrase(context.say("Kata sandi baru", "New passphrase"), true));
        TEKEN_TRY(auto book,
                  store::Book::create(context.options.book, store::Protection::Sealed, context.bookSeams()));
        TEKEN_TRY(const auto holder, book->keyring().add(options.name, role, secret, context.kdf()));
        TEKEN_CHECK(book->keyring().unlock(holder.id, secret));
        return book;
    }
    TEKEN_TRY(auto book, context.openUnlocked());
    if (options.renew)
        return book;
    TEKEN_TRY(const auto holders, book->keyring().holders());
    for (const auto& holder : holders)
        if (holder.name == options.name && !holder.retired)
            return book; // the same request once more: the file may have been lost
    TEKEN_TRY(const auto secret, context.passphrase(context.say("Kata sandi baru", "New passphrase"), true));
    TEKEN_TRY(const auto holder, book->keyring().add(options.name, role, secret, context.kdf()));
    TEKEN_CHECK(book->keyring().unlock(holder.id, secret));
    return book;
}

Result<int> request(Context& context, const RequestOptions& options) {
    TEKEN_TRY(const auto role, word<entry::Role>(options.role));
    if (role != entry::Role::Field && role != entry::Role::Admin)
        return fail(ErrorCode::InvalidInput, "ctl.role", "expected role field or admin");
    TEKEN_TRY(const auto book, bookWithHolder(context, options, role));
    std::optional<FeedId> succeeds;
    if (options.renew) {
        succeeds = book->keyring().current()->feed;
        TEKEN_TRY(const auto renewed, book->keyring().renewKey());
        static_cast<void>(renewed);
    }
    auto device = options.device;
    if (device.empty()) {
        TEKEN_TRY(const auto known, book->settings().get(desk::setting::kDeviceName));
        device = known.value_or("laptop");
    }
    TEKEN_TRY(const auto file, desk::requestOfHolder(*book, context.random, device, succeeds));
    TEKEN_CHECK(context.files.writeAtomic(options.out, file));
    const auto noted = book->write([&](store::Transaction& transaction) -> Result<> {
        TEKEN_CHECK(book->settings().put(transaction, desk::setting::kDeviceName, device));
        return book->settings().put(transaction, desk::setting::kRequestFile, options.out.string());
    });
    TEKEN_CHECK(noted);
    const auto key = book->keyring().current()->key;
    context.line(context.say("Permintaan ditulis: ", "Request written: ") + options.out.string());
    context.line(
        context.say("Sidik kunci ini (bacakan kepada admin): ", "Fingerprint of this key (read it out): ") +
        desk::fingerprintForPeople(key));
    context.answer({{"ok", true},
                    {"key", key.hex()},
                    {"feed", crypto::feedIdOf(key).hex()},
                    {"file", options.out.string()}});
    return kDone;
}

Result<int> accept(Context& context, const AcceptOptions& options) {
    TEKEN_TRY(const auto book, context.openUnlocked());
    TEKEN_TRY(const auto reader, openBundle(context, book.get(), options.file));
    const auto& header = reader->header();
    if (header.purpose != sync::Purpose::Provisioning || !header.root)
        return fail(ErrorCode::InvalidInput, "enrolment.not-provisioning",
                    "expected a provisioning file, found " + std::string(sync::slug(header.purpose)));
    const desk::Provisioning provisioning{*header.root, header.drive, header.serverUrl};
    TEKEN_CHECK(desk::pinRoot(*book, provisioning, options.root));
    TEKEN_TRY(const auto ledger, ledger::Ledger::open(*book, provisioning.root));
    ProgressBar bar(context.say("Memuat", "Loading"));
    TEKEN_TRY(const auto summary, sync::importBundle(*reader, *book, *ledger, context.clock,
                                                     [&](auto done, auto total) { bar.show(done, total); }));
    TEKEN_TRY(const auto accepted, desk::finishAccept(*book, *ledger, provisioning));
    context.line(context.say("Diterima: ", "Accepted: ") + accepted.name + " · " +
                 std::string(words::roleWord(entry::roleName(accepted.role), context.language())) +
                 (accepted.driveTitle.empty() ? "" : " · " + accepted.driveTitle));
    if (!accepted.recoverySet)
        context.line(context.say(
            "Perhatian: belum ada kunci pemulihan pusat. Kata sandi yang lupa tidak dapat dipulihkan.",
            "Attention: the centre has no recovery key yet. A forgotten passphrase is final."));
    context.answer({{"ok", true},
                    {"role", entry::roleName(accepted.role)},
                    {"name", accepted.name},
                    {"drive", accepted.driveTitle},
                    {"recovery", accepted.recoverySet},
                    {"stored", summary.stored},
                    {"blobs", summary.blobs}});
    return kDone;
}

// What a new machine needs, sealed to it: authority feeds, its own old feed, blobs its certificate lets it
// read.
Result<int> provision(Context& context, const ProvisionOptions& options) {
    TEKEN_TRY(auto open, context.open());
    TEKEN_TRY(const auto file, context.readFile(options.request, desk::kMostRequestBytes));
    TEKEN_TRY(const auto request, desk::readRequest(file));
    TEKEN_TRY(const auto root, desk::pinnedRoot(*open.book));
    TEKEN_TRY(const auto drive, open.book->settings().get(desk::setting::kDrive));
    TEKEN_TRY(const auto url, open.book->settings().get(desk::setting::kServerUrl));
    sync::ExportRequest exporting;
    exporting.header.purpose = sync::Purpose::Provisioning;
    exporting.header.origin = open.book->keyring().current() != nullptr ? open.book->keyring().current()->feed
                                                                        : crypto::feedIdOf(root);
    exporting.header.createdMs = context.nowMs();
    exporting.header.recipient = request.recipient;
    exporting.header.root = root;
    exporting.header.serverUrl = !options.server.empty() ? options.server : url.value_or("");
    TEKEN_TRY(exporting.header.drive, optionalId<EntryId>(drive.value_or("")));
    exporting.reader = request.key;
    TEKEN_TRY(exporting.feeds, sync::authorityFeeds(*open.ledger));
    exporting.feeds->emplace(crypto::feedIdOf(request.key), 1);
    if (request.succeeds)
        exporting.feeds->emplace(*request.succeeds, 1);
    ProgressBar bar(context.say("Menulis", "Writing"));
    TEKEN_TRY(const auto summary,
              sync::exportBundle(*open.book, *open.ledger, context.storage, options.out, exporting,
                                 context.random, [&](auto done, auto total) { bar.show(done, total); }));
    context.line(context.say("Berkas pembekalan ditulis: ", "Provisioning written: ") + options.out.string() +
                 " (" + std::to_string(summary.records) + " + " + std::to_string(summary.blobs) + ")");
    context.answer({{"ok", true},
                    {"file", options.out.string()},
                    {"records", summary.records},
                    {"blobs", summary.blobs},
                    {"bytes", summary.bytes}});
    return kDone;
}

} // namespace

void addEnrol(CLI::App& app, Command& chosen) {
    auto* group = app.add_subcommand(
        "enrol", words::both("Pendaftaran perangkat dengan berkas", "Enrolment of a device by files"));
    group->require_subcommand(1);

    auto asking = std::make_shared<RequestOptions>();
    auto* ask =
        group->add_subcommand("request", words::both("Buat kunci di perangkat ini dan tulis permintaan",
                                                     "Make a key on this device and write a request"));
    ask->add_option("--role", asking->role, words::both("Peran: field atau admin", "Role: field or admin"));
    ask->add_option("--name", asking->name, words::both("Nama orangnya", "Name of the person"))->required();
    ask->add_option("--device", asking->device, words::both("Label perangkat", "Label of the device"));
    ask->add_option("--out", asking->out, words::both("Berkas permintaan", "Request file"))->required();
    ask->add_flag("--renew", asking->renew,
                  words::both("Kunci baru menggantikan yang lama (sesudah basis data dipulihkan)",
                              "A new key replaces the old one (after a database was restored)"));
    ask->callback(
        [&chosen, asking] { chosen = [asking](Context& context) { return request(context, *asking); }; });

    auto giving = std::make_shared<ProvisionOptions>();
    auto* give = group->add_subcommand(
        "provision", words::both("Tulis pembekalan untuk perangkat yang sudah disertifikasi",
                                 "Write the provisioning for a device that is certified"));
    give->add_option("request", giving->request,
                     words::both("Berkas permintaan perangkat itu", "Request file of that device"))
        ->required();
    give->add_option("--out", giving->out, words::both("Berkas pembekalan", "Provisioning file"))->required();
    give->add_option("--server", giving->server, words::both("Alamat pusat", "Address of the centre"));
    give->callback(
        [&chosen, giving] { chosen = [giving](Context& context) { return provision(context, *giving); }; });

    auto taking = std::make_shared<AcceptOptions>();
    auto* take = group->add_subcommand("accept",
                                       words::both("Terima pembekalan, terikat pada sidik akar",
                                                   "Accept the provisioning, bound to the root fingerprint"));
    take->add_option("file", taking->file, words::both("Berkas pembekalan", "Provisioning file"))->required();
    addRoot(*take, taking->root);
    take->callback(
        [&chosen, taking] { chosen = [taking](Context& context) { return accept(context, *taking); }; });
}

} // namespace teken::ctl
