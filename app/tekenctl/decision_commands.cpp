// Penggabungan: what an admin decides on what came in.
#include "app/tekenctl/admin_book.h"
#include "app/tekenctl/commands.h"
#include "app/tekenctl/parsing.h"
#include "app/words/help/help.h"
#include "app/words/kind_words.h"
#include "core/desk/people_board.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace teken::ctl {

namespace {

using nlohmann::json;

struct DecisionOptions {
    std::string first, second, reason, name;
    std::vector<std::string> entries;
    bool itself = false;
};

std::string_view kindOf(ledger::ConflictKind kind) {
    switch (kind) {
    case ledger::ConflictKind::Duplicate:
        return "duplicate";
    case ledger::ConflictKind::ConcurrentDecisions:
        return "concurrent-decisions";
    case ledger::ConflictKind::Fork:
        return "fork";
    case ledger::ConflictKind::ConcurrentRosters:
        return "concurrent-rosters";
    case ledger::ConflictKind::ConcurrentMatches:
        return "concurrent-matches";
    case ledger::ConflictKind::ConcurrentRosterChanges:
        return "concurrent-roster-changes";
    }
    return "conflict";
}

Result<int> list(Context& context) {
    TEKEN_TRY(auto open, context.open());
    TEKEN_TRY(const auto drive, driveOf(open));
    TEKEN_TRY(const auto conflicts, open.ledger->conflicts(drive));
    desk::PeopleBoard people(context.seams(open));
    TEKEN_CHECK(people.load(drive, {"*"}));
    json rows = json::array();
    for (const auto& conflict : conflicts) {
        json row{{"kind", kindOf(conflict.kind)}, {"seq", conflict.seq}, {"entries", json::array()}};
        std::string who;
        if (conflict.person) {
            row["person"] = conflict.person->hex();
            const auto card = people.card(*conflict.person, std::nullopt);
            who = card ? card->name : conflict.person->hex();
            row["name"] = who;
        }
        if (conflict.feed) {
            row["feed"] = conflict.feed->hex();
            who = conflict.feed->hex().substr(0, 16) + " #" + std::to_string(conflict.seq);
        }
        context.line(std::string(words::conflictWord(kindOf(conflict.kind), context.language())) + "  " +
                     who);
        for (const auto& entry : conflict.entries) {
            row["entries"].push_back(entry.hex());
            context.line("    " + entry.hex());
        }
        rows.push_back(std::move(row));
    }
    if (conflicts.empty() && people.addedPeople().empty())
        context.line(context.say("Tidak ada yang menunggu keputusan.", "Nothing waits for a decision."));
    json added = json::array();
    for (const auto& card : people.addedPeople()) {
        context.line(std::string(words::conflictWord("added", context.language())) + "  " +
                     card.person.hex() + "  " + card.name + "  " + card.number + "  " + card.unit);
        added.push_back({{"person", card.person.hex()},
                         {"name", card.name},
                         {"number", card.number},
                         {"unit", card.unit}});
    }
    context.answer({{"ok", true}, {"conflicts", rows}, {"added", added}});
    return kDone;
}

Result<int> match(Context& context, const DecisionOptions& options) {
    TEKEN_TRY(auto admin, openAdmin(context));
    TEKEN_TRY(const auto added, PersonId::fromHex(options.first));
    if (options.itself == !options.second.empty())
        return fail(ErrorCode::InvalidInput, "ctl.match", "expected a person or --itself, and not both");
    TEKEN_TRY(const auto person, optionalId<PersonId>(options.second));
    TEKEN_TRY(const auto id, admin.desk->match(added, person));
    context.line(context.say("Pencocokan dicatat.", "Match recorded."));
    context.answer({{"ok", true}, {"entry", id.hex()}});
    return kDone;
}

Result<int> decide(Context& context, const DecisionOptions& options) {
    TEKEN_TRY(auto admin, openAdmin(context));
    TEKEN_TRY(const auto chosen, EntryId::fromHex(options.first));
    TEKEN_TRY(const auto conflicts, admin.open.ledger->conflicts(*admin.desk->drive()));
    for (const auto& conflict : conflicts) {
        const auto& entries = conflict.entries;
        if (std::find(entries.begin(), entries.end(), chosen) == entries.end())
            continue;
        TEKEN_TRY(const auto id, admin.desk->decide(conflict, chosen, options.reason));
        context.line(context.say("Keputusan dicatat.", "Decision recorded."));
        context.answer({{"ok", true}, {"entry", id.hex()}});
        return kDone;
    }
    return fail(ErrorCode::NotFound, "desk.no-conflict", "expected an entry of an open conflict, found none");
}

Result<int> admit(Context& context, const DecisionOptions& options) {
    TEKEN_TRY(auto admin, openAdmin(context));
    TEKEN_TRY(const auto feed, FeedId::fromHex(options.first));
    std::vector<EntryId> entries;
    for (const auto& text : options.entries) {
        TEKEN_TRY(const auto id, EntryId::fromHex(text));
        entries.push_back(id);
    }
    TEKEN_TRY(const auto id, admin.desk->admit(feed, entries, options.reason));
    context.line(context.say("Penerimaan dicatat.", "Admission recorded."));
    context.answer({{"ok", true}, {"entry", id.hex()}});
    return kDone;
}

Result<int> voidOne(Context& context, const DecisionOptions& options) {
    TEKEN_TRY(auto admin, openAdmin(context));
    TEKEN_TRY(const auto target, EntryId::fromHex(options.first));
    TEKEN_TRY(const auto reason, word<entry::VoidReason>(options.reason));
    TEKEN_TRY(const auto id, admin.desk->voidEntry(target, reason, entry::Party{options.name, "", ""}));
    context.line(context.say("Pembatalan dicatat.", "Void recorded."));
    context.answer({{"ok", true}, {"entry", id.hex()}});
    return kDone;
}

using Action = Result<int> (*)(Context&, const DecisionOptions&);

CLI::App* add(CLI::App& app, Command& chosen, const char* name, const std::string& help,
              const std::shared_ptr<DecisionOptions>& options, Action action) {
    auto* command = app.add_subcommand(name, help);
    command->callback([&chosen, options, action] {
        chosen = [options, action](Context& context) { return action(context, *options); };
    });
    return command;
}

} // namespace

void addDecisions(CLI::App& app, Command& chosen) {
    app.add_subcommand("conflicts", words::both("Yang menunggu keputusan: ganda, cabang, tambahan",
                                                "What waits for a decision: doubles, forks, added people"))
        ->callback([&chosen] { chosen = list; });
    auto matching = std::make_shared<DecisionOptions>();
    auto* matchCommand =
        add(app, chosen, "match", words::both("Cocokkan orang tambahan", "Match an added person"), matching,
            match);
    matchCommand
        ->add_option("added", matching->first, words::both("Id orang tambahan", "Id of the added person"))
        ->required();
    matchCommand->add_option("person", matching->second,
                             words::both("Id orang dalam daftar", "Id of the person on the roster"));
    matchCommand->add_flag("--itself", matching->itself,
                           words::both("Orang ini berdiri sendiri", "This person stands alone"));

    auto deciding = std::make_shared<DecisionOptions>();
    auto* decideCommand =
        add(app, chosen, "decide", words::both("Putuskan ganda atau cabang", "Decide a double or a fork"),
            deciding, decide);
    decideCommand
        ->add_option("chosen", deciding->first,
                     words::both("Id catatan yang berlaku", "Id of the record that counts"))
        ->required();
    decideCommand->add_option("--reason", deciding->reason, words::both("Alasan", "Reason"))->required();

    auto admitting = std::make_shared<DecisionOptions>();
    auto* admitCommand =
        add(app, chosen, "admit",
            words::both("Terima catatan sesudah pencabutan", "Admit records made after a revocation"),
            admitting, admit);
    admitCommand->add_option("feed", admitting->first, words::both("Id rangkaian", "Id of the feed"))
        ->required();
    admitCommand->add_option("entries", admitting->entries, words::both("Id catatan", "Id of the record"))
        ->required();
    admitCommand->add_option("--reason", admitting->reason, words::both("Alasan", "Reason"))->required();

    auto voiding = std::make_shared<DecisionOptions>();
    voiding->reason = "other";
    auto* voidCommand =
        add(app, chosen, "void", words::both("Batalkan sebuah catatan", "Void a record"), voiding, voidOne);
    voidCommand->add_option("entry", voiding->first, words::both("Id catatan", "Id of the record"))
        ->required();
    voidCommand->add_option("--reason", voiding->reason,
                            words::both("Alasan: wrong-person, trial, illegible, double, other",
                                        "Reason: wrong-person, trial, illegible, double, other"));
    voidCommand
        ->add_option("--second", voiding->name,
                     words::both("Orang kedua yang mengetahui", "The second person who knows of it"))
        ->required();
}

} // namespace teken::ctl
