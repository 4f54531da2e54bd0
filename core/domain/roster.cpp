#include "core/domain/roster.h"

#include "core/crypto/hash.h"
#include "core/domain/canonical_json.h"

#include <algorithm>
#include <map>
#include <unordered_set>

namespace teken::domain {
namespace {

constexpr std::string_view kManifestFormat = "teken/roster/v1";
constexpr std::string_view kUnitFormat = "teken/roster-unit/v1";

tl::unexpected<Error> wrong(std::string_view reason, std::string expected, std::string place = {}) {
    return fail(ErrorCode::InvalidInput, std::string(reason), "expected " + std::move(expected),
                std::move(place));
}

// ---- one post, one person. Members at their default are left out: one spelling for each value.

void addPost(JsonObject& members, const Post& post) {
    if (!post.title.empty())
        members.emplace("title", post.title);
    if (post.acting != Acting::None)
        members.emplace("acting", slug(post.acting));
}

Result<> takePost(JsonReader& reader, Post& post) {
    TEKEN_TRY(post.title, reader.textOr("title", ""));
    if (reader.has("acting")) {
        TEKEN_TRY(const std::string acting, reader.text("acting"));
        TEKEN_TRY(post.acting, actingFromSlug(acting));
    }
    return {};
}

JsonObject encoded(const Person& person) {
    JsonObject members{{"id", person.id.hex()}, {"kind", slug(person.kind)}, {"name", person.name}};
    if (!person.numbers.empty())
        members.emplace("numbers", JsonArray(person.numbers.begin(), person.numbers.end()));
    if (!person.rank.empty())
        members.emplace("rank", person.rank);
    if (person.note != RosterNote::None)
        members.emplace("note", slug(person.note));
    addPost(members, person.post);
    if (!person.extraPosts.empty()) {
        JsonArray posts;
        for (const Post& post : person.extraPosts) {
            JsonObject extra{{"unit", post.unit}};
            addPost(extra, post);
            posts.emplace_back(std::move(extra));
        }
        members.emplace("extra", std::move(posts));
    }
    return members;
}

Result<Person> decodePerson(const Json& value, const std::string& unit, const std::string& path) {
    TEKEN_TRY(auto reader, JsonReader::open(value, path));
    Person person;
    TEKEN_TRY(const std::string id, reader.text("id"));
    TEKEN_TRY(person.id, PersonId::fromHex(id));
    TEKEN_TRY(const std::string kind, reader.text("kind"));
    TEKEN_TRY(person.kind, signerKindFromSlug(kind));
    TEKEN_TRY(person.name, reader.text("name"));
    if (reader.has("numbers")) {
        TEKEN_TRY(person.numbers, reader.texts("numbers", kMaxNumbers));
    }
    TEKEN_TRY(person.rank, reader.textOr("rank", ""));
    if (reader.has("note")) {
        TEKEN_TRY(const std::string note, reader.text("note"));
        TEKEN_TRY(person.note, rosterNoteFromSlug(note));
    }
    person.post.unit = unit;
    TEKEN_CHECK(takePost(reader, person.post));
    if (reader.has("extra")) {
        TEKEN_TRY(const JsonArray* posts, reader.array("extra", kMaxExtraPosts));
        for (const Json& post : *posts) {
            TEKEN_TRY(auto extra, JsonReader::open(post, path + ".extra"));
            Post& added = person.extraPosts.emplace_back();
            TEKEN_TRY(added.unit, extra.text("unit"));
            TEKEN_CHECK(takePost(extra, added));
            TEKEN_CHECK(extra.finish());
        }
    }
    TEKEN_CHECK(reader.finish());
    TEKEN_CHECK(checkPerson(person));
    return person;
}

// ---- a unit's blob

Result<Bytes> encodeUnit(const std::string& unitCode, const std::vector<const Person*>& people) {
    if (people.size() > kMaxUnitPeople)
        return wrong("roster.too-large", "at most 100000 people in a unit", unitCode);
    JsonArray list;
    list.reserve(people.size());
    for (const Person* person : people)
        list.emplace_back(encoded(*person));
    const std::string written =
        writeCanonical(JsonObject{{"format", kUnitFormat}, {"people", std::move(list)}, {"unit", unitCode}});
    if (written.size() > kMaxUnitBlobBytes)
        return wrong("roster.too-large", "at most 64 MiB for a unit", unitCode);
    return toBytes(written);
}

// ---- the manifest

Json encoded(const RosterUnit& row) {
    return JsonObject{
        {"area", row.unit.areaCode},   {"code", row.unit.code}, {"count", std::int64_t{row.count}},
        {"kind", slug(row.unit.kind)}, {"name", row.unit.name}, {"parent", row.unit.parent},
        {"people", row.people.hex()}};
}

Result<RosterUnit> decodeRosterUnit(const Json& value) {
    TEKEN_TRY(auto reader, JsonReader::open(value, "units"));
    RosterUnit row;
    TEKEN_TRY(row.unit.areaCode, reader.text("area"));
    TEKEN_TRY(row.unit.code, reader.text("code"));
    TEKEN_TRY(const std::int64_t count, reader.number("count", 0, kMaxUnitPeople));
    row.count = static_cast<std::uint32_t>(count);
    TEKEN_TRY(const std::string kind, reader.text("kind"));
    TEKEN_TRY(row.unit.kind, unitKindFromSlug(kind));
    TEKEN_TRY(row.unit.name, reader.text("name"));
    TEKEN_TRY(row.unit.parent, reader.text("parent"));
    TEKEN_TRY(const std::string people, reader.text("people"));
    TEKEN_TRY(row.people, BlobId::fromHex(people));
    TEKEN_CHECK(reader.finish());
    return row;
}

/// The units of a manifest make a sound list in the order of their codes.
Result<> checkUnits(const std::vector<RosterUnit>& rows) {
    std::vector<Unit> units;
    for (const RosterUnit& row : rows) {
        if (!units.empty() && !(units.back().code < row.unit.code))
            return wrong("roster.order", "units sorted by code, each once");
        units.push_back(row.unit);
    }
    TEKEN_TRY(const auto list, UnitList::create(std::move(units)));
    static_cast<void>(list);
    return {};
}

/// Ids and current numbers once each, over people of any number of units.
class Doubles {
public:
    Result<> add(const Person& person) {
        if (!m_ids.insert(person.id).second)
            return wrong("roster.duplicate-person", "each person id once", person.post.unit);
        if (!person.numbers.empty() && !m_numbers.insert(person.numbers.front()).second)
            return wrong("roster.duplicate-number", "each current number once", person.post.unit);
        return {};
    }

private:
    std::unordered_set<PersonId> m_ids;
    std::unordered_set<std::string> m_numbers;
};

Result<> checkPeople(const RosterSnapshot& snapshot, const UnitList& units) {
    Doubles doubles;
    for (const Person& person : snapshot.people) {
        TEKEN_CHECK(checkPerson(person));
        TEKEN_CHECK(doubles.add(person));
        bool known = units.find(person.post.unit) != nullptr;
        for (const Post& post : person.extraPosts)
            known = known && units.find(post.unit) != nullptr;
        if (!known)
            return wrong("roster.unknown-unit", "posts in units of the roster only", person.post.unit);
    }
    return {};
}

} // namespace

const RosterUnit* RosterManifest::find(std::string_view unitCode) const {
    const auto found =
        std::lower_bound(units.begin(), units.end(), unitCode,
                         [](const RosterUnit& row, std::string_view code) { return row.unit.code < code; });
    return found != units.end() && found->unit.code == unitCode ? &*found : nullptr;
}

std::uint64_t RosterManifest::peopleCount() const {
    std::uint64_t count = 0;
    for (const RosterUnit& row : units)
        count += row.count;
    return count;
}

Result<EncodedRoster> encodeRoster(const RosterSnapshot& snapshot) {
    if (!snapshot.date.ok() || int{snapshot.date.year()} < 1 || int{snapshot.date.year()} > 9999)
        return wrong("roster.date", "a date that exists");
    TEKEN_TRY(const auto units, UnitList::create(snapshot.units));
    TEKEN_CHECK(checkPeople(snapshot, units));
    std::map<std::string, std::vector<const Person*>> peopleOf;
    for (const Person& person : snapshot.people)
        peopleOf[person.post.unit].push_back(&person);
    std::vector<Unit> sorted = snapshot.units;
    std::sort(sorted.begin(), sorted.end(), [](const Unit& a, const Unit& b) { return a.code < b.code; });

    EncodedRoster roster;
    JsonArray rows;
    for (Unit& unit : sorted) {
        const auto& people = peopleOf[unit.code];
        TEKEN_TRY(auto bytes, encodeUnit(unit.code, people));
        const BlobId id = crypto::blobIdOf(bytes);
        roster.units.push_back({unit.code, id, std::move(bytes)});
        rows.push_back(encoded(RosterUnit{std::move(unit), id, static_cast<std::uint32_t>(people.size())}));
    }
    const std::string written = writeCanonical(JsonObject{
        {"date", isoDate(snapshot.date)}, {"format", kManifestFormat}, {"units", std::move(rows)}});
    if (written.size() > kMaxManifestBytes)
        return wrong("roster.too-large", "at most 8 MiB for a manifest");
    roster.manifest = toBytes(written);
    roster.manifestId = crypto::blobIdOf(roster.manifest);
    return roster;
}

Result<RosterManifest> decodeRosterManifest(ByteView bytes) {
    TEKEN_TRY(const Json value, readCanonical(bytes, {kMaxManifestBytes, 3}));
    TEKEN_TRY(auto reader, JsonReader::open(value, "manifest"));
    TEKEN_TRY(const std::string format, reader.text("format"));
    if (format != kManifestFormat)
        return fail(ErrorCode::Unsupported, "roster.format",
                    "expected the format " + std::string(kManifestFormat));
    RosterManifest manifest;
    TEKEN_TRY(const std::string date, reader.text("date"));
    TEKEN_TRY(manifest.date, parseIsoDate(date));
    TEKEN_TRY(const JsonArray* rows, reader.array("units", kMaxRosterUnits));
    for (const Json& row : *rows) {
        TEKEN_TRY(auto unit, decodeRosterUnit(row));
        manifest.units.push_back(std::move(unit));
    }
    TEKEN_CHECK(reader.finish());
    TEKEN_CHECK(checkUnits(manifest.units));
    return manifest;
}

Result<std::vector<Person>> decodeUnitPeople(ByteView bytes, const RosterUnit& expected) {
    TEKEN_TRY(const Json value, readCanonical(bytes, {kMaxUnitBlobBytes, 5}));
    TEKEN_TRY(auto reader, JsonReader::open(value, "unit"));
    TEKEN_TRY(const std::string format, reader.text("format"));
    if (format != kUnitFormat)
        return fail(ErrorCode::Unsupported, "roster.format",
                    "expected the format " + std::string(kUnitFormat));
    TEKEN_TRY(const std::string unit, reader.text("unit"));
    if (unit != expected.unit.code)
        return wrong("roster.unit", "the unit the manifest names", expected.unit.code);
    TEKEN_TRY(const JsonArray* rows, reader.array("people", kMaxUnitPeople));
    TEKEN_CHECK(reader.finish());
    if (rows->size() != expected.count)
        return wrong("roster.count",
                     std::to_string(expected.count) + " people, found " + std::to_string(rows->size()), unit);
    std::vector<Person> people;
    people.reserve(rows->size());
    Doubles doubles;
    for (std::size_t i = 0; i < rows->size(); ++i) {
        TEKEN_TRY(auto person, decodePerson((*rows)[i], unit, "people[" + std::to_string(i) + "]"));
        TEKEN_CHECK(doubles.add(person));
        people.push_back(std::move(person));
    }
    // The members may be spelled right and still say a default aloud ("rank":""): only one encoding counts.
    std::vector<const Person*> all;
    for (const Person& person : people)
        all.push_back(&person);
    TEKEN_TRY(const Bytes again, encodeUnit(unit, all));
    if (!std::equal(again.begin(), again.end(), bytes.begin(), bytes.end()))
        return wrong("json.not-canonical", "members at their default left out", unit);
    return people;
}

Result<RosterSnapshot> readRoster(const RosterManifest& manifest, const BlobReader& read,
                                  const std::function<bool(const Unit&)>& wanted) {
    RosterSnapshot snapshot{manifest.date, {}, {}};
    Doubles doubles;
    for (const RosterUnit& row : manifest.units) {
        snapshot.units.push_back(row.unit);
        if (wanted && !wanted(row.unit))
            continue;
        TEKEN_TRY(const Bytes bytes, read(row.people));
        if (crypto::blobIdOf(bytes) != row.people)
            return fail(ErrorCode::VerificationFailed, "roster.blob-hash",
                        "expected a blob with the manifest's hash", row.unit.code);
        TEKEN_TRY(auto people, decodeUnitPeople(bytes, row));
        for (Person& person : people) {
            TEKEN_CHECK(doubles.add(person));
            for (const Post& post : person.extraPosts)
                if (manifest.find(post.unit) == nullptr)
                    return wrong("roster.unknown-unit", "posts in units of the roster only", row.unit.code);
            snapshot.people.push_back(std::move(person));
        }
    }
    return snapshot;
}

} // namespace teken::domain
