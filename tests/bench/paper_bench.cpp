// A session of 300 signatures from a real, sealed book to all its PDFs. Aim: at most 5 seconds (issue: the
// papers are printed before people leave).
//
// paper_bench [SIGNATURES]
#include "app/papers/gather.h"
#include "app/papers/papers.h"
#include "tests/unit/desk/desk_world.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace teken;
using test::orThrow;

double secondsOf(const auto& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::string rosterOf(std::size_t people) {
    std::string csv = "Nama,NIP,Unit Kerja,Status\n";
    for (std::size_t i = 0; i < people; ++i) {
        char number[32];
        std::snprintf(number, sizeof number, "%04zu%02zu11200901%zu%03zu", 1970 + i % 20, 1 + i % 12,
                      1 + i % 2, 900 + i % 99);
        csv += "Orang Dengan Nama Panjang Nomor " + std::to_string(i) + ",\"" + number +
               "\",Kecamatan Pamekasan,PNS\n";
    }
    return csv;
}

} // namespace

int main(int count, char** values) {
    const std::size_t people = count > 1 ? static_cast<std::size_t>(std::atoi(values[1])) : 300;
    test::DeskWorld world;
    world.importRoster(rosterOf(people));
    auto laptop = world.laptop("Petugas");
    const auto session = test::DeskWorld::open(laptop);
    const auto listed = laptop.desk->people().roster().peopleOf({"KEC-04"}).size();
    for (std::size_t i = 0; i < listed; ++i) {
        world.clock.advance(Milliseconds(20'000));
        orThrow(laptop.desk->sign(world.signing(laptop, session, laptop.person(i))));
    }
    double total = secondsOf([&] { orThrow(laptop.desk->closeSession(session)); });
    std::printf("%zu signatures, closing            %.3f s\n", listed, total);
    papers::PaperData data;
    const auto add = [&](const char* what, double seconds) {
        total += seconds;
        std::printf("%-34s %.3f s\n", what, seconds);
    };
    add("gathering", secondsOf([&] {
            data =
                orThrow(papers::gatherSession(*laptop.book, *laptop.ledger, laptop.desk->drive(), session));
        }));
    for (std::size_t i = 0; i < papers::kPaperKinds; ++i) {
        const auto kind = static_cast<papers::PaperKind>(i);
        std::size_t bytes = 0, pages = 0;
        const auto seconds = secondsOf([&] {
            const auto document = orThrow(papers::compose(kind, data, {.size = papers::PaperSize::F4}));
            const auto pdf = orThrow(papers::toPdf(document));
            bytes = pdf.size();
            pages = document.pages.size();
        });
        add(std::string(papers::titleOf(kind)).c_str(), seconds);
        std::printf("    %zu pages, %zu KiB\n", pages, bytes / 1024);
    }
    std::printf("all: %.3f s, aim 5 s: %s\n", total, total <= 5 ? "met" : "NOT MET");
    return total <= 5 ? 0 : 1;
}
