// Test vectors of others. They are data of their authors and not part of this project: a test that wants them
// skips with a message where they are absent.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

namespace teken::test {

/// The environment variable TEKEN_SHARED_DATA wins over the folder given at configuration.
[[nodiscard]] inline std::filesystem::path sharedDataPath(const std::string& name) {
    const char* folder = std::getenv("TEKEN_SHARED_DATA");
    return std::filesystem::path(folder != nullptr && *folder != '\0' ? folder : TEKEN_SHARED_DATA) / name;
}

[[nodiscard]] inline std::optional<std::string> readSharedData(const std::string& name) {
    std::ifstream file(sharedDataPath(name), std::ios::binary);
    if (!file)
        return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

} // namespace teken::test

/// Declares `text` with the file's content, or skips the running test and says which file it wanted.
#define TEKEN_SHARED_DATA_OR_SKIP(text, name)                                                                \
    const auto text##File = ::teken::test::readSharedData(name);                                             \
    if (!text##File)                                                                                         \
        GTEST_SKIP() << "no vectors at " << ::teken::test::sharedDataPath(name)                              \
                     << "; set TEKEN_SHARED_DATA to the folder that holds them";                             \
    const std::string& text = *text##File
