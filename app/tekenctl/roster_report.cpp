#include "app/tekenctl/roster_report.h"

#include "app/tekenctl/parsing.h"
#include "app/words/kind_words.h"
#include "core/domain/indonesian.h"

#include <nlohmann/json.hpp>

#include <array>
#include <set>
#include <unordered_map>

namespace teken::ctl {

namespace {

using domain::RosterChange;
using nlohmann::json;
using What = RosterChange::What;

constexpr std::uint64_t kFewLeft = 10;

struct Words {
    std::string_view slug;
    const char* indonesian;
    const char* english;
};
constexpr std::array kRosterFields{Words{"row", "seluruh baris", "whole row"},
                                   Words{"name", "nama", "name"},
                                   Words{"number", "NIP", "number"},
                                   Words{"unit", "unit kerja", "unit"},
                                   Words{"post", "jabatan", "post"},
                                   Words{"kind", "status", "kind"},
                                   Words{"rank", "pangkat", "rank"},
                                   Words{"note", "keterangan", "remark"},
                                   Words{"extra-posts", "jabatan lain", "other posts"}};
constexpr std::array kSkips{Words{"skip.title", "di atas judul kolom", "above the headings"},
                            Words{"skip.header", "judul kolom", "headings"},
                            Words{"skip.column-numbers", "nomor kolom", "column numbers"},
                            Words{"skip.unit-heading", "judul unit", "unit headings"},
                            Words{"skip.footer", "jumlah", "totals"}};
constexpr std::array kChanges{Words{"joined", "masuk", "joined"}, Words{"left", "keluar", "left"},
                              Words{"moved", "pindah", "moved"}, Words{"changed", "berubah", "changed"}};

template <std::size_t N>
std::string inWords(const Context& context, const std::array<Words, N>& table, std::string_view slug) {
    for (const auto& entry : table)
        if (entry.slug == slug)
            return context.say(entry.indonesian, entry.english);
    return std::string(slug);
}

words::Sentence sentenceOf(const Context& context, const std::string& reason) {
    return words::wordsFor({ErrorCode::InvalidInput, reason, {}, {}}, context.language());
}

/// "line 5" is the import's way to point at another row; an assumed kind is a slug.
std::string proposed(const Context& context, const domain::RowProblem& problem) {
    constexpr std::string_view kLine = "line ";
    const std::string& proposal = problem.proposal;
    if (problem.reason == "kind.assumed")
        return std::string(words::signerWord(proposal, context.language()));
    if (proposal.starts_with(kLine))
        return context.say("lihat baris ", "see line ") + proposal.substr(kLine.size());
    return proposal;
}

void printProblems(const Context& context, const domain::ImportReport& report) {
    std::set<std::string> seen;
    std::vector<std::string> steps;
    for (const auto& problem : report.problems) {
        const auto said = sentenceOf(context, problem.reason);
        context.line("  " + context.say("baris ", "line ") + std::to_string(problem.line) + ", " +
                     inWords(context, kRosterFields, problem.field) + ": " + std::string(said.why) + " [" +
                     problem.reason + "]" +
                     (problem.refused ? "" : context.say(" (peringatan)", " (warning)")) +
                     (problem.proposal.empty() ? "" : " -> " + proposed(context, problem)));
        if (seen.insert(problem.reason).second)
            steps.push_back(problem.reason + ": " + std::string(said.next));
    }
    for (const auto& unit : report.unitProposals)
        context.line("  " + context.say("nama unit: ", "unit name: ") + unit.written + " -> " +
                     (unit.codes.empty() ? "?" : unit.codes.front()) + " (" + std::to_string(unit.rows) +
                     ")");
    if (!steps.empty())
        context.line(context.say("Langkah berikut:", "Next steps:"));
    for (const auto& step : steps)
        context.line("  " + step);
}

void printSkipped(const Context& context, const domain::ImportReport& report) {
    constexpr std::size_t kShown = 12;
    for (const auto& kind : kSkips) {
        std::string lines;
        std::size_t count = 0;
        for (const auto& row : report.skipped)
            if (row.reason == kind.slug && ++count <= kShown)
                lines += (lines.empty() ? "" : ", ") + std::to_string(row.line);
        if (count > 0)
            context.line("  " + context.say("dilewati, ", "skipped, ") +
                         context.say(kind.indonesian, kind.english) + ": " + context.say("baris ", "line ") +
                         lines + (count > kShown ? " …" : ""));
    }
}

using People = std::unordered_map<PersonId, const domain::Person*>;

People peopleOf(const domain::RosterSnapshot& snapshot) {
    People people;
    for (const auto& person : snapshot.people)
        people.emplace(person.id, &person);
    return people;
}

std::string nameOf(const PersonId& id, const People& first, const People& second) {
    for (const auto* people : {&first, &second})
        if (const auto found = people->find(id); found != people->end())
            return found->second->name;
    return id.hex();
}

std::string fieldsOf(const Context& context, const RosterChange& change) {
    std::string text;
    for (const auto field : change.fields)
        text += (text.empty() ? "" : ", ") + inWords(context, kRosterFields, field);
    return text.empty() ? "" : " (" + text + ")";
}

void printChanges(const Context& context, const desk::RosterProposal& proposal, std::size_t most) {
    if (!proposal.previous)
        return;
    const auto& diff = proposal.diff;
    std::string line = context.say("Dibanding daftar sekarang: ", "Against the present roster: ");
    for (const auto what : {What::Joined, What::Left, What::Moved, What::Changed})
        line +=
            inWords(context, kChanges, domain::slug(what)) + " " + numberIn(context, diff.count(what)) + ", ";
    context.line(line + context.say("tetap ", "unchanged ") + numberIn(context, diff.unchanged));
    const auto before = peopleOf(proposal.before);
    const auto after = peopleOf(proposal.snapshot);
    for (const auto what : {What::Joined, What::Left, What::Moved, What::Changed}) {
        std::size_t shown = 0;
        for (const auto& change : diff.changes) {
            if (change.what != what || ++shown > most)
                continue;
            const auto units = change.fromUnit == change.toUnit ? change.toUnit
                               : change.fromUnit.empty()        ? change.toUnit
                               : change.toUnit.empty()          ? change.fromUnit
                                                                : change.fromUnit + " -> " + change.toUnit;
            context.line("  " + inWords(context, kChanges, domain::slug(what)) + "  " +
                         nameOf(change.person, after, before) + "  " + units + fieldsOf(context, change));
        }
        if (most > 0 && shown > most)
            context.line("  " + inWords(context, kChanges, domain::slug(what)) +
                         context.say(", dan ", ", and ") + numberIn(context, shown - most) +
                         context.say(" lagi (--changes)", " more (--changes)"));
    }
}

void printIdentities(const Context& context, const desk::RosterProposal& proposal) {
    if (proposal.report.identityProposals.empty())
        return;
    context.line(context.say("Mungkin orang yang sama; bila ya, impor lagi dengan:",
                             "Possibly the same person; if so, import again with:"));
    const auto before = peopleOf(proposal.before);
    for (const auto& one : proposal.report.identityProposals) {
        const bool birth = one.proposal.why == domain::IdentityProposal::Why::SameNameAndBirthDate;
        const auto why = birth ? context.say("nama dan tanggal lahir sama", "same name and birth date")
                               : context.say("nama dan unit sama", "same name and unit");
        context.line("  --same " + std::to_string(one.line) + "=" + one.proposal.before.hex() + "  " +
                     nameOf(one.proposal.before, before, before) + " (" + why + ")");
    }
}

json countsOf(const domain::ImportCounts& counts) {
    return {{"read", counts.read},       {"accepted", counts.accepted}, {"warned", counts.withWarnings},
            {"refused", counts.refused}, {"skipped", counts.skipped},   {"blank", counts.blank},
            {"people", counts.people}};
}

json changesOf(const domain::RosterDiff& diff) {
    return {{"joined", diff.count(What::Joined)},
            {"left", diff.count(What::Left)},
            {"moved", diff.count(What::Moved)},
            {"changed", diff.count(What::Changed)},
            {"unchanged", diff.unchanged}};
}

json changedPeopleOf(const desk::RosterProposal& proposal) {
    json people = json::array();
    if (!proposal.previous)
        return people; // everybody joined: the file says who
    const auto before = peopleOf(proposal.before);
    const auto after = peopleOf(proposal.snapshot);
    for (const auto& change : proposal.diff.changes)
        people.push_back({{"what", domain::slug(change.what)},
                          {"person", change.person.hex()},
                          {"name", nameOf(change.person, after, before)},
                          {"from", change.fromUnit},
                          {"to", change.toUnit},
                          {"fields", change.fields}});
    return people;
}

json problemsOf(const domain::ImportReport& report) {
    json problems = json::array();
    for (const auto& problem : report.problems)
        problems.push_back({{"line", problem.line},
                            {"field", problem.field},
                            {"reason", problem.reason},
                            {"found", problem.found},
                            {"proposal", problem.proposal},
                            {"refused", problem.refused}});
    return problems;
}

} // namespace

void printRosterReading(const Context& context, const desk::RosterProposal& proposal, std::size_t most) {
    const auto& counts = proposal.report.counts;
    context.line(context.say("Dibaca ", "Read ") + numberIn(context, counts.read) +
                 context.say(" baris: ", " rows: ") + numberIn(context, counts.accepted) +
                 context.say(" masuk, ", " accepted, ") + std::to_string(counts.refused) +
                 context.say(" bermasalah, ", " refused, ") + std::to_string(counts.skipped) +
                 context.say(" dilewati", " skipped"));
    printSkipped(context, proposal.report);
    printProblems(context, proposal.report);
    printChanges(context, proposal, most);
    printIdentities(context, proposal);
}

json rosterReading(const desk::RosterProposal& proposal) {
    json skipped = json::array();
    for (const auto& row : proposal.report.skipped)
        skipped.push_back({{"line", row.line}, {"reason", row.reason}});
    json identities = json::array();
    for (const auto& one : proposal.report.identityProposals)
        identities.push_back({{"line", one.line},
                              {"person", one.proposal.before.hex()},
                              {"why", domain::slug(one.proposal.why)}});
    return {{"ok", true},
            {"counts", countsOf(proposal.report.counts)},
            {"changes", changesOf(proposal.diff)},
            {"changed_people", changedPeopleOf(proposal)},
            {"problems", problemsOf(proposal.report)},
            {"skipped", skipped},
            {"identities", identities}};
}

Result<> checkLeft(const desk::RosterProposal& proposal, std::optional<std::uint64_t> agreed) {
    const auto left = proposal.diff.count(What::Left);
    const auto before = proposal.before.people.size();
    if (proposal.snapshot.people.empty()) // the desk says that better
        return {};
    if (left <= kFewLeft || left * 10 <= before || agreed == left)
        return {};
    return fail(ErrorCode::InvalidInput, "roster.many-left",
                "expected --left " + std::to_string(left) + ": so many of " + std::to_string(before) +
                    " people would leave the roster");
}

} // namespace teken::ctl
