// The project's own text files, as the rules of the house see them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace teken::house {

struct SourceFile {
    std::string path; ///< from the top, with slashes: "core/base/bytes.h"
    std::string text;

    /// "cpp", "h", "qml"; "CMakeLists.txt" counts as "cmake"; empty if there is none.
    [[nodiscard]] std::string kind() const;
    /// Without line ends.
    [[nodiscard]] std::vector<std::string_view> lines() const;
};

/// One broken rule. Prints as "file:line: rule: what was found".
struct Finding {
    std::string file;
    std::size_t line = 0; ///< from 1; 0 means the whole file
    std::string rule;     ///< short and stable: "arrow", "sodium", "too long"
    std::string what;
};
[[nodiscard]] std::string describe(const Finding& finding);
[[nodiscard]] std::string describe(const std::vector<Finding>& findings);

/// Every file below `top`, sorted, without dot-files, build folders (build*) and Python's caches.
[[nodiscard]] std::vector<SourceFile> readTree(const std::filesystem::path& top);

/// Names at the top, sorted, without dot-files and build folders.
[[nodiscard]] std::vector<std::string> topLevel(const std::filesystem::path& top);

} // namespace teken::house
