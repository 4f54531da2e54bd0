// The catalogue of good and refused payloads in tests/unit/entry/vectors: the file's name says what it is,
// its first line what to expect ("ok", or the reason and the place), everything behind it but the last line
// feed is the payload.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace teken::test {

struct Vector {
    std::string name;
    std::string expect;
    std::optional<std::string> place;
    std::string payload;
};

/// All of them, by name.
[[nodiscard]] std::vector<Vector> payloadVectors();

} // namespace teken::test
