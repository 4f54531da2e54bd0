// The verdict on a proof of one record (core/log/EVIDENCE.md section 3), from a file and a fingerprint alone.
#pragma once

#include "core/audit/report.h"
#include "core/entry/entry.h"
#include "core/log/evidence.h"
#include "core/log/merkle.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace teken::audit {

/// What became of one step: it holds, does not hold, or could not be looked at.
struct BuktiStep {
    std::string code;     ///< why, a slug such as "signature"; empty: it holds
    bool missing = false; ///< it could not be looked at
    [[nodiscard]] bool holds() const { return code.empty(); }
};

/// Every code that a step can have.
[[nodiscard]] const std::vector<std::string_view>& buktiCodes();

struct BuktiReport {
    Verdict verdict = Verdict::Incomplete;
    BuktiStep seal, certificates, scope, log;
    [[nodiscard]] std::array<const BuktiStep*, 4> steps() const {
        return {&seal, &certificates, &scope, &log};
    }

    std::optional<entry::VerifiedEntry> record; ///< if its seal holds
    std::string number;                         ///< a claim of whoever made the file
    std::string device, unit;                   ///< what its certificate and the record say, if they hold
    bool admitted = false; ///< its key had been revoked before; an admin let it count all the same
    std::string origin;    ///< of the log; empty: no place that holds
    log::LeafIndex index;
    log::TreeSize size;
    struct Witness {
        std::string name;
        std::uint64_t seconds = 0; ///< the record existed then, says this witness
        friend auto operator<=>(const Witness&, const Witness&) = default;
    };
    std::vector<Witness> witnesses; ///< by name
};

/// `typed`: as for an audit. `place`: a .tlog-proof that travelled beside a file without one. What does not
/// hold is in the report; errors are of what is no proof at all: InvalidInput ("log.evidence",
/// "audit.fingerprint").
[[nodiscard]] Result<BuktiReport> judgeBukti(std::string_view file, const std::string& typed,
                                             const std::optional<std::string>& place = std::nullopt);

} // namespace teken::audit
