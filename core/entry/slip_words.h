// Pieces of payloads that stand for one byte in a slip's text (SLIP.md section 3). Never changed: a piece
// more is a new version.
#pragma once

#include <array>
#include <string_view>

namespace teken::entry {

inline constexpr std::array<std::string_view, 48> kSlipWords{
    R"({"v":1,"kind":"sign","drive":")",
    R"(","feed":")",
    R"(","seq":)",
    R"(,"prev":")",
    R"(","wall_ms":)",
    R"(,"mono_ms":)",
    R"(,"boot":")",
    R"(","seen":{"origin":")",
    R"(","size":)",
    R"(,"root":")",
    R"("},"salt":")",
    R"(","seen":null,"salt":")",
    R"(","body":{"session":")",
    R"(","person":")",
    R"(","roster":")",
    R"(","roster":null,"unit":")",
    R"(","unit":")",
    R"(","text":")",
    R"(","ink":")",
    R"(","form":"ink","identified":")",
    R"(","form":")",
    R"(","identified":")",
    R"(","present":[")",
    R"("],"reading":")",
    R"(","mark":"none","second":null}})",
    R"(","mark":"none","second":{"name":")",
    R"(","mark":"symbolic","second":null}})",
    R"(","mark":"symbolic","second":{"name":")",
    R"(","number":")",
    R"(","post":")",
    R"("}}})",
    R"(",")",
    "officer",
    "head",
    "witness-1",
    "witness-2",
    "witness-3",
    "ink",
    "thumb",
    "assisted",
    "wet",
    "known",
    "card",
    "roster",
    "colleague",
    "self",
    "joint",
    "/log",
};

} // namespace teken::entry
