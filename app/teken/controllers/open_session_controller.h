// Buka sesi: unit, place, head, two witnesses and the text, with a reason as long as it cannot be opened.
#pragma once

#include "app/teken/controllers/page_controller.h"
#include "app/teken/models/row_model.h"
#include "app/teken/services/session_service.h"

namespace teken::app {

class OpenSessionController final
    : public teken::app::PageController { // in full: qmllint takes the base's name as it is written
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(teken::app::RowModelBase* units READ units CONSTANT FINAL)
    Q_PROPERTY(teken::app::RowModelBase* texts READ texts CONSTANT FINAL)
    Q_PROPERTY(int unitIndex READ unitIndex WRITE setUnitIndex NOTIFY formChanged FINAL)
    Q_PROPERTY(int textIndex READ textIndex WRITE setTextIndex NOTIFY formChanged FINAL)
    Q_PROPERTY(QString overlap READ overlap NOTIFY formChanged FINAL)
    Q_PROPERTY(teken::app::PledgeText text READ text NOTIFY formChanged FINAL)
    Q_PROPERTY(QString place READ place WRITE setPlace NOTIFY formChanged FINAL)
    Q_PROPERTY(QString head READ head WRITE setHead NOTIFY formChanged FINAL)
    Q_PROPERTY(QString witnessOne READ witnessOne WRITE setWitnessOne NOTIFY formChanged FINAL)
    Q_PROPERTY(QString witnessTwo READ witnessTwo WRITE setWitnessTwo NOTIFY formChanged FINAL)
    Q_PROPERTY(QString joinCode READ joinCode WRITE setJoinCode NOTIFY formChanged FINAL)
    Q_PROPERTY(QString followUpOf READ followUpOf NOTIFY formChanged FINAL)
    Q_PROPERTY(bool planned READ isPlanned NOTIFY formChanged FINAL)
    Q_PROPERTY(Obstacle obstacle READ obstacle NOTIFY formChanged FINAL)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY loadedChanged FINAL)

public:
    enum Obstacle {
        Ready,
        NeedsUnit,
        NeedsPlace,
        NeedsHead,
        NeedsWitnesses,
        SamePersonTwice,
        NeedsText,
        TextsOverlap
    };
    Q_ENUM(Obstacle)

    OpenSessionController(SessionService& service, QObject* parent = nullptr);

    [[nodiscard]] RowModelBase* units() { return &m_units; }
    [[nodiscard]] RowModelBase* texts() { return &m_texts; }
    [[nodiscard]] int unitIndex() const { return m_unitIndex; }
    void setUnitIndex(int index);
    [[nodiscard]] int textIndex() const { return m_textIndex; }
    /// Shows that text and chooses it too; -1: none of them.
    void setTextIndex(int index);
    /// Which texts the session will carry: one for each kind of signer.
    [[nodiscard]] QList<int> chosenTexts() const { return m_chosen; }
    Q_INVOKABLE [[nodiscard]] bool isChosen(int index) const { return m_chosen.contains(index); }
    /// Chooses it, or leaves it out again; shown either way.
    Q_INVOKABLE void toggleText(int index);
    /// A kind of signer (its slug) that two chosen texts are for; empty: none.
    [[nodiscard]] QString overlap() const;
    [[nodiscard]] PledgeText text() const;
    [[nodiscard]] QString place() const { return m_plan.place; }
    void setPlace(const QString& place) { change(m_plan.place, place); }
    [[nodiscard]] QString head() const { return m_plan.head; }
    void setHead(const QString& head) { change(m_plan.head, head); }
    [[nodiscard]] QString witnessOne() const { return m_plan.witnessOne; }
    void setWitnessOne(const QString& name) { change(m_plan.witnessOne, name); }
    [[nodiscard]] QString witnessTwo() const { return m_plan.witnessTwo; }
    void setWitnessTwo(const QString& name) { change(m_plan.witnessTwo, name); }
    /// Of the first laptop: this one becomes a second desk of the same session.
    [[nodiscard]] QString joinCode() const { return m_plan.joinCode; }
    void setJoinCode(const QString& code) { change(m_plan.joinCode, code); }
    /// Unit and day of the session this one follows; empty: none.
    [[nodiscard]] QString followUpOf() const { return m_followUpOf; }
    [[nodiscard]] bool isPlanned() const { return m_plan.planned.has_value(); }
    [[nodiscard]] Obstacle obstacle() const;
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    /// An empty form, or one filled from a planned session.
    void start(const std::optional<SessionRow>& planned);
    /// Units and texts anew, after they could not be read; what was written stays.
    Q_INVOKABLE void read();
    /// Sesi susulan: the same unit and place, for those whom the closed session missed.
    void startFollowUp(const SessionRow& closed, const QString& head);
    Q_INVOKABLE void open();

    void forget() override;

signals:
    void formChanged();
    void loadedChanged();
    void opened(const teken::SessionId& session);

private:
    void change(QString& field, const QString& value);
    void chooseUnitNamed(const QString& name);
    void chooseTextsByThemselves();

    SessionService& m_service;
    RowModel<UnitRow> m_units;
    RowModel<PledgeText> m_texts;
    SessionPlan m_plan;
    QString m_plannedUnit;
    QString m_followUpOf;
    int m_unitIndex = -1;
    int m_textIndex = -1;
    QList<int> m_chosen; ///< rows of m_texts, in their order
    bool m_loaded = false;
};

} // namespace teken::app
