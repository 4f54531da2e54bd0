#include "app/auditing/key_book.h"

#include "core/store/keyring.h"

namespace teken::auditing {

Result<std::vector<std::string>> holdersOf(store::Book& book) {
    std::vector<std::string> names;
    if (book.protection() == store::Protection::Open)
        return names;
    TEKEN_TRY(const auto holders, book.keyring().holders());
    for (const auto& holder : holders)
        if (!holder.retired)
            names.push_back(holder.name);
    return names;
}

Result<> unlockAs(store::Book& book, const std::string& holder, const crypto::SecretBytes& passphrase) {
    if (book.protection() == store::Protection::Open)
        return {};
    TEKEN_TRY(const auto holders, book.keyring().holders());
    for (const auto& one : holders)
        if (!one.retired && one.name == holder)
            return book.keyring().unlock(one.id, passphrase);
    return fail(ErrorCode::NotFound, "ctl.no-holder",
                "expected a holder of that name in this book, found none");
}

Result<> needRecipient(store::Book& book, const RecipientKey& recipient) {
    const auto own = book.keyring().recipientKey();
    if (!own && own.error().code != ErrorCode::NotFound)
        return fail(own.error());
    if (!own || *own != recipient)
        return fail(ErrorCode::Unauthorized, "audit.other-recipient",
                    "expected the book of the file's recipient, found another");
    return {};
}

} // namespace teken::auditing
