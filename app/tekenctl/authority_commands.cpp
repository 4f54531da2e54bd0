// The root: made once, kept offline, used to certify and to revoke.
#include "app/tekenctl/commands.h"
#include "app/tekenctl/common_options.h"
#include "app/tekenctl/parsing.h"
#include "app/words/help/help.h"
#include "app/words/kind_words.h"
#include "core/crypto/hash.h"
#include "core/desk/admin_desk.h"
#include "core/store/keyring.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace teken::ctl {

namespace {

struct CertifyOptions {
    std::filesystem::path request;
    std::string role, key, name, drive;
    std::vector<std::string> units, pins;
    std::int64_t days = 400;
    bool recipient = false;
};

struct RevokeOptions {
    std::string role, key, reason = "ended";
    std::uint64_t lastSeq = 0;
};

Result<int> create(Context& context, const std::string& name) {
    if (context.options.book.empty())
        return fail(ErrorCode::InvalidInput, "ctl.no-book", "expected --book FILE, found none");
    TEKEN_TRY(const auto secret,
              context.passphrase(context.say("Kata sandi akar", "Passphrase of the root"), true));
    TEKEN_TRY(const auto book, desk::AuthorityDesk::create(context.options.book, name, secret, context.kdf(),
                                                           context.bookSeams()));
    TEKEN_TRY(const auto root, desk::pinnedRoot(*book));
    context.line(context.say("Otoritas dibuat: ", "Authority created: ") + context.options.book.string());
    context.line(context.say("Sidik akar (cetak di surat keputusan): ",
                             "Root fingerprint (print it in the decree): ") +
                 desk::fingerprintForPeople(root));
    context.answer({{"ok", true}, {"root", root.hex()}, {"fingerprint", crypto::feedIdOf(root).hex()}});
    return kDone;
}

desk::AuthorityDesk::Terms termsOf(const Context& context, const CertifyOptions& options,
                                   std::optional<EntryId> drive) {
    desk::AuthorityDesk::Terms terms;
    terms.units = unitsOf(options.units);
    terms.drive = drive;
    terms.fromMs = context.nowMs();
    terms.untilMs = terms.fromMs + daysMs(options.days);
    return terms;
}

Result<int> certify(Context& context, const CertifyOptions& options) {
    TEKEN_TRY(auto open, context.open());
    TEKEN_TRY(auto authority, desk::AuthorityDesk::open(context.seams(open)));
    TEKEN_TRY(const auto drive, optionalId<EntryId>(options.drive));
    const auto terms = termsOf(context, options, drive);
    nlohmann::json certified = nlohmann::json::array();
    const auto note = [&](const entry::VerifiedEntry& written, std::string_view role,
                          const std::string& name) {
        certified.push_back({{"entry", written.id.hex()}, {"role", role}, {"name", name}});
        context.line(context.say("Disertifikasi: ", "Certified: ") +
                     std::string(words::roleWord(role, context.language())) + " · " + name);
    };
    if (!options.request.empty()) {
        TEKEN_TRY(const auto file, context.readFile(options.request, desk::kMostRequestBytes));
        TEKEN_TRY(const auto request, desk::readRequest(file));
        context.line(context.say("Sidik kunci peminta: ", "Fingerprint of the asker's key: ") +
                     desk::fingerprintForPeople(request.key));
        TEKEN_TRY(const auto written, authority.certify(request, terms));
        note(written, entry::roleName(request.role), request.name);
        if (options.recipient && request.recipient) {
            TEKEN_TRY(const auto key, PublicKey::fromBytes(request.recipient->bytes));
            TEKEN_TRY(const auto second,
                      authority.certifyKey(entry::Role::Recipient, key, request.name, terms));
            note(second, "recipient", request.name);
        }
    } else {
        TEKEN_TRY(const auto role, word<entry::Role>(options.role));
        TEKEN_TRY(const auto key, PublicKey::fromHex(options.key));
        std::vector<Digest> pins;
        for (const auto& text : options.pins) {
            TEKEN_TRY(const auto pin, Digest::fromHex(text));
            pins.push_back(pin);
        }
        TEKEN_TRY(const auto written, authority.certifyKey(role, key, options.name, terms, pins));
        note(written, options.role, options.name);
    }
    context.answer({{"ok", true}, {"certified", certified}});
    return kDone;
}

Result<int> revoke(Context& context, const RevokeOptions& options) {
    TEKEN_TRY(auto open, context.open());
    TEKEN_TRY(auto authority, desk::AuthorityDesk::open(context.seams(open)));
    TEKEN_TRY(const auto role, word<entry::Role>(options.role));
    TEKEN_TRY(const auto reason, word<entry::RevokeReason>(options.reason));
    TEKEN_TRY(const auto key, PublicKey::fromHex(options.key));
    TEKEN_TRY(const auto written, authority.revoke(role, key, options.lastSeq, reason));
    context.line(context.say("Dicabut sejak nomor ", "Revoked after number ") +
                 std::to_string(options.lastSeq));
    context.answer({{"ok", true}, {"entry", written.id.hex()}});
    return kDone;
}

} // namespace

void addAuthority(CLI::App& app, Command& chosen) {
    auto* group = app.add_subcommand("authority", words::both("Kunci akar: buat, sertifikasi, cabut",
                                                              "The root key: create, certify, revoke"));
    group->require_subcommand(1);

    auto name = std::make_shared<std::string>();
    auto* make =
        group->add_subcommand("create", words::both("Buat kunci akar; bukunya disimpan tanpa jaringan",
                                                    "Create the root key; its book is kept offline"));
    make->add_option("--name", *name, words::both("Nama otoritas", "Name of the authority"))->required();
    make->callback([&chosen, name] { chosen = [name](Context& context) { return create(context, *name); }; });

    auto certifying = std::make_shared<CertifyOptions>();
    auto* certifyCommand =
        group->add_subcommand("certify", words::both("Sertifikasi admin, peladen, atau penerima",
                                                     "Certify an admin, a server, or a recipient"));
    certifyCommand->add_option("request", certifying->request,
                               words::both("Berkas permintaan", "Request file"));
    certifyCommand->add_option("--role", certifying->role,
                               words::both("Tanpa berkas: server, log, cosigner, recipient, root",
                                           "Without a file: server, log, cosigner, recipient, root"));
    certifyCommand->add_option(
        "--key", certifying->key,
        words::both("Tanpa berkas: kunci publik, 64 digit hex", "Without a file: public key, 64 hex digits"));
    certifyCommand->add_option("--name", certifying->name,
                               words::both("Tanpa berkas: nama", "Without a file: name"));
    certifyCommand->add_option(
        "--pin", certifying->pins,
        words::both("Tanpa berkas: sidik TLS peladen", "Without a file: TLS pin of the server"));
    certifyCommand->add_option("--unit", certifying->units,
                               words::both("Batasi admin pada unit ini", "Limit the admin to this unit"));
    certifyCommand->add_option("--drive", certifying->drive,
                               words::both("Batasi pada satu kegiatan", "Limit to one drive"));
    certifyCommand->add_option("--days", certifying->days,
                               words::both("Masa berlaku, hari", "Valid for this many days"));
    certifyCommand->add_flag("--recipient", certifying->recipient,
                             words::both("Juga sebagai penerima berkas bersegel dan kunci pemulihan",
                                         "Also as recipient of sealed files and of recovery keys"));
    certifyCommand->callback([&chosen, certifying] {
        chosen = [certifying](Context& context) { return certify(context, *certifying); };
    });

    auto revoking = std::make_shared<RevokeOptions>();
    auto* revokeCommand = group->add_subcommand(
        "revoke", words::both("Cabut sebuah kunci sejak nomor tertentu", "Revoke a key from a number on"));
    revokeCommand->add_option("--role", revoking->role, words::both("Peran kunci itu", "Role of that key"))
        ->required();
    revokeCommand
        ->add_option("--key", revoking->key,
                     words::both("Kunci publik, 64 digit hex", "Public key, 64 hex digits"))
        ->required();
    addRevocation(*revokeCommand, revoking->lastSeq, revoking->reason);
    revokeCommand->callback([&chosen, revoking] {
        chosen = [revoking](Context& context) { return revoke(context, *revoking); };
    });
}

} // namespace teken::ctl
