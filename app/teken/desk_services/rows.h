// What the desk says, as the screens show it. Pure functions: no state is asked twice.
#pragma once

#include "app/teken/services/flows_service.h"
#include "app/teken/services/send_service.h"
#include "app/teken/services/session_service.h"
#include "core/desk/officer_desk.h"

namespace teken::app {

[[nodiscard]] QString textOf(std::string_view utf8);
/// Local time.
[[nodiscard]] QDateTime timeOf(std::int64_t wallMs);
[[nodiscard]] QDateTime timeOf(WallTime time);

[[nodiscard]] PersonRow personRow(const desk::PersonCard& card);
[[nodiscard]] SessionRow sessionRow(const desk::SessionCard& card);
[[nodiscard]] SessionCounts sessionCounts(const desk::StatusCounts& counts);
/// What is wanting of the list for these units; empty reason: nothing.
[[nodiscard]] Error rosterTrouble(const desk::PeopleBoard& people, const entry::Units& units);
/// The same, without a former list that stands in whole: at a table it is as good as the newest.
[[nodiscard]] Error missingPeople(const desk::PeopleBoard& people, const entry::Units& units);
[[nodiscard]] PledgeText pledgeText(const ledger::TextState& state, const domain::PledgeText& content);
/// Without name and unit: those need the board.
[[nodiscard]] QueueRow queueRow(const desk::QueueItem& item);

[[nodiscard]] domain::InkStrokes domainInk(const InkStrokes& strokes);
[[nodiscard]] InkStrokes screenInk(const domain::InkStrokes& strokes);

[[nodiscard]] entry::ExcuseReason excuseReason(ExcuseKind::Value kind);
[[nodiscard]] domain::SignerKind signerKind(SignerKind::Value kind);
[[nodiscard]] entry::SignForm signForm(SignForm::Value form);
[[nodiscard]] entry::PauseReason pauseReason(PauseKind::Value kind);
[[nodiscard]] entry::CorrectionField correctionField(CorrectionField::Value field);
[[nodiscard]] CallRow callRow(const desk::PersonCard& card);
[[nodiscard]] entry::VoidReason voidReason(VoidKind::Value kind);

} // namespace teken::app
