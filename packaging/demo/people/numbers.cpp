#include "packaging/demo/people/numbers.h"

#include <cstdio>

namespace teken::demo {

std::string digitsOf(const NumberParts& parts) {
    char text[64];
    std::snprintf(text, sizeof text, "%04d%02u%02u%04d%02d%d%03d", static_cast<int>(parts.birth.year()),
                  static_cast<unsigned>(parts.birth.month()), static_cast<unsigned>(parts.birth.day()),
                  parts.year, parts.position, static_cast<int>(parts.sex), parts.serial);
    return text;
}

Day NumberPress::dayOf(int year) {
    using namespace std::chrono;
    const auto month = std::chrono::month(static_cast<unsigned>(m_dice.between(1, 12)));
    const unsigned last = static_cast<unsigned>((std::chrono::year(year) / month / std::chrono::last).day());
    return std::chrono::year(year) / month /
           day(static_cast<unsigned>(m_dice.between(1, static_cast<int>(last))));
}

NumberParts NumberPress::civilServant(Sex sex, int bornUntil) {
    for (;;) {
        const int born = m_dice.between(1968, bornUntil);
        const int appointed = born + m_dice.between(20, 34);
        const NumberParts parts{dayOf(born), appointed, m_dice.between(1, 12), sex, m_dice.between(900, 999)};
        if (appointed >= 1990 && appointed <= 2022 && take(parts))
            return parts;
    }
}

NumberParts NumberPress::contractWorker(Sex sex, int contract) {
    for (;;) {
        const int appointed = m_dice.between(2019, 2023);
        const int born = appointed - m_dice.between(23, 38);
        const NumberParts parts{dayOf(born), appointed, contract, sex, m_dice.between(900, 999)};
        if (take(parts))
            return parts;
    }
}

} // namespace teken::demo
