// Asks the witnesses to sign the log's checkpoints: on a thread of its own, so that neither storing nor
// publishing ever waits for one.
#pragma once

#include "sync/protocol/wire.h"
#include "sync/server/service.h"

#include <functional>
#include <vector>

namespace teken::sync::server {

/// One witness and the way to it.
struct CosignerSeat {
    log::VerifierKey key;
    Transport* line = nullptr; ///< outlives the asker
    std::string path;          ///< "/add-checkpoint", after its prefix
};

class CosignerAsker {
public:
    static constexpr Milliseconds kBetweenPasses{10'000}; ///< all are asked about the same checkpoint
    static constexpr Milliseconds kFirstRetry{10'000};
    static constexpr Milliseconds kMostRetry{15 * 60 * 1'000};

    /// All outlive it.
    CosignerAsker(Service& service, std::vector<CosignerSeat> seats, const Clock& clock);

    /// Does what is due, if anything: all witnesses that have not signed the newest checkpoint and do not
    /// rest after a failure are asked about it. Blocks as long as their lines do. False: nothing more now.
    bool tend();

    /// What came of asking one of them; for the server's log. Called on the asker's thread.
    void onAsked(std::function<void(const CosignerHealth&)> listener) { m_onAsked = std::move(listener); }

private:
    struct Witness {
        CosignerSeat seat;
        log::TreeSize signedLast; ///< as it said, or as we saw
        log::TreeSize done;       ///< the newest checkpoint it has signed for us
        Milliseconds nextTry{Milliseconds::min()};
        unsigned failures = 0;
    };
    [[nodiscard]] bool due(const Witness& witness, log::TreeSize newest, Milliseconds now) const;
    void ask(Witness& witness, const std::string& note, log::TreeSize size);
    /// The lines, or the error to tell; Conflict "cosigner.two-trees" when it holds another tree.
    [[nodiscard]] Result<cosigner::Lines> linesOf(Witness& witness, const std::string& note,
                                                  log::TreeSize size);
    [[nodiscard]] Result<cosigner::Reading> exchange(const Witness& witness,
                                                     const cosigner::AddCheckpoint& request);

    Service& m_service;
    std::vector<Witness> m_witnesses;
    const Clock& m_clock;
    Milliseconds m_nextPass{Milliseconds::min()};
    std::function<void(const CosignerHealth&)> m_onAsked;
};

} // namespace teken::sync::server
