// LATIHAN without a screen: a laptop's book with invented people, to learn with or to test on.
#include "app/tekenctl/commands.h"
#include "app/words/help/help.h"
#include "core/desk/practice.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace teken::ctl {

namespace {

struct PracticeOptions {
    std::string officer = "Petugas Latihan", device = "LATIHAN";
    std::size_t people = desk::kPracticePeople;
};

Result<int> createPractice(Context& context, const PracticeOptions& options) {
    if (context.options.book.empty())
        return fail(ErrorCode::InvalidInput, "ctl.no-book", "expected --book FILE, found none");
    TEKEN_TRY(const auto secret,
              context.passphrase(context.say("Kata sandi latihan", "Passphrase for practice"), true));
    const desk::PracticeRequest request{
        context.options.book,          options.officer, options.device, context.bookSeams(),
        [&] { return context.kdf(); }, options.people};
    TEKEN_CHECK(desk::makePracticeBook(request, secret));
    context.line(context.say("Buku latihan dibuat: ", "Practice book made: ") +
                 context.options.book.string());
    context.line(context.say("Semua orang di dalamnya tiruan. Buku sungguhan menolak isinya.",
                             "Everybody in it is invented. Real books refuse what it holds."));
    context.answer({{"ok", true}, {"book", context.options.book.string()}, {"people", options.people}});
    return kDone;
}

} // namespace

void addPractice(CLI::App& app, Command& chosen) {
    auto* group =
        app.add_subcommand("practice", words::both("LATIHAN: buku laptop dengan data tiruan",
                                                   "PRACTICE: the book of a laptop with invented data"));
    group->require_subcommand(1);
    auto options = std::make_shared<PracticeOptions>();
    auto* make = group->add_subcommand(
        "create", words::both("Buat buku latihan di --book", "Create a practice book at --book"));
    make->add_option("--officer", options->officer,
                     words::both("Nama petugas yang berlatih", "Name of the officer who practises"));
    make->add_option("--device", options->device, words::both("Nama laptop", "Name of the laptop"));
    make->add_option("--people", options->people,
                     words::both("Banyaknya orang tiruan", "Number of invented people"))
        ->check(CLI::Range(1, 2'000));
    make->callback([&chosen, options] {
        chosen = [options](Context& context) { return createPractice(context, *options); };
    });
}

} // namespace teken::ctl
