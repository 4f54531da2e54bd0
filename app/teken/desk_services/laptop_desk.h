// The book of this laptop and the officer's desk on it, as the screens need them.
//
// Threads: all of it belongs to the store's work thread. Nothing of it leaves that thread; answers are
// values.
#pragma once

#include "app/teken/desk_services/book_home.h"
#include "app/teken/services/signing_service.h"
#include "app/teken/services/unlock_service.h"
#include "core/crypto/passphrase.h"
#include "core/desk/officer_desk.h"
#include "core/domain/indonesian.h"
#include "core/store/keyring.h"
#include "sync/bundle/storage.h"
#include "sync/client/round_report.h"

namespace teken::app {

/// What a laptop meets outside of its book. All of it outlives whoever is given it.
struct Outside {
    const Clock& clock;
    RandomSource& random;
    FileSystem& files;
    sync::BundleStorage& storage;
    BookHome home;
    /// For new passphrases; each call with a salt of its own.
    std::function<crypto::KdfParams()> kdf;
};

/// The last time the centre was met. Kept in the settings: readable while locked, nothing personal.
struct Contact {
    std::optional<WallTime> last;
    std::optional<Milliseconds> offset; ///< centre's clock minus ours
};

class LaptopDesk {
public:
    explicit LaptopDesk(Outside outside) : m_outside(std::move(outside)) {}

    [[nodiscard]] Result<DeviceInfo> describe();
    /// Makes the book when there is none, and the request's file. Locked again when it returns.
    [[nodiscard]] Result<QString> writeRequest(const EnrolmentRequest& request);
    [[nodiscard]] Result<QString> loadProvisioning(const ProvisioningRequest& request);

    [[nodiscard]] Result<Welcome> unlock(const FeedId& officer, const crypto::SecretBytes& passphrase);
    /// Says goodbye to the run and forgets all keys. A locked desk stays locked.
    [[nodiscard]] Result<> lock();

    /// Locked "store.locked".
    [[nodiscard]] Result<desk::OfficerDesk*> desk();
    [[nodiscard]] bool unlocked() const { return m_desk != nullptr; }
    /// Another number after each lock: what belongs to one unlocking must not go on in the next.
    [[nodiscard]] std::uint64_t unlocking() const { return m_unlocking; }
    /// Only while unlocked.
    [[nodiscard]] store::Book& book() { return *m_book; }
    [[nodiscard]] ledger::Ledger& ledger() { return *m_ledger; }
    [[nodiscard]] Outside& outside() { return m_outside; }
    [[nodiscard]] std::int64_t nowMs() const { return m_outside.clock.now().time_since_epoch().count(); }

    /// Zeros without a book; also while locked.
    [[nodiscard]] desk::QueueCounts counts();
    [[nodiscard]] Contact contact();
    /// The drive's; none until it was unlocked or provisioned once. Also while locked.
    [[nodiscard]] std::optional<domain::Zone> zone();
    /// After entries came in from elsewhere.
    [[nodiscard]] Result<> takeNews();
    /// What a round with the centre has changed here.
    [[nodiscard]] Result<> afterRound(const sync::client::RoundReport& report);
    /// Of which hour, by the centre's clock, the list is by which the desk knows who has signed elsewhere.
    [[nodiscard]] std::optional<WallTime> centreList() const { return m_centreList; }
    [[nodiscard]] std::optional<WallTime> lastTry() const { return m_lastTry; }

    /// The text that lies before a signer: sign() takes exactly this one.
    struct Shown {
        SessionId session;
        PersonId person;
        BlobId text;
        SigningWishes wishes;
    };
    std::optional<Shown> shown;

private:
    [[nodiscard]] Result<> openBook();
    [[nodiscard]] Result<> unlockAs(const std::string& name, const crypto::SecretBytes& passphrase);
    [[nodiscard]] Result<> unlockSomebody(const crypto::SecretBytes& passphrase);
    [[nodiscard]] Result<Welcome> openDesk();
    [[nodiscard]] Result<QString> acceptProvisioning(const ProvisioningRequest& request);
    [[nodiscard]] Result<> keepZone();
    [[nodiscard]] Result<QString> saveRequest(const EnrolmentRequest& request);
    [[nodiscard]] store::BookSeams bookSeams();
    void forgetKeys();

    Outside m_outside;
    std::unique_ptr<store::Book> m_book;
    std::unique_ptr<ledger::Ledger> m_ledger;
    std::unique_ptr<desk::OfficerDesk> m_desk;
    std::optional<WallTime> m_lastTry;
    std::optional<WallTime> m_centreList;
    std::uint64_t m_unlocking = 0;
};

} // namespace teken::app
