// A pushed batch on its way into the book: entries are handed on one by one while the rest is still verified.
#pragma once

#include "core/ledger/ledger.h"
#include "sync/protocol/messages.h"
#include "sync/server/verify_pool.h"

#include <deque>
#include <functional>
#include <unordered_map>

namespace teken::sync::server {

class Intake {
public:
    /// `verification` is of the whole entries of a batch, `places` says where in `fates` each belongs.
    /// `isKnownKey` is asked once for each key. References outlive the intake.
    Intake(Verification& verification, std::vector<std::size_t> places, std::vector<EntryFate>& fates,
           std::function<Result<bool>(const PublicKey&)> isKnownKey);

    /// The next entry that holds and whose key somebody certified: before this batch, or in it, in any order.
    /// nullptr after the last; whatever does not hold, or is of a stranger, has been refused by then. Valid
    /// until the next call.
    [[nodiscard]] Result<const entry::VerifiedEntry*> next();

    /// Handed on so far, in that order: their places, and what setting them aside needs to know.
    struct Handed {
        std::size_t place = 0;
        EntryId id;
        FeedId feed;
        entry::Seq seq = 0;
    };
    [[nodiscard]] const std::vector<Handed>& handed() const { return m_handed; }

private:
    struct Waiting {
        std::size_t place = 0;
        entry::VerifiedEntry entry;
    };
    [[nodiscard]] Result<bool> known(const PublicKey& key);
    [[nodiscard]] const entry::VerifiedEntry* handOn(Waiting entry);
    void refuse(std::size_t place, std::string reason);

    Verification& m_verification;
    std::vector<std::size_t> m_places;
    std::vector<EntryFate>& m_fates;
    std::function<Result<bool>(const PublicKey&)> m_isKnownKey;
    std::size_t m_taken = 0;
    std::unordered_map<PublicKey, bool> m_keys;
    std::unordered_map<PublicKey, std::vector<Waiting>> m_strangers; ///< until a certificate names their key
    std::deque<Waiting> m_ready;                                     ///< strangers no more
    std::optional<Waiting> m_current;
    std::vector<Handed> m_handed;
};

} // namespace teken::sync::server
