// Pictures of the pages that this laptop's own data reaches, for handbooks and for looking at a problem.
#pragma once

#include "app/teken/main_window.h"

namespace teken::app {

struct TourWishes {
    QString folder;     ///< made when missing
    QString passphrase; ///< empty: only what shows without unlocking
};

/// From the first page to the last one reachable; nothing is written to the book but the mark that somebody
/// was here. Errors: Internal "window.qml" when a page warned, ReadOnly "files.read-only" for the folder, and
/// the error that unlocking ended with.
[[nodiscard]] Result<int> takePictures(App& app, MainWindow& window, const TourWishes& wishes);

} // namespace teken::app
