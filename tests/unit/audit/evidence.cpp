#include "tests/unit/audit/evidence.h"

#include "core/crypto/hash.h"
#include "core/domain/ink.h"
#include "core/domain/pledge_text.h"
#include "core/ledger/ledger.h"

#include <set>

namespace teken::test {
namespace {

constexpr std::size_t kPeople = 20;

domain::PledgeText pledge() {
    domain::PledgeText text;
    text.code = "NETRAL";
    text.title = "Pakta Integritas";
    text.opening = "Saya menyatakan:";
    text.points = {"netral", "bijak"};
    text.closing = "Demikian.";
    text.signerKinds = {domain::SignerKind::Pns};
    text.date = domain::Date{std::chrono::year{2023}, std::chrono::month{11}, std::chrono::day{17}};
    return text;
}

domain::Person makePerson(World& world, std::size_t n) {
    domain::Person person;
    person.id = world.random.make<PersonId>();
    person.name = "Orang Contoh";
    person.kind = domain::SignerKind::NonAsn;
    person.post.unit = n % 2 == 0 ? "DINKES" : "DISHUB";
    return person;
}

} // namespace

Evidence::Evidence() {
    world.certifyAdmin();
    world.openDrive();
    lockText();
    snapshotRoster();
    m_officer = &world.certifyOfficer("Pak A");
}

void Evidence::lockText() {
    m_blobs.push_back(orThrow(domain::encodePledgeText(pledge())));
    m_text = crypto::blobIdOf(m_blobs.back());
    world.admin().append(entry::LockText{
        .code = "NETRAL", .version = 1, .title = "Pakta Integritas", .text = m_text, .signerKinds = {"pns"}});
}

void Evidence::snapshotRoster() {
    m_roster.date = pledge().date;
    m_roster.units = {{.code = "DINKES", .name = "Dinas Kesehatan", .areaCode = {}, .parent = {}},
                      {.code = "DISHUB", .name = "Dinas Perhubungan", .areaCode = {}, .parent = {}}};
    for (std::size_t n = 0; n < kPeople; ++n)
        m_roster.people.push_back(makePerson(world, n));
    const auto encoded = orThrow(domain::encodeRoster(m_roster));
    m_blobs.push_back(encoded.manifest);
    for (const auto& unit : encoded.units)
        m_blobs.push_back(unit.bytes);
    entry::RosterSnapshot body;
    body.date = "2023-11-17";
    body.manifest = encoded.manifestId;
    body.persons = kPeople;
    body.units = 2;
    m_rosterEntry = world.admin().append(std::move(body)).id;
    world.useContent(m_rosterEntry, m_text);
}

Bytes Evidence::ink() {
    domain::InkStrokes strokes(1);
    for (std::uint16_t i = 0; i < 40; ++i)
        strokes[0].push_back(
            {static_cast<std::uint16_t>(500 + 70 * i), static_cast<std::uint16_t>(i % 2 * 900 + 300)});
    return orThrow(domain::encodeInk(strokes));
}

entry::Sign Evidence::signBody(const Officer& by, PersonId person) const {
    entry::Sign body;
    body.session = by.session();
    body.person = person;
    body.roster = m_rosterEntry;
    body.unit = "DINKES";
    body.text = m_text;
    body.present = {entry::Present::Officer, entry::Present::Witness1};
    return body;
}

entry::VerifiedEntry Evidence::sign(Officer& by, PersonId person) {
    auto body = signBody(by, person);
    auto strokes = ink();
    body.ink = crypto::sha256(strokes);
    return by.append(std::move(body), std::move(strokes));
}

store::Book& Evidence::book() {
    m_book = orThrow(store::Book::create(m_folder / ("book-" + std::to_string(++m_books) + ".db"),
                                         store::Protection::Open, m_seams));
    auto entries = world.all();
    if (m_change)
        m_change(entries);
    const auto stored = m_book->write([&](store::Transaction& transaction) -> Result<> {
        for (const auto& one : entries) {
            if (one.id == m_withheld) {
                const auto& header = one.payload.header;
                TEKEN_CHECK(m_book->entries()
                                .putWithheld(transaction, {one.raw.key, one.raw.signature, one.id, header.seq,
                                                           header.prev})
                                .map([](auto) {}));
                continue;
            }
            TEKEN_TRY([[maybe_unused]] const auto outcome, m_book->entries().put(transaction, one));
        }
        for (const auto& record : m_beside)
            TEKEN_CHECK(m_book->entries().putWithheld(transaction, record).map([](auto) {}));
        for (const auto& blob : m_blobs) {
            if (crypto::blobIdOf(blob) == m_leftOut)
                continue;
            TEKEN_TRY([[maybe_unused]] const auto id, m_book->blobs().put(transaction, blob));
        }
        return {};
    });
    if (!stored)
        throw std::runtime_error(describe(stored.error()));
    return *m_book;
}

std::filesystem::path Evidence::workFolder() {
    const auto folder = m_folder / ("work-" + std::to_string(m_books));
    std::filesystem::create_directory(folder);
    return folder;
}

Result<audit::Report> Evidence::audit() {
    return audit(world.root().id().hex());
}

Result<audit::Report> Evidence::audit(const std::string& fingerprint,
                                      std::function<bool(const audit::Progress&)> progress) {
    audit::Options options;
    options.rootFingerprint = fingerprint;
    options.threads = 2;
    options.workFolder = workFolder();
    options.progress = std::move(progress);
    return audit::auditBook(book(), m_seams, options);
}

Result<audit::Report> Evidence::audit(audit::LogMaterial log, audit::Held held) {
    audit::Options options;
    options.rootFingerprint = world.root().id().hex();
    options.threads = 2;
    options.workFolder = workFolder();
    options.log = std::move(log);
    options.held = std::move(held);
    return audit::auditBook(book(), m_seams, options);
}

std::string rulesOf(const audit::Report& report) {
    std::set<std::string> rules;
    for (const auto& finding : report.findings)
        rules.insert(finding.rule);
    std::string text;
    for (const auto& rule : rules)
        text += (text.empty() ? "" : " ") + rule;
    return text;
}

} // namespace teken::test
