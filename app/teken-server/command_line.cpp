#include "app/teken-server/command_line.h"

#include "app/teken-server/cosign.h"
#include "app/teken-server/log_commands.h"
#include "app/words/help/help.h"
#include "core/base/version.h"

#include <CLI/CLI.hpp>

namespace teken::service {

namespace {

constexpr const char* kExitCodes =
    "Kode keluar: 0 selesai, 3 tidak ada, 4 isian atau pengaturan salah, 5 data rusak, 6 bukti tidak cocok, "
    "7 bertentangan, 8 tidak berwenang, 9 terkunci, buku dipakai, atau port dipakai, 11 ruang penuh, "
    "12 tidak boleh membaca atau menulis, 13 versi lebih baru, 64 perintah salah, 70 kesalahan di dalam.";
constexpr const char* kExitCodesEnglish =
    "Exit codes: 0 done, 3 not found, 4 wrong input or configuration, 5 damaged data, 6 proof does not "
    "match, "
    "7 conflict, 8 not authorised, 9 locked, book in use or port in use, 11 no space, 12 may not read or "
    "write, 13 newer version, 64 wrong command, 70 internal error.";

void addInit(CLI::App& app, CommandLine& line) {
    auto* init = app.add_subcommand(
        "init", words::both("Buat buku, kunci, TLS, pengaturan, dan permintaan sertifikasi",
                            "Make book, keys, TLS, configuration and the request to be certified"));
    init->add_option("--folder", line.init.folder, words::both("Folder peladen", "Folder of the server"));
    init->add_option("--name", line.init.name, words::both("Nama peladen", "Name of the server"))->required();
    init->add_option(
            "--url", line.init.url,
            words::both("Alamat bagi laptop: https://nama:port", "Address for laptops: https://name:port"))
        ->required();
    init->add_option("--listen", line.init.listen,
                     words::both("Alamat jaringan untuk mendengarkan", "Network address to listen on"));
    init->add_option("--port", line.init.port,
                     words::both("Port untuk mendengarkan; 0: port bebas mana pun",
                                 "Port to listen on; 0: any free one"))
        ->check(CLI::Range(0, 65'535));
    init->add_option("--request", line.init.request, words::both("Berkas permintaan", "The request file"));
    init->add_option("--origin", line.init.origin,
                     words::both("Nama log transparansi; bila kosong, dari alamat",
                                 "Name of the transparency log; if empty, from the address"));
    init->callback(
        [&line] { line.chosen = [&line](Context& context) { return service::init(context, line.init); }; });
}

void addOthers(CLI::App& app, CommandLine& line) {
    auto* accept =
        app.add_subcommand("accept", words::both("Terima pembekalan, terikat pada sidik akar",
                                                 "Accept the provisioning, bound to the root fingerprint"));
    accept->add_option("file", line.accept.file, words::both("Berkas pembekalan", "Provisioning file"))
        ->required();
    accept
        ->add_option(
            "--root", line.accept.root,
            words::both("Sidik akar, sedikitnya 32 digit hex", "Root fingerprint, at least 32 hex digits"))
        ->required();
    accept->callback([&line] {
        line.chosen = [&line](Context& context) {
            line.accept.config = line.config;
            return service::accept(context, line.accept);
        };
    });
    app.add_subcommand("check-config",
                       words::both("Periksa berkas pengaturan", "Check the configuration file"))
        ->callback([&line] {
            line.chosen = [&line](Context& context) { return service::checkConfig(context, line.config); };
        });
    app.add_subcommand("renew-epoch", words::both("Nyatakan bahwa buku dipulihkan dari cadangan",
                                                  "Say that the book was restored from a backup"))
        ->callback([&line] {
            line.chosen = [&line](Context& context) { return service::renewEpoch(context, line.config); };
        });
    app.add_subcommand("serve", words::both("Layani laptop (juga tanpa menyebut perintah)",
                                            "Serve laptops (also without naming a command)"))
        ->callback([&line] {
            line.chosen = [&line](Context& context) { return service::serve(context, line.config); };
        });
}

} // namespace

void addEverything(CLI::App& app, CommandLine& line) {
    line.chosen = [&line](Context& context) { return serve(context, line.config); };
    words::beginHelp(app);
    app.name("teken-server");
    app.description(words::both("teken-server: pusat Teken", "teken-server: the centre of Teken"));
    app.footer(words::both(kExitCodes, kExitCodesEnglish));
    app.require_subcommand(0, 1);
    app.fallthrough();
    app.set_version_flag("--version", softwareName("teken-server"),
                         words::both("Perlihatkan versi program", "Show the version of the program"));
    app.add_option("--config", line.config,
                   words::both("Berkas pengaturan (TOML)", "Configuration file (TOML)"));
    app.add_option("--lang", line.language, words::both("Bahasa: id atau en", "Language: id or en"))
        ->check(CLI::IsMember({"id", "en"}));
    addInit(app, line);
    addOthers(app, line);
    addCosign(app, line.chosen);
    addLog(app, line.config, line.chosen);
    addEvidence(app, line.config, line.chosen);
}

} // namespace teken::service
