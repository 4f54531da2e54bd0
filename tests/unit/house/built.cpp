#include "tests/unit/house/built.h"

#include <cctype>
#include <map>

namespace teken::house {
namespace {

// Folder -> the text of its CMakeLists.txt without comments; the top is "".
using Lists = std::map<std::string, std::string>;

std::string folderOf(const std::string& path) {
    const std::size_t end = path.rfind('/');
    return end == std::string::npos ? "" : path.substr(0, end);
}

std::string withoutComments(const SourceFile& file) {
    std::string text;
    for (const auto line : file.lines())
        text += std::string(line.substr(0, line.find('#'))) + "\n";
    return text;
}

// As a word of its own, so that `a_test.cpp` is not found within `data_test.cpp`.
bool mentions(const std::string& text, const std::string& name) {
    const auto isPart = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.' ||
               c == '/';
    };
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        if ((at == 0 || !isPart(text[at - 1])) && (end >= text.size() || !isPart(text[end])))
            return true;
    }
    return false;
}

// The nearest folder at or above `folder` that has a list.
Lists::const_iterator nearest(const Lists& lists, std::string folder) {
    for (;;) {
        if (const auto found = lists.find(folder); found != lists.end() || folder.empty())
            return found;
        folder = folderOf(folder);
    }
}

std::string below(const std::string& folder, const std::string& path) {
    return folder.empty() ? path : path.substr(folder.size() + 1);
}

// By its path below the list's folder; a loop names the last part only: foreach(room base crypto ...).
bool isNamedAbove(const Lists& lists, const std::string& folder) {
    const std::string last = folder.substr(folder.rfind('/') + 1);
    for (std::string above = folder; !above.empty();) {
        above = folderOf(above);
        const auto list = lists.find(above);
        if (list != lists.end() &&
            (mentions(list->second, below(above, folder)) || mentions(list->second, last)))
            return true;
    }
    return false;
}

} // namespace

std::vector<Finding> checkAllIsBuilt(const std::vector<SourceFile>& files) {
    Lists lists;
    for (const auto& file : files)
        if (file.kind() == "cmake" && file.path.ends_with("CMakeLists.txt"))
            lists[folderOf(file.path)] = withoutComments(file);
    std::vector<Finding> findings;
    for (const auto& file : files) {
        if (file.kind() != "cpp")
            continue;
        const auto list = nearest(lists, folderOf(file.path));
        if (list == lists.end() || !mentions(list->second, below(list->first, file.path)))
            findings.push_back({file.path, 0, "unbuilt file", "no CMakeLists.txt names it"});
    }
    for (const auto& [folder, text] : lists)
        if (!folder.empty() && !isNamedAbove(lists, folder))
            findings.push_back({folder, 0, "unbuilt folder", "no CMakeLists.txt above names it"});
    return findings;
}

} // namespace teken::house
