#include "app/teken/controllers/folder_controller.h"

#include <QUrl>

namespace teken::app {

FolderController::FolderController(PlacesService& places, QObject* parent)
    : PageController(parent), m_places(places) {}

void FolderController::begin(const QString& folder, const QStringList& patterns) {
    m_patterns = patterns;
    m_view = {};
    m_rows.clear();
    emit folderChanged();
    open(folder);
}

void FolderController::open(const QString& folder) {
    QString wanted = folder.trimmed();
    if (wanted.startsWith(QLatin1String("file:")))
        wanted = QUrl(wanted).toLocalFile();
    // Of two questions the later one counts, whichever is answered first.
    const auto asked = ++m_looks;
    m_places.lookInto(wanted, m_patterns, answer<FolderView>([this, asked](FolderView view) {
                          if (asked != m_looks)
                              return;
                          m_view = std::move(view);
                          m_rows.replaceAll(m_view.rows);
                          emit folderChanged();
                      }));
}

void FolderController::up() {
    if (canGoUp())
        open(m_view.parent);
}

void FolderController::lookAgain() {
    if (!m_view.folder.isEmpty())
        open(m_view.folder);
}

} // namespace teken::app
