// What an audit found. Facts only: rule slugs, places and numbers; the sentences are in app/words.
#pragma once

#include "core/entry/ids.h"
#include "core/ledger/state.h"
#include "core/log/merkle.h"

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

/// How often a rule was found, listed or not.
struct RuleCount {
    std::string rule;
    Severity severity = Severity::Broken;
    std::uint64_t count = 0;
};

/// One laptop's part of a session, recomputed from its entries: what people compare with the minutes on
/// paper.
struct SessionTotal {
    EntryId drive;
    SessionId session;
    FeedId feed;
    std::string title; ///< of the session
    std::string place;
    entry::CloseSession::Counts counts;
    bool closed = false;
    bool agrees = true;            ///< the closing says the same (true while it is open or not comparable)
    bool comparable = true;        ///< false: closed over entries that are withheld or of an unknown kind
    std::string closeCode;         ///< as printed in the minutes; empty: not closed
    bool codeHeld = false;         ///< the auditor brought this code along
    std::size_t minutesSigned = 0; ///< how many signed the minutes
};

/// What the transparency log says of these entries.
struct LogSummary {
    std::string origin;
    log::TreeSize size; ///< of the newest checkpoint that holds
    Digest root;
    bool whole = false;        ///< every leaf up to there was read, and they give the root
    std::uint64_t leaves = 0;  ///< read
    std::uint64_t foreign = 0; ///< of these, of feeds that this evidence does not speak of
    std::uint64_t places = 0;  ///< entries here whose place in the log holds
    std::uint64_t bounded = 0; ///< of these, entries that a witness proves to be no newer than a time
    std::uint64_t seen = 0;    ///< entries that name an earlier checkpoint of this very log
    std::size_t cosigners = 0; ///< certified witnesses
    std::size_t quorum = 0;    ///< of these, how many make a checkpoint witnessed
    std::size_t witnesses = 0; ///< of these, how many cosigned the newest checkpoint
    std::uint64_t held = 0;    ///< things held elsewhere that agree
    log::TreeSize heldSize;    ///< the largest tree held elsewhere that agrees
    [[nodiscard]] bool witnessed() const { return quorum > 0 && witnesses >= quorum; }
};

struct Report {
    Verdict verdict = Verdict::Intact;
    FeedId root;
    std::vector<Check> checked;
    std::vector<Check> notChecked;
    std::vector<Finding> findings;          ///< at most kMostFindings; the gravest first, then by place
    std::uint64_t findingsTotal = 0;        ///< all of them, listed or not
    std::vector<RuleCount> byRule;          ///< all of them; the gravest first, then by slug
    std::vector<ledger::DriveState> drives; ///< recomputed from the entries alone
    std::vector<SessionTotal> sessions;     ///< by drive, session and feed
    std::optional<LogSummary> log;          ///< nullopt: no log came with the evidence
    std::uint64_t entries = 0;
    std::uint64_t verified = 0;

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
