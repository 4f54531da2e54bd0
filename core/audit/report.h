// What an audit found. Facts only: rule slugs, places and numbers; the sentences are in app/words.
#pragma once

#include "core/entry/ids.h"
#include "core/ledger/state.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace teken::audit {

enum class Severity : std::uint8_t {
    Attention, ///< not proof of tampering, but somebody has to look: an open session, a clock that ran
               ///< backwards
    Missing,   ///< a part of the evidence is not here: a number in a chain, a blob, ink
    Broken     ///< the evidence does not hold: a signature, a link, a scope, a count
};

/// One thing that is wrong. `rule` is a stable slug ("signature.invalid"); see rules() for all of them.
struct Finding {
    Severity severity = Severity::Broken;
    std::string rule{};
    std::optional<EntryId> entry{};
    std::optional<FeedId> feed{};
    entry::Seq seq = 0; ///< 0: not about one number
    std::optional<SessionId> session{};
    std::uint64_t order = 0; ///< place in the stored order, 0: none
    std::string expected{};  ///< numbers, slugs or hashes; never names
    std::string found{};
    friend bool operator==(const Finding&, const Finding&) = default;
};

enum class Verdict : std::uint8_t {
    Intact,    ///< UTUH: everything that was checked holds
    Altered,   ///< TIDAK UTUH: at least one Broken finding
    Incomplete ///< TIDAK LENGKAP: nothing broken, but parts of the evidence are missing here
};

/// Something that was looked at, or could not be; `what` is a slug such as "signatures" or "completeness".
struct Check {
    std::string what;
    std::uint64_t count = 0;
};

struct Report {
    Verdict verdict = Verdict::Intact;
    FeedId root;
    std::vector<Check> checked;
    std::vector<Check> notChecked;
    std::vector<Finding> findings;          ///< at most kMostFindings; the gravest first, then by place
    std::uint64_t findingsTotal = 0;        ///< all of them, listed or not
    std::vector<ledger::DriveState> drives; ///< recomputed from the entries alone
    std::uint64_t entries = 0;
    std::uint64_t verified = 0;
    double verifySeconds = 0; ///< phase 1 alone, for the figures of the bench

    [[nodiscard]] bool clean() const { return findingsTotal == 0; }
};

inline constexpr std::size_t kMostFindings = 10'000;

/// Every rule an audit can name, with its severity.
struct Rule {
    std::string_view slug;
    Severity severity;
};
[[nodiscard]] const std::vector<Rule>& rules();

} // namespace teken::audit
