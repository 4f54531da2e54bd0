// The service's answer to a slip's code: a turn at the book, and what is public of one record.
#include "core/desk/one_record.h"
#include "core/store/log_table.h"
#include "sync/server/checkpoint_history.h"
#include "sync/server/log_keeper.h"
#include "sync/server/service.h"
#include "sync/server/turn.h"

namespace teken::sync::server {

namespace {

constexpr Milliseconds kBetweenLooks{10'000};

/// What makes somebody outside no wiser than "not here".
bool isUnknown(const Error& error) {
    return error.reason.starts_with("slip.");
}

} // namespace

Result<> Service::keepHistory(FileSystem& files, const std::filesystem::path& folder) {
    TEKEN_TRY(auto history, CheckpointHistory::open(files, folder));
    m_history = std::make_unique<CheckpointHistory>(std::move(history));
    return {};
}

void Service::tendHistory() {
    if (!m_log || !m_history)
        return;
    const auto now = m_clock.monotonic();
    if (m_historyAt && now - *m_historyAt < kBetweenLooks)
        return;
    m_historyAt = now;
    const auto turn = takeTurn();
    if (!turn)
        return;
    const auto answer = m_log->beginAnswer({});
    if (!answer)
        return; // nothing is signed yet; looked at again
    for (const auto* note : {&answer->checkpoint, &answer->witnessed})
        if (!note->empty())
            static_cast<void>(m_history->offer(*note, m_clock.now())); // what fails is tried again
}

Result<std::optional<CheckAnswer>> Service::check(std::string_view code) {
    TEKEN_TRY(const auto turn, takeTurn());
    const auto record = desk::findRecord(m_book, code);
    if (!record && isUnknown(record.error()))
        return std::nullopt;
    TEKEN_CHECK(record.map([](const auto&) {}));
    if (!std::holds_alternative<entry::Sign>(record->payload.body))
        return std::nullopt; // what else is stored is nobody's slip
    CheckAnswer answer;
    TEKEN_TRY(answer.standing, desk::standingOf(m_book, record->id));
    TEKEN_TRY(const auto kept, checkpointFor(record->id));
    std::string proof;
    if (kept) {
        TEKEN_TRY(proof, desk::placeUnder(m_book, *record, kept->checkpoint, kept->note));
        answer.sinceMs = kept->at.time_since_epoch().count();
    }
    TEKEN_TRY(const auto evidence, desk::evidenceOf(m_book, *record, proof));
    TEKEN_TRY(answer.bukti, log::formatEvidence(evidence));
    return answer;
}

/// The first kept one that covers the entry, else the newest.
Result<std::optional<KeptCheckpoint>> Service::checkpointFor(const EntryId& entry) const {
    if (!m_log)
        return std::nullopt;
    TEKEN_TRY(const auto index, m_book.log().find(entry));
    if (!index)
        return std::nullopt;
    if (m_history) {
        TEKEN_TRY(auto kept, m_history->firstWith(*index));
        if (kept)
            return kept;
    }
    const auto note = m_log->checkpoint();
    if (!note) // not certified yet, or stopped: the record is here, its place cannot be shown
        return std::nullopt;
    TEKEN_TRY(const auto parsed, log::parseNote(*note));
    KeptCheckpoint newest{{}, *note, m_clock.now()};
    TEKEN_TRY(newest.checkpoint, log::parseCheckpoint(parsed.text));
    return newest.checkpoint.size.value > index->value ? std::optional(std::move(newest)) : std::nullopt;
}

} // namespace teken::sync::server
