#include "core/desk/admin_desk.h"

#include "core/crypto/hash.h"
#include "core/ledger/fact.h"
#include "core/store/entries.h"
#include "core/store/journal.h"
#include "core/store/keyring.h"
#include "core/store/ledger_tables.h"

namespace teken::desk {

Result<> checkNewKey(ledger::Ledger& ledger, entry::Role role, const PublicKey& key) {
    if (role != entry::Role::Recipient && !crypto::vetPublicKey(key))
        return fail(ErrorCode::InvalidInput, "desk.key-not-valid",
                    "expected a point of the prime-order group, found another");
    TEKEN_TRY(const auto known, ledger.feed(crypto::feedIdOf(key)));
    if (known && known->role && *known->role != role)
        return fail(ErrorCode::Conflict, "desk.key-in-other-role",
                    "expected a key without another role, found " +
                        std::string(entry::roleName(*known->role)));
    return {};
}

namespace {

/// A log or a witness has one name: under two, no reader takes either (core/ledger/RULES.md section 2).
Result<> checkOneName(store::Book& book, const PublicKey& key, const std::string& name) {
    TEKEN_TRY(const auto rows, book.ledger().factsOn(ledger::subjectOf(crypto::feedIdOf(key))));
    for (const auto& row : rows) {
        TEKEN_TRY(const auto stored, book.entries().get(row.id));
        const auto* whole = std::get_if<entry::Entry>(&stored.record);
        if (whole == nullptr)
            continue;
        TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
        const auto* known = std::get_if<entry::Certify>(&payload.body);
        if (known != nullptr && known->key == key && known->name != name)
            return fail(ErrorCode::Conflict, "desk.key-other-name",
                        "expected the name under which this key was certified before, found another");
    }
    return {};
}

} // namespace

Result<std::unique_ptr<store::Book>> AuthorityDesk::create(const std::filesystem::path& file,
                                                           const std::string& name,
                                                           const crypto::SecretBytes& passphrase,
                                                           const crypto::KdfParams& kdf,
                                                           const store::BookSeams& seams) {
    TEKEN_TRY(auto book, store::Book::create(file, store::Protection::Sealed, seams));
    TEKEN_TRY(const auto holder, book->keyring().add(name, entry::Role::Root, passphrase, kdf));
    TEKEN_CHECK(book->keyring().unlock(holder.id, passphrase));
    TEKEN_CHECK(book->write([&](store::Transaction& transaction) {
        return book->settings().put(transaction, setting::kRootKey, holder.key.hex());
    }));
    return book;
}

Result<AuthorityDesk> AuthorityDesk::open(const DeskSeams& seams) {
    const auto* holder = seams.book.keyring().current();
    if (holder == nullptr)
        return fail(ErrorCode::Locked, "store.locked", "expected an unlocked holder, found none");
    TEKEN_TRY(const auto root, pinnedRoot(seams.book));
    if (holder->role != entry::Role::Root || holder->key != root)
        return fail(ErrorCode::Unauthorized, "desk.wrong-role",
                    "expected the root key, found " + std::string(entry::roleName(holder->role)));
    return AuthorityDesk(seams);
}

Result<entry::VerifiedEntry> AuthorityDesk::certify(const EnrolmentRequest& request, const Terms& terms) {
    if (request.role == entry::Role::Field)
        return fail(ErrorCode::InvalidInput, "desk.officer-by-admin",
                    "expected a request of an admin or a server, found an officer's");
    return certifyKey(request.role, request.key, request.name, terms, request.pins);
}

Result<entry::VerifiedEntry> AuthorityDesk::certifyKey(entry::Role role, const PublicKey& key,
                                                       const std::string& name, const Terms& terms,
                                                       std::vector<Digest> pins) {
    TEKEN_CHECK(checkNewKey(m_seams.ledger, role, key));
    if (role == entry::Role::Log || role == entry::Role::Cosigner)
        TEKEN_CHECK(checkOneName(m_seams.book, key, name));
    entry::Certify body;
    body.role = role;
    body.key = key;
    body.name = name;
    body.units = role == entry::Role::Admin ? terms.units : entry::Units{"*"};
    body.drive = terms.drive;
    body.fromMs = terms.fromMs;
    body.untilMs = terms.untilMs;
    body.pins = std::move(pins);
    return m_writer.append(std::nullopt, std::move(body));
}

Result<entry::VerifiedEntry> AuthorityDesk::revoke(entry::Role role, const PublicKey& key, entry::Seq lastSeq,
                                                   entry::RevokeReason reason) {
    return m_writer.append(std::nullopt, entry::Revoke{role, key, lastSeq, reason});
}

} // namespace teken::desk
