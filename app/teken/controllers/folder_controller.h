// Looking for a folder or a file anywhere on this machine: what lies in one folder, and the ways from there.
#pragma once

#include "app/teken/controllers/page_controller.h"
#include "app/teken/models/row_model.h"
#include "app/teken/services/places_service.h"

#include <QStringList>

namespace teken::app {

class FolderController final
    : public teken::app::PageController { // in full: qmllint takes the base's name as it is written
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString folder READ folder NOTIFY folderChanged FINAL)
    Q_PROPERTY(bool canGoUp READ canGoUp NOTIFY folderChanged FINAL)
    Q_PROPERTY(bool writable READ writable NOTIFY folderChanged FINAL)
    Q_PROPERTY(double freeBytes READ freeBytes NOTIFY folderChanged FINAL)
    Q_PROPERTY(int hidden READ hidden NOTIFY folderChanged FINAL)
    Q_PROPERTY(teken::app::RowModelBase* rows READ rows CONSTANT FINAL)

public:
    explicit FolderController(PlacesService& places, QObject* parent = nullptr);

    /// Empty until the first one was looked into. One that cannot be opened leaves the one before.
    [[nodiscard]] QString folder() const { return m_view.folder; }
    [[nodiscard]] bool canGoUp() const { return !m_view.parent.isEmpty(); }
    [[nodiscard]] bool writable() const { return m_view.writable; }
    [[nodiscard]] double freeBytes() const { return double(m_view.freeBytes); }
    [[nodiscard]] int hidden() const { return m_view.hidden; }
    [[nodiscard]] RowModelBase* rows() { return &m_rows; }

    /// A new search: from `folder` (empty: the person's own), for files named like `patterns`; none: folders
    /// only.
    Q_INVOKABLE void begin(const QString& folder, const QStringList& patterns);
    /// As typed or pasted; "~" is the person's own folder.
    Q_INVOKABLE void open(const QString& folder);
    Q_INVOKABLE void up();
    /// The folder as it is now: a stick came or went.
    Q_INVOKABLE void lookAgain();

signals:
    void folderChanged();

private:
    PlacesService& m_places;
    QStringList m_patterns;
    FolderView m_view;
    int m_looks = 0;
    RowModel<FolderRow> m_rows;
};

} // namespace teken::app
