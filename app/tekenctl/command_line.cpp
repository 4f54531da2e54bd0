#include "app/tekenctl/command_line.h"

#include "app/words/help/help.h"
#include "core/base/version.h"

#include <CLI/CLI.hpp>

namespace teken::ctl {

namespace {

constexpr const char* kExitCodes =
    "Kode keluar: 0 selesai/UTUH, 1 TIDAK UTUH, 2 TIDAK LENGKAP atau masih ada yang menunggu, 3 tidak ada, "
    "4 isian salah, 5 data rusak, 6 bukti tidak cocok, 7 bertentangan, 8 tidak berwenang, 9 terkunci atau "
    "dipakai, 10 tanpa jaringan, 11 ruang penuh, 12 tidak boleh menulis, 13 versi lebih baru, 14 dihentikan, "
    "15 audit: UTUH tetapi ada yang perlu dilihat, 130 dihentikan dengan Ctrl-C, 64 perintah "
    "salah, 70 kesalahan di dalam.";
constexpr const char* kExitCodesEnglish =
    "Exit codes: 0 done/INTACT, 1 NOT INTACT, 2 INCOMPLETE or something still waits, 3 not found, 4 wrong "
    "input, 5 damaged data, 6 proof does not match, 7 conflict, 8 not authorised, 9 locked or in use, 10 no "
    "network, 11 no space, 12 may not write, 13 newer version, 14 stopped, 15 audit: INTACT but something "
    "needs a look, 130 stopped with Ctrl-C, 64 wrong command, 70 internal error.";

void addCommon(CLI::App& app, Options& options) {
    app.add_option("--book", options.book, words::both("Berkas buku", "The book file"))
        ->envname("TEKEN_BOOK");
    app.add_option("--passphrase-file", options.passphraseFile,
                   words::both("Kata sandi dari berkas, bukan dari papan ketik",
                               "The passphrase from a file, not from the keyboard"));
    app.add_option(
        "--as", options.as,
        words::both("Nama pemegang kunci yang membuka buku", "Name of the key holder who opens the book"));
    app.add_flag("--json", options.json, words::both("Jawaban untuk mesin", "An answer for machines"));
    app.add_option("--lang", options.language, words::both("Bahasa: id atau en", "Language: id or en"))
        ->check(CLI::IsMember({"id", "en"}));
    app.add_flag("--fast-kdf", options.fastKdf,
                 words::both("Kata sandi dijaga murah: hanya untuk latihan dan uji",
                             "Cheap protection of the passphrase: for practice and tests only"));
}

} // namespace

void addEverything(CLI::App& app, Options& options, Command& chosen) {
    words::beginHelp(app);
    app.name("tekenctl");
    app.description(words::both("tekenctl: pekerjaan admin dan pemeriksa Teken tanpa layar",
                                "tekenctl: the work of Teken's admins and auditors without a screen"));
    app.footer(words::both(kExitCodes, kExitCodesEnglish));
    app.require_subcommand(1);
    app.fallthrough();
    app.set_version_flag("--version", softwareName("tekenctl"),
                         words::both("Perlihatkan versi program", "Show the version of the program"));
    addCommon(app, options);
    for (const auto add : {addAuthority, addEnrol, addDrive, addText, addRoster, addOfficer, addSession,
                           addDecisions, addTransfer, addStatus, addKeeping, addAudit, addEvidence, addPapers,
                           addLetterhead, addSlip, addCheckBukti, addPractice})
        add(app, chosen);
}

} // namespace teken::ctl
