// The text in a slip's QR: one signed record whole, small enough for a code that telephones read (SLIP.md
// section 2). It is data and proof, not a link.
#pragma once

#include "core/entry/entry.h"

namespace teken::entry {

/// Beyond that the modules of a QR become too small for a screen.
inline constexpr std::size_t kMostSlipLetters = 2'000;

/// "TEKEN1:…", letters and digits only. Its ink does not travel. InvalidInput ("slip.kind": no signature,
/// "slip.too-large": only the code can be given), and the errors of verifyEntry().
[[nodiscard]] Result<std::string> slipText(const Entry& entry);

/// What was scanned, pasted or typed: case, white space and dashes do not matter. The signature holds and the
/// record is a signature; whose key it is, is another question. InvalidInput ("slip.form": not of a slip,
/// "slip.newer": of a later version, "slip.cut": cut off or misread, "slip.kind"); VerificationFailed
/// ("entry.signature": altered).
[[nodiscard]] Result<VerifiedEntry> readSlipText(std::string_view text);

} // namespace teken::entry
