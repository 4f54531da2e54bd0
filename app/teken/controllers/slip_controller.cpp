#include "app/teken/controllers/slip_controller.h"

namespace teken::app {

void SlipController::take(SlipVerdict verdict) {
    m_verdict = std::move(verdict);
    emit verdictChanged();
}

void SlipController::check(const QString& text) {
    take({});
    if (text.trimmed().isEmpty() || isBusy())
        return;
    m_service.checkSlip(text, answer<SlipVerdict>([this](SlipVerdict verdict) { take(std::move(verdict)); }));
}

void SlipController::print(const QString& code) {
    if (code.isEmpty() || isBusy())
        return;
    setPrinted({});
    m_papers.printSlip(code, answer([this, code] { setPrinted(code); }));
}

void SlipController::setPrinted(const QString& code) {
    if (m_printed == code)
        return;
    m_printed = code;
    emit printedChanged();
}

void SlipController::clear() {
    dismissFailure();
    take({});
    setPrinted({});
}

void SlipController::forget() {
    PageController::forget();
    take({});
    setPrinted({});
}

} // namespace teken::app
