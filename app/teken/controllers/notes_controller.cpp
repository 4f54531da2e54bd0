#include "app/teken/controllers/notes_controller.h"

#include <algorithm>

namespace teken::app {

NotesController::NotesController(FlowsService& flows, PlacesService& places, QObject* parent)
    : PageController(parent), m_flows(flows), m_places(places) {
    // A stick with the photo comes while the question is open.
    connect(&places, &PlacesService::placesChanged, this, [this] {
        if (m_scansLoaded)
            readScans();
    });
}

void NotesController::enter(const SessionId& session) {
    if (m_session == session)
        return;
    m_session = session;
    m_events.clear();
    m_missing.clear();
    m_texts.clear();
    m_spokenIndex = 0;
    emit spokenChanged();
}

void NotesController::readDrive() {
    m_flows.describeDrive(listen<DriveCard>(
        [this](DriveCard card) {
            m_drive = std::move(card);
            emit driveChanged();
        },
        [this] { readDrive(); }));
}

void NotesController::readSpoken() {
    m_flows.spokenTexts(m_session, listen<QList<SpokenText>>(
                                       [this](QList<SpokenText> texts) {
                                           m_texts = std::move(texts);
                                           showNextUnread();
                                           emit spokenRead();
                                       },
                                       [this] { readSpoken(); }));
}

// From the one that is shown on, so that nobody has to turn back.
void NotesController::showNextUnread() {
    const auto count = int(m_texts.size());
    m_spokenIndex = std::clamp(m_spokenIndex, 0, std::max(0, count - 1));
    for (int step = 0; step < count; ++step) {
        const int index = (m_spokenIndex + step) % count;
        if (m_texts[index].readAt.isValid())
            continue;
        m_spokenIndex = index;
        break;
    }
    emit spokenChanged();
}

void NotesController::showSpoken(int index) {
    if (index < 0 || index >= m_texts.size() || index == m_spokenIndex)
        return;
    m_spokenIndex = index;
    emit spokenChanged();
}

int NotesController::spokenUnread() const {
    return int(std::count_if(m_texts.begin(), m_texts.end(),
                             [](const SpokenText& one) { return !one.readAt.isValid(); }));
}

void NotesController::noteJointReading() {
    if (isBusy() || spoken().fingerprint.isEmpty())
        return;
    m_flows.noteJointReading(m_session, spoken().fingerprint,
                             answer([this] { readSpoken(); }, [this] { noteJointReading(); }));
}

void NotesController::readEvents() {
    m_flows.listEvents(
        m_session,
        listen<QList<EventRow>>([this](QList<EventRow> events) { m_events.replaceAll(std::move(events)); },
                                [this] { readEvents(); }));
}

void NotesController::readMissing() {
    m_flows.listMissing(
        m_session, kMissingShown,
        listen<QList<PersonRow>>([this](QList<PersonRow> people) { m_missing.replaceAll(std::move(people)); },
                                 [this] { readMissing(); }));
}

void NotesController::readScans() {
    m_places.listScans(listen<QList<FileRow>>(
        [this](QList<FileRow> files) {
            m_scans.replaceAll(std::move(files));
            m_scansLoaded = true;
            emit scansChanged();
        },
        [this] { readScans(); }));
}

void NotesController::proposeCorrection(const PersonRow& person, CorrectionField::Value field,
                                        const QString& value) {
    const QString wanted = value.simplified();
    if (isBusy() || wanted.isEmpty() || person.person.isZero())
        return;
    m_flows.proposeCorrection(m_session, person.person, field, wanted,
                              answer([this, name = person.name] { emit correctionProposed(name); }));
}

void NotesController::signOnPaper(const PersonRow& person, const QString& scanFile) {
    if (isBusy() || scanFile.isEmpty() || person.person.isZero())
        return;
    m_flows.signOnPaper(
        m_session, person.person, scanFile,
        answer<SignedSlip>([this, name = person.name](const SignedSlip&) { emit signedOnPaper(name); }));
}

void NotesController::noteEvent(const QString& text) {
    const QString written = text.simplified();
    if (isBusy() || written.isEmpty())
        return;
    m_flows.noteEvent(m_session, written,
                      answer(
                          [this] {
                              readEvents();
                              emit eventNoted();
                          },
                          [this, written] { noteEvent(written); }));
}

void NotesController::markMissing() {
    if (isBusy())
        return;
    m_flows.markMissing(m_session, answer<int>(
                                       [this](int people) {
                                           readMissing();
                                           emit missingMarked(people);
                                       },
                                       [this] { markMissing(); }));
}

void NotesController::forget() {
    PageController::forget();
    m_session = {};
    m_texts.clear();
    m_spokenIndex = 0;
    m_events.clear();
    m_missing.clear();
    m_scans.clear();
    m_scansLoaded = false;
    emit spokenChanged();
    emit scansChanged();
}

} // namespace teken::app
