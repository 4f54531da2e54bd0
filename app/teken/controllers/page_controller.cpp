#include "app/teken/controllers/page_controller.h"

namespace teken::app {

void PageController::setError(Error error) {
    if (m_error == error)
        return;
    m_error = std::move(error);
    emit failureChanged();
}

void PageController::changeUnderWay(int by) {
    const bool before = isBusy();
    m_underWay += by;
    if (before != isBusy())
        emit busyChanged();
}

} // namespace teken::app
