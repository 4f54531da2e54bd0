// The signer's slip: small, for a till printer or a cut sheet. It names nobody, so that a lost one tells
// nothing.
#include "app/papers/gather_parts.h"
#include "app/papers/paper_parts.h"
#include "core/entry/slip_code.h"
#include "core/entry/slip_text.h"
#include "core/store/entries.h"

namespace teken::papers {

namespace {

constexpr double kSlipQr = millimetres(52); // half a millimetre a module: what telephones read (SLIP.md)
constexpr TextStyle kSlipText{.size = 7.6, .align = Align::Center};

} // namespace

Result<SlipOnPaper> gatherSlip(store::Book& book, const ledger::Ledger& ledger, const EntryId& drive,
                               const EntryId& signature) {
    TEKEN_TRY(const auto state, ledger.drive(drive));
    TEKEN_TRY(const auto stored, book.entries().get(signature));
    const auto* whole = std::get_if<entry::Entry>(&stored.record);
    if (whole == nullptr)
        return fail(ErrorCode::NotFound, "papers.no-signature",
                    "expected a whole record, found a withheld one");
    TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
    const auto* sign = std::get_if<entry::Sign>(&payload.body);
    if (sign == nullptr)
        return fail(ErrorCode::InvalidInput, "slip.kind", "expected a signature, found another record");
    SlipOnPaper slip;
    slip.drive = driveOnPaper(state);
    TEKEN_TRY(const auto session, ledger.session(drive, sign->session));
    if (session) {
        slip.session = session->title;
        slip.place = session->place;
    }
    slip.wallMs = payload.header.wallMs;
    slip.code = entry::slipCode(whole->payload);
    auto record = entry::slipText(*whole);
    if (!record && record.error().reason != "slip.too-large")
        return fail(record.error());
    slip.record = record ? std::move(*record) : std::string();
    return slip;
}

Result<Document> composeSlip(const SlipOnPaper& slip, const PaperStyle& style) {
    TEKEN_TRY(const auto typesetter, Typesetter::create(style.head.font));
    Composer composer(typesetter, PaperSize::Slip, "Tanda terima", style.printedAt);
    composer.part({});
    composer.text("TANDA TERIMA", {.size = 11, .bold = true, .align = Align::Center}, {.after = 1});
    composer.text(slip.drive.opening.title, kSlipText, {.after = 4});
    composer.text(slip.code, {.size = 12, .bold = true, .tabular = true, .align = Align::Center},
                  {.after = 2});
    if (!slip.record.empty())
        composer.qr(slip.record, kSlipQr);
    composer.space(2);
    composer.text("Tanda tangan dicatat " + domain::formatDateHour(timeOf(slip.wallMs), slip.drive.zone) +
                      ", " + slip.session + ", " + slip.place + ".",
                  kSlipText, {.after = 3});
    composer.text(
        "Slip ini tidak memuat nama. Pindai QR atau ketik kodenya di halaman periksa untuk melihat bahwa "
        "catatannya ada dan tidak diubah.",
        {.size = 6.8, .align = Align::Center, .gray = 0.2}, {.after = 0});
    TEKEN_TRY(auto document, composer.finish());
    document.watermark = style.watermark;
    return document;
}

} // namespace teken::papers
