#include "app/teken/desk_services/practice_home.h"

#include "core/desk/practice.h"

namespace teken::app {

namespace {

Result<> removeOldPractice(const Outside& outside) {
    const auto file = outside.home.book();
    {
        TEKEN_TRY(const auto book,
                  store::Book::open(file, {outside.clock, outside.random, outside.files, {}}));
        TEKEN_TRY(const bool practice, desk::isPracticeBook(*book));
        if (!practice)
            return fail(ErrorCode::Conflict, "practice.real-book",
                        "expected a practice book to replace, found another", file.string());
    }
    for (const auto* ending : {"", "-wal", "-shm"}) {
        auto part = file;
        part += ending;
        if (outside.files.exists(part))
            TEKEN_CHECK(outside.files.remove(part));
    }
    return {};
}

} // namespace

Result<> preparePractice(const Outside& outside, bool anew) {
    const bool present = outside.files.exists(outside.home.book());
    if (present && !anew)
        return {};
    if (present)
        TEKEN_CHECK(removeOldPractice(outside));
    const desk::PracticeRequest request{outside.home.book(),
                                        "Petugas Latihan",
                                        "LATIHAN",
                                        {outside.clock, outside.random, outside.files, {}},
                                        [&outside] { return crypto::KdfParams::fast(outside.random); }};
    return desk::makePracticeBook(request,
                                  crypto::SecretBytes::copyOf(view(std::string_view(kPracticePassphrase))));
}

} // namespace teken::app
