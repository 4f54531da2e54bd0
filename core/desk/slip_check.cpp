#include "core/desk/slip_check.h"

#include "core/crypto/hash.h"
#include "core/desk/record_rows.h"
#include "core/entry/slip_code.h"
#include "core/entry/slip_text.h"
#include "core/store/entries.h"

namespace teken::desk {
namespace {

/// From the certificates alone, because the record itself may never have come here.
Result<SlipReport::Key> judgeKey(store::Book& book, const entry::VerifiedEntry& record) {
    TEKEN_TRY(const auto verdict, verdictByCertificates(book, record));
    switch (verdict) {
    case ledger::Verdict::Counts:
        return SlipReport::Key::Certified; // also what an admin admitted after a revocation
    case ledger::Verdict::Revoked:
        return SlipReport::Key::Revoked;
    case ledger::Verdict::OtherDrive:
    case ledger::Verdict::OutOfScope:
        return SlipReport::Key::OutOfScope;
    default:
        return SlipReport::Key::Unknown;
    }
}

} // namespace

Result<SlipReport> checkSlip(store::Book& book, const ledger::Ledger& ledger, std::string_view text) {
    SlipReport report;
    TEKEN_TRY(report.record, entry::readSlipText(text));
    report.code = entry::slipCode(report.record.raw.payload);
    TEKEN_TRY(const auto feed, ledger.feed(crypto::feedIdOf(report.record.raw.key)));
    if (feed) {
        TEKEN_TRY(report.key, judgeKey(book, report.record));
        report.device = feed->device;
    }
    TEKEN_TRY(const bool here, book.entries().has(report.record.id));
    if (!here)
        return report;
    TEKEN_TRY(report.standing, standingOf(book, report.record.id));
    auto proof = receiptOf(book, ledger, report.record.id);
    if (proof)
        report.proof = *std::move(proof);
    return report;
}

std::string_view keyName(SlipReport::Key key) {
    switch (key) {
    case SlipReport::Key::Certified:
        return "certified";
    case SlipReport::Key::OutOfScope:
        return "out-of-scope";
    case SlipReport::Key::Revoked:
        return "revoked";
    case SlipReport::Key::Unknown:
        break;
    }
    return "unknown";
}

} // namespace teken::desk
