// Any bytes as a payload: never a crash, what is taken can be written and is then taken alike, and a general
// JSON reader takes whatever we take.
#include "core/entry/payload.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <variant>

using namespace teken;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes{data, size};
    const auto decoded = entry::decodePayload(bytes);
    if (!decoded)
        return 0;
    TEKEN_ASSERT(nlohmann::json::accept(data, data + size), "we took what is no JSON");
    if (std::holds_alternative<entry::UnknownKind>(decoded->body))
        return 0;
    const auto again = entry::encodePayload(*decoded);
    if (!again) {
        // Other writers may spare bytes that ours needs (a payload at its limit); nothing else may differ.
        TEKEN_ASSERT(again.error().reason == "payload.size", "we took what we would not write");
        return 0;
    }
    TEKEN_ASSERT(entry::decodePayload(*again) == decoded, "written anew, it means something else");
    return 0;
}
