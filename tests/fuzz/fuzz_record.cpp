// Any bytes as transfer records: never a crash, and what is taken is written again byte for byte.
#include "core/crypto/random.h"
#include "core/entry/record.h"

#include <algorithm>
#include <cstdint>

using namespace teken;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    TEKEN_ASSERT(crypto::start().has_value(), "libsodium starts");
    ByteView rest{data, size};
    while (!rest.empty()) {
        const auto before = rest;
        auto record = entry::decodeRecord(rest);
        if (!record)
            return 0;
        Bytes again;
        entry::encodeRecord(*record, again);
        const auto taken = before.first(before.size() - rest.size());
        TEKEN_ASSERT(std::ranges::equal(again, taken), "written again, the record differs");
        if (auto* whole = std::get_if<entry::Entry>(&*record))
            static_cast<void>(entry::verifyEntry(std::move(*whole)));
    }
    return 0;
}
