// The call list: who is asked to come to the table next, for a second window that a hall can see. It holds
// names, units and three digits, nothing of what anybody did or did not do.
#pragma once

#include "app/teken/controllers/page_controller.h"
#include "app/teken/models/row_model.h"
#include "app/teken/services/flows_service.h"

namespace teken::app {

class CallListController final
    : public teken::app::PageController { // in full: qmllint takes the base's name as it is written
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(teken::app::RowModelBase* rows READ rows CONSTANT FINAL)
    Q_PROPERTY(bool shown READ isShown WRITE setShown NOTIFY shownChanged FINAL)
    Q_PROPERTY(QString unit READ unit NOTIFY listChanged FINAL)
    Q_PROPERTY(QString place READ place NOTIFY listChanged FINAL)
    Q_PROPERTY(bool waiting READ isWaiting NOTIFY listChanged FINAL)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY listChanged FINAL)

public:
    /// One at the table and seven who get ready: readable from the last row of a hall.
    static constexpr int kShown = 8;

    CallListController(FlowsService& flows, QObject* parent = nullptr);

    [[nodiscard]] RowModelBase* rows() { return &m_rows; }
    [[nodiscard]] bool isShown() const { return m_shown; }
    void setShown(bool shown);
    [[nodiscard]] QString unit() const { return m_unit; }
    [[nodiscard]] QString place() const { return m_place; }
    /// The session is paused: nobody is called.
    [[nodiscard]] bool isWaiting() const { return m_waiting; }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    /// What the officer's page shows now; read only while the window is open.
    void follow(const SessionRow& session, const std::optional<PersonId>& passed);

    void forget() override;

signals:
    void shownChanged();
    void listChanged();

private:
    void read();

    FlowsService& m_flows;
    SessionId m_session;
    std::optional<PersonId> m_passed;
    RowModel<CallRow> m_rows;
    QString m_unit;
    QString m_place;
    quint64 m_asked = 0;
    bool m_waiting = false;
    bool m_loaded = false;
    bool m_shown = false;
};

} // namespace teken::app
