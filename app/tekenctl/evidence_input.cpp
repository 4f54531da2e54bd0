#include "app/tekenctl/evidence_input.h"

#include "core/store/keyring.h"

namespace teken::ctl {

Result<std::unique_ptr<EvidenceInput>> openEvidence(Context& context, const std::filesystem::path& file,
                                                    const std::filesystem::path& folder,
                                                    const std::string& name, sync::UnpackSettings settings) {
    auto input = std::make_unique<EvidenceInput>();
    context.about(file);
    if (!auditing::looksLikeBundle(context.storage, file)) {
        const auto own = std::exchange(context.options.book, file);
        auto book = context.openUnlocked();
        context.options.book = own;
        if (!book)
            return fail(book.error());
        TEKEN_TRY(input->source, auditing::bookSource(auditSeams(context), std::move(*book)));
        return input;
    }
    TEKEN_TRY(const auto reader, sync::BundleReader::open(context.storage, file));
    if (reader->header().recipient) {
        if (context.options.book.empty())
            return fail(ErrorCode::Locked, "bundle.sealed", "expected the recipient's book, found none");
        TEKEN_TRY(input->keyBook, context.openUnlocked());
        TEKEN_TRY(auto own, input->keyBook->keyring().recipientSecret());
        input->secret.emplace(std::move(own));
        context.about(file);
    }
    settings.secret = input->secret ? &*input->secret : nullptr;
    TEKEN_TRY(input->source, auditing::unpackFile(auditSeams(context), file, folder, name, settings));
    return input;
}

Result<std::unique_ptr<sync::client::HttpTransport>>
openLogServer(Context& context, const std::string& address, const std::vector<Digest>& pins) {
    context.about(address);
    sync::client::HttpSettings settings;
    settings.address = address;
    settings.pins = pins;
    return sync::client::HttpTransport::create(std::move(settings));
}

} // namespace teken::ctl
