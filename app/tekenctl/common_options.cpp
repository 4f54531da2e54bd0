#include "app/tekenctl/common_options.h"

#include "app/words/help/help.h"

#include <CLI/CLI.hpp>

namespace teken::ctl {

void addRoot(CLI::App& command, std::string& into) {
    command
        .add_option(
            "--root", into,
            words::both("Sidik akar, sedikitnya 32 digit hex", "Root fingerprint, at least 32 hex digits"))
        ->required();
}

void addRevocation(CLI::App& command, std::uint64_t& lastSeq, std::string& reason) {
    command
        .add_option("--last", lastSeq,
                    words::both("Nomor terakhir yang masih berlaku", "The last number that still counts"))
        ->required();
    command.add_option("--reason", reason,
                       words::both("Alasan: lost, stolen, left, ended, replaced, misuse",
                                   "Reason: lost, stolen, left, ended, replaced, misuse"));
}

} // namespace teken::ctl
