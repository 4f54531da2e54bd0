// teken-server: the centre. Keys and configuration are made by `init`, the certificate comes in by `accept`,
// and `serve` answers laptops until it is told to stop.
#include "app/teken-server/command_line.h"
#include "app/words/help/help.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace {

using namespace teken;

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

} // namespace

int main(int count, char** values) {
    service::CommandLine line;
    CLI::App app;
    service::addEverything(app, line);
    const auto language = words::languageAsked(count, values);
    try {
        app.parse(count, values);
    } catch (const CLI::ParseError& error) {
        return words::endOfParsing(app, error, language, kUsage);
    }
    if (const auto started = crypto::start(); !started)
        return report(started.error(), language);
    service::Context context;
    context.language = language;
    const auto outcome = line.chosen(context);
    return outcome ? 0 : report(outcome.error(), language);
}
