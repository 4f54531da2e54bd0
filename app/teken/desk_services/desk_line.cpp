#include "app/teken/desk_services/desk_line.h"

namespace teken::app {

DeskLine::DeskLine(Outside outside)
    : m_desk(std::move(outside)), m_sync(m_thread, m_desk, [this](const auto& state) { onWorker(state); }) {}

DeskLine::~DeskLine() {
    m_onNews = nullptr;
    m_thread.post([this] {
        m_sync.stop();
        // Nobody is left to be told; an unfinished goodbye shows as a crash at the next start.
        static_cast<void>(m_desk.lock());
    });
    m_thread.stop();
}

void DeskLine::unlock(const FeedId& officer, crypto::SecretBytes passphrase, Finish<Welcome> finish) {
    auto secret = std::make_shared<crypto::SecretBytes>(std::move(passphrase));
    m_thread.run<Welcome>(std::move(finish), [this, officer, secret]() -> Result<Welcome> {
        m_sync.stop();
        auto welcome = m_desk.unlock(officer, *secret);
        *secret = {}; // wiped now, not when the last copy of this function goes
        m_workerState = {};
        m_sync.start();
        tell();
        return welcome;
    });
}

void DeskLine::lock(Finish<> finish) {
    m_thread.run<void>(std::move(finish), [this]() -> Result<> {
        m_sync.stop();
        auto locked = m_desk.lock();
        m_workerState = {};
        tell(true);
        return locked;
    });
}

void DeskLine::sendNow(Finish<> started) {
    m_thread.run<void>(std::move(started), [this]() -> Result<> {
        TEKEN_TRY(const auto* const officer, m_desk.desk());
        static_cast<void>(officer);
        m_sync.start(); // the address may have come with the last file
        if (!m_sync.started())
            return fail(ErrorCode::NotFound, "sync.no-server", "expected the centre's address, found none");
        m_sync.sendNow();
        return {};
    });
}

void DeskLine::onWorker(const sync::client::WorkerState& state) {
    const bool ended = m_workerState.running && !state.running && state.last;
    m_workerState = state;
    if (ended)
        if (const auto kept = m_desk.afterRound(*state.last); !kept)
            m_workerState.last->error = kept.error(); // shown as the round's trouble
    tell(ended);
}

void DeskLine::tell(bool roundEnded) {
    LineNews news;
    news.counts = m_desk.counts();
    news.contact = m_desk.contact();
    news.worker = m_workerState;
    news.unlocked = m_desk.unlocked();
    news.roundEnded = roundEnded;
    m_thread.toGui([this, news = std::move(news)] {
        if (m_onNews)
            m_onNews(news);
    });
}

} // namespace teken::app
