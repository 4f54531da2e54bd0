// Sticks and the usual folders, looked at on a thread of their own: a dying stick may not hold up a
// signature.
#pragma once

#include "app/teken/desk_services/work_thread.h"
#include "app/teken/services/places_service.h"

#include <QByteArray>
#include <QTimer>

namespace teken::app {

class MountedPlaces final : public PlacesService {
public:
    MountedPlaces();
    void listPlaces(Finish<QList<PlaceRow>> finish) override;
    void listFiles(Finish<QList<FileRow>> finish) override;
    void listBooks(Finish<QList<FileRow>> finish) override;
    void listScans(Finish<QList<FileRow>> finish) override;
    void lookInto(const QString& folder, const QStringList& patterns, Finish<FolderView> finish) override;

private:
    void lookForSticks();

    QTimer m_look;
    QByteArray m_mounts;
    WorkThread m_thread;
};

} // namespace teken::app
