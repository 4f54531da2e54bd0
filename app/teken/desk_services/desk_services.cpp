#include "app/teken/desk_services/desk_services.h"

namespace teken::app {

DeskServices::DeskServices(const Outside& outside, const QString& powerFolder,
                           std::unique_ptr<Printer> printer)
    : m_line(std::make_unique<DeskLine>(outside)), m_unlock(*m_line), m_sessions(*m_line, powerFolder),
      m_signing(*m_line), m_flows(*m_line), m_send(*m_line, outside), m_queue(*m_line),
      m_papers(*m_line, outside, std::move(printer)), m_letterhead(outside),
      m_audit({outside.clock, outside.random, outside.files, outside.storage}) {
    m_line->setOnNews([this](const LineNews& news) { take(news); });
}

DeskServices::~DeskServices() {
    m_papers.close();
    m_letterhead.close();
    m_send.close(); // it uses the line
    m_line.reset(); // its last answers may still find the services
}

Services DeskServices::services() {
    return {m_unlock, m_unlock, m_sessions, m_signing, m_signing,    m_send,
            m_queue,  m_places, m_flows,    m_papers,  m_letterhead, m_audit};
}

void DeskServices::take(const LineNews& news) {
    m_send.take(news);
    const auto& now = news.counts;
    const bool moved = now.saved != m_counts.saved || now.received != m_counts.received ||
                       now.waiting != m_counts.waiting || now.trouble != m_counts.trouble;
    // Each step of a round is news of the strip only: lists are read again when an entry has moved.
    if (!moved && !news.roundEnded && news.unlocked == m_unlocked)
        return;
    m_counts = now;
    m_unlocked = news.unlocked;
    emit m_sessions.sessionsChanged();
    emit m_queue.queueChanged();
}

} // namespace teken::app
