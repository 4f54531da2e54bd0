// A roster of people who do not exist, with every odd case a real one holds.
#pragma once

#include "packaging/demo/people/numbers.h"
#include "packaging/demo/people/posts.h"
#include "packaging/demo/people/units.h"

namespace teken::demo {

/// One row as a personnel office writes it.
struct DemoRow {
    std::string name; ///< with degrees
    std::string number;
    std::string rank;
    std::string post;
    std::string unit; ///< code
    std::string status;
    std::string remark;
    std::string edge; ///< name of the special case this row was made for, mostly empty
};

/// The people of one unit in the order of its list.
struct DemoUnitRows {
    DemoUnit unit;
    std::vector<DemoRow> rows;
};

/// Exactly unit.pns + unit.pppk people in each unit, without special cases.
[[nodiscard]] std::vector<DemoUnitRows> makePeople(const std::vector<DemoUnit>& units, Dice& dice,
                                                   NumberPress& press);

/// Turns some of them into the special cases; adds one row, the second post of an acting head. Sizes of units
/// count people by their first post and stay as they are. Units that are not there leave their cases out.
void addEdgeCases(std::vector<DemoUnitRows>& roster, NumberPress& press);

/// Honorary workers without a number, at most ten a unit, in the first six units that employ such people.
[[nodiscard]] std::vector<DemoRow> makeHonoraryWorkers(const std::vector<DemoUnit>& units, Dice& dice);

} // namespace teken::demo
