// The table of units with the sizes a demo roster shall have.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace teken::demo {

enum class Trade { Office, School, Health, District };

struct DemoUnit {
    std::string code;
    std::string name;
    int pns = 0;
    int pppk = 0;
    Trade trade = Trade::Office; ///< guessed from the name: which posts and degrees people have
};

/// Tab-separated with the headings kode_unit, nama_unit, jumlah_asn, pns, pppk (others are passed over).
/// InvalidInput "demo.units" with line and expectation.
[[nodiscard]] Result<std::vector<DemoUnit>> readUnits(std::string_view tsv);

} // namespace teken::demo
