#include "app/teken/desk_services/flows_desk.h"

#include "app/teken/desk_services/rows.h"
#include "core/desk/scan_file.h"

#include <algorithm>

namespace teken::app {

namespace {

constexpr std::size_t kEverybody = 100'000;

Result<std::vector<desk::PersonCard>> openPeople(LaptopDesk& desk, const SessionId& session,
                                                 std::optional<PersonId> after, std::size_t limit) {
    TEKEN_TRY(auto* const officer, desk.desk());
    TEKEN_TRY(const auto state, desk.ledger().session(officer->drive(), session));
    if (!state)
        return fail(ErrorCode::NotFound, "session.unknown", "expected a session of this drive, found none");
    return officer->people().upcoming(state->units, session, after, limit);
}

Result<DriveCard> driveCardNow(LaptopDesk& desk) {
    TEKEN_TRY(auto* const officer, desk.desk());
    TEKEN_TRY(const auto drive, officer->driveState());
    const auto& opening = drive.opening;
    DriveCard card;
    card.title = textOf(opening.title);
    card.organisation = textOf(opening.organisation);
    card.order = textOf(opening.order);
    card.purpose = textOf(opening.purpose);
    card.contact = textOf(opening.contact);
    card.retentionDays = static_cast<int>(opening.retentionDays.value_or(0));
    return card;
}

Result<entry::OpenSession> openingHere(const desk::OfficerDesk& officer, const SessionId& session) {
    TEKEN_TRY(const auto card, officer.session(session));
    if (!card.own)
        return fail(ErrorCode::NotFound, "session.no-desk", "expected a desk of this laptop, found none");
    return officer.openingOf(card.own->opening);
}

domain::PledgeText asSpoken(domain::PledgeText content) {
    if (content.spoken) {
        content.opening = content.spoken->opening;
        content.closing = content.spoken->closing;
        if (!content.spoken->points.empty())
            content.points = content.spoken->points;
    }
    return content;
}

Result<QList<SpokenText>> spokenNow(LaptopDesk& desk, const SessionId& session) {
    TEKEN_TRY(auto* const officer, desk.desk());
    TEKEN_TRY(const auto opening, openingHere(*officer, session));
    TEKEN_TRY(const auto drive, officer->driveState());
    QList<SpokenText> texts;
    for (const auto& id : opening.texts) {
        const auto state = std::find_if(drive.texts.begin(), drive.texts.end(),
                                        [&](const auto& one) { return one.text == id; });
        if (state == drive.texts.end())
            return fail(ErrorCode::NotFound, "session.no-text", "expected a locked text, found none");
        TEKEN_TRY(const auto content, officer->text(id));
        SpokenText spoken{pledgeText(*state, asSpoken(content)), {}};
        if (const auto readMs = officer->readJointlyMs(session, id))
            spoken.readAt = timeOf(*readMs);
        texts.append(spoken);
    }
    return texts;
}

Result<int> markMissingNow(LaptopDesk& desk, const SessionId& session) {
    TEKEN_TRY(const auto missing, openPeople(desk, session, std::nullopt, kEverybody));
    if (missing.empty())
        return 0;
    std::vector<PersonId> persons;
    for (const auto& card : missing)
        persons.push_back(card.person);
    TEKEN_TRY(auto* const officer, desk.desk());
    TEKEN_TRY(const auto written, officer->markAbsent(session, persons));
    static_cast<void>(written);
    return static_cast<int>(persons.size());
}

Result<SignedSlip> signOnPaperNow(LaptopDesk& desk, const SessionId& session, const PersonId& person,
                                  const QString& scanFile) {
    TEKEN_TRY(auto* const officer, desk.desk());
    const auto read = desk.outside().files.read(scanFile.toStdString(), desk::kMostScanBytes);
    if (!read && read.error().code == ErrorCode::InvalidInput)
        return fail(ErrorCode::InvalidInput, "scan.too-large", "expected a scan, found a larger file");
    if (!read)
        return fail(read.error());
    desk::PaperRequest request;
    request.session = session;
    request.person = person;
    request.scan = *read;
    request.title = "Tanda tangan basah";
    TEKEN_TRY(const auto slip, officer->signFromPaper(request));
    return SignedSlip{static_cast<int>(slip.numberInSession), textOf(slip.code), timeOf(slip.wallMs),
                      textOf(slip.text)};
}

} // namespace

void FlowsDesk::describeDrive(Finish<DriveCard> finish) {
    m_line.read<DriveCard>(std::move(finish), driveCardNow);
}

void FlowsDesk::spokenTexts(const SessionId& session, Finish<QList<SpokenText>> finish) {
    m_line.read<QList<SpokenText>>(std::move(finish),
                                   [session](LaptopDesk& desk) { return spokenNow(desk, session); });
}

void FlowsDesk::noteJointReading(const SessionId& session, const QString& fingerprint, Finish<> finish) {
    m_line.change<>(std::move(finish), [session, fingerprint](LaptopDesk& desk) -> Result<> {
        TEKEN_TRY(auto* const officer, desk.desk());
        TEKEN_TRY(const auto text, BlobId::fromHex(fingerprint.toStdString()));
        return officer->jointReading(session, {text}).map([](const EntryId&) {});
    });
}

void FlowsDesk::upcoming(const SessionId& session, std::optional<PersonId> after, int limit,
                         Finish<QList<CallRow>> finish) {
    m_line.read<QList<CallRow>>(std::move(finish), [=](LaptopDesk& desk) -> Result<QList<CallRow>> {
        TEKEN_TRY(const auto cards,
                  openPeople(desk, session, after, static_cast<std::size_t>(std::max(limit, 0))));
        QList<CallRow> rows;
        for (const auto& card : cards)
            rows.append(callRow(card));
        return rows;
    });
}

void FlowsDesk::listMissing(const SessionId& session, int limit, Finish<QList<PersonRow>> finish) {
    m_line.read<QList<PersonRow>>(std::move(finish), [=](LaptopDesk& desk) -> Result<QList<PersonRow>> {
        TEKEN_TRY(const auto cards,
                  openPeople(desk, session, std::nullopt, static_cast<std::size_t>(std::max(limit, 0))));
        QList<PersonRow> rows;
        for (const auto& card : cards)
            rows.append(personRow(card));
        return rows;
    });
}

void FlowsDesk::markMissing(const SessionId& session, Finish<int> finish) {
    m_line.change<int>(std::move(finish),
                       [session](LaptopDesk& desk) { return markMissingNow(desk, session); });
}

void FlowsDesk::proposeCorrection(const SessionId& session, const PersonId& person,
                                  CorrectionField::Value field, const QString& value, Finish<> finish) {
    m_line.change<>(std::move(finish), [=](LaptopDesk& desk) -> Result<> {
        TEKEN_TRY(auto* const officer, desk.desk());
        return officer->proposeCorrection(session, person, correctionField(field), value.toStdString())
            .map([](const EntryId&) {});
    });
}

void FlowsDesk::signOnPaper(const SessionId& session, const PersonId& person, const QString& scanFile,
                            Finish<SignedSlip> finish) {
    m_line.change<SignedSlip>(
        std::move(finish), [=](LaptopDesk& desk) { return signOnPaperNow(desk, session, person, scanFile); });
}

void FlowsDesk::noteEvent(const SessionId& session, const QString& text, Finish<> finish) {
    m_line.change<>(std::move(finish), [=](LaptopDesk& desk) -> Result<> {
        TEKEN_TRY(auto* const officer, desk.desk());
        return officer->note(session, entry::NoteTopic::SpecialEvent, text.toStdString())
            .map([](const EntryId&) {});
    });
}

void FlowsDesk::listEvents(const SessionId& session, Finish<QList<EventRow>> finish) {
    m_line.read<QList<EventRow>>(std::move(finish), [session](LaptopDesk& desk) -> Result<QList<EventRow>> {
        TEKEN_TRY(auto* const officer, desk.desk());
        TEKEN_TRY(const auto events, officer->specialEvents(session));
        QList<EventRow> rows;
        for (const auto& event : events)
            rows.append({textOf(event.text), timeOf(event.atMs.value_or(0))});
        return rows;
    });
}

} // namespace teken::app
