// What certificates, revocations, admissions and rulings say of one feed (RULES.md sections 1 to 4).
#pragma once

#include "core/ledger/fact.h"

#include <map>
#include <span>
#include <vector>

namespace teken::ledger {

/// Whose help a feed may have: RULES.md section 1.
enum class Level : std::uint8_t { PlainAdmin, Admin, Field };

/// One certificate, with what limits it.
struct Grant {
    EntryId certificate;
    std::optional<EntryId> drive; ///< nullopt: any
    Scope units;
    std::optional<Seq> last;       ///< smallest revocation
    std::vector<EntryId> admitted; ///< sorted
    friend bool operator==(const Grant&, const Grant&) = default;
};

/// What standing rulings say of a forked number.
struct ForkRuling {
    std::optional<EntryId> chosen;  ///< nullopt: they choose differently
    std::vector<EntryId> decisions; ///< standing ones, sorted
    friend bool operator==(const ForkRuling&, const ForkRuling&) = default;
};

struct Authority {
    bool isRoot = false; ///< the pinned one
    std::optional<entry::Role> role;
    std::optional<EntryId> certificate; ///< the one shown
    std::optional<EntryId> drive;       ///< field: of the certificate shown
    std::vector<Grant> grants;          ///< role Admin or Field
    std::map<Seq, ForkRuling> rulings;
    std::optional<Seq> revokedAfter; ///< if every certificate is revoked: the largest of their numbers
    bool helped = false;             ///< admissions or rulings play a part
};

/// `onFeed`: every fact whose subject is the feed, with the verdicts of the levels before `level`.
[[nodiscard]] Authority authorityOf(const FeedId& feed, const FeedId& root, std::span<const EntryFact> onFeed,
                                    Level level);

/// Does one of the certificates cover this fact of the feed? The verdict it has if the chain is whole.
[[nodiscard]] Ruling ruleOn(const Authority& authority, const EntryFact& fact);

/// Is a certificate's scope within what an admin's entry in `drive` reaches?
[[nodiscard]] bool reaches(const Reach& reach, const std::optional<EntryId>& drive, const Grant& grant,
                           entry::Role role);

} // namespace teken::ledger
