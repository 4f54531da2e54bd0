// teken-server: the centre. Keys and configuration are made by `init`, the certificate comes in by `accept`,
// and `serve` answers laptops until it is told to stop.
#include "app/teken-server/commands.h"
#include "app/teken-server/cosign.h"
#include "app/teken-server/log_commands.h"
#include "core/base/version.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <functional>

namespace {

using namespace teken;

constexpr const char* kExitCodes =
    "Kode keluar: 0 selesai, 3 tidak ada, 4 isian atau pengaturan salah, 5 data rusak, 6 bukti tidak cocok, "
    "7 bertentangan, 8 tidak berwenang, 9 terkunci, buku dipakai, atau port dipakai, 11 ruang penuh, "
    "12 tidak boleh membaca atau menulis, 13 versi lebih baru, 64 perintah salah, 70 kesalahan di dalam.";
constexpr int kUsage = 64;

int exitCodeOf(ErrorCode code) {
    switch (code) {
    case ErrorCode::NotFound:
        return 3;
    case ErrorCode::InvalidInput:
        return 4;
    case ErrorCode::Corrupt:
        return 5;
    case ErrorCode::VerificationFailed:
        return 6;
    case ErrorCode::Conflict:
        return 7;
    case ErrorCode::Unauthorized:
        return 8;
    case ErrorCode::Locked:
        return 9;
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
    case ErrorCode::Busy:
        return 10;
    case ErrorCode::NoSpace:
        return 11;
    case ErrorCode::ReadOnly:
        return 12;
    case ErrorCode::Unsupported:
        return 13;
    case ErrorCode::Cancelled:
        return 14;
    case ErrorCode::Internal:
        break;
    }
    return 70;
}

int report(const Error& error, words::Language language) {
    std::fprintf(stderr, "teken-server: %s\n", words::sentence(error, language).c_str());
    std::fprintf(stderr, "teken-server: %s: %s\n",
                 language == words::Language::English ? "details" : "rincian", describe(error).c_str());
    return exitCodeOf(error.code);
}

// The parser's own sentence names the option; around it stand our words.
std::string usage(const CLI::App* app, const CLI::Error& error) {
    return "teken-server: Perintahnya tidak lengkap atau keliru (incomplete or wrong command). "
           "Tidak ada yang berubah. Lihat: " +
           app->get_name() + " --help\nteken-server: rincian: " + error.what() + "\n";
}

using Command = std::function<Result<>(service::Context&)>;

/// Everything the command line may hold.
struct CommandLine {
    std::string language = "id";
    std::filesystem::path config = "server.toml";
    service::InitOptions init;
    service::AcceptOptions accept;
    Command chosen;
};

void addInit(CLI::App& app, CommandLine& line) {
    auto* init = app.add_subcommand("init", "Buat buku, kunci, TLS, pengaturan, dan permintaan sertifikasi");
    init->add_option("--folder", line.init.folder, "Folder peladen");
    init->add_option("--name", line.init.name, "Nama peladen")->required();
    init->add_option("--url", line.init.url, "Alamat bagi laptop: https://nama:port")->required();
    init->add_option("--listen", line.init.listen, "Alamat jaringan untuk mendengarkan");
    init->add_option("--port", line.init.port, "Port untuk mendengarkan; 0: port bebas mana pun")
        ->check(CLI::Range(0, 65'535));
    init->add_option("--request", line.init.request, "Berkas permintaan");
    init->add_option("--origin", line.init.origin, "Nama log transparansi; bila kosong, dari alamat");
    init->callback([&line] {
        line.chosen = [&line](service::Context& context) { return service::init(context, line.init); };
    });
}

void addOthers(CLI::App& app, CommandLine& line) {
    auto* accept = app.add_subcommand("accept", "Terima pembekalan, terikat pada sidik akar");
    accept->add_option("file", line.accept.file, "Berkas pembekalan")->required();
    accept->add_option("--root", line.accept.root, "Sidik akar, sedikitnya 32 digit hex")->required();
    accept->callback([&line] {
        line.chosen = [&line](service::Context& context) {
            line.accept.config = line.config;
            return service::accept(context, line.accept);
        };
    });
    app.add_subcommand("check-config", "Periksa berkas pengaturan")->callback([&line] {
        line.chosen = [&line](service::Context& context) {
            return service::checkConfig(context, line.config);
        };
    });
    app.add_subcommand("renew-epoch", "Nyatakan bahwa buku dipulihkan dari cadangan")->callback([&line] {
        line.chosen = [&line](service::Context& context) {
            return service::renewEpoch(context, line.config);
        };
    });
    app.add_subcommand("serve", "Layani laptop (juga tanpa menyebut perintah)")->callback([&line] {
        line.chosen = [&line](service::Context& context) { return service::serve(context, line.config); };
    });
}

} // namespace

int main(int count, char** values) {
    CommandLine line;
    line.chosen = [&line](service::Context& context) { return service::serve(context, line.config); };
    CLI::App app("teken-server: pusat Teken", "teken-server");
    app.footer(kExitCodes);
    app.require_subcommand(0, 1);
    app.fallthrough();
    app.set_version_flag("--version", softwareName("teken-server"));
    app.add_option("--config", line.config, "Berkas pengaturan (TOML)");
    app.add_option("--lang", line.language, "Bahasa: id atau en")->check(CLI::IsMember({"id", "en"}));
    app.failure_message(usage);
    addInit(app, line);
    addOthers(app, line);
    service::addCosign(app, line.chosen);
    service::addLog(app, line.config, line.chosen);
    service::addEvidence(app, line.config, line.chosen);
    try {
        app.parse(count, values);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : kUsage;
    }
    const auto language = line.language == "en" ? words::Language::English : words::Language::Indonesian;
    if (const auto started = crypto::start(); !started)
        return report(started.error(), language);
    service::Context context;
    context.language = language;
    const auto outcome = line.chosen(context);
    return outcome ? 0 : report(outcome.error(), language);
}
