#include "sync/client/runner.h"

namespace teken::sync::client {

RoundReport runRound(BookGate& gate, Transport& transport, const Clock& clock, Memory& memory,
                     RandomSource& random, const RoundOptions& options, const OnProgress& onProgress) {
    Round round(memory, random, options);
    std::optional<Step> step;
    gate.with([&](const Local& local) { step = round.begin(local, Now::of(clock)); });
    while (const auto* send = std::get_if<Send>(&*step)) {
        if (onProgress)
            onProgress(round.progress());
        const auto response = transport.exchange(send->request);
        const auto now = Now::of(clock); // before waiting for the book: only the network's time counts
        gate.with([&](const Local& local) {
            step =
                response ? round.answered(local, now, *response) : round.failed(local, now, response.error());
        });
    }
    if (onProgress)
        onProgress(round.progress());
    return std::get<Finished>(*step).report;
}

RoundReport syncOnce(store::Book& book, ledger::Ledger& ledger, Transport& transport, const Clock& clock,
                     RandomSource& random, const RoundOptions& options, const OnProgress& onProgress) {
    DirectGate gate(book, ledger);
    Memory memory;
    return runRound(gate, transport, clock, memory, random, options, onProgress);
}

Result<std::vector<Digest>> certifiedPins(const ledger::Ledger& ledger) {
    TEKEN_TRY(const auto servers, ledger.servers());
    std::vector<Digest> pins;
    for (const auto& server : servers)
        pins.insert(pins.end(), server.pins.begin(), server.pins.end());
    return pins;
}

} // namespace teken::sync::client
