// A slip that somebody brings, checked against the certificates in this laptop's book.
#include "app/teken/desk_services/rows.h"
#include "app/teken/desk_services/signing_desk.h"
#include "core/desk/slip_check.h"
#include "core/entry/slip_code.h"
#include "core/entry/slip_text.h"

namespace teken::app {

namespace {

SlipState::Value stateOf(const desk::SlipReport& report) {
    using Key = desk::SlipReport::Key;
    if (report.key == Key::Unknown)
        return SlipState::Unknown;
    if (report.key != Key::Certified)
        return report.key == Key::Revoked ? SlipState::Revoked : SlipState::OutOfScope;
    if (!report.standing)
        return SlipState::Elsewhere;
    if (*report.standing == desk::Standing::Voided)
        return SlipState::Voided;
    return *report.standing == desk::Standing::Counts ? SlipState::Good : SlipState::NotCounted;
}

constexpr qsizetype kMostCodeLetters = 40; // seventeen, however they are spaced

// Who has no scanner types the code below the QR: then the record has to be here.
Result<std::string> slipMeantBy(LaptopDesk& desk, const QString& typed) {
    const auto text = typed.trimmed();
    if (text.size() > kMostCodeLetters || text.startsWith(QLatin1String("TEKEN"), Qt::CaseInsensitive))
        return text.toStdString();
    TEKEN_TRY(const auto record, desk::findRecord(desk.book(), text.toStdString()));
    return entry::slipText(record.raw);
}

QString unitName(LaptopDesk& desk, const std::string& code) {
    const auto officer = desk.desk();
    const auto* unit = officer ? (*officer)->people().roster().unit(code) : nullptr;
    return textOf(unit != nullptr ? unit->name : code);
}

Result<SlipVerdict> checkSlipNow(LaptopDesk& desk, const QString& typed) {
    TEKEN_TRY(const auto text, slipMeantBy(desk, typed));
    TEKEN_TRY(const auto report, desk::checkSlip(desk.book(), desk.ledger(), text));
    SlipVerdict verdict;
    verdict.state = stateOf(report);
    verdict.code = textOf(report.code);
    verdict.unit = unitName(desk, report.sign().unit);
    verdict.device = textOf(report.device);
    verdict.signedAt = timeOf(report.record.payload.header.wallMs);
    verdict.inLog = !report.proof.empty();
    return verdict;
}

} // namespace

void SigningDesk::checkSlip(const QString& text, Finish<SlipVerdict> finish) {
    m_line.read<SlipVerdict>(std::move(finish), [=](LaptopDesk& desk) { return checkSlipNow(desk, text); });
}

} // namespace teken::app
