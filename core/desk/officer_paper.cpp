// What comes to the desk on paper, and what is told beside the signatures.
#include "core/crypto/hash.h"
#include "core/desk/officer_desk.h"
#include "core/desk/scan_file.h"
#include "core/store/entries.h"

namespace teken::desk {

// The scan first: a signature that stands for a paper which nobody has would prove nothing. If the power goes
// in between, an attachment without a signature is left, and the same scan is taken again.
Result<SignedSlip> OfficerDesk::signFromPaper(const PaperRequest& request) {
    TEKEN_TRY(const auto media, scanMedia(request.scan));
    TEKEN_TRY(const auto sheet, begin(request.session, request.person, request.knowsSignedElsewhere));
    if (request.second && !request.second->name.empty())
        TEKEN_CHECK(checkSecond(request.person, request.second->name));
    TEKEN_TRY(const auto attached, attach(request.session, std::nullopt, request.scan, media, request.title));
    static_cast<void>(attached);
    SignRequest signing;
    signing.session = request.session;
    signing.person = request.person;
    signing.text = sheet.text.text;
    signing.form = entry::SignForm::Wet;
    signing.scan = crypto::blobIdOf(request.scan);
    signing.identified = sheet.person.addedAtTable ? entry::Identified::Known : entry::Identified::Roster;
    signing.reading = sheet.jointReadingMs ? entry::Reading::Joint : entry::Reading::Self;
    signing.second = request.second;
    signing.knowsSignedElsewhere = request.knowsSignedElsewhere;
    return sign(signing);
}

Result<std::vector<entry::Note>> OfficerDesk::specialEvents(const SessionId& session) const {
    std::vector<entry::Note> events;
    TEKEN_CHECK(m_seams.book.entries().scanFeed(
        m_feed.feed, 1, entry::kMostInteger, [&](const store::StoredEntry& stored) -> Result<> {
            const auto* whole = std::get_if<entry::Entry>(&stored.record);
            if (whole == nullptr ||
                textOf(whole->payload).find("\"special-event\"") == std::string_view::npos)
                return {};
            TEKEN_TRY(const auto payload, entry::decodePayload(whole->payload));
            const auto* note = std::get_if<entry::Note>(&payload.body);
            if (note == nullptr || note->topic != entry::NoteTopic::SpecialEvent || note->session != session)
                return {};
            events.push_back(*note);
            if (!events.back().atMs)
                events.back().atMs = payload.header.wallMs;
            return {};
        }));
    return events;
}

Result<std::optional<Milliseconds>> OfficerDesk::clockSetBack() const {
    TEKEN_TRY(const auto newest, listQueue(m_seams.book, {}, 1));
    if (newest.empty())
        return std::optional<Milliseconds>{};
    const Milliseconds back(newest.front().wallMs - m_seams.clock.now().time_since_epoch().count());
    return back >= kClockSetBack ? std::optional(back) : std::nullopt;
}

} // namespace teken::desk
