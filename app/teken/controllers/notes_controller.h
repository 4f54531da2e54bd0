// What is told and noted beside the signatures of a session: the card for signers, the text as it is read
// aloud, corrections, signatures on paper, special events, and those who did not come.
#pragma once

#include "app/teken/controllers/page_controller.h"
#include "app/teken/models/row_model.h"
#include "app/teken/services/flows_service.h"
#include "app/teken/services/places_service.h"

namespace teken::app {

class NotesController final
    : public teken::app::PageController { // in full: qmllint takes the base's name as it is written
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(teken::app::DriveCard drive READ drive NOTIFY driveChanged FINAL)
    Q_PROPERTY(teken::app::PledgeText spoken READ spoken NOTIFY spokenChanged FINAL)
    Q_PROPERTY(QDateTime spokenReadAt READ spokenReadAt NOTIFY spokenChanged FINAL)
    Q_PROPERTY(int spokenIndex READ spokenIndex WRITE showSpoken NOTIFY spokenChanged FINAL)
    Q_PROPERTY(int spokenCount READ spokenCount NOTIFY spokenChanged FINAL)
    Q_PROPERTY(int spokenUnread READ spokenUnread NOTIFY spokenChanged FINAL)
    Q_PROPERTY(teken::app::RowModelBase* events READ events CONSTANT FINAL)
    Q_PROPERTY(teken::app::RowModelBase* missing READ missing CONSTANT FINAL)
    Q_PROPERTY(teken::app::RowModelBase* scans READ scans CONSTANT FINAL)
    Q_PROPERTY(bool scansLoaded READ areScansLoaded NOTIFY scansChanged FINAL)

public:
    /// As many as anybody reads on a screen; the paper has them all.
    static constexpr int kMissingShown = 300;

    NotesController(FlowsService& flows, PlacesService& places, QObject* parent = nullptr);

    [[nodiscard]] const DriveCard& drive() const { return m_drive; }
    /// Of the session's texts, one for each kind of signer, the one that is shown; and when it was read.
    [[nodiscard]] PledgeText spoken() const { return m_texts.value(m_spokenIndex).text; }
    [[nodiscard]] QDateTime spokenReadAt() const { return m_texts.value(m_spokenIndex).readAt; }
    [[nodiscard]] int spokenIndex() const { return m_spokenIndex; }
    void showSpoken(int index);
    [[nodiscard]] int spokenCount() const { return int(m_texts.size()); }
    /// How many of them were not read aloud yet.
    [[nodiscard]] int spokenUnread() const;
    [[nodiscard]] RowModelBase* events() { return &m_events; }
    [[nodiscard]] RowModelBase* missing() { return &m_missing; }
    [[nodiscard]] RowModelBase* scans() { return &m_scans; }
    [[nodiscard]] bool areScansLoaded() const { return m_scansLoaded; }

    void enter(const SessionId& session);
    /// What the dialogs show, read when they open.
    Q_INVOKABLE void readDrive();
    /// Shows the next text that was not read.
    Q_INVOKABLE void readSpoken();
    Q_INVOKABLE void readEvents();
    Q_INVOKABLE void readMissing();
    Q_INVOKABLE void readScans();

    Q_INVOKABLE void proposeCorrection(const teken::app::PersonRow& person,
                                       teken::app::CorrectionField::Value field, const QString& value);
    Q_INVOKABLE void signOnPaper(const teken::app::PersonRow& person, const QString& scanFile);
    Q_INVOKABLE void noteEvent(const QString& text);
    /// The text that is shown was read aloud, now.
    Q_INVOKABLE void noteJointReading();
    Q_INVOKABLE void markMissing();

    void forget() override;

signals:
    void driveChanged();
    void spokenChanged();
    /// The texts, and which of them were read, are as the book has them.
    void spokenRead();
    void scansChanged();
    /// Something was written down; a dialog may close.
    void correctionProposed(const QString& name);
    void signedOnPaper(const QString& name);
    void eventNoted();
    void missingMarked(int people);

private:
    void showNextUnread();

    FlowsService& m_flows;
    PlacesService& m_places;
    SessionId m_session;
    DriveCard m_drive;
    QList<SpokenText> m_texts;
    int m_spokenIndex = 0;
    RowModel<EventRow> m_events;
    RowModel<PersonRow> m_missing;
    RowModel<FileRow> m_scans;
    bool m_scansLoaded = false;
};

} // namespace teken::app
