// Plays a round over a transport: blocking, for the command line and for the worker.
#pragma once

#include "sync/client/round.h"

#include <functional>

namespace teken::sync::client {

/// How the round gets at the book. The desktop app hands each step to the thread that owns the book and
/// waits; no step waits for the network, so saving a signature never waits for it either.
class BookGate {
public:
    virtual ~BookGate() = default;
    /// Calls `step` once, with nobody else at the book.
    virtual void with(const std::function<void(const Local&)>& step) = 0;
};

/// For one thread that owns the book itself.
class DirectGate final : public BookGate {
public:
    DirectGate(store::Book& book, ledger::Ledger& ledger) : m_local{book, ledger} {}
    void with(const std::function<void(const Local&)>& step) override { step(m_local); }

private:
    Local m_local;
};

using OnProgress = std::function<void(const Progress&)>;

/// Never fails by itself: what went wrong is in the report.
[[nodiscard]] RoundReport runRound(BookGate& gate, Transport& transport, const Clock& clock, Memory& memory,
                                   RandomSource& random, const RoundOptions& options,
                                   const OnProgress& onProgress = {});

[[nodiscard]] RoundReport syncOnce(store::Book& book, ledger::Ledger& ledger, Transport& transport,
                                   const Clock& clock, RandomSource& random, const RoundOptions& options = {},
                                   const OnProgress& onProgress = {});

/// TLS pins of the certified servers: what HttpSettings wants.
[[nodiscard]] Result<std::vector<Digest>> certifiedPins(const ledger::Ledger& ledger);

} // namespace teken::sync::client
