#include "core/desk/slip_check.h"

#include "core/crypto/hash.h"
#include "core/entry/slip_code.h"
#include "core/entry/slip_text.h"
#include "core/store/entries.h"

#include <algorithm>

namespace teken::desk {
namespace {

/// From the certificates alone, because the record itself may never have come here.
Result<SlipReport::Key> judgeKey(store::Book& book, const entry::VerifiedEntry& record,
                                 const ledger::FeedState& feed) {
    if (feed.role != entry::Role::Field)
        return SlipReport::Key::Unknown;
    if (feed.revokedAfter && record.payload.header.seq > *feed.revokedAfter)
        return SlipReport::Key::Revoked;
    TEKEN_TRY(const auto certificates, certificatesOf(book, record, {}));
    const bool reached = std::ranges::any_of(certificates, [](const entry::Entry& one) {
        const auto payload = entry::decodePayload(one.payload);
        return payload && std::holds_alternative<entry::CertifyOfficer>(payload->body);
    });
    return reached ? SlipReport::Key::Certified : SlipReport::Key::OutOfScope;
}

} // namespace

Result<SlipReport> checkSlip(store::Book& book, const ledger::Ledger& ledger, std::string_view text) {
    SlipReport report;
    TEKEN_TRY(report.record, entry::readSlipText(text));
    report.code = entry::slipCode(report.record.raw.payload);
    TEKEN_TRY(const auto feed, ledger.feed(crypto::feedIdOf(report.record.raw.key)));
    if (feed) {
        TEKEN_TRY(report.key, judgeKey(book, report.record, *feed));
        report.device = feed->device;
    }
    TEKEN_TRY(const bool here, book.entries().has(report.record.id));
    if (!here)
        return report;
    TEKEN_TRY(report.standing, standingOf(book, report.record.id));
    if (report.standing == Standing::Counts)
        report.key = SlipReport::Key::Certified; // also what an admin admitted after a revocation
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
