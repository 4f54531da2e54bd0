#include "app/auditing/sample_pages.h"

#include "core/domain/nip.h"
#include "core/domain/roster.h"
#include "core/store/blobs.h"
#include "core/store/entries.h"

#include <map>
#include <set>

namespace teken::auditing {

namespace {

using words::Language;

struct Listed {
    std::string name, number, unit;
};

/// Names of the drawn persons from every roster that a signature names; a blob that is not here names nobody.
Result<> readRoster(store::Book& book, const EntryId& snapshot, const std::set<PersonId>& wanted,
                    std::map<PersonId, Listed>& found) {
    const auto stored = book.entries().get(snapshot);
    const auto* whole = stored ? std::get_if<entry::Entry>(&stored->record) : nullptr;
    const auto payload =
        whole != nullptr ? entry::decodePayload(whole->payload)
                         : Result<entry::Payload>(fail(ErrorCode::NotFound, "roster.absent", "no roster"));
    const auto* roster = payload ? std::get_if<entry::RosterSnapshot>(&payload->body) : nullptr;
    if (roster == nullptr)
        return {};
    const auto bytes = book.blobs().get(roster->manifest);
    if (!bytes)
        return {};
    const auto manifest = domain::decodeRosterManifest(*bytes);
    if (!manifest)
        return {};
    for (const auto& unit : manifest->units) {
        const auto list = book.blobs().get(unit.people);
        if (!list)
            continue;
        const auto people = domain::decodeUnitPeople(*list, unit);
        if (!people)
            continue;
        for (const auto& person : *people)
            if (wanted.contains(person.id))
                found.emplace(
                    person.id,
                    Listed{person.name,
                           person.numbers.empty() ? "" : domain::maskedNumber(person.numbers.front()),
                           unit.unit.name});
    }
    return {};
}

} // namespace

Result<std::vector<SampledPerson>> lookUp(store::Book& book, const ledger::Ledger& ledger,
                                          const EntryId& drive, const audit::Sample& sample) {
    std::map<SessionId, std::string> titles;
    TEKEN_TRY(const auto sessions, ledger.sessions(drive));
    for (const auto& session : sessions)
        titles.emplace(session.session, session.title);
    std::vector<SampledPerson> people;
    std::set<PersonId> wanted;
    std::set<EntryId> rosters;
    for (const auto& drawn : sample.drawn) {
        auto& one = people.emplace_back();
        one.drawn = drawn;
        TEKEN_TRY(const auto stored, book.entries().get(drawn.entry));
        const auto* whole = std::get_if<entry::Entry>(&stored.record);
        if (whole == nullptr)
            continue;
        TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
        one.wallMs = payload.header.wallMs;
        if (const auto ink = domain::decodeInk(whole->ink))
            one.ink = *ink;
        if (const auto* sign = std::get_if<entry::Sign>(&payload.body)) {
            one.session = titles[sign->session];
            one.unit = sign->unit;
            wanted.insert(drawn.person);
            wanted.insert(sign->person);
            if (sign->roster)
                rosters.insert(*sign->roster);
        }
    }
    std::map<PersonId, Listed> listed;
    for (const auto& roster : rosters)
        TEKEN_CHECK(readRoster(book, roster, wanted, listed));
    for (auto& one : people)
        if (const auto known = listed.find(one.drawn.person); known != listed.end()) {
            one.name = known->second.name;
            one.number = known->second.number;
            one.unit = known->second.unit;
        }
    return people;
}

reports::ReportPages samplePages(const audit::Sample& sample, const std::vector<SampledPerson>& people,
                                 const std::string& driveTitle, Language language) {
    const auto say = [&](const char* indonesian, const char* english) {
        return std::string(language == Language::Indonesian ? indonesian : english);
    };
    reports::ReportPages pages;
    pages.title = say("Daftar periksa: panggilan balik", "Checklist: call-backs");
    pages.subtitle = driveTitle;
    pages.sentence = std::to_string(people.size()) +
                     say(" tanda tangan dipilih acak dari ", " signatures drawn at random from ") +
                     std::to_string(sample.population) + ".";
    pages.facts = {
        {say("Titik periksa", "Checkpoint"),
         sample.checkpoint.origin + say(", nomor ", ", size ") + std::to_string(sample.checkpoint.size.value),
         false},
        {say("Akar", "Root"), sample.checkpoint.root.hex(), true},
        {say("Benih", "Seed"), sample.seed.hex(), true}};
    reports::Section how;
    how.title = say("Cara memakai", "How to use this");
    how.paragraphs = {
        say("Hubungi setiap orang lewat jalur yang tidak melalui petugas sesi. Tanyakan: apakah Anda "
            "menandatangani "
            "pada sesi ini? Perlihatkan goresannya. Centang bila ya; bila tidak atau ragu, tulis di "
            "sampingnya.",
            "Reach every person by a way that does not lead through the officers of the session. Ask: did "
            "you sign in "
            "this session? Show the ink. Tick for yes; write beside it if not, or in doubt."),
        say("Siapa pun dapat mengulang pilihan ini dari titik periksa di atas (core/audit/SAMPLE.md).",
            "Anybody can repeat this choice from the checkpoint above (core/audit/SAMPLE.md).")};
    pages.summary = {how};
    reports::Section list;
    list.title = say("Yang dihubungi", "To be called");
    std::size_t number = 0;
    for (const auto& one : people) {
        reports::Drawing drawing;
        drawing.ink = one.ink;
        drawing.tickBox = true;
        drawing.facts = {{std::to_string(++number) + ".",
                          one.name.empty() ? say("(nama tidak ada di sini)", "(name not here)") : one.name,
                          false},
                         {say("Nomor", "Number"), one.number, false},
                         {say("Unit", "Unit"), one.unit, false},
                         {say("Sesi", "Session"), one.session, false},
                         {say("Entri", "Entry"), one.drawn.entry.hex().substr(0, 16), true}};
        std::erase_if(drawing.facts, [](const reports::Fact& fact) { return fact.value.empty(); });
        list.drawings.push_back(std::move(drawing));
    }
    pages.sections = {list};
    pages.footer = say("Memuat data pribadi: simpan dan musnahkan sesuai aturan.",
                       "Holds personal data: keep and destroy it under the rules.") +
                   reports::madeWith(language);
    return pages;
}

} // namespace teken::auditing
