// The spreadsheet that a personnel office really sends.
#pragma once

#include "packaging/demo/people/numbers.h"

#include <string>

namespace teken::demo {

/// Semicolons, Windows-1252, CRLF. Twelve rows about people of which seven are spoilt, between titles, column
/// numbers, merged unit headings, sums and signatures. Each remark says what is wrong with its row.
[[nodiscard]] std::string makeBadRows(NumberPress& press);

} // namespace teken::demo
