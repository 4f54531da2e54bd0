#include "app/teken/controllers/sign_controller.h"

namespace teken::app {

SignController::SignController(SigningService& service, QObject* parent)
    : PageController(parent), m_service(service) {
    connect(&m_ink, &InkSheet::changed, this, &SignController::canSaveChanged);
    connect(&m_ink, &InkSheet::strokeFinished, this, &SignController::keepStrokes);
    connect(&m_ink, &InkSheet::redrawn, this, &SignController::keepStrokes);
    // A failed save gives the pad back with all ink on it.
    connect(this, &PageController::failureChanged, this, [this] {
        if (m_stage == Saving && !error().reason.empty())
            setStage(Signing);
    });
}

void SignController::setStage(Stage stage) {
    if (m_stage == stage)
        return;
    m_stage = stage;
    m_ink.setLocked(stage != Signing);
    emit stageChanged();
    emit canSaveChanged();
}

void SignController::begin(const SessionId& session, const PersonId& person, const SigningWishes& wishes) {
    m_session = session;
    m_personId = {};
    m_wishes = wishes;
    m_sheet = {};
    m_slip = {};
    m_ink.setLocked(false);
    // A cross or the edge of a thumb is small: people who are helped are asked for less, as the entry is.
    m_ink.setLimits(wishes.form == SignForm::Ink ? domain::InkLimits{} : domain::kHelpedInkLimits);
    m_ink.restore({});
    setStage(Loading);
    emit sheetChanged();
    // Somebody else's sheet may still be on its way: it must not lie down before this signer.
    dropAnswers();
    m_service.begin(session, person, wishes, answer<SigningSheet>([this, person](SigningSheet sheet) {
                        m_sheet = std::move(sheet);
                        m_ink.restore(m_sheet.recovered);
                        m_personId = person;
                        setStage(Signing);
                        emit sheetChanged();
                    }));
}

bool SignController::canSave() const {
    return m_stage == Signing && m_ink.amount() == InkSheet::Enough;
}

void SignController::keepStrokes() {
    // Nobody's strokes (while loading) and strokes already saved have no journal.
    if (m_personId.isZero() || m_stage != Signing)
        return;
    m_service.keepStrokes(m_session, m_personId, m_ink.strokes(), listen([] {}));
}

void SignController::save() {
    if (!canSave() || isBusy())
        return;
    setStage(Saving);
    m_service.sign(m_session, m_personId, m_ink.strokes(), answer<SignedSlip>([this](SignedSlip slip) {
                       m_slip = std::move(slip);
                       setStage(Saved);
                   }));
}

void SignController::leave() {
    if (m_stage == Saving)
        return;
    if (m_stage == Signing)
        m_ink.clear();
    emit finished();
}

void SignController::forget() {
    PageController::forget();
    m_ink.interruptStroke();
    // Without a person the journal is not touched: the strokes wait there for the next unlocking.
    m_personId = {};
    m_wishes = {};
    m_sheet = {};
    m_slip = {};
    m_ink.setLocked(false);
    m_ink.restore({});
    setStage(Loading);
    emit sheetChanged();
}

} // namespace teken::app
