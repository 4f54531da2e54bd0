#include "core/ledger/dump.h"

#include <algorithm>

namespace teken::ledger {
namespace {

/// "word key=value key=value"
class Line {
public:
    explicit Line(std::string_view word) : m_text(word) {}

    Line& text(std::string_view key, std::string_view value) {
        m_text.append(" ").append(key).append("=").append(value);
        return *this;
    }
    template <class Number>
    Line& number(std::string_view key, Number value) {
        return text(key, std::to_string(value));
    }
    template <class Fixed>
    Line& id(std::string_view key, const Fixed& value) {
        return text(key, value.hex());
    }
    template <class Fixed>
    Line& maybeId(std::string_view key, const std::optional<Fixed>& value) {
        return value ? id(key, *value) : *this;
    }
    Line& maybeNumber(std::string_view key, const std::optional<Seq>& value) {
        return value ? number(key, *value) : *this;
    }
    Line& flag(std::string_view key, bool value) { return value ? text(key, "yes") : *this; }
    Line& ids(std::string_view key, const std::vector<EntryId>& values) {
        for (const auto& value : values)
            id(key, value);
        return *this;
    }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::string m_text;
};

void addReach(Line& line, std::string_view key, const std::optional<Reach>& reach) {
    if (!reach)
        return;
    std::string text = reach->anyDrive ? "any-drive" : "one-drive";
    text += reach->units.all ? ",all-units" : "";
    for (const auto& unit : reach->units.units)
        text += "," + unit.hex();
    line.text(key, text);
}

void addCounts(Line& line, const entry::CloseSession::Counts& counts) {
    line.number("signed", counts.signedCount)
        .number("voided", counts.voided)
        .number("excused", counts.excused);
    line.number("absent", counts.absent).number("refused", counts.refused).number("added", counts.added);
}

void addConflicts(Line& line, const std::vector<Conflict>& conflicts) {
    for (const auto& conflict : conflicts)
        line.number("conflict", static_cast<int>(conflict.kind)).ids("of", conflict.entries);
}

} // namespace

Counters countersOf(const PersonVerdict& person) {
    Counters counters{};
    const auto& state = person.state;
    if (state.matchedTo)
        return counters;
    if (state.added)
        counters[4] = 1;
    else if (state.status == PersonStatus::Signed)
        counters[0] = 1;
    else if (state.status == PersonStatus::Refused)
        counters[1] = 1;
    else if (state.status == PersonStatus::Excused)
        counters[2] = 1;
    else if (state.status == PersonStatus::Absent)
        counters[3] = 1;
    counters[5] = state.duplicate ? 1 : 0;
    counters[6] = state.decisionConflict ? 1 : 0;
    return counters;
}

std::string lineOf(const EntryFact& fact) {
    Line line("entry");
    line.id("id", fact.id).text("verdict", verdictName(fact.ruling.verdict));
    addReach(line, "reach", fact.ruling.reach);
    addReach(line, "plain", fact.ruling.plain);
    return line.take();
}

std::string lineOf(const FeedNumbers& feed) {
    Line line("feed");
    line.id("id", feed.feed).text("role", feed.role ? entry::roleName(*feed.role) : "none");
    line.maybeId("certificate", feed.certificate).maybeId("drive", feed.drive);
    line.maybeNumber("revoked-after", feed.revokedAfter).number("head", feed.head.seq);
    line.maybeId("head-id", feed.head.id).maybeNumber("forked-at", feed.forkedAt);
    line.ids("candidate", feed.forkedEntries).ids("decision", feed.forkDecisions);
    line.number("stored", feed.stored).number("waiting", feed.waiting).number("withheld", feed.withheld);
    line.number("not-counted", feed.notCounted).number("counted-to", feed.countedTo());
    return line.take();
}

std::string lineOf(const EntryId& drive, const PersonVerdict& person) {
    const auto& state = person.state;
    Line line("person");
    line.id("drive", drive).id("id", state.person).number("status", static_cast<int>(state.status));
    if (state.signature)
        line.id("signature", state.signature->entry);
    for (const auto& fact : state.signatures)
        line.id("signed", fact.entry).id("by", fact.feed).number("seq", fact.seq).id("in", fact.session);
    if (state.excuse)
        line.number("excuse", static_cast<int>(*state.excuse));
    if (state.left)
        line.number("left", static_cast<int>(*state.left));
    line.maybeId("matched-to", state.matchedTo).flag("refused-too", state.refusedToo);
    line.flag("duplicate", state.duplicate).flag("decisions-at-odds", state.decisionConflict);
    line.flag("added", state.added).flag("restored", state.restored);
    line.flag("matches-at-odds", state.matchConflict).flag("changes-at-odds", state.changeConflict);
    addConflicts(line, person.conflicts);
    return line.take();
}

std::string lineOf(const EntryId& drive, const SessionId& session, const SessionNumbers& numbers) {
    Line line("session");
    line.id("drive", drive).id("id", session).number("phase", static_cast<int>(phaseOf(numbers)));
    line.maybeId("plan", numbers.plan).number("signed", numbers.signedCount);
    line.number("excused", numbers.excused).number("absent", numbers.absent);
    line.number("refused", numbers.refused).number("added", numbers.added).number("voided", numbers.voided);
    for (const auto& desk : numbers.desks) {
        line.id("desk", desk.feed).id("opening", desk.opening).maybeId("closing", desk.closing);
        line.flag("paused", desk.paused).flag("counts-match", desk.countsMatch);
        line.flag("comparable", desk.comparable);
        line.number("entries", desk.entries);
        addCounts(line, desk.recomputed);
        for (const auto role : desk.minutesSignedBy)
            line.number("minutes", static_cast<int>(role));
    }
    return line.take();
}

std::string lineOf(const EntryId& drive, const DriveVerdict& verdict) {
    Line line("drive");
    line.id("id", drive).flag("open", verdict.open).flag("closed", verdict.closed);
    line.ids("text", verdict.texts).maybeId("roster", verdict.roster);
    return line.ids("roster-at-odds", verdict.rosterConflict).take();
}

std::string lineOf(const EntryId& drive, const Counters& counters) {
    Line line("counters");
    line.id("drive", drive).number("signed", counters[0]).number("refused", counters[1]);
    line.number("excused", counters[2]).number("absent", counters[3]).number("added", counters[4]);
    line.number("duplicates", counters[5]).number("at-odds", counters[6]).number("unknown", counters[7]);
    return line.take();
}

std::string joinLines(std::vector<std::string> lines) {
    std::sort(lines.begin(), lines.end());
    std::string all;
    for (const auto& line : lines)
        all.append(line).append("\n");
    return all;
}

} // namespace teken::ledger
