// What an officer sees of a keystroke in the search field: from the key to the frame with its results, in the
// real window without a display. Median and p95 at a regency's and at a province's size.
//   search_screen_bench [PEOPLE …]
// Aims, in a Release build on a quiet machine: p95 at most 16 ms at 6,102 people, 50 ms at 100,000.
#include "tests/bench/window_day.h"

#include <vector>

namespace {

using namespace teken::app;
using teken::bench::WindowDay;

constexpr std::size_t kRegency = 6'102;
constexpr std::size_t kProvince = 100'000;
constexpr int kRounds = 5;
// As officers type: parts of names, of degrees left out, digits of a number, a unit, and something nobody
// has.
const char* const kQueries[] = {"achmad contohadi", "sitinur",    "sa'diyah", "i gusti", "1985", "912",
                                "kecamatan contoh", "dewi misal", "zzz"};

void measure(std::size_t people) {
    WindowDay day(people);
    day.openSession();
    auto& session = *day.app().session();
    bool found = false;
    QObject::connect(&session, &SessionController::answered, &day.window(), [&] { found = true; });
    day.until("the first rows", [&] { return session.people()->count() > 0; });
    (void)day.window().grabWindow();

    QList<teken::bench::Took> keys;
    for (int round = 0; round < kRounds; ++round)
        for (const char* query : kQueries) {
            for (const char* letter = query; *letter != 0; ++letter)
                keys.append(day.toFrame(
                    "results",
                    [&] {
                        found = false;
                        QTest::keyClick(&day.window(), *letter);
                    },
                    [&] { return found; }));
            if (session.question() != QString::fromUtf8(query))
                day.giveUp("what was typed in the search field");
            found = false;
            session.clearQuestion();
            day.until("the whole list again", [&] { return found; });
            (void)day.window().grabWindow();
        }
    std::printf("%zu people, %.0f MB resident\n", people, teken::bench::residentMegabytes("VmRSS"));
    teken::bench::print("key press to results on screen", keys, people <= kRegency ? 16 : 50);
}

} // namespace

int main(int argc, char** argv) {
    teken::bench::hideWindows();
    QGuiApplication application(argc, argv);
    std::vector<std::size_t> sizes;
    for (int i = 1; i < argc; ++i)
        sizes.push_back(std::size_t(std::strtoul(argv[i], nullptr, 10)));
    if (sizes.empty())
        sizes = {kRegency, kProvince};
    for (const auto size : sizes)
        measure(size);
    return 0;
}
