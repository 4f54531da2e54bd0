// What the pad calls enough, the core takes: the officer is told before pressing "Simpan", never after.
#include "app/teken/desk_services/rows.h"
#include "app/teken/ink/ink_drawing.h"

#include <gtest/gtest.h>

namespace teken::app::test {
namespace {

/// There and back until it is long enough, `extent` grid steps wide.
InkStrokes zigzag(int extent, int times) {
    InkStroke stroke;
    for (int i = 0; i <= times; ++i)
        stroke.append({std::uint16_t(1'000 + (i % 2) * extent), 900});
    return {stroke};
}

TEST(InkLimits, AreTheSameOnThePadAndInTheEntry) {
    for (int extent = 195; extent <= 205; ++extent)
        for (int times = 1; times <= 4; ++times) {
            const auto ink = zigzag(extent, times);
            EXPECT_EQ(inkAmount(ink) == InkAmount::Enough, domain::enoughInk(domainInk(ink)))
                << extent << " wide, " << times << " times";
        }
}

TEST(InkLimits, RefuseADotAndNothing) {
    EXPECT_EQ(inkAmount({}), InkAmount::Nothing);
    EXPECT_EQ(inkAmount({{{10, 10}}}), InkAmount::TooLittle);
    EXPECT_FALSE(domain::enoughInk(domainInk({{{10, 10}}})));
}

} // namespace
} // namespace teken::app::test
