#include "sync/client/log_mirror.h"

#include "core/log/checkpoint.h"
#include "core/log/tiles.h"
#include "sync/protocol/errors.h"

#include <algorithm>

namespace teken::sync::client {

namespace {

Result<Bytes> fetch(HttpTransport& transport, const std::string& file) {
    TEKEN_TRY(auto response, transport.get(std::string(path::kLogFiles) + file));
    if (response.status != 200)
        return fail(errorOf(response));
    return std::move(response.body);
}

} // namespace

Result<audit::LogMaterial> mirrorLog(HttpTransport& transport) {
    audit::LogMaterial log;
    TEKEN_TRY(const auto bytes, fetch(transport, "checkpoint"));
    TEKEN_TRY(const auto note, log::parseNote(textOf(bytes)));
    TEKEN_TRY(const auto checkpoint, log::parseCheckpoint(note.text));
    log.checkpoints.emplace_back(textOf(bytes));
    log.leaves = [&transport,
                  size = checkpoint.size.value](const audit::LogMaterial::VisitLeaf& visit) -> Result<> {
        for (std::uint64_t at = 0; at < size; at += log::kTileWidth) {
            const auto width = static_cast<unsigned>(std::min(log::kTileWidth, size - at));
            TEKEN_TRY(const auto tile,
                      fetch(transport, log::tilePath({true, 0, at / log::kTileWidth, width})));
            TEKEN_TRY(const auto leaves, log::decodeEntryBundle(tile, width));
            for (const auto& leaf : leaves)
                TEKEN_CHECK(visit(leaf));
        }
        return {};
    };
    return log;
}

} // namespace teken::sync::client
