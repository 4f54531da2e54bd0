// tekenctl: everything an admin and an auditor can do, and an officer's session from a script, without a
// screen.
#include "app/tekenctl/commands.h"
#include "core/base/version.h"
#include "core/crypto/random.h"

#include <CLI/CLI.hpp>

#include <cerrno>
#include <cstdio>
#include <unistd.h>

namespace {

constexpr const char* kExitCodes =
    "Kode keluar: 0 selesai/UTUH, 1 TIDAK UTUH, 2 TIDAK LENGKAP atau masih ada yang menunggu, 3 tidak ada, "
    "4 isian salah, 5 data rusak, 6 bukti tidak cocok, 7 bertentangan, 8 tidak berwenang, 9 terkunci atau "
    "dipakai, "
    "10 tanpa jaringan, 11 ruang penuh, 12 tidak boleh menulis, 13 versi lebih baru, 14 dihentikan, 15 "
    "audit: UTUH tetapi ada yang perlu dilihat, 130 dihentikan dengan Ctrl-C atau SIGTERM, 64 "
    "perintah salah, "
    "70 kesalahan di dalam.";

void addCommon(CLI::App& app, teken::ctl::Options& options) {
    app.add_option("--book", options.book, "Berkas buku")->envname("TEKEN_BOOK");
    app.add_option("--passphrase-file", options.passphraseFile,
                   "Kata sandi dari berkas, bukan dari papan ketik");
    app.add_option("--as", options.as, "Nama pemegang kunci yang membuka buku");
    app.add_flag("--json", options.json, "Jawaban untuk mesin");
    app.add_option("--lang", options.language, "Bahasa: id atau en")->check(CLI::IsMember({"id", "en"}));
    app.add_flag("--fast-kdf", options.fastKdf, "Kata sandi lemah biaya: hanya untuk latihan dan uji");
}

// The parser's own sentence names the option; around it stand our words.
std::string usage(const CLI::App* app, const CLI::Error& error) {
    return "tekenctl: Perintahnya tidak lengkap atau keliru (incomplete or wrong command). "
           "Tidak ada yang berubah. Lihat: " +
           app->get_name() + " --help\ntekenctl: rincian: " + error.what() + "\n";
}

// An answer that did not arrive was not given: a script that reads a cut report must not see "done".
int answered(const teken::ctl::Context& context, int code) {
    errno = 0;
    int failure = std::fflush(stdout) != 0 ? errno : 0;
    // Of a write that failed before, only the fact is left; the next one says why.
    if (failure == 0 && std::ferror(stdout) != 0)
        failure = ::write(STDOUT_FILENO, "\n", 1) < 0 ? errno : EIO;
    const bool said = code == teken::ctl::kDone || code == teken::ctl::kIncomplete;
    if (failure == 0 || failure == EBADF || !said) // EBADF: started without any output, on purpose
        return code;
    return context.report(teken::systemError(failure, "write the answer", {}));
}

} // namespace

int main(int count, char** values) {
    using namespace teken::ctl;
    Context context;
    Command chosen;
    CLI::App app("tekenctl: pekerjaan admin dan pemeriksa Teken tanpa layar", "tekenctl");
    app.footer(kExitCodes);
    app.require_subcommand(1);
    app.fallthrough();
    app.set_version_flag("--version", teken::softwareName("tekenctl"));
    addCommon(app, context.options);
    app.failure_message(usage);
    for (const auto add : {addAuthority, addEnrol, addDrive, addText, addRoster, addOfficer, addSession,
                           addDecisions, addTransfer, addStatus, addKeeping, addAudit, addEvidence, addPapers,
                           addLetterhead, addSlip, addCheckBukti, addPractice})
        add(app, chosen);
    try {
        app.parse(count, values);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? kDone : kUsage;
    }
    if (const auto started = teken::crypto::start(); !started)
        return context.report(started.error());
    const auto outcome = chosen(context);
    return answered(context, outcome ? *outcome : context.report(outcome.error()));
}
