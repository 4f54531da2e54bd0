// What tests take out of core/entry/FORMAT.md: the worked example and the recipe.
#pragma once

#include "core/base/bytes.h"

#include <filesystem>
#include <map>
#include <string>

namespace teken::test {

[[nodiscard]] std::filesystem::path formatDocumentPath();
[[nodiscard]] std::string readText(const std::filesystem::path& path);

/// The lines between "```<label>" and "```".
[[nodiscard]] std::string fencedBlock(const std::string& document, const std::string& label);

/// An example: "name   value" lines; a line that begins with white space continues the value before it.
using Example = std::map<std::string, std::string>;
[[nodiscard]] Example parseExample(const std::string& block);

/// Lines of at most 110 characters that parseExample() reads back.
[[nodiscard]] std::string exampleLine(const std::string& name, const std::string& value);

} // namespace teken::test
