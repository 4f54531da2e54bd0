#include "app/teken/desk_services/signing_desk.h"

#include "app/teken/desk_services/rows.h"
#include "core/domain/names.h"

namespace teken::app {

namespace {

constexpr qsizetype kMostNoteLetters = 1'000; // of an entry's note, core/entry/FORMAT.md

Result<entry::Units> unitsOf(LaptopDesk& desk, const SessionId& session) {
    TEKEN_TRY(auto* const officer, desk.desk());
    TEKEN_TRY(const auto state, desk.ledger().session(officer->drive(), session));
    if (!state)
        return fail(ErrorCode::NotFound, "session.unknown", "expected a session of this drive, found none");
    return state->units;
}

Result<> withoutValue(const Result<EntryId>& written) {
    if (!written)
        return fail(written.error());
    return {};
}

Result<SigningSheet> sheetFor(LaptopDesk& desk, const SessionId& session, const PersonId& person,
                              const SigningWishes& wishes) {
    TEKEN_TRY(auto* const officer, desk.desk());
    // Before the sheet lies there: who helps must be known while they are still standing at the table.
    if (wishes.form != SignForm::Ink && wishes.secondWitness.isEmpty())
        return fail(ErrorCode::InvalidInput, "signing.second-needed",
                    "expected a second witness for this form, found none");
    if (!wishes.secondWitness.isEmpty())
        TEKEN_CHECK(officer->checkSecond(person, wishes.secondWitness.toStdString()));
    TEKEN_TRY(const auto found, officer->begin(session, person, wishes.despiteElsewhere));
    desk.shown = LaptopDesk::Shown{session, person, found.text.text, wishes};
    SigningSheet sheet;
    sheet.person = personRow(found.person);
    sheet.text = pledgeText(found.text, found.content);
    if (found.jointReadingMs)
        sheet.readJointlyAt = timeOf(*found.jointReadingMs);
    sheet.recovered = screenInk(found.recovered);
    return sheet;
}

Result<SignedSlip> signNow(LaptopDesk& desk, const SessionId& session, const PersonId& person,
                           const InkStrokes& ink) {
    TEKEN_TRY(auto* const officer, desk.desk());
    if (!desk.shown || desk.shown->session != session || desk.shown->person != person)
        TEKEN_CHECK(sheetFor(desk, session, person, {}).map([](const auto&) {}));
    TEKEN_TRY(const auto card, officer->people().card(person, session));
    desk::SignRequest request;
    request.session = session;
    request.person = person;
    request.text = desk.shown->text;
    const auto& wishes = desk.shown->wishes;
    request.knowsSignedElsewhere = wishes.despiteElsewhere;
    request.form = signForm(wishes.form);
    if (wishes.symbolic)
        request.mark = entry::Mark::Symbolic;
    if (!wishes.secondWitness.isEmpty())
        request.second = entry::Party{wishes.secondWitness.toStdString(), {}, {}};
    request.ink = domainInk(ink);
    if (card.addedAtTable)
        request.identified = entry::Identified::Known; // there is no row of the roster to compare with
    if (officer->readJointlyMs(session, request.text))
        request.reading = entry::Reading::Joint;
    TEKEN_TRY(const auto slip, officer->sign(request));
    desk.shown.reset();
    return SignedSlip{static_cast<int>(slip.numberInSession), textOf(slip.code), timeOf(slip.wallMs),
                      textOf(slip.text)};
}

// The form takes the unit's name as people write it; the entry wants its code.
Result<std::string> unitCodeOf(desk::OfficerDesk& officer, const QString& written) {
    const auto wanted = domain::foldName(written.toStdString());
    for (const auto& unit : officer.people().roster().snapshot().units)
        if (domain::foldName(unit.name) == wanted || unit.code == written.toStdString())
            return unit.code;
    return fail(ErrorCode::InvalidInput, "desk.unit-unknown", "expected a unit of the roster, found another");
}

Result<PersonId> addNow(LaptopDesk& desk, const SessionId& session, const NewPerson& person) {
    TEKEN_TRY(auto* const officer, desk.desk());
    desk::AddRequest request;
    request.session = session;
    request.name = person.name.toStdString();
    request.number = person.number.toStdString();
    request.post = person.post.toStdString();
    request.kind = signerKind(person.kind);
    TEKEN_TRY(request.unit, unitCodeOf(*officer, person.unit));
    return officer->addPerson(request);
}

using Voiding = Result<EntryId> (desk::OfficerDesk::*)(const SessionId&, const PersonId&, entry::VoidReason,
                                                       const entry::Party&);

// The entry knows kinds of reasons only; what was typed stays beside it as a note.
Result<> voidNow(LaptopDesk& desk, Voiding voiding, const SessionId& session, const PersonId& person,
                 const VoidRequest& request) {
    TEKEN_TRY(auto* const officer, desk.desk());
    const entry::Party second{request.secondPerson.toStdString(), {}, {}};
    TEKEN_TRY(const auto id, (officer->*voiding)(session, person, voidReason(request.reason), second));
    if (request.words.isEmpty())
        return {};
    const QString words =
        QStringLiteral("Pembatalan %1: %2").arg(textOf(id.hex().substr(0, 8)), request.words);
    return withoutValue(
        officer->note(session, entry::NoteTopic::Other, words.left(kMostNoteLetters).toStdString()));
}

} // namespace

void SigningDesk::search(const SessionId& session, const QString& question, int limit,
                         Finish<QList<PersonRow>> finish) {
    m_line.read<QList<PersonRow>>(std::move(finish), [=](LaptopDesk& desk) -> Result<QList<PersonRow>> {
        TEKEN_TRY(auto* const officer, desk.desk());
        TEKEN_TRY(const auto units, unitsOf(desk, session));
        QList<PersonRow> rows;
        for (const auto& card : officer->people().search(question.toStdString(), units, session,
                                                         static_cast<std::size_t>(std::max(limit, 0))))
            rows.append(personRow(card));
        return rows;
    });
}

void SigningDesk::find(const SessionId& session, const PersonId& person, Finish<PersonRow> finish) {
    m_line.read<PersonRow>(std::move(finish), [=](LaptopDesk& desk) -> Result<PersonRow> {
        TEKEN_TRY(auto* const officer, desk.desk());
        TEKEN_TRY(const auto card, officer->people().card(person, session));
        return personRow(card);
    });
}

void SigningDesk::nextInList(const SessionId& session, std::optional<PersonId> after,
                             Finish<std::optional<PersonRow>> finish) {
    m_line.read<std::optional<PersonRow>>(std::move(finish),
                                          [=](LaptopDesk& desk) -> Result<std::optional<PersonRow>> {
                                              TEKEN_TRY(auto* const officer, desk.desk());
                                              TEKEN_TRY(const auto units, unitsOf(desk, session));
                                              const auto card = officer->people().next(units, session, after);
                                              return card ? std::optional(personRow(*card)) : std::nullopt;
                                          });
}

void SigningDesk::count(const SessionId& session, Finish<SessionCounts> finish) {
    m_line.read<SessionCounts>(std::move(finish), [=](LaptopDesk& desk) -> Result<SessionCounts> {
        TEKEN_TRY(auto* const officer, desk.desk());
        TEKEN_TRY(const auto units, unitsOf(desk, session));
        return sessionCounts(officer->people().counts(units, session));
    });
}

void SigningDesk::begin(const SessionId& session, const PersonId& person, const SigningWishes& wishes,
                        Finish<SigningSheet> finish) {
    m_line.read<SigningSheet>(std::move(finish),
                              [=](LaptopDesk& desk) { return sheetFor(desk, session, person, wishes); });
}

void SigningDesk::keepStrokes(const SessionId& session, const PersonId& person, const InkStrokes& strokes,
                              Finish<> finish) {
    m_line.read<>(std::move(finish), [=](LaptopDesk& desk) -> Result<> {
        TEKEN_TRY(auto* const officer, desk.desk());
        return officer->keepStrokes(session, person, domainInk(strokes));
    });
}

void SigningDesk::sign(const SessionId& session, const PersonId& person, const InkStrokes& ink,
                       Finish<SignedSlip> finish) {
    m_line.change<SignedSlip>(std::move(finish),
                              [=](LaptopDesk& desk) { return signNow(desk, session, person, ink); });
}

void SigningDesk::excuse(const SessionId& session, const PersonId& person, ExcuseKind::Value kind,
                         Finish<> finish) {
    m_line.change<>(std::move(finish), [=](LaptopDesk& desk) -> Result<> {
        TEKEN_TRY(auto* const officer, desk.desk());
        return withoutValue(officer->excuse(session, person, excuseReason(kind)));
    });
}

void SigningDesk::refuse(const SessionId& session, const PersonId& person, Finish<> finish) {
    m_line.change<>(std::move(finish), [=](LaptopDesk& desk) -> Result<> {
        TEKEN_TRY(auto* const officer, desk.desk());
        return withoutValue(officer->refuse(session, person));
    });
}

void SigningDesk::markAbsent(const SessionId& session, const PersonId& person, Finish<> finish) {
    m_line.change<>(std::move(finish), [=](LaptopDesk& desk) -> Result<> {
        TEKEN_TRY(auto* const officer, desk.desk());
        TEKEN_TRY(const auto written, officer->markAbsent(session, {person}));
        static_cast<void>(written);
        return {};
    });
}

void SigningDesk::addPerson(const SessionId& session, const NewPerson& person, Finish<PersonId> finish) {
    m_line.change<PersonId>(std::move(finish),
                            [=](LaptopDesk& desk) { return addNow(desk, session, person); });
}

void SigningDesk::voidSignature(const SessionId& session, const PersonId& person, const VoidRequest& request,
                                Finish<> finish) {
    m_line.change<>(std::move(finish), [=](LaptopDesk& desk) {
        return voidNow(desk, &desk::OfficerDesk::voidSignature, session, person, request);
    });
}

void SigningDesk::voidNote(const SessionId& session, const PersonId& person, const VoidRequest& request,
                           Finish<> finish) {
    m_line.change<>(std::move(finish), [=](LaptopDesk& desk) {
        return voidNow(desk, &desk::OfficerDesk::voidNote, session, person, request);
    });
}

} // namespace teken::app
