// How files look: what stands at the top, how long they may grow, which bytes they may hold.
#pragma once

#include "tests/unit/house/tree.h"

namespace teken::house {

/// Rule "top level": exactly the folders and files of the plan, nothing more, nothing missing.
[[nodiscard]] std::vector<Finding> checkTopLevel(const std::vector<std::string>& names);

/// A file that may be longer than the rule, with its own limit.
struct LongFile {
    std::string path;
    std::size_t mostLines = 0;
};

/// Rule "too long": .cpp 500 lines, .h and .qml 300; also an allowance that is no longer needed.
[[nodiscard]] std::vector<Finding> checkLengths(const std::vector<SourceFile>& files,
                                                const std::vector<LongFile>& allowed);

/// Rules "tab", "line end", "blank at the end", "last line" and "once" (a header without #pragma once).
[[nodiscard]] std::vector<Finding> checkText(const std::vector<SourceFile>& files);

/// Rule "word": what a user reads says Kegiatan. The other word means an election campaign in this field.
[[nodiscard]] std::vector<Finding> checkWords(const std::vector<SourceFile>& files);

} // namespace teken::house
