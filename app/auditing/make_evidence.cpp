#include "app/auditing/make_evidence.h"

#include "core/store/keyring.h"

namespace teken::auditing {

namespace {

/// The feed of whoever has this book open; none: a book without a key.
Result<FeedId> writerOf(store::Book& book) {
    TEKEN_TRY(const auto holders, book.keyring().holders());
    if (holders.empty())
        return FeedId{};
    return book.keyring().current() != nullptr ? book.keyring().current()->feed : holders.front().feed;
}

} // namespace

Result<EntryId> wishedDrive(const ledger::Ledger& ledger, const std::string& wanted) {
    if (!wanted.empty())
        return EntryId::fromHex(wanted);
    TEKEN_TRY(const auto drives, ledger.drives());
    if (drives.size() != 1)
        return fail(ErrorCode::NotFound, drives.empty() ? "drive.none" : "desk.which-drive",
                    "expected one drive, found " + std::to_string(drives.size()));
    return drives.front().drive;
}

Result<sync::EvidenceSummary> makeEvidence(const Seams& seams, store::Book& book,
                                           const ledger::Ledger& ledger, const EntryId& drive,
                                           const EvidenceWish& wish, audit::LogMaterial log,
                                           const sync::BundleProgress& progress) {
    sync::EvidenceRequest request;
    request.drive = drive;
    TEKEN_TRY(request.origin, writerOf(book));
    request.createdMs = seams.clock.now().time_since_epoch().count();
    request.openly = wish.open;
    if (!wish.to.empty()) {
        TEKEN_TRY(request.recipient, RecipientKey::fromHex(wish.to));
    }
    TEKEN_TRY(auto more, readHeldFiles(seams.files, wish.checkpoints, {}));
    for (auto& document : more.documents) // those with cosignatures, as witnesses gave them back
        log.checkpoints.push_back(std::move(document.text));
    request.log = std::move(log);
    return sync::writeEvidence(book, ledger, seams.storage, wish.out, request, seams.random, progress);
}

std::vector<std::string> evidenceLines(const sync::EvidenceSummary& written, const std::filesystem::path& out,
                                       words::Language language) {
    const auto say = [&](const char* indonesian, const char* english) {
        return std::string(language == words::Language::English ? english : indonesian);
    };
    const auto count = [](std::uint64_t number) { return std::to_string(number); };
    std::vector<std::string> lines;
    lines.push_back(say("Bukti ditulis: ", "Evidence written: ") + out.string());
    lines.push_back(count(written.records) + say(" entri · ", " entries · ") + count(written.blobs) +
                    say(" lampiran · ", " blobs · ") + count(written.checkpoints) +
                    say(" titik periksa · ", " checkpoints · ") + count(written.leaves) +
                    say(" daun log · ", " leaves · ") + count(written.places) +
                    say(" tempat dalam log", " places in the log"));
    if (written.accusations > 0)
        lines.push_back(count(written.accusations) +
                        say(" tuduhan terhadap log ikut dibawa; `audit` menilainya",
                            " accusations against the log go along; `audit` judges them"));
    if (written.leaves == 0)
        lines.push_back(say("Tanpa seluruh log, kelengkapan tidak dapat diperiksa dari berkas ini.",
                            "Without the whole log, completeness cannot be checked from this file."));
    return lines;
}

} // namespace teken::auditing
