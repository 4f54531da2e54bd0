#include "core/desk/log_alarm.h"

#include "core/ledger/ledger.h"
#include "core/log/note.h"
#include "core/store/receipts.h"

namespace teken::desk {

namespace {

std::string fileNameOf(std::size_t number, const std::string& reason) {
    auto digits = std::to_string(number);
    digits.insert(0, digits.size() < 4 ? 4 - digits.size() : 0, '0');
    return digits + "-" + reason + ".txt";
}

/// Both words of the log, whole, under a head that says what they are; whoever reads it needs no program.
std::string evidenceText(const store::LogEvidence& evidence) {
    const log::VerifierKey key{evidence.origin, log::SignatureType::Ed25519, evidence.log};
    std::string text = "teken/bukti-log/v1\n";
    text += "temuan (finding): " + evidence.reason + "\n";
    text += "log: " + key.text() + "\n";
    text += "waktu laptop (laptop's clock), ms: " + std::to_string(evidence.when.time_since_epoch().count()) +
            "\n";
    if (evidence.entry)
        text += "catatan (entry): " + evidence.entry->hex() + "\n";
    text += "\n===== dipegang laptop ini (held by this laptop) =====\n";
    text += evidence.former.empty() ? "-\n" : evidence.former;
    text += "\n===== dijawab pusat (answered by the centre) =====\n";
    text += evidence.found.empty() ? "-\n" : evidence.found;
    return text;
}

} // namespace

std::filesystem::path logEvidenceFolder(const store::Book& book) {
    const auto& file = book.file();
    return file.parent_path() / (file.stem().string() + "-bukti-log");
}

Result<std::optional<LogAlarm>> logAlarm(store::Book& book) {
    TEKEN_TRY(const auto logs, ledger::logsOf(book));
    if (logs.empty())
        return std::optional<LogAlarm>{};
    TEKEN_TRY(const auto standing, book.receipts().standing(logs));
    if (standing.empty())
        return std::optional<LogAlarm>{};
    const auto& first = standing.front();
    return std::optional(LogAlarm{first.reason, standing.size(), first.when.time_since_epoch().count(),
                                  logEvidenceFolder(book)});
}

Result<> keepLogEvidence(store::Book& book, FileSystem& files) {
    TEKEN_TRY(const auto all, book.receipts().evidence());
    if (all.empty())
        return {};
    const auto folder = logEvidenceFolder(book);
    TEKEN_CHECK(files.createFolders(folder));
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto file = folder / fileNameOf(i + 1, all[i].reason);
        if (!files.exists(file))
            TEKEN_CHECK(files.writeAtomic(file, view(evidenceText(all[i]))));
    }
    return {};
}

} // namespace teken::desk
