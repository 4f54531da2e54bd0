// Daftar pegawai: read, look, accept; show; compare.
#include "app/tekenctl/admin_book.h"
#include "app/tekenctl/commands.h"
#include "app/tekenctl/parsing.h"
#include "app/tekenctl/roster_report.h"
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
                     domain::formatNumber(imported.body.persons) + context.say(" orang", " people"));
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
    TEKEN_TRY(const auto id, admin.desk->changeRoster(person, kind, options.effective));
    context.line(context.say("Perubahan daftar dicatat.", "Roster change recorded."));
    context.answer({{"ok", true}, {"entry", id.hex()}});
    return kDone;
}

void importOptions(CLI::App& command, ImportOptions& options) {
    command.add_option("file", options.file, "Berkas CSV")->required();
    command.add_option("--units", options.units, "Daftar unit, TSV")->required();
    command.add_option("--date", options.date, "Tanggal daftar, YYYY-MM-DD");
    command.add_option("--place", options.place, "Nama daerah yang boleh mengikuti nama unit");
    command.add_option("--unit", options.unit, "Semua baris dari unit ini");
    command.add_option("--kind", options.kind, "Jenis bila tidak tertulis");
    command.add_option("--unit-name", options.unitNames, "Nama tertulis=KODE, boleh berulang");
    command.add_option("--changes", options.changes, "Sebut paling banyak sekian orang tiap perubahan");
    command.add_option("--same", options.same, "Baris=ID orang dari daftar lama, boleh berulang");
}

} // namespace

void addRoster(CLI::App& app, Command& chosen) {
    auto* group = app.add_subcommand("roster", "Daftar pegawai: impor, lihat, bandingkan, ubah");
    group->require_subcommand(1);
    auto importing = std::make_shared<ImportOptions>();
    auto* importCommand = group->add_subcommand("import", "Impor daftar pegawai");
    importOptions(*importCommand, *importing);
    importCommand->add_option("--left", importing->left,
                              "Angka keluar yang disetujui, bila lebih dari sepersepuluh daftar keluar");
    importCommand->add_flag("--dry-run", importing->dryRun, "Hanya lihat, tidak menyimpan");
    importCommand->callback([&chosen, importing] {
        chosen = [importing](Context& context) { return import(context, *importing); };
    });

    auto comparing = std::make_shared<ImportOptions>();
    auto* diffCommand = group->add_subcommand("diff", "Bandingkan berkas dengan daftar sekarang");
    importOptions(*diffCommand, *comparing);
    diffCommand->callback([&chosen, comparing] {
        chosen = [comparing](Context& context) { return diff(context, *comparing); };
    });

    auto query = std::make_shared<std::string>();
    auto limit = std::make_shared<std::size_t>(20);
    auto* showCommand = group->add_subcommand("show", "Cari dalam daftar");
    showCommand->add_option("query", *query, "Nama, angka NIP, atau unit");
    showCommand->add_option("--limit", *limit, "Paling banyak sekian baris");
    showCommand->callback([&chosen, query, limit] {
        chosen = [query, limit](Context& context) { return show(context, *query, *limit); };
    });

    auto changing = std::make_shared<ChangeOptions>();
    auto* changeCommand = group->add_subcommand("change", "Catat pensiun, mutasi, meninggal, dan lainnya");
    changeCommand->add_option("person", changing->person, "Id orang, 32 digit hex")->required();
    changeCommand
        ->add_option("change", changing->change,
                     "retired, transferred, deceased, resigned, wrong-data, restored")
        ->required();
    changeCommand->add_option("--effective", changing->effective, "Berlaku sejak, YYYY-MM-DD")->required();
    changeCommand->callback([&chosen, changing] {
        chosen = [changing](Context& context) { return change(context, *changing); };
    });
}

} // namespace teken::ctl
