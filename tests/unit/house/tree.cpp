#include "tests/unit/house/tree.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace teken::house {
namespace {

namespace fs = std::filesystem;

// What is not of the project: .git, editors' files, results of building.
bool isForeign(const std::string& name, bool atTop) {
    return name.starts_with(".") || name == "__pycache__" || (atTop && name.starts_with("build"));
}

} // namespace

std::string SourceFile::kind() const {
    const fs::path name = fs::path(path).filename();
    if (name == "CMakeLists.txt")
        return "cmake";
    const std::string extension = name.extension().string();
    return extension.empty() ? "" : extension.substr(1);
}

std::vector<std::string_view> SourceFile::lines() const {
    std::vector<std::string_view> result;
    std::string_view rest = text;
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        result.push_back(rest.substr(0, end));
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
    }
    return result;
}

std::string describe(const Finding& finding) {
    const std::string line = finding.line == 0 ? "" : ":" + std::to_string(finding.line);
    return finding.file + line + ": " + finding.rule + ": " + finding.what;
}

std::string describe(const std::vector<Finding>& findings) {
    std::string text;
    for (const auto& finding : findings)
        text += describe(finding) + "\n";
    return text;
}

std::vector<SourceFile> readTree(const fs::path& top) {
    std::vector<SourceFile> files;
    for (auto it = fs::recursive_directory_iterator(top); it != fs::recursive_directory_iterator(); ++it) {
        if (isForeign(it->path().filename().string(), it.depth() == 0)) {
            if (it->is_directory())
                it.disable_recursion_pending();
            continue;
        }
        if (!it->is_regular_file())
            continue;
        std::ifstream stream(it->path(), std::ios::binary);
        files.push_back({fs::relative(it->path(), top).generic_string(),
                         std::string(std::istreambuf_iterator<char>(stream), {})});
    }
    std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
    return files;
}

std::vector<std::string> topLevel(const fs::path& top) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(top))
        if (const std::string name = entry.path().filename().string(); !isForeign(name, true))
            names.push_back(name);
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace teken::house
