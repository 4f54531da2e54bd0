#include "core/audit/log_notes.h"

#include "core/ledger/cosigners.h"

#include <algorithm>

namespace teken::audit {
namespace {

constexpr std::int64_t kMsPerSecond = 1'000;

void count(const log::Note& note, const log::Witness& witness, VerifiedPoint& point) {
    const auto line = std::ranges::find_if(note.lines, [&](const log::SignatureLine& one) {
        return one.name == witness.key.name && one.hash == witness.key.hash();
    });
    if (line == note.lines.end())
        return;
    const auto cosignature = log::decodeCosignature(line->signature);
    if (!cosignature || cosignature->time < witness.fromSeconds || cosignature->time > witness.untilSeconds)
        return;
    ++point.witnesses;
    point.earliest = std::min(point.earliest.value_or(cosignature->time), cosignature->time);
}

} // namespace

Result<NoteReader> NoteReader::create(store::Book& book, const ledger::Ledger& ledger) {
    NoteReader reader;
    TEKEN_TRY(reader.m_logs, ledger.logs());
    TEKEN_TRY(const auto cosigners, ledger::cosignersOf(book));
    for (const auto& one : cosigners) {
        log::Witness witness;
        witness.key = {one.name, log::SignatureType::Cosignature, one.key};
        witness.fromSeconds =
            static_cast<std::uint64_t>(std::max<std::int64_t>(0, one.fromMs / kMsPerSecond));
        if (one.untilMs > 0)
            witness.untilSeconds = static_cast<std::uint64_t>(one.untilMs / kMsPerSecond);
        reader.m_cosigners.push_back(std::move(witness));
    }
    return reader;
}

bool NoteReader::knowsOrigin(std::string_view origin) const {
    return std::ranges::any_of(m_logs, [&](const auto& one) { return one.origin == origin; });
}

Result<VerifiedPoint> NoteReader::read(std::string_view text) const {
    TEKEN_TRY(const auto note, log::parseNote(text));
    TEKEN_TRY(const auto claimed, log::parseCheckpoint(note.text));
    std::vector<log::VerifierKey> witnesses;
    for (const auto& witness : m_cosigners)
        witnesses.push_back(witness.key);
    // A log whose key was renewed keeps its origin: any of its certified keys will do.
    Error last{ErrorCode::VerificationFailed, "log.uncertified", "no certified log has this origin", {}};
    for (const auto& one : m_logs) {
        if (one.origin != claimed.origin)
            continue;
        const auto opened =
            log::openCheckpoint(text, {one.origin, log::SignatureType::Ed25519, one.key}, witnesses);
        if (!opened) {
            last = opened.error();
            continue;
        }
        VerifiedPoint point{opened->checkpoint, 0, {}};
        for (const auto& witness : m_cosigners)
            if (std::ranges::find(opened->signers, witness.key) != opened->signers.end())
                count(note, witness, point);
        return point;
    }
    return fail(std::move(last));
}

} // namespace teken::audit
