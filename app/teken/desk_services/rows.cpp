#include "app/teken/desk_services/rows.h"

#include "app/words/kind_words.h"
#include "core/domain/nip.h"

#include <QTimeZone>

namespace teken::app {

QString textOf(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QDateTime timeOf(std::int64_t wallMs) {
    return QDateTime::fromMSecsSinceEpoch(wallMs);
}

QDateTime timeOf(WallTime time) {
    return timeOf(time.time_since_epoch().count());
}

namespace {

PersonState::Value stateOf(const desk::PersonCard& card) {
    if (card.signedInSession)
        return PersonState::Signed;
    if (card.state.status == ledger::PersonStatus::Signed)
        return PersonState::SignedElsewhere;
    if (card.offRoster)
        return PersonState::OffRoster;
    switch (card.state.status) {
    case ledger::PersonStatus::Refused:
        return PersonState::Refused;
    case ledger::PersonStatus::Excused:
        return PersonState::Excused;
    case ledger::PersonStatus::Absent:
        return PersonState::Absent;
    case ledger::PersonStatus::Signed:
    case ledger::PersonStatus::None:
        break;
    }
    return PersonState::NotYet;
}

ExcuseKind::Value excuseKind(entry::ExcuseReason reason) {
    switch (reason) {
    case entry::ExcuseReason::Leave:
        return ExcuseKind::Leave;
    case entry::ExcuseReason::Duty:
        return ExcuseKind::Duty;
    case entry::ExcuseReason::Study:
        return ExcuseKind::Study;
    case entry::ExcuseReason::Other:
        break;
    }
    return ExcuseKind::Other;
}

QString numberLabel(const desk::PersonCard& card) {
    if (card.number.empty())
        return {};
    switch (card.kind) {
    case domain::SignerKind::Pppk:
    case domain::SignerKind::PppkPartTime:
        return QStringLiteral("NI PPPK");
    case domain::SignerKind::Pns:
    case domain::SignerKind::Cpns:
        return QStringLiteral("NIP");
    case domain::SignerKind::NonAsn:
    case domain::SignerKind::VillageHead:
    case domain::SignerKind::VillageStaff:
    case domain::SignerKind::Other:
        break;
    }
    return QStringLiteral("No.");
}

// What this laptop knows of the session's end is its own desk's.
SessionState::Value stateOf(const desk::SessionCard& card) {
    if (!card.own) // another laptop may have opened it: joining starts from the plan's page as well
        return card.state.phase >= ledger::SessionPhase::Closed ? SessionState::Closed
                                                                : SessionState::Planned;
    if (!card.own->closing)
        return card.own->paused ? SessionState::Paused : SessionState::Open;
    if (card.waiting == 0)
        return SessionState::Sent;
    return card.own->minutesSignedBy.empty() ? SessionState::Closed : SessionState::MinutesSigned;
}

EntryState::Value stateOf(desk::QueueState state) {
    switch (state) {
    case desk::QueueState::Received:
    case desk::QueueState::Witnessed:
        return EntryState::Received;
    case desk::QueueState::Trouble:
        return EntryState::NeedsHelp;
    case desk::QueueState::Saved:
    case desk::QueueState::Waiting:
        break;
    }
    return EntryState::Waiting;
}

} // namespace

PersonRow personRow(const desk::PersonCard& card) {
    PersonRow row;
    row.person = card.person;
    row.name = textOf(card.name);
    row.numberLabel = numberLabel(card);
    row.number = textOf(domain::prettyNumber(card.number));
    row.post = textOf(card.post);
    row.unit = textOf(card.unitName.empty() ? card.unit : card.unitName);
    row.parentUnit = textOf(card.parentUnitName);
    row.state = stateOf(card);
    row.excuse = excuseKind(card.state.excuse.value_or(entry::ExcuseReason::Other));
    if (row.state == PersonState::SignedElsewhere)
        row.signedAtPlace = textOf(card.signedPlace);
    if (card.state.signature)
        row.stateSince = timeOf(card.state.signature->wallMs);
    row.addedHere = card.addedAtTable;
    return row;
}

SessionRow sessionRow(const desk::SessionCard& card) {
    SessionRow row;
    row.session = card.state.session;
    row.unit = textOf(card.unitName);
    row.place = textOf(card.state.place);
    row.startsAt = timeOf(card.state.startMs);
    row.signedCount = static_cast<int>(card.counts.signedAll());
    row.expectedCount = static_cast<int>(card.counts.expected());
    row.waitingCount = static_cast<int>(card.waiting);
    row.state = stateOf(card);
    row.followUp = card.state.parent.has_value();
    return row;
}

SessionCounts sessionCounts(const desk::StatusCounts& counts) {
    SessionCounts shown;
    shown.notYet = static_cast<int>(counts.notYet);
    shown.signedHere = static_cast<int>(counts.signedAll());
    shown.other = static_cast<int>(counts.excused + counts.absent + counts.refused);
    shown.expected = static_cast<int>(counts.expected());
    return shown;
}

Error rosterTrouble(const desk::PeopleBoard& people, const entry::Units& units) {
    const auto lack = people.lack(units);
    return lack ? Error{ErrorCode::NotFound,
                        std::string(desk::slug(*lack)),
                        "expected every blob of the newest roster here, found some missing",
                        {}}
                : Error{};
}

Error missingPeople(const desk::PeopleBoard& people, const entry::Units& units) {
    return people.lack(units) == desk::RosterLack::Newer ? Error{} : rosterTrouble(people, units);
}

PledgeText pledgeText(const ledger::TextState& state, const domain::PledgeText& content) {
    PledgeText text;
    text.code = textOf(state.code);
    text.version = static_cast<int>(state.version);
    text.title = textOf(content.title);
    text.opening = textOf(content.opening);
    for (const auto& point : content.points)
        text.points.append(textOf(point));
    text.closing = textOf(content.closing);
    text.fingerprint = textOf(state.text.hex());
    for (const auto& kind : state.signerKinds)
        text.kinds.append(textOf(kind));
    return text;
}

QueueRow queueRow(const desk::QueueItem& item) {
    QueueRow row;
    row.entry = item.entry;
    row.what = textOf(item.kind);
    row.madeAt = timeOf(item.wallMs);
    if (item.receivedMs)
        row.receivedAt = timeOf(*item.receivedMs);
    row.state = stateOf(item.state);
    row.witnessed = item.state == desk::QueueState::Witnessed;
    if (row.state == EntryState::NeedsHelp)
        row.refusal = {ErrorCode::Conflict, item.reason, "the centre did not take this entry", {}};
    return row;
}

domain::InkStrokes domainInk(const InkStrokes& strokes) {
    domain::InkStrokes ink;
    for (const auto& stroke : strokes) {
        auto& made = ink.emplace_back();
        for (const auto& point : stroke)
            made.push_back({point.x, point.y});
    }
    return ink;
}

InkStrokes screenInk(const domain::InkStrokes& strokes) {
    InkStrokes ink;
    for (const auto& stroke : strokes) {
        InkStroke made;
        for (const auto& point : stroke)
            made.append({point.x, point.y});
        ink.append(made);
    }
    return ink;
}

entry::ExcuseReason excuseReason(ExcuseKind::Value kind) {
    switch (kind) {
    case ExcuseKind::Leave:
        return entry::ExcuseReason::Leave;
    case ExcuseKind::Duty:
        return entry::ExcuseReason::Duty;
    case ExcuseKind::Study:
        return entry::ExcuseReason::Study;
    case ExcuseKind::Other:
        break;
    }
    return entry::ExcuseReason::Other;
}

domain::SignerKind signerKind(SignerKind::Value kind) {
    switch (kind) {
    case SignerKind::Pns:
        return domain::SignerKind::Pns;
    case SignerKind::Cpns:
        return domain::SignerKind::Cpns;
    case SignerKind::Pppk:
        return domain::SignerKind::Pppk;
    case SignerKind::PppkPartTime:
        return domain::SignerKind::PppkPartTime;
    case SignerKind::NonAsn:
        return domain::SignerKind::NonAsn;
    case SignerKind::VillageHead:
        return domain::SignerKind::VillageHead;
    case SignerKind::VillageStaff:
        return domain::SignerKind::VillageStaff;
    case SignerKind::Other:
        break;
    }
    return domain::SignerKind::Other;
}

entry::SignForm signForm(SignForm::Value form) {
    switch (form) {
    case SignForm::Assisted:
        return entry::SignForm::Assisted;
    case SignForm::Thumb:
        return entry::SignForm::Thumb;
    case SignForm::Ink:
        break;
    }
    return entry::SignForm::Ink;
}

entry::PauseReason pauseReason(PauseKind::Value kind) {
    switch (kind) {
    case PauseKind::Power:
        return entry::PauseReason::Power;
    case PauseKind::Break:
        return entry::PauseReason::Break;
    case PauseKind::Weather:
        return entry::PauseReason::Weather;
    case PauseKind::Other:
        break;
    }
    return entry::PauseReason::Other;
}

entry::CorrectionField correctionField(CorrectionField::Value field) {
    switch (field) {
    case CorrectionField::Name:
        return entry::CorrectionField::Name;
    case CorrectionField::Number:
        return entry::CorrectionField::Number;
    case CorrectionField::Unit:
        return entry::CorrectionField::Unit;
    case CorrectionField::Post:
        return entry::CorrectionField::Post;
    case CorrectionField::Kind:
        return entry::CorrectionField::Kind;
    case CorrectionField::Other:
        break;
    }
    return entry::CorrectionField::Other;
}

CallRow callRow(const desk::PersonCard& card) {
    const auto row = personRow(card);
    return {row.name, row.unit, row.numberTail()};
}

entry::VoidReason voidReason(VoidKind::Value kind) {
    switch (kind) {
    case VoidKind::WrongPerson:
        return entry::VoidReason::WrongPerson;
    case VoidKind::Trial:
        return entry::VoidReason::Trial;
    case VoidKind::Illegible:
        return entry::VoidReason::Illegible;
    case VoidKind::Double:
        return entry::VoidReason::Double;
    case VoidKind::Other:
        break;
    }
    return entry::VoidReason::Other;
}

} // namespace teken::app
