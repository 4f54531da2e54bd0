// Any bytes as a request to a witness, and as an answer of one: never a crash, and what is taken is written
// again byte for byte.
#include "core/crypto/random.h"
#include "sync/cosigner/answer.h"
#include "sync/cosigner/key_file.h"
#include "sync/cosigner/request.h"

#include <cstdint>

using namespace teken;
using namespace teken::sync::cosigner;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    TEKEN_ASSERT(crypto::start().has_value(), "libsodium starts");
    const auto text = textOf({data, size});
    if (const auto request = parseRequest(text)) {
        TEKEN_ASSERT(formatRequest(*request) == text, "written again, the request differs");
        if (const auto note = log::parseNote(request->note)) {
            TEKEN_ASSERT(log::formatNote(*note) == request->note, "written again, the note differs");
            static_cast<void>(log::parseCheckpoint(note->text));
        }
    }
    if (const auto answer = readAnswerFile(text); answer && std::holds_alternative<Lines>(*answer)) {
        std::string again;
        for (const auto& line : std::get<Lines>(*answer))
            again += log::formatLine(line);
        TEKEN_ASSERT(again == text, "written again, the answer differs");
    }
    static_cast<void>(readAnswer(409, kSizeContent, text));
    static_cast<void>(parseKeyFile(text));
    return 0;
}
