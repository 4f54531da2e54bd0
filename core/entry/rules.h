// Rules between fields of one payload, the same for reading and writing (FORMAT.md sections 3 and 5).
#pragma once

#include "core/entry/payload.h"

namespace teken::entry {

/// InvalidInput ("payload.…") with the place of the field that breaks a rule.
[[nodiscard]] Result<> checkRules(const Payload& payload);

} // namespace teken::entry
