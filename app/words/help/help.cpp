#include "app/words/help/help.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <utility>

namespace teken::words {

namespace {

constexpr char kBetween = '\x1f'; // ASCII: unit separator; in no text

/// The parser's own headings: what it calls them, and what an Indonesian reader finds there.
constexpr std::pair<const char*, const char*> kHeadings[] = {
    {"Usage", "Pemakaian"},      {"OPTIONS", "PILIHAN"},        {"SUBCOMMAND", "PERINTAH"},
    {"SUBCOMMANDS", "PERINTAH"}, {"Positionals", "Isian"},      {"REQUIRED", "WAJIB"},
    {"Env", "Lingkungan"},       {"Excludes", "Tidak bersama"}, {"Needs", "Bersama"},
    {"Options", "Pilihan"},      {"Subcommands", "Perintah"}};

std::string headingIn(const std::string& heading, Language language) {
    if (language == Language::Indonesian)
        for (const auto& [english, indonesian] : kHeadings)
            if (heading == english)
                return indonesian;
    return heading;
}

std::string half(const std::string& text, Language language) {
    const auto between = text.find(kBetween);
    if (between == std::string::npos)
        return text;
    return language == Language::English ? text.substr(between + 1) : text.substr(0, between);
}

bool whole(const std::string& text) {
    const auto between = text.find(kBetween);
    return between != std::string::npos && between > 0 && between + 1 < text.size() &&
           half(text, Language::Indonesian) != half(text, Language::English);
}

const auto kAnyOption = [](const CLI::Option*) { return true; };
const auto kAnyCommand = [](const CLI::App*) { return true; };

void gather(const CLI::App& app, const std::string& path, std::vector<std::string>& lacking) {
    if (!whole(app.get_description()) || (!app.get_footer().empty() && !whole(app.get_footer())))
        lacking.push_back(path);
    for (const auto* option : app.get_options(kAnyOption))
        if (!whole(option->get_description()))
            lacking.push_back(path + " " + option->get_name());
    for (const auto* command : app.get_subcommands(kAnyCommand))
        gather(*command, path + " " + command->get_name(), lacking);
}

void speakBelow(CLI::App& app, Language language) {
    app.description(half(app.get_description(), language));
    app.footer(half(app.get_footer(), language));
    app.group(headingIn(app.get_group(), language));
    for (auto* option : app.get_options([](CLI::Option*) { return true; })) {
        option->description(half(option->get_description(), language));
        option->group(headingIn(option->get_group(), language));
    }
    for (auto* command : app.get_subcommands([](CLI::App*) { return true; }))
        speakBelow(*command, language);
}

} // namespace

std::string both(std::string_view indonesian, std::string_view english) {
    std::string text(indonesian);
    text += kBetween;
    text += english;
    return text;
}

void beginHelp(CLI::App& app) {
    app.set_help_flag("-h,--help", both("Perlihatkan bantuan ini", "Show this help"));
}

void speak(CLI::App& app, Language language) {
    for (const auto& [english, indonesian] : kHeadings)
        app.get_formatter()->label(english, headingIn(english, language)); // shared by all commands
    speakBelow(app, language);
}

std::vector<std::string> lackingWords(const CLI::App& app) {
    std::vector<std::string> lacking;
    gather(app, app.get_name(), lacking);
    return lacking;
}

int endOfParsing(CLI::App& app, const CLI::ParseError& end, Language language, int wrong) {
    if (end.get_exit_code() == 0) {
        speak(app, language);
        return app.exit(end);
    }
    const auto* program = app.get_name().c_str();
    const bool english = language == Language::English;
    std::fprintf(stderr, "%s: %s: %s --help\n%s: %s: %s\n", program,
                 english ? "The command is incomplete or wrong. Nothing has changed. See"
                         : "Perintahnya tidak lengkap atau keliru. Tidak ada yang berubah. Lihat",
                 program, program, english ? "details" : "rincian", end.what()); // it names the option
    return wrong;
}

Language languageAsked(int count, const char* const* values) {
    constexpr std::string_view kOption = "--lang";
    std::string_view asked;
    for (int i = 1; i < count; ++i) {
        const std::string_view value(values[i]);
        if (value == kOption && i + 1 < count)
            asked = values[i + 1];
        else if (value.starts_with("--lang="))
            asked = value.substr(kOption.size() + 1);
    }
    return asked == "en" ? Language::English : Language::Indonesian;
}

} // namespace teken::words
