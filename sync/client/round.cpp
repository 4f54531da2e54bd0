#include "sync/client/round.h"

#include "core/store/acks.h"
#include "core/store/journal.h"
#include "core/store/keyring.h"
#include "sync/client/round_messages.h"
#include "sync/protocol/server_life.h"

#include <algorithm>

namespace teken::sync::client {

namespace {

constexpr unsigned kMostPasses = 4;
constexpr unsigned kMostGreetings = 3;

} // namespace

Round::Round(Memory& memory, RandomSource& random, RoundOptions options)
    : m_memory(memory), m_random(random), m_options(std::move(options)) {}

Progress Round::progress() const {
    static constexpr std::string_view kNames[] = {"hello",   "compare", "compare",  "send",     "send",
                                                  "compare", "receive", "receipts", "receipts", "blobs",
                                                  "blobs",   "blobs",   "status",   "done"};
    std::uint64_t waiting = m_toPushById.size() + m_sent.size();
    for (const auto& range : m_toPush)
        waiting += range.to - range.from + 1;
    const auto done = m_report.sent + m_report.refused + m_report.quarantined;
    return {kNames[static_cast<std::size_t>(m_phase)], done, done + waiting};
}

Step Round::finish(std::optional<Error> error, std::optional<std::chrono::seconds> retryAfter) {
    m_finished = true;
    m_phase = Phase::Done;
    if (error)
        m_report.advice = adviceFor(*error);
    m_report.error = std::move(error);
    m_report.retryAfter = retryAfter;
    return Finished{m_report};
}

Step Round::begin(const Local& local, const Now& now) {
    TEKEN_ASSERT(!m_finished && m_phase == Phase::Hello, "a round begins once");
    if (local.book.locked())
        return finish(Error{ErrorCode::Locked, "store.locked", "expected an unlocked book", {}},
                      std::nullopt);
    if (const auto loaded = loadTroubles(local); !loaded)
        return finish(loaded.error(), std::nullopt);
    return advance(local, now);
}

Step Round::failed(const Local&, const Now&, const Error& error) {
    TEKEN_ASSERT(!m_finished, "a finished round takes no more events");
    // A batch that got no answer was perhaps too long for this link.
    if (m_phase == Phase::Push)
        pace(Milliseconds{60'000});
    return finish(error, std::nullopt);
}

Step Round::answered(const Local& local, const Now& now, const Response& response) {
    TEKEN_ASSERT(!m_finished, "a finished round takes no more events");
    m_report.bytesReceived += response.body.size();
    const auto taken = take(local, now, response);
    if (!taken) {
        const auto mended = mend(local, taken.error());
        if (!mended)
            return finish(mended.error(), response.retryAfter);
        if (!*mended)
            return finish(taken.error(), response.retryAfter);
    }
    return advance(local, now);
}

/// Goes through the phases until one has something to ask.
Step Round::advance(const Local& local, const Now& now) {
    for (;;) {
        auto asked = ask(local, now);
        if (!asked)
            return finish(asked.error(), std::nullopt);
        if (*asked) {
            m_report.bytesSent += (*asked)->body.size();
            return Send{**std::move(asked)};
        }
        if (m_phase == Phase::Pull && m_changed && m_pass + 1 < kMostPasses) {
            nextPass();
            continue;
        }
        if (m_phase == Phase::Status)
            return finish(std::nullopt, std::nullopt);
        enter(static_cast<Phase>(static_cast<std::uint8_t>(m_phase) + 1));
    }
}

void Round::enter(Phase phase) {
    m_phase = phase;
}

/// What was sent or received may have made more possible: a gap closed, a certificate arrived.
void Round::nextPass() {
    ++m_pass;
    m_changed = false;
    m_loaded = false;
    m_listed = false;
    m_listAfter.reset();
    m_canRead = true;
    m_report.readingError.reset();
    enter(Phase::Heads);
}

Round::Sent Round::ask(const Local& local, const Now& now) {
    switch (m_phase) {
    case Phase::Hello:
        if (m_greeted)
            return std::nullopt;
        ++m_greetings;
        m_nonce = m_random.make<Nonce>();
        return plain(path::kHello, HelloRequest{m_nonce, m_options.software}).map(kSome);
    case Phase::Heads:
        return askHeads(local);
    case Phase::Ids:
        return askIds(local);
    case Phase::Push:
        return askPush(local, now);
    case Phase::Ack:
        return askAck();
    case Phase::List:
        return askList(local);
    case Phase::Pull:
        return askPull(local);
    case Phase::Log:
        return askLog(local);
    case Phase::Errand:
        return askErrand(local);
    case Phase::BlobsAsk:
        return askBlobs(local);
    case Phase::BlobWrite:
        return askBlobWrite(local);
    case Phase::BlobRead:
        return askBlobRead(local);
    case Phase::Status:
        return askStatus(local, now);
    case Phase::Done:
        break;
    }
    return std::nullopt;
}

Result<> Round::take(const Local& local, const Now& now, const Response& response) {
    switch (m_phase) {
    case Phase::Hello:
        return takeHello(local, now, response);
    case Phase::Heads:
        return takeHeads(local, now, response);
    case Phase::Ids:
        return takeIds(local, response);
    case Phase::Push:
        return takePush(local, now, response);
    case Phase::Ack:
        return takeAck(local, now, response);
    case Phase::List:
        return takeList(local, response);
    case Phase::Pull:
        return takePull(local, response);
    case Phase::Log:
        return takeLog(local, now, response);
    case Phase::Errand:
        return takeErrand(local, now, response);
    case Phase::BlobsAsk:
        return takeBlobs(response);
    case Phase::BlobWrite:
        return takeBlobWrite(response);
    case Phase::BlobRead:
        return takeBlobRead(local, response);
    case Phase::Status:
        return takeStatus(local, now, response);
    case Phase::Done:
        break;
    }
    return fail(ErrorCode::Internal, "sync.phase", "an answer without a question");
}

/// True if the round can go on after this error: then the state has been changed so that it does not repeat.
Result<bool> Round::mend(const Local&, const Error& error) {
    if (error.code == ErrorCode::Unauthorized && error.reason == "sync.proof-stale" &&
        m_greetings < kMostGreetings) {
        // The server was started anew, or the round took long: a fresh challenge, then the same question.
        m_greeted = false;
        m_resume = m_phase;
        if (m_phase == Phase::Push)
            requeueSent();
        enter(Phase::Hello);
        return true;
    }
    if (error.reason == "sync.too-large" && m_phase == Phase::Push && m_sent.size() > 1) {
        requeueSent();
        pace(Milliseconds{60'000});
        return true;
    }
    const bool noLog = error.code == ErrorCode::NotFound || error.reason.starts_with("log.");
    if ((m_phase == Phase::Log || m_phase == Phase::Errand) && noLog) {
        // It keeps none, has signed nothing yet, or its signer has stopped: entries wait, the rest goes on.
        m_report.logError = error;
        m_log.done = true;
        m_errand.waiting.clear();
        return true;
    }
    const bool oneBlob = m_phase == Phase::BlobWrite || m_phase == Phase::BlobRead;
    if (oneBlob && (adviceFor(error) == Advice::ThisOnly || error.code == ErrorCode::Unauthorized)) {
        skipBlob();
        return true;
    }
    const bool reads = m_phase == Phase::Ids || m_phase == Phase::List || m_phase == Phase::Pull ||
                       m_phase == Phase::BlobsAsk || m_phase == Phase::Status;
    if (reads && error.code == ErrorCode::Unauthorized) {
        // Not allowed to read (yet): sending goes on, and what was sent may be the very certificate.
        m_canRead = false;
        m_report.readingError = error;
        return true;
    }
    if (m_phase == Phase::Status && adviceFor(error) == Advice::ThisOnly) {
        m_drivesToAsk.pop_front();
        m_statusAfter.reset();
        m_statusPages.clear();
        return true;
    }
    return false;
}

Result<> Round::takeHello(const Local& local, const Now& now, const Response& response) {
    TEKEN_TRY(const auto answer, read<HelloAnswer>(response));
    TEKEN_TRY(const auto servers, local.ledger.servers());
    const bool certified =
        std::ranges::any_of(servers, [&](const auto& server) { return server.key == answer.statement.key; });
    if (!certified)
        return fail(ErrorCode::Unauthorized, "sync.server-unknown",
                    "expected a server that the root certified, found another key");
    TEKEN_TRY(const auto facts, verifyHello(answer.statement));
    if (facts.nonce != m_nonce)
        return fail(ErrorCode::VerificationFailed, "sync.hello-nonce",
                    "expected an answer to this hello, found one to another");
    if (m_greeted || (m_greetings > 1 && facts.server != m_server))
        return fail(ErrorCode::VerificationFailed, "sync.server-changed", "another server within one round");
    m_server = facts.server;
    m_challenge = facts.challenge;
    m_limits = facts.limits;
    m_serverTime = facts.time;
    m_report.clockOffset = facts.time - now.wall;
    const bool again = m_greetings > 1 && facts.epoch == m_epoch;
    m_epoch = facts.epoch;
    m_greeted = true;
    TEKEN_CHECK(noteEpoch(local, now));
    if (again && m_resume)
        enter(*m_resume);
    m_resume.reset();
    return {};
}

/// Another epoch: what this server acknowledged in its former life is worth nothing now. The answer carries
/// our own nonce, so this is the present one, whatever was met before.
Result<> Round::noteEpoch(const Local& local, const Now& now) {
    TEKEN_TRY(const auto fit, fitOf(local.book, m_server, m_epoch, m_serverTime));
    TEKEN_TRY(const bool present, isPresent(local.book, m_server, m_epoch));
    if (present)
        return {};
    m_report.serverRestored = m_report.serverRestored || fit != LifeFit::First;
    m_memory.blobsThere.clear();
    return local.book.write([&](store::Transaction& transaction) {
        return beginLife(local.book, transaction, m_server, m_epoch, m_serverTime, now.wall);
    });
}

} // namespace teken::sync::client
