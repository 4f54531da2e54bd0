// Bytes from anybody, read as every message: what is accepted is written again as something that reads the
// same.
#include "sync/protocol/codec_log.h"
#include "sync/protocol/errors.h"
#include "sync/protocol/log_errand.h"

#include <cstdlib>

using namespace teken;

namespace {

template <class Message>
void tryAs(ByteView bytes) {
    const auto message = sync::decode<Message>(bytes);
    if (!message)
        return;
    const Result<Bytes> written = sync::encode(*message);
    if (!written)
        std::abort();
    const auto again = sync::decode<Message>(*written);
    if (!again || *again != *message)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView bytes(data, size);
    tryAs<sync::HelloRequest>(bytes);
    tryAs<sync::HelloAnswer>(bytes);
    tryAs<sync::HeadsRequest>(bytes);
    tryAs<sync::HeadsAnswer>(bytes);
    tryAs<sync::IdsRequest>(bytes);
    tryAs<sync::IdsAnswer>(bytes);
    tryAs<sync::AckRequest>(bytes);
    tryAs<sync::AckAnswer>(bytes);
    tryAs<sync::PullRequest>(bytes);
    tryAs<sync::StatusRequest>(bytes);
    tryAs<sync::BlobsRequest>(bytes);
    tryAs<sync::BlobsAnswer>(bytes);
    tryAs<sync::BlobReadRequest>(bytes);
    tryAs<sync::BlobState>(bytes);
    tryAs<sync::PushAnswer>(bytes);
    tryAs<sync::BlobPart>(bytes);
    tryAs<sync::BlobWriteRequest>(bytes);
    tryAs<sync::LogProofsRequest>(bytes);
    tryAs<sync::LogProofsAnswer>(bytes);
    if (const auto question = sync::decodeQuestion(bytes); question)
        TEKEN_ASSERT(sync::encode(*question) == toBytes(bytes), "a question has one form");
    (void)sync::decodeReply(bytes);
    if (const auto proof = sync::decodeProof(textOf(bytes));
        proof && sync::encodeProof(*proof) != textOf(bytes))
        std::abort();
    (void)sync::errorOf({400, std::string(sync::kErrorContent), {}, toBytes(bytes)});
    const sync::Statement statement{toBytes(bytes), {}, {}};
    (void)sync::verifyAck(statement);
    return 0;
}
