#include "app/teken/controllers/page_controller.h"

namespace teken::app {

void PageController::setError(Error error, Again again) {
    const bool same = m_error == error && canRetry() == static_cast<bool>(again);
    m_error = std::move(error);
    m_again = std::move(again);
    if (!same)
        emit failureChanged();
}

void PageController::retry() {
    if (isBusy() || !m_again)
        return;
    const auto again = m_again;
    setError({});
    again();
}

void PageController::changeUnderWay(int by) {
    const bool before = isBusy();
    m_underWay += by;
    if (before != isBusy())
        emit busyChanged();
}

} // namespace teken::app
