// What is known here: coverage by unit, and the queue.
#include "app/tekenctl/admin_book.h"
#include "app/tekenctl/commands.h"
#include "app/tekenctl/parsing.h"
#include "app/words/help/help.h"
#include "app/words/kind_words.h"
#include "core/desk/people_board.h"
#include "core/desk/queue.h"
#include "core/domain/indonesian.h"
#include "core/store/entries.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace teken::ctl {

namespace {

using nlohmann::json;

json countsOf(const desk::StatusCounts& counts) {
    return {{"expected", counts.expected()},
            {"signed", counts.signedAll()},
            {"not_yet", counts.notYet},
            {"excused", counts.excused},
            {"absent", counts.absent},
            {"refused", counts.refused},
            {"off_roster", counts.offRoster},
            {"added", counts.added},
            {"added_signed", counts.addedSigned},
            {"duplicates", counts.duplicates}};
}

std::string coverageText(const Context& context, const desk::StatusCounts& counts) {
    const auto part = counts.signedAll();
    const auto whole = counts.expected();
    if (context.language() == words::Language::Indonesian)
        return domain::formatCoverage(part, whole);
    // English has a point where Indonesian has a comma: 5,874 of 6,063 people (96.9 %).
    auto percent = domain::formatPercent(part, whole);
    std::ranges::replace(percent, ',', '.');
    return numberIn(context, part) + " of " + numberIn(context, whole) + " people (" + percent + ")";
}

std::string stateWord(const Context& context, desk::QueueState state) {
    switch (state) {
    case desk::QueueState::Saved:
        return context.say("tersimpan", "saved");
    case desk::QueueState::Waiting:
        return context.say("menunggu", "waiting");
    case desk::QueueState::Received:
        return context.say("diterima pusat", "received");
    case desk::QueueState::Witnessed:
        return context.say("disaksikan", "witnessed");
    case desk::QueueState::Trouble:
        return context.say("perlu bantuan", "needs help");
    }
    return {};
}

/// Loud, and with its files: nobody may overlook that the centre contradicts itself.
void tellAlarm(Context& context, const std::optional<desk::LogAlarm>& alarm) {
    if (!alarm)
        return;
    context.line("!!! " +
                 words::sentence({ErrorCode::VerificationFailed, alarm->reason, {}, {}}, context.language()));
    context.line("!!! " + context.say("Berkas bukti: ", "Evidence files: ") + alarm->folder.string());
}

json alarmOf(const std::optional<desk::LogAlarm>& alarm) {
    if (!alarm)
        return nullptr;
    return {{"reason", alarm->reason},
            {"findings", alarm->findings},
            {"since_ms", alarm->sinceMs},
            {"folder", alarm->folder.string()}};
}

Result<int> status(Context& context, bool units) {
    TEKEN_TRY(auto open, context.open());
    TEKEN_TRY(const auto drive, driveOf(open));
    TEKEN_TRY(const auto state, open.ledger->drive(drive));
    desk::PeopleBoard people(context.seams(open));
    TEKEN_CHECK(people.load(drive, {"*"}));
    const auto all = people.counts({"*"}, std::nullopt);
    context.line(state.opening.title + (state.closed ? context.say(" (ditutup)", " (closed)") : ""));
    context.line(context.say("Sudah: ", "Signed: ") + coverageText(context, all));
    context.line(context.say("Aturan: yang sudah, dibagi semua dalam daftar tanpa yang keluar daftar.",
                             "Rule: those who signed, of all on the roster without those who left."));
    json rows = json::array();
    for (const auto& unit : people.roster().snapshot().units) {
        const auto counts = people.counts({unit.code}, std::nullopt);
        if (units)
            context.line("  " + unit.code + "  " + coverageText(context, counts));
        auto row = countsOf(counts);
        row["unit"] = unit.code;
        row["name"] = unit.name;
        rows.push_back(std::move(row));
    }
    TEKEN_TRY(const auto count, open.book->entries().count());
    json facts{{"ok", true},
               {"drive", drive.hex()},
               {"title", state.opening.title},
               {"closed", state.closed},
               {"entries", count},
               {"counts", countsOf(all)},
               {"units", rows},
               {"forks", state.forks},
               {"duplicates", state.duplicates},
               {"unknown_kinds", state.unknownKinds},
               {"added_unmatched", state.addedUnmatched},
               {"signed_persons", state.signedPersons}};
    context.answer(facts);
    if (state.duplicates + state.forks + state.decisionConflicts > 0)
        context.line(context.say("Menunggu keputusan: ganda ", "Waiting for a decision: duplicates ") +
                     std::to_string(state.duplicates) + context.say(", cabang ", ", forks ") +
                     std::to_string(state.forks));
    return kDone;
}

Result<int> queue(Context& context, std::size_t limit) {
    TEKEN_TRY(const auto book, context.openUnlocked());
    TEKEN_TRY(const auto counts, desk::queueCounts(*book));
    TEKEN_TRY(const auto items, desk::listQueue(*book, {}, limit));
    context.line(
        std::to_string(counts.saved) + context.say(" tersimpan di laptop · ", " saved on this laptop · ") +
        std::to_string(counts.received) + context.say(" diterima pusat · ", " received by the centre · ") +
        (counts.witnessed > 0
             ? std::to_string(counts.witnessed) + context.say(" disaksikan · ", " witnessed · ")
             : "") +
        std::to_string(counts.waiting) + context.say(" menunggu · ", " waiting · ") +
        std::to_string(counts.trouble) + context.say(" perlu bantuan", " need help"));
    tellAlarm(context, counts.alarm);
    json rows = json::array();
    for (const auto& item : items) {
        context.line("  #" + std::to_string(item.seq) + "  " +
                     std::string(words::entryWord(item.kind, context.language())) + "  " +
                     stateWord(context, item.state) + "  " + item.entry.hex());
        if (!item.reason.empty())
            context.line("      " + item.reason + ": " +
                         words::sentence({ErrorCode::InvalidInput, item.reason, {}, {}}, context.language()));
        rows.push_back({{"entry", item.entry.hex()},
                        {"feed", item.feed.hex()},
                        {"seq", item.seq},
                        {"kind", item.kind},
                        {"state", desk::slug(item.state)},
                        {"reason", item.reason},
                        {"wall_ms", item.wallMs}});
    }
    context.answer({{"ok", true},
                    {"saved", counts.saved},
                    {"received", counts.received},
                    {"witnessed", counts.witnessed},
                    {"waiting", counts.waiting},
                    {"trouble", counts.trouble},
                    {"alarm", alarmOf(counts.alarm)},
                    {"items", rows}});
    return counts.waiting == 0 && counts.trouble == 0 && !counts.alarm ? kDone : kIncomplete;
}

} // namespace

void addStatus(CLI::App& app, Command& chosen) {
    auto units = std::make_shared<bool>(false);
    auto* statusCommand =
        app.add_subcommand("status", words::both("Cakupan kegiatan", "Coverage of the drive"));
    statusCommand->add_flag("--units", *units, words::both("Per unit", "By unit"));
    statusCommand->callback(
        [&chosen, units] { chosen = [units](Context& context) { return status(context, *units); }; });

    auto limit = std::make_shared<std::size_t>(20);
    auto* queueCommand = app.add_subcommand(
        "queue", words::both("Antrean: apa yang sudah dan belum diterima pusat",
                             "The queue: what the centre has received and what it has not"));
    queueCommand->add_option("--limit", *limit,
                             words::both("Paling banyak sekian baris", "At most this many lines"));
    queueCommand->callback(
        [&chosen, limit] { chosen = [limit](Context& context) { return queue(context, *limit); }; });
}

} // namespace teken::ctl
