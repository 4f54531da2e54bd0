#include "tests/unit/house/order.h"

#include <algorithm>
#include <cctype>
#include <set>

namespace teken::house {
namespace {

// 0: no limit.
std::size_t mostLines(const std::string& kind) {
    if (kind == "cpp")
        return 500;
    return kind == "h" || kind == "qml" ? 300 : 0;
}

bool isOurText(const std::string& kind) {
    static const std::set<std::string> kinds = {"cpp", "h", "qml", "cmake", "sh", "py", "md", "toml", "json"};
    return kinds.contains(kind);
}

void checkLine(const SourceFile& file, std::size_t number, std::string_view line,
               std::vector<Finding>& findings) {
    if (line.find('\t') != std::string_view::npos)
        findings.push_back({file.path, number, "tab", "indent with spaces"});
    if (line.find('\r') != std::string_view::npos)
        findings.push_back(
            {file.path, number, "line end", "found a carriage return, expected a line feed alone"});
    else if (!line.empty() && line.back() == ' ')
        findings.push_back({file.path, number, "blank at the end", "remove it"});
}

} // namespace

std::vector<Finding> checkTopLevel(const std::vector<std::string>& names) {
    static const std::set<std::string> plan = {"CMakeLists.txt", "README.md", "app",  "core",
                                               "packaging",      "qml",       "sync", "tests"};
    std::vector<Finding> findings;
    for (const auto& name : names)
        if (!plan.contains(name))
            findings.push_back({name, 0, "top level", "does not belong here"});
    for (const auto& name : plan)
        if (std::find(names.begin(), names.end(), name) == names.end())
            findings.push_back({name, 0, "top level", "is missing"});
    return findings;
}

std::vector<Finding> checkLengths(const std::vector<SourceFile>& files,
                                  const std::vector<LongFile>& allowed) {
    std::vector<Finding> findings;
    std::set<std::string> needed;
    for (const auto& file : files) {
        const std::size_t most = mostLines(file.kind());
        const std::size_t count = file.lines().size();
        if (most == 0 || count <= most)
            continue;
        const auto exception = std::find_if(allowed.begin(), allowed.end(),
                                            [&](const LongFile& a) { return a.path == file.path; });
        const std::size_t limit = exception == allowed.end() ? most : exception->mostLines;
        needed.insert(file.path);
        if (count > limit)
            findings.push_back(
                {file.path, 0, "too long",
                 "has " + std::to_string(count) + " lines, expected at most " + std::to_string(limit)});
    }
    for (const auto& exception : allowed)
        if (!needed.contains(exception.path))
            findings.push_back({exception.path, 0, "too long", "no longer needs its allowance: remove it"});
    return findings;
}

std::vector<Finding> checkText(const std::vector<SourceFile>& files) {
    std::vector<Finding> findings;
    for (const auto& file : files) {
        if (!isOurText(file.kind()))
            continue;
        const auto lines = file.lines();
        for (std::size_t i = 0; i < lines.size(); ++i)
            checkLine(file, i + 1, lines[i], findings);
        if (!file.text.empty() && file.text.back() != '\n')
            findings.push_back({file.path, lines.size(), "last line", "expected a line feed at its end"});
        if (file.kind() == "h" && file.text.find("#pragma once") == std::string::npos)
            findings.push_back({file.path, 0, "once", "a header says #pragma once"});
    }
    return findings;
}

std::vector<Finding> checkWords(const std::vector<SourceFile>& files) {
    std::vector<Finding> findings;
    for (const auto& file : files) {
        if (!file.path.starts_with("qml/") && !file.path.starts_with("app/"))
            continue;
        std::string lower = file.text;
        std::transform(lower.begin(), lower.end(), lower.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        const std::size_t at = lower.find("kampanye");
        if (at != std::string::npos)
            findings.push_back({file.path,
                                static_cast<std::size_t>(std::count(
                                    lower.begin(), lower.begin() + static_cast<std::ptrdiff_t>(at), '\n')) +
                                    1,
                                "word", "say Kegiatan"});
    }
    return findings;
}

} // namespace teken::house
