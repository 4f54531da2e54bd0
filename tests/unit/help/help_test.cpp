#include "app/words/help/help.h"

#include "app/teken-server/command_line.h"
#include "app/tekenctl/command_line.h"

#include <CLI/CLI.hpp>
#include <gmock/gmock.h>

namespace teken::words {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// A small command line with words in both languages.
struct Small {
    CLI::App app;
    std::string file;

    Small() {
        beginHelp(app);
        app.name("kecil");
        app.description(both("Contoh", "Example"));
        app.add_subcommand("tulis", both("Tulis berkas", "Write a file"))
            ->add_option("--out", file, both("Berkas tujuan", "Target file"))
            ->required();
    }
    CLI::App& command() { return *app.get_subcommand("tulis"); }
};

Language asked(std::vector<const char*> values) {
    return languageAsked(static_cast<int>(values.size()), values.data());
}

TEST(Help, SaysEachThingInTheLanguageAskedForAndInNoOther) {
    Small english;
    speak(english.app, Language::English);
    EXPECT_THAT(english.app.help(), HasSubstr("Write a file"));
    EXPECT_THAT(english.app.help(), HasSubstr("Usage: "));
    EXPECT_THAT(english.app.help(), Not(HasSubstr("Tulis berkas")));
    EXPECT_THAT(english.command().help(), HasSubstr("Target file"));

    Small indonesian;
    speak(indonesian.app, Language::Indonesian);
    EXPECT_THAT(indonesian.app.help(), HasSubstr("Tulis berkas"));
    EXPECT_THAT(indonesian.app.help(), HasSubstr("Perlihatkan bantuan ini"));
    EXPECT_THAT(indonesian.app.help(), Not(HasSubstr("Write a file")));
    EXPECT_THAT(indonesian.command().help(), HasSubstr("Berkas tujuan"));
    EXPECT_THAT(indonesian.command().help(), HasSubstr("WAJIB"));
}

TEST(Help, NamesACommandOrOptionThatLacksALanguage) {
    Small small;
    EXPECT_THAT(lackingWords(small.app), IsEmpty());
    small.command().add_option("--from", small.file, "Hanya bahasa Indonesia");
    small.app.add_subcommand("baca", both("Baca", ""));
    small.command().footer("Kaki");
    EXPECT_THAT(lackingWords(small.app), ElementsAre("kecil tulis", "kecil tulis --from", "kecil baca"));
}

TEST(Help, FindsTheLanguageBeforeTheCommandLineIsRead) {
    EXPECT_EQ(asked({"tekenctl", "--lang", "en", "--help"}), Language::English);
    EXPECT_EQ(asked({"tekenctl", "roster", "--help", "--lang=en"}), Language::English);
    EXPECT_EQ(asked({"tekenctl", "--help"}), Language::Indonesian);
    EXPECT_EQ(asked({"tekenctl", "--lang", "fr", "--help"}), Language::Indonesian);
    EXPECT_EQ(asked({"tekenctl", "--lang"}), Language::Indonesian);
}

TEST(Help, OfEveryCommandAndOptionOfTekenctlIsInBothLanguages) {
    CLI::App app;
    ctl::Options options;
    ctl::Command chosen;
    ctl::addEverything(app, options, chosen);
    EXPECT_THAT(lackingWords(app), IsEmpty());
}

TEST(Help, OfEveryCommandAndOptionOfTheServerIsInBothLanguages) {
    CLI::App app;
    service::CommandLine line;
    service::addEverything(app, line);
    EXPECT_THAT(lackingWords(app), IsEmpty());
}

} // namespace
} // namespace teken::words
