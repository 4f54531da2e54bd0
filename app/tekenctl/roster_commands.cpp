// Daftar pegawai: read, look, accept; show; compare.
#include "app/tekenctl/admin_book.h"
#include "app/tekenctl/commands.h"
#include "app/tekenctl/parsing.h"
#include "app/tekenctl/roster_report.h"
#include "app/words/help/help.h"
#include "core/desk/people_board.h"
#include "core/domain/indonesian.h"

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>

namespace teken::ctl {

namespace {

using nlohmann::json;

struct ImportOptions {
    std::filesystem::path file, units;
    std::string date, place, unit, kind;
    std::vector<std::string> unitNames; ///< "written=CODE"
    std::vector<std::string> same;      ///< "line=person": the admin says who this row is
    std::optional<std::uint64_t> left;  ///< so many may leave the roster
    std::size_t changes = 20;           ///< so many of each change are named
    bool dryRun = false;
};

struct ChangeOptions {
    std::string person, change, effective;
};

Result<domain::ImportOptions> domainOptions(const Context& context, const ImportOptions& options) {
    domain::ImportOptions made;
    made.today = domain::dateIn(domain::Zone::Wib, context.clock.now());
    made.date = made.today;
    if (!options.date.empty()) {
        TEKEN_TRY(made.date, domain::parseIsoDate(options.date));
    }
    made.placeName = options.place;
    if (!options.unit.empty())
        made.defaultUnit = options.unit;
    if (!options.kind.empty()) {
        TEKEN_TRY(made.defaultKind, domain::signerKindFromSlug(options.kind));
    }
    for (const auto& pair : options.unitNames) {
        const auto at = pair.rfind('=');
        if (at == std::string::npos)
            return fail(ErrorCode::InvalidInput, "ctl.unit-name", "expected WRITTEN=CODE");
        made.unitNames[pair.substr(0, at)] = pair.substr(at + 1);
    }
    for (const auto& pair : options.same) {
        const auto at = pair.find('=');
        std::uint64_t line = 0;
        const auto [end, error] = std::from_chars(pair.data(), pair.data() + std::min(at, pair.size()), line);
        if (at == std::string::npos || error != std::errc() || end != pair.data() + at)
            return fail(ErrorCode::InvalidInput, "ctl.same", "expected LINE=PERSON");
        TEKEN_TRY(const auto person, PersonId::fromHex(pair.substr(at + 1)));
        made.acceptedIdentities.emplace_back(line, person);
    }
    return made;
}

// An agreement that names nothing would be passed over without a word, and the rows with it.
Result<> checkAgreedUnits(const domain::ImportOptions& options, const domain::UnitList& units) {
    const auto known = [&](const std::string& code) -> Result<> {
        if (units.find(code) != nullptr)
            return {};
        return fail(ErrorCode::InvalidInput, "ctl.unit-name",
                    "expected a code of the list of units, found another", code);
    };
    if (options.defaultUnit)
        TEKEN_CHECK(known(*options.defaultUnit));
    for (const auto& [written, code] : options.unitNames)
        TEKEN_CHECK(known(code));
    return {};
}

Result<> checkAgreedPeople(const domain::ImportOptions& options, const domain::RosterSnapshot& snapshot) {
    for (const auto& [line, person] : options.acceptedIdentities)
        if (std::none_of(snapshot.people.begin(), snapshot.people.end(),
                         [&, id = person](const domain::Person& one) { return one.id == id; }))
            return fail(ErrorCode::InvalidInput, "ctl.same",
                        "expected a line that went in and a person of the present roster, found another",
                        "line " + std::to_string(line));
    return {};
}

Result<int> import(Context& context, const ImportOptions& options) {
    TEKEN_TRY(auto admin, openAdmin(context));
    TEKEN_TRY(const auto unitsFile, context.readFile(options.units, domain::kMaxTableBytes));
    TEKEN_TRY(const auto units, domain::UnitList::readTsv(textOf(unitsFile)));
    TEKEN_TRY(const auto csv, context.readFile(options.file, domain::kMaxTableBytes));
    desk::RosterImportRequest request;
    TEKEN_TRY(request.options, domainOptions(context, options));
    TEKEN_CHECK(checkAgreedUnits(request.options, units));
    request.units = &units;
    TEKEN_TRY(const auto proposal, admin.desk->readRoster(csv, request));
    TEKEN_CHECK(checkAgreedPeople(request.options, proposal.snapshot));
    printRosterReading(context, proposal, options.changes);
    auto answer = rosterReading(proposal);
    if (!options.dryRun) {
        TEKEN_CHECK(checkLeft(proposal, options.left));
        TEKEN_TRY(const auto imported, admin.desk->acceptRoster(proposal));
        context.line(context.say("Daftar disimpan: ", "Roster stored: ") +
                     numberIn(context, static_cast<std::uint64_t>(imported.body.persons)) +
                     context.say(" orang", " people"));
        answer["entry"] = imported.entry.hex();
        answer["manifest"] = imported.manifest.hex();
        answer["persons"] = imported.body.persons;
    }
    context.answer(answer);
    return kDone;
}

Result<int> show(Context& context, const std::string& query, std::size_t limit) {
    TEKEN_TRY(auto open, context.open());
    TEKEN_TRY(const auto drive, driveOf(open));
    desk::PeopleBoard people(context.seams(open));
    TEKEN_CHECK(people.load(drive, {"*"}));
    json rows = json::array();
    for (const auto& card : people.search(query, {"*"}, std::nullopt, limit)) {
        context.line(card.person.hex() + "  " + card.name + "  " + card.number + "  " + card.unit);
        rows.push_back({{"person", card.person.hex()},
                        {"name", card.name},
                        {"number", card.number},
                        {"unit", card.unit},
                        {"post", card.post},
                        {"added", card.addedAtTable},
                        {"signed", card.state.status == ledger::PersonStatus::Signed}});
    }
    context.answer({{"ok", true}, {"people", rows}, {"size", people.roster().snapshot().people.size()}});
    return kDone;
}

// What a newer file would change, without writing anything.
Result<int> diff(Context& context, const ImportOptions& options) {
    auto looking = options;
    looking.dryRun = true;
    return import(context, looking);
}

Result<int> change(Context& context, const ChangeOptions& options) {
    TEKEN_TRY(auto admin, openAdmin(context));
    TEKEN_TRY(const auto person, PersonId::fromHex(options.person));
    TEKEN_TRY(const auto kind, word<entry::RosterChangeKind>(options.change));
    TEKEN_TRY([[maybe_unused]] const auto day, timeMs(options.effective));
    TEKEN_TRY(const auto id, admin.desk->changeRoster(person, kind, options.effective));
    context.line(context.say("Perubahan daftar dicatat.", "Roster change recorded."));
    context.answer({{"ok", true}, {"entry", id.hex()}});
    return kDone;
}

void importOptions(CLI::App& command, ImportOptions& options) {
    command.add_option("file", options.file, words::both("Berkas CSV", "CSV file"))->required();
    command.add_option("--units", options.units, words::both("Daftar unit, TSV", "List of units, TSV"))
        ->required();
    command.add_option("--date", options.date,
                       words::both("Tanggal daftar, YYYY-MM-DD", "Date of the roster, YYYY-MM-DD"));
    command.add_option("--place", options.place,
                       words::both("Nama daerah yang boleh mengikuti nama unit",
                                   "Name of the area that may follow the name of a unit"));
    command.add_option("--unit", options.unit,
                       words::both("Semua baris dari unit ini", "All rows are of this unit"));
    command.add_option("--kind", options.kind,
                       words::both("Jenis bila tidak tertulis", "The kind where none is written"));
    command.add_option(
        "--unit-name", options.unitNames,
        words::both("Nama tertulis=KODE, boleh berulang", "Name as written=CODE, may be repeated"));
    command.add_option("--changes", options.changes,
                       words::both("Sebut paling banyak sekian orang tiap perubahan",
                                   "Name at most this many people for each change"));
    command.add_option("--same", options.same,
                       words::both("Baris=ID orang dari daftar lama, boleh berulang",
                                   "Line=ID of a person on the old roster, may be repeated"));
}

} // namespace

void addRoster(CLI::App& app, Command& chosen) {
    auto* group = app.add_subcommand("roster", words::both("Daftar pegawai: impor, lihat, bandingkan, ubah",
                                                           "The roster: import, show, compare, change"));
    group->require_subcommand(1);
    auto importing = std::make_shared<ImportOptions>();
    auto* importCommand =
        group->add_subcommand("import", words::both("Impor daftar pegawai", "Import a roster"));
    importOptions(*importCommand, *importing);
    importCommand->add_option(
        "--left", importing->left,
        words::both("Angka keluar yang disetujui, bila lebih dari sepersepuluh daftar keluar",
                    "The agreed number of leavers, if more than a tenth of the roster leaves"));
    importCommand->add_flag("--dry-run", importing->dryRun,
                            words::both("Hanya lihat, tidak menyimpan", "Only look, store nothing"));
    importCommand->callback([&chosen, importing] {
        chosen = [importing](Context& context) { return import(context, *importing); };
    });

    auto comparing = std::make_shared<ImportOptions>();
    auto* diffCommand = group->add_subcommand("diff", words::both("Bandingkan berkas dengan daftar sekarang",
                                                                  "Compare a file with the present roster"));
    importOptions(*diffCommand, *comparing);
    diffCommand->callback([&chosen, comparing] {
        chosen = [comparing](Context& context) { return diff(context, *comparing); };
    });

    auto query = std::make_shared<std::string>();
    auto limit = std::make_shared<std::size_t>(20);
    auto* showCommand = group->add_subcommand("show", words::both("Cari dalam daftar", "Search the roster"));
    showCommand->add_option("query", *query,
                            words::both("Nama, angka NIP, atau unit", "Name, digits of the NIP, or unit"));
    showCommand->add_option("--limit", *limit,
                            words::both("Paling banyak sekian baris", "At most this many lines"));
    showCommand->callback([&chosen, query, limit] {
        chosen = [query, limit](Context& context) { return show(context, *query, *limit); };
    });

    auto changing = std::make_shared<ChangeOptions>();
    auto* changeCommand =
        group->add_subcommand("change", words::both("Catat pensiun, mutasi, meninggal, dan lainnya",
                                                    "Note a retirement, transfer, death, and the like"));
    changeCommand
        ->add_option("person", changing->person,
                     words::both("Id orang, 32 digit hex", "Id of the person, 32 hex digits"))
        ->required();
    changeCommand
        ->add_option("change", changing->change,
                     words::both("Perubahan: retired, transferred, deceased, resigned, wrong-data, restored",
                                 "Change: retired, transferred, deceased, resigned, wrong-data, restored"))
        ->required();
    changeCommand
        ->add_option("--effective", changing->effective,
                     words::both("Berlaku sejak, YYYY-MM-DD", "Effective from, YYYY-MM-DD"))
        ->required();
    changeCommand->callback([&chosen, changing] {
        chosen = [changing](Context& context) { return change(context, *changing); };
    });
}

} // namespace teken::ctl
