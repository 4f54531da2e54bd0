#include "app/teken/controllers/queue_controller.h"

namespace teken::app {

QueueController::QueueController(QueueService& service, QObject* parent)
    : PageController(parent), m_service(service) {
    connect(&service, &QueueService::queueChanged, this, [this] {
        if (m_loaded)
            refresh();
    });
}

void QueueController::show(EntryState::Value state) {
    if (m_shown == state)
        return;
    m_shown = state;
    m_entries.clear();
    m_limit = kRowsAtFirst;
    setLoaded(false);
    emit shownChanged();
    select(-1);
    refresh();
}

void QueueController::select(int index) {
    if (m_selected == index || (index >= 0 && !m_entries.row(index)))
        return;
    m_selected = index;
    emit selectedChanged();
}

QueueRow QueueController::entry() const {
    const auto* row = m_entries.row(m_selected);
    return row ? *row : QueueRow();
}

Notice QueueController::explanation() const {
    return noticeFor(entry().refusal);
}

void QueueController::refresh() {
    const auto asked = ++m_asked;
    m_service.list(m_shown, m_limit, listen<QList<QueueRow>>([this, asked](QList<QueueRow> rows) {
                       if (asked != m_asked)
                           return;
                       const EntryId before = entry().entry;
                       m_entries.changeTo(std::move(rows)); // whoever looks at them stays where they are
                       m_selected = -1;
                       for (int i = 0; i < m_entries.count(); ++i)
                           if (!before.isZero() && m_entries.rows()[i].entry == before)
                               m_selected = i;
                       setLoaded(true);
                       dismissFailure(); // whatever it was, the list is here again
                       emit selectedChanged();
                   }));
}

void QueueController::showMore() {
    // Fewer rows than were asked for: there are no more, or they are on their way.
    if (!m_loaded || m_entries.count() < m_limit || m_limit >= kRowsShown)
        return;
    m_limit = kRowsShown;
    refresh();
}

void QueueController::setLoaded(bool loaded) {
    if (m_loaded == loaded)
        return;
    m_loaded = loaded;
    emit loadedChanged();
}

void QueueController::retranslate() {
    PageController::retranslate();
    emit selectedChanged();
}

void QueueController::forget() {
    PageController::forget();
    ++m_asked;
    m_entries.clear();
    m_limit = kRowsAtFirst;
    m_selected = -1;
    setLoaded(false);
    emit selectedChanged();
}

} // namespace teken::app
