// teken-demo-people: writes the synthetic roster of a regency. Everything in it is invented.
#include "core/base/encoding.h"
#include "core/base/files.h"
#include "packaging/demo/people/bad_rows.h"
#include "packaging/demo/people/csv.h"
#include "packaging/demo/people/people.h"

#include <charconv>
#include <cstdio>
#include <map>

namespace teken::demo {
namespace {

constexpr const char* kUsage = "usage: teken-demo-people --seed NUMBER --units FILE --out FOLDER\n"
                               "writes pegawai.csv, non_asn.csv, baris_bermasalah.csv and edge_rows.tsv";

struct Request {
    std::uint64_t seed = 0;
    std::string units;
    std::string out;
};

Result<Request> readArguments(int count, char** values) {
    std::map<std::string, std::string> given;
    for (int i = 1; i + 1 < count; i += 2)
        given[values[i]] = values[i + 1];
    Request request;
    const std::string& seed = given["--seed"];
    const auto [end, error] = std::from_chars(seed.data(), seed.data() + seed.size(), request.seed);
    request.units = given["--units"];
    request.out = given["--out"];
    const bool seedGood = error == std::errc() && end == seed.data() + seed.size();
    if (!seedGood || request.units.empty() || request.out.empty() || given.size() != 3 || count != 7)
        return fail(ErrorCode::InvalidInput, "demo.usage", kUsage);
    return request;
}

using Names = std::map<std::string, std::string>;

std::vector<std::string> cellsOf(int number, const DemoRow& row, const Names& unitNames) {
    return {std::to_string(number), row.name,   row.number, row.rank, row.post,
            unitNames.at(row.unit), row.status, row.remark};
}

std::string rosterCsv(const std::vector<DemoRow>& rows, const Names& unitNames, const CsvStyle& style) {
    CsvWriter csv(style);
    csv.row(rosterHeadings());
    int number = 0;
    for (const auto& row : rows)
        csv.row(cellsOf(++number, row, unitNames));
    return csv.text();
}

std::string edgeTable(const std::vector<DemoRow>& rows) {
    CsvWriter table({.separator = '\t'});
    table.row({"case", "no", "name", "number", "unit"});
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (!rows[i].edge.empty())
            table.row({rows[i].edge, std::to_string(i + 1), rows[i].name, rows[i].number, rows[i].unit});
    return table.text();
}

Result<> run(const Request& request) {
    PosixFileSystem files;
    TEKEN_TRY(const Bytes table, files.read(request.units, 1 << 20));
    TEKEN_TRY(const auto units, readUnits(textOf(table)));
    Dice dice(request.seed);
    NumberPress press(dice);
    auto roster = makePeople(units, dice, press);
    addEdgeCases(roster, press);
    std::vector<DemoRow> rows;
    Names names;
    for (const auto& unit : roster) {
        names[unit.unit.code] = unit.unit.name;
        rows.insert(rows.end(), unit.rows.begin(), unit.rows.end());
    }
    TEKEN_CHECK(files.createFolders(request.out));
    const FileSystem::Path out = request.out;
    TEKEN_CHECK(files.writeAtomic(out / "pegawai.csv", view(rosterCsv(rows, names, {}))));
    TEKEN_CHECK(files.writeAtomic(out / "edge_rows.tsv", view(edgeTable(rows))));
    const std::string honorary =
        rosterCsv(makeHonoraryWorkers(units, dice), names, {.separator = ';', .byteOrderMark = true});
    TEKEN_CHECK(files.writeAtomic(out / "non_asn.csv", view(honorary)));
    TEKEN_CHECK(files.writeAtomic(out / "baris_bermasalah.csv", view(makeBadRows(press))));
    std::printf("%zu rows of invented people in %zu units: %s\n", rows.size(), units.size(),
                (out / "pegawai.csv").c_str());
    return {};
}

} // namespace
} // namespace teken::demo

int main(int count, char** values) {
    const auto request = teken::demo::readArguments(count, values);
    if (!request) {
        std::fprintf(stderr, "%s\n", request.error().message.c_str());
        return 2;
    }
    if (const auto done = teken::demo::run(*request); !done) {
        std::fprintf(stderr, "teken-demo-people: %s\n", teken::describe(done.error()).c_str());
        return 1;
    }
    return 0;
}
