// NIP and NI PPPK for people who do not exist: the serial is 900 or more, which no living person is likely to
// hold, and no number is given twice.
#pragma once

#include "packaging/demo/people/dice.h"
#include "packaging/demo/people/names.h"

#include <chrono>
#include <set>
#include <string>

namespace teken::demo {

using Day = std::chrono::year_month_day;

/// What an 18-digit number says.
struct NumberParts {
    Day birth{};
    int year = 0;     ///< of appointment
    int position = 0; ///< month 1..12, or contract 21..29
    Sex sex = Sex::Male;
    int serial = 0;
};
[[nodiscard]] std::string digitsOf(const NumberParts& parts);

class NumberPress {
public:
    explicit NumberPress(Dice& dice) : m_dice(dice) {}

    /// Some adult of working age on 17 November 2023, born up to that year, aged 19 to 35 when appointed.
    [[nodiscard]] NumberParts civilServant(Sex sex, int bornUntil = 2000);
    /// First contract between 2019 and 2023, aged 22 to 39 then.
    [[nodiscard]] NumberParts contractWorker(Sex sex, int contract = 21);
    /// Marks a number as given; false if it was already.
    bool take(const NumberParts& parts) { return m_given.insert(digitsOf(parts)).second; }

private:
    [[nodiscard]] Day dayOf(int year);

    Dice& m_dice;
    std::set<std::string> m_given;
};

} // namespace teken::demo
