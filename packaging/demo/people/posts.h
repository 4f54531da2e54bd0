// Degrees, ranks and posts that go together.
#pragma once

#include "packaging/demo/people/numbers.h"
#include "packaging/demo/people/units.h"

namespace teken::demo {

struct Career {
    std::string frontDegrees; ///< "Dr. H." or empty
    std::string backDegrees;  ///< "S.Sos., M.Si." or empty
    std::string rank;         ///< "III/d", for contract workers "IX"
    std::string post;
};

/// `place` counts the people of a unit from 0: the first few lead it.
[[nodiscard]] Career makeCareer(Dice& dice, const DemoUnit& unit, int place, const NumberParts& number,
                                bool contract);

/// "Kepala Dinas Sosial", "Camat Galis", "Sekretaris Daerah", "Inspektur".
[[nodiscard]] std::string headPost(const DemoUnit& unit);

} // namespace teken::demo
