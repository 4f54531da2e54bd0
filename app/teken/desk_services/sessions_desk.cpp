#include "app/teken/desk_services/sessions_desk.h"

#include "app/teken/desk_services/health.h"
#include "app/teken/desk_services/rows.h"
#include "core/desk/session_code.h"
#include "core/store/blobs.h"
#include "core/store/entries.h"

#include <algorithm>
#include <array>
#include <utility>

namespace teken::app {

namespace {

/// Who leads and who watches, as the opening says. Empty for a session that this laptop has not opened.
Result<entry::OpenSession> openingOf(const desk::OfficerDesk& officer, const desk::SessionCard& card) {
    if (!card.own)
        return entry::OpenSession{};
    return officer.openingOf(card.own->opening);
}

struct MinutesSigner {
    entry::Present role;
    std::string name;
};

/// The head, then the witnesses.
std::vector<MinutesSigner> minutesSigners(const entry::OpenSession& opening) {
    constexpr std::array kWitnesses{entry::Present::Witness1, entry::Present::Witness2,
                                    entry::Present::Witness3};
    std::vector<MinutesSigner> signers{{entry::Present::Head, opening.head.name}};
    for (std::size_t i = 0; i < std::min(opening.witnesses.size(), kWitnesses.size()); ++i)
        signers.push_back({kWitnesses[i], opening.witnesses[i].name});
    return signers;
}

bool hasSignedMinutes(const desk::SessionCard& card, entry::Present role) {
    const auto& done = card.own->minutesSignedBy;
    return std::find(done.begin(), done.end(), role) != done.end();
}

// A crash between the closing and the last of its ink leaves minutes that somebody has yet to sign.
bool minutesMissing(const desk::SessionCard& card, const entry::OpenSession& opening) {
    if (!card.own || !card.own->closing)
        return false;
    for (const auto& signer : minutesSigners(opening))
        if (!hasSignedMinutes(card, signer.role))
            return true;
    return false;
}

SessionRow rowOf(const desk::SessionCard& card, const entry::OpenSession& opening) {
    auto row = sessionRow(card);
    row.minutesMissing = minutesMissing(card, opening);
    if (row.minutesMissing && row.state == SessionState::MinutesSigned)
        row.state = SessionState::Closed; // by some, not by all
    return row;
}

UnitRow unitRow(const desk::PeopleBoard& people, const domain::Unit& unit) {
    UnitRow row;
    row.code = textOf(unit.code);
    row.name = textOf(unit.name);
    if (const auto* parent = people.roster().unit(unit.parent))
        row.parentUnit = textOf(parent->name);
    const auto counts = people.counts({unit.code}, std::nullopt);
    row.people = static_cast<int>(counts.expected());
    row.notYet = static_cast<int>(counts.notYet);
    return row;
}

// The units an officer may open a session for are those the certificate names, not the ones below them.
Result<QList<UnitRow>> unitsNow(LaptopDesk& desk) {
    TEKEN_TRY(auto* const officer, desk.desk());
    const auto& scope = officer->feedState().units;
    QList<UnitRow> rows;
    for (const auto& unit : officer->people().roster().snapshot().units) {
        const bool named =
            scope == entry::Units{"*"} || std::find(scope.begin(), scope.end(), unit.code) != scope.end();
        if (named)
            rows.append(unitRow(officer->people(), unit));
    }
    return rows;
}

// A plan that is not here, or not to be read, names none.
std::vector<BlobId> plannedTexts(LaptopDesk& desk, const ledger::SessionState& state) {
    if (!state.plan)
        return {};
    const auto stored = desk.book().entries().get(*state.plan);
    const auto* whole = stored ? std::get_if<entry::Entry>(&stored->record) : nullptr;
    if (whole == nullptr)
        return {};
    const auto payload = entry::decodePayload(whole->payload);
    const auto* plan = payload ? std::get_if<entry::PlanSession>(&payload->body) : nullptr;
    return plan != nullptr ? plan->texts : std::vector<BlobId>();
}

Result<QList<PledgeText>> textsNow(LaptopDesk& desk, const std::optional<SessionId>& session) {
    TEKEN_TRY(auto* const officer, desk.desk());
    TEKEN_TRY(const auto drive, officer->driveState());
    std::vector<BlobId> planned;
    if (session) {
        TEKEN_TRY(const auto state, desk.ledger().session(officer->drive(), *session));
        if (state)
            planned = plannedTexts(desk, *state);
    }
    QList<PledgeText> texts;
    for (const auto& state : drive.texts) {
        TEKEN_TRY(const auto here, desk.book().blobs().has(state.text));
        if (!here)
            continue; // what cannot be shown cannot be chosen
        TEKEN_TRY(const auto content, officer->text(state.text));
        texts.append(pledgeText(state, content));
        texts.last().planned = std::find(planned.begin(), planned.end(), state.text) != planned.end();
    }
    return texts;
}

Result<SessionId> openNow(LaptopDesk& desk, const SessionPlan& plan) {
    TEKEN_TRY(auto* const officer, desk.desk());
    const auto unit = plan.unitCode.toStdString();
    desk::OpenRequest request;
    request.session = plan.planned;
    request.parent = plan.parent;
    if (!plan.joinCode.trimmed().isEmpty()) {
        TEKEN_TRY(request.session, desk::sessionFromCode(plan.joinCode.toStdString()));
    }
    request.place = plan.place.toStdString();
    request.head = {plan.head.toStdString(), {}, {}};
    for (const auto& name : {plan.witnessOne, plan.witnessTwo})
        if (!name.isEmpty())
            request.witnesses.push_back({name.toStdString(), {}, {}});
    std::optional<ledger::SessionState> known;
    if (request.session) {
        TEKEN_TRY(known, desk.ledger().session(officer->drive(), *request.session));
    }
    const bool asKnown =
        known && std::find(known->units.begin(), known->units.end(), unit) != known->units.end();
    if (!asKnown && !plan.planned) // a plan's units are the admin's word
        request.units = {unit};
    if (!known) {
        const auto* named = officer->people().roster().unit(unit);
        request.title = (plan.parent ? "Sesi susulan " : "Sesi ") + (named != nullptr ? named->name : unit);
    }
    TEKEN_TRY(const auto drive, officer->driveState());
    for (const auto& text : drive.texts)
        if (plan.texts.contains(textOf(text.text.hex())))
            request.texts.push_back(text.text);
    // One that is not here any more is not left out in silence.
    if (request.texts.empty() || request.texts.size() != static_cast<std::size_t>(plan.texts.size()))
        return fail(ErrorCode::NotFound, "session.no-text", "expected a locked text, found none");
    return officer->openSession(request);
}

Result<RunningSession> runningNow(LaptopDesk& desk, const SessionId& session) {
    TEKEN_TRY(auto* const officer, desk.desk());
    TEKEN_TRY(const auto card, officer->session(session));
    TEKEN_TRY(const auto opening, openingOf(*officer, card));
    RunningSession running;
    running.row = rowOf(card, opening);
    running.head = textOf(opening.head.name);
    std::int64_t lastReadMs = 0;
    for (const auto& text : opening.texts) {
        const auto readMs = officer->readJointlyMs(session, text);
        running.textsUnread += readMs ? 0 : 1;
        lastReadMs = std::max(lastReadMs, readMs.value_or(0));
    }
    if (lastReadMs > 0)
        running.readJointlyAt = timeOf(lastReadMs);
    running.code = textOf(desk::sessionCode(session));
    running.rosterTrouble = missingPeople(officer->people(), card.state.units);
    if (const auto back = officer->clockSetBack(); back && *back)
        running.clockSetBackSeconds = static_cast<int>((*back)->count() / 1'000);
    return running;
}

Result<ClosingSummary> summaryNow(LaptopDesk& desk, const SessionId& session) {
    TEKEN_TRY(auto* const officer, desk.desk());
    TEKEN_TRY(const auto card, officer->session(session));
    TEKEN_TRY(const auto opening, openingOf(*officer, card));
    TEKEN_TRY(const auto ink, officer->strokes().all());
    const auto& counts = card.counts;
    ClosingSummary summary;
    summary.expected = static_cast<int>(counts.expected());
    summary.signedHere = static_cast<int>(counts.signedHere);
    summary.signedElsewhere = static_cast<int>(counts.signedElsewhere);
    summary.excused = static_cast<int>(counts.excused);
    summary.absent = static_cast<int>(counts.absent);
    summary.refused = static_cast<int>(counts.refused);
    summary.notYet = static_cast<int>(counts.notYet);
    summary.added = static_cast<int>(counts.added);
    summary.duplicates = static_cast<int>(counts.duplicates);
    summary.voided = static_cast<int>(card.state.voided);
    summary.waiting = static_cast<int>(card.waiting);
    for (const auto& one : ink) {
        if (one.session != session)
            continue;
        ++summary.unfinishedInk;
        // Somebody may have left the list since.
        if (const auto known = officer->people().card(one.person, session))
            summary.unfinishedPeople.append(textOf(known->name));
    }
    TEKEN_TRY(const auto events, officer->specialEvents(session));
    summary.events = static_cast<int>(events.size());
    summary.closedBefore = card.own && card.own->closing;
    summary.rosterTrouble = missingPeople(officer->people(), card.state.units);
    for (const auto& signer : minutesSigners(opening)) {
        summary.signers.append(textOf(signer.name));
        summary.inkStands.append(card.own && hasSignedMinutes(card, signer.role));
    }
    return summary;
}

// Can be asked again: what an interrupted closing has written stands, the rest follows.
Result<> closeNow(LaptopDesk& desk, const SessionId& session, const ClosingInk& ink, bool minutesMayFollow) {
    TEKEN_TRY(auto* const officer, desk.desk());
    TEKEN_TRY(const auto before, officer->session(session));
    if (!before.own)
        return fail(ErrorCode::NotFound, "session.no-desk", "expected a desk of this laptop, found none");
    TEKEN_TRY(const auto opening, openingOf(*officer, before));
    const auto signers = minutesSigners(opening);
    std::vector<std::pair<MinutesSigner, domain::InkStrokes>> missing;
    for (std::size_t i = 0; i < signers.size(); ++i) {
        const auto given = ink.value(static_cast<qsizetype>(i));
        if (!hasSignedMinutes(before, signers[i].role) && !(minutesMayFollow && given.isEmpty()))
            missing.emplace_back(signers[i], domainInk(given));
    }
    // Before anything is closed: a closed session never opens again.
    for (const auto& [signer, strokes] : missing)
        if (const auto shortage = domain::inkShortage(strokes))
            return fail(ErrorCode::InvalidInput, std::string(domain::slug(*shortage)),
                        "expected enough ink of everybody who signs the minutes, found too little");
    if (!before.own->closing) {
        TEKEN_TRY(const auto closed, officer->closeSession(session));
        static_cast<void>(closed);
    }
    for (const auto& [signer, strokes] : missing) {
        TEKEN_TRY(const auto id, officer->signMinutes(session, signer.role, signer.name, strokes));
        static_cast<void>(id);
    }
    return {};
}

Result<> dropInkNow(LaptopDesk& desk, const SessionId& session) {
    TEKEN_TRY(auto* const officer, desk.desk());
    TEKEN_TRY(const auto waiting, officer->strokes().all());
    for (const auto& one : waiting)
        if (one.session == session)
            TEKEN_CHECK(officer->keepStrokes(session, one.person, {}));
    return {};
}

} // namespace

void SessionsDesk::listSessions(Finish<QList<SessionRow>> finish) {
    m_line.read<QList<SessionRow>>(std::move(finish), [](LaptopDesk& desk) -> Result<QList<SessionRow>> {
        TEKEN_TRY(auto* const officer, desk.desk());
        TEKEN_TRY(const auto cards, officer->sessions());
        QList<SessionRow> rows;
        for (const auto& card : cards) {
            entry::OpenSession opening;
            if (card.own && card.own->closing) {
                TEKEN_TRY(opening, openingOf(*officer, card));
            }
            rows.append(rowOf(card, opening));
        }
        return rows;
    });
}

void SessionsDesk::checkHealth(Finish<LaptopHealth> finish) {
    m_line.read<LaptopHealth>(std::move(finish), [power = m_power](LaptopDesk& desk) -> Result<LaptopHealth> {
        return readHealth(desk, power);
    });
}

void SessionsDesk::listUnits(Finish<QList<UnitRow>> finish) {
    m_line.read<QList<UnitRow>>(std::move(finish), unitsNow);
}

void SessionsDesk::listTexts(std::optional<SessionId> session, Finish<QList<PledgeText>> finish) {
    m_line.read<QList<PledgeText>>(std::move(finish),
                                   [session](LaptopDesk& desk) { return textsNow(desk, session); });
}

void SessionsDesk::open(const SessionPlan& plan, Finish<SessionId> finish) {
    m_line.change<SessionId>(std::move(finish), [plan](LaptopDesk& desk) { return openNow(desk, plan); });
}

void SessionsDesk::describe(const SessionId& session, Finish<RunningSession> finish) {
    m_line.read<RunningSession>(std::move(finish),
                                [session](LaptopDesk& desk) { return runningNow(desk, session); });
}

void SessionsDesk::pause(const SessionId& session, PauseKind::Value kind, Finish<> finish) {
    m_line.change<>(std::move(finish), [session, kind](LaptopDesk& desk) -> Result<> {
        TEKEN_TRY(auto* const officer, desk.desk());
        return officer->pause(session, pauseReason(kind)).map([](const EntryId&) {});
    });
}

void SessionsDesk::resume(const SessionId& session, Finish<> finish) {
    m_line.change<>(std::move(finish), [session](LaptopDesk& desk) -> Result<> {
        TEKEN_TRY(auto* const officer, desk.desk());
        return officer->resume(session).map([](const EntryId&) {});
    });
}

void SessionsDesk::summarize(const SessionId& session, Finish<ClosingSummary> finish) {
    m_line.read<ClosingSummary>(std::move(finish),
                                [session](LaptopDesk& desk) { return summaryNow(desk, session); });
}

void SessionsDesk::close(const SessionId& session, const ClosingInk& ink, bool minutesMayFollow,
                         Finish<> finish) {
    m_line.change<>(std::move(finish), [session, ink, minutesMayFollow](LaptopDesk& desk) {
        return closeNow(desk, session, ink, minutesMayFollow);
    });
}

void SessionsDesk::dropUnfinishedInk(const SessionId& session, Finish<> finish) {
    m_line.change<>(std::move(finish), [session](LaptopDesk& desk) { return dropInkNow(desk, session); });
}

} // namespace teken::app
