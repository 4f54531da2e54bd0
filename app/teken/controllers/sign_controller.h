// Tanda tangan: one person, one text, one sheet of ink. Every stroke goes to the journal as it is made; the
// screen says "Tersimpan" only after the service has read the signature back.
#pragma once

#include "app/teken/controllers/page_controller.h"
#include "app/teken/ink/ink_sheet.h"
#include "app/teken/services/signing_service.h"

namespace teken::app {

class SignController final
    : public teken::app::PageController { // in full: qmllint takes the base's name as it is written
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(teken::app::PersonRow person READ person NOTIFY sheetChanged FINAL)
    Q_PROPERTY(teken::app::PledgeText text READ text NOTIFY sheetChanged FINAL)
    Q_PROPERTY(QDateTime readJointlyAt READ readJointlyAt NOTIFY sheetChanged FINAL)
    Q_PROPERTY(bool recovered READ isRecovered NOTIFY sheetChanged FINAL)
    Q_PROPERTY(teken::app::InkSheet* ink READ ink CONSTANT FINAL)
    Q_PROPERTY(int form READ form NOTIFY sheetChanged FINAL) // SignForm, see states.h
    Q_PROPERTY(bool symbolic READ isSymbolic NOTIFY sheetChanged FINAL)
    Q_PROPERTY(QString secondWitness READ secondWitness NOTIFY sheetChanged FINAL)
    Q_PROPERTY(Stage stage READ stage NOTIFY stageChanged FINAL)
    Q_PROPERTY(bool canSave READ canSave NOTIFY canSaveChanged FINAL)
    Q_PROPERTY(teken::app::SignedSlip slip READ slip NOTIFY stageChanged FINAL)

public:
    enum Stage { Loading, Signing, Saving, Saved };
    Q_ENUM(Stage)

    SignController(SigningService& service, QObject* parent = nullptr);

    [[nodiscard]] const PersonRow& person() const { return m_sheet.person; }
    [[nodiscard]] const PledgeText& text() const { return m_sheet.text; }
    [[nodiscard]] QDateTime readJointlyAt() const { return m_sheet.readJointlyAt; }
    [[nodiscard]] bool isRecovered() const { return !m_sheet.recovered.isEmpty(); }
    [[nodiscard]] int form() const { return m_wishes.form; }
    [[nodiscard]] bool isSymbolic() const { return m_wishes.symbolic; }
    [[nodiscard]] QString secondWitness() const { return m_wishes.secondWitness; }
    [[nodiscard]] InkSheet* ink() { return &m_ink; }
    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] bool canSave() const;
    [[nodiscard]] const SignedSlip& slip() const { return m_slip; }

    void begin(const SessionId& session, const PersonId& person, const SigningWishes& wishes = {});
    Q_INVOKABLE void save();
    /// Kembali, or after saving: on with the next one. Ink that was not saved is dropped on purpose here, and
    /// the journal with it. Never by itself: the slip is the signer's to read, to photograph or to write
    /// down.
    Q_INVOKABLE void leave();

    void forget() override;

signals:
    void sheetChanged();
    void stageChanged();
    void canSaveChanged();
    void finished();

private:
    void setStage(Stage stage);
    void keepStrokes();

    SigningService& m_service;
    InkSheet m_ink;
    SessionId m_session;
    PersonId m_personId;
    SigningWishes m_wishes;
    SigningSheet m_sheet;
    SignedSlip m_slip;
    Stage m_stage = Loading;
};

} // namespace teken::app
