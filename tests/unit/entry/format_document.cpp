#include "tests/unit/entry/format_document.h"

#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace teken::test {
namespace {

constexpr std::size_t kNameWidth = 12;
constexpr std::size_t kValueWidth = 96;

} // namespace

std::filesystem::path formatDocumentPath() {
    return std::filesystem::path(TEKEN_SOURCE_DIR) / "core/entry/FORMAT.md";
}

std::string readText(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        throw std::runtime_error("cannot read " + path.string());
    return std::string(std::istreambuf_iterator<char>(file), {});
}

std::string fencedBlock(const std::string& document, const std::string& label) {
    const std::string opening = "\n```" + label + "\n";
    const auto from = document.find(opening);
    const auto begin = from + opening.size();
    const auto end = document.find("```", begin);
    if (from == std::string::npos || end == std::string::npos)
        throw std::runtime_error("no block " + label);
    return document.substr(begin, end - begin);
}

Example parseExample(const std::string& block) {
    Example example;
    std::istringstream lines(block);
    std::string name;
    for (std::string line; std::getline(lines, line);) {
        if (line.size() <= kNameWidth)
            continue;
        if (line.front() != ' ')
            name = line.substr(0, line.find("  "));
        example[name] += line.substr(kNameWidth);
    }
    return example;
}

std::string exampleLine(const std::string& name, const std::string& value) {
    std::string text;
    for (std::size_t at = 0; at < value.size(); at += kValueWidth) {
        const auto start = at == 0 ? name : std::string{};
        text += start + std::string(kNameWidth - start.size(), ' ') + value.substr(at, kValueWidth) + "\n";
    }
    return text;
}

} // namespace teken::test
