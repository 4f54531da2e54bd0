#include "tests/unit/desk/desk_world.h"

#include "core/crypto/random.h"

#include "core/store/blobs.h"
#include "core/store/entries.h"
#include "core/store/journal.h"

#include <cmath>

namespace teken::test {

namespace {

void check(const Result<>& result) {
    if (!result)
        throw std::runtime_error(describe(result.error()));
}

} // namespace

PersonId Laptop::person(std::size_t number, const std::string& unit) const {
    return desk->people().roster().peopleOf({unit}).at(number)->id;
}

crypto::SecretBytes DeskWorld::passphrase() {
    return crypto::SecretBytes::copyOf(view("kata sandi"));
}

void DeskWorld::open(DeskBook& book, const PublicKey& root) {
    book.ledger = orThrow(ledger::Ledger::open(*book.book, root));
}

DeskWorld::DeskWorld() {
    check(crypto::start());
    authority.book =
        orThrow(desk::AuthorityDesk::create(folder / "akar.book", "Akar", passphrase(), kdf(), bookSeams()));
    const auto root = orThrow(desk::pinnedRoot(*authority.book));
    open(authority, root);

    admin.book = orThrow(store::Book::create(folder / "admin.book", store::Protection::Sealed, bookSeams()));
    const auto holder = orThrow(admin.book->keyring().add("Admin", entry::Role::Admin, passphrase(), kdf()));
    check(admin.book->keyring().unlock(holder.id, passphrase()));
    auto rootDesk = orThrow(desk::AuthorityDesk::open(seams(authority)));
    const auto file = orThrow(desk::requestOfHolder(*admin.book, random, "PUSAT"));
    const auto request = orThrow(desk::readRequest(file));
    orThrow(rootDesk.certify(request, {}));
    const auto recipient = orThrow(PublicKey::fromBytes(request.recipient->bytes));
    orThrow(rootDesk.certifyKey(entry::Role::Recipient, recipient, "Pusat", {}));
    check(desk::pinRoot(*admin.book, {root, std::nullopt, ""}, desk::fingerprintForPeople(root)));
    open(admin, root);
    copy(authority, admin);
    adminDesk = std::make_unique<desk::AdminDesk>(orThrow(desk::AdminDesk::open(seams(admin))));
    entry::OpenDrive drive;
    drive.code = "UJI";
    drive.title = "Kegiatan uji";
    drive.organisation = "BKPSDM";
    drive.signerKinds = {"pns"};
    orThrow(adminDesk->openDrive(drive));
    text = orThrow(adminDesk->lockText(pledge())).text;
    importRoster(rosterCsv());
}

domain::PledgeText DeskWorld::pledge(std::uint32_t version) {
    domain::PledgeText text;
    text.code = "UJI";
    text.version = version;
    text.title = "Pakta integritas";
    text.opening = "Saya menyatakan akan:";
    text.points = {"menjaga netralitas;", "menolak politik uang."};
    text.closing = "Demikian.";
    text.signerKinds = {domain::SignerKind::Pns};
    text.date = domain::Date{std::chrono::year{2023}, std::chrono::month{11}, std::chrono::day{17}};
    return text;
}

domain::UnitList DeskWorld::units() {
    return orThrow(domain::UnitList::create(
        {{"DINSOS", "Dinas Sosial", domain::UnitKind::Opd, "35.28", ""},
         {"KEC-04", "Kecamatan Pamekasan", domain::UnitKind::Kecamatan, "35.28.04", ""}}));
}

std::string DeskWorld::rosterCsv(bool newer) {
    std::string csv = "Nama,NIP,Unit Kerja,Status\n";
    const auto row = [&](int number, const char* unit) {
        const auto serial = std::to_string(900 + number);
        csv += "Orang Ke " + std::string(1, static_cast<char>('A' + number)) + ",19850611200901" +
               std::string(number % 2 == 0 ? "1" : "2") + serial + "," + unit + ",PNS\n";
    };
    for (int i = newer ? 1 : 0; i < 12; ++i)
        row(i, newer && i == 5 ? "Dinas Sosial" : "Kecamatan Pamekasan");
    for (int i = 12; i < (newer ? 19 : 18); ++i)
        row(i, "Dinas Sosial");
    return csv;
}

desk::AdminDesk::ImportedRoster DeskWorld::importRoster(const std::string& csv) {
    const auto list = units();
    desk::RosterImportRequest request;
    request.options.date = domain::Date{std::chrono::year{2023}, std::chrono::month{11}, std::chrono::day{1}};
    request.options.today = request.options.date;
    request.units = &list;
    const auto proposal = orThrow(adminDesk->readRoster(view(csv), request));
    return orThrow(adminDesk->acceptRoster(proposal));
}

void DeskWorld::copyEntries(DeskBook& from, DeskBook& to) {
    std::vector<entry::VerifiedEntry> entries;
    check(from.book->entries().scanAll(1, [&](const store::StoredEntry& stored) -> Result<> {
        TEKEN_TRY(auto verified, entry::verifyEntry(std::get<entry::Entry>(stored.record)));
        entries.push_back(std::move(verified));
        return {};
    }));
    orThrow(to.ledger->record(entries));
}

void DeskWorld::copyBlob(DeskBook& from, DeskBook& to, const BlobId& id) {
    const auto bytes = orThrow(from.book->blobs().get(id));
    check(to.book->write([&](store::Transaction& transaction) -> Result<> {
        TEKEN_TRY(const auto stored, to.book->blobs().put(transaction, bytes));
        static_cast<void>(stored);
        return {};
    }));
}

void DeskWorld::copy(DeskBook& from, DeskBook& to) {
    copyEntries(from, to);
    for (const auto& id : orThrow(from.book->blobs().list()))
        copyBlob(from, to, id);
}

Laptop DeskWorld::laptop(const std::string& name, const entry::Units& units, bool withBlobs) {
    Laptop laptop;
    laptop.file = folder / (name + ".book");
    laptop.book = orThrow(store::Book::create(laptop.file, store::Protection::Sealed, bookSeams()));
    const auto holder = orThrow(laptop.book->keyring().add(name, entry::Role::Field, passphrase(), kdf()));
    check(laptop.book->keyring().unlock(holder.id, passphrase()));
    const auto file = orThrow(desk::requestOfHolder(*laptop.book, random, "PMK-" + name));
    orThrow(adminDesk->certifyOfficer(orThrow(desk::readRequest(file)), {units, 0, 0}));
    const auto root = orThrow(desk::pinnedRoot(*admin.book));
    const desk::Provisioning provisioning{root, adminDesk->drive(), ""};
    check(desk::pinRoot(*laptop.book, provisioning, desk::fingerprintForPeople(root)));
    open(laptop, root);
    if (withBlobs)
        copy(admin, laptop);
    else
        copyEntries(admin, laptop);
    orThrow(desk::finishAccept(*laptop.book, *laptop.ledger, provisioning));
    laptop.desk = orThrow(desk::OfficerDesk::open(seams(laptop)));
    return laptop;
}

void DeskWorld::restart(Laptop& laptop) {
    laptop.desk.reset();
    laptop.ledger.reset();
    laptop.book.reset();
    laptop.book = orThrow(store::Book::open(laptop.file, bookSeams()));
    const auto holders = orThrow(laptop.book->keyring().holders());
    check(laptop.book->keyring().unlock(holders.front().id, passphrase()));
    open(laptop, orThrow(desk::pinnedRoot(*laptop.book)));
    laptop.desk = orThrow(desk::OfficerDesk::open(seams(laptop)));
}

desk::OpenRequest DeskWorld::opening() {
    desk::OpenRequest request;
    request.title = "Sesi uji";
    request.place = "Pendopo";
    request.units = {"KEC-04"};
    request.head = {"Camat", "", "Camat"};
    request.witnesses = {{"Saksi Satu", "", ""}, {"Saksi Dua", "", ""}};
    return request;
}

SessionId DeskWorld::open(Laptop& laptop, std::optional<SessionId> session) {
    auto request = opening();
    request.session = session;
    return orThrow(laptop.desk->openSession(request));
}

desk::SignRequest DeskWorld::signing(const Laptop&, const SessionId& session, const PersonId& person) const {
    desk::SignRequest request;
    request.session = session;
    request.person = person;
    request.text = text;
    request.ink = ink();
    return request;
}

domain::InkStrokes DeskWorld::ink() {
    domain::InkStroke stroke;
    for (int i = 0; i <= 60; ++i)
        stroke.push_back({static_cast<std::uint16_t>(600 + i * 40),
                          static_cast<std::uint16_t>(1'000 + 300 * std::sin(i * 0.4))});
    return {stroke};
}

} // namespace teken::test
