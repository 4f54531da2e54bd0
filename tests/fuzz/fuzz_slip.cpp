// Any text as a slip: never a crash, and what is taken is written again letter for letter up to packing.
#include "core/crypto/hash.h"
#include "core/crypto/random.h"
#include "core/entry/slip_code.h"
#include "core/entry/slip_text.h"

#include <cstdint>

using namespace teken;

namespace {

/// Past the check and the base 32, where a forger would be.
std::string dressed(ByteView content) {
    auto bytes = toBytes(content);
    const auto check = crypto::Sha256().add("teken/slip/v1\n").add(content).finish();
    bytes.insert(bytes.end(), check.bytes.begin(), check.bytes.begin() + 4);
    return "TEKEN1:" + encodeBase32(bytes);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    TEKEN_ASSERT(crypto::start().has_value(), "libsodium starts");
    const ByteView input{data, size};
    for (const auto& text : {std::string(textOf(input)), dressed(input)}) {
        const auto record = entry::readSlipText(text);
        if (!record)
            continue;
        const auto again = entry::slipText(record->raw);
        TEKEN_ASSERT(again.has_value(), "what was read can be written");
        const auto back = entry::readSlipText(*again);
        TEKEN_ASSERT(back && back->id == record->id, "and read again");
    }
    if (const auto code = entry::readSlipCode(textOf(input)))
        TEKEN_ASSERT(entry::readSlipCode(*code).value() == *code, "a code in its normal form stays as it is");
    return 0;
}
