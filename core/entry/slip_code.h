// The code on a signer's slip: what a person reads out or types to find one record again (SLIP.md section 1).
#pragma once

#include "core/base/bytes.h"

#include <string>
#include <string_view>

namespace teken::entry {

/// "7KQ2-M0V9-TXAB-CDEFG" of an entry's payload.
[[nodiscard]] std::string slipCode(ByteView payload);

/// What a person typed, in the form above: case, white space and dashes do not matter, O is 0, I and L are 1.
/// InvalidInput ("slip.code-form": not seventeen characters of a code; "slip.code-check": mistyped).
[[nodiscard]] Result<std::string> readSlipCode(std::string_view typed);

/// The ids among which the record of a code is, first and last: those that begin like it. A code written by
/// slipCode() or readSlipCode(). Only slipCode() of its payload tells whether one of them is meant.
struct IdRange {
    EntryId first;
    EntryId last;
};
[[nodiscard]] IdRange idsOfSlipCode(std::string_view code);

} // namespace teken::entry
