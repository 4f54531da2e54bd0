#include "tests/unit/entry/vectors.h"

#include "tests/unit/entry/format_document.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace teken::test {
namespace {

Vector readVector(const std::filesystem::path& path) {
    const auto text = readText(path);
    const auto firstLine = text.find('\n');
    const auto expected = nlohmann::json::parse(text.substr(0, firstLine));
    Vector vector{.name = path.stem().string(),
                  .expect = expected.at("expect").get<std::string>(),
                  .place = std::nullopt,
                  .payload = text.substr(firstLine + 1)};
    vector.payload.pop_back();
    if (expected.contains("place"))
        vector.place = expected.at("place").get<std::string>();
    return vector;
}

} // namespace

std::vector<Vector> payloadVectors() {
    std::vector<Vector> vectors;
    const auto folder = std::filesystem::path(TEKEN_SOURCE_DIR) / "tests/unit/entry/vectors";
    for (const auto& file : std::filesystem::directory_iterator(folder))
        vectors.push_back(readVector(file.path()));
    std::sort(vectors.begin(), vectors.end(),
              [](const Vector& a, const Vector& b) { return a.name < b.name; });
    return vectors;
}

} // namespace teken::test
