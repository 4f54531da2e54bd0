#include "tests/support/world.h"

#include "core/crypto/hash.h"

#include <algorithm>
#include <stdexcept>

namespace teken::test {
namespace {

using namespace teken::entry;

constexpr std::string_view kPledge = "Saya menjaga netralitas.";
constexpr std::size_t kSomeInkBytes = 48;
constexpr std::int64_t kYearMs = 365LL * 24 * 3600 * 1000;
constexpr Milliseconds kBetweenEntries{20'000};

Party party(std::string name) {
    return {.name = std::move(name), .number = {}, .post = "Kepala Bagian"};
}

/// Kinds without a drive in the header.
bool isDriveless(const Body& body) {
    return std::holds_alternative<Certify>(body) || std::holds_alternative<Revoke>(body) ||
           std::holds_alternative<OpenDrive>(body);
}

} // namespace

Feed::Feed(World& world, crypto::SigningKey key) : m_world(world), m_key(std::move(key)) {}

VerifiedEntry Feed::append(Body body, Bytes ink) {
    m_world.clock.advance(kBetweenEntries);
    std::optional<EntryId> drive;
    if (!isDriveless(body))
        drive = m_drive ? *m_drive : m_world.drive();
    const auto stamp = Stamp::now(m_world.clock, m_world.random);
    auto made = orThrow(signEntry(m_key, m_head, stamp, drive, std::move(body), std::move(ink), m_seen));
    m_head = {made.payload.header.seq, made.id};
    m_entries.push_back(made);
    m_world.m_all.push_back(made);
    return made;
}

void Feed::rewindTo(Seq seq) {
    m_head = {};
    for (const auto& made : m_entries)
        if (made.payload.header.seq == seq)
            m_head = {seq, made.id};
    if (m_head.seq != seq)
        throw std::runtime_error("no entry with that number to rewind to");
}

Officer::Officer(World& world, crypto::SigningKey key, std::string name)
    : Feed(world, std::move(key)), m_name(std::move(name)) {}

VerifiedEntry Officer::openSession(std::optional<SessionId> session) {
    m_session = session ? *session : m_world.random.make<SessionId>();
    auto opened = append(OpenSession{.session = m_session,
                                     .plan = std::nullopt,
                                     .parent = std::nullopt,
                                     .title = "Penandatanganan",
                                     .units = {"*"},
                                     .place = "Pendopo",
                                     .roster = m_world.roster(),
                                     .texts = {m_world.text()},
                                     .head = party("Pimpinan"),
                                     .witnesses = {party("Saksi Satu"), party("Saksi Dua")},
                                     .desk = "Meja 1"});
    m_opening = opened.id;
    return opened;
}

VerifiedEntry Officer::sign(PersonId person) {
    return sign(person, m_world.someInk());
}

VerifiedEntry Officer::sign(PersonId person, Bytes ink) {
    Sign body;
    body.session = m_session;
    body.person = person;
    body.roster = m_world.roster();
    body.unit = "unit-1";
    body.text = m_world.text();
    body.ink = crypto::sha256(ink);
    body.present = {Present::Officer, Present::Witness1};
    return append(std::move(body), std::move(ink));
}

VerifiedEntry Officer::excuse(PersonId person, ExcuseReason reason) {
    return append(Excuse{m_session, person, reason});
}

VerifiedEntry Officer::absent(std::vector<PersonId> persons) {
    return append(Absent{m_session, std::move(persons)});
}

VerifiedEntry Officer::refuse(PersonId person) {
    return append(Refuse{m_session, person});
}

VerifiedEntry Officer::addPerson(PersonId person, std::string name) {
    return append(AddPerson{.session = m_session,
                            .person = person,
                            .name = std::move(name),
                            .number = {},
                            .unit = "unit-1",
                            .signerKind = "non-asn",
                            .post = {}});
}

VerifiedEntry Officer::voidEntry(EntryId target, VoidReason reason) {
    return append(Void{m_session, target, reason, party("Saksi Satu")});
}

VerifiedEntry Officer::note(std::string text) {
    return append(Note{m_session, NoteTopic::SpecialEvent, std::move(text), std::nullopt});
}

VerifiedEntry Officer::pause() {
    return append(Pause{m_session, PauseReason::Power});
}

VerifiedEntry Officer::resume() {
    return append(Resume{m_session});
}

VerifiedEntry Officer::closeSession() {
    return append(closing());
}

std::vector<const VerifiedEntry*> Officer::entriesOfSession() const {
    // Along the links from the head, so that a rewound feed counts its present branch only.
    std::vector<const VerifiedEntry*> found;
    auto next = head().id;
    while (next) {
        const auto at = std::find_if(entries().begin(), entries().end(),
                                     [&next](const VerifiedEntry& made) { return made.id == *next; });
        if (at == entries().end())
            break;
        if (sessionOf(at->payload.body) == m_session)
            found.push_back(&*at);
        next = at->payload.header.prev;
    }
    return found;
}

CloseSession Officer::closing() const {
    CloseSession closing;
    closing.session = m_session;
    closing.opening = m_opening.value();
    std::vector<EntryId> voided;
    const auto mine = entriesOfSession();
    for (const auto* made : mine)
        if (const auto* body = std::get_if<Void>(&made->payload.body))
            voided.push_back(body->target);
    for (const auto* made : mine) {
        const auto& body = made->payload.body;
        auto& counts = closing.counts;
        counts.voided += std::holds_alternative<Void>(body) ? 1 : 0;
        if (std::find(voided.begin(), voided.end(), made->id) != voided.end())
            continue;
        counts.signedCount += std::holds_alternative<Sign>(body) ? 1 : 0;
        counts.excused += std::holds_alternative<Excuse>(body) ? 1 : 0;
        counts.refused += std::holds_alternative<Refuse>(body) ? 1 : 0;
        counts.added += std::holds_alternative<AddPerson>(body) ? 1 : 0;
        if (const auto* absent = std::get_if<Absent>(&body))
            counts.absent += static_cast<std::int64_t>(absent->persons.size());
    }
    closing.entries = static_cast<std::int64_t>(mine.size());
    return closing;
}

World::World(std::uint64_t seed)
    : random(seed), m_root(std::make_unique<Feed>(*this, crypto::SigningKey::generate(random))) {}

BlobId World::text() const {
    return m_text.value_or(crypto::blobIdOf(view(kPledge)));
}

void World::useContent(EntryId roster, BlobId text) {
    m_roster = roster;
    m_text = text;
}

void World::begin() {
    certifyAdmin();
    openDrive();
    lockText();
    snapshotRoster();
}

Feed& World::certifyAdmin(std::string name, Units units, std::optional<EntryId> drive) {
    auto key = crypto::SigningKey::generate(random);
    root().append(Certify{.role = Role::Admin,
                          .key = key.publicKey(),
                          .name = std::move(name),
                          .units = std::move(units),
                          .drive = drive,
                          .fromMs = clock.now().time_since_epoch().count(),
                          .untilMs = clock.now().time_since_epoch().count() + kYearMs,
                          .pins = {}});
    return *m_admins.emplace_back(std::make_unique<Feed>(*this, std::move(key)));
}

VerifiedEntry World::openDrive(Feed* by) {
    auto opened = orAdmin(by).append(OpenDrive{.code = "netralitas-2023",
                                               .title = "Pakta Netralitas",
                                               .organisation = "Kabupaten Contoh",
                                               .area = "99.01",
                                               .zone = Zone::Wib,
                                               .order = {},
                                               .purpose = "Netralitas pegawai",
                                               .contact = {},
                                               .signerKinds = {"pns", "pppk"},
                                               .deadlineMs = std::nullopt,
                                               .retentionDays = std::nullopt});
    if (!m_drive)
        m_drive = opened.id;
    return opened;
}

VerifiedEntry World::lockText(Feed* by) {
    return orAdmin(by).append(LockText{
        .code = "naskah", .version = 1, .title = "Naskah", .text = text(), .signerKinds = {"pns", "pppk"}});
}

VerifiedEntry World::snapshotRoster(std::int64_t persons, Feed* by) {
    RosterSnapshot body;
    body.date = "2023-11-01";
    body.manifest = crypto::blobIdOf(view("manifest"));
    body.source = crypto::sha256("source");
    body.rows.read = persons;
    body.rows.accepted = persons;
    body.persons = persons;
    body.units = 1;
    body.previous = m_roster;
    body.changes.joined = persons;
    auto made = orAdmin(by).append(std::move(body));
    if (!m_roster)
        m_roster = made.id;
    return made;
}

Officer& World::certifyOfficer(std::string name, Units units, Feed* by) {
    auto key = crypto::SigningKey::generate(random);
    orAdmin(by).append(CertifyOfficer{.key = key.publicKey(),
                                      .name = name,
                                      .device = "Laptop " + std::to_string(m_officers.size() + 1),
                                      .units = std::move(units),
                                      .fromMs = clock.now().time_since_epoch().count(),
                                      .untilMs = clock.now().time_since_epoch().count() + kYearMs,
                                      .recipient = std::nullopt,
                                      .succeeds = std::nullopt});
    return *m_officers.emplace_back(std::make_unique<Officer>(*this, std::move(key), std::move(name)));
}

Officer& World::stranger(std::string name) {
    return *m_officers.emplace_back(
        std::make_unique<Officer>(*this, crypto::SigningKey::generate(random), std::move(name)));
}

VerifiedEntry World::revokeOfficer(const Feed& officer, Seq lastSeq, Feed* by) {
    return orAdmin(by).append(RevokeOfficer{officer.id(), lastSeq, RevokeReason::Stolen});
}

PersonId World::person(std::uint32_t number) {
    PersonId id;
    const auto digest = crypto::sha256("person " + std::to_string(number));
    std::copy_n(digest.bytes.begin(), id.bytes.size(), id.bytes.begin());
    return id;
}

Bytes World::someInk() {
    Bytes ink(kSomeInkBytes);
    random.fill(ink);
    return ink;
}

Bytes World::records() const {
    Bytes bytes;
    for (const auto& made : m_all)
        encodeRecord(made.raw, bytes);
    return bytes;
}

} // namespace teken::test
