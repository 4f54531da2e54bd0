// Help of the command line in both languages. The parser keeps one text for each command and option: `both`
// puts two into it, side by side where the option is made, and `speak` leaves one of them.
#pragma once

#include "app/words/words.h"

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class ParseError;
} // namespace CLI

namespace teken::words {

[[nodiscard]] std::string both(std::string_view indonesian, std::string_view english);

/// What the parser says by itself (its own options and headings) in both languages, too. Before any command
/// is added: they take it over from `app`.
void beginHelp(CLI::App& app);
/// Leaves one language in this command, in its options and in all commands below.
void speak(CLI::App& app, Language language);
/// The commands and options whose words are missing in a language, as "roster import --units"; to be asked
/// before `speak`.
[[nodiscard]] std::vector<std::string> lackingWords(const CLI::App& app);

/// Where parsing ended before any command: help or version on stdout and 0, or what is wrong on stderr, in
/// our words around the parser's own, and `wrong`. No command has run.
[[nodiscard]] int endOfParsing(CLI::App& app, const CLI::ParseError& end, Language language, int wrong);

/// What `--lang` asks for, read before anything is parsed: words about a wrong command line need it, too.
[[nodiscard]] Language languageAsked(int count, const char* const* values);

} // namespace teken::words
