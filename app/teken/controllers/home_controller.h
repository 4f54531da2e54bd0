// Sesi: the sessions of this laptop and its health.
#pragma once

#include "app/teken/controllers/page_controller.h"
#include "app/teken/models/row_model.h"
#include "app/teken/services/session_service.h"

namespace teken::app {

class HomeController final
    : public teken::app::PageController { // in full: qmllint takes the base's name as it is written
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(teken::app::RowModelBase* sessions READ sessions CONSTANT FINAL)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY loadedChanged FINAL)
    Q_PROPERTY(bool healthKnown READ healthKnown NOTIFY healthChanged FINAL)
    Q_PROPERTY(bool clockCompared READ clockCompared NOTIFY healthChanged FINAL)
    Q_PROPERTY(int clockOffsetSeconds READ clockOffsetSeconds NOTIFY healthChanged FINAL)
    Q_PROPERTY(Level clockLevel READ clockLevel NOTIFY healthChanged FINAL)
    Q_PROPERTY(double diskFreeBytes READ diskFreeBytes NOTIFY healthChanged FINAL)
    Q_PROPERTY(Level diskLevel READ diskLevel NOTIFY healthChanged FINAL)
    Q_PROPERTY(int batteryPercent READ batteryPercent NOTIFY healthChanged FINAL)
    Q_PROPERTY(bool charging READ isCharging NOTIFY healthChanged FINAL)
    Q_PROPERTY(Level batteryLevel READ batteryLevel NOTIFY healthChanged FINAL)
    Q_PROPERTY(QDateTime now READ now NOTIFY healthChanged FINAL)
    Q_PROPERTY(QDateTime lastContact READ lastContact NOTIFY healthChanged FINAL)
    Q_PROPERTY(teken::app::Notice rosterNotice READ rosterNotice NOTIFY healthChanged FINAL)
    Q_PROPERTY(bool rosterServes READ rosterServes NOTIFY healthChanged FINAL)

public:
    enum Level { Unknown, Good, Attention, Stop };
    Q_ENUM(Level)

    HomeController(SessionService& service, QObject* parent = nullptr);

    [[nodiscard]] RowModelBase* sessions() { return &m_sessions; }
    [[nodiscard]] const QList<SessionRow>& rows() const { return m_sessions.rows(); }
    [[nodiscard]] bool isLoaded() const { return m_loaded; }
    [[nodiscard]] bool healthKnown() const { return m_healthKnown; }
    [[nodiscard]] bool clockCompared() const { return m_health.clockCompared; }
    [[nodiscard]] int clockOffsetSeconds() const { return m_health.clockOffsetSeconds; }
    [[nodiscard]] Level clockLevel() const;
    [[nodiscard]] double diskFreeBytes() const { return double(m_health.diskFreeBytes); }
    [[nodiscard]] Level diskLevel() const;
    [[nodiscard]] int batteryPercent() const { return m_health.batteryPercent; }
    [[nodiscard]] bool isCharging() const { return m_health.charging; }
    [[nodiscard]] Level batteryLevel() const;
    [[nodiscard]] QDateTime now() const { return m_health.now; }
    [[nodiscard]] QDateTime lastContact() const { return m_health.lastContact; }
    /// The newest list of people is not whole on this laptop.
    [[nodiscard]] Notice rosterNotice() const { return noticeFor(m_health.rosterTrouble); }
    /// It is behind, but whole: nobody has to be frightened.
    [[nodiscard]] bool rosterServes() const { return m_health.rosterTrouble.reason == "desk.roster-older"; }

    Q_INVOKABLE void refresh();
    /// Clock, disk and battery alone: asked again and again while somebody works.
    void refreshHealth();
    /// A card was chosen: planned ones go to Buka sesi, open ones are entered.
    Q_INVOKABLE void choose(int index);

    void forget() override;

public slots:
    void retranslate() override;

signals:
    void loadedChanged();
    void healthChanged();
    void planChosen(const teken::app::SessionRow& planned);
    void sessionChosen(const teken::SessionId& session);

private:
    SessionService& m_service;
    RowModel<SessionRow> m_sessions;
    LaptopHealth m_health;
    bool m_loaded = false;
    bool m_healthKnown = false;
};

} // namespace teken::app
