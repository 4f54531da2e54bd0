#include "app/teken/controllers/notes_controller.h"

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
    m_spoken = {};
    emit spokenChanged();
}

void NotesController::readDrive() {
    m_flows.describeDrive(listen<DriveCard>([this](DriveCard card) {
        m_drive = std::move(card);
        emit driveChanged();
    }));
}

void NotesController::readSpoken() {
    m_flows.spokenText(m_session, listen<PledgeText>([this](PledgeText text) {
                           m_spoken = std::move(text);
                           emit spokenChanged();
                       }));
}

void NotesController::readEvents() {
    m_flows.listEvents(m_session, listen<QList<EventRow>>([this](QList<EventRow> events) {
                           m_events.replaceAll(std::move(events));
                       }));
}

void NotesController::readMissing() {
    m_flows.listMissing(m_session, kMissingShown, listen<QList<PersonRow>>([this](QList<PersonRow> people) {
                            m_missing.replaceAll(std::move(people));
                        }));
}

void NotesController::readScans() {
    m_places.listScans(listen<QList<FileRow>>([this](QList<FileRow> files) {
        m_scans.replaceAll(std::move(files));
        m_scansLoaded = true;
        emit scansChanged();
    }));
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
    m_flows.noteEvent(m_session, written, answer([this] {
                          readEvents();
                          emit eventNoted();
                      }));
}

void NotesController::markMissing() {
    if (isBusy())
        return;
    m_flows.markMissing(m_session, answer<int>([this](int people) {
                            readMissing();
                            emit missingMarked(people);
                        }));
}

void NotesController::forget() {
    PageController::forget();
    m_session = {};
    m_spoken = {};
    m_events.clear();
    m_missing.clear();
    m_scans.clear();
    m_scansLoaded = false;
    emit spokenChanged();
    emit scansChanged();
}

} // namespace teken::app
