#include "app/teken/desk_services/checked_bundle.h"

#include "core/desk/enrolment.h"
#include "core/store/keyring.h"

namespace teken::app {

Result<std::unique_ptr<sync::BundleReader>> openChecked(sync::BundleStorage& storage, store::Book& book,
                                                        const std::filesystem::path& file) {
    TEKEN_TRY(auto reader, sync::BundleReader::open(storage, file));
    std::optional<crypto::RecipientSecret> secret;
    if (reader->header().recipient) {
        TEKEN_TRY(auto own, book.keyring().recipientSecret());
        secret.emplace(std::move(own));
        TEKEN_CHECK(reader->unseal(*secret));
    }
    TEKEN_TRY(const auto whole, sync::checkBundle(storage, file, secret ? &*secret : nullptr));
    static_cast<void>(whole);
    return reader;
}

Result<sync::ExportRequest> unsentRequest(store::Book& book, const ledger::Ledger& ledger, WallTime now) {
    sync::ExportRequest request;
    request.header.purpose = sync::Purpose::Entries;
    request.questions = true;
    request.header.createdMs = now.time_since_epoch().count();
    if (const auto* holder = book.keyring().current())
        request.header.origin = holder->feed;
    TEKEN_TRY(request.header.recipient, desk::centreRecipient(book, ledger));
    if (!request.header.recipient)
        return fail(ErrorCode::NotFound, "bundle.no-centre-recipient",
                    "expected a certified recipient of the centre, found none");
    TEKEN_TRY(request.feeds, sync::unsentFeeds(book));
    return request;
}

} // namespace teken::app
