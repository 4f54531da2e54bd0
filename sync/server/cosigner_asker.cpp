#include "sync/server/cosigner_asker.h"

#include <algorithm>

namespace teken::sync::server {

namespace {

constexpr int kMostQuestions = 3; // a witness that answers with yet another size each time is left alone

tl::unexpected<Error> twoTrees(const std::string& message) {
    return fail(ErrorCode::Conflict, "cosigner.two-trees", message);
}

} // namespace

CosignerAsker::CosignerAsker(Service& service, std::vector<CosignerSeat> seats, const Clock& clock)
    : m_service(service), m_clock(clock) {
    for (auto& seat : seats)
        m_witnesses.push_back({std::move(seat), {}, {}, Milliseconds::min(), 0});
}

bool CosignerAsker::due(const Witness& witness, log::TreeSize newest, Milliseconds now) const {
    return witness.done < newest && now >= witness.nextTry;
}

bool CosignerAsker::tend() {
    const auto now = m_clock.monotonic();
    if (m_witnesses.empty() || now < m_nextPass)
        return false;
    const auto note = m_service.logCheckpoint();
    const auto parsed = note ? log::parseNote(*note) : fail(note.error());
    const auto newest = parsed ? log::parseCheckpoint(parsed->text) : fail(parsed.error());
    if (!newest || newest->size.value == 0)
        return false;
    bool asked = false;
    for (auto& witness : m_witnesses) {
        if (!due(witness, newest->size, now))
            continue;
        asked = true;
        ask(witness, *note, newest->size);
    }
    if (asked)
        m_nextPass = now + kBetweenPasses;
    return false;
}

void CosignerAsker::ask(Witness& witness, const std::string& note, log::TreeSize size) {
    CosignerHealth health{witness.seat.key.name, CosignerHealth::State::Signed, {}, 0};
    auto lines = linesOf(witness, note, size);
    std::optional<Error> error;
    if (!lines) {
        error = lines.error();
    } else {
        const cosigner::Testimony testimony{witness.seat.key, *std::move(lines)};
        auto added = m_service.addCosignatures(note, {&testimony, 1});
        if (!added)
            error = added.error();
        else if (!added->refused.empty())
            error = added->refused.front();
    }
    if (!error) {
        witness.done = witness.signedLast = size;
        witness.failures = 0;
    } else {
        health.state = error->reason == "cosigner.two-trees" ? CosignerHealth::State::TwoTrees
                                                             : CosignerHealth::State::Trying;
        health.reason = error->reason;
        const auto rest = std::min(kMostRetry, kFirstRetry * (1 << std::min(witness.failures, 8U)));
        witness.nextTry = m_clock.monotonic() + rest;
        ++witness.failures;
    }
    health.signedLeaves = witness.done.value;
    m_service.noteCosigner(health);
    if (m_onAsked)
        m_onAsked(health);
}

Result<cosigner::Lines> CosignerAsker::linesOf(Witness& witness, const std::string& note,
                                               log::TreeSize size) {
    for (int i = 0; i < kMostQuestions; ++i) {
        const auto old = witness.signedLast;
        auto request = m_service.cosignerRequest(old, note);
        if (!request)
            return fail(request.error());
        auto reading = exchange(witness, *request);
        // It looked at a proof that this server has just computed from its own tree.
        if (!reading && reading.error().reason == "cosigner.proof")
            return twoTrees("the witness holds another tree of " + std::to_string(old.value) + " leaves");
        if (!reading)
            return fail(reading.error());
        if (auto* lines = std::get_if<cosigner::Lines>(&*reading))
            return std::move(*lines);
        const auto signedLast = std::get<cosigner::Conflict>(*reading).signedLast;
        if (signedLast == old)
            return twoTrees("the witness holds another root of " + std::to_string(size.value) + " leaves");
        if (signedLast > size) {
            TEKEN_TRY(const auto newest, m_service.logCheckpoint());
            TEKEN_TRY(const auto parsed, log::parseNote(newest));
            TEKEN_TRY(const auto checkpoint, log::parseCheckpoint(parsed.text));
            if (signedLast > checkpoint.size)
                return twoTrees("the witness has signed for " + std::to_string(signedLast.value) +
                                " leaves, more than this log has");
            return fail(ErrorCode::Busy, "cosigner.ahead", "the witness has signed a newer checkpoint");
        }
        witness.signedLast = signedLast;
    }
    return fail(ErrorCode::Busy, "cosigner.unavailable", "the witness answers with other sizes each time");
}

Result<cosigner::Reading> CosignerAsker::exchange(const Witness& witness,
                                                  const cosigner::AddCheckpoint& request) {
    TEKEN_TRY(const auto response, witness.seat.line->exchange({witness.seat.path,
                                                                std::string(cosigner::kTextContent),
                                                                {},
                                                                toBytes(cosigner::formatRequest(request))}));
    return cosigner::readAnswer(response.status, response.contentType, textOf(response.body));
}

} // namespace teken::sync::server
