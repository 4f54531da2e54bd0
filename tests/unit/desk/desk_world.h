// A drive in four real books: authority, admin, and laptops that are enrolled as files would enrol them.
//
//   DeskWorld world;
//   auto laptop = world.laptop("Petugas A");
//   const auto session = world.open(laptop);
//   laptop.desk->sign(world.signing(laptop, session, laptop.person(0)));
#pragma once

#include "core/base/files.h"
#include "core/desk/admin_desk.h"
#include "core/desk/officer_desk.h"
#include "core/store/keyring.h"
#include "tests/support/fakes.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/world.h"

namespace teken::test {

struct DeskBook {
    std::unique_ptr<store::Book> book;
    std::unique_ptr<ledger::Ledger> ledger;
};

struct Laptop : DeskBook {
    std::filesystem::path file;
    std::unique_ptr<desk::OfficerDesk> desk;

    /// The n-th of the unit's list.
    [[nodiscard]] PersonId person(std::size_t number, const std::string& unit = "KEC-04") const;
};

class DeskWorld {
public:
    DeskWorld();

    TemporaryFolder folder;
    FakeClock clock;
    SeededRandom random;
    PosixFileSystem files;
    DeskBook authority;
    DeskBook admin;
    std::unique_ptr<desk::AdminDesk> adminDesk;
    BlobId text;

    [[nodiscard]] store::BookSeams bookSeams() { return {clock, random, files, {}}; }
    [[nodiscard]] desk::DeskSeams seams(DeskBook& book) { return {*book.book, *book.ledger, clock, random}; }
    [[nodiscard]] static crypto::SecretBytes passphrase();
    [[nodiscard]] crypto::KdfParams kdf() { return crypto::KdfParams::fast(random); }

    [[nodiscard]] Laptop laptop(const std::string& name, const entry::Units& units = {"KEC-04"},
                                bool withBlobs = true);
    /// Closes the laptop's book and opens it again, as after a restart.
    void restart(Laptop& laptop);
    /// What `from` has and `to` has not: entries and blobs.
    void copy(DeskBook& from, DeskBook& to);
    /// As a line leaves it that breaks: entries come first, blobs one after the other.
    void copyEntries(DeskBook& from, DeskBook& to);
    void copyBlob(DeskBook& from, DeskBook& to, const BlobId& id);

    [[nodiscard]] static desk::OpenRequest opening();
    [[nodiscard]] static SessionId open(Laptop& laptop, std::optional<SessionId> session = std::nullopt);
    [[nodiscard]] desk::SignRequest signing(const Laptop& laptop, const SessionId& session,
                                            const PersonId& person) const;
    [[nodiscard]] static domain::InkStrokes ink();
    [[nodiscard]] static domain::PledgeText pledge(std::uint32_t version = 1);
    /// Two units: "KEC-04" with 12 people, "DINSOS" with 6.
    [[nodiscard]] static std::string rosterCsv(bool newer = false);
    [[nodiscard]] static domain::UnitList units();
    desk::AdminDesk::ImportedRoster importRoster(const std::string& csv);

private:
    void open(DeskBook& book, const PublicKey& root);
};

} // namespace teken::test
