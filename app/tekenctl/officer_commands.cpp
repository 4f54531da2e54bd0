// Petugas: certify and revoke.
#include "app/tekenctl/admin_book.h"
#include "app/tekenctl/commands.h"
#include "app/tekenctl/common_options.h"
#include "app/tekenctl/parsing.h"
#include "app/words/help/help.h"
#include "app/words/kind_words.h"
#include "core/crypto/hash.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace teken::ctl {

namespace {

struct CertifyOptions {
    std::filesystem::path request;
    std::vector<std::string> units;
    std::int64_t days = 400;
    std::string fingerprint;
};

struct RevokeOptions {
    std::string feed, reason = "ended";
    std::uint64_t lastSeq = 0;
};

Result<int> certify(Context& context, const CertifyOptions& options) {
    TEKEN_TRY(const auto file, context.readFile(options.request, desk::kMostRequestBytes));
    TEKEN_TRY(const auto request, desk::readRequest(file));
    if (!options.fingerprint.empty())
        TEKEN_CHECK(desk::compareFingerprint(options.fingerprint, request.key, "enrolment.wrong-request"));
    TEKEN_TRY(auto admin, openAdmin(context));
    const auto now = context.nowMs();
    TEKEN_TRY(const auto id,
              admin.desk->certifyOfficer(request, {unitsOf(options.units), now, now + daysMs(options.days)}));
    const auto feed = crypto::feedIdOf(request.key);
    context.line(context.say("Petugas disertifikasi: ", "Officer certified: ") + request.name + " · " +
                 request.device);
    std::string units;
    for (const auto& unit : unitsOf(options.units))
        units += (units.empty() ? "" : ", ") + (unit == "*" ? context.say("semua", "all") : unit);
    context.line(context.say("Unit: ", "Units: ") + units);
    context.line(context.say("Id rangkaian: ", "Feed id: ") + feed.hex());
    context.line(context.say("Sidik kuncinya: ", "Fingerprint: ") + desk::fingerprintForPeople(request.key));
    context.answer({{"ok", true}, {"entry", id.hex()}, {"feed", feed.hex()}, {"name", request.name}});
    return kDone;
}

Result<int> revoke(Context& context, const RevokeOptions& options) {
    TEKEN_TRY(auto admin, openAdmin(context));
    TEKEN_TRY(const auto feed, FeedId::fromHex(options.feed));
    TEKEN_TRY(const auto reason, word<entry::RevokeReason>(options.reason));
    TEKEN_TRY(const auto id, admin.desk->revokeOfficer(feed, options.lastSeq, reason));
    context.line(context.say("Dicabut sejak nomor ", "Revoked after number ") +
                 std::to_string(options.lastSeq));
    context.answer({{"ok", true}, {"entry", id.hex()}});
    return kDone;
}

Result<int> list(Context& context) {
    TEKEN_TRY(auto open, context.open());
    TEKEN_TRY(const auto feeds, open.ledger->feeds());
    nlohmann::json rows = nlohmann::json::array();
    context.line(context.say("Id rangkaian · peran · nama · perangkat · nomor yang dihitung/tersimpan",
                             "Feed id · role · name · device · number counted/stored"));
    for (const auto& feed : feeds) {
        const auto role = feed.role ? std::string(entry::roleName(*feed.role)) : std::string("-");
        context.line(feed.feed.hex() + "  " + std::string(words::roleWord(role, context.language())) + "  " +
                     feed.name + "  " + feed.device + "  " + std::to_string(feed.countedTo) + "/" +
                     std::to_string(feed.stored));
        nlohmann::json row{{"feed", feed.feed.hex()},
                           {"role", role},
                           {"name", feed.name},
                           {"device", feed.device},
                           {"units", feed.units},
                           {"stored", feed.stored},
                           {"counted_to", feed.countedTo},
                           {"waiting", feed.waiting},
                           {"not_counted", feed.notCounted}};
        row["forked_at"] = feed.forkedAt ? nlohmann::json(*feed.forkedAt) : nlohmann::json(nullptr);
        row["revoked_after"] =
            feed.revokedAfter ? nlohmann::json(*feed.revokedAfter) : nlohmann::json(nullptr);
        rows.push_back(std::move(row));
    }
    context.answer({{"ok", true}, {"feeds", rows}});
    return kDone;
}

} // namespace

void addOfficer(CLI::App& app, Command& chosen) {
    auto* group =
        app.add_subcommand("officer", words::both("Petugas dan perangkat: sertifikasi, cabut, daftar",
                                                  "Officers and devices: certify, revoke, list"));
    group->require_subcommand(1);
    auto certifying = std::make_shared<CertifyOptions>();
    auto* certifyCommand =
        group->add_subcommand("certify", words::both("Sertifikasi petugas dari berkas permintaan",
                                                     "Certify an officer from a request file"));
    certifyCommand
        ->add_option("request", certifying->request, words::both("Berkas permintaan", "Request file"))
        ->required();
    certifyCommand->add_option("--unit", certifying->units,
                               words::both("Unit kerjanya, boleh berulang; kosong: semua",
                                           "Unit to work in, may be repeated; empty: all"));
    certifyCommand->add_option("--days", certifying->days,
                               words::both("Masa berlaku, hari", "Valid for this many days"));
    certifyCommand->add_option("--fingerprint", certifying->fingerprint,
                               words::both("Sidik yang dibacakan petugas, untuk dicocokkan",
                                           "The fingerprint the officer reads out, to be compared"));
    certifyCommand->callback([&chosen, certifying] {
        chosen = [certifying](Context& context) { return certify(context, *certifying); };
    });

    auto revoking = std::make_shared<RevokeOptions>();
    auto* revokeCommand = group->add_subcommand(
        "revoke", words::both("Cabut petugas sejak nomor tertentu", "Revoke an officer from a number on"));
    revokeCommand
        ->add_option("feed", revoking->feed,
                     words::both("Id rangkaian, 64 digit hex", "Id of the feed, 64 hex digits"))
        ->required();
    addRevocation(*revokeCommand, revoking->lastSeq, revoking->reason);
    revokeCommand->callback([&chosen, revoking] {
        chosen = [revoking](Context& context) { return revoke(context, *revoking); };
    });
    group
        ->add_subcommand("list",
                         words::both("Daftar kunci dan rangkaiannya", "List the keys and their feeds"))
        ->callback([&chosen] { chosen = list; });
}

} // namespace teken::ctl
