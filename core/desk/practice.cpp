#include "core/desk/practice.h"

#include "core/crypto/hash.h"
#include "core/desk/admin_desk.h"
#include "core/domain/indonesian.h"
#include "core/store/blobs.h"
#include "core/store/entries.h"
#include "core/store/journal.h"
#include "core/store/keyring.h"

namespace teken::desk {

namespace {

constexpr const char* kPracticeSetting = "practice";
constexpr std::int64_t kHourMs = 3'600'000;

struct PracticeSide {
    std::unique_ptr<store::Book> book;
    std::unique_ptr<ledger::Ledger> ledger;

    [[nodiscard]] DeskSeams seams(const store::BookSeams& outside) {
        return {*book, *ledger, outside.clock, outside.random};
    }
};

/// Entries and blobs of one book that the other lacks.
Result<> copyPractice(PracticeSide& from, PracticeSide& to) {
    std::vector<entry::VerifiedEntry> entries;
    TEKEN_CHECK(from.book->entries().scanAll(1, [&](const store::StoredEntry& stored) -> Result<> {
        TEKEN_TRY(auto verified, entry::verifyEntry(std::get<entry::Entry>(stored.record)));
        entries.push_back(std::move(verified));
        return {};
    }));
    TEKEN_TRY(const auto recorded, to.ledger->record(entries));
    static_cast<void>(recorded);
    TEKEN_TRY(const auto blobs, from.book->blobs().list());
    for (const auto& id : blobs) {
        TEKEN_TRY(const auto bytes, from.book->blobs().get(id));
        TEKEN_CHECK(to.book->write([&](store::Transaction& transaction) -> Result<> {
            TEKEN_TRY(const auto stored, to.book->blobs().put(transaction, bytes));
            static_cast<void>(stored);
            return {};
        }));
    }
    return {};
}

domain::PledgeText practiceText(domain::Date today) {
    domain::PledgeText text;
    text.code = kPracticeDrive;
    text.version = 1;
    text.title = "Pakta Integritas Netralitas (LATIHAN)";
    text.opening = "Ini naskah latihan. Tidak ada yang terikat olehnya. Saya menyatakan akan:";
    text.points = {"menjaga netralitas sebagai aparatur sipil negara;",
                   "menghindari konflik kepentingan dan tidak melakukan intimidasi;",
                   "menggunakan media sosial secara bijak;",
                   "menolak politik uang dan segala jenis pemberian."};
    text.closing = "Demikian naskah latihan ini ditandatangani untuk belajar.";
    text.signerKinds = {domain::SignerKind::Pns};
    text.date = today;
    return text;
}

entry::OpenDrive practiceDrive() {
    entry::OpenDrive drive;
    drive.code = kPracticeDrive;
    drive.title = "LATIHAN · data tiruan";
    drive.organisation = "LATIHAN";
    drive.purpose = "Belajar memakai Teken. Semua orang di sini tiruan.";
    drive.contact = "Petugas yang melatih";
    drive.signerKinds = {"pns"};
    return drive;
}

class PracticeMaker {
public:
    PracticeMaker(const PracticeRequest& request, const crypto::SecretBytes& passphrase)
        : m_request(request), m_passphrase(passphrase),
          m_centre(request.file.parent_path() / "pusat-latihan") {}

    Result<> make() {
        auto& files = m_request.seams.files;
        TEKEN_CHECK(files.createFolders(m_request.file.parent_path()));
        if (files.exists(m_request.file))
            return fail(ErrorCode::Conflict, "store.exists", "expected no book there, found one");
        TEKEN_CHECK(files.createFolders(m_centre));
        auto made = makeAll();
        m_root = {};
        m_admin = {};
        m_laptop = {};
        std::error_code ignored; // a folder that stays holds keys of nothing but this practice
        std::filesystem::remove_all(m_centre, ignored);
        if (!made)
            removeBook();
        return made;
    }

private:
    Result<> makeAll() {
        const auto thrownAway = centrePassphrase();
        TEKEN_CHECK(makeRoot(thrownAway));
        TEKEN_CHECK(makeAdmin(thrownAway));
        TEKEN_CHECK(fillDrive());
        TEKEN_CHECK(makeLaptop());
        return planSessions();
    }

    crypto::SecretBytes centrePassphrase() {
        crypto::SecretBytes secret(32);
        m_request.seams.random.fill(secret.writable());
        return secret;
    }

    Result<> makeRoot(const crypto::SecretBytes& secret) {
        TEKEN_TRY(m_root.book, AuthorityDesk::create(m_centre / "akar.book", "Akar LATIHAN", secret,
                                                     quickKdf(), m_request.seams));
        TEKEN_TRY(m_rootKey, pinnedRoot(*m_root.book));
        TEKEN_TRY(m_root.ledger, ledger::Ledger::open(*m_root.book, m_rootKey));
        return {};
    }

    Result<> makeAdmin(const crypto::SecretBytes& secret) {
        TEKEN_TRY(m_admin.book,
                  store::Book::create(m_centre / "admin.book", store::Protection::Sealed, m_request.seams));
        TEKEN_TRY(const auto holder,
                  m_admin.book->keyring().add("Admin LATIHAN", entry::Role::Admin, secret, quickKdf()));
        TEKEN_CHECK(m_admin.book->keyring().unlock(holder.id, secret));
        TEKEN_TRY(const auto file, requestOfHolder(*m_admin.book, m_request.seams.random, "LATIHAN"));
        TEKEN_TRY(const auto request, readRequest(file));
        TEKEN_TRY(auto root, AuthorityDesk::open(m_root.seams(m_request.seams)));
        TEKEN_TRY(const auto certified, root.certify(request, {}));
        static_cast<void>(certified);
        TEKEN_CHECK(pinRoot(*m_admin.book, {m_rootKey, std::nullopt, ""}, fingerprintForPeople(m_rootKey)));
        TEKEN_TRY(m_admin.ledger, ledger::Ledger::open(*m_admin.book, m_rootKey));
        return copyPractice(m_root, m_admin);
    }

    Result<> fillDrive() {
        const auto today = domain::dateIn(domain::Zone::Wib, m_request.seams.clock.now());
        TEKEN_TRY(auto admin, AdminDesk::open(m_admin.seams(m_request.seams)));
        TEKEN_TRY(const auto drive, admin.openDrive(practiceDrive()));
        m_drive = drive;
        TEKEN_TRY(const auto text, admin.lockText(practiceText(today)));
        m_text = text.text;
        TEKEN_TRY(const auto units, practiceUnits());
        RosterImportRequest import;
        import.options.date = today;
        import.options.today = today;
        import.units = &units;
        const auto csv = practiceRoster(m_request.people);
        TEKEN_TRY(const auto proposal, admin.readRoster(view(csv), import));
        TEKEN_TRY(const auto accepted, admin.acceptRoster(proposal));
        static_cast<void>(accepted);
        return {};
    }

    Result<> makeLaptop() {
        TEKEN_TRY(m_laptop.book,
                  store::Book::create(m_request.file, store::Protection::Sealed, m_request.seams));
        TEKEN_TRY(const auto holder, m_laptop.book->keyring().add(m_request.officer, entry::Role::Field,
                                                                  m_passphrase, m_request.kdf()));
        TEKEN_CHECK(m_laptop.book->keyring().unlock(holder.id, m_passphrase));
        TEKEN_TRY(const auto file, requestOfHolder(*m_laptop.book, m_request.seams.random, m_request.device));
        TEKEN_TRY(const auto request, readRequest(file));
        m_officer = crypto::feedIdOf(request.key);
        TEKEN_TRY(auto admin, AdminDesk::open(m_admin.seams(m_request.seams)));
        TEKEN_TRY(const auto certified, admin.certifyOfficer(request, {{"CONTOH-DIN", "CONTOH-KEC"}, 0, 0}));
        static_cast<void>(certified);
        return {};
    }

    Result<> planSessions() {
        TEKEN_TRY(auto admin, AdminDesk::open(m_admin.seams(m_request.seams)));
        const auto now = m_request.seams.clock.now().time_since_epoch().count();
        const auto plan = [&](const char* unit, const char* place, std::int64_t startMs) -> Result<> {
            entry::PlanSession session;
            session.title = "Sesi latihan";
            session.units = {unit};
            session.place = place;
            session.startMs = startMs;
            session.texts = {m_text};
            session.officers = {m_officer};
            TEKEN_TRY(const auto id, admin.planSession(session));
            static_cast<void>(id);
            return {};
        };
        TEKEN_CHECK(plan("CONTOH-KEC", "Pendopo Kecamatan Contoh", now - now % kHourMs));
        TEKEN_CHECK(plan("CONTOH-DIN", "Aula Dinas Contoh", now - now % kHourMs + 2 * kHourMs));
        const Provisioning provisioning{m_rootKey, m_drive, ""};
        TEKEN_CHECK(pinRoot(*m_laptop.book, provisioning, fingerprintForPeople(m_rootKey)));
        TEKEN_TRY(m_laptop.ledger, ledger::Ledger::open(*m_laptop.book, m_rootKey));
        TEKEN_CHECK(copyPractice(m_admin, m_laptop));
        TEKEN_TRY(const auto accepted, finishAccept(*m_laptop.book, *m_laptop.ledger, provisioning));
        static_cast<void>(accepted);
        return m_laptop.book->write([&](store::Transaction& transaction) -> Result<> {
            auto& settings = m_laptop.book->settings();
            TEKEN_CHECK(settings.put(transaction, setting::kDeviceName, m_request.device));
            return settings.put(transaction, kPracticeSetting, "1");
        });
    }

    /// Books that live for a second: their passphrase is 32 random bytes, which no work factor can better.
    crypto::KdfParams quickKdf() { return crypto::KdfParams::fast(m_request.seams.random); }

    void removeBook() {
        for (const auto* ending : {"", "-wal", "-shm", ".lock"}) {
            auto file = m_request.file;
            file += ending;
            std::error_code ignored;
            std::filesystem::remove(file, ignored);
        }
    }

    const PracticeRequest& m_request;
    const crypto::SecretBytes& m_passphrase;
    const std::filesystem::path m_centre;
    PracticeSide m_root, m_admin, m_laptop;
    PublicKey m_rootKey;
    EntryId m_drive;
    BlobId m_text;
    FeedId m_officer;
};

} // namespace

Result<> makePracticeBook(const PracticeRequest& request, const crypto::SecretBytes& passphrase) {
    return PracticeMaker(request, passphrase).make();
}

Result<bool> isPracticeBook(store::Book& book) {
    TEKEN_TRY(const auto mark, book.settings().get(kPracticeSetting));
    return mark == std::optional<std::string>("1");
}

} // namespace teken::desk
