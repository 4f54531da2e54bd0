// tekenctl: everything an admin and an auditor can do, and an officer's session from a script, without a
// screen.
#include "app/tekenctl/command_line.h"
#include "app/words/help/help.h"
#include "core/crypto/random.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <string_view>
#include <unistd.h>

namespace {

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

// Asked where the command line itself is wrong: a machine reads what went wrong, too.
bool asksForJson(int count, char** values) {
    return std::any_of(values + std::min(count, 1), values + count,
                       [](const char* value) { return std::string_view(value) == "--json"; });
}

} // namespace

int main(int count, char** values) {
    using namespace teken::ctl;
    Context context;
    Command chosen;
    CLI::App app;
    addEverything(app, context.options, chosen);
    try {
        app.parse(count, values);
    } catch (const CLI::ParseError& error) {
        const auto language = teken::words::languageAsked(count, values);
        if (error.get_exit_code() == 0 || !asksForJson(count, values))
            return teken::words::endOfParsing(app, error, language, kUsage);
        context.options.json = true;
        context.options.language = language == teken::words::Language::English ? "en" : "id";
        static_cast<void>(context.report({teken::ErrorCode::InvalidInput, "ctl.usage", error.what(), {}}));
        return kUsage;
    }
    if (const auto started = teken::crypto::start(); !started)
        return context.report(started.error());
    const auto outcome = chosen(context);
    return answered(context, outcome ? *outcome : context.report(outcome.error()));
}
