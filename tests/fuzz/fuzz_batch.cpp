// Bytes from anybody, read as a push: nothing may crash, hang, take much memory, or come out otherwise than
// it went in.
#include "sync/protocol/batch.h"
#include "sync/protocol/codec.h"

#include <cstdlib>

using namespace teken;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    if (const auto records = sync::decodeBatch(bytes)) {
        const auto again = sync::encodeBatch(*records);
        if (again && sync::decodeBatch(*again) != records)
            std::abort();
    }
    if (const auto push = sync::decode<sync::PushRequest>(bytes);
        push && push->records.size() > sync::kMostBatchEntries)
        std::abort();
    (void)sync::decode<sync::PullAnswer>(bytes);
    return 0;
}
