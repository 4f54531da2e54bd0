// Antrean: every entry of this laptop with its fate, and for the selected one an explanation and one step.
#pragma once

#include "app/teken/controllers/page_controller.h"
#include "app/teken/models/row_model.h"
#include "app/teken/services/send_service.h"

namespace teken::app {

class QueueController final
    : public teken::app::PageController { // in full: qmllint takes the base's name as it is written
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(teken::app::RowModelBase* entries READ entries CONSTANT FINAL)
    Q_PROPERTY(teken::app::EntryState::Value shown READ shown WRITE show NOTIFY shownChanged FINAL)
    Q_PROPERTY(int selected READ selected WRITE select NOTIFY selectedChanged FINAL)
    Q_PROPERTY(teken::app::QueueRow entry READ entry NOTIFY selectedChanged FINAL)
    Q_PROPERTY(teken::app::Notice explanation READ explanation NOTIFY selectedChanged FINAL)
    Q_PROPERTY(bool loaded READ isLoaded NOTIFY loadedChanged FINAL)

public:
    /// More than a window shows; the rest is read when somebody scrolls there.
    static constexpr int kRowsAtFirst = 50;
    static constexpr int kRowsShown = 500;

    QueueController(QueueService& service, QObject* parent = nullptr);

    [[nodiscard]] RowModelBase* entries() { return &m_entries; }
    [[nodiscard]] EntryState::Value shown() const { return m_shown; }
    void show(EntryState::Value state);
    [[nodiscard]] int selected() const { return m_selected; }
    void select(int index);
    [[nodiscard]] QueueRow entry() const;
    /// Why the selected entry needs help; absent when it does not.
    [[nodiscard]] Notice explanation() const;
    [[nodiscard]] bool isLoaded() const { return m_loaded; }

    Q_INVOKABLE void refresh();
    /// The list is looked at near its end.
    Q_INVOKABLE void showMore();

    void retranslate() override;
    void forget() override;

signals:
    void shownChanged();
    void selectedChanged();
    void loadedChanged();

private:
    void setLoaded(bool loaded);

    QueueService& m_service;
    RowModel<QueueRow> m_entries;
    EntryState::Value m_shown = EntryState::Waiting;
    int m_selected = -1;
    int m_limit = kRowsAtFirst;
    quint64 m_asked = 0;
    bool m_loaded = false;
};

} // namespace teken::app
