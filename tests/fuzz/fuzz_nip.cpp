// Any text as an NIP and as a name: what is taken is clean, folds to itself and passes its own checks.
#include "core/base/bytes.h"
#include "core/domain/names.h"
#include "core/domain/nip.h"
#include "core/domain/text.h"

#include <cstdint>

using namespace teken;
using namespace teken::domain;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = textOf({data, size});
    if (const auto nip = Nip::parse(text)) {
        TEKEN_ASSERT(nip->digits().size() == 18 && isAllDigits(nip->digits()), "18 digits");
        TEKEN_ASSERT(Nip::parse(prettyNumber(nip->digits())) == *nip, "the pretty form reads back");
        static_cast<void>(
            nip->warnings(Date{std::chrono::year{2023}, std::chrono::November, std::chrono::day{17}}));
    }
    static_cast<void>(maskedNumber(text));
    if (size > 4'096)
        return 0;
    const std::string folded = foldName(text);
    TEKEN_ASSERT(isUtf8(folded), "folding gives UTF-8");
    if (checkName(text))
        TEKEN_ASSERT(!folded.empty(), "a name can be searched");
    return 0;
}
