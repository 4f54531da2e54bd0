#include "app/tekenctl/bundle_file.h"

#include "core/store/keyring.h"

#include <array>

namespace teken::ctl {

bool looksLikeBundle(Context& context, const std::filesystem::path& file) {
    const auto source = context.storage.open(file);
    if (!source)
        return false;
    std::array<std::uint8_t, 7> head{};
    const auto got = (*source)->read(head);
    return got && *got == head.size() && textOf(head) == "TEKENBN";
}

Result<std::unique_ptr<sync::BundleReader>> openBundle(Context& context, store::Book* book,
                                                       const std::filesystem::path& file) {
    context.about(file);
    TEKEN_TRY(auto reader, sync::BundleReader::open(context.storage, file));
    std::optional<crypto::RecipientSecret> secret;
    if (reader->header().recipient) {
        if (book == nullptr)
            return fail(ErrorCode::Locked, "bundle.sealed", "expected the recipient's book, found none");
        TEKEN_TRY(auto own, book->keyring().recipientSecret());
        secret.emplace(std::move(own));
        TEKEN_CHECK(reader->unseal(*secret));
    }
    TEKEN_TRY(const auto whole, sync::checkBundle(context.storage, file, secret ? &*secret : nullptr));
    static_cast<void>(whole);
    return reader;
}

} // namespace teken::ctl
