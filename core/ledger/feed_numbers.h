// One feed in numbers and ids: what its chain and its certificates come to.
#pragma once

#include "core/ledger/chain.h"

#include <optional>
#include <vector>

namespace teken::ledger {

struct FeedNumbers {
    FeedId feed;
    std::optional<entry::Role> role;
    std::optional<EntryId> certificate;
    std::optional<EntryId> drive; ///< role Field: of the certificate; role Admin: the one it is restricted to
    std::optional<Seq> revokedAfter;
    entry::FeedHead head; ///< end of the chain
    std::optional<Seq> forkedAt;
    std::vector<EntryId> forkedEntries; ///< candidates at the fork
    std::vector<EntryId> forkDecisions; ///< standing decisions there that choose differently
    std::uint64_t stored = 0, waiting = 0, withheld = 0, notCounted = 0;
    bool straight = true; ///< see ChainVerdict; and nobody admitted or ruled on anything
    friend bool operator==(const FeedNumbers&, const FeedNumbers&) = default;

    /// End of the chain that counts.
    [[nodiscard]] Seq countedTo() const;
    /// Nothing is stored of it and nothing is said of it.
    [[nodiscard]] bool isEmpty() const { return stored == 0 && !certificate; }
    void takeAuthority(const Authority& authority);
    void takeChain(const Authority& authority, const ChainVerdict& chain);
    /// One entry more (or less) with this verdict.
    void add(Verdict verdict);
    void remove(Verdict verdict);

private:
    void change(Verdict verdict, std::uint64_t by);
};

} // namespace teken::ledger
