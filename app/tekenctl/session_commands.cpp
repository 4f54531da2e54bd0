// Sesi: plan, list, and play an officer's session from a script.
#include "app/tekenctl/admin_book.h"
#include "app/tekenctl/commands.h"
#include "app/tekenctl/parsing.h"
#include "app/tekenctl/play.h"
#include "app/words/help/help.h"
#include "app/words/kind_words.h"
#include "core/domain/indonesian.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace teken::ctl {

namespace {

using nlohmann::json;

struct PlanOptions {
    std::string title, place, start, parent;
    std::vector<std::string> units, officers, texts;
};

std::string_view phaseName(ledger::SessionPhase phase) {
    switch (phase) {
    case ledger::SessionPhase::Planned:
        return "planned";
    case ledger::SessionPhase::Open:
        return "open";
    case ledger::SessionPhase::Paused:
        return "paused";
    case ledger::SessionPhase::Closed:
        return "closed";
    case ledger::SessionPhase::MinutesSigned:
        return "minutes-signed";
    }
    return "planned";
}

Result<int> plan(Context& context, const PlanOptions& options) {
    TEKEN_TRY(auto admin, openAdmin(context));
    entry::PlanSession body;
    body.title = options.title;
    body.units = unitsOf(options.units);
    body.place = options.place;
    TEKEN_TRY(body.startMs, timeMs(options.start));
    TEKEN_TRY(body.parent, optionalId<SessionId>(options.parent));
    for (const auto& text : options.texts) {
        TEKEN_TRY(const auto id, BlobId::fromHex(text));
        body.texts.push_back(id);
    }
    for (const auto& officer : options.officers) {
        TEKEN_TRY(const auto id, FeedId::fromHex(officer));
        body.officers.push_back(id);
    }
    TEKEN_TRY(const auto session, admin.desk->planSession(body));
    context.line(context.say("Sesi direncanakan: ", "Session planned: ") + session.hex());
    context.answer({{"ok", true}, {"session", session.hex()}});
    return kDone;
}

Result<int> list(Context& context) {
    TEKEN_TRY(auto open, context.open());
    TEKEN_TRY(const auto drive, driveOf(open));
    TEKEN_TRY(const auto sessions, open.ledger->sessions(drive));
    if (sessions.empty())
        context.line(context.say("Belum ada sesi.", "There is no session yet."));
    json rows = json::array();
    for (const auto& session : sessions) {
        context.line(session.session.hex() + "  " +
                     std::string(words::phaseWord(phaseName(session.phase), context.language())) + "  " +
                     session.title + "  " + session.place + "  " + std::to_string(session.signedCount));
        json desks = json::array();
        for (const auto& desk : session.desks)
            desks.push_back({{"feed", desk.feed.hex()},
                             {"closed", desk.closing.has_value()},
                             {"paused", desk.paused},
                             {"counts_match", desk.countsMatch},
                             {"counts_comparable", desk.comparable},
                             {"signed", desk.recomputed.signedCount}});
        rows.push_back({{"session", session.session.hex()},
                        {"phase", phaseName(session.phase)},
                        {"title", session.title},
                        {"place", session.place},
                        {"units", session.units},
                        {"signed", session.signedCount},
                        {"excused", session.excused},
                        {"absent", session.absent},
                        {"refused", session.refused},
                        {"added", session.added},
                        {"voided", session.voided},
                        {"desks", desks}});
    }
    context.answer({{"ok", true}, {"sessions", rows}});
    return kDone;
}

} // namespace

void addSession(CLI::App& app, Command& chosen) {
    auto* group = app.add_subcommand("session", words::both("Sesi: rencanakan, daftar, mainkan dari naskah",
                                                            "Sessions: plan, list, play from a script"));
    group->require_subcommand(1);
    auto planning = std::make_shared<PlanOptions>();
    auto* planCommand = group->add_subcommand("plan", words::both("Rencanakan sesi", "Plan a session"));
    planCommand->add_option("--title", planning->title, words::both("Judul", "Title"))->required();
    planCommand
        ->add_option("--unit", planning->units, words::both("Unit, boleh berulang", "Unit, may be repeated"))
        ->required();
    planCommand->add_option("--place", planning->place, words::both("Tempat", "Place"))->required();
    planCommand
        ->add_option("--start", planning->start,
                     words::both("Mulai, YYYY-MM-DD HH:MM (UTC)", "Start, YYYY-MM-DD HH:MM (UTC)"))
        ->required();
    planCommand->add_option("--officer", planning->officers,
                            words::both("Id rangkaian petugas", "Id of the officer's feed"));
    planCommand->add_option(
        "--text", planning->texts,
        words::both("Naskah; kosong: semua yang terkunci", "Text; empty: all that are locked"));
    planCommand->add_option("--parent", planning->parent,
                            words::both("Sesi susulan dari", "Follow-up of this session"));
    planCommand->callback(
        [&chosen, planning] { chosen = [planning](Context& context) { return plan(context, *planning); }; });
    group->add_subcommand("list", words::both("Daftar sesi", "List the sessions"))->callback([&chosen] {
        chosen = list;
    });

    auto playing = std::make_shared<PlayOptions>();
    auto* playCommand = group->add_subcommand(
        "play", words::both("Jalankan sesi petugas dari naskah JSON, dengan goresan buatan",
                            "Play an officer's session from a JSON script, with made-up ink"));
    playCommand->add_option("script", playing->script, words::both("Berkas naskah", "The script file"))
        ->required();
    playCommand->add_option("--session", playing->session,
                            words::both("Ikut sesi ini (meja kedua)", "Join this session (second table)"));
    playCommand->add_flag("--resume", playing->resume,
                          words::both("Lanjutkan sesi yang terputus", "Resume a session that was cut off"));
    playCommand->add_flag("--each", playing->each,
                          words::both("Sebut setiap catatan segera sesudah tersimpan",
                                      "Name each record as soon as it is stored"));
    playCommand->callback(
        [&chosen, playing] { chosen = [playing](Context& context) { return play(context, *playing); }; });
}

} // namespace teken::ctl
