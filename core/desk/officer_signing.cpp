// What happens with one person at the table.
#include "core/desk/officer_desk.h"

#include "core/crypto/hash.h"
#include "core/desk/centre_list.h"
#include "core/domain/names.h"
#include "core/domain/nip.h"
#include "core/entry/slip_code.h"
#include "core/entry/slip_text.h"
#include "core/store/acks.h"
#include "core/store/blobs.h"
#include "core/store/entries.h"

#include <algorithm>

namespace teken::desk {

namespace {

constexpr std::size_t kMostAbsent = 200; // of one entry, FORMAT.md section 5.3

Result<> checkForm(const SignRequest& request) {
    const bool needsSecond =
        request.form == entry::SignForm::Thumb || request.form == entry::SignForm::Assisted;
    if (needsSecond && (!request.second || request.second->name.empty()))
        return fail(ErrorCode::InvalidInput, "signing.second-needed",
                    "expected a second witness for a thumbprint or an assisted signature, found none");
    const bool another =
        std::any_of(request.present.begin(), request.present.end(),
                    [](entry::Present present) { return present != entry::Present::Officer; });
    if (!another)
        return fail(ErrorCode::InvalidInput, "signing.officer-only-witness",
                    "expected somebody present beside the officer, found nobody");
    if ((request.form == entry::SignForm::Wet) != request.scan.has_value())
        return fail(ErrorCode::InvalidInput, "signing.scan",
                    "expected a scan for wet ink and for nothing else");
    return {};
}

// A cross or a thumbprint's frame is small: people who sign so are asked for less.
domain::InkLimits limitsFor(entry::SignForm form) {
    if (form == entry::SignForm::Ink)
        return {};
    return domain::kHelpedInkLimits;
}

Result<Bytes> inkBytes(const SignRequest& request) {
    if (request.form == entry::SignForm::Wet)
        return Bytes{};
    if (const auto shortage = domain::inkShortage(request.ink, limitsFor(request.form)))
        return fail(ErrorCode::InvalidInput, std::string(domain::slug(*shortage)),
                    "expected enough ink, found too little");
    TEKEN_TRY(const auto thinned, domain::compactInk(request.ink));
    return domain::encodeInk(thinned);
}

Result<> checkMaySign(const PersonCard& card, bool despiteElsewhere, bool signedHere) {
    if (card.offRoster)
        return fail(ErrorCode::Conflict, "signing.off-roster",
                    "expected a person on the roster, found one who left");
    if (signedHere)
        return fail(ErrorCode::Conflict, "signing.already-signed-here",
                    "expected no signature of this person at this desk, found one");
    if (card.state.status == ledger::PersonStatus::Signed && !despiteElsewhere)
        return fail(ErrorCode::Conflict, "signing.already-signed",
                    "expected no signature of this person, found one elsewhere");
    return {};
}

bool mayBeVoided(const entry::Body& body) {
    return std::holds_alternative<entry::Sign>(body) || std::holds_alternative<entry::Excuse>(body) ||
           std::holds_alternative<entry::Absent>(body) || std::holds_alternative<entry::Refuse>(body) ||
           std::holds_alternative<entry::AddPerson>(body);
}

} // namespace

Result<std::optional<EntryId>> OfficerDesk::ownSignature(const SessionId& session,
                                                         const PersonId& person) const {
    for (const auto& one : m_people.stateOf(person).signatures)
        if (one.feed == m_feed.feed && one.session == session)
            return one.entry;
    return std::nullopt;
}

Result<ledger::TextState> OfficerDesk::lockedText(const SessionId& session, domain::SignerKind kind,
                                                  std::optional<BlobId> shown) const {
    TEKEN_TRY(const auto desk, ownDesk(session));
    TEKEN_TRY(const auto drive, m_seams.ledger.drive(m_drive));
    TEKEN_TRY(const auto opening, openingOf(desk.opening));

    bool known = false;
    for (const auto& text : drive.texts) {
        if (std::find(opening.texts.begin(), opening.texts.end(), text.text) == opening.texts.end())
            continue;
        if (shown && text.text != *shown)
            continue;
        known = true;
        const auto& kinds = text.signerKinds;
        if (std::find(kinds.begin(), kinds.end(), domain::slug(kind)) != kinds.end())
            return text;
    }
    if (shown && !known)
        return fail(ErrorCode::InvalidInput, "signing.text-not-locked",
                    "expected a locked text of this session, found another");
    if (shown)
        return fail(ErrorCode::InvalidInput, "signing.text-not-for-kind",
                    "expected a text for this kind of signer, found one for others");
    return fail(ErrorCode::NotFound, "signing.no-text",
                "expected a text for this kind of signer, found none");
}

// Who only confirms themselves is no second pair of eyes. Names are all there is to compare.
Result<> OfficerDesk::checkSecond(const PersonId& signer, const std::string& second) const {
    TEKEN_TRY(const auto card, m_people.card(signer, std::nullopt));
    const auto name = domain::foldName(second);
    if (name == domain::foldName(m_feed.name) || name == domain::foldName(card.name))
        return fail(ErrorCode::InvalidInput, "signing.second-self",
                    "expected a second witness beside the officer and the signer, found one of them");
    return {};
}

Result<SigningSheet> OfficerDesk::begin(const SessionId& session, const PersonId& person,
                                        bool despiteElsewhere) const {
    TEKEN_TRY(const auto desk, ownDesk(session));
    static_cast<void>(desk);
    SigningSheet sheet;
    TEKEN_TRY(sheet.person, m_people.card(person, session));
    TEKEN_TRY(const auto own, ownSignature(session, person));
    TEKEN_CHECK(checkMaySign(sheet.person, despiteElsewhere, own.has_value()));
    TEKEN_TRY(sheet.text, lockedText(session, sheet.person.kind, std::nullopt));
    TEKEN_TRY(sheet.content, text(sheet.text.text));
    sheet.jointReadingMs = readJointlyMs(session, sheet.text.text);
    TEKEN_TRY(sheet.recovered, m_strokes.get(session, person));
    return sheet;
}

Result<SignedSlip> OfficerDesk::sign(const SignRequest& request) {
    TEKEN_TRY(const auto desk, deskToWrite(request.session));
    TEKEN_TRY(const auto opening, openingOf(desk.opening));
    TEKEN_TRY(const auto card, m_people.card(request.person, request.session));
    TEKEN_TRY(const auto own, ownSignature(request.session, request.person));
    TEKEN_CHECK(checkMaySign(card, request.knowsSignedElsewhere, own.has_value()));
    TEKEN_CHECK(checkForm(request));
    if (request.second && !request.second->name.empty())
        TEKEN_CHECK(checkSecond(request.person, request.second->name));
    TEKEN_TRY(const auto locked, lockedText(request.session, card.kind, request.text));
    // The exact bytes, not only their name: what cannot be shown cannot be signed.
    TEKEN_TRY(const auto content, text(locked.text));
    static_cast<void>(content);
    TEKEN_TRY(auto ink, inkBytes(request));

    entry::Sign body;
    body.session = request.session;
    body.person = request.person;
    if (!card.addedAtTable)
        body.roster = m_people.rosterEntry();
    body.unit = tableUnit(opening, card.unit);
    body.text = locked.text;
    body.ink = request.scan ? Digest{request.scan->bytes} : crypto::sha256(ink);
    body.form = request.form;
    body.identified = request.identified;
    body.present = request.present;
    body.reading = request.reading;
    body.mark = request.mark;
    body.second = request.second;
    TEKEN_TRY(const auto written, add(std::move(body), std::move(ink), [&](store::Transaction& transaction) {
                  return m_strokes.clear(transaction, request.session, request.person);
              }));
    m_people.changed(request.person);
    return SignedSlip{
        written.id,
        static_cast<std::uint64_t>(desk.recomputed.signedCount) + 1,
        written.payload.header.wallMs,
        entry::slipCode(written.raw.payload),
        entry::slipText(written.raw).value_or(std::string()), // what was saved is saved without it
        card.state.status == ledger::PersonStatus::Signed};
}

Result<EntryId> OfficerDesk::addAbout(const PersonId& person, entry::Body body) {
    TEKEN_TRY(const auto written, add(std::move(body)));
    m_people.changed(person);
    return written.id;
}

Result<EntryId> OfficerDesk::excuse(const SessionId& session, const PersonId& person,
                                    entry::ExcuseReason reason) {
    TEKEN_TRY(const auto desk, deskToWrite(session));
    static_cast<void>(desk);
    TEKEN_TRY(const auto card, m_people.card(person, session));
    if (card.state.status == ledger::PersonStatus::Signed)
        return fail(ErrorCode::Conflict, "signing.already-signed",
                    "expected no signature of this person, found one");
    return addAbout(person, entry::Excuse{session, person, reason});
}

// Nobody is asked why, and a later signature stands above it.
Result<EntryId> OfficerDesk::refuse(const SessionId& session, const PersonId& person) {
    TEKEN_TRY(const auto desk, deskToWrite(session));
    static_cast<void>(desk);
    TEKEN_TRY(const auto card, m_people.card(person, session));
    static_cast<void>(card);
    return addAbout(person, entry::Refuse{session, person});
}

Result<std::vector<EntryId>> OfficerDesk::markAbsent(const SessionId& session,
                                                     const std::vector<PersonId>& persons) {
    TEKEN_TRY(const auto desk, deskToWrite(session, true));
    static_cast<void>(desk);
    std::vector<PersonId> distinct = persons;
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    for (const auto& person : distinct) {
        TEKEN_TRY(const auto card, m_people.card(person, session));
        if (card.state.status == ledger::PersonStatus::Signed)
            return fail(ErrorCode::Conflict, "signing.already-signed",
                        "expected persons without a signature, found one who signed");
    }
    std::vector<EntryId> written;
    for (std::size_t from = 0; from < distinct.size(); from += kMostAbsent) {
        const auto to = std::min(distinct.size(), from + kMostAbsent);
        entry::Absent body{session,
                           std::vector<PersonId>(distinct.begin() + static_cast<std::ptrdiff_t>(from),
                                                 distinct.begin() + static_cast<std::ptrdiff_t>(to))};
        TEKEN_TRY(const auto one, add(body));
        written.push_back(one.id);
        for (const auto& person : body.persons)
            m_people.changed(person);
    }
    return written;
}

namespace {

// Who is numbered as a civil servant has such a number or, on the day, none at hand: a wrong one would keep
// an admin from ever matching them. Village people write what they have.
Result<> checkAddedNumber(const std::string& number, domain::SignerKind kind) {
    using enum domain::SignerKind;
    const bool numbered = kind == Pns || kind == Cpns || kind == Pppk || kind == PppkPartTime;
    if (number.empty() || !numbered || domain::Nip::parse(number))
        return {};
    return fail(ErrorCode::InvalidInput, "desk.number-wrong",
                "expected no number or a whole one of 18 digits, found another");
}

} // namespace

Result<PersonId> OfficerDesk::addPerson(const AddRequest& request) {
    TEKEN_TRY(const auto desk, deskToWrite(request.session));
    TEKEN_TRY(const auto opening, openingOf(desk.opening));
    TEKEN_CHECK(domain::checkName(request.name));
    if (m_people.roster().unit(request.unit) == nullptr)
        return fail(ErrorCode::InvalidInput, "desk.unit-unknown",
                    "expected a unit of the roster, found another");
    entry::AddPerson body;
    body.session = request.session;
    body.person = m_seams.random.make<PersonId>();
    body.name = request.name;
    body.number = domain::cleanNumber(request.number);
    body.unit = tableUnit(opening, request.unit);
    body.signerKind = domain::slug(request.kind);
    body.post = request.post;
    TEKEN_CHECK(checkAddedNumber(body.number, request.kind));
    // Somebody who is on the list must be found there, or they would count twice until an admin sees it.
    if (!body.number.empty())
        for (const auto& person : m_people.roster().snapshot().people)
            if (std::find(person.numbers.begin(), person.numbers.end(), body.number) != person.numbers.end())
                return fail(ErrorCode::Conflict, "desk.person-on-roster",
                            "expected a number that is not on the roster, found one that is");
    if (m_people.addedWithNumber(body.number) != nullptr)
        return fail(ErrorCode::Conflict, "desk.person-added-before",
                    "expected a number nobody was added with, found one that was");
    TEKEN_TRY(const auto written, add(body));
    static_cast<void>(written);
    m_people.addAtTable(body);
    m_people.changed(body.person);
    return body.person;
}

Result<EntryId> OfficerDesk::proposeCorrection(const SessionId& session, const PersonId& person,
                                               entry::CorrectionField field, const std::string& value) {
    TEKEN_TRY(const auto desk, deskToWrite(session, true));
    static_cast<void>(desk);
    TEKEN_TRY(const auto card, m_people.card(person, session));
    static_cast<void>(card);
    TEKEN_TRY(const auto written, add(entry::ProposeCorrection{session, person, field, value}));
    return written.id;
}

Result<> OfficerDesk::checkVoidWitness(const entry::Party& second) const {
    if (second.name.empty() || domain::foldName(second.name) == domain::foldName(m_feed.name))
        return fail(ErrorCode::InvalidInput, "signing.second-needed",
                    "expected somebody beside the officer who saw it, found nobody");
    return {};
}

Result<EntryId> OfficerDesk::voidEntry(const SessionId& session, const EntryId& target,
                                       entry::VoidReason reason, const entry::Party& second) {
    TEKEN_TRY(const auto desk, deskToWrite(session, true));
    static_cast<void>(desk);
    TEKEN_CHECK(checkVoidWitness(second));
    TEKEN_TRY(const auto stored, m_seams.book.entries().get(target));
    const auto* whole = std::get_if<entry::Entry>(&stored.record);
    if (whole == nullptr || stored.feed != m_feed.feed)
        return fail(ErrorCode::InvalidInput, "signing.void-not-own",
                    "expected an entry of this desk, found another");
    TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
    if (!mayBeVoided(payload.body) || entry::sessionOf(payload.body) != session)
        return fail(ErrorCode::InvalidInput, "signing.void-kind",
                    "expected a signature or status of this session, found " +
                        std::string(entry::kindName(payload.body)));
    TEKEN_TRY(const auto voided, alreadyVoided(target));
    if (voided)
        return fail(ErrorCode::Conflict, "signing.void-twice",
                    "expected an entry that stands, found a void one");
    TEKEN_TRY(const auto written, add(entry::Void{session, target, reason, second}));
    afterVoid(payload.body);
    return written.id;
}

Result<bool> OfficerDesk::alreadyVoided(const EntryId& target) const {
    bool found = false;
    const auto wanted = target.hex();
    TEKEN_CHECK(m_seams.book.entries().scanFeed(
        m_feed.feed, 1, entry::kMostInteger, [&](const store::StoredEntry& stored) -> Result<> {
            const auto* whole = std::get_if<entry::Entry>(&stored.record);
            if (whole == nullptr || textOf(whole->payload).find(wanted) == std::string_view::npos)
                return {};
            TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
            const auto* one = std::get_if<entry::Void>(&payload.body);
            found = found || (one != nullptr && one->target == target);
            return {};
        }));
    return found;
}

void OfficerDesk::afterVoid(const entry::Body& body) {
    if (const auto* absent = std::get_if<entry::Absent>(&body)) {
        for (const auto& person : absent->persons)
            m_people.changed(person);
        return;
    }
    if (const auto* added = std::get_if<entry::AddPerson>(&body))
        m_people.dropAdded(added->person);
    if (const auto person = personOf(body))
        m_people.changed(*person);
    if (const auto* sign = std::get_if<entry::Sign>(&body))
        m_people.dropElsewhere(sign->person);
}

Result<> OfficerDesk::setElsewhere(const std::vector<PersonId>& persons, WallTime asOf) {
    TEKEN_TRY(const auto still, stillSigned(m_seams.book, m_feed.feed, persons, asOf));
    m_people.setElsewhere(still);
    return {};
}

Result<EntryId> OfficerDesk::voidSignature(const SessionId& session, const PersonId& person,
                                           entry::VoidReason reason, const entry::Party& second) {
    TEKEN_TRY(const auto own, ownSignature(session, person));
    if (!own)
        return fail(ErrorCode::NotFound, "signing.nothing-to-void",
                    "expected a signature of this person at this desk, found none");
    return voidEntry(session, *own, reason, second);
}

} // namespace teken::desk
