// Import of a roster from a table. Good rows go in; every other row is listed with line, field, reason and
// proposal, and none is ever dropped silently.
#pragma once

#include "core/base/seams.h"
#include "core/domain/roster.h"
#include "core/domain/roster_diff.h"
#include "core/domain/row_reader.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace teken::domain {

/// Fields as they are named in problems.
namespace field {
inline constexpr std::string_view kRow = "row";
inline constexpr std::string_view kName = "name";
inline constexpr std::string_view kNumber = "number";
inline constexpr std::string_view kUnit = "unit";
inline constexpr std::string_view kPost = "post";
inline constexpr std::string_view kKind = "kind";
inline constexpr std::string_view kRank = "rank";
inline constexpr std::string_view kNote = "note";
} // namespace field

/// Reasons that refuse a row: row.open-quote, row.two-people, row.only-one-cell, row.double,
/// row.same-person-twice, cell.too-long, cell.control-character, name.* of checkName(),
/// name.unreadable-character, nip.* of Nip::parse(), nip.numeric-cell, number.of-another-name, unit.missing,
/// unit.variant, unit.ambiguous, unit.unknown, post.too-long, person.too-many-posts. Warnings: the three
/// NipWarning slugs, number.not-kept, row.two-numbers, row.second-post, row.same-name-no-number,
/// kind.unknown, kind.assumed, kind.differs-from-number, rank.too-long, note.not-kept, note.doubtful,
/// column.double (of the headings), and the unit.* reasons on a heading row.
struct RowProblem {
    std::uint64_t line = 0;
    std::string field;    ///< one of field::
    std::string reason;   ///< slug: "nip.serial-zero", "unit.variant", "row.two-people", ...
    std::string found;    ///< the cell: personal data, for the admin's eyes only, never in an Error or a log
    std::string proposal; ///< what to write instead, or empty when only a person can know
    bool refused = true;  ///< false: a warning; the row went in (or is a heading)
    friend bool operator==(const RowProblem&, const RowProblem&) = default;
};

/// Rows that are not about a person, with the reason: "skip.title", "skip.header", "skip.column-numbers",
/// "skip.unit-heading", "skip.footer".
struct SkippedRow {
    std::uint64_t line = 0;
    std::string reason;
    friend bool operator==(const SkippedRow&, const SkippedRow&) = default;
};

/// A written unit name that is not a unit's own, once for all its rows.
struct UnitProposal {
    std::string written;
    std::vector<std::string> codes; ///< likeliest first; empty when nothing is near
    std::uint64_t firstLine = 0;
    std::uint64_t rows = 0;
    friend bool operator==(const UnitProposal&, const UnitProposal&) = default;
};

struct LineIdentityProposal {
    std::uint64_t line = 0; ///< names the row in a second import of the same file; ids are new each time
    IdentityProposal proposal;
    friend bool operator==(const LineIdentityProposal&, const LineIdentityProposal&) = default;
};

/// read = accepted + refused + skipped + blank.
struct ImportCounts {
    std::uint64_t read = 0;
    std::uint64_t accepted = 0;     ///< rows that went in
    std::uint64_t withWarnings = 0; ///< of the accepted
    std::uint64_t refused = 0;
    std::uint64_t skipped = 0;
    std::uint64_t blank = 0;
    std::uint64_t people = 0; ///< accepted rows minus second posts
    friend bool operator==(const ImportCounts&, const ImportCounts&) = default;
};

struct ImportReport {
    Digest file{}; ///< SHA-256 of the file as read
    std::uint64_t fileBytes = 0;
    std::string encoding;
    char delimiter = '\0';
    std::uint64_t headerLine = 0;
    std::vector<std::pair<std::string, std::string>> columns; ///< field -> heading as written
    ImportCounts counts;
    std::vector<RowProblem> problems; ///< by line
    std::vector<SkippedRow> skipped;  ///< by line
    std::vector<UnitProposal> unitProposals;
    std::vector<LineIdentityProposal> identityProposals; ///< against options.previous
    std::uint64_t carriedIdentities = 0;
};

struct ImportOptions {
    Date date{};                                  ///< Tanggal daftar
    Date today{};                                 ///< for ages
    std::string placeName;                        ///< "Pamekasan": may stand behind unit names
    std::optional<std::string> defaultUnit;       ///< unit code for a list of one unit
    std::optional<SignerKind> defaultKind;        ///< for lists without a kind column and without numbers
    std::map<std::string, std::string> unitNames; ///< what the admin said yes to: written name -> unit code
    const RosterSnapshot* previous = nullptr;     ///< carries identities on; must outlive the call
    std::vector<std::pair<std::uint64_t, PersonId>> acceptedIdentities; ///< line -> person of `previous`
};

struct ImportOutcome {
    ImportReport report;
    RosterSnapshot snapshot;
};

/// Fails only when there is nothing to import at all: "roster.no-header", "roster.double-column" (two
/// columns of names or of numbers) and the reader's own errors. `random` gives each person an id.
[[nodiscard]] Result<ImportOutcome> importRoster(RowReader& rows, const UnitList& units,
                                                 const ImportOptions& options, RandomSource& random);

/// openCsv and importRoster; fills report.file and fileBytes.
[[nodiscard]] Result<ImportOutcome> importRosterCsv(ByteView file, const UnitList& units,
                                                    const ImportOptions& options, RandomSource& random);

} // namespace teken::domain
