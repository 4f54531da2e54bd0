#include "core/domain/roster_import.h"

#include "core/base/encoding.h"
#include "core/crypto/hash.h"
#include "core/domain/import_columns.h"
#include "core/domain/import_doubles.h"
#include "core/domain/import_units.h"
#include "core/domain/import_words.h"
#include "core/domain/names.h"
#include "core/domain/nip.h"
#include "core/domain/text.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace teken::domain {
namespace {

constexpr std::size_t kHeadingWithin = 50; ///< filled rows before the headings, at most
constexpr std::size_t kFoundBytes = 200;

std::string shortened(std::string_view text) {
    text = text.substr(0, kFoundBytes);
    return std::string(text.substr(0, utf8ErrorOffset(text)));
}

bool isBlankRow(const Row& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const Cell& cell) { return tidySpaces(cell.text).empty(); });
}

std::string joinedCells(const Row& row) {
    std::string text;
    for (const Cell& cell : row.cells)
        text += (text.empty() ? "" : " | ") + tidySpaces(cell.text);
    return text;
}

/// One reading of one table.
class Import {
public:
    Import(RowReader& rows, const UnitList& units, const ImportOptions& options, RandomSource& random)
        : m_rows(rows), m_units(units), m_options(options), m_random(random), m_finder(units, options) {
        if (options.previous != nullptr)
            for (const Person& person : options.previous->people)
                m_knownByName[foldName(person.name)].push_back(&person);
    }

    Result<ImportOutcome> run() {
        TEKEN_CHECK(findHeadings());
        Row row;
        while (true) {
            TEKEN_TRY(const bool more, m_rows.next(row));
            if (!more)
                break;
            ++m_report.counts.read;
            take(row);
        }
        return finish();
    }

private:
    // ---- rows

    Result<> findHeadings() {
        Row row;
        std::size_t filled = 0;
        while (filled < kHeadingWithin) {
            TEKEN_TRY(const bool more, m_rows.next(row));
            if (!more)
                break;
            ++m_report.counts.read;
            if (isBlankRow(row)) {
                ++m_report.counts.blank;
                continue;
            }
            ++filled;
            if (const auto columns = ColumnMap::fromHeadings(row)) {
                m_columns = *columns;
                describeColumns(row);
                TEKEN_TRY(m_report.problems, columns->warnOfDoubles(row));
                skip(row, "skip.header");
                return {};
            }
            skip(row, "skip.title");
        }
        return fail(ErrorCode::InvalidInput, "roster.no-header",
                    "expected a heading row with a name and at least one more known column in the first " +
                        std::to_string(kHeadingWithin) + " filled rows");
    }

    void describeColumns(const Row& row) {
        m_report.headerLine = row.line;
        for (std::size_t i = 0; i < kColumns; ++i)
            if (const auto at = m_columns.at(static_cast<Column>(i)))
                m_report.columns.emplace_back(fieldOf(static_cast<Column>(i)),
                                              tidySpaces(row.cells[*at].text));
    }

    void skip(const Row& row, std::string_view reason) {
        ++m_report.counts.skipped;
        m_report.skipped.push_back({row.line, std::string(reason)});
    }

    void take(const Row& row) {
        if (row.openQuote)
            return refuseWhole(row, "row.open-quote");
        if (isBlankRow(row) || (!isPersonRow(row) && onlyText(row).empty())) {
            ++m_report.counts.blank;
            return;
        }
        if (ColumnMap::fromHeadings(row))
            return skip(row, "skip.header");
        if (isColumnNumbers(row))
            return skip(row, "skip.column-numbers");
        if (isFooter(row) && !namesPersonAndUnit(row))
            return skip(row, "skip.footer");
        const std::string heading = onlyText(row);
        const std::string name = m_columns.text(row, Column::Name);
        if (!heading.empty() && (name.empty() || name == heading))
            return takeHeading(row, heading);
        takePerson(row);
    }

    /// Something in the columns that are about a person, not only a running number.
    [[nodiscard]] bool isPersonRow(const Row& row) const {
        for (const Column column : {Column::Name, Column::Number, Column::Post})
            if (!m_columns.text(row, column).empty())
                return true;
        return false;
    }

    /// "Total" and "Jumlah" are words of posts and remarks, too, and somebody's name: a row that says who,
    /// where and what kind or number is about a person.
    [[nodiscard]] bool namesPersonAndUnit(const Row& row) const {
        const bool who = !m_columns.text(row, Column::Name).empty();
        const bool where =
            !m_columns.text(row, Column::Unit).empty() || !m_columns.text(row, Column::UnitAbove).empty();
        const bool number = cleanNumber(m_columns.text(row, Column::Number)).size() >= 8;
        return who && ((where && kindFromWords(m_columns.text(row, Column::Kind)).has_value()) || number);
    }

    void refuseWhole(const Row& row, std::string_view reason) {
        addProblem(row.line, field::kRow, reason, joinedCells(row), "", true);
        ++m_report.counts.refused;
    }

    /// A row with one text only: a unit's heading over its people, or something an admin must look at.
    void takeHeading(const Row& row, const std::string& text) {
        const UnitFinder::Found unit = m_finder.find(text);
        if (unit.reason == "unit.unknown" && !beginsLikeUnit(text))
            return refuseWhole(row, "row.only-one-cell");
        m_section = unit.code;
        m_sectionText.clear();
        if (unit.code.empty()) {
            // Its people must not fall to the unit above: they wait for the answer.
            m_sectionText = text;
            m_finder.ask(text, row.line, 0);
            addProblem(row.line, field::kUnit, unit.reason, text, unit.proposal, false);
        }
        skip(row, "skip.unit-heading");
    }

    void takePerson(const Row& row) {
        m_rowProblems.clear();
        Person person;
        readName(row, person);
        if (!m_rowProblems.empty() && m_rowProblems.front().reason == "row.two-people")
            return keepProblems(row.line);
        readNumber(row, person);
        readUnit(row, person);
        readPost(row, person);
        readKind(row, person);
        readRank(row, person);
        readNote(row, person);
        if (!isRefused())
            settleDoubles(row, person);
        keepProblems(row.line);
    }

    // ---- fields

    void readName(const Row& row, Person& person) {
        if (cellProblem(row, {Column::Name, Column::FrontDegree, Column::BackDegree}))
            return;
        const Cell* cell = m_columns.cell(row, Column::Name);
        const std::string number = m_columns.text(row, Column::Number);
        // A line break inside one person's name is only a wrapped cell.
        const bool oneNumber = Nip::parse(number).has_value();
        if (cell != nullptr &&
            (holdsTwoNumbers(number) || holdsTwoNames(oneNumber ? tidySpaces(cell->text) : cell->text)))
            return problem(field::kRow, "row.two-people", cell->text, "", true);
        const auto join = [](std::string& text, std::string_view between, const std::string& part) {
            if (!part.empty())
                text += (text.empty() ? "" : std::string(between)) + part;
        };
        std::string name = m_columns.text(row, Column::FrontDegree);
        join(name, " ", m_columns.text(row, Column::Name));
        join(name, ", ", m_columns.text(row, Column::BackDegree));
        person.name = std::move(name);
        if (const auto right = checkName(person.name); !right || m_columns.text(row, Column::Name).empty())
            problem(field::kName, right ? "name.empty" : right.error().reason, person.name, "", true);
        else if (person.name.find("\xef\xbf\xbd") != std::string::npos)
            problem(field::kName, "name.unreadable-character", person.name, nameFromBefore(number), true);
    }

    void readNumber(const Row& row, Person& person) {
        if (cellProblem(row, {Column::Number}))
            return;
        const Cell* cell = m_columns.cell(row, Column::Number);
        const std::string written = m_columns.text(row, Column::Number);
        if (cell != nullptr && cell->numeric && !written.empty())
            return problem(field::kNumber, "nip.numeric-cell", written, numberFromBefore(person.name, ""),
                           true);
        if (cleanNumber(written).empty() || holdsTwoNumbers(written))
            return;
        const auto nip = Nip::parse(written);
        if (nip) {
            person.numbers = {nip->digits()};
            for (const NipWarning warning : nip->warnings(m_options.today))
                problem(field::kNumber, slug(warning), written, "", false);
            return;
        }
        const auto kind = kindFromWords(m_columns.text(row, Column::Kind));
        // Other people's numbers (NIK, village staff) are not collected; without them the row is sound.
        if (kind && !isAsn(*kind))
            return problem(field::kNumber, "number.not-kept", maskedNumber(cleanNumber(written)), "", false);
        problem(field::kNumber, nip.error().reason, written, numberFromBefore(person.name, written), true);
    }

    void readUnit(const Row& row, Person& person) {
        if (cellProblem(row, {Column::Unit, Column::UnitAbove}))
            return;
        const std::string unit = m_columns.text(row, Column::Unit);
        const std::string above = m_columns.text(row, Column::UnitAbove);
        // The narrower column wins when it names a unit of the list; otherwise the OPD it belongs to counts.
        const bool narrow = !unit.empty() && (above.empty() || !m_finder.find(unit).code.empty());
        const std::string written = narrow ? unit : !above.empty() ? above : m_sectionText;
        if (written.empty()) {
            person.post.unit = !m_section.empty() ? m_section : m_options.defaultUnit.value_or("");
            if (m_units.find(person.post.unit) == nullptr)
                problem(field::kUnit, "unit.missing", "", "", true);
            return;
        }
        const UnitFinder::Found found = m_finder.find(written);
        person.post.unit = found.code;
        if (found.code.empty()) {
            m_finder.ask(written, row.line, 1);
            problem(field::kUnit, found.reason, written, found.proposal, true);
        }
    }

    void readPost(const Row& row, Person& person) {
        if (cellProblem(row, {Column::Post}))
            return;
        const std::string written = m_columns.text(row, Column::Post);
        const PostTitle post = splitActing(written);
        person.post.acting = post.acting;
        if (utf8Length(post.title) > kMaxTitleLetters)
            return problem(field::kPost, "post.too-long", written, "", true);
        person.post.title = post.title == "-" ? "" : post.title;
    }

    void readKind(const Row& row, Person& person) {
        const std::string written = m_columns.text(row, Column::Kind);
        const auto said = kindFromWords(written);
        const bool numberMissing = cleanNumber(m_columns.text(row, Column::Number)).empty();
        const auto nip =
            person.numbers.empty() ? std::nullopt : std::optional(Nip::parse(person.numbers.front())->kind());
        if (!written.empty() && written != "-" && !said && !noteFromWords(written))
            problem(field::kKind, "kind.unknown", written, "", false);
        if (said) {
            person.kind = *said;
            const bool contract = *said == SignerKind::Pppk || *said == SignerKind::PppkPartTime;
            if (nip && *nip != NumberKind::Unknown && isAsn(*said) && contract != (*nip == NumberKind::Pppk))
                problem(field::kKind, "kind.differs-from-number", written, "", false);
        } else if (nip) {
            person.kind = *nip == NumberKind::Pns    ? SignerKind::Pns
                          : *nip == NumberKind::Pppk ? SignerKind::Pppk
                                                     : m_options.defaultKind.value_or(SignerKind::Other);
        } else if (const auto village = villageKind(person)) {
            person.kind = *village;
        } else {
            person.kind = m_options.defaultKind.value_or(SignerKind::NonAsn);
            if (!m_options.defaultKind && numberMissing)
                problem(field::kKind, "kind.assumed", written, std::string(slug(person.kind)), false);
        }
        if (isAsn(person.kind) && numberMissing)
            problem(field::kNumber, "nip.empty", "", numberFromBefore(person.name, ""), true);
    }

    [[nodiscard]] static std::optional<SignerKind> villageKind(const Person& person) {
        const std::string title = plainText(person.post.title);
        const bool deputy = title.starts_with("kepala desa") || title == "kades" || title == "perbekel";
        return deputy ? std::optional(SignerKind::VillageHead) : std::nullopt;
    }

    void readRank(const Row& row, Person& person) {
        std::string rank = m_columns.text(row, Column::Rank);
        if (rank.empty())
            rank = m_columns.text(row, Column::RankName);
        if (utf8Length(rank) > kMaxRankLetters)
            problem(field::kRank, "rank.too-long", rank, "", false);
        else if (rank != "-")
            person.rank = std::move(rank);
    }

    void readNote(const Row& row, Person& person) {
        const auto take = [&](std::string_view field, const std::string& written, const NoteSaid& said) {
            person.note = said.note;
            if (said.doubtful)
                problem(field, "note.doubtful", written, "", false);
        };
        const std::string written = m_columns.text(row, Column::Note);
        if (const auto said = noteFromWords(written))
            take(field::kNote, written, *said);
        else
            problem(field::kNote, "note.not-kept", written, "", false);
        // "Status: Cuti" stands where the kind should be.
        if (const std::string kind = m_columns.text(row, Column::Kind); person.note == RosterNote::None)
            take(field::kKind, kind, noteFromWords(kind).value_or(NoteSaid{}));
    }

    /// Damage any of these columns' cells may carry; true when the field cannot be read further.
    bool cellProblem(const Row& row, std::initializer_list<Column> columns) {
        for (const Column column : columns)
            if (const Cell* cell = m_columns.cell(row, column)) {
                const std::string text = tidySpaces(cell->text);
                bool control = false;
                for (std::size_t at = 0; at < text.size();)
                    control = isControl(nextCodePoint(text, at)) || control;
                if (cell->tooLong || control) {
                    problem(fieldOf(column), control ? "cell.control-character" : "cell.too-long", text, "",
                            true);
                    return true;
                }
            }
        return false;
    }

    // ---- what the roster before knows

    /// The only person of that name (and, as far as it can be read, birth date) has a number: propose it.
    [[nodiscard]] std::string numberFromBefore(const std::string& name, const std::string& written) const {
        const auto known = m_knownByName.find(foldName(name));
        if (known == m_knownByName.end())
            return {};
        const std::string digits = looksLikeFloat(written) ? "" : cleanNumber(written);
        const Person* only = nullptr;
        for (const Person* person : known->second) {
            if (person->numbers.empty() ||
                (digits.size() >= 8 && !person->numbers.front().starts_with(digits.substr(0, 8))))
                continue;
            if (only != nullptr)
                return {};
            only = person;
        }
        return only == nullptr ? std::string() : prettyNumber(only->numbers.front());
    }

    [[nodiscard]] std::string nameFromBefore(const std::string& written) const {
        const auto nip = Nip::parse(written);
        if (!nip || m_options.previous == nullptr)
            return {};
        for (const Person& person : m_options.previous->people)
            if (!person.numbers.empty() && person.numbers.front() == nip->digits())
                return person.name;
        return {};
    }

    // ---- problems and doubles

    void problem(std::string_view field, std::string_view reason, std::string_view found,
                 std::string proposal, bool refused) {
        m_rowProblems.push_back(
            {0, std::string(field), std::string(reason), shortened(found), std::move(proposal), refused});
    }

    void addProblem(std::uint64_t line, std::string_view field, std::string_view reason,
                    std::string_view found, std::string proposal, bool refused) {
        m_report.problems.push_back(
            {line, std::string(field), std::string(reason), shortened(found), std::move(proposal), refused});
    }

    [[nodiscard]] bool isRefused() const {
        return std::any_of(m_rowProblems.begin(), m_rowProblems.end(),
                           [](const RowProblem& p) { return p.refused; });
    }

    void settleDoubles(const Row& row, Person& person) {
        const Doubles::Verdict verdict = m_doubles.judge(person, row.line, m_people);
        if (verdict.what == Doubles::What::Refuse)
            return problem(verdict.field, verdict.reason,
                           verdict.field == field::kNumber ? person.numbers.front() : "", verdict.proposal,
                           true);
        if (!verdict.reason.empty())
            problem(verdict.field, verdict.reason,
                    verdict.field == field::kPost ? person.post.title : person.name, verdict.proposal, false);
        if (verdict.otherLine != 0) {
            addProblem(verdict.otherLine, verdict.field, verdict.reason, person.name, verdict.proposal,
                       false);
            m_warnedLines.insert(verdict.otherLine);
        }
        if (verdict.what == Doubles::What::SecondPost)
            return;
        person.id = m_random.make<PersonId>();
        m_lineOf.emplace(person.id, row.line);
        m_people.push_back(std::move(person));
    }

    void keepProblems(std::uint64_t line) {
        const bool refused = isRefused();
        ++(refused ? m_report.counts.refused : m_report.counts.accepted);
        if (!refused && !m_rowProblems.empty())
            m_warnedLines.insert(line);
        for (RowProblem& found : m_rowProblems) {
            found.line = line;
            m_report.problems.push_back(std::move(found));
        }
    }

    // ---- the end

    Result<ImportOutcome> finish() {
        RosterSnapshot snapshot{m_options.date, m_units.all(), std::move(m_people)};
        carry(snapshot);
        std::unordered_map<std::string, std::size_t> order;
        for (const Unit& unit : snapshot.units)
            order.emplace(unit.code, order.size());
        std::stable_sort(
            snapshot.people.begin(), snapshot.people.end(),
            [&](const Person& a, const Person& b) { return order.at(a.post.unit) < order.at(b.post.unit); });
        std::stable_sort(m_report.problems.begin(), m_report.problems.end(),
                         [](const RowProblem& a, const RowProblem& b) { return a.line < b.line; });
        m_report.counts.withWarnings = m_warnedLines.size();
        m_report.counts.people = snapshot.people.size();
        m_report.unitProposals = std::move(m_finder).questions();
        m_report.encoding = m_rows.encodingName();
        m_report.delimiter = m_rows.delimiter();
        return ImportOutcome{std::move(m_report), std::move(snapshot)};
    }

    void carry(RosterSnapshot& snapshot) {
        if (m_options.previous == nullptr)
            return;
        std::vector<IdentityProposal> accepted;
        std::unordered_map<std::uint64_t, PersonId> idAt;
        for (const auto& [id, line] : m_lineOf)
            idAt.emplace(line, id);
        for (const auto& [line, before] : m_options.acceptedIdentities)
            if (const auto now = idAt.find(line); now != idAt.end())
                accepted.push_back({before, now->second, IdentityProposal::Why::SameNameAndBirthDate});
        const CarriedIdentities carried = carryIdentities(*m_options.previous, snapshot, accepted);
        m_report.carriedIdentities = carried.carried;
        for (const IdentityProposal& proposal : carried.proposals)
            m_report.identityProposals.push_back({m_lineOf.at(proposal.after), proposal});
    }

    RowReader& m_rows;
    const UnitList& m_units;
    const ImportOptions& m_options;
    RandomSource& m_random;
    UnitFinder m_finder;
    ColumnMap m_columns;
    ImportReport m_report;
    std::vector<RowProblem> m_rowProblems; ///< of the row in hand
    std::vector<Person> m_people;
    Doubles m_doubles;
    std::set<std::uint64_t> m_warnedLines; ///< accepted rows with warnings
    std::unordered_map<PersonId, std::uint64_t> m_lineOf;
    std::string m_section;     ///< unit of the heading above
    std::string m_sectionText; ///< or the heading nobody has settled yet
    std::unordered_map<std::string, std::vector<const Person*>> m_knownByName;
};

} // namespace

Result<ImportOutcome> importRoster(RowReader& rows, const UnitList& units, const ImportOptions& options,
                                   RandomSource& random) {
    return Import(rows, units, options, random).run();
}

Result<ImportOutcome> importRosterCsv(ByteView file, const UnitList& units, const ImportOptions& options,
                                      RandomSource& random) {
    TEKEN_TRY(const auto rows, openCsv(file));
    TEKEN_TRY(auto outcome, importRoster(*rows, units, options, random));
    outcome.report.file = crypto::sha256(file);
    outcome.report.fileBytes = file.size();
    return outcome;
}

} // namespace teken::domain
