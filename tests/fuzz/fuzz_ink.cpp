// Any bytes as ink: never a crash, one encoding for each value, and thinning keeps the ends of every stroke.
#include "core/domain/ink.h"

#include <algorithm>
#include <cstdint>

using namespace teken;
using namespace teken::domain;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto strokes = decodeInk({data, size});
    if (!strokes)
        return 0;
    const auto again = encodeInk(*strokes);
    TEKEN_ASSERT(again && std::equal(again->begin(), again->end(), data, data + size),
                 "written again, ink differs");
    const auto thin = compactInk(*strokes);
    TEKEN_ASSERT(thin && thin->size() == strokes->size(), "thinning loses no stroke");
    for (std::size_t i = 0; i < thin->size(); ++i)
        TEKEN_ASSERT((*thin)[i].front() == (*strokes)[i].front() && (*thin)[i].back() == (*strokes)[i].back(),
                     "thinning keeps the ends");
    static_cast<void>(inkShortage(*strokes));
    return 0;
}
