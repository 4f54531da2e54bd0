// Any text as a document held elsewhere (checkpoint, .tlog-proof, .bukti, a witness's memory) or as a slip's
// close code: never a crash, and a proof that is taken is written again letter for letter. A .bukti is judged too.
#include "core/audit/bukti.h"
#include "core/audit/held.h"
#include "core/crypto/random.h"
#include "core/log/note.h"

#include <cstdint>

using namespace teken;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const bool started = crypto::start().has_value();
    TEKEN_ASSERT(started, "libsodium starts");
    const auto text = textOf(ByteView{data, size});
    if (const auto held = audit::readHeld(text); held && held->proof) {
        const auto written = log::formatProofFile(*held->proof);
        const auto again = log::parseProofFile(written);
        TEKEN_ASSERT(again && log::formatProofFile(*again) == written,
                     "what was read can be written and read");
    }
    // The root of the example in core/log/EVIDENCE.md, which is among the seeds.
    if (const auto bukti = audit::judgeBukti(text, "21fe31dfa154a261626bf854046fd227"))
        TEKEN_ASSERT(bukti->verdict != audit::Verdict::Intact || (bukti->record && !bukti->origin.empty()),
                     "whole means a record and its place");
    const auto code = audit::normalCloseCode(text);
    TEKEN_ASSERT(code.empty() || audit::normalCloseCode(code) == code, "a code in its normal form stays");
    return 0;
}
